from __future__ import annotations

import pytest

from reflection_handbook.publishing.leaks.names import names_of

LISTED = ["Jan de Vries", "Zoë van 't Hoff-Bakker", "Kees", "Anna Smit", "Noor Al Amrani", "Peter Paul Bos"]
NAMES = names_of(LISTED)


def _found(text: str, parts: bool = True) -> list[str]:
    return [text[start:end] for _, start, end in NAMES.find(text, parts)]


@pytest.mark.parametrize(
    "text",
    [
        *LISTED,
        "JAN DE VRIES",
        "jan de vries",
        "Jan Vries",
        "J. de Vries",
        "J de Vries",
        "J. Vries",
        "de Vries, Jan",
        "Vries, J. de",
        "vries-jan",
        "jan_de_vries",
        "Jan de Vries'",
        "jan de vries’s",
        "jan de vriess",
        "Zoe van 't Hoff Bakker",
        "kees",
        "Kees'",
        "Anna's",
        "Annas",
        "a. smit",
        "P.P. Bos",
        "pp bos",
        "p. bos",
        "peter bos",
        "n. amrani",
        "n. al amrani",
        "Vries",
        "Bakker",
        "BAKKER",
        "Amrani",
    ],
)
def test_a_listed_name_is_found_in_every_way_of_writing_it(text: str) -> None:
    assert _found(text)
    assert _found(f"Toen zei {text} tegen ons dat het goed was.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Van 's morgens tot 's avonds; De dag; Al met al.",
        "januari, vriesland, keesje, bakkerij, Hoffelijk",
        "vries, bakker, peter, jan",
        "Pauline Smid",
        "J. Jansen",
        "A. de Wit",
    ],
)
def test_other_words_are_no_names(text: str) -> None:
    assert _found(text) == []


def test_the_place_of_a_name_is_that_in_the_text() -> None:
    assert _found("Met J. de Vries en Anna's moeder") == ["J. de Vries", "Anna"]


def test_where_an_accent_stands_apart_the_whole_text_is_the_place() -> None:
    assert _found("cafe\u0301 met Kees") == ["cafe\u0301 met Kees"]


def test_where_a_part_does_not_count_only_a_whole_name_does() -> None:
    assert _found("Vries", parts=False) == []
    assert _found("jan de vries", parts=False) == ["jan de vries"]


def test_without_a_list_nothing_is_a_name() -> None:
    assert list(names_of([]).find("Jan de Vries")) == []


def test_no_name_is_shown_in_what_is_said() -> None:
    for hit, _, _ in NAMES.find(" en ".join(LISTED)):
        assert not [name for name in LISTED if name.casefold() in (hit.what + hit.hint).casefold()]
        assert "Jan" not in repr(NAMES)
