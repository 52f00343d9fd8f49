"""``publish``: the one way from what was read to what may be shown."""

from __future__ import annotations

from datetime import date

from ..model.consent import Audience
from ..model.handbook import Handbook, Practice, Team
from ..model.language import say
from ..model.origin import Origin
from ..model.portfolio import Portfolio, Round
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
from .consent import Circle, objection_to_portfolio, objection_to_practice, origin_of

NOT_SHOWN = "te weinig gegevens om te tonen"
"""What stands in the place of a figure, whatever the reason: the reason itself would tell something."""


def publish(handbook: Handbook, audience: Audience, team: str | None = None, today: date | None = None) -> Edition:
    """Return the part of a handbook that an audience may see.

    Args:
        handbook: what was read, without errors.
        audience: for whom.
        team: with audience ``team``, the id of the team.
        today: the day of building; consent with a later date is no consent yet.
    """
    circle = Circle(audience, team, today)
    teams = {found.id: found for found in handbook.teams}
    shown = {id: found for id, found in teams.items() if objection_to_portfolio(found, circle) is None}
    return Edition(
        audience=audience,
        organisation=handbook.organisation,
        documents=handbook.documents,
        questions=tuple(entry.question for entry in handbook.questions),
        teams=tuple(map(_team, shown.values())),
        practices=tuple(
            _practice(practice, origin_of(practice, of), practice.team in shown)
            for practice in handbook.practices
            if objection_to_practice(practice, of := teams.get(practice.team or ""), circle) is None
        ),
    )


def _practice(practice: Practice, origin: Origin, team_is_shown: bool) -> PublishedPractice:
    """Return a practice; of a team that is not shown, without what would point at that team."""
    card = practice.card
    hidden = practice.team is not None and not team_is_shown
    return PublishedPractice(
        id=practice.id,
        title=card.title,
        team=None if hidden else practice.team,
        origin=origin,
        qualities=() if hidden else card.qualities,
        working_factors=() if hidden else card.working_factors,
        transformation_goals=card.transformation_goals,
        reference=card.consent.reference if card.consent and card.consent.basis else None,
        text=practice.text.strip(),
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
