"""What a built file says, and how two texts are compared that were written in different ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html import unescape
from urllib.parse import unquote


class Kind(Enum):
    """What sort of text something is, since that decides what is looked for in it."""

    READABLE = "readable"
    """What a person reads, hears or finds: everything is looked for."""
    ADDRESS = "address"
    """An address, an id, a file's name: numbers in it are no telephone numbers."""
    CODE = "code"
    """A script, a style sheet."""
    SHAPE = "shape"
    """Vector geometry and measures: any number may be there, and no word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text from one place of a file."""

    kind: Kind
    lines: tuple[str, ...]
    """A line ends where a reader sees one end; a text that is looked for may go on in the next."""


class UnreadableError(Exception):
    """A file that nobody can look into."""


_NO_LETTER = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")
_ESCAPE = re.compile(r"\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})")
_MARKS = re.compile(r"[*`]|\\(?=[^\w\s])")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_HASH = re.compile(r"'sha(?:256|384|512)-[A-Za-z0-9+/=_-]+'")
_PLAIN = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"}
"""What NFKC leaves as it is and what people use for a hyphen."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text, for lists that are easier to read without quotes."""
    return frozenset(text.split())


def squeeze(text: str) -> str:
    """Return only a text's letters and digits, without accents and case.

    What lies between them is what an engine changes: tags, white space, quotes, hyphenation, invisible signs.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _NO_LETTER.sub("", text.casefold())


def clean(text: str) -> str:
    """Return a text as it looks: invisible signs gone, one sort of hyphen, white space as one space."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_PLAIN)
        text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return _SPACE.sub(" ", text).strip()


def without_accents(text: str) -> str:
    """Return a text with its letters bare; case stays."""
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def unmarked(text: str) -> str:
    """Return a text in Markdown without the signs for emphasis and code, which split words, and without its escapes."""
    return _MARKS.sub("", text)


def readings(text: str) -> Iterator[str]:
    """Yield a text, and what it becomes once somebody undoes its entities, percent signs and escapes.

    The hashes of a Content-Security-Policy are left out: they hold any letter and digit, and say nothing.
    """
    text = _HASH.sub("", text) if "'sha" in text else text
    yield text
    for _ in range(3):
        undone = _undone(text)
        if undone == text:
            return
        text = undone
        yield text


def _undone(text: str) -> str:
    if "&" in text:
        text = unescape(text)
    if "\\" in text:
        text = _ESCAPE.sub(_sign, text)
    if "%" in text and _PERCENT.search(text):
        text = unquote(text)
    return text


def _sign(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
