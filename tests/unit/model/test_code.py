from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflection_handbook.model.code import without_code


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a `b` c", "a     c"),
        ("a ``b`c`` d", "a         d"),
        ("a `b\nc` d", "a   \n   d"),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
        ("a `b", "a `b"),
        (r"a \`b` c", r"a \`b` c"),
        (r"a \\`b` c", r"a \\    c"),
        ("a ``b` c", "a ``b` c"),
        ("```\nb\n```\nc", "   \n \n   \nc"),
        ("```html title=x\nb\n```", "               \n \n   "),
        ("~~~\nb\n```\nc\n~~~\nd", "   \n \n   \n \n   \nd"),
        ("- a\n\n    ```\n    b\n    ```\nc", "- a\n\n       \n     \n       \nc"),
        ("> ```\n> b\n> ```\nc", "     \n   \n     \nc"),
        ("```\nb", "```\nb"),
        ("```\nb\n````\nc", "```\nb\n````\nc"),
        ("    b", "    b"),
    ],
)
def test_code_becomes_blanks_and_the_rest_stays(text: str, left: str) -> None:
    assert without_code(text) == left


@given(st.lists(st.sampled_from(["`", "``", "```", "~~~", "\\", "\n", "\n\n", "a", " ", "> "])).map("".join))
def test_every_sign_keeps_its_place(text: str) -> None:
    left = without_code(text)
    assert len(left) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, left, strict=True))
    assert [at for at, sign in enumerate(left) if sign == "\n"] == [at for at, sign in enumerate(text) if sign == "\n"]


@pytest.mark.parametrize("text", ["```x\n" * 50_000, "`" * 100_000, "` `` ``` " * 30_000, "\\" * 100_000 + "`"])
def test_a_monster_is_read_in_one_go(text: str) -> None:
    assert len(without_code(text)) == len(text)
