from __future__ import annotations

import pytest

from reflection_handbook.checking.goals import replaced_goals_and_scales_say_by_what
from reflection_handbook.checking.look import Look
from support import TODAY, make_handbook, make_team


@pytest.mark.parametrize(("successor", "round_about"), [
    ({"a": "b", "b": "c", "c": None}, set()),
    ({"a": "a"}, {"a"}),
    ({"a": "b", "b": "a"}, {"a", "b"}),
    ({"x": "a", "a": "b", "b": "c", "c": "a", "y": "c"}, {"a", "b", "c"}),
    ({"a": "b", "b": "a", "c": "d", "d": "c", "e": "f"}, {"a", "b", "c", "d"}),
    ({f"s{n}": f"s{n + 1}" for n in range(500)}, set()),
])  # fmt: skip
def test_only_what_comes_round_to_itself_is_named(successor: dict[str, str | None], round_about: set[str]) -> None:
    scales = [{"id": id, "doel": "x", "vervangen_door": by} for id, by in successor.items()]
    team = make_team(schalen=scales)
    found = replaced_goals_and_scales_say_by_what(team, Look(make_handbook(team), TODAY))
    assert {problem.message.split("’")[0].strip("‘") for problem in found} == round_about
