"""A calendar as an ICS file (RFC 5545), with what RFC 7986 adds for those who subscribe to it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vDuration, vText

from ..viewing.calendar import CalendarView

_EVERY = timedelta(days=1)
"""How often a phone that subscribes may look again. Without this, some look once a week."""


def ics(view: CalendarView, today: date) -> bytes:
    """Return a calendar file.

    Args:
        view: the calendar.
        today: the day it is made on; it is the events' time stamp, so that the same sources give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Handboek Reflectie//nl")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    # What a phone calls it: the standard's name, and the one that phones knew before it.
    calendar.add("name", vText(view.name))
    calendar.add("x-wr-calname", vText(view.name))
    again = vDuration(_EVERY)
    again.params["VALUE"] = "DURATION"  # RFC 7986, section 5.7: it has no type of its own
    calendar.add("refresh-interval", again)
    calendar.add("x-published-ttl", vDuration(_EVERY))
    for found in view.events:
        event = Event()
        event.add("uid", found.uid)
        event.add("dtstamp", datetime(today.year, today.month, today.day, tzinfo=UTC))
        event.add("dtstart", found.day)
        event.add("dtend", found.day + timedelta(days=1))
        event.add("summary", found.title)
        if found.description:
            event.add("description", found.description)
        event.add("sequence", found.sequence)
        event.add("status", "CANCELLED" if found.cancelled else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
