"""What the engine's search reads of a page of ours: its headings and its words, and none of what only draws it."""

from __future__ import annotations

import re

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_TAG = re.compile(r"""</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>"']*+(?:(?:"[^"]*"|'[^']*')[^<>"']*+)*+>""")
_TERM = re.compile(r'<a class="hb-term"[^>]*>([^<]*)</a>')
_KEPT = frozenset({"h1", "h2"})
"""Where a part of a page begins, with the address that a result leads to."""


def searched(html: str) -> str:
    """Return a page's words under its headings.

    The engine's reader takes as long over a page as the page has tags, and a drawing has hundreds; this leaves those of
    the headings. Words that an element kept apart stay apart.

    Args:
        html: a page that our own templates made.
    """
    return _TAG.sub(lambda tag: tag[0] if tag["name"] in _KEPT else " ", _TERM.sub(r"\1", _DRAWING.sub("", html)))
