"""The data above a Markdown text, between two lines of ``---``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model.language import say
from ..model.places import Problem, Severity
from .nodes import Mapping
from .yaml_tree import read_yaml

_FENCE = re.compile(r"---[ \t]*")
_CLOSE = re.compile(r"(---|\.\.\.)[ \t]*")


@dataclass(frozen=True, slots=True)
class Parts:
    """A Markdown file in two."""

    card: Mapping | None
    """The data, or nothing where the file has none, or none that can be read."""
    body: str
    """The Markdown under it."""
    body_line: int
    """The line on which the body begins."""


def split(text: str, file: str) -> tuple[Parts, list[Problem]]:
    """Split a Markdown text into its data and its body.

    Data that does not close or cannot be read is an error and never becomes part of the body: what somebody meant to
    keep apart must not end up on a page.
    """
    rows = text.split("\n")
    first = next((index for index, row in enumerate(rows) if row.strip()), None)
    if first is None or not _FENCE.fullmatch(rows[first]):
        return Parts(None, text, 1), []
    if first > 0:
        return _broken(file, 1, say("boven de regel met ‘---’ staan lege regels"), say("Begin het bestand met ‘---’."))
    for index in range(1, len(rows)):
        if _CLOSE.fullmatch(rows[index]):
            body = "\n".join(rows[index + 1 :])
            if all(not row.strip() or row.lstrip().startswith("#") for row in rows[1:index]):
                return Parts(None, body, index + 2), []
            card, problems = read_yaml("\n".join(rows[1:index]), file, first_line=2)
            return Parts(card, body, index + 2), problems
    return _broken(
        file,
        1,
        say("de gegevens bovenaan beginnen met ‘---’ maar houden niet op"),
        say("Zet onder de gegevens weer een regel met alleen ‘---’."),
    )


def data_rows(rows: Sequence[str]) -> tuple[int, int] | None:
    """Return from which row to which (not included) the data of a Markdown file stand, or nothing where it has none."""
    if not rows or not _FENCE.fullmatch(rows[0].rstrip("\r\n")):
        return None
    return next(((1, at) for at, row in enumerate(rows) if at and _CLOSE.fullmatch(row.rstrip("\r\n"))), None)


def _broken(file: str, line: int, message: str, hint: str) -> tuple[Parts, list[Problem]]:
    return Parts(None, "", 1), [Problem(file, line, Severity.ERROR, message, hint)]
