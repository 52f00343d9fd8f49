"""Where a page is running text, and no heading, link, code, label or drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.code import without_code

_CLOSED = "a|abbr|button|code|dt|h[1-6]|kbd|label|nav|pre|samp|script|select|style|summary|svg|textarea|thead|th|time"
"""Elements whose words are no running text; none of them holds another of its own kind."""

# ---- Markdown -------------------------------------------------------------------------------------------------------

_ELEMENT = re.compile(rf"<({_CLOSED})\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<[a-z]+:[^<>\s]*>")
_ROW = re.compile(
    r"""
    ^[ \t>]*\#{1,6}[ \t].*$                     # a heading
    | ^[ \t>]*(?:!!!|\?\?\?\+?)[ \t].*$         # the title of an admonition
    | ^[ \t]*\*?\[[^\]\n]+\]:.*$                # what a reference, a footnote or an abbreviation stands for
    | ^.+\n(?=[ \t]*(?:=+|-+)[ \t]*$)           # a heading with a line under it
    | ^.+\n(?=:[ \t]{1,})                       # what a list of definitions defines
    | ^.*\|.*\n[ \t]*\|?[ \t]*:?-+:?[ \t|:-]*$  # the head of a table
    """,
    re.MULTILINE | re.VERBOSE,
)
_BRACKETS = re.compile(
    r"!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]"  # a text between brackets: of a link, of a citation, to fill in
    r"(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]]*\])?"  # where it leads to
)
_OTHER = re.compile(r"\{:?[ ]?[#.][^{}\n]*\}|(?:https?://|www\.)\S+|\S+@\S+")
_OPEN = re.compile(r"[^\0]+")


def open_in_markdown(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a page of ``docs/`` that are running text, each from where to where."""
    masked = "".join(sign if sign == shown else "\0" for sign, shown in zip(text, without_code(text), strict=True))
    for kind in (_COMMENT, _ELEMENT, _ROW, _BRACKETS, _TAG, _OTHER):
        masked = kind.sub(lambda found: "\0" * len(found[0]), masked)
    yield from (found.span() for found in _OPEN.finditer(masked))


# ---- HTML -----------------------------------------------------------------------------------------------------------

_QUIET = re.compile(
    r"""\bclass="[^"]*\b(?:hb-hidden|hb-tag|hb-badge|hb-board|hb-crumb|hb-subtitle|hb-quiet|hb-state|hb-states|hb-note
    |hb-beside|hb-chain|hb-facts|hb-legend|hb-links|hb-steps-nav)(?=["\s])|\baria-hidden=|\bdata-day=""",
    re.VERBOSE,
)
"""Parts of our pages that are labels, marks or ways on."""
_PIECE = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>"']*+(?:(?:"[^"]*"|'[^']*')[^<>"']*+)*+)>\s*""",
    re.DOTALL,
)
"""A tag, with the white space behind it."""
_WHOLE = frozenset(_CLOSED.split("|")).union(f"h{level}" for level in range(1, 7))
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


def open_in_html(html: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a page that are running text, each from where to where.

    Args:
        html: a page that our own templates made, so that every element is closed, and in small letters.
    """
    last, inside, depth = 0, "", 0
    while piece := _PIECE.search(html, last):
        start, end = piece.span()
        if not inside and start > last:
            yield last, start
        name = piece["name"]
        if name in _WHOLE and not piece["end"]:
            close = html.find(f"</{name}>", end)
            end = close + len(name) + 3 if close >= 0 else len(html)
        elif name == inside:
            depth += -1 if piece["end"] else 1
            inside = inside if depth else ""
        elif not inside and name not in _VOID and (rest := piece["rest"]) and _QUIET.search(rest):
            inside, depth = name, 1
        last = end
    if not inside and last < len(html):
        yield last, len(html)
