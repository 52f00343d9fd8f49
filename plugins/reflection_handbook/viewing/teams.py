"""``/teams/``: which teams there are, where each stands and what comes next. No scores and no ranking."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote

from ..model.dates import PartialDate
from ..model.goals import GoalStatus
from ..model.language import listing, say
from ..model.origin import Origin
from ..model.published import Edition, PublishedTeam
from ..model.steps import StepId
from .addresses import TEAMS, Link, team_link
from .steps import Next, Standing, StepMark, current_round, current_step, mark, next_step, standing

_KINDS = {"wijkteam": "Wijkteam", "specialistisch": "Specialistisch team", "anders": "Team"}
NOT_BEGUN = "niet-begonnen"
"""What stands in the place of a step, in an address, for a team that has not begun."""


@dataclass(frozen=True, slots=True)
class Facet:
    """Something of a team that the overview can be narrowed by."""

    value: str
    """How it stands in an address."""
    label: str
    """How it reads."""


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team in the overview."""

    link: Link
    kind: Facet
    region: str | None
    step: Facet
    origin: str
    standing: Standing
    next: Next
    last_contact: PartialDate | None
    goals: tuple[str, ...]
    aims: tuple[Facet, ...]
    """The transformation goals that its running goals serve."""
    attention: str
    """How much asks for attention, in words; nothing where there is nothing, or where this audience sees no signals."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many teams have something in common."""

    label: str
    url: str
    """The overview, narrowed to those teams."""
    mark: StepMark | None
    teams: int
    made_up: int
    """How many of them are made up."""

    @property
    def real(self) -> int:
        """How many of them are not."""
        return self.teams - self.made_up


@dataclass(frozen=True, slots=True)
class TeamsView:
    """The overview of teams: first those of practice, then the pilot's, then what is made up."""

    rows: tuple[TeamRow, ...]
    summary: str
    """How many teams there are, and how many of them were in the pilot or are made up."""
    steps: tuple[Count, ...]
    """How many teams are at each step; those that have not begun come first, where there are any."""
    aims: tuple[Count, ...]
    """How many teams have a running goal that serves each transformation goal."""

    @property
    def most(self) -> int:
        """The largest count, for the length of the bars."""
        return max((count.teams for count in (*self.steps, *self.aims)), default=0)


def kind_word(team: PublishedTeam) -> str:
    """Return what sort of team it is, in words."""
    return say(_KINDS[team.kind])


def teams_with(facet: str, value: str) -> str:
    """Return the address of the overview, narrowed to some teams; ``rendering/assets/teams.js`` reads it.

    >>> teams_with("stap", "monitoren")
    'teams/?stap=monitoren'
    """
    return f"{TEAMS}?{facet}={quote(value)}"


def teams_view(edition: Edition) -> TeamsView:
    """Return the overview of all teams that this edition holds."""
    order = {Origin.PRACTICE: 0, Origin.PILOT: 1, Origin.EXAMPLE: 2}
    teams = sorted(edition.teams, key=lambda team: (order[team.origin], team.name.casefold(), team.id))
    names = {aim.id: aim.name for aim in edition.organisation.transformation_goals}
    rows = tuple(_row(team, names) for team in teams)
    return TeamsView(
        rows=rows,
        summary=_summary(Counter(team.origin for team in teams)),
        steps=tuple(_steps(rows)),
        aims=tuple(
            _count(name, teams_with("doel", id), [row for row in rows if Facet(id, name) in row.aims])
            for id, name in names.items()
        ),
    )


def _row(team: PublishedTeam, names: dict[str, str]) -> TeamRow:
    round = current_round(team)
    step = current_step(round) if round else None
    running = [goal for goal in team.goals if goal.status is GoalStatus.RUNNING]
    served = dict.fromkeys(id for goal in running for id in goal.transformation_goals)
    return TeamRow(
        link=team_link(team),
        kind=Facet(team.kind, kind_word(team)),
        region=team.region,
        step=_step(mark(step) if step else None),
        origin=team.origin.value,
        standing=standing(team),
        next=next_step(team),
        last_contact=round.last_contact if round else None,
        goals=tuple(goal.name for goal in team.goals if goal.status is not GoalStatus.REPLACED),
        aims=tuple(Facet(id, names[id]) for id in names if id in served),
        attention=_attention(len(team.signals)),
    )


def _step(found: StepMark | None) -> Facet:
    if found is None:
        return Facet(NOT_BEGUN, say("Nog niet begonnen"))
    return Facet(found.id, say("{number} · {title}", number=found.number, title=found.title))


def _attention(signals: int) -> str:
    if not signals:
        return ""
    return say("1 aandachtspunt") if signals == 1 else say("{count} aandachtspunten", count=signals)


def _steps(rows: tuple[TeamRow, ...]) -> list[Count]:
    not_begun = [row for row in rows if row.standing.current is None]
    found = [_count(_step(None).label, teams_with("stap", NOT_BEGUN), not_begun)] if not_begun else []
    for step in map(mark, StepId):
        there = [row for row in rows if row.step.value == step.id]
        found.append(_count(step.title, teams_with("stap", step.id), there, step))
    return found


def _count(label: str, url: str, rows: list[TeamRow], mark: StepMark | None = None) -> Count:
    made_up = sum(1 for row in rows if row.origin == Origin.EXAMPLE)
    return Count(label, url, mark, len(rows), made_up)


def _summary(origins: Counter[Origin]) -> str:
    """Return how many teams there are; what was retold or made up never looks like a team that takes part."""
    practice, pilot, made_up = (origins[one] for one in (Origin.PRACTICE, Origin.PILOT, Origin.EXAMPLE))
    others = [
        *([say("{count} uit de pilot van 2015", count=pilot)] if pilot else []),
        *([say("{count} verzonnen", count=made_up)] if made_up else []),
    ]
    count = practice + pilot + made_up
    sentence = say("1 team") if count == 1 else say("{count} teams", count=count)
    if not others:
        return sentence + "."
    return say("{teams}: {parts}.", teams=sentence, parts=listing([*_taking_part(practice), *others], "en"))


def _taking_part(practice: int) -> list[str]:
    if not practice:
        return []
    return [say("1 doet mee") if practice == 1 else say("{count} doen mee", count=practice)]
