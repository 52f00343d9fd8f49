from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reflection_handbook.model.dates import PartialDate
from reflection_handbook.model.published import NOT_SHOWN, PublishedTeam
from reflection_handbook.viewing.series import Reading, RoundStart, Series, round_of, series_views
from support import published

MIDDLE = [4, 5, 6, 6, 7, 8]


def _team(*measurements: dict[str, Any], scale: dict[str, Any] | None = None, **keys: Any) -> PublishedTeam:
    own = {"id": "samen", "doel": "sterk", "vraag": "Hoe gaat het samen?", "ingevuld_door": "team", **(scale or {})}
    filled: dict[str, Any] = {
        "doelen": [{"id": "sterk", "naam": "Sterk"}],
        "schalen": [own],
        "metingen": [{"schaal": "samen", "uitgenodigd": 8, **measurement} for measurement in measurements],
        **keys,
    }
    return published(**filled)


def _series(*measurements: dict[str, Any], **keys: Any) -> Series:
    return series_views(_team(*measurements, **keys))["samen"]


def test_readings_stand_in_the_order_of_time_whatever_the_order_in_the_portfolio() -> None:
    dates = ("2026-10-05", "2026-03", "2026-03-02", "2025")
    found = _series(*({"datum": when, "scores": MIDDLE} for when in dates))
    assert [str(reading.date) for reading in found.readings] == ["2025", "2026-03", "2026-03-02", "2026-10-05"]
    assert (found.first, found.last) == (date(2025, 1, 1), date(2026, 10, 5))


def test_a_figure_that_was_withheld_keeps_its_place_with_the_words_of_the_gate() -> None:
    first = {"datum": "2026-05-01", "scores": MIDDLE}
    found = _series(first, {"datum": "2026-06-01", "scores": [5, 6, 6]}, {"datum": "2026-07-01"})
    assert [(one.value, one.word) for one in found.readings] == [
        (6.0, ""),
        (None, NOT_SHOWN),
        (None, "alleen het gesprek"),
    ]


@pytest.mark.parametrize(
    ("scores", "mean", "value", "side"),
    [
        ([1, 1, 2, 2, 3, 3], "3 of lager", 3.0, "lower"),
        ([9, 9, 10, 10, 10, 9], "9 of hoger", 9.0, "higher"),
        (MIDDLE, 6, 6.0, None),
    ],
)
def test_near_an_end_it_stands_where_the_gate_says_and_points_further(
    scores: list[int], mean: object, value: float, side: str | None
) -> None:
    (reading,) = _series({"datum": "2026-05-01", "scores": scores}).readings
    assert (reading.mean, reading.value, reading.side) == (mean, value, side)


def test_without_any_figure_there_is_no_series() -> None:
    assert series_views(_team({"datum": "2026-05-01", "scores": [5, 6, 7]})) == {}
    assert series_views(_team()) == {}


@pytest.mark.parametrize("scale", [{"ingevuld_door": "ouder"}, {"ingevuld_door": "client"}, {"instrument": "ORS"}])
def test_what_clients_or_parents_fill_in_has_none(scale: dict[str, str]) -> None:
    assert series_views(_team({"datum": "2026-05-01"}, scale=scale)) == {}


def test_the_charts_of_a_team_share_their_time() -> None:
    scales = [{"id": id, "doel": "sterk", "vraag": id, "ingevuld_door": "team"} for id in ("een", "twee")]
    measured = [
        {"schaal": "een", "datum": "2025-03", "uitgenodigd": 8, "scores": MIDDLE},
        {"schaal": "twee", "datum": "2026-10-05", "uitgenodigd": 8, "scores": MIDDLE},
    ]
    found = series_views(_team(schalen=scales, metingen=measured))
    assert {(one.first, one.last) for one in found.values()} == {(date(2025, 3, 1), date(2026, 10, 5))}


def test_a_reworded_scale_is_a_series_of_its_own() -> None:
    scales = [
        {"id": "oud", "doel": "sterk", "vraag": "Oud?", "ingevuld_door": "team", "vervangen_door": "nieuw"},
        {"id": "nieuw", "doel": "sterk", "vraag": "Nieuw?", "ingevuld_door": "team"},
    ]
    measured = [
        {"schaal": "oud", "datum": "2026-03-01", "uitgenodigd": 8, "scores": MIDDLE},
        {"schaal": "nieuw", "datum": "2026-10-05", "uitgenodigd": 8, "scores": MIDDLE},
    ]
    found = series_views(_team(schalen=scales, metingen=measured))
    assert {id: len(one.readings) for id, one in found.items()} == {"oud": 1, "nieuw": 1}


TWO_ROUNDS = [
    {"ronde": 1, "gestart": "2025-01-16", "stappen": {}},
    {"ronde": 2, "stappen": {"engagement": {"status": "afgerond", "van": "2026-01-15"}}},
]


def test_a_round_begins_where_it_says_or_with_its_first_step() -> None:
    found = _series({"datum": "2026-05-01", "scores": MIDDLE}, rondes=TWO_ROUNDS)
    assert found.rounds == (RoundStart(1, PartialDate(2025, 1, 16)), RoundStart(2, PartialDate(2026, 1, 15)))
    assert found.in_rounds
    assert not _series({"datum": "2026-05-01", "scores": MIDDLE}, rondes=TWO_ROUNDS[:1]).in_rounds


@pytest.mark.parametrize(
    ("when", "round"),
    [
        (PartialDate(2025, 1, 16), 1),
        (PartialDate(2025, 12), 1),
        (PartialDate(2026, 1, 14), 1),
        (PartialDate(2026, 1), None),
        (PartialDate(2026), None),
        (PartialDate(2026, 2), 2),
        (PartialDate(2024, 12, 31), None),
    ],
)
def test_a_date_lies_in_a_round_only_where_that_is_certain(when: PartialDate, round: int | None) -> None:
    assert round_of(when, _team(rondes=TWO_ROUNDS)) == round


def test_with_one_round_every_date_lies_in_it() -> None:
    assert round_of(PartialDate(2024), _team(rondes=TWO_ROUNDS[:1])) == 1
    assert round_of(PartialDate(2024), _team()) is None


def test_a_reading_is_frozen() -> None:
    reading = Reading("meting", PartialDate(2026), None, None, None, "")
    with pytest.raises(AttributeError):
        reading.word = "anders"  # type: ignore[misc]
