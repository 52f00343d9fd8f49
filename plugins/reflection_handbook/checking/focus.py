"""What a team works on: goals that serve the transformation, a few at once, and talked about (report, 3.3 and 3.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model.goals import Goal, GoalStatus
from ..model.handbook import Team
from ..model.language import say
from ..model.scales import Measurement, Scale
from ..model.signals import SignalKind
from ..model.steps import StepId
from .found import Found, found, page_of, running
from .look import Look

_TRANSFORMATION_GOALS = "transformatiedoelen/"

_Placed = tuple[int, Measurement]
"""A measurement, with its place in the portfolio."""


def transformation_goal(team: Team, look: Look) -> Iterator[Found]:
    """A running goal serves a transformation goal.

    In the pilot the leadership of one team stepped in because of this, and the goal was replaced (section 3.4).
    """
    for i, goal in _running_goals(team):
        if not goal.transformation_goals and not team.source.lacks("doelen", i, "transformatiedoelen"):
            yield found(
                SignalKind.TRANSFORMATION_GOAL,
                ("doelen", i),
                say("Het doel ‘{name}’ hangt nog aan geen transformatiedoel.", name=goal.name),
                say("Een vraag voor het gesprek met team en teamleider: waar draagt dit doel aan bij?"),
                _TRANSFORMATION_GOALS,
            )


def many_goals(team: Team, look: Look) -> Iterator[Found]:
    """A team works on a few goals at once, with a few scales.

    The pilot soon dropped the scales of each person: they would have become too many to monitor and to guide (section
    3.3). That is about scales, so those count as well; where the goals are too many, the scales go without saying.
    """
    most = look.handbook.organisation.thresholds.goals_at_once
    goals = len(_running_goals(team))
    if goals > most:
        yield found(
            SignalKind.MANY_GOALS,
            ("doelen",),
            say("Het team werkt aan meer dan één doel tegelijk.")
            if most == 1
            else say("Het team werkt aan meer dan {most} doelen tegelijk.", most=most),
            say("Kies samen welk doel nu het belangrijkst is. De rest mag later."),
            page_of(StepId.FACTORS),
        )
    elif len(_scales_in_use(team)) > most:
        yield found(
            SignalKind.MANY_GOALS,
            ("schalen",),
            say("Het team gebruikt meer dan één schaal tegelijk.")
            if most == 1
            else say("Het team gebruikt meer dan {most} schalen tegelijk.", most=most),
            say("Kies samen welke schaal nu het meest helpt. Ook in de pilot dreigden het er te veel te worden."),
            page_of(StepId.CHOICE),
        )


def conversation(team: Team, look: Look) -> Iterator[Found]:
    """What was last measured on a scale in a running round was talked about: monitoring is a talk (section 2.3.4)."""
    rounds = {round.round for _, round in running(team)}
    if not rounds or team.source.lacks("metingen"):  # one that could not be read may be the last
        return
    of_scale: dict[str, list[_Placed]] = {}
    for i, measurement in enumerate(team.portfolio.measurements):
        of_scale.setdefault(measurement.scale, []).append((i, measurement))
    for scale, goal in _scales_in_use(team):
        newest = _newest(of_scale.get(scale.id, []), look.today)
        of_a_running_round = goal.round is None or goal.round in rounds
        if newest and of_a_running_round and not any(_talked_about(team, *placed) for placed in newest):
            yield found(
                SignalKind.CONVERSATION,
                ("metingen", newest[-1][0]),
                say("Bij de nieuwste meting van ‘{scale}’ staat nog geen gesprek.", scale=scale.question or scale.id),
                say("Praat er samen over, al is het kort, en schrijf op wat het opleverde. Daar is het cijfer voor."),
                page_of(StepId.MONITORING),
            )


def _running_goals(team: Team) -> list[tuple[int, Goal]]:
    """Return the goals that are surely running, each with its place in the portfolio."""
    return [
        (i, goal)
        for i, goal in enumerate(team.portfolio.goals)
        if goal.status is GoalStatus.RUNNING and not team.source.lacks("doelen", i, "status")
    ]


def _scales_in_use(team: Team) -> list[tuple[Scale, Goal]]:
    """Return the scales that were not replaced, each with the running goal it is for."""
    goals = {goal.id: goal for _, goal in _running_goals(team)}
    return [
        (scale, goals[scale.goal])
        for i, scale in enumerate(team.portfolio.scales)
        if scale.goal in goals and scale.replaced_by is None and not team.source.lacks("schalen", i, "vervangen_door")
    ]


def _newest(of_scale: list[_Placed], today: date) -> list[_Placed]:
    """Return all that may be the newest, as a partial date may mean; nothing while its day may still be today."""
    begun = [(i, measurement) for i, measurement in of_scale if measurement.date.first <= today]
    latest = max((measurement.date.first for _, measurement in begun), default=today)
    newest = [(i, measurement) for i, measurement in begun if measurement.date.last >= latest]
    return newest if all(measurement.date.last < today for _, measurement in newest) else []


def _talked_about(team: Team, i: int, measurement: Measurement) -> bool:
    """Return whether there was a talk, or one was written down that could not be read."""
    talk = measurement.conversation
    keys = ("opbrengst", "een_cijfer_hoger")
    unread = any(team.source.lacks("metingen", i, "gesprek", key) for key in keys)
    return unread or (talk is not None and bool(talk.outcome or talk.one_point_higher))
