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


def people_of(edition: Edition) -> People:
    """Return what an edition shows of people."""
    pages = [team_url(team.id) for team in edition.teams] + [
        practice_url(practice.id) for practice in edition.practices
    ]
    stories = (_mark(practice.text) for practice in edition.practices if practice.reference is None)
    return People(frozenset(pages), frozenset(stories))


def may_return(release: Path, people: People) -> bool:
    """Return whether a release that was live before may be shown again: all of it about people still may be.

    A text that was approved anew in other words has another mark; its earlier words do not come back.
    """
    return people_in(release) <= people.pages and _stories_in(release) <= people.stories


def _stories_in(release: Path) -> frozenset[str]:
    try:
        practices = json.loads((release / DATA).read_bytes())["best_practices"]
        return frozenset(_mark(practice["tekst"]) for practice in practices if not practice.get("verwijzing"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return frozenset({"?"}) if people_in(release) else frozenset()  # in doubt there is one that may not be shown


def _mark(text: str) -> str:
    return fingerprint(without_comments(text))  # as the data hold it
