"""``/teams/<team>/``: where are we, what comes next, when, with whom; then why and what for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..model.agenda import Condition, LearningWish
from ..model.dates import PartialDate
from ..model.goals import Quality
from ..model.origin import Origin
from ..model.published import Edition, PublishedTeam
from ..model.steps import StepId
from .addresses import Link, practice_url
from .agenda import AgendaView, agenda_view
from .choice import ChoiceView, choice_view
from .days import days_word
from .elements import Element, Kind
from .goals import FactorView, GoalView, factor_views, goal_view
from .improvements import ImprovementView, improvement_views
from .kit_team import team_kit_link
from .method import StepCardView, step_cards
from .neighbours import beside_anchors, neighbours, practices_of
from .presentation import presentation_link
from .rounds import RoundView, round_views
from .signals import SignalView, signal_views
from .steps import Next, Standing, current_round, next_step, standing
from .teams import kind_word
from .timeline import Timeline, timeline


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
    next_days: str
    """How far away the next step is; nothing where its date is not known, or only retold."""
    today: date
    last_contact: PartialDate | None
    goals: tuple[GoalView, ...]
    replaced_goals: tuple[GoalView, ...]
    beside: Mapping[str, tuple[Element, ...]]
    """What stands beside each thing on this page, by the thing's anchor."""
    choice: ChoiceView | None
    factors: tuple[FactorView, ...]
    qualities: tuple[Quality, ...]
    practices: tuple[Link, ...]
    presentation: str | None
    """The address of what can be shown in a meeting, where there is something to show."""
    kit: str | None
    """The address of what can be printed for a meeting, where there is something to print."""
    loose_improvements: tuple[ImprovementView, ...]
    conditions: tuple[Condition, ...]
    learning_wishes: tuple[LearningWish, ...]
    agenda: AgendaView
    timeline: Timeline | None
    """The current round in time, where enough dates are known."""
    rounds: tuple[RoundView, ...]
    """The rounds beside each other, where there is more than one."""
    start: tuple[StepCardView, ...]
    """What comes, step by step, in place of parts that would all be empty: for a team that has just begun."""
    signals: tuple[SignalView, ...]
    """What could ask for attention, as far as this audience may see it. Source: DESIGN, publication rule 5."""
    signals_seen: bool
    """Whether this audience sees such signals at all."""

    def changes(self, talk: str) -> tuple[Element, ...]:
        """Return what the team does differently since a talk, by the talk's id."""
        return tuple(found for found in self.beside.get(talk, ()) if found.kind is Kind.IMPROVEMENT)


def team_view(team: PublishedTeam, edition: Edition, today: date) -> TeamView:
    """Return a team's page as it is on a day."""
    beside = neighbours(team, edition, today)
    goals = [goal_view(goal, team, edition, beside) for goal in team.goals]
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
        next_days=_next_days(team, today),
        today=today,
        last_contact=round.last_contact if round else None,
        goals=tuple(goal for goal in goals if goal.status != "vervangen"),
        replaced_goals=tuple(goal for goal in goals if goal.status == "vervangen"),
        beside=beside_anchors(beside),
        choice=choice_view(team),
        factors=factor_views(team, beside),
        qualities=team.qualities,
        presentation=presentation_link(team, edition),
        kit=team_kit_link(team, edition),
        practices=tuple(Link(p.title, practice_url(p.id)) for p in practices_of(team, edition)),
        loose_improvements=tuple(i for i in improvement_views(team) if i.from_goal not in of_goals),
        conditions=team.conditions,
        learning_wishes=team.learning_wishes,
        agenda=agenda_view(team, today),
        timeline=timeline(team, today),
        rounds=round_views(team),
        start=() if _under_way(team, edition) else step_cards(edition),
        signals=signal_views(team, edition),
        signals_seen=edition.signals(team),
    )


def _next_days(team: PublishedTeam, today: date) -> str:
    when = next_step(team).when
    return "" if team.origin is Origin.PILOT else days_word(when, today)


def _under_way(team: PublishedTeam, edition: Edition) -> bool:
    """Return whether there is something to show beyond where the team stands and when people meet."""
    found = (team.goals, team.working_factors, team.qualities, practices_of(team, edition))
    further = (step for round in team.rounds for id, step in round.steps.items() if id is not StepId.ENGAGEMENT)
    return team.origin is Origin.PILOT or any(found) or any(step.status.begun for step in further)
