from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflection_handbook.loading.front_matter import split
from reflection_handbook.loading.nodes import plain


def test_a_text_without_data_is_all_body() -> None:
    parts, problems = split("# Kop\n\nTekst\n", "f.md")
    assert (parts.card, parts.body, parts.body_line, problems) == (None, "# Kop\n\nTekst\n", 1, [])


@pytest.mark.parametrize("close", ["---", "...", "---  "])
def test_data_and_body_are_kept_apart(close: str) -> None:
    parts, problems = split(f"--- \ntitel: Een\n{close}\n# Kop\n", "f.md")
    assert parts.card
    assert plain(parts.card) == {"titel": "Een"}
    assert (parts.body, parts.body_line, problems) == ("# Kop\n", 4, [])


def test_only_the_first_fence_closes() -> None:
    parts, _ = split("---\ntitel: Een\n---\nTekst\n---\nMeer\n", "f.md")
    assert parts.body == "Tekst\n---\nMeer\n"


@pytest.mark.parametrize("text", [
    "---\ntitel: Een\n\nGEHEIM\n", "---\n", "\n---\ntitel: GEHEIM\n---\nGEHEIM\n", "   \n---\ntitel: GEHEIM\n---\n",
    "---\ntitel: GEHEIM\n----\nGEHEIM\n", "---\ntitel: GEHEIM\n ---\nGEHEIM\n",
])  # fmt: skip
def test_data_that_is_not_closed_never_becomes_text(text: str) -> None:
    parts, problems = split(text, "f.md")
    assert (parts.card, parts.body) == (None, "")
    assert len(problems) == 1


def test_a_body_under_broken_data_keeps_its_place() -> None:
    parts, problems = split("---\ntitel: [Een\n---\n# Kop\n", "f.md")
    assert (parts.card, parts.body, parts.body_line) == (None, "# Kop\n", 4)
    assert [problem.line for problem in problems] == [2]


@given(st.text("-. \nab:[", max_size=40))
def test_body_line_is_where_the_body_stands(text: str) -> None:
    parts, _ = split(text, "f.md")
    if parts.body:
        assert "\n".join(text.split("\n")[parts.body_line - 1 :]) == parts.body
