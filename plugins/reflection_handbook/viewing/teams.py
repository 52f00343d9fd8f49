"""``/teams/``: which teams there are, where each stands and what comes next. No scores and no ranking."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.dates import PartialDate
from ..model.goals import GoalStatus
from ..model.language import say
from ..model.origin import Origin
from ..model.published import Edition, PublishedTeam
from .addresses import Link, team_link
from .steps import Next, Standing, current_round, next_step, standing

_KINDS = {"wijkteam": "Wijkteam", "specialistisch": "Specialistisch team", "anders": "Team"}


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team in the overview."""

    link: Link
    kind: str
    origin: str
    standing: Standing
    next: Next
    last_contact: PartialDate | None
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamsView:
    """The overview of teams: first those of practice, then the pilot's, then what is made up."""

    rows: tuple[TeamRow, ...]


def kind_word(team: PublishedTeam) -> str:
    """Return what sort of team it is, in words."""
    return say(_KINDS[team.kind])


def teams_view(edition: Edition) -> TeamsView:
    """Return the overview of all teams that this edition holds."""
    order = {Origin.PRACTICE: 0, Origin.PILOT: 1, Origin.EXAMPLE: 2}
    teams = sorted(edition.teams, key=lambda team: (order[team.origin], team.name.casefold(), team.id))
    return TeamsView(tuple(map(_row, teams)))


def _row(team: PublishedTeam) -> TeamRow:
    round = current_round(team)
    return TeamRow(
        link=team_link(team),
        kind=kind_word(team),
        origin=team.origin.value,
        standing=standing(team),
        next=next_step(team),
        last_contact=round.last_contact if round else None,
        goals=tuple(goal.name for goal in team.goals if goal.status is not GoalStatus.REPLACED),
    )
