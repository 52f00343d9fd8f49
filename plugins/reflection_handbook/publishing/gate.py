"""``publish``: the one way from what was read to what may be shown."""

from __future__ import annotations

from ..model.consent import Audience
from ..model.handbook import Handbook, Practice, Team
from ..model.language import say
from ..model.portfolio import Origin, Portfolio, Round
from ..model.published import (
    Edition,
    PublishedChoice,
    PublishedMeasurement,
    PublishedPractice,
    PublishedRound,
    PublishedStep,
    PublishedTeam,
)
from ..model.scales import Measurement
from .consent import Circle, objection_to_portfolio, objection_to_practice

NOT_SHOWN = "te weinig gegevens om te tonen"
"""What stands in the place of a figure, whatever the reason: the reason itself would tell something."""


def publish(handbook: Handbook, audience: Audience, team: str | None = None) -> Edition:
    """Return the part of a handbook that an audience may see.

    Args:
        handbook: what was read, without errors.
        audience: for whom.
        team: with audience ``team``, the id of the team.
    """
    circle = Circle(audience, team)
    shown = {t.id: t for t in handbook.teams if objection_to_portfolio(t, circle) is None}
    practices = [_practice(practice, handbook, shown, circle) for practice in handbook.practices]
    return Edition(
        audience=audience,
        organisation=handbook.organisation,
        documents=handbook.documents,
        questions=tuple(entry.question for entry in handbook.questions),
        teams=tuple(_team(t) for t in shown.values()),
        practices=tuple(practice for practice in practices if practice),
    )


def origin_of(practice: Practice, handbook: Handbook) -> Origin:
    """Return where a practice comes from: what its team says, and for one of no team what it says itself."""
    for team in handbook.teams:
        if team.id == practice.team:
            return team.portfolio.origin
    return practice.card.origin or Origin.PRACTICE


def told_in_a_group(practice: Practice, handbook: Handbook) -> bool:
    """Return whether a practice comes from a group interview, in any round of its team."""
    rounds = next((team.portfolio.rounds for team in handbook.teams if team.id == practice.team), ())
    return any(round.steps.interviews.form == "groep" for round in rounds)


def _practice(
    practice: Practice, handbook: Handbook, shown: dict[str, Team], circle: Circle
) -> PublishedPractice | None:
    origin = origin_of(practice, handbook)
    if objection_to_practice(practice, origin, circle, told_in_a_group(practice, handbook)):
        return None
    card = practice.card
    visible_team = practice.team is None or practice.team in shown
    return PublishedPractice(
        id=practice.id,
        title=card.title,
        team=practice.team if visible_team else None,
        origin=origin,
        # A hidden team's qualities and factors are its own; without the team they would point at it.
        qualities=card.qualities if visible_team else (),
        working_factors=card.working_factors if visible_team else (),
        transformation_goals=card.transformation_goals,
        reference=card.consent.reference if card.consent and card.consent.basis else None,
        text=practice.text.strip() or "…",
    )


def _team(team: Team) -> PublishedTeam:
    portfolio = team.portfolio
    publication = portfolio.publication
    return PublishedTeam(
        id=team.id,
        name=portfolio.name,
        kind=portfolio.kind,
        field_of_work=portfolio.field_of_work,
        region=portfolio.region,
        origin=portfolio.origin,
        reference_date=portfolio.reference_date,
        about=portfolio.about,
        reference=publication.reference if publication and publication.basis else None,
        rounds=tuple(map(_round, portfolio.rounds)),
        qualities=portfolio.qualities,
        working_factors=portfolio.working_factors,
        goal_choice=_choice(portfolio),
        goals=portfolio.goals,
        scales=portfolio.scales,
        measurements=tuple(map(_measurement, portfolio.measurements)),
        conditions=portfolio.conditions,
        learning_wishes=portfolio.learning_wishes,
        improvements=portfolio.improvements,
        agenda=portfolio.agenda,
    )


def _round(round: Round) -> PublishedRound:
    """Return a round without any count of people: who did not take part must not show."""
    steps = {}
    for step, record in round.steps.items():
        steps[step] = PublishedStep(
            status=record.status,
            start=record.start,
            end=record.end,
            remark=record.remark,
            decision=getattr(record, "decision", None),
            form=getattr(record, "form", None),
            inventory=getattr(record, "inventory", None),
        )
    return PublishedRound(
        round=round.round,
        started=round.started,
        steps=steps,
        last_contact=round.last_contact,
        next_step=round.next_step,
    )


def _choice(portfolio: Portfolio) -> PublishedChoice | None:
    """Return how goals were chosen, in their order, without votes."""
    choice = portfolio.goal_choice
    if choice is None:
        return None
    return PublishedChoice(manner=choice.manner, date=choice.date, result=tuple(tally.goal for tally in choice.result))


def _measurement(measurement: Measurement) -> PublishedMeasurement:
    """Return a measurement with its conversation and, until the rules for small numbers stand, without any figure."""
    return PublishedMeasurement(
        scale=measurement.scale,
        date=measurement.date,
        not_shown=say(NOT_SHOWN) if measurement.scores else None,
        conversation=measurement.conversation,
    )
