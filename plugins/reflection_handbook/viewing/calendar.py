"""``/teams/<team>/agenda.ics``: a team's meetings as events of whole days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.agenda import Meeting, MeetingStatus
from ..model.language import say
from ..model.origin import Origin
from ..model.published import PublishedTeam
from .steps import mark


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting on a known day."""

    uid: str
    """Never changes while the meeting stays the same: calendars know it by this."""
    sequence: int
    day: date
    title: str
    description: str
    cancelled: bool


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The calendar of a team."""

    name: str
    events: tuple[Event, ...]


def calendar_view(team: PublishedTeam) -> CalendarView | None:
    """Return a team's calendar, or nothing when no meeting has a known day."""
    events = tuple(_event(meeting, day, team) for meeting in team.agenda if (day := meeting.date.exact))
    if not events:
        return None
    name = say("Reflectie {team}", team=team.name)
    if team.origin is Origin.EXAMPLE:
        name = say("{name} (verzonnen voorbeeld)", name=name)
    return CalendarView(name, tuple(sorted(events, key=lambda event: (event.day, event.uid))))


def _event(meeting: Meeting, day: date, team: PublishedTeam) -> Event:
    key = meeting.id or "-".join(filter(None, [meeting.step.value if meeting.step else "", day.isoformat()]))
    made_up = say(" (verzonnen voorbeeld)") if team.origin is Origin.EXAMPLE else ""
    parts = [
        say("Stap {number}: {step}", number=meeting.step.number, step=mark(meeting.step).title) if meeting.step else "",
        say("Gespreksleiding: {who}", who=meeting.who) if meeting.who else "",
    ]
    return Event(
        uid=f"{team.id}-{key}@handboek-reflectie",
        sequence=meeting.version,
        day=day,
        title=f"{meeting.what}{made_up}",
        description="\n".join(filter(None, parts)),
        cancelled=meeting.status is MeetingStatus.CANCELLED,
    )
