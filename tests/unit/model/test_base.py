from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from reflection_handbook.model.base import ID, Decimal, Id, Prose, Role, Score, Scores, Text, Whole, YesNo, is_id

READINGS: dict[str, tuple[Any, dict[object, object]]] = {
    "yes or no": (YesNo, {"ja": True, "JA": True, " nee ": False, "no": False, "True": True, "onwaar": False}),
    "whole": (Whole, {"0": 0, "007": 7, "+7": 7, " 12 ": 12, 12: 12, "999999999": 999999999}),
    "decimal": (Decimal, {"7.5": 7.5, "7": 7.0, "-0.25": -0.25, 8: 8.0, 8.5: 8.5}),
    "score": (Score, {"1": 1, "10": 10, 7: 7}),
    "text": (Text, {" West ": "West", "nee": "nee", "x" * 2000: "x" * 2000}),
    "prose": (Prose, {"Een\n\nTwee\n": "Een\n\nTwee", "x" * 10_000: "x" * 10_000}),
    "role": (Role, {"teamleider": "teamleider", "x" * 80: "x" * 80}),
    "id": (Id, {"a": "a", "samen-sterk-2": "samen-sterk-2", "2": "2", "x" * 60: "x" * 60}),
}  # fmt: skip

REFUSED: dict[str, tuple[Any, list[object]]] = {
    "yes or no": (YesNo, ["j", "1", 1, 0, "", None, "misschien", "jaa", [True], "ja nee"]),
    "whole": (Whole, ["", "-1", "7,5", "7.5", "7.0", "12:30", ".nan", "1e3", "0x7", "1_0", True, 7.0, "٧", "1" * 10]),
    "decimal": (Decimal, ["", "7,5", ".nan", ".inf", "1e5", True, None, float("nan"), float("inf"), ".5"]),
    "score": (Score, ["0", "11", "-3", 0, 11, "7.5", "7,5", True, "zeven"]),
    "text": (Text, ["", "  ", "a\nb", "x" * 2001, 7, None, ["a"]]),
    "prose": (Prose, ["", " \n ", 7, None, "x" * 10_001]),
    "role": (Role, ["", "x" * 81, "a\nb"]),
    "id": (Id, ["", "A", "a b", "a_b", "-a", "a-", "a--b", "é", "x" * 61, "../a", 7]),
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [pytest.param(kind, w, m, id=f"{n} {w!s:.12}") for n, (kind, all_) in READINGS.items() for w, m in all_.items()],
)
def test_what_is_written_is_read_as_meant(kind: Any, written: object, meant: object) -> None:
    found = TypeAdapter(kind).validate_python(written)
    assert found == meant
    assert type(found) is type(meant)


@pytest.mark.parametrize(
    ("kind", "written"),
    [pytest.param(kind, w, id=f"{n} {w!s:.12}") for n, (kind, all_) in REFUSED.items() for w in all_],
)
def test_what_it_cannot_mean_is_refused(kind: Any, written: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(written)


@given(st.lists(st.integers(1, 10)))
def test_the_order_of_scores_tells_nothing_about_who_gave_which(scores: list[int]) -> None:
    adapter = TypeAdapter(Scores)
    found = adapter.validate_python([str(score) for score in scores])
    assert found == tuple(sorted(scores))
    assert found == adapter.validate_python(scores[::-1])


@given(st.text())
def test_no_text_upsets_a_reader(text: str) -> None:
    for kind in (YesNo, Whole, Decimal, Score, Text, Prose, Role, Id):
        try:
            TypeAdapter(kind).validate_python(text)
        except ValidationError as error:
            assert error.error_count() == 1


@given(st.from_regex(ID, fullmatch=False) | st.text(max_size=70))
def test_there_is_one_answer_to_what_an_id_is(text: str) -> None:
    schema = Draft202012Validator(TypeAdapter(Id).json_schema())
    if text == text.strip():
        try:
            TypeAdapter(Id).validate_python(text)
        except ValidationError:
            assert not is_id(text)
        else:
            assert is_id(text)
            assert schema.is_valid(text)


def test_the_schema_of_an_id_knows_how_long_it_may_be() -> None:
    schema = Draft202012Validator(TypeAdapter(Id).json_schema())
    assert schema.is_valid("x" * 60)
    assert not schema.is_valid("x" * 61)
    assert not schema.is_valid("X")
