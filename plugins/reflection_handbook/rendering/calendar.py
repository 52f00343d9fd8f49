"""A team's calendar as an ICS file (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText

from ..viewing.calendar import CalendarView


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
    calendar.add("x-wr-calname", vText(view.name))  # unlike other names, this one is not taken for text by itself
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
