from __future__ import annotations

from datetime import date

import pytest

from reflection_handbook.model.dates import PartialDate
from reflection_handbook.viewing.days import days_word

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("when", "word"),
    [
        ("2026-11-24", "vandaag"),
        ("2026-11-25", "morgen"),
        ("2026-11-23", "gisteren"),
        ("2026-11-26", "over 2 dagen"),
        ("2026-11-22", "2 dagen geleden"),
        ("2026-12-10", "over 16 dagen"),
        ("2027-01-19", "over 56 dagen"),
        ("2027-01-20", "over 8 weken"),
        ("2027-01-26", "over 9 weken"),
        ("2026-09-29", "56 dagen geleden"),
        ("2026-09-28", "8 weken geleden"),
        ("2026-09-22", "9 weken geleden"),
        ("2027-11-23", "over 52 weken"),
        ("2027-11-24", "over meer dan een jaar"),
        ("2025-11-25", "52 weken geleden"),
        ("2025-11-24", "meer dan een jaar geleden"),
        ("2026-11", "deze maand"),
        ("2026-12", "volgende maand"),
        ("2027-01", "over 2 maanden"),
        ("2026-10", "vorige maand"),
        ("2026-09", "2 maanden geleden"),
        ("2027-11", "over 12 maanden"),
        ("2027-12", "over meer dan een jaar"),
        ("2025-11", "12 maanden geleden"),
        ("2025-10", "meer dan een jaar geleden"),
        ("2026", "dit jaar"),
        ("2027", "volgend jaar"),
        ("2025", "vorig jaar"),
        ("2028", "over 2 jaar"),
        ("2015", "11 jaar geleden"),
    ],
)
def test_it_counts_in_what_is_known_of_the_date(when: str, word: str) -> None:
    assert days_word(PartialDate.read(when), TODAY) == word


def test_without_a_date_there_are_no_words() -> None:
    assert days_word(None, TODAY) == ""


def test_the_first_of_january_is_not_a_year_away() -> None:
    new_year = date(2026, 12, 31)
    assert days_word(PartialDate.read("2027-01-01"), new_year) == "morgen"
    assert days_word(PartialDate.read("2027-01"), new_year) == "volgende maand"
    assert days_word(PartialDate.read("2027"), new_year) == "volgend jaar"
