"""The sentences of a page in Markdown, each with its row: what a reader reads, without what only lays it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.code import blank, without_code

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?")
_CITATION = re.compile(r"[ \t]*\[@[^\]]*\]|\[\^[^\]]+\]")
_LINK = re.compile(r"\[([^\[\]]*)\](\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
_ATTRIBUTES = re.compile(r"\{:?[ ]?[#.][^{}\n]*\}")
_ADDRESS = re.compile(r"<?(?:https?://|www\.)[^\s<>]+>?|\S+@\S+")
_EMPHASIS = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])")

_LAYOUT = re.compile(
    r"[ \t>]*(?:\#{1,6}(?:[ \t].*)?|(?:!!!|\?\?\?\+?)[ \t].*|\*?\[[^\]]+\]:.*|=+|-{3,}|[*_][ \t]?[*_][ \t]?[*_].*)"
)
"""A row that is no part of a sentence: a heading, the title of an admonition, a reference, a line."""
_SEPARATOR = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*")
_ITEM = re.compile(r"[ \t>]*(?:[-+*][ \t]+(?:\[[ xX]\][ \t])?|\d{1,3}[.)][ \t]+|:[ \t]+)")
_QUOTE = re.compile(r"[ \t>]*")

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_GOES_ON = re.compile(r"[\s\"'“‘«(\[]*(?:[^\W\d_]|\d|[€%])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:(?:[a-z]\.){1,4}|(?:[a-z]/)?(?:art|bijv|blz|ca|dhr|dr|evt|excl|fig|incl|max|min|mevr|nl|nr|nrs"
    r"|par|pp?|prof|red|resp|tab|tel|vgl|zgn|zie par)\.)$",
    re.IGNORECASE,
)
"""What ends with a full stop that does not end a sentence."""
_LAST = frozenset({"e.d.", "enz.", "etc.", "e.a.", "a.u.b."})
"""Abbreviations that may end a sentence, when a capital follows."""

_WORD = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or loose words of a list or a table."""

    text: str
    row: int
    """Where it begins, counted from 0."""
    block: int
    """Which paragraph, item or cell it stands in."""
    whole: bool
    """Whether it is a sentence; an item or a cell without a full stop is not."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, and its numbers."""
        return tuple(_WORD.findall(self.text))


def sentences(markdown: str) -> Iterator[Sentence]:
    """Yield the sentences of a page, in their order."""
    for number, (text, rows, is_paragraph) in enumerate(_blocks(_without_marks(markdown))):
        for start, end in _cuts(text):
            found = re.sub(r"\s+([.,;:!?…)”’])", r"\1", " ".join(text[start:end].split()))
            if _WORD.search(found):
                ended = found.rstrip("\"'”’»)] ")[-1:] in tuple(".!?…:")
                row = rows[min(start + len(text[start:end]) - len(text[start:end].lstrip()), len(rows) - 1)]
                yield Sentence(found, row, number, ended or is_paragraph)


def _without_marks(markdown: str) -> str:
    """Return a page with blanks in the place of code, comments, marks and addresses; every sign keeps its place."""
    text = without_code(markdown)
    for kind in (_COMMENT, _IMAGE, _CITATION):
        text = kind.sub(blank, text)
    text = _LINK.sub(_words_of_link, text)
    for kind in (_ATTRIBUTES, _ADDRESS, _TAG):
        text = kind.sub(blank, text)
    return text


def _words_of_link(found: re.Match[str]) -> str:
    return f" {found[1]} " + re.sub(r"[^\n]", " ", found[2])


def _blocks(text: str) -> Iterator[tuple[str, list[int], bool]]:
    """Yield each paragraph, item and cell: its text, the row of each sign, and whether it is a paragraph."""
    signs: list[str] = []
    rows: list[int] = []
    is_paragraph = True
    all_rows = text.split("\n")
    for row, line in enumerate([*all_rows, ""]):
        begins = _ITEM.match(line)
        in_table = line.count("|") > 1 or (line.lstrip(" >").startswith("|"))
        ends = not line.strip(" \t>") or _LAYOUT.fullmatch(line) or in_table or _SEPARATOR.fullmatch(line)
        if (begins or ends) and signs:
            yield "".join(signs), rows, is_paragraph
            signs, rows = [], []
        if in_table and not _SEPARATOR.fullmatch(line):
            for cell in line.strip(" \t>|").split("|"):
                yield _EMPHASIS.sub(blank, cell), [row] * max(len(cell), 1), False
        if ends:
            continue
        if not signs:
            is_paragraph = not begins
        rest = line[begins.end() if begins else _QUOTE.match(line).end() :]  # type: ignore[union-attr]
        piece = f"{_EMPHASIS.sub(blank, rest)}\n"
        signs.append(piece)
        rows += [row] * len(piece)


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a block begins and ends."""
    start = 0
    for found in _END.finditer(text):
        before, after = text[start : found.end()], text[found.end() :]
        goes_on = _GOES_ON.match(after)
        small = bool(goes_on) and goes_on[0][-1:].islower()  # type: ignore[index]
        word = before.split()[-1].casefold() if before.split() else ""
        if goes_on and (small or (word.lstrip("(\"'“‘") not in _LAST and _ABBREVIATION.search(before))):
            continue
        yield start, found.end()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)
