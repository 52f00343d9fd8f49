"""``/teams/<team>/``: where are we, what comes next, when, with whom; then why and what for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.agenda import Condition, Improvement, LearningWish, Meeting
from ..model.dates import PartialDate
from ..model.goals import Feature, Goal, InterventionTheory, Quality
from ..model.language import say
from ..model.published import Edition, PublishedMeasurement, PublishedTeam
from ..model.scales import Scale
from .addresses import Link, agenda_url, practice_url, transformation_goal_url
from .calendar import calendar_view
from .steps import Next, Standing, StepMark, current_round, mark, next_step, standing
from .teams import kind_word

_GOAL_WORDS = {"lopend": "hier werkt het team nu aan", "behaald": "behaald", "vervangen": "vervangen"}
_TOOLS = {
    "wondervraag": "de wondervraag",
    "voorbeeldcasus": "voorbeeldcasussen",
    "model": "een model",
    "anders": "een ander hulpmiddel",
}
_DESTINATIONS = {
    "nu": "Meteen gedaan",
    "schaal": "Hier kwam een schaal uit",
    "buiten-invloed": "Ligt buiten onze invloed",
    "vervallen": "Laten vallen",
    None: "Kwam ter sprake",
}
_FILLED_IN_BY = {
    "team": "het team",
    "medewerker": "de professional",
    "client": "de cliënt",
    "ouder": "de ouder",
    "samen": "cliënt en professional samen",
}
_LEVELS = {"client-werker": "tussen cliënt en professional", "individueel": "met jezelf", "team": "in het team"}


@dataclass(frozen=True, slots=True)
class ScaleView:
    """A scale, and what was said each time it was used."""

    id: str
    question: str
    low: str | None
    high: str | None
    filled_in_by: str
    level: str
    instrument: str | None
    successor: Link | None
    talks: tuple[PublishedMeasurement, ...]
    """The latest first."""


@dataclass(frozen=True, slots=True)
class FeatureGroup:
    """What came out of an elaboration, by what became of it."""

    title: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal with everything that hangs on it."""

    id: str
    name: str
    status: str
    word: str
    reason: str | None
    successor: Link | None
    working_factors: tuple[Link, ...]
    transformation_goals: tuple[Link, ...]
    tool: str | None
    elaborated: PartialDate | None
    features: tuple[FeatureGroup, ...]
    theory: InterventionTheory | None
    scales: tuple[ScaleView, ...]
    improvements: tuple[Improvement, ...]


@dataclass(frozen=True, slots=True)
class FactorView:
    """A working factor with the qualities it rests on."""

    id: str
    name: str
    qualities: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting of the team."""

    meeting: Meeting
    mark: StepMark | None


@dataclass(frozen=True, slots=True)
class AgendaView:
    """The meetings of a team: what comes, soonest first, and what has been, latest first."""

    coming: tuple[MeetingView, ...]
    past: tuple[MeetingView, ...]
    calendar: str | None
    """The address of the calendar, where there is one."""


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team's page."""

    id: str
    name: str
    kind: str
    field_of_work: str | None
    region: str | None
    origin: str
    reference_date: PartialDate | None
    reference: str | None
    about: str | None
    standing: Standing
    next: Next
    last_contact: PartialDate | None
    goals: tuple[GoalView, ...]
    replaced_goals: tuple[GoalView, ...]
    choice: str | None
    factors: tuple[FactorView, ...]
    qualities: tuple[Quality, ...]
    practices: tuple[Link, ...]
    loose_improvements: tuple[Improvement, ...]
    conditions: tuple[Condition, ...]
    learning_wishes: tuple[LearningWish, ...]
    agenda: AgendaView
    signals: bool
    """Whether this audience may see what could ask for attention. Source: DESIGN, publication rule 5."""


def team_view(team: PublishedTeam, edition: Edition, today: date) -> TeamView:
    """Return a team's page as it is on a day."""
    goals = [_goal(goal, team, edition) for goal in team.goals]
    round = current_round(team)
    of_goals = {goal.id for goal in team.goals}
    return TeamView(
        id=team.id,
        name=team.name,
        kind=kind_word(team),
        field_of_work=team.field_of_work,
        region=team.region,
        origin=team.origin.value,
        reference_date=team.reference_date,
        reference=team.reference,
        about=team.about,
        standing=standing(team),
        next=next_step(team),
        last_contact=round.last_contact if round else None,
        goals=tuple(goal for goal in goals if goal.status != "vervangen"),
        replaced_goals=tuple(goal for goal in goals if goal.status == "vervangen"),
        choice=_choice(team),
        factors=tuple(_factors(team)),
        qualities=team.qualities,
        practices=tuple(Link(p.title, practice_url(p.id)) for p in edition.practices if p.team == team.id),
        loose_improvements=tuple(i for i in team.improvements if i.from_goal not in of_goals),
        conditions=team.conditions,
        learning_wishes=team.learning_wishes,
        agenda=agenda_view(team, today),
        signals=edition.signals(team),
    )


def agenda_view(team: PublishedTeam, today: date) -> AgendaView:
    """Return a team's meetings: coming is what has not been held and does not lie before today."""
    meetings = sorted(team.agenda, key=lambda meeting: (meeting.date.first, meeting.what))
    views = [MeetingView(m, mark(m.step) if m.step else None) for m in meetings]
    coming = tuple(v for v in views if v.meeting.status != "gehouden" and v.meeting.date.last >= today)
    past = tuple(v for v in reversed(views) if v not in coming)
    return AgendaView(coming, past, agenda_url(team.id) if calendar_view(team) else None)


def _goal(goal: Goal, team: PublishedTeam, edition: Edition) -> GoalView:
    names = {found.id: found.name for found in team.goals}
    factors = {factor.id: factor.name for factor in team.working_factors}
    aims = {aim.id: aim.name for aim in edition.organisation.transformation_goals}
    elaboration = goal.elaboration
    # A scale that was replaced stands after the ones in use.
    scales = sorted((s for s in team.scales if s.goal == goal.id), key=lambda scale: scale.replaced_by is not None)
    return GoalView(
        id=goal.id,
        name=goal.name,
        status=goal.status.value,
        word=say(_GOAL_WORDS[goal.status.value]),
        reason=goal.reason,
        successor=Link(names[goal.replaced_by], f"#doel-{goal.replaced_by}") if goal.replaced_by else None,
        working_factors=tuple(Link(factors[id], f"#factor-{id}") for id in goal.working_factors),
        transformation_goals=tuple(Link(aims[id], transformation_goal_url(id)) for id in goal.transformation_goals),
        tool=say(_TOOLS[elaboration.tool]) if elaboration and elaboration.tool else None,
        elaborated=elaboration.date if elaboration else None,
        features=tuple(_grouped(elaboration.features)) if elaboration else (),
        theory=goal.intervention_theory,
        scales=tuple(_scale(scale, team) for scale in scales),
        improvements=tuple(i for i in team.improvements if i.from_goal == goal.id),
    )


def _grouped(features: tuple[Feature, ...]) -> list[FeatureGroup]:
    groups = []
    for destination, title in _DESTINATIONS.items():
        found = tuple(feature.what for feature in features if feature.destination == destination)
        if found:
            groups.append(FeatureGroup(say(title), found))
    return groups


def _scale(scale: Scale, team: PublishedTeam) -> ScaleView:
    talks = [m for m in team.measurements if m.scale == scale.id]
    names = {found.id: found.question or found.id for found in team.scales}
    return ScaleView(
        id=scale.id,
        question=scale.question or scale.id,
        low=scale.low,
        high=scale.high,
        filled_in_by=say(_FILLED_IN_BY[scale.filled_in_by]) if scale.filled_in_by else "",
        level=say(_LEVELS[scale.talk_level]) if scale.talk_level else "",
        instrument=scale.instrument if scale.instrument in ("ORS", "SRS") else None,
        successor=Link(names[scale.replaced_by], f"#schaal-{scale.replaced_by}") if scale.replaced_by else None,
        talks=tuple(sorted(talks, key=lambda m: m.date.first, reverse=True)),
    )


def _factors(team: PublishedTeam) -> list[FactorView]:
    names = {quality.id: quality.name for quality in team.qualities}
    return [
        FactorView(factor.id, factor.name, tuple(Link(names[id], f"#kwaliteit-{id}") for id in factor.qualities))
        for factor in team.working_factors
    ]


def _choice(team: PublishedTeam) -> str | None:
    sentences = {
        "stemming": "Het team koos zijn doelen door te stemmen.",
        "rangorde": "Ieder zette de doelen op volgorde. Samen gaf dat de keuze.",
        "gesprek": "Het team koos zijn doelen in gesprek.",
    }
    return say(sentences[team.goal_choice.manner]) if team.goal_choice else None
