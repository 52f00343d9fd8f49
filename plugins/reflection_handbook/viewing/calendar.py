"""``/teams/<team>/agenda.ics``, and the calendar of several teams: meetings as events of whole days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    """The calendar of a team, or of several."""

    name: str
    events: tuple[Event, ...]


def calendar_view(team: PublishedTeam) -> CalendarView | None:
    """Return a team's calendar, or nothing when no meeting has a known day."""
    events = tuple(sorted(_events(team), key=_order))
    if not events:
        return None
    name = say("Reflectie {team}", team=team.name)
    if team.origin is Origin.EXAMPLE:
        name = say("{name} (verzonnen voorbeeld)", name=name)
    return CalendarView(name, events)


def calendar_of_teams(teams: tuple[PublishedTeam, ...]) -> CalendarView | None:
    """Return one calendar for some teams, or nothing when none of their meetings has a known day.

    Its events are those of the teams' own calendars, with the same UIDs: who has both sees nothing twice. With more
    than one team each title says whose it is.
    """
    if len(teams) == 1:
        return calendar_view(teams[0])
    events = [
        replace(event, title=f"{team.name}: {event.title}")
        for team in teams
        if (own := calendar_view(team))
        for event in own.events
    ]
    if not events:
        return None
    return CalendarView(say("Reflectie, {count} teams", count=len(teams)), tuple(sorted(events, key=_order)))


def _order(event: Event) -> tuple[date, str]:
    return event.day, event.uid


def _events(team: PublishedTeam) -> Iterator[Event]:
    alike: Counter[str] = Counter()
    for meeting in team.agenda:
        if day := meeting.date.exact:
            key = _key(meeting, day)
            alike[key] += 1
            yield _event(meeting, day, team, key if alike[key] == 1 else f"{key}.{alike[key]}")


def _key(meeting: Meeting, day: date) -> str:
    """Return what tells a meeting from the others of its team: its id, or else its step and day.

    Ids and steps hold no point, so that neither the two forms nor two teams can give the same UID.
    """
    if meeting.id:
        return meeting.id
    return f"{meeting.step.value if meeting.step else 'bijeenkomst'}.{day.isoformat()}"


def _event(meeting: Meeting, day: date, team: PublishedTeam, key: str) -> Event:
    cancelled = meeting.status is MeetingStatus.CANCELLED
    title = meeting.what
    if team.origin is Origin.EXAMPLE:
        title += say(" (verzonnen voorbeeld)")
    if cancelled:  # not every phone shows that an event is cancelled
        title = say("Afgezegd: ") + title
    parts = [
        say("Stap {number}: {step}", number=meeting.step.number, step=mark(meeting.step).title) if meeting.step else "",
        say("Gespreksleiding: {who}", who=meeting.who) if meeting.who else "",
    ]
    return Event(
        uid=f"{team.id}.{key}@handboek-reflectie",
        sequence=meeting.version,
        day=day,
        title=title,
        description="\n".join(filter(None, parts)),
        cancelled=cancelled,
    )
