from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.model.published import NOT_SHOWN
from reflection_handbook.viewing.scales import ScaleView, scale_views
from support import PUBLIC_SOURCE, published

GOAL = {"doelen": [{"id": "sterk", "naam": "Sterk"}]}
MIDDLE = [4, 5, 6, 6, 7, 8]


def _scale(*measurements: dict[str, Any], **keys: Any) -> ScaleView:
    team = {key: keys.pop(key) for key in ("agenda", "rondes", "leden", "herkomst", "publicatie") if key in keys}
    scale = {"id": "samen", "doel": "sterk", "vraag": "Hoe gaat het samen?", **keys}
    measured = [{"schaal": "samen", "uitgenodigd": 8, **measurement} for measurement in measurements]
    (found,) = scale_views("sterk", published(**GOAL, schalen=[scale], metingen=measured, **team))
    return found


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("team", "het team"),
        ("medewerker", "de professional"),
        ("client", "de cliënt"),
        ("ouder", "de ouder"),
        ("samen", "cliënt en professional samen"),
    ],
)
def test_who_fills_it_in_is_told(by: str, words: str) -> None:
    assert _scale(ingevuld_door=by).filled_in_by == words


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("client-werker", "tussen cliënt en professional"),
        ("individueel", "met jezelf"),
        ("team", "in het team"),
    ],
)
def test_the_level_of_the_talk_is_told(level: str, words: str) -> None:
    assert _scale(gespreksniveau=level).level == words


def test_both_ends_and_the_instrument_are_told_as_far_as_they_are_known() -> None:
    whole = _scale(laag="Ieder voor zich", hoog="Samen", instrument="SRS")
    assert (whole.low, whole.high, whole.instrument) == ("Ieder voor zich", "Samen", "SRS")
    bare = _scale()
    assert (bare.low, bare.high, bare.instrument, bare.filled_in_by, bare.level) == (None, None, None, "", "")
    assert _scale(instrument="eigen").instrument is None  # a team's own needs no name


def test_what_was_said_stands_with_its_figure_and_the_meeting_of_its_day() -> None:
    agenda = [
        {"datum": "2026-10-05", "wat": "Stond erbij", "status": "afgezegd"},
        {"datum": "2026-10-05", "wat": "Derde meting", "status": "gehouden"},
    ]
    said = {"opbrengst": "Het helpt.", "een_cijfer_hoger": "Vaker."}
    found = _scale({"datum": "2026-10-05", "scores": MIDDLE, "gesprek": said}, ingevuld_door="team", agenda=agenda)
    (talk,) = found.talks
    assert (talk.outcome, talk.one_point_higher, talk.mean, talk.count) == ("Het helpt.", "Vaker.", 6, "5–9")
    assert talk.meeting and (talk.meeting.text, talk.meeting.url) == ("Derde meting", "#bijeenkomst-2")
    assert found.note is None


@pytest.mark.parametrize(("count", "open"), [(0, 0), (1, 1), (2, 2), (3, 1), (4, 1)])
def test_of_many_talks_only_the_latest_stands_open(count: int, open: int) -> None:
    found = _scale(*({"datum": f"2026-0{month}-01"} for month in range(1, count + 1)))
    assert len(found.open_talks) == open
    assert (*found.open_talks, *found.older_talks) == found.talks
    assert [talk.date.month for talk in found.talks] == list(range(count, 0, -1))


def test_a_team_under_five_keeps_its_talk_and_hears_once_why_there_is_no_figure() -> None:
    few = {"scores": [5, 6, 7], "uitgenodigd": 4, "gesprek": {"opbrengst": "Het helpt."}}
    found = _scale({"datum": "2026-10-05", **few}, {"datum": "2026-11-05", **few}, ingevuld_door="team", leden=4)
    assert [(talk.outcome, talk.mean, talk.not_shown) for talk in found.talks] == [("Het helpt.", None, None)] * 2
    assert found.note == f"Cijfers: {NOT_SHOWN}. Het gesprek is wat telt."
    assert found.series is None


@pytest.mark.parametrize("keys", [{"ingevuld_door": "ouder"}, {"ingevuld_door": "client"}, {"instrument": "ORS"}])
def test_of_clients_and_parents_there_is_only_the_talk(keys: dict[str, str]) -> None:
    found = _scale({"datum": "2026-10-05", "gesprek": {"opbrengst": "Het helpt."}}, **keys)
    assert (found.series, found.talks[0].mean, found.talks[0].outcome) == (None, None, "Het helpt.")
    assert found.note == "Bij deze schaal bewaren we geen cijfers. Het gesprek is wat telt."


def test_a_scale_that_was_not_used_says_what_will_stand_there_but_not_for_the_pilot() -> None:
    assert (note := _scale(ingevuld_door="team").note) and note.startswith("Het team heeft deze schaal nog niet")
    pilot = {"herkomst": "pilot", "publicatie": PUBLIC_SOURCE}
    assert _scale(ingevuld_door="team", **pilot).note is None


def test_a_reworded_scale_and_the_old_one_lead_to_each_other_and_the_old_one_stands_last() -> None:
    scales = [
        {"id": "oud", "doel": "sterk", "vraag": "Oud?", "vervangen_door": "nieuw"},
        {"id": "nieuw", "doel": "sterk", "vraag": "Nieuw?"},
    ]
    new, old = scale_views("sterk", published(**GOAL, schalen=scales))
    assert old.successor and (old.successor.text, old.successor.url) == ("Nieuw?", "#schaal-nieuw")
    assert [(link.text, link.url) for link in new.predecessors] == [("Oud?", "#schaal-oud")]
    assert old.note is None


def test_the_round_of_a_talk_is_told_where_there_are_more() -> None:
    rounds = [{"ronde": 1, "gestart": "2025-01", "stappen": {}}, {"ronde": 2, "gestart": "2026-01", "stappen": {}}]
    assert _scale({"datum": "2026-10-05"}, rondes=rounds).talks[0].round == 2
    assert _scale({"datum": "2026-10-05"}, rondes=rounds[:1]).talks[0].round is None


def _round(**keys: Any) -> str | None:
    team = {key: keys.pop(key) for key in ("herkomst", "publicatie", "metingen") if key in keys}
    scale = {"id": "samen", "doel": "sterk", "vraag": "Hoe gaat het & waarom?", **keys}
    (found,) = scale_views("sterk", published(**GOAL, schalen=[scale], **team), rounds=True)
    return found.round


def test_a_scale_in_use_starts_a_round_with_its_words() -> None:
    assert _round(laag="Niet") == ("voorbereiden/schaalronde/#schaal=samen&vraag=Hoe+gaat+het+%26+waarom%3F&laag=Niet")
    measured = {"schaal": "samen", "datum": "2026-05-21", "uitgenodigd": 8, "scores": MIDDLE}
    assert (_round(metingen=[measured]) or "").endswith("&metingen=ja")


@pytest.mark.parametrize(
    "keys",
    [
        {"instrument": "ORS"},
        {"instrument": "anders"},
        {"ingevuld_door": "client"},
        {"vraag": None},
        {"herkomst": "pilot", "publicatie": PUBLIC_SOURCE},
    ],
)
def test_no_round_of_what_is_no_scale_of_the_team_itself_or_of_the_pilot(keys: dict[str, Any]) -> None:
    assert _round(**keys) is None


def test_a_handbook_without_the_tool_offers_no_round() -> None:
    assert _scale().round is None
