"""Figures about a few people: what may be shown, and that nobody's answer can be worked out from it."""

from __future__ import annotations

from collections import Counter
from itertools import combinations_with_replacement

import pytest

from reflection_handbook.publishing.small_numbers import (
    Figure,
    Floors,
    band,
    count_word,
    figure,
    form_average,
    mean_in_halves,
    moved_by_few,
)

FLOORS = Floors()


@pytest.mark.parametrize(
    ("scores", "invited", "shown"),
    [
        ([5, 6, 6, 7, 7], 5, Figure("6", "5–9")),
        ([5, 6, 6, 7], 4, None),  # four people
        ([5, 6, 6, 7, 7], 8, Figure("6", "5–9")),  # 62.5 %
        ([5, 6, 6, 7, 7], 9, None),  # 55.6 %
        ([5, 6, 6, 6, 7, 7], 10, Figure("6", "5–9")),  # 60 % exactly
        ([5, 6, 6, 7, 7], None, None),  # nobody wrote down how many were invited
        ([5, 6, 6, 7, 7], 0, None),
        ([6, 6, 6, 6, 6], 5, None),  # all the same
        ([6, 6, 6, 6, 7], 5, Figure("6", "5–9")),
        ([5] * 5 + [6] * 5, 10, Figure("5.5", "10+")),
        ([5] * 5 + [6] * 4, 10, Figure("5.5", "5–9")),
        ([1, 1, 1, 1, 2], 5, Figure("3 of lager", "5–9")),
        ([9, 10, 10, 10, 10], 5, Figure("9 of hoger", "5–9")),
        ([], 5, None),
    ],
)
def test_a_round_taken_by_itself(scores: list[int], invited: int | None, shown: Figure | None) -> None:
    assert figure(scores, invited, FLOORS) == shown


@pytest.mark.parametrize(
    ("scores", "mean"),
    [
        ([3, 3, 3, 3, 4], "3 of lager"),  # 3.2
        ([3, 3, 3, 4], "3.5"),  # 3.25 goes up
        ([6, 6, 6, 7], "6.5"),  # 6.25 goes up
        ([6, 7, 7, 7], "7"),  # 6.75 goes up
        ([8, 9, 9, 9], "9 of hoger"),  # 8.75 goes up
        ([8, 8, 9, 9, 9], "8.5"),  # 8.6
    ],
)
def test_a_mean_goes_to_the_nearest_half_and_only_its_side_near_the_ends(scores: list[int], mean: str) -> None:
    assert mean_in_halves(scores) == mean


@pytest.mark.parametrize(("count", "shown"), [(5, "5–9"), (9, "5–9"), (10, "10+"), (40, "10+")])
def test_a_number_of_respondents_is_a_band(count: int, shown: str) -> None:
    assert band(count) == shown


@pytest.mark.parametrize(
    ("count", "before", "changes", "held_back"),
    [
        (8, None, None, False),
        (8, None, 1, False),  # there is no round to compare with
        (8, 8, None, False),
        (8, 8, 0, False),
        (8, 7, None, True),
        (8, 10, None, True),
        (8, 5, None, False),
        (8, 8, 1, True),  # one left and one came
        (8, 8, 2, True),
        (8, 8, 3, False),
        (8, 5, 2, True),
    ],
)
def test_a_round_is_held_back_when_one_or_two_people_make_the_difference(
    count: int, before: int | None, changes: int | None, held_back: bool
) -> None:
    assert moved_by_few(count, before, changes) is held_back


@pytest.mark.parametrize(
    ("part", "whole", "word"),
    [
        (10, 10, "allen"),
        (5, 5, "allen"),
        (4, 4, None),
        (9, 10, "bijna allen"),
        (8, 10, "bijna allen"),
        (4, 5, "bijna allen"),
        (7, 10, "de meesten"),
        (6, 10, "de meesten"),
        (3, 5, "de meesten"),
        (5, 10, None),
        (0, 10, None),
        (11, 10, None),
        (None, 10, None),
        (10, None, None),
    ],
)
def test_a_count_of_people_is_a_word(part: int | None, whole: int | None, word: str | None) -> None:
    assert count_word(part, whole, FLOORS) == word


@pytest.mark.parametrize(
    ("average", "filled_in", "handed_out", "shown"),
    [
        (8.4, 9, 10, "8.5"),
        (8.4, 4, 4, None),
        (8.4, 5, 9, None),
        (8.4, 9, None, None),
        (9.6, 9, 10, "9 of hoger"),
        (2.1, 9, 10, "3 of lager"),
        (None, 9, 10, None),
    ],
)
def test_an_average_of_forms(
    average: float | None, filled_in: int | None, handed_out: int | None, shown: str | None
) -> None:
    assert form_average(average, filled_in, handed_out, FLOORS) == shown


def test_floors_may_be_raised() -> None:
    raised = Floors(fewest=8, least_response=0.75)
    assert figure([5, 6, 6, 7, 7, 7, 8], 7, raised) is None
    assert figure([5, 6, 6, 7, 7, 7, 8, 8], 10, raised) is not None
    assert figure([5, 6, 6, 7, 7, 7, 8, 8], 11, raised) is None
    assert count_word(7, 7, raised) is None


@pytest.mark.parametrize("floors", [{"fewest": 4}, {"least_response": 0.59}, {"least_response": 1.1}])
def test_floors_are_never_lowered(floors: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="never lowered"):
        Floors(**floors)  # type: ignore[arg-type]


# ---- Working backwards: from what is published to the answers that may have given it --------------------------------


def _sets(count: int) -> list[tuple[int, ...]]:
    """All sets of scores that so many people can give."""
    return list(combinations_with_replacement(range(1, 11), count))


def _published(scores: tuple[int, ...]) -> str | None:
    """What is shown of a round in which everybody took part. Nothing says nothing: every reason gives the same text."""
    found = figure(scores, len(scores), FLOORS)
    return f"{found.mean} ({found.band})" if found else None


@pytest.mark.parametrize("count", range(5, 9))
def test_many_sets_of_answers_stay_possible_for_one_round(count: int) -> None:
    """Also for somebody who knows exactly how many answered."""
    possible = Counter(map(_published, _sets(count)))
    assert min(possible.values()) >= 10, possible.most_common()[-1]


@pytest.mark.parametrize("before", range(5, 9))
@pytest.mark.parametrize("now", range(5, 9))
def test_two_rounds_together_never_leave_one_possibility(before: int, now: int) -> None:
    """Joiners and leavers included: what they answered is what one round has and the other lacks.

    This is the worst case: the onlooker knows exactly how many answered, and everybody who stayed gave the same answer
    twice. How many pairs of rounds are possible is counted for each pair of figures that is shown.
    """
    possible: Counter[tuple[str, str]] = Counter()
    few, many = sorted((before, now))
    for stayed in _sets(few):
        for moved in _sets(many - few):
            first, second = _published(stayed), _published(tuple(sorted(stayed + moved)))
            if first and second and not moved_by_few(now, before, None):
                possible[first, second] += 1
    if abs(now - before) in (1, 2):
        assert not possible  # the second round is held back
    else:
        assert min(possible.values()) > 1, possible.most_common()[-1]
