"""The round a team is in, as a line of time: its steps as far as they have dates, its meetings, and today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.agenda import MeetingStatus
from ..model.dates import PartialDate
from ..model.origin import Origin
from ..model.published import PublishedRound, PublishedTeam
from ..model.steps import StepId, StepStatus
from .steps import StepState, current_round, round_states

_LEAST = 2
"""With fewer steps that have a date there is nothing to lay out in time."""


@dataclass(frozen=True, slots=True)
class Row:
    """A step in time."""

    state: StepState
    start: PartialDate
    end: PartialDate
    """Where only one day is known, both are that day."""
    open: bool
    """Whether it still goes on."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting in time."""

    step: int
    """The number of its step."""
    date: PartialDate
    what: str
    held: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """A round in time."""

    round: int
    rows: tuple[Row, ...]
    meetings: tuple[Mark, ...]
    today: date | None
    """Nothing where the round is only retold, or lies elsewhere in time."""
    first: date
    last: date


def timeline(team: PublishedTeam, today: date) -> Timeline | None:
    """Return the line of time of a team's current round, or nothing where too few dates are known."""
    round = current_round(team)
    if round is None:
        return None
    now = None if team.origin is Origin.PILOT else today
    rows = tuple(row for state in round_states(round, team) if (row := _row(state, now)))
    if len(rows) < _LEAST:
        return None
    meetings = tuple(_meetings(team, round, rows))
    dates = [row.start for row in rows] + [row.end for row in rows] + [one.date for one in meetings]
    first, last = min(found.first for found in dates), max(found.last for found in dates)
    near = now is not None and first <= now <= last
    return Timeline(round.round, rows, meetings, now if near else None, first, last)


def _row(state: StepState, today: date | None) -> Row | None:
    if state.status in (StepStatus.NOT_STARTED, StepStatus.SKIPPED):
        return None
    open = state.status == StepStatus.RUNNING
    start, end = state.start, state.end
    if open and start and today and start.first <= today:
        return Row(state, start, PartialDate.of(today), open=True)
    start, end = start or end, end or start
    if start is None or end is None or start.first > end.last:
        return None
    return Row(state, start, end, open)


def _meetings(team: PublishedTeam, round: PublishedRound, rows: tuple[Row, ...]) -> list[Mark]:
    """Return the meetings of the steps in the round: those from its start on that no later round begins before."""
    start = round.started.first if round.started else min(row.start.first for row in rows)
    later = [other.started.first for other in team.rounds if other.started and other.round > round.round]
    until = min(later, default=date.max)
    return [
        Mark(StepId(meeting.step).number, meeting.date, meeting.what, meeting.status is MeetingStatus.HELD)
        for meeting in team.agenda
        if meeting.step and meeting.status is not MeetingStatus.CANCELLED and start <= meeting.date.first < until
    ]
