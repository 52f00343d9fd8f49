"""What a round asks in hours, for one team and for many."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.effort import Assumption, EffortFile
from ..model.language import say
from ..model.steps import StepId
from .steps import StepMark, mark

_PER = {"professional": "per professional", "team": "per team", "organisatie": "voor alle teams samen"}
_WHO = {
    "gespreksleider": "gespreksleider",
    "professional": "professionals samen",
    "teamleider": "teamleider",
    "coördinator": "coördinator",
}


@dataclass(frozen=True, slots=True)
class AssumptionView:
    """One line of the reckoning."""

    id: str
    what: str
    mark: StepMark | None
    who: str
    per: str
    """The key, for the reckoning in the browser."""
    per_word: str
    times: int
    hours: float
    remark: str
    source: str
    reported: bool
    """Whether the report gives it."""


@dataclass(frozen=True, slots=True)
class Total:
    """The hours of one role."""

    who: str
    word: str
    one_team: float
    all_teams: float


@dataclass(frozen=True, slots=True)
class EffortView:
    """The reckoning, for the example that the file names."""

    assumptions: tuple[AssumptionView, ...]
    totals: tuple[Total, ...]
    team_size: int
    teams: int


def effort_view(effort: EffortFile) -> EffortView:
    """Return the assumptions in the order of the steps, with what they come to."""
    size, teams = effort.example.team_size, effort.example.teams
    one, all_teams = hours(effort.assumptions, size, 1), hours(effort.assumptions, size, teams)
    order = {step: step.number for step in StepId}
    lines = sorted(effort.assumptions, key=lambda a: order[a.step] if a.step else 0)
    return EffortView(
        assumptions=tuple(map(_line, lines)),
        totals=tuple(Total(who, say(word), one[who], all_teams[who]) for who, word in _WHO.items() if who in one),
        team_size=size,
        teams=teams,
    )


def hours(assumptions: tuple[Assumption, ...], team_size: int, teams: int) -> dict[str, float]:
    """Return the hours of each role that has any, for teams of one size.

    The same rule stands in ``assets/effort.js``; ``tests/shared/effort.json`` holds both to it.

    Args:
        assumptions: what a round asks, in hours of one person.
        team_size: how many professionals a team has.
        teams: how many teams take part.
    """
    units = {"professional": team_size * teams, "team": teams, "organisatie": 1}
    found: dict[str, float] = {}
    for line in assumptions:
        found[line.who] = found.get(line.who, 0) + line.times * line.hours * units[line.per]
    return {who: round(total, 1) for who, total in found.items()}


def _line(line: Assumption) -> AssumptionView:
    reported = line.origin == "rapport"
    return AssumptionView(
        id=line.id,
        what=line.what,
        mark=mark(line.step) if line.step else None,
        who=line.who,
        per=line.per,
        per_word=say(_PER[line.per]),
        times=line.times,
        hours=line.hours,
        remark=line.remark or "",
        source=say("rapport, paragraaf {section}", section=line.section or "?") if reported else say("ons advies"),
        reported=reported,
    )
