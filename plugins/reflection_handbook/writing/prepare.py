"""The whole way of the data, from a project's folder to a list of outputs. Both writers begin here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..checking import check
from ..loading import Loaded, load
from ..loading.handbook import Progress
from ..model.consent import Audience
from ..model.errors import ContentError, WrongUseError
from ..model.language import listing, say
from ..model.places import Problem, Severity
from ..publishing import publish, withheld
from ..rendering import Output, render


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for: which audience, which team, and from which day to reckon."""

    today: date
    audience: Audience | None = None
    """Nothing for the organisation's own default."""
    team: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A handbook that is ready to be written."""

    name: str
    subtitle: str
    outputs: tuple[Output, ...]
    warnings: tuple[Problem, ...]


def inspect(root: Path, wish: Wish, progress: Progress = lambda name: None) -> tuple[Loaded, tuple[Problem, ...]]:
    """Read a project and return it with everything that is wrong or noteworthy.

    Raises:
        WrongUseError: when the folder is no handbook.
    """
    loaded = load(root, progress)
    audience = wish.audience or loaded.handbook.organisation.audience
    kept_back = withheld(loaded.handbook, audience, wish.team, wish.today)
    return loaded, tuple(sorted({*loaded.problems, *check(loaded.handbook, wish.today), *kept_back}))


def prepare(root: Path, wish: Wish, progress: Progress = lambda name: None) -> Prepared:
    """Read, check, publish and render a project.

    Raises:
        ContentError: when there are errors; it holds all of them.
        WrongUseError: when the folder is no handbook, or the wish names a team that is not there.
    """
    loaded, problems = inspect(root, wish, progress)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    organisation = loaded.handbook.organisation
    audience = wish.audience or organisation.audience
    _require_team(audience, wish.team, [team.id for team in loaded.handbook.teams])
    edition = publish(loaded.handbook, audience, wish.team, wish.today)
    return Prepared(organisation.name, organisation.subtitle or "", tuple(render(edition, wish.today)), problems)


def _require_team(audience: Audience, team: str | None, teams: list[str]) -> None:
    if audience is Audience.TEAM and team not in teams:
        raise WrongUseError(
            say(
                "Bij bereik ‘team’ hoort een team: geef --team met {teams}.",
                teams=listing(teams) or say("de naam van een map"),
            )
        )
    if audience is not Audience.TEAM and team:
        raise WrongUseError(say("--team hoort bij --audience team."))
