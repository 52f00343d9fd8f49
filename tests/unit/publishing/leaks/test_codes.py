from __future__ import annotations

import pytest

from reflection_handbook.publishing.leaks.codes import plain_codes, respondent_codes
from support import make_handbook, make_practice, make_team


def _handbook(*codes: str):  # type: ignore[no-untyped-def]
    practices = tuple(make_practice(f"p{number}", "west", bron=code) for number, code in enumerate(codes))
    return make_handbook(make_team("west", practices))


@pytest.mark.parametrize("text", ["VB02", "(VB02)", "bron-VB02.png", "a_VB02_b", "x/VB02/", "VB02, VB03"])
def test_a_code_is_found_as_a_whole_word(text: str) -> None:
    (hit,) = respondent_codes(_handbook("VB02")).find(text)
    assert hit.place is not None and hit.place.file == "teams/west/best-practices/p0.md"
    assert "VB02" not in hit.what + hit.hint


@pytest.mark.parametrize("text", ["vb02", "VB 02", "VB-02", "best-practices/vb02/", "vb_02.png"])
def test_a_code_with_a_digit_is_found_however_it_is_written(text: str) -> None:
    assert len(list(respondent_codes(_handbook("VB02")).find(text))) == 1
    assert len(list(respondent_codes(_handbook("VB–02")).find(text))) == 1  # with a dash that a word processor made


@pytest.mark.parametrize("text", ["r3", "R 3", "R-3"])
def test_a_short_code_is_found_only_as_it_was_written(text: str) -> None:
    assert not list(respondent_codes(_handbook("R3")).find(text))
    assert len(list(respondent_codes(_handbook("R3")).find("R3"))) == 1


@pytest.mark.parametrize("text", ["", "VB021", "AVB02", "VB 021", "merel"])
def test_part_of_a_word_is_no_code(text: str) -> None:
    assert not list(respondent_codes(_handbook("VB02", "Merel")).find(text))


@pytest.mark.parametrize(("code", "text"), [("R-12", "(R-12)"), ("resp. 3a", "van resp. 3a."), ("Merel", "Merel zei")])
def test_a_code_may_have_other_signs_or_be_a_word(code: str, text: str) -> None:
    assert len(list(respondent_codes(_handbook(code)).find(text))) == 1
    assert not list(respondent_codes(_handbook(code)).find(text.replace(code, f"{code}x")))


def test_a_code_that_stands_on_every_page_is_told_and_not_looked_for() -> None:
    handbook = _handbook("3", "12", "A", "jan", "VB02", "R1", "Merel")
    assert [problem.file[-5:] for problem in plain_codes(handbook)] == ["p0.md", "p1.md", "p2.md", "p3.md"]
    assert not list(respondent_codes(handbook).find("3 12 A jan"))
    assert len(list(respondent_codes(handbook).find("VB02 R1 Merel"))) == 3


def test_a_handbook_without_codes_has_nothing_to_find() -> None:
    assert not list(respondent_codes(make_handbook(make_team())).find("VB02"))
