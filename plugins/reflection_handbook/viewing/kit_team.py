"""What a team's kit holds: its goals, its meetings and its scales, as far as this audience may see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.agenda import Meeting, MeetingStatus
from ..model.goals import Goal, GoalStatus, InterventionTheory
from ..model.language import say
from ..model.origin import Origin
from ..model.published import Edition, PublishedTeam
from ..model.scales import Scale
from .addresses import team_kit_url
from .steps import Next, next_step


@dataclass(frozen=True, slots=True)
class GoalOnPaper:
    """A goal that the team works on."""

    name: str
    theory: InterventionTheory | None
    transformation_goals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalsPart:
    """The goals of a team."""

    title: str
    goals: tuple[GoalOnPaper, ...]
    kind: str = "goals"


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """The meetings of a team that are not over, and what comes next."""

    title: str
    next: Next | None
    meetings: tuple[Meeting, ...]
    kind: str = "agenda"


@dataclass(frozen=True, slots=True)
class ScalePart:
    """An empty scale, to talk about: a team's own has its ends described, another has room to do so."""

    title: str
    question: str = ""
    low: str = ""
    high: str = ""
    kind: str = "scale"


TeamPart = GoalsPart | AgendaPart | ScalePart


def team_parts(team: PublishedTeam, edition: Edition) -> tuple[TeamPart, ...]:
    """Return the parts of a team's kit; nothing as long as there is nothing to put on the table.

    A team of the pilot is retold: nobody meets there any more, so it has no kit.
    """
    return () if team.origin is Origin.PILOT else tuple(_parts(team, edition))


def team_kit_link(team: PublishedTeam, edition: Edition) -> str | None:
    """Return the address of a team's kit, or nothing where there is none."""
    return team_kit_url(team.id) if team_parts(team, edition) else None


def _parts(team: PublishedTeam, edition: Edition) -> Iterator[TeamPart]:
    running = [goal for goal in team.goals if goal.status is GoalStatus.RUNNING]
    open_meetings = [
        meeting for meeting in team.agenda if meeting.status in (MeetingStatus.PLANNED, MeetingStatus.MOVED)
    ]
    if running:
        yield GoalsPart(say("Onze doelen"), tuple(_goal(goal, edition) for goal in running))
    if running or open_meetings:
        meetings = tuple(sorted(open_meetings, key=lambda meeting: (meeting.date.first, meeting.what)))
        yield AgendaPart(say("Onze bijeenkomsten"), next_step(team), meetings)
    ids = {goal.id for goal in running}
    for scale in team.scales:
        if scale.goal in ids and _own(scale):
            yield ScalePart(
                title=say("Schaal: {question}", question=scale.question) if scale.question else say("Schaalblad"),
                question=scale.question or "",
                low=scale.low or "",
                high=scale.high or "",
            )


def _own(scale: Scale) -> bool:
    """Return whether a scale is the team's own: of an instrument such as the ORS nothing is ever repeated here."""
    return scale.instrument == "eigen" and scale.replaced_by is None


def _goal(goal: Goal, edition: Edition) -> GoalOnPaper:
    names = {aim.id: aim.name for aim in edition.organisation.transformation_goals}
    return GoalOnPaper(
        goal.name, goal.intervention_theory, tuple(names[id] for id in goal.transformation_goals if id in names)
    )
