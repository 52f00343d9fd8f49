from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflection_handbook.viewing.tally import is_valid, tally
from support import ROOT

SHARED = json.loads((ROOT / "tests" / "shared" / "tally.json").read_text(encoding="utf-8"))
GOALS = ["Ouders", "Rust", "Samen"]


@pytest.mark.parametrize("case", SHARED, ids=[case["shows"] for case in SHARED])
def test_ballots_are_counted_by_the_rule_that_the_browser_follows_too(case: dict[str, Any]) -> None:
    outcome = tally(case["goals"], case["ballots"], case["manner"], case["most"])
    assert [[line.goal, line.points, line.support, line.place] for line in outcome.lines] == case["lines"]
    assert (outcome.voters, outcome.blank, outcome.invalid) == (case["voters"], case["blank"], case["invalid"])


def test_nobody_voted() -> None:
    outcome = tally(GOALS, [], "stemming", 3)
    assert [(line.points, line.place) for line in outcome.lines] == [(0, 1)] * 3
    assert outcome.voters == 0


def test_an_empty_ballot_is_valid_and_a_goal_that_nobody_put_up_is_not() -> None:
    assert is_valid([], GOALS, 3)
    assert not is_valid(["Geld"], GOALS, 3)


BALLOTS = st.lists(st.lists(st.sampled_from([*GOALS, "Geld"]), max_size=4), max_size=12)


@given(BALLOTS, st.sampled_from(["rangorde", "stemming"]), st.integers(1, 5), st.randoms())
def test_every_ballot_is_counted_once_and_their_order_tells_nothing(
    ballots: list[list[str]], manner: Any, most: int, random: Any
) -> None:
    outcome = tally(GOALS, ballots, manner, most)
    assert outcome.voters + outcome.blank + outcome.invalid == len(ballots)
    shuffled = list(ballots)
    random.shuffle(shuffled)
    assert tally(GOALS, shuffled, manner, most) == outcome
    points = [line.points for line in outcome.lines]
    assert points == sorted(points, reverse=True)
