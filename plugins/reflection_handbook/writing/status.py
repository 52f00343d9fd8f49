"""``handbook status``: where every team stands, for the facilitator. It reads the sources and publishes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..model.errors import WrongUseError
from ..model.language import closest, listing, say
from ..model.places import Severity
from ..model.published import PublishedTeam
from ..publishing.consent import Circle, objection_to_portfolio
from ..publishing.gate import for_facilitator
from ..rendering.calendar import ics
from ..viewing.calendar import calendar_of_teams
from ..viewing.status import StatusView, status_view
from .prepare import Wish, inspect


@dataclass(frozen=True, slots=True)
class Status:
    """Where some teams stand."""

    view: StatusView
    errors: int
    """How many errors the content has; what could be read is shown all the same."""
    calendar: bytes | None
    """The meetings of these teams as one calendar, where any has a known day."""


def status_of(root: Path, wish: Wish, chosen: tuple[str, ...] = ()) -> Status:
    """Return where teams stand.

    Args:
        root: the project's folder.
        wish: from which day to reckon.
        chosen: the ids of the teams to show; all where none is named.

    Raises:
        WrongUseError: when the folder is no handbook, or a team is named that could not be found.
    """
    loaded, problems = inspect(root, wish)
    handbook = loaded.handbook
    teams = _chosen(for_facilitator(handbook, wish.today), chosen)
    circle = Circle(handbook.organisation.audience, None, wish.today)
    objections = {team.id: objection_to_portfolio(team, circle) or "" for team in handbook.teams}
    calendar = calendar_of_teams(teams)
    return Status(
        view=status_view(teams, objections, wish.today),
        errors=sum(1 for problem in problems if problem.severity is Severity.ERROR),
        calendar=ics(calendar, wish.today) if calendar else None,
    )


def _chosen(teams: tuple[PublishedTeam, ...], chosen: tuple[str, ...]) -> tuple[PublishedTeam, ...]:
    known = {team.id: team for team in teams}
    for id in chosen:
        if id not in known:
            meant = closest(id, known)
            hint = say("Bedoelde je ‘{id}’?", id=meant) if meant else _options(list(known))
            raise WrongUseError(say("Er is geen team ‘{id}’.", id=id) + f" {hint}")
    return tuple(known[id] for id in dict.fromkeys(chosen)) if chosen else teams


def _options(known: list[str]) -> str:
    if not known:
        return say("Er zijn nog geen teams.")
    return say("Wel bekend: {teams}.", teams=listing(known[:10], "en"))
