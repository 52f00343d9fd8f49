from __future__ import annotations

from reflection_handbook.loading.reading import MAX_TOLD, Read, read_model
from reflection_handbook.loading.yaml_tree import read_yaml
from reflection_handbook.model.portfolio import Portfolio

HEAD = "naam: West\nsoort: wijkteam\nherkomst: praktijk\n"


def read(text: str) -> Read[Portfolio]:
    tree, problems = read_yaml(text, "p.yml")
    assert tree
    assert not problems
    return read_model(Portfolio, tree, "p.yml", {"naam": "west", "soort": "anders", "herkomst": "praktijk"})


def test_a_file_without_faults_is_a_portfolio_with_places() -> None:
    found = read(HEAD + "doelen:\n  - {id: sterk, naam: Sterk}\n")
    assert found.value
    assert found.value.goals[0].id == "sterk"
    assert found.source.line("doelen", 0, "naam") == 5
    assert found.problems == ()


def test_a_wrong_value_is_left_out_and_the_rest_stays() -> None:
    found = read(HEAD + "leden: veel\nregio: West\n")
    assert found.value
    assert (found.value.members, found.value.region) == (None, "West")
    assert [problem.line for problem in found.problems] == [4]


def test_required_keys_that_are_missing_get_a_stand_in() -> None:
    found = read("regio: West\n")
    assert found.value
    assert (found.value.name, found.value.kind, found.value.region) == ("west", "anders", "West")
    assert len(found.problems) == 3


def test_a_required_value_that_is_wrong_gets_a_stand_in_too() -> None:
    found = read("naam: [a]\nsoort: dorp\nherkomst: praktijk\nregio: West\n")
    assert found.value
    assert (found.value.name, found.value.kind) == ("west", "anders")
    assert [problem.line for problem in found.problems] == [1, 2]


def test_a_group_that_lacks_two_keys_takes_no_other_group_with_it() -> None:
    found = read(
        HEAD + "metingen:\n  - {scores: [5]}\n  - {schaal: a, datum: 2026}\n  - {}\n  - {schaal: b, datum: 2025}\n"
    )
    assert found.value
    assert [measurement.scale for measurement in found.value.measurements] == ["a", "b"]
    assert [problem.line for problem in found.problems] == [5, 5, 7, 7]


def test_places_still_fit_after_parts_were_left_out() -> None:
    found = read(HEAD + "doelen:\n  - {id: a}\n  - {id: B, naam: B}\n  - {id: c, naam: C}\n")
    assert found.value
    assert [goal.id for goal in found.value.goals] == ["c"]
    assert found.source.line("doelen", 0, "naam") == 7


def test_what_was_left_out_is_known_by_its_ids() -> None:
    found = read(
        HEAD
        + "doelen:\n  - {id: Kapot, naam: A}\n  - {id: half}\n  - {id: heel, naam: C, status: x}\nschalen: [{id: s}]\n"
    )
    assert found.source.unreadable == {"Kapot", "half", "s"}


def test_scores_that_are_wrong_go_one_by_one() -> None:
    found = read(HEAD + "metingen: [{schaal: a, datum: 2026, scores: [x, 5, 11, 7, y]}]\n")
    assert found.value
    assert found.value.measurements[0].scores == (5, 7)
    assert len(found.problems) == 3


def test_hundreds_of_faults_are_named_and_the_rest_is_counted() -> None:
    head = HEAD + "metingen:\n  - schaal: a\n    datum: 2026\n    scores:\n"
    found = read(head + "      - x\n" * MAX_TOLD)
    assert [problem.line for problem in found.problems] == list(range(8, 8 + MAX_TOLD))
    found = read(head + "      - x\n" * (MAX_TOLD + 3))
    assert len(found.problems) == MAX_TOLD + 1
    assert found.problems[-1].message == "er zijn nog 3 fouten in dit bestand"
    assert found.value
    assert found.value.measurements[0].scores == ()


def test_what_was_left_out_is_remembered_where_it_would_stand_now() -> None:
    source = read(
        HEAD + "doelen:\n  - {id: FOUT, naam: x}\n  - {id: a, naam: A, ronde: een}\n"
        "  - {id: b, naam: B, werkzame_factoren: [FOUT, f]}\n  - {id: c, naam: C, status: x}\nleden: veel\n"
    ).source
    assert source.cut == {
        ("doelen",),
        ("doelen", 0, "ronde"),
        ("doelen", 1, "werkzame_factoren"),
        ("doelen", 2, "status"),
        ("leden",),
    }
