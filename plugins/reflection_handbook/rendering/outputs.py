"""What rendering hands to a writer: pages of our own, pages of the author with our parts in them, and files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import escape

from .search import searched


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for its table of contents."""

    id: str
    text: str
    """Plain text, not HTML."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of our own."""

    uri: str
    """Where it would stand in ``docs/``: ``teams/x/index.md``."""
    title: str
    """Plain text, not HTML."""
    description: str
    section: str
    """The page of ``docs/`` that it belongs under: ``teams/index.md``."""
    html: str
    """The whole body, heading included. No blank lines, so that every Markdown engine leaves it alone."""
    headings: tuple[Heading, ...] = ()
    """The first is the page's own heading."""

    @property
    def card(self) -> Mapping[str, object]:
        """What an engine wants to know of the page; it needs no list of pages beside it."""
        return {"title": self.title, "description": self.description, "hide": ["navigation"]}

    @property
    def searched(self) -> str:
        """What the engine's search reads of it."""
        return searched(self.html)

    @property
    def toc_tokens(self) -> list[Any]:
        """The headings as Python-Markdown's ``toc`` extension gives them: nested, with their texts as HTML."""
        first, *rest = ({"id": h.id, "name": str(escape(h.text)), "children": []} for h in self.headings)
        return [{**first, "level": 1, "children": [{**token, "level": 2} for token in rest]}]


@dataclass(frozen=True, slots=True)
class Text:
    """A page of ``docs/``, with the parts filled in that it asks for."""

    uri: str
    card: Mapping[str, object]
    """What an engine wants to know of the page: plain values, under the keys of MkDocs."""
    markdown: str
    """The Markdown under the front matter."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is placed as it is."""

    uri: str
    content: bytes


Output = Page | Text | Asset
