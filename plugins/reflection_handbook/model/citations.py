"""Citations in the text of a page: ``[@bartelink2013b]``, ``[@rapport2016, par. 3.3]``, ``[@een; @ander, p. 4]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .code import blank, without_code

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_INSIDE = r"(?:[^\[\]\n]|\n(?![ \t]*\n)){0,500}"
_MEANT = re.compile(rf"(?<!\\)\[(?={_INSIDE}?(?<![\w.\\])@)({_INSIDE})(\]?)")
"""What somebody means as a citation: a sign ``@`` that begins a word between brackets, in one paragraph."""
_WORK = re.compile(r"\s*@(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)(?:,\s*(?P<locator>\w[\w\s.,:()/–-]*?))?\s*")


@dataclass(frozen=True, slots=True)
class Cited:
    """A work that a citation names."""

    key: str
    locator: str
    """Where in the work, as it was written: ``par. 3.3``; may be empty."""
    row: int
    """The row of the text on which it stands, counted from 0."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation, from where to where in the text."""

    start: int
    end: int
    row: int
    works: tuple[Cited, ...]
    """Nothing where it is none, though it looks as if it was meant to be one."""


def citations(text: str) -> Iterator[Citation]:
    """Yield the citations in a page's Markdown, in order; what is code or a comment is only told about.

    Args:
        text: the Markdown under the front matter.
    """
    if "@" not in text:
        return
    bare = _COMMENT.sub(blank, without_code(text))
    for found in _MEANT.finditer(bare):
        works = tuple(_works(bare, found)) if found[2] else ()
        whole = works if all(works) else ()
        yield Citation(
            start=found.start(),
            end=found.end(),
            row=bare.count("\n", 0, found.start()),
            works=tuple(work for work in whole if work),
        )


def _works(text: str, found: re.Match[str]) -> Iterator[Cited | None]:
    at = found.start(1)
    for part in found[1].split(";"):
        work = _WORK.fullmatch(part)
        row = text.count("\n", 0, at + len(part) - len(part.lstrip()))
        yield Cited(work["key"], " ".join((work["locator"] or "").split()), row) if work else None
        at += len(part) + 1
