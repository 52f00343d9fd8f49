"""``/teams/<team>/``: where are we, what comes next, when, with whom; then why and what for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.agenda import Condition, Improvement, LearningWish
from ..model.dates import PartialDate
from ..model.goals import Quality
from ..model.published import Edition, PublishedTeam
from .addresses import Link, practice_url
from .agenda import AgendaView, agenda_view
from .goals import FactorView, GoalView, choice_sentence, factor_views, goal_view
from .steps import Next, Standing, current_round, next_step, standing
from .teams import kind_word


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
    goals = [goal_view(goal, team, edition) for goal in team.goals]
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
        choice=choice_sentence(team),
        factors=factor_views(team),
        qualities=team.qualities,
        practices=tuple(Link(p.title, practice_url(p.id)) for p in edition.practices if p.team == team.id),
        loose_improvements=tuple(i for i in team.improvements if i.from_goal not in of_goals),
        conditions=team.conditions,
        learning_wishes=team.learning_wishes,
        agenda=agenda_view(team, today),
        signals=edition.signals(team),
    )
