"""Prose of ``docs/`` on paper: the same text without links, since nobody can follow one there."""

from __future__ import annotations

import re

import nh3
from markdown import Markdown
from markupsafe import Markup

from .markdown import ALLOWED_TAGS

_LINK = re.compile(r"<(/?)a\b[^>]*>")
_TOP = 4
"""The level that a section's own heading has; what stands under it begins one lower."""


class Handout:
    """Turns Markdown of the handbook's own pages into harmless HTML; keeps its reader."""

    def __init__(self) -> None:
        self._reader: Markdown | None = None

    def __call__(self, text: str) -> Markup:
        """Return Markdown as HTML for paper. Words that were a link are underlined: the handbook tells more there."""
        self._reader = self._reader or Markdown(
            extensions=["sane_lists", "tables", "attr_list", "admonition", "def_list", "toc"],
            extension_configs={"tables": {"use_align_attribute": True}, "toc": {"baselevel": _TOP - 1}},
            output_format="html",
        )
        html = _LINK.sub(r"<\1u>", self._reader.reset().convert(text))
        clean = nh3.clean(
            html,
            tags=set(ALLOWED_TAGS | {"u", "div", "dl", "dt", "dd"}) - {"a"},
            attributes={"div": {"class"}, "p": {"class"}, "ol": {"start"}},
        )
        return Markup(clean)  # nh3 has just made it safe
