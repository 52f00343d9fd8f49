from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflection_handbook.model.dates import PartialDate
from reflection_handbook.model.published import Mean
from reflection_handbook.rendering.chart import (
    AXIS,
    HEIGHT,
    HIGHEST,
    LEFT,
    LOWEST,
    WIDTH,
    Chart,
    chart,
    description,
    height,
    period,
    shape,
)
from reflection_handbook.viewing.series import Reading, RoundStart, Series

DATES = st.dates(date(2015, 1, 1), date(2035, 12, 31)).flatmap(
    lambda day: st.sampled_from(
        [PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)]
    )
)
MEANS: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.sampled_from(["3 of lager", "9 of hoger"]), st.integers(7, 17).map(lambda half: half / 2)
)


def _reading(when: PartialDate, mean: Mean | None) -> Reading:
    return Reading("meting", when, None, mean, "5–9" if mean else None, "" if mean else "alleen het gesprek")


def _series(*readings: tuple[PartialDate, Mean | None], rounds: tuple[RoundStart, ...] = ()) -> Series:
    found = sorted((_reading(*one) for one in readings), key=lambda one: (one.date.first, one.date.last))
    return Series(tuple(found), min(r.date.first for r in found), max(r.date.last for r in found), rounds)


def _drawn(*readings: tuple[PartialDate, Mean | None], rounds: tuple[RoundStart, ...] = ()) -> Chart:
    return chart(_series(*readings, rounds=rounds))


MAY, JULY, OCTOBER = PartialDate(2026, 5, 21), PartialDate(2026, 7), PartialDate(2026, 10, 29)


def test_the_scale_runs_from_one_to_ten_whatever_the_figures() -> None:
    assert (height(1), height(10)) == (LOWEST, HIGHEST)
    figures = [figure for figure, _ in _drawn((MAY, 6.0)).levels]
    assert (figures[0], figures[-1]) == (1, 10)
    places = [place for _, place in _drawn((MAY, 6.0)).levels]
    assert len({round(one - other, 1) for one, other in pairwise(places)}) == 1


def test_what_is_known_of_a_figure_has_a_shape_of_its_own() -> None:
    found = _drawn((MAY, 5.5), (JULY, 6.0), (PartialDate(2026, 8, 1), "9 of hoger"), (OCTOBER, None))
    assert [dot.shape for dot in found.dots] == ["day", "vague", "higher", "talk"]
    assert found.explained == {"vague", "higher", "talk"}
    assert _drawn((MAY, "3 of lager")).dots[0].shape == "lower"
    assert len({shape(name, 8, 8) for name in ("day", "vague", "lower", "higher", "talk")}) == 5


def test_a_month_or_a_year_reaches_over_all_of_it_and_a_day_over_none() -> None:
    day, month, year = _drawn((MAY, 6.0)), _drawn((JULY, 6.0)), _drawn((PartialDate(2026), 6.0))
    (on_day,), (in_month,), (in_year,) = day.dots, month.dots, year.dots
    assert on_day.start == on_day.end == on_day.x
    assert in_month.start < in_month.x < in_month.end
    assert in_year.end - in_year.start == pytest.approx(300, abs=1)


def test_a_talk_without_a_figure_stands_below_the_scale_and_breaks_the_line() -> None:
    found = _drawn((MAY, 5.5), (JULY, None), (OCTOBER, 7.0))
    assert found.dots[1].y == AXIS > LOWEST
    (line,) = found.lines
    assert line.broken and (line.x1, line.x2) == (found.dots[0].x, found.dots[2].x)
    (whole,) = _drawn((MAY, 5.5), (OCTOBER, 7.0)).lines
    assert not whole.broken


def test_where_figures_would_run_into_each_other_the_later_one_stays() -> None:
    near = [(PartialDate(2026, 5, day), 5.0 + day / 10) for day in (1, 5, 9)]
    found = _drawn(*near, (PartialDate(2025, 1), 4.0))
    assert [dot.label for dot in found.dots] == ["4", "", "", "5,9"]


def test_rounds_are_marked_where_they_begin() -> None:
    rounds = (RoundStart(1, PartialDate(2025, 1, 16)), RoundStart(2, PartialDate(2026, 6, 15)))
    one, two = _drawn((MAY, 5.5), (OCTOBER, 7.0), rounds=rounds).rounds
    assert (one.x, one.begins) == (LEFT, False)  # it was under way
    assert two.begins and two.x > LEFT and two.label == "ronde 2"
    later = (*rounds, RoundStart(3, PartialDate(2030)))
    assert len(_drawn((MAY, 5.5), (OCTOBER, 7.0), rounds=later).rounds) == 2


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        ([(MAY, 5.5)], "In mei 2026: 5,5."),
        ([(MAY, 5.5), (OCTOBER, 7.0)], "Van mei tot oktober 2026: 5,5 · 7."),
        ([(MAY, 5.5), (JULY, None)], "In mei 2026: 5,5. Daarnaast 1 gesprek zonder cijfer."),
        (
            [(PartialDate(2025), "3 of lager"), (JULY, None), (MAY, 6.0), (OCTOBER, None)],
            "Van 2025 tot mei 2026: 3 of lager · 6. Daarnaast 2 gesprekken zonder cijfer.",
        ),
    ],
)
def test_it_is_told_in_a_sentence(readings: list[tuple[PartialDate, Mean | None]], said: str) -> None:
    assert description(tuple(_reading(*one) for one in readings)) == said


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (MAY, PartialDate(2026, 5), "In mei 2026"),
        (MAY, JULY, "Van mei tot juli 2026"),
        (PartialDate(2026), MAY, "In 2026"),
        (PartialDate(2025), PartialDate(2026), "Van 2025 tot 2026"),
        (PartialDate(2025, 11), MAY, "Van november 2025 tot mei 2026"),
    ],
)
def test_a_period_is_as_precise_as_both_of_its_ends(first: PartialDate, last: PartialDate, words: str) -> None:
    assert period(first, last) == words


@settings(max_examples=150)
@given(
    st.lists(st.tuples(DATES, MEANS), min_size=1, max_size=12).filter(
        lambda readings: any(mean is not None for _, mean in readings)
    ),
    st.lists(DATES, max_size=4),
)
def test_whatever_the_figures_everything_stands_within_the_drawing(readings: Any, starts: list[PartialDate]) -> None:
    rounds = tuple(
        RoundStart(number, start) for number, start in enumerate(sorted(starts, key=lambda one: one.first), 1)
    )
    found = _drawn(*readings, rounds=rounds)
    for dot in found.dots:
        assert LEFT <= dot.start <= dot.x <= dot.end <= WIDTH
        assert 0 < dot.label_y < dot.y < HEIGHT
    named = [dot for dot in found.dots if dot.label]
    assert all(other.label_x - one.label_x >= 26 - 0.2 for one, other in pairwise(named))
    assert all(dot.label_x + 13 <= WIDTH for dot in named)
    assert all(LEFT <= mark.x <= WIDTH for mark in found.rounds)
