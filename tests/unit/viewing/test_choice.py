from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.viewing.choice import ChoiceView, choice_view
from support import published

GOALS = [{"id": "samen", "naam": "Samen"}, {"id": "vrij", "naam": "Vrij"}]


def _choice(**keys: Any) -> ChoiceView:
    found = choice_view(published(leden=11, doelen=GOALS, doelkeuze={"manier": "stemming", **keys}))
    assert found
    return found


def test_a_team_that_recorded_no_choice_shows_none() -> None:
    assert choice_view(published(doelen=GOALS)) is None


@pytest.mark.parametrize("manner", ["stemming", "rangorde", "gesprek"])
def test_every_manner_is_a_sentence(manner: str) -> None:
    assert _choice(manier=manner).manner.endswith(".")


def test_the_outcome_leads_to_the_goals_and_says_who_shares_a_place() -> None:
    found = _choice(stemmers=10, uitslag=[{"doel": "vrij", "punten": 7}, {"doel": "samen", "punten": 7}])
    assert [(one.place, one.shared, one.goal.text, one.goal.url) for one in found.outcome] == [
        (1, True, "Vrij", "#doel-vrij"),
        (1, True, "Samen", "#doel-samen"),
    ]
    assert found.voters == "Bijna allen deden mee."
    assert [one.support for one in found.outcome] == ["De meesten kozen hiervoor."] * 2


def test_what_may_not_be_told_of_votes_is_not_spoken_of() -> None:
    found = _choice(stemmers=3, uitslag=[{"doel": "vrij", "punten": 3}, {"doel": "samen", "punten": 0}])
    assert found.voters == ""
    assert [(one.place, one.support) for one in found.outcome] == [(1, ""), (2, "")]
