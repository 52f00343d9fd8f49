from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflection_handbook.publishing.leaks.texts import clean, readings, squeeze, unmarked, without_accents


@pytest.mark.parametrize(
    "text",
    ["geheim één", "GEHEIM EEN", "ge\u00adheim e\u0301e\u0301n", "ge-heim, ‘één’", "g e h e i m  é é n", "geheim_één"],
)
def test_squeezing_leaves_only_letters_and_digits(text: str) -> None:
    assert squeeze(text) == "geheimeen"


@given(st.text())
def test_squeezing_twice_changes_nothing_more_and_loses_no_letter(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)
    assert squeeze(text + "a1") == squeeze(text) + "a1"


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("06\u00a012\u202f34", "06 12 34"),
        ("06\u201112\u201334", "06-12-34"),
        ("J\u00adan\u200b", "Jan"),
        ("０６", "06"),
        ("  a\n\tb ", "a b"),
        ("é", "é"),
    ],
)
def test_a_text_is_cleaned_into_what_it_looks_like(text: str, looks: str) -> None:
    assert clean(text) == looks


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("a &amp; b", "a & b"),
        ("&amp;eacute;", "é"),
        ("%C3%A9", "é"),
        ("%2526eacute;", "é"),
        (r"\u00e9 \xe9 \u{0000e9}", "é é é"),
        (r"\ud800x", "x"),
        (r"\u{ffffff}x", "x"),
        ("100 % zeker, 5%", "100 % zeker, 5%"),
    ],
)
def test_a_text_is_read_in_every_way_that_somebody_may_undo_it(text: str, last: str) -> None:
    assert list(readings(text))[-1] == last


def test_hashes_of_a_policy_are_left_out() -> None:
    assert list(readings("script-src 'self' 'sha256-06/VB02+a='; x")) == ["script-src 'self' ; x"]


def test_accents_go_and_case_stays() -> None:
    assert without_accents("Zoë Ünal") == "Zoe Unal"


def test_what_marks_a_text_in_markdown_does_not_split_it() -> None:
    assert unmarked(r"Bel *06*-**1234**`56` \* na_dit C:\pad") == r"Bel 06-123456  na_dit C:\pad"
