from __future__ import annotations

from typing import Any

from reflection_handbook.viewing.calendar import Event, calendar_view
from support import published


def _events(*meetings: dict[str, Any], **keys: Any) -> list[Event]:
    view = calendar_view(published(agenda=list(meetings), **keys))
    return list(view.events) if view else []


def test_a_meeting_keeps_its_uid_when_its_id_stays_the_same() -> None:
    (before,) = _events({"datum": "2026-12-10", "wat": "Meting", "id": "derde-meting"})
    (after,) = _events({"datum": "2026-12-17", "wat": "Derde meting", "id": "derde-meting", "versie": 1})
    assert before.uid == after.uid == "west.derde-meting@handboek-reflectie"
    assert (before.sequence, after.sequence) == (0, 1)


def test_without_an_id_step_and_day_make_the_uid_so_that_better_words_change_nothing() -> None:
    (before,) = _events({"datum": "2026-12-10", "wat": "Meting", "stap": "monitoren"})
    (after,) = _events({"datum": "2026-12-10", "wat": "De derde meting", "stap": "monitoren", "wie": "teamleider"})
    assert before.uid == after.uid


def test_meetings_on_another_day_of_another_step_or_with_an_id_have_uids_of_their_own() -> None:
    events = _events(
        {"datum": "2026-12-10", "stap": "monitoren", "wat": "Ochtend"},
        {"datum": "2026-12-10", "stap": "monitoren", "wat": "Middag", "id": "middag"},
        {"datum": "2026-12-10", "stap": "herhaling", "wat": "Avond"},
        {"datum": "2026-12-10", "wat": "Nacht"},
        {"datum": "2026-12-11", "wat": "Nacht"},
    )
    assert len({event.uid for event in events}) == 5


def test_uids_of_two_teams_differ() -> None:
    meeting = {"datum": "2026-12-10", "wat": "Meting", "id": "meting"}
    assert _events(meeting)[0].uid != _events(meeting, id="oost")[0].uid


def test_a_meeting_that_is_called_off_stays_and_says_so() -> None:
    events = _events(
        {"datum": "2026-12-10", "wat": "Meting", "status": "afgezegd"}, {"datum": "2026-12-11", "wat": "Gesprek"}
    )
    assert [event.cancelled for event in events] == [True, False]


def test_a_date_that_is_not_exact_is_no_event() -> None:
    assert _events({"datum": "2026-12", "wat": "Ooit"}, {"datum": "2027", "wat": "Later"}) == []
    assert calendar_view(published()) is None


def test_events_stand_in_order_of_day() -> None:
    events = _events({"datum": "2026-12-10", "wat": "B"}, {"datum": "2026-01-10", "wat": "A"})
    assert [event.title for event in events] == ["A", "B"]


def test_a_made_up_team_s_calendar_and_each_of_its_events_say_so() -> None:
    view = calendar_view(published(herkomst="voorbeeld", agenda=[{"datum": "2026-12-10", "wat": "Meting"}]))
    assert view and "verzonnen" in view.name
    assert "verzonnen" in view.events[0].title


def test_an_event_tells_step_and_role() -> None:
    (event,) = _events({"datum": "2026-12-10", "wat": "Meting", "stap": "monitoren", "wie": "gespreksleider"})
    assert event.description == "Stap 6: Monitoren\nGespreksleiding: gespreksleider"
