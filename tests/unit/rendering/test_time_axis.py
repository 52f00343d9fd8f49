from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflection_handbook.rendering.time_axis import LEFT, RIGHT, WIDTH, TimeAxis, month, ticks, width

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def test_it_holds_whole_months_and_at_least_three() -> None:
    assert [str(one) for one in TimeAxis(date(2026, 5, 21), date(2026, 5, 21)).months] == [
        "2026-04-01",
        "2026-05-01",
        "2026-06-01",
    ]
    year = TimeAxis(date(2026, 1, 15), date(2026, 12, 3))
    assert (year.start, year.end, len(year.months)) == (date(2026, 1, 1), date(2027, 1, 1), 12)


def test_time_is_to_scale() -> None:
    time = TimeAxis(date(2026, 1, 1), date(2026, 12, 31))
    assert (time.at(time.start), time.at(time.end)) == (LEFT, RIGHT)
    assert time.at(date(2026, 7, 2)) == pytest.approx((LEFT + RIGHT) / 2, abs=1)


@pytest.mark.parametrize(
    ("day", "later", "expected"),
    [
        (date(2026, 5, 21), 0, date(2026, 5, 1)),
        (date(2026, 12, 3), 1, date(2027, 1, 1)),
        (date(2026, 1, 31), -1, date(2025, 12, 1)),
    ],
)
def test_a_month_later_may_be_in_another_year(day: date, later: int, expected: date) -> None:
    assert month(day, later) == expected


def test_a_few_months_are_each_named_and_the_year_once() -> None:
    found = ticks(TimeAxis(date(2026, 5, 21), date(2026, 8, 29)))
    assert [(tick.label, tick.year) for tick in found] == [("mei", "2026"), ("jun", ""), ("jul", ""), ("aug", "")]


def test_two_years_are_named_by_quarter_and_many_by_year() -> None:
    found = ticks(TimeAxis(date(2025, 5, 1), date(2026, 10, 30)))
    assert [tick.label for tick in found if tick.label] == ["jul", "okt", "jan", "apr", "jul", "okt"]
    assert [tick.year for tick in found if tick.year] == ["2025", "2026"]
    many = ticks(TimeAxis(date(2015, 5, 1), date(2026, 10, 30)))
    assert {tick.year for tick in many} == {""} and {len(tick.label) for tick in many} <= {0, 4}


@given(DAYS, DAYS)
def test_whatever_the_time_every_name_has_room(one: date, other: date) -> None:
    time = TimeAxis(min(one, other), max(one, other) + timedelta(days=1))
    found = ticks(time)
    for row in ("label", "year"):
        named = [(tick.x, getattr(tick, row)) for tick in found if getattr(tick, row)]
        assert all(x >= LEFT and x + width(text) <= WIDTH for x, text in named)
        assert all(x + width(text) <= following + 8 for (x, text), (following, _) in pairwise(named))
