"""The reflection agenda: which meetings come, and what those that have been brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.agenda import Meeting
from ..model.published import PublishedTeam
from .addresses import agenda_url
from .calendar import calendar_view
from .steps import StepMark, mark


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


def agenda_view(team: PublishedTeam, today: date) -> AgendaView:
    """Return a team's meetings: coming is what has not been held and does not lie before today."""
    meetings = sorted(team.agenda, key=lambda meeting: (meeting.date.first, meeting.what))
    views = [MeetingView(m, mark(m.step) if m.step else None) for m in meetings]
    coming = tuple(v for v in views if v.meeting.status != "gehouden" and v.meeting.date.last >= today)
    past = tuple(v for v in reversed(views) if v not in coming)
    return AgendaView(coming, past, agenda_url(team.id) if calendar_view(team) else None)
