from __future__ import annotations

import pytest

from reflection_handbook.model.citations import Cited, citations


def found(text: str) -> list[tuple[str, ...]]:
    return [
        tuple(f"{work.key}|{work.locator}" if work.locator else work.key for work in citation.works)
        for citation in citations(text)
    ]


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("Zo is het [@bartelink2013b].", [("bartelink2013b",)]),
        ("[@rapport2016, par. 3.3]", [("rapport2016|par. 3.3",)]),
        ("[@rapport2016, par. 3.2 en 4.2]", [("rapport2016|par. 3.2 en 4.2",)]),
        ("[@rapport2016, par. 3.2, 3.3]", [("rapport2016|par. 3.2, 3.3",)]),
        ("[@a-b; @b, p. 4–5]", [("a-b", "b|p. 4–5")]),
        ("[ @a ;@b ]", [("a", "b")]),
        ("[@a, par.\n3.3]", [("a|par. 3.3",)]),
        ("    [@a] in een kader, [@b] ook", [("a",), ("b",)]),
        ("| [@a] | [@b] |", [("a",), ("b",)]),
    ],
)
def test_a_citation_names_works_and_where_in_them(text: str, works: list[tuple[str, ...]]) -> None:
    assert found(text) == works


@pytest.mark.parametrize(
    "text",
    [
        "Geen [link](x.md) en geen [vak].",
        "`[@a]` is code.",
        "```\n[@a]\n```\n",
        "<!-- [@a] en\n[@b] -->",
        r"\[@a] is gewone tekst",
        "Mail [info@voorbeeld.nl](mailto:info@voorbeeld.nl).",
        "[een vak\n\nen @a] verderop",
        "@a",
    ],
)
def test_what_is_code_a_comment_or_something_else_is_no_citation(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[@]",
        "[@Key]",
        "[@a; @]",
        "[@a, ]",
        "[@a @b]",
        "[zie @a]",
        "[@a; p. 3]",
        "[@a",
        "[@a, <b>x</b>]",
        "[-@a]",
        "[@a_b]",
    ],
)
def test_what_seems_meant_as_one_is_found_and_names_nothing(text: str) -> None:
    assert found(text) == [()]


def test_each_work_knows_its_row_and_each_citation_its_place() -> None:
    text = "# Kop\n\n`code` en\n[@a;\n@b, p. 2] klaar [@"
    first, second = citations(text)
    assert text[first.start : first.end] == "[@a;\n@b, p. 2]"
    assert first.works == (Cited("a", "", 3), Cited("b", "p. 2", 4))
    assert (first.row, second.row, second.works) == (3, 4, ())


def test_a_long_text_without_an_end_is_read_at_once() -> None:
    assert found("[a " * 20_000 + "@x") == [()]
    assert found("[@" * 20_000) == [()] * 20_000
