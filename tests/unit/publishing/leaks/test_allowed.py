from __future__ import annotations

import pytest

from reflection_handbook.publishing.leaks.allowed import allowed_texts

ALLOWED = allowed_texts(["Vries, J. de (2016)", "010 123 45 67", "info@voorbeeld.nl", "Bos"])


def _covers(text: str, part: str, spelling: str = "?") -> bool:
    return ALLOWED.covers(text, text.index(part), text.index(part) + len(part), spelling)


def test_a_hit_inside_an_allowed_text_is_covered() -> None:
    assert _covers("Zie Vries, J. de (2016), blz. 3", "Vries, J. de")
    assert _covers("zie vries, j. de (2016)", "vries")
    assert _covers("Met Bos.", "Bos")


@pytest.mark.parametrize("text", ["J. de Vries", "Vries, J. de (2017)", "Vries, J. de (2016)b"])
def test_the_same_name_elsewhere_is_not(text: str) -> None:
    assert not _covers(text, "Vries")


def test_a_part_of_a_word_or_number_is_not() -> None:
    assert not _covers("Boskoop", "Bos")
    assert not _covers("Bos 06-12345678", "Bos 06-12345678")


def test_a_number_or_address_in_another_spelling_is_covered() -> None:
    assert ALLOWED.covers("+31 10 1234567", 0, 14, "0101234567")
    assert ALLOWED.covers("INFO [at] voorbeeld.nl", 0, 22, "info@voorbeeld.nl")
    assert not ALLOWED.covers("x", 0, 1, "0101234568")


def test_nothing_is_allowed_by_itself() -> None:
    assert not allowed_texts([]).covers("Bos", 0, 3, "")
    assert not allowed_texts(["..."]).covers("Bos", 0, 3, "")
