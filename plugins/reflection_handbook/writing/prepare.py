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

    audience: Audience
    outputs: tuple[Output, ...]
    warnings: tuple[Problem, ...]


def inspect(root: Path, wish: Wish, progress: Progress = lambda name: None) -> tuple[Loaded, tuple[Problem, ...]]:
    """Read a project and return it with everything that is wrong or noteworthy.

    Raises:
        WrongUseError: when the folder is no handbook, or the wish names a team that is not there.
    """
    loaded = load(root, progress)
    audience = _audience(loaded, wish)
    problems = {*loaded.problems, *check(loaded.handbook, wish.today), *withheld(loaded.handbook, audience, wish.team)}
    return loaded, tuple(sorted(problems))


def prepare(root: Path, wish: Wish, progress: Progress = lambda name: None) -> Prepared:
    """Read, check, publish and render a project.

    Raises:
        ContentError: when there are errors; it holds all of them.
        WrongUseError: as ``inspect`` does.
    """
    loaded, problems = inspect(root, wish, progress)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    edition = publish(loaded.handbook, _audience(loaded, wish), wish.team)
    return Prepared(edition.audience, tuple(render(edition, wish.today)), problems)


def _audience(loaded: Loaded, wish: Wish) -> Audience:
    audience = wish.audience or loaded.handbook.organisation.audience
    teams = [team.id for team in loaded.handbook.teams]
    if audience is Audience.TEAM and wish.team not in teams:
        raise WrongUseError(
            say(
                "Bij bereik ‘team’ hoort een team: geef --team met {teams}.",
                teams=listing(teams) or say("de naam van een map"),
            )
        )
    if audience is not Audience.TEAM and wish.team:
        raise WrongUseError(say("--team hoort bij --audience team."))
    return audience
