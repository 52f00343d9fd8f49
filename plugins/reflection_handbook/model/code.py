"""Where Markdown is code, and so only told about."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})([^`]*)")
_TICKS = re.compile(r"`+")
_PARAGRAPH = re.compile(r"\n[ \t]*(?=\n)")


def blank(found: re.Match[str]) -> str:
    """Return as many blanks as were found, with the line ends where they were."""
    return re.sub(r"[^\n]", " ", found[0])


def without_code(text: str) -> str:
    """Return Markdown with blanks in the place of its fenced blocks and of what stands between backticks.

    Every sign keeps its place, so that a row in the result is one in the text. A fence or a backtick without a second
    one begins no code. Lines that are only indented stay: in HTML, in a list and in prose they are no code.
    """
    rows = text.split("\n")
    ends: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        ends.setdefault(row.strip(" \t>"), []).append(at)
    at = 0
    while at < len(rows):
        opening = _FENCE.fullmatch(rows[at])
        closing = ends.get(opening[1], []) if opening else []
        found = bisect_right(closing, at)
        if found < len(closing):
            end = closing[found]
            rows[at : end + 1] = [" " * len(row) for row in rows[at : end + 1]]
            at = end
        at += 1
    text = "\n".join(rows)
    parts = [0, *(found.end() for found in _PARAGRAPH.finditer(text)), len(text)]
    return "".join(_without_spans(text[start:end]) for start, end in pairwise(parts))


def _without_spans(part: str) -> str:
    ticks = [found for found in _TICKS.finditer(part) if not _escaped(part, found.start())]
    places: dict[int, list[int]] = {}
    for index, found in reversed(list(enumerate(ticks))):
        places.setdefault(len(found[0]), []).append(index)
    signs, index = list(part), 0
    while index < len(ticks):
        alike = places[len(ticks[index][0])]
        while alike and alike[-1] <= index:
            alike.pop()
        if alike:
            start, end = ticks[index].start(), ticks[alike[-1]].end()
            signs[start:end] = (sign if sign == "\n" else " " for sign in signs[start:end])
            index = alike[-1]
        index += 1
    return "".join(signs)


def _escaped(text: str, at: int) -> bool:
    before = len(text[:at]) - len(text[:at].rstrip("\\"))
    return before % 2 == 1
