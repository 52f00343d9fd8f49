from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reflection_handbook.loading.nodes import cuts, lines, plain
from reflection_handbook.loading.yaml_tree import MAX_DEPTH, MAX_ITEMS, read_yaml
from reflection_handbook.model.places import Severity

DOCUMENT = """\
# Uitleg
naam: Wijkteam West

doelen:
  - id: sterk   # nog een uitleg
    naam: >-
      Samen
      sterk
  -
    id: rustig
schalen: [{id: samen, vraag: Hoe},
  {id: apart}]
"""


@pytest.fixture(params=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CLoader", raising=False)


@pytest.mark.usefixtures("parser")
def test_every_value_knows_its_line() -> None:
    tree, problems = read_yaml(DOCUMENT, "f.yml")
    assert tree
    assert not problems
    found = dict(lines(tree))
    assert found[("naam",)] == 2
    assert found[("doelen",)] == 4
    assert found[("doelen", 0)] == found[("doelen", 0, "id")] == 5
    assert found[("doelen", 0, "naam")] == 6
    assert found[("doelen", 1)] == found[("doelen", 1, "id")] == 10
    assert found[("schalen", 0, "vraag")] == 11
    assert found[("schalen", 1, "id")] == 12


@pytest.mark.usefixtures("parser")
def test_lines_are_counted_from_where_the_text_begins_in_its_file() -> None:
    tree, _ = read_yaml("titel: Een\n", "f.md", first_line=2)
    assert tree
    assert dict(lines(tree)) == {(): 2, ("titel",): 2}
    _, problems = read_yaml("titel: Een\nbron: &x VB02\n", "f.md", first_line=2)
    assert [problem.line for problem in problems] == [3]


@pytest.mark.usefixtures("parser")
def test_values_are_the_texts_that_were_written() -> None:
    tree, problems = read_yaml(
        "a: nee\nb: 2026-03-12\nc: 12:30\nd: .nan\ne: '~'\nf: 010\ng: 'x'\nh: !!str 1\n", "f.yml"
    )
    assert tree
    assert plain(tree) == {
        "a": "nee",
        "b": "2026-03-12",
        "c": "12:30",
        "d": ".nan",
        "e": "~",
        "f": "010",
        "g": "x",
        "h": "1",
    }
    assert [problem.line for problem in problems] == [8]


@pytest.mark.parametrize("depth", [MAX_DEPTH - 1, MAX_DEPTH])
def test_only_so_many_lists_stand_in_each_other(depth: int) -> None:
    tree, problems = read_yaml(f"a: {'[' * depth}{']' * depth}\n", "f.yml")
    assert (tree is None) == bool(problems) == (depth == MAX_DEPTH)


@pytest.mark.parametrize(("written", "meant", "severity"), [
    ("{wat: Wie vrij is, neemt waar}", {"wat": "Wie vrij is, neemt waar"}, Severity.WARNING),
    ("{wat: een, twee, drie, status: idee}", {"wat": "een, twee, drie", "status": "idee"}, Severity.WARNING),
    ("{wat: een , twee , status: idee}", {"wat": "een, twee", "status": "idee"}, Severity.WARNING),
    ("{wat: een, twee }", {"wat": "een, twee"}, Severity.WARNING),
    ("{status: idee, wat: een, twee}", {"status": "idee", "wat": "een, twee"}, Severity.WARNING),
    ("{wat: Om 7, 8 en 9}", {"wat": "Om 7, 8 en 9"}, Severity.WARNING),
    ("{wat}", {}, Severity.ERROR),
    ("{wat: [een], twee}", {"wat": ["een"]}, Severity.ERROR),
])  # fmt: skip
def test_a_sentence_that_yaml_cut_at_a_comma_is_whole_again(
    written: str, meant: dict[str, object], severity: Severity
) -> None:
    tree, problems = read_yaml(f"a: {written}\n", "f.yml")
    assert tree
    assert plain(tree) == {"a": meant}
    assert [problem.severity for problem in problems] == [severity]


def test_a_figure_with_a_comma_between_braces_is_left_to_the_field_it_stands_in() -> None:
    tree, problems = read_yaml("a: {leuk: 8,5, energie: 8}\n", "f.yml")
    assert tree
    assert plain(tree) == {"a": {"leuk": "8,5", "energie": "8"}}
    assert problems == []


@pytest.mark.parametrize(("written", "told"), [
    ("[7,5]", True), ("[7,5, 8]", True), ("[8, 7,5]", True), ("[7,\n 5]", False), ("[7, 5]", False), ("[7 ,5]", False),
    ("[a,b]", False), ("[7,b]", False), ("['7','5']", False), ("[[7],[5]]", False), ("[7,5, 6, 8]", True),
        ("[7,5,6,8]", False),
])  # fmt: skip
def test_a_figure_with_a_comma_in_a_list_is_asked_about_once(written: str, told: bool) -> None:
    _, problems = read_yaml(f"a: {written}\n", "f.yml")
    assert [problem.severity for problem in problems] == [Severity.WARNING] * told


PIECES = st.sampled_from([
    "naam", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", " ", "\t", "[", "]", "{", "}", ", ", ",", "'", '"', "|", ">-",
    "&a", "*a", "!", "!!python/name:os.system", "? ", "#", " # ", "%YAML 1.1", "---", "...", "<<", "~", "\\", "\\x00",
    '"\\ud800"', '"\\U00110000"', "\ufeff", "\u2028", "\x85", "é", "@", "`", "7,5", "=",
])  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80), st.booleans())
@example('a: "\\ud800"', True)
@example('a: "\\U00110000"', True)
@example("a: \x80", True)
@example("a: [1", False)
def test_no_text_gives_a_traceback(text: str, pure: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if pure:
            patch.delattr(yaml, "CLoader", raising=False)
        tree, problems = read_yaml(text, "f.yml")
    assert tree is not None or problems
    if tree is not None:
        assert set(dict(lines(tree)).values()) <= set(range(1, len(text.splitlines()) + 2))
    for problem in problems:
        assert problem.line >= 1
        assert "\n" not in problem.message


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_every_way_of_writing_nothing_is_nothing(written: str) -> None:
    tree, problems = read_yaml(f"a: b\nc: {written}\nd: [x, {written or '~'}]\n", "f.yml")
    assert tree
    assert plain(tree) == {"a": "b", "d": ["x"]}
    assert [(p.line, p.message) for p in problems] == [(2, "hier is niets ingevuld"), (3, "hier is niets ingevuld")]
    assert set(cuts(tree)) == {("c",), ("d",)}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("written", ["'~'", '"null"', "nul", "!!str", "~ 7"])
def test_what_only_looks_like_nothing_is_a_text(written: str) -> None:
    _, problems = read_yaml(f"a: {written}\n", "f.yml")
    assert "hier is niets ingevuld" not in [problem.message for problem in problems]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("written", "line"), [
    ("naam:West\nsoort: x\n", 1), ("naam: West\nsoort:x\nleden: 3\n", 2), ("naam: West\nsoort:x\n", 2),
    ("naam:West\n", 1),
    ("doelen:\n  - id:a\n    naam: A\n", 2),
])  # fmt: skip
def test_a_colon_without_a_space_is_named_on_its_own_line(written: str, line: int) -> None:
    _, (problem,) = read_yaml(written, "f.yml")
    assert problem.line == line
    assert problem.message.endswith("ontbreekt een spatie")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("sign", ["\\UFFFFFFFF", "\\U00110000", "\\q", "\\xZZ"])
def test_what_a_backslash_cannot_mean_is_a_problem_on_its_line(sign: str) -> None:
    _, (problem,) = read_yaml(f'a: b\nc: "{sign}"\n', "f.yml")
    assert problem.line == 2
    assert "schuine streep" in problem.message


@pytest.mark.usefixtures("parser")
def test_a_list_and_a_group_have_a_limit() -> None:
    for text in ("a: [{}]\n", "a: {{{}}}\n"):
        for count, fine in ((MAX_ITEMS, True), (MAX_ITEMS + 1, False)):
            parts = (f"k{n}: x" if "{{" in text else "x y" for n in range(count))
            tree, problems = read_yaml(text.format(", ".join(parts)), "f.yml")
            assert (tree is not None) == (not problems) == fine
