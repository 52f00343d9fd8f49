"""A portfolio's figures as they may be seen. The rules are in ``small_numbers``; here they meet the portfolio."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from ..model.goals import GoalChoice, Tally
from ..model.portfolio import Portfolio, Round
from ..model.published import (
    NOT_SHOWN,
    PublishedChoice,
    PublishedEndorsement,
    PublishedEvaluation,
    PublishedLetters,
    PublishedMeasurement,
    PublishedTally,
    ScoreCount,
)
from ..model.scales import Measurement
from ..model.steps import InterviewsRecord
from .small_numbers import Answers, Figure, Floors, band, enough, form_average, said_so, series, took_part


def measurements(portfolio: Portfolio, own: bool, floors: Floors) -> tuple[PublishedMeasurement, ...]:
    """Return a team's measurements in their order, each with its conversation and what may show of its figures.

    Where clients or parents fill in a scale no figure is looked at, also when somebody wrote one down.

    Args:
        portfolio: the team's.
        own: whether it is the team itself that looks: it sees how often each figure was given.
        floors: the organisation's floors.
    """
    keeps = {scale.id for scale in portfolio.scales if scale.keeps_scores}
    rounds: dict[str, list[Measurement]] = defaultdict(list)
    for measurement in sorted(portfolio.measurements, key=lambda measurement: measurement.date.first):
        if measurement.scores and measurement.scale in keeps:
            rounds[measurement.scale].append(measurement)
    shown: dict[int, Figure | None] = {}
    for found in rounds.values():
        answers = [Answers(one.scores, one.invited, one.changes) for one in found]
        shown |= zip(map(id, found), series(answers, floors), strict=True)
    return tuple(_measurement(measurement, shown.get(id(measurement)), own) for measurement in portfolio.measurements)


def _measurement(measurement: Measurement, figure: Figure | None, own: bool) -> PublishedMeasurement:
    return PublishedMeasurement(
        scale=measurement.scale,
        date=measurement.date,
        mean=figure.mean if figure else None,
        count=figure.band if figure else None,
        distribution=_distribution(measurement.scores) if figure and own else None,
        not_shown=NOT_SHOWN if measurement.scores and figure is None else None,
        conversation=measurement.conversation,
    )


def _distribution(scores: tuple[int, ...]) -> tuple[ScoreCount, ...]:
    return tuple(ScoreCount(score=score, count=count) for score, count in sorted(Counter(scores).items()))


def letters(record: InterviewsRecord, floors: Floors) -> PublishedLetters | None:
    """Return how many letters were sent and approved as words; both rest on how many had an interview."""
    given, of = record.letters, record.invited
    if given is None:
        return None
    return PublishedLetters(
        sent=said_so(given.sent, record.held, of, floors), approved=said_so(given.approved, given.sent, of, floors)
    )


def endorsement(round: Round, members: int | None, floors: Floors) -> PublishedEndorsement | None:
    """Return the answers to the three questions as words."""
    given = round.endorsement
    if given is None:
        return None
    of, answered = _most(members, round.steps.interviews.invited), given.participants
    return PublishedEndorsement(
        date=given.date,
        participants=took_part(answered, of, floors),
        gained_more=said_so(given.gained_more, answered, of, floors),
        go_on=said_so(given.go_on, answered, of, floors),
        grant_other_teams=said_so(given.grant_other_teams, answered, of, floors),
    )


def evaluation(round: Round, floors: Floors) -> PublishedEvaluation | None:
    """Return the averages of the evaluation forms; whoever had an interview could have filled one in."""
    forms, held = round.interview_evaluation, round.steps.interviews.held
    if forms is None:
        return None
    if forms.completed is None or not enough(forms.completed, held, floors):
        return PublishedEvaluation(not_shown=NOT_SHOWN)
    return PublishedEvaluation(
        completed=band(forms.completed),
        enjoyable=form_average(forms.enjoyable),
        energy=form_average(forms.energy),
        reflection=form_average(forms.reflection),
        insight=form_average(forms.insight),
    )


def choice(given: GoalChoice | None, members: int | None, floors: Floors) -> PublishedChoice | None:
    """Return how goals were chosen, in their order, without votes or points.

    With enough voters goals with as many points share a place, and of a vote it shows in a word how many were for each
    goal. With fewer a tie or a place could give somebody's vote away: then the order is the one in the file.
    """
    if given is None:
        return None
    trusted = enough(given.voters, members, floors)
    return PublishedChoice(
        manner=given.manner,
        date=given.date,
        voters=took_part(given.voters, members, floors),
        result=tuple(_ranked(given, members, floors) if trusted else _listed(given.result)),
    )


def _ranked(given: GoalChoice, members: int | None, floors: Floors) -> Iterator[PublishedTally]:
    points = [tally.points for tally in given.result if tally.points is not None]
    if len(points) < len(given.result):  # a place among points that nobody wrote down is none
        yield from _listed(given.result)
        return
    for tally in sorted(given.result, key=lambda tally: -(tally.points or 0)):
        votes = tally.points if given.manner == "stemming" else None
        yield PublishedTally(
            goal=tally.goal,
            place=1 + sum(other > (tally.points or 0) for other in points),
            support=said_so(votes, given.voters, members, floors),
        )


def _listed(result: tuple[Tally, ...]) -> Iterator[PublishedTally]:
    for place, tally in enumerate(result, 1):
        yield PublishedTally(goal=tally.goal, place=place)


def _most(*counts: int | None) -> int | None:
    """Return the largest count that is known: the more people could have answered, the more careful."""
    return max((count for count in counts if count is not None), default=None)
