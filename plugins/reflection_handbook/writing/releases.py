"""What a built release shows of people, and whether that may still be shown."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ..model.base import without_comments
from ..model.practices import fingerprint
from ..model.published import Edition
from ..viewing.addresses import DATA, practice_url, team_url

_PARENTS = ("teams", "best-practices")


def people_in(release: Path) -> frozenset[str]:
    """Return the addresses of the pages about teams and best practices that a release holds."""
    return frozenset(
        f"{parent}/{page.name}/"
        for parent in _PARENTS
        if (release / parent).is_dir()
        for page in (release / parent).iterdir()
        if page.is_dir()
    )


@dataclass(frozen=True, slots=True)
class People:
    """All that an edition shows of people and that rests on somebody's consent."""

    pages: frozenset[str] = frozenset()
    """The addresses of teams and best practices."""
    stories: frozenset[str] = frozenset()
    """The marks of the texts that somebody approved."""
    figures: frozenset[str] = frozenset()
    """What is shown of measurements."""


def people_of(edition: Edition) -> People:
    """Return what an edition shows of people."""
    pages = [team_url(team.id) for team in edition.teams] + [
        practice_url(practice.id) for practice in edition.practices
    ]
    stories = (_mark(practice.text) for practice in edition.practices if practice.reference is None)
    figures = (
        _figure(team.id, found.scale, found.date, found.mean, found.count)
        for team in edition.teams
        for found in team.measurements
        if found.mean is not None
    )
    return People(frozenset(pages), frozenset(stories), frozenset(figures))


def may_return(release: Path, people: People) -> bool:
    """Return whether a release that was live before may be shown again: all of it about people still may be.

    A text that was approved anew in other words has another mark; its earlier words do not come back.
    """
    shown = _shown_in(release)
    return people_in(release) <= people.pages and shown.stories <= people.stories and shown.figures <= people.figures


def same_in(release: Path, story: str | None, team: str | None) -> frozenset[str]:
    """Return the addresses under which a release shows a text, or a team of this name: its file may have moved.

    Args:
        release: the folder of the release.
        story: the text of a best practice.
        team: the name of a team.
    """
    try:
        data = json.loads((release / DATA).read_bytes())
        stories = [p["id"] for p in data["best_practices"] if story is not None and _mark(p["tekst"]) == _mark(story)]
        teams = [found["id"] for found in data["teams"] if found["naam"] == team]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return frozenset()
    return frozenset([*map(practice_url, stories), *map(team_url, teams)])


def _shown_in(release: Path) -> People:
    try:
        data = json.loads((release / DATA).read_bytes())
        stories = frozenset(_mark(p["tekst"]) for p in data["best_practices"] if not p.get("verwijzing"))
        figures = frozenset(
            _figure(team["id"], found["schaal"], found["datum"], found["gemiddelde"], found["aantal"])
            for team in data["teams"]
            for found in team.get("metingen", ())
            if "gemiddelde" in found
        )
        return People(stories=stories, figures=figures)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # In doubt there is something that may not be shown.
        return People(stories=frozenset({"?"}) if people_in(release) else frozenset())


def _figure(*parts: object) -> str:
    return " ".join(map(str, parts))


def _mark(text: str) -> str:
    return fingerprint(without_comments(text))  # as the data hold it
