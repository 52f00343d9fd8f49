"""A plan is its address: the cases that the browser runs too."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflection_handbook.model.plan_address import LEADERS, MOST_MINUTES, MOST_PARTS, SIGNS, code, open_plan, plan_text
from support import ROOT

SHARED = json.loads((ROOT / "tests" / "shared" / "plan.json").read_text(encoding="utf-8"))
QUESTIONS = SHARED["questions"]


@pytest.mark.parametrize("id", SHARED["codes"])
def test_the_code_of_an_id_never_changes(id: str) -> None:
    assert code(id) == SHARED["codes"][id]


@pytest.mark.parametrize("case", SHARED["open"], ids=[case["shows"] for case in SHARED["open"]])
def test_what_can_be_kept_is_kept_and_the_rest_is_told(case: dict[str, Any]) -> None:
    found = open_plan(case["text"], QUESTIONS)
    wanted = case["opened"]
    assert [list(part) for part in found.parts] == wanted["parts"]
    assert list(found.told) == wanted["told"]
    assert (found.minutes, found.leader, found.base) == (wanted["minutes"], wanted["leader"], wanted["base"])


KEPT = sorted(set(QUESTIONS.values()))
PARTS = st.lists(
    st.tuples(st.sampled_from([*KEPT, "w", "u", "v", "p", "t", "a"]), st.integers(1, MOST_MINUTES)), max_size=MOST_PARTS
)


@given(st.integers(1, MOST_MINUTES), st.sampled_from(LEADERS), st.sampled_from(["0", *KEPT]), PARTS)
def test_a_plan_opens_as_it_was_written(minutes: int, leader: str, base: str, parts: list[tuple[str, int]]) -> None:
    found = open_plan(plan_text(minutes, leader, base, tuple(parts)), QUESTIONS)
    assert (found.minutes, found.leader, found.base, list(found.parts)) == (minutes, leader, base, parts)
    assert found.told == ()


@given(st.text(SIGNS + ".-z?é", max_size=80))
def test_whatever_the_address_holds_it_opens(text: str) -> None:
    found = open_plan(text, QUESTIONS)
    assert len(found.parts) <= MOST_PARTS
    assert all(1 <= minutes <= MOST_MINUTES for _, minutes in found.parts)
