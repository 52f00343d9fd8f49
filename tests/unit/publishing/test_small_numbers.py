"""Figures about a few people: what may be shown. What can be worked out from it: ``test_worked_out``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from reflection_handbook.model.published import NOT_SHOWN, Mean
from reflection_handbook.publishing.small_numbers import (
    Answers,
    Figure,
    Floors,
    band,
    enough,
    figure,
    form_average,
    mean_in_halves,
    moved_by_few,
    said_so,
    series,
    took_part,
)
from support import ROOT

FLOORS = Floors()
SHARED = json.loads((ROOT / "tests" / "shared" / "thresholds.json").read_text(encoding="utf-8"))
"""What the scale round in a browser follows too."""


@pytest.mark.parametrize("case", SHARED, ids=[case["shows"] for case in SHARED])
def test_what_the_browser_shows_is_what_may_be_shown(case: dict[str, Any]) -> None:
    assert (figure(case["scores"], case["invited"], FLOORS) is not None) == case["shown"]


@pytest.mark.parametrize(
    ("scores", "invited", "shown"),
    [
        ([5, 6, 6, 7, 7], 5, Figure(6.0, "5–9")),
        ([5, 6, 6, 7], 4, None),  # four people
        ([5, 6, 6, 7, 7], 8, Figure(6.0, "5–9")),  # 62.5 %
        ([5, 6, 6, 7, 7], 9, None),  # 55.6 %
        ([5, 6, 6, 6, 7, 7], 10, Figure(6.0, "5–9")),  # 60 % exactly
        ([5, 6, 6, 7, 7], None, None),  # nobody wrote down how many were invited
        ([5, 6, 6, 7, 7], 0, None),
        ([6, 6, 6, 6, 6], 5, None),  # all the same
        ([6, 6, 6, 6, 7], 5, Figure(6.0, "5–9")),
        ([5] * 5 + [6] * 5, 10, Figure(5.5, "10+")),
        ([5] * 5 + [6] * 4, 10, Figure(5.5, "5–9")),
        ([1, 1, 1, 1, 2], 5, Figure("3 of lager", "5–9")),
        ([9, 10, 10, 10, 10], 5, Figure("9 of hoger", "5–9")),
        ([], 5, None),
    ],
)
def test_a_round_taken_by_itself(scores: list[int], invited: int | None, shown: Figure | None) -> None:
    assert figure(scores, invited, FLOORS) == shown


@pytest.mark.parametrize(
    ("mean", "shown"),
    [
        (1, "3 of lager"),
        (3.0, "3 of lager"),
        (3.2, "3 of lager"),
        (3.25, 3.5),
        (5.2, 5.0),
        (6.25, 6.5),
        (6.5, 6.5),
        (6.75, 7.0),
        (8.6, 8.5),
        (8.74, 8.5),
        (8.75, "9 of hoger"),
        (9.0, "9 of hoger"),
        (10, "9 of hoger"),
    ],
)
def test_a_mean_goes_to_the_nearest_half_and_only_its_side_near_the_ends(mean: float, shown: Mean) -> None:
    assert mean_in_halves(mean) == shown


@pytest.mark.parametrize(("count", "shown"), [(5, "5–9"), (9, "5–9"), (10, "10+"), (40, "10+")])
def test_a_number_of_respondents_is_a_band(count: int, shown: str) -> None:
    assert band(count) == shown


@pytest.mark.parametrize(
    ("count", "before", "changes", "changed", "held_back"),
    [
        (8, None, None, 0, False),
        (8, None, 1, 1, False),  # there is no round to compare with
        (8, 8, None, 0, False),
        (8, 8, 0, 0, False),
        (8, 7, None, 0, True),
        (8, 10, None, 0, True),
        (8, 5, None, 0, False),
        (8, 8, 1, 1, True),
        (8, 8, 2, 2, True),  # one left and one came
        (8, 8, 3, 3, False),
        (8, 5, 2, 2, True),
        (8, 8, 0, 2, True),  # in a round between that was not shown
        (8, 8, 2, 4, True),
        (8, 8, 0, 4, False),
    ],
)
def test_a_round_is_held_back_when_one_or_two_people_make_the_difference(
    count: int, before: int | None, changes: int | None, changed: int, held_back: bool
) -> None:
    assert moved_by_few(count, before, changes, changed) is held_back


SHOWN = Figure(6.0, "5–9")


def _round(count: int, changes: int | None = None, invited: int | None = None, same: bool = False) -> Answers:
    """Return a round with a mean of 6."""
    scores = (6,) * count if same else (5, 7, *(6,) * (count - 2))
    return Answers(scores, count if invited is None else invited, changes)


@pytest.mark.parametrize(
    ("rounds", "shown"),
    [
        ([], ""),
        ([_round(5)], "+"),
        ([_round(5), _round(5)], "++"),
        ([_round(5), _round(6)], "+-"),
        ([_round(5), _round(7)], "+-"),
        ([_round(5), _round(8)], "++"),
        ([_round(8), _round(5)], "++"),
        ([_round(8), _round(7), _round(8)], "+-+"),  # with the last one that was shown
        ([_round(8), _round(7), _round(6)], "+--"),
        ([_round(8), _round(7), _round(5)], "+-+"),
        ([_round(8), _round(6), _round(7)], "+--"),
        ([_round(4), _round(5)], "-+"),  # nothing was shown before
        ([_round(5, same=True), _round(6)], "-+"),
        ([_round(8), _round(8, 1)], "+-"),
        ([_round(8), _round(8, 2)], "+-"),
        ([_round(8), _round(8, 3)], "++"),
        ([_round(8), _round(8, 0)], "++"),
        ([_round(8, 2), _round(8)], "++"),  # since a round that is not there
        ([_round(8), _round(8, 1), _round(8)], "+--"),  # still one person other than in the first
        ([_round(8), _round(8, 1), _round(8, 1), _round(8)], "+---"),
        ([_round(8), _round(8, 1), _round(8, 2), _round(8)], "+--+"),  # three by now
        ([_round(8), _round(8, 1), _round(8, 3)], "+-+"),
        ([_round(8), _round(8, 3), _round(8, 1)], "++-"),
        ([_round(8), _round(8, 1, invited=20), _round(8)], "+--"),  # whatever the round between was withheld for
        ([_round(8), _round(8, 3, same=True), _round(8, 0)], "+-+"),
    ],
)
def test_a_series_holds_back_a_round_that_differs_by_few_people_from_the_last_that_was_shown(
    rounds: Sequence[Answers], shown: str
) -> None:
    assert series(rounds, FLOORS) == [SHOWN if sign == "+" else None for sign in shown]


@pytest.mark.parametrize(
    ("count", "of", "found"),
    [
        (5, 5, True),
        (4, 4, False),
        (6, 10, True),
        (5, 9, False),
        (12, 20, True),
        (6, 5, False),  # more than everybody is a mistake
        (None, 5, False),
        (5, None, False),
        (5, 0, False),
    ],
)
def test_enough_is_five_people_and_three_in_five(count: int | None, of: int | None, found: bool) -> None:
    assert enough(count, of, FLOORS) is found


@pytest.mark.parametrize(
    ("part", "whole", "word"),
    [
        (10, 10, "allen"),
        (5, 5, "allen"),
        (4, 4, NOT_SHOWN),
        (9, 10, "bijna allen"),
        (8, 10, "bijna allen"),
        (4, 5, NOT_SHOWN),  # four people
        (7, 10, "de meesten"),
        (6, 10, "de meesten"),
        (3, 5, NOT_SHOWN),
        (5, 10, NOT_SHOWN),
        (0, 10, NOT_SHOWN),
        (11, 10, NOT_SHOWN),
        (10, None, NOT_SHOWN),
        (None, 10, None),
        (None, None, None),
    ],
)
def test_how_many_took_part_is_a_word(part: int | None, whole: int | None, word: str | None) -> None:
    assert took_part(part, whole, FLOORS) == word


@pytest.mark.parametrize(
    ("count", "answered", "of", "word"),
    [
        (5, 5, 5, "allen"),
        (4, 5, 5, "bijna allen"),
        (3, 5, 5, "de meesten"),
        (2, 5, 5, NOT_SHOWN),
        (0, 5, 5, NOT_SHOWN),
        (4, 4, 4, NOT_SHOWN),
        (5, 5, 9, NOT_SHOWN),  # too few of those who could have answered
        (6, 6, 10, "allen"),
        (6, 5, 5, NOT_SHOWN),
        (5, 5, None, NOT_SHOWN),
        (5, None, 5, NOT_SHOWN),
        (None, 5, 5, None),
    ],
)
def test_how_many_said_so_is_a_word_about_those_who_answered(
    count: int | None, answered: int | None, of: int | None, word: str | None
) -> None:
    assert said_so(count, answered, of, FLOORS) == word


@pytest.mark.parametrize(("average", "shown"), [(8.4, 8.5), (9.6, "9 of hoger"), (2.1, "3 of lager"), (None, None)])
def test_an_average_of_forms_is_shown_as_a_mean_is(average: float | None, shown: Mean | None) -> None:
    assert form_average(average) == shown


def test_floors_may_be_raised() -> None:
    raised = Floors(fewest=8, least_response=0.75)
    assert figure([5, 6, 6, 7, 7, 7, 8], 7, raised) is None
    assert figure([5, 6, 6, 7, 7, 7, 8, 8], 10, raised) is not None
    assert figure([5, 6, 6, 7, 7, 7, 8, 8], 11, raised) is None
    assert took_part(7, 7, raised) == NOT_SHOWN
    assert said_so(7, 7, 7, raised) == NOT_SHOWN
    assert said_so(8, 8, 8, raised) == "allen"


@pytest.mark.parametrize("floors", [{"fewest": 4}, {"least_response": 0.59}, {"least_response": 1.1}])
def test_floors_are_never_lowered(floors: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="never lowered"):
        Floors(**floors)  # type: ignore[arg-type]
