"""Prose of facilitators: Markdown in, harmless HTML out."""

from __future__ import annotations

import re

import nh3
from markdown import Markdown
from markupsafe import Markup

ALLOWED_TAGS = frozenset(
    {"p", "br", "hr", "blockquote", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li"}
    | {"strong", "em", "del", "code", "a", "abbr"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
ALLOWED_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}}
ALLOWED_SCHEMES = frozenset({"https", "http"})
_HEADING = re.compile(r"^(#{1,6}) ", re.MULTILINE)
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ .,;:?!'\"‘’“”()…–/%€=+-])*")
"""One line without anything that Markdown or HTML gives a meaning: most of what teams write down."""


def without_links(html: Markup) -> Markup:
    """Return prose with the words of its links but not the links: for a place that nobody should be led away from."""
    attributes = {tag: set(names) for tag, names in ALLOWED_ATTRIBUTES.items() if tag != "a"}
    return Markup(nh3.clean(html, tags=set(ALLOWED_TAGS - {"a"}), attributes=attributes))  # nh3 has just made it safe


class Prose:
    """Turns prose into HTML; keeps its readers, since making one takes longer than reading with it."""

    def __init__(self) -> None:
        self._readers: dict[int, Markdown] = {}

    def __call__(self, text: str, top: int = 3) -> Markup:
        """Return Markdown as HTML that holds nothing but text and its structure.

        Args:
            text: what somebody wrote; HTML in it is shown as far as the allow-list lets it.
            top: the level that the text's own highest headings get, so that they fit under the page's own.
        """
        if _PLAIN.fullmatch(text):  # the same as below, a hundred times as fast
            return Markup(f"<p>{text}</p>")  # none of these signs needs an escape
        first = min((len(found) for found in _HEADING.findall(text)), default=1)
        reader = self._reader(top + 1 - first)
        clean = nh3.clean(
            reader.reset().convert(text),
            tags=set(ALLOWED_TAGS),
            attributes={tag: set(names) for tag, names in ALLOWED_ATTRIBUTES.items()},
            url_schemes=set(ALLOWED_SCHEMES),
            link_rel="noopener noreferrer",
        )
        return Markup(clean)  # nh3 has just made it safe

    def _reader(self, base: int) -> Markdown:
        if base not in self._readers:
            reader = Markdown(
                extensions=["sane_lists", "tables", "toc"],
                extension_configs={"tables": {"use_align_attribute": True}, "toc": {"baselevel": base}},
                output_format="html",
            )
            reader.parser.blockprocessors.deregister("code")  # somebody who indents a line means no program
            self._readers[base] = reader
        return self._readers[base]
