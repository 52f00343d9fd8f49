from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.viewing.agenda import AgendaView, agenda_view, promises
from support import TODAY, published


def _agenda(*meetings: dict[str, Any], **keys: Any) -> AgendaView:
    return agenda_view(published(agenda=[{"wat": "Gesprek", **meeting} for meeting in meetings], **keys), TODAY)


@pytest.mark.parametrize(
    ("meeting", "coming", "word", "days"),
    [
        ({"datum": "2026-12-10"}, True, "gepland", "over 17 dagen"),
        ({"datum": "2026-11-23"}, True, "gepland", "vandaag"),
        ({"datum": "2026-11"}, True, "gepland", "deze maand"),
        ({"datum": "2026"}, True, "gepland", "dit jaar"),
        ({"datum": "2026-11-22"}, False, "stond gepland", ""),
        ({"datum": "2026-10"}, False, "stond gepland", ""),
        ({"datum": "2026-12-10", "status": "verzet"}, True, "verzet naar deze dag", "over 17 dagen"),
        ({"datum": "2026-10-01", "status": "verzet"}, False, "was verzet", ""),
        ({"datum": "2026-12-10", "status": "afgezegd"}, True, "afgezegd", ""),
        ({"datum": "2026-10-01", "status": "afgezegd"}, False, "afgezegd", ""),
        ({"datum": "2026-11-23", "status": "gehouden"}, False, "gehouden", ""),
    ],
)
def test_a_meeting_comes_or_has_been_and_says_what_became_of_it(
    meeting: dict[str, str], coming: bool, word: str, days: str
) -> None:
    found = _agenda(meeting)
    (entry,) = found.coming or found.past
    assert (bool(found.coming), entry.word, entry.days) == (coming, word, days)


def test_a_day_comes_before_the_month_or_the_year_that_it_may_lie_in() -> None:
    found = _agenda({"datum": "2027"}, {"datum": "2027-01"}, {"datum": "2027-01-14"})
    assert [entry.anchor for entry in found.coming] == ["bijeenkomst-3", "bijeenkomst-2", "bijeenkomst-1"]


def test_what_comes_is_soonest_first_and_what_has_been_latest_first_each_at_its_place_in_the_portfolio() -> None:
    dates = ("2027-01-01", "2026-12-10", "2026-01-01", "2026-10-01")
    found = _agenda(*({"datum": date} for date in dates))
    assert [entry.anchor for entry in found.coming] == ["bijeenkomst-2", "bijeenkomst-1"]
    assert [entry.anchor for entry in found.past] == ["bijeenkomst-4", "bijeenkomst-3"]


def test_the_pilot_has_no_days_to_go_and_promises_nothing() -> None:
    keys = {"herkomst": "pilot", "verbeterpunten": [{"wat": "Briefing", "status": "afgesproken"}]}
    found = _agenda({"datum": "2026-12-10"}, **keys)
    assert [entry.days for entry in found.coming] == [""]
    assert not found.promises.any


def test_only_meetings_on_a_known_day_make_a_calendar() -> None:
    assert _agenda().calendar is None
    assert _agenda({"datum": "2026-12"}).calendar is None
    assert _agenda({"datum": "2026-12-10"}).calendar == "teams/west/agenda.ics"


FULL: dict[str, Any] = {
    "doelen": [{"id": "loopt", "naam": "Loopt"}, {"id": "klaar", "naam": "Klaar", "status": "behaald"}],
    "schalen": [
        {"id": "nu", "doel": "loopt", "vraag": "Hoe ver?"},
        {"id": "zonder", "doel": "loopt"},
        {"id": "toen", "doel": "loopt", "vervangen_door": "nu"},
        {"id": "af", "doel": "klaar"},
    ],
    "metingen": [
        {"schaal": "nu", "datum": "2026-09-01", "gesprek": {"een_cijfer_hoger": "Later."}},
        {"schaal": "nu", "datum": "2026-05", "gesprek": {"een_cijfer_hoger": "Eerst."}},
        {"schaal": "toen", "datum": "2026-10-01", "gesprek": {"een_cijfer_hoger": "Vervangen."}},
        {"schaal": "af", "datum": "2026-10-01", "gesprek": {"een_cijfer_hoger": "Behaald."}},
        {"schaal": "zonder", "datum": "2026-10-01", "gesprek": {"opbrengst": "Alleen dit."}},
    ],
    "verbeterpunten": [
        {"wat": "Idee"},
        {"wat": "Afgesproken", "status": "afgesproken"},
        {"wat": "Klaar", "status": "ingevoerd"},
    ],
    "randvoorwaarden": [{"wat": "Kamer", "antwoord": "Ja."}, {"wat": "Tijd"}],
}


def test_a_meeting_begins_with_what_was_promised() -> None:
    found = promises(published(**FULL))
    assert [(link.text, link.url) for link in found.agreed] == [("Afgesproken", "#verbeterpunt-2")]
    assert [(link.url, text) for link, text in found.higher] == [("#schaal-nu", "Later.")]
    assert [(link.text, link.url) for link in found.asked] == [("Tijd", "#randvoorwaarde-2")]
    assert found.any


def test_where_nothing_was_promised_nothing_is_looked_back_on() -> None:
    assert not promises(published()).any


def test_a_scale_without_a_question_is_known_by_its_name() -> None:
    keys = {**FULL, "schalen": [{"id": "nu", "doel": "loopt"}], "metingen": FULL["metingen"][:1]}
    ((link, _),) = promises(published(**keys)).higher
    assert link.text == "nu"
