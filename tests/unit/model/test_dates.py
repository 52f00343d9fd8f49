from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from reflection_handbook.model.dates import PartialDate

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    parts = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:parts])


@given(partial_dates())
def test_its_text_reads_back_as_the_same_date(found: PartialDate) -> None:
    assert PartialDate.read(str(found)) == found


@given(partial_dates())
def test_first_is_never_after_last_and_they_are_one_for_a_day(found: PartialDate) -> None:
    assert found.first <= found.last
    assert (found.first == found.last) == (found.exact is not None)


@given(partial_dates(), DAYS)
def test_first_and_last_hold_exactly_the_days_that_share_its_text(found: PartialDate, day: date) -> None:
    assert (found.first <= day <= found.last) == day.isoformat().startswith(str(found))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-02", date(2015, 2, 1), date(2015, 2, 28)),
        ("2015-06-18", date(2015, 6, 18), date(2015, 6, 18)),
        (" 2015 ", date(2015, 1, 1), date(2015, 12, 31)),
    ],
)
def test_the_days_that_a_text_may_mean(text: str, first: date, last: date) -> None:
    found = PartialDate.read(text)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", [
    "", "15", "1899", "2200", "2015-00", "2015-13", "2015-6", "2015-06-31", "2015-06-18T10:00", "2015/06", "٢٠١٥",
    "-2015", "2015-06-00", "2015-06-", "2015-06-18-01", "2015\n2016",
])  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.read(text)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        found = PartialDate.read(text)
    except ValueError:
        return
    assert str(found) == text.strip()


def test_in_a_model_it_may_be_a_text_a_year_or_a_day() -> None:
    adapter = TypeAdapter(PartialDate)
    assert adapter.validate_python("2015-06") == PartialDate(2015, 6)
    assert adapter.validate_python(2015) == PartialDate(2015)
    assert adapter.validate_python(date(2015, 6, 18)) == PartialDate(2015, 6, 18)
    assert adapter.dump_python(PartialDate(2015, 6), mode="json") == "2015-06"
    for wrong in (True, None, 15, ["2015"], "morgen"):
        with pytest.raises(ValidationError):
            adapter.validate_python(wrong)
