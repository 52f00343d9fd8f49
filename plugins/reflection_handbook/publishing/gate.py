"""``publish``: the one way from what was read to what may be shown."""

from __future__ import annotations

from datetime import date

from ..checking.look import Look
from ..checking.signals import signals
from ..model.consent import Audience
from ..model.handbook import Handbook, Practice, Team
from ..model.origin import Origin
from ..model.portfolio import Round
from ..model.published import (
    Edition,
    PublishedPractice,
    PublishedRound,
    PublishedStep,
    PublishedTeam,
)
from ..model.signals import Signal
from ..model.steps import InterviewsRecord
from . import figures
from .consent import Circle, objection_to_portfolio, objection_to_practice, origin_of
from .small_numbers import Floors, took_part


def publish(handbook: Handbook, audience: Audience, team: str | None = None, today: date | None = None) -> Edition:
    """Return the part of a handbook that an audience may see.

    Args:
        handbook: what was read, without errors.
        audience: for whom.
        team: with audience ``team``, the id of the team.
        today: the day of building; consent with a later date is no consent yet. Without a day nothing is overdue, so
            there are no signals.
    """
    circle = Circle(audience, team, today)
    teams = {found.id: found for found in handbook.teams}
    floors = _floors(handbook)
    shown = {id: found for id, found in teams.items() if objection_to_portfolio(found, circle) is None}
    return Edition(
        audience=audience,
        organisation=handbook.organisation,
        documents=handbook.documents,
        attachments=handbook.attachments,
        questions=tuple(entry.question for entry in handbook.questions),
        literature=tuple(work.reference for work in handbook.literature),
        effort=handbook.effort.file if handbook.effort else None,
        plans=handbook.plans.file if handbook.plans else None,
        glossary=tuple(entry.term for entry in handbook.glossary),
        teams=tuple(_team(found, circle, handbook, floors) for found in shown.values()),
        practices=tuple(
            _practice(practice, origin_of(practice, of), practice.team in shown)
            for practice in handbook.practices
            if objection_to_practice(practice, of := teams.get(practice.team or ""), circle) is None
        ),
    )


def for_facilitator(handbook: Handbook, today: date) -> tuple[PublishedTeam, ...]:
    """Return every team as it sees itself, also without consent: for ``handbook status``, which publishes nothing.

    A facilitator reads the same sources; what is private in them stays out of this, too.
    """
    floors = _floors(handbook)
    return tuple(_team(team, Circle(Audience.TEAM, team.id, today), handbook, floors) for team in handbook.teams)


def _floors(handbook: Handbook) -> Floors:
    thresholds = handbook.organisation.thresholds
    return Floors(thresholds.fewest_answers, thresholds.least_response)


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
        questions=card.questions,
        reference=card.consent.reference if card.consent and card.consent.basis else None,
        text=practice.text.strip(),
    )


def _team(team: Team, circle: Circle, handbook: Handbook, floors: Floors) -> PublishedTeam:
    portfolio = team.portfolio
    publication, members = portfolio.publication, portfolio.members
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
        rounds=tuple(_round(round, members, floors) for round in portfolio.rounds),
        qualities=portfolio.qualities,
        working_factors=portfolio.working_factors,
        goal_choice=figures.choice(portfolio.goal_choice, members, floors),
        goals=portfolio.goals,
        scales=portfolio.scales,
        measurements=figures.measurements(portfolio, circle.owned_by(team.id), floors),
        conditions=portfolio.conditions,
        learning_wishes=portfolio.learning_wishes,
        improvements=portfolio.improvements,
        agenda=portfolio.agenda,
        signals=_signals(team, circle, handbook),
    )


def _signals(team: Team, circle: Circle, handbook: Handbook) -> tuple[Signal, ...]:
    """Return what asks for attention, as far as a circle may see it.

    A team sees all of its own. Its organisation, other teams in it included, sees what is about the process and nothing
    about anybody's role; nobody else sees any. Source: DESIGN, publication rule 5.
    """
    if circle.today is None or circle.audience is Audience.PUBLIC:
        return ()
    own = circle.owned_by(team.id)
    found = (entry.signal for entry in signals(team, Look(handbook, circle.today)))
    return tuple(signal for signal in found if own or not signal.kind.about_a_role)


def _round(round: Round, members: int | None, floors: Floors) -> PublishedRound:
    steps = {}
    for step, record in round.steps.items():
        interviews = record if isinstance(record, InterviewsRecord) else InterviewsRecord()
        steps[step] = PublishedStep(
            status=record.status,
            start=record.start,
            end=record.end,
            remark=record.remark,
            decision=getattr(record, "decision", None),
            form=getattr(record, "form", None),
            inventory=getattr(record, "inventory", None),
            invited=took_part(interviews.invited, members, floors),
            held=took_part(interviews.held, interviews.invited, floors),
            letters=figures.letters(interviews, floors),
        )
    return PublishedRound(
        round=round.round,
        started=round.started,
        steps=steps,
        endorsement=figures.endorsement(round, members, floors),
        interview_evaluation=figures.evaluation(round, floors),
        last_contact=round.last_contact,
        next_step=round.next_step,
    )
