from __future__ import annotations

import pytest

from reflection_handbook.model.places import Loc, Problem, Severity, Source

SOURCE = Source("teams/west/portfolio.yml", {(): 1, ("doelen",): 4, ("doelen", 0): 5, ("doelen", 0, "id"): 6})


def test_a_value_has_its_own_line() -> None:
    assert SOURCE.line("doelen", 0, "id") == 6


def test_what_is_not_in_the_file_has_the_line_of_what_is_around_it() -> None:
    assert SOURCE.line("doelen", 0, "naam") == 5
    assert SOURCE.line("doelen", 7, "naam") == 4
    assert SOURCE.line("schalen", 0) == 1
    assert Source("leeg.yml").line("naam") == 1


def test_a_problem_is_a_line_that_an_editor_can_follow() -> None:
    problem = SOURCE.error(("doelen", 0, "id"), "‘A’ kan geen korte naam zijn", "Gebruik kleine letters.")
    assert str(problem) == (
        "teams/west/portfolio.yml:6: fout: ‘A’ kan geen korte naam zijn\n    → Gebruik kleine letters."
    )


def test_a_problem_of_a_whole_file_has_no_line_and_a_warning_needs_no_hint() -> None:
    assert str(Problem("teams/west", 0, Severity.WARNING, "hier staat niets")) == "teams/west: let op: hier staat niets"


def test_problems_stand_by_file_and_then_by_line() -> None:
    places = [("b.yml", 2), ("a.yml", 10), ("a.yml", 9), ("b.yml", 0)]
    found = sorted(Problem(file, line, Severity.ERROR, "x") for file, line in places)
    assert [(p.file, p.line) for p in found] == [("a.yml", 9), ("a.yml", 10), ("b.yml", 0), ("b.yml", 2)]


CUT = Source(
    "p.yml", cut=frozenset({("rondes",), ("rondes", 0, "volgende_stap"), ("doelen", 1, "transformatiedoelen")})
)


@pytest.mark.parametrize(("loc", "lacking"), [
    (("rondes", 0, "volgende_stap"), True),
    (("rondes", 0, "volgende_stap", "wanneer"), True),
    (("rondes",), True),
    (("rondes", 1, "volgende_stap"), False),  # a list that misses an item still has the others
    (("rondes", 0, "laatste_contact"), False),
    (("doelen", 1, "transformatiedoelen"), True),
    (("doelen", 0, "transformatiedoelen"), False),
    (("doelen",), False),
])  # fmt: skip
def test_what_was_left_out_is_lacking_and_so_is_what_stood_in_it(loc: Loc, lacking: bool) -> None:
    assert CUT.lacks(*loc) is lacking


def test_a_key_is_damaged_when_anything_under_it_was_left_out() -> None:
    assert [key for key in ("rondes", "doelen", "publicatie") if CUT.damaged(key)] == ["rondes", "doelen"]
