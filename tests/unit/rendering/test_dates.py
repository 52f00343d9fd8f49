from __future__ import annotations

from datetime import date

import pytest

from reflection_handbook.model.dates import PartialDate
from reflection_handbook.rendering.dates import dutch_date, dutch_figure


@pytest.mark.parametrize(
    ("written", "long", "short"),
    [
        ("2015-06-18", "18 juni 2015", "18 jun 2015"),
        ("2015-06", "juni 2015", "jun 2015"),
        ("2015", "2015", "2015"),
        ("2026-03-01", "1 maart 2026", "1 mrt 2026"),
        ("2024-02-29", "29 februari 2024", "29 feb 2024"),
        ("2026-01", "januari 2026", "jan 2026"),
    ],
)
def test_a_date_is_shown_in_dutch_and_as_precisely_as_it_is_known(written: str, long: str, short: str) -> None:
    value = PartialDate.read(written)
    assert dutch_date(value) == long
    assert dutch_date(value, short=True).replace(".", "") == short


def test_an_exact_day_of_the_calendar_will_do_too() -> None:
    assert dutch_date(date(2026, 11, 23)) == "23 november 2026"


@pytest.mark.parametrize(("value", "shown"), [(6.5, "6,5"), (7.0, "7"), ("3 of lager", "3 of lager")])
def test_a_figure_has_a_comma_and_no_more_than_it_needs(value: float | str, shown: str) -> None:
    assert dutch_figure(value) == shown
