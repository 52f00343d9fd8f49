from __future__ import annotations

from typing import Any

from reflection_handbook.viewing.rounds import RoundView, round_views
from support import published

DONE = {"status": "afgerond"}
STEPS = ("engagement", "interviews", "teruglegging", "werkzame-factoren", "keuze-monitoring", "monitoren", "herhaling")


def _rounds(*rounds: dict[str, Any], **keys: Any) -> tuple[RoundView, ...]:
    return round_views(published(rondes=list(rounds), **keys))


FIRST = {"ronde": 1, "gestart": "2025-01", "stappen": {step: DONE for step in STEPS}}
SECOND = {"ronde": 2, "gestart": "2026-01-15", "stappen": {"engagement": DONE, "interviews": {"status": "bezig"}}}
GOALS = [
    {"id": "mee", "naam": "Mee"},
    {"id": "klaar", "naam": "Klaar", "ronde": 1, "status": "behaald"},
    {"id": "oud", "naam": "Oud", "ronde": 1, "status": "vervangen", "vervangen_door": "klaar", "reden": "Beter zo."},
    {"id": "nieuw", "naam": "Nieuw", "ronde": 2},
]


def test_one_round_or_none_gives_nothing_to_compare() -> None:
    assert _rounds() == ()
    assert _rounds(FIRST, doelen=GOALS[:3]) == ()


def test_goals_stayed_were_reached_were_replaced_or_are_new() -> None:
    second, first = _rounds(FIRST, SECOND, doelen=GOALS)
    assert [(found.goal.text, found.word) for found in second.goals] == [
        ("Mee", "Ging mee uit ronde 1."),
        ("Nieuw", "Gekozen in deze ronde."),
    ]
    assert [(found.goal.url, found.word) for found in first.goals] == [
        ("#doel-mee", "Ging mee naar ronde 2."),
        ("#doel-klaar", "Behaald."),
        ("#doel-oud", "Vervangen door"),
    ]
    replaced = first.goals[-1]
    assert replaced.successor and (replaced.successor.text, replaced.reason) == ("Klaar", "Beter zo.")


def test_the_latest_round_comes_first_and_the_present_one_is_known() -> None:
    found = _rounds(SECOND, FIRST)
    assert [(round.number, round.current) for round in found] == [(2, True), (1, False)]


def test_a_round_that_is_only_planned_takes_no_goals_along_yet() -> None:
    planned = {"ronde": 2, "stappen": {"engagement": {"status": "gepland"}}}
    second, first = _rounds(FIRST, planned, doelen=GOALS[:1])
    assert (second.current, second.goals, second.summary) == (False, (), "Nog niet begonnen.")
    assert [found.word for found in first.goals] == ["Gekozen in deze ronde."]


def test_a_replaced_goal_without_a_successor_says_no_more_than_that() -> None:
    goals = [{"id": "oud", "naam": "Oud", "status": "vervangen"}]
    _, first = _rounds(FIRST, SECOND, doelen=goals)
    assert [(found.word, found.successor) for found in first.goals] == [("Vervangen.", None)]


def test_a_round_tells_how_far_it_came_and_from_when_to_when() -> None:
    ended = {**FIRST, "stappen": {**FIRST["stappen"], "herhaling": {"status": "afgerond", "tot": "2025-12"}}}
    second, first = _rounds(ended, SECOND)
    assert (str(first.start), str(first.end), first.summary) == ("2025-01", "2025-12", "Alle stappen gezet.")
    assert (str(second.start), second.end, second.summary) == ("2026-01-15", None, "1 van de 7 stappen afgerond.")
    skipped = {**FIRST, "stappen": {**FIRST["stappen"], "monitoren": {"status": "overgeslagen"}}}
    assert _rounds(skipped, SECOND)[1].summary == "Klaar."


def test_without_a_start_a_round_begins_with_its_first_step() -> None:
    steps = {"interviews": {"status": "afgerond", "van": "2025-03-01"}, "engagement": {**DONE, "van": "2025-02"}}
    _, first = _rounds({"ronde": 1, "stappen": steps}, SECOND)
    assert str(first.start) == "2025-02"


def test_each_round_keeps_its_own_steps() -> None:
    second, first = _rounds(FIRST, SECOND)
    assert {state.status for state in first.states} == {"afgerond"}
    assert [state.status for state in second.states][:3] == ["afgerond", "bezig", "niet-gestart"]
