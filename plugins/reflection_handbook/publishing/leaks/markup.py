"""HTML, XML and SVG, and Markdown with HTML in it, as passages of text.

A reader of its own, since it has to be quick (a thousand pages in seconds), to lose nothing (what is no proper tag is
text), and to know what a person reads: inline tags join what stands around them, all others part it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from .texts import Kind, Passage, words

_INSIDE = r"""[^<>"']*+(?:(?:"[^"]*"|'[^']*')[^<>"']*+)*+"""
"""What stands inside a tag; a sign that ends one may stand between quotes."""
_TOKEN = re.compile(
    rf"""(<!--.*?(?:--!?>|\Z)
      |<!\[CDATA\[.*?(?:\]\]>|\Z)
      |<script(?=[\s/>]){_INSIDE}>.*?(?:</script(?=[\s/>])[^>]*>|\Z)
      |<style(?=[\s/>]){_INSIDE}>.*?(?:</style(?=[\s/>])[^>]*>|\Z)
      |<[!?][^>]*>
      |</?[a-zA-Z]{_INSIDE}>
      |</?[a-zA-Z][^<>]*>)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(rf"</?([^\s/>]+)({_INSIDE})>(.*)", re.DOTALL)
_CLOSING = re.compile(r"</(?:script|style)[^>]*>\Z", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(.*?)(?:--!?>)?\Z", re.DOTALL)
_DATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>)?\Z", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_BREAK = "\x1e"
_DEEPEST = 4
"""How deep comments inside comments are opened; what lies deeper is read as it stands."""

_INLINE = words(
    """
    a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small
    span strike strong sub sup time tref tspan tt u var wbr
    """
)
_ADDRESSES = words(
    """
    href src srcset action formaction cite poster longdesc background manifest ping xlink:href xmlns id name for
    class headers aria-controls aria-labelledby aria-describedby aria-owns itemid itemtype itemprop rel
    """
)
_CODE = frozenset({"style", "integrity", "nonce"})
_SHAPES = words(
    """
    d points viewbox transform width height x y x1 y1 x2 y2 cx cy r rx ry dx dy offset values stroke-width
    stroke-dasharray stroke-dashoffset pathlength sizes media from to keytimes keysplines
    """
)

Embedded = Callable[[str, str], Iterator[Passage]]
"""Reads what stands in a page in another language, given its media type."""


class Markup:
    """A reader that remembers the tags it met: most tags of a thousand pages are alike.

    What a tag, a comment or a script says is handed out once, not again for the same one in this file or in another.
    """

    def __init__(self, embedded: Embedded) -> None:
        self._embedded = embedded
        self._instead: dict[str, str] = {}

    def passages(self, text: str, paragraphs: bool = False, depth: int = 0) -> Iterator[Passage]:
        """Yield what a text with tags says: its text as one passage, and each attribute, comment and script apart.

        Args:
            text: the whole of it.
            paragraphs: whether an empty line ends a paragraph, as in Markdown.
            depth: how many comments it stands in.
        """
        parts = _TOKEN.split(text)
        for token in dict.fromkeys(token for token in parts[1::2] if token not in self._instead):
            yield from self._new(token, paragraphs, depth)
        parts[1::2] = [self._instead[token] for token in parts[1::2]]
        yield Passage(Kind.READABLE, tuple(_lines("".join(parts), paragraphs)))

    def _new(self, token: str, paragraphs: bool, depth: int) -> Iterator[Passage]:
        """Note what a token leaves in the text around it, and yield what it says by itself."""
        self._instead[token] = ""
        if data := _DATA.match(token):
            self._instead[token] = data[1].replace("&", "&amp;")
        elif (comment := _COMMENT.match(token)) and depth < _DEEPEST:
            yield from self.passages(comment[1], paragraphs, depth + 1)
        elif token[1] not in "!?" and (tag := _TAG.match(token)):
            name, attributes, body = tag[1].lower(), tag[2], tag[3]
            self._instead[token] = "" if name in _INLINE else _BREAK
            yield from self._attributes(attributes)
            if name in ("script", "style") and token[1] != "/":
                yield from self._embedded(self._media(name, attributes), _CLOSING.sub("", body))
        else:
            self._instead[token] = f"{_BREAK}{token[1:]}{_BREAK}"

    def _attributes(self, text: str) -> Iterator[Passage]:
        for name, *values in _ATTRIBUTE.findall(text):
            yield Passage(_kind(name.lower()), (unescape("".join(values)),))
        # Names of attributes, and whatever is no proper attribute.
        if rest := _ATTRIBUTE.sub(r" \1 ", text).strip(" \t\r\n\f/"):
            yield Passage(Kind.ADDRESS, (rest,))

    def _media(self, name: str, attributes: str) -> str:
        """Return in which language the inside of a ``script`` or ``style`` is written."""
        types = ["".join(values) for key, *values in _ATTRIBUTE.findall(attributes) if key.lower() == "type"]
        return unescape(types[0]).lower() if types else "text/css" if name == "style" else "text/javascript"


def _kind(attribute: str) -> Kind:
    if attribute in _ADDRESSES:
        return Kind.ADDRESS
    if attribute in _CODE or attribute.startswith("on"):
        return Kind.CODE
    return Kind.SHAPE if attribute in _SHAPES else Kind.READABLE


def _lines(text: str, paragraphs: bool) -> Iterator[str]:
    if paragraphs:
        text = _EMPTY_LINE.sub(_BREAK, text)
    for line in text.split(_BREAK):
        if words := line.split():
            joined = " ".join(words)
            yield unescape(joined) if "&" in joined else joined
