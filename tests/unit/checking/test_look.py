from __future__ import annotations

import pytest

from reflection_handbook.checking.look import retold, unknown
from reflection_handbook.model.places import Source
from support import make_team

SOURCE = Source("f.yml", {(): 1, ("doel",): 3}, frozenset({"kapot"}))


def hints(id: str, known: list[str]) -> list[str]:
    return [problem.hint for problem in unknown(SOURCE, ("doel",), id, known, "doel")]


@pytest.mark.parametrize("id", ["samen-sterk", "kapot"])
def test_what_is_there_or_was_left_out_for_a_fault_is_not_unknown(id: str) -> None:
    assert hints(id, ["samen-sterk"]) == []


def test_what_was_probably_meant_is_proposed() -> None:
    assert hints("samensterk", ["rustig", "samen-sterk"]) == ["Bedoelde je ‘samen-sterk’?"]


def test_a_few_choices_are_listed_in_order_and_many_are_not() -> None:
    assert hints("xxx", ["b", "a"]) == ["Wel bekend: a en b."]
    assert hints("xxx", [f"doel-{n}" for n in range(21)]) == ["Zet het er eerst bij, of haal de verwijzing weg."]
    long = [f"methode/{n}-een-bladzijde-van-de-methode/index.md" for n in range(9)]
    assert hints("xxx", long) == ["Zet het er eerst bij, of haal de verwijzing weg."]
    assert hints("xxx", []) == ["Zet het er eerst bij, of haal de verwijzing weg."]


def test_the_place_and_the_kind_are_named() -> None:
    (problem,) = unknown(SOURCE, ("doel",), "xxx", [], "doel")
    assert (problem.file, problem.line, problem.message) == ("f.yml", 3, "er is geen doel ‘xxx’")


@pytest.mark.parametrize(("origin", "answer"), [("pilot", True), ("praktijk", False), ("voorbeeld", False)])
def test_only_the_pilot_is_retold(origin: str, answer: bool) -> None:
    assert retold(make_team(herkomst=origin)) is answer
