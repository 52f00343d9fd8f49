"""The calendar, read back by a reader of our own that knows RFC 5545 and nothing of what wrote it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reflection_handbook.rendering.calendar import ics
from reflection_handbook.viewing.calendar import calendar_view
from support import published

MADE_ON = date(2026, 11, 23)
Event = dict[str, tuple[str, str]]


def _written(*meetings: dict[str, Any], **keys: Any) -> bytes:
    view = calendar_view(published(agenda=list(meetings), **keys))
    assert view
    return ics(view, MADE_ON)


def _lines(content: bytes) -> list[str]:
    """Return the content lines, put together where they were folded (RFC 5545, section 3.1)."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"") and b"\r" not in content.replace(b"\r\n", b"")
    rows = content.split(b"\r\n")[:-1]
    assert all(len(row) <= 75 for row in rows)
    assert all(row.decode("utf-8") for row in rows)  # no letter is cut in two
    return b"\r\n".join(rows).replace(b"\r\n ", b"").decode().split("\r\n")


def _text(value: str) -> str:
    """Return a text as it was before it was escaped (section 3.3.11)."""
    signs = {"\\\\": "\\", "\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";"}
    found, index = "", 0
    while index < len(value):
        pair = value[index : index + 2]
        found += signs.get(pair, value[index])
        index += 2 if pair in signs else 1
    return found


def _read(content: bytes) -> tuple[dict[str, str], list[Event]]:
    """Return the calendar's own properties, and each event's as parameters and value."""
    calendar: dict[str, str] = {}
    events: list[Event] = []
    inside: list[str] = []
    for line in _lines(content):
        head, _, value = line.partition(":")
        name, _, parameters = head.partition(";")
        assert name.replace("-", "").isalnum() and name == name.upper()
        if name == "BEGIN":
            inside.append(value)
            events += [{}] if value == "VEVENT" else []
        elif name == "END":
            assert inside.pop() == value
        elif inside == ["VCALENDAR"]:
            calendar[name] = value
        else:
            assert inside == ["VCALENDAR", "VEVENT"] and name not in events[-1]
            events[-1][name] = (parameters, value)
    assert not inside
    return calendar, events


MEETING = {"datum": "2026-12-10", "stap": "monitoren", "wat": "Derde meting", "wie": "gespreksleider", "id": "derde"}


def test_a_calendar_names_itself_and_its_maker() -> None:
    calendar, _ = _read(_written(MEETING))
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar["X-WR-CALNAME"] == "Reflectie West"


def test_a_meeting_is_an_event_of_a_whole_day() -> None:
    _, (event,) = _read(_written(MEETING))
    assert event["DTSTART"] == ("VALUE=DATE", "20261210")
    assert event["DTEND"] == ("VALUE=DATE", "20261211")
    assert event["TRANSP"][1] == "TRANSPARENT"  # it does not block somebody's day
    assert event["UID"][1] == "west.derde@handboek-reflectie"
    assert event["SEQUENCE"][1] == "0"
    assert event["STATUS"][1] == "CONFIRMED"
    assert event["DTSTAMP"][1] == "20261123T000000Z"
    assert _text(event["DESCRIPTION"][1]) == "Stap 6: Monitoren\nGespreksleiding: gespreksleider"


def test_the_last_day_of_a_year_ends_in_the_next() -> None:
    _, (event,) = _read(_written({**MEETING, "datum": "2026-12-31"}))
    assert event["DTEND"][1] == "20270101"


def test_a_meeting_that_moved_counts_on_and_one_that_is_called_off_is_cancelled() -> None:
    _, (event,) = _read(_written({**MEETING, "versie": 3, "status": "afgezegd"}))
    assert (event["SEQUENCE"][1], event["STATUS"][1]) == ("3", "CANCELLED")


@pytest.mark.parametrize(
    "what",
    [
        "Komma, puntkomma; dubbele punt: en \\ streep",
        'Aanhaling "zo" en ‘zo’',
        "END:VEVENT",
        "X\\nATTACH:https://elders.example/",
        "éé " * 50,
        "👩‍👩‍👧 " * 30,
        "<script>alert(1)</script>",
        "aa " * 100,
    ],
)
def test_any_words_come_back_as_they_were(what: str) -> None:
    calendar, (event,) = _read(_written({**MEETING, "wat": what}, naam=what))
    assert _text(event["SUMMARY"][1]) == what.strip()
    assert _text(calendar["X-WR-CALNAME"]) == f"Reflectie {what.strip()}"
    assert "ATTACH" not in event


def test_the_same_input_gives_the_same_bytes() -> None:
    assert _written(MEETING) == _written(MEETING)
