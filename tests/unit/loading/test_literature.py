from __future__ import annotations

from pathlib import Path

import pytest

from reflection_handbook.loading import load
from reflection_handbook.loading.literature import is_literature
from support import ROOT, make_project

FILE = "docs/literatuur/literatuur.json"
WORK = '{"id": "a", "type": "book", "title": "Een boek", "custom": {"groep": "Boeken"}}'


def test_each_value_keeps_its_line(tmp_path: Path) -> None:
    text = (
        '[\n\t{\n\t\t"id": "a",\n\t\t"type": "book",\n\t\t"title": "Een boek",\n\t\t"custom": {"groep": "B"}\n\t}\n]\n'
    )
    loaded = load(make_project(tmp_path, {FILE: text}))
    assert not loaded.problems
    (work,) = loaded.handbook.literature
    assert (work.reference.id, work.reference.title, work.index) == ("a", "Een boek", 0)
    assert work.source.file == FILE
    assert [work.source.line("works", 0, key) for key in ("id", "title", "custom")] == [3, 5, 6]


def test_names_numbers_and_signs_come_through_as_they_are(tmp_path: Path) -> None:
    text = r'[{"id":"a","type":"book","title":"A \u0026 \"B\" \/ <c>: d, e","volume":22,'
    text += '"issued":{"date-parts":[["2013",2]]},'
    text += '"author":[{"family":"Broeck","non-dropping-particle":"Van den"}],"custom":{"groep":"Boeken"}}]'
    (work,) = load(make_project(tmp_path, {FILE: text})).handbook.literature
    assert work.reference.title == 'A & "B" / <c>: d, e'
    assert work.reference.volume == "22"
    assert work.reference.issued
    assert work.reference.issued.date_parts == ((2013, 2),)
    assert work.reference.author[0].non_dropping_particle == "Van den"


@pytest.mark.parametrize("text", ["", "[", '[{"id": }]', "{}", '"a"', "[]]", "- id: a", f"[{WORK}, oeps]", "[[1]]"])
def test_a_file_that_is_no_list_of_works_is_an_error_and_counts_as_broken(text: str, tmp_path: Path) -> None:
    loaded = load(make_project(tmp_path, {FILE: text}))
    assert [problem.file for problem in loaded.problems]
    assert loaded.handbook.literature_broken or text == f"[{WORK}, oeps]"  # there the rest can be read


def test_a_handbook_may_have_no_works(tmp_path: Path) -> None:
    loaded = load(make_project(tmp_path, {FILE: "[]"}))
    assert (loaded.problems, loaded.handbook.literature, loaded.handbook.literature_broken) == ((), (), False)


def test_a_work_with_a_fault_is_left_out_and_told_with_its_line(tmp_path: Path) -> None:
    text = f'[\n{WORK},\n{{"id": "b", "type": "boek", "titel": "x", "custom": {{"groep": "B"}}}}\n]'
    loaded = load(make_project(tmp_path, {FILE: text}))
    assert {problem.line for problem in loaded.problems} == {3}
    assert [work.reference.id for work in loaded.handbook.literature] == ["a"]
    assert loaded.handbook.literature[0].source.unreadable == {"b"}


def test_files_of_works_are_no_files_of_the_site_and_other_json_is_refused(tmp_path: Path) -> None:
    loaded = load(make_project(tmp_path, {FILE: f"[{WORK}]", "docs/over/x.json": "{}"}))
    assert [problem.file for problem in loaded.problems] == ["docs/over/x.json"]
    assert loaded.handbook.attachments == ()
    assert is_literature("literatuur/oud/x.json")
    assert not is_literature("literatuur/x.yml")
    assert not is_literature("literatuur.json")


def test_the_shipped_works_say_what_they_are_used_for() -> None:
    literature = load(ROOT).handbook.literature
    assert len(literature) >= 25
    assert all(work.reference.note and work.reference.custom.group for work in literature)
    for reference in (work.reference for work in literature if work.reference.title):
        rests_on_the_report = reference.id in ("bartelink2013b", "bartelink2013a")
        assert reference.custom.added or rests_on_the_report, reference.id
