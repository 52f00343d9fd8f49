"""From a built file to what it says. What nobody can look into is not passed over: it is an error."""

from __future__ import annotations

import base64
import binascii
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote_to_bytes

from .markup import Markup
from .pdf import pdf_passages
from .texts import Kind, Passage, UnreadableError, unmarked, words

MOST = 200_000_000
"""The largest content of a packed file that is looked into, in bytes; a larger one is refused."""

_TEXT_ENDINGS = frozenset({"txt", "csv", "ics", "md", "html", "xml", "svg", "json", "js", "css"})
"""What is called so is read as text, also when it begins as a picture does."""
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_DATA = re.compile(r"data:([\w.+-]*/?[\w.+-]*)((?:;[\w.+=-]+)*),([^\"'\s)<>]*)", re.IGNORECASE)
_DEEPEST = 4
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_FOLD = re.compile(rb"\r?\n[ \t]")
_CALENDAR_LINE = re.compile(r"([A-Za-z0-9-]+)((?:;[^\":;]+(?:\"[^\"]*\"|[^\":;])*)*):(.*)", re.DOTALL)
_CALENDAR_ESCAPE = re.compile(r"\\(.)")
_MACHINE_LINES = words(
    """
    DTSTART DTEND DTSTAMP DUE UID SEQUENCE CREATED LAST-MODIFIED RECURRENCE-ID RRULE EXDATE RDATE TRIGGER
    DURATION VERSION PRIORITY TZOFFSETFROM TZOFFSETTO REFRESH-INTERVAL X-PUBLISHED-TTL
    """
)


class Reader:
    """Reads built files, and remembers what they have in common: that is handed out once."""

    def __init__(self) -> None:
        self._markup = Markup(self._embedded)
        self._values: set[tuple[str, str]] = set()

    def passages(self, name: str, data: bytes, depth: int = 0) -> Iterator[Passage]:
        """Yield what a file says.

        What it is follows from its content where that tells, and else from its name.

        Args:
            name: the file's name, with its ending.
            data: its content.
            depth: how many files it is packed in.

        Raises:
            UnreadableError: when it cannot be looked into.
        """
        if depth > _DEEPEST:
            raise UnreadableError
        if is_picture(data) and name.rpartition(".")[2].lower() not in _TEXT_ENDINGS:
            return
        if data.startswith(b"\x1f\x8b"):
            yield from self.passages(name.removesuffix(".gz"), _unpacked(data), depth + 1)
        elif b"%PDF-" in data[:1024]:
            for passage in pdf_passages(data, lambda inner, content: self.passages(inner, content, depth + 1)):
                yield from self._opened(passage, depth)
        else:
            for passage in self._text(name.rpartition(".")[2].lower(), data, depth):
                yield from self._opened(passage, depth)

    def _text(self, ending: str, data: bytes, depth: int) -> Iterator[Passage]:
        if ending == "ics":
            yield from _calendar(_FOLD.sub(b"", data))
            return
        text = _decoded(data)
        if ending in ("html", "htm", "xhtml", "xml", "svg", "rss", "atom", "xsl"):
            yield from self._markup.passages(text)
        elif ending in ("json", "map", "webmanifest", "geojson"):
            yield from self._json(text)
        elif ending in ("md", "markdown"):
            yield from self._markup.passages(unmarked(text), paragraphs=True)
        elif ending in ("js", "mjs", "css"):
            yield Passage(Kind.CODE, tuple(text.splitlines()))
        else:
            yield Passage(Kind.READABLE, tuple(text.splitlines()))

    def _embedded(self, media: str, text: str) -> Iterator[Passage]:
        if "json" in media:
            yield from self._json(text)
        elif any(sort in media for sort in ("html", "xml", "svg")):
            yield from self._markup.passages(text)
        else:
            yield Passage(Kind.CODE, tuple(text.splitlines()))

    def _json(self, text: str) -> Iterator[Passage]:
        try:
            tree = json.loads(text, parse_int=str, parse_float=str)
        except (ValueError, RecursionError):
            yield Passage(Kind.READABLE, tuple(text.splitlines()))
            return
        waiting: list[tuple[str, object]] = [("", tree)]
        while waiting:
            key, value = waiting.pop()
            if isinstance(value, dict):
                waiting += reversed(value.items())
            elif isinstance(value, list):
                waiting += ((key, item) for item in reversed(value))
            elif (pair := (key, str(value))) not in self._values:
                self._values.add(pair)
                if "<" in pair[1]:
                    yield Passage(Kind.READABLE, (key,))
                    yield from self._markup.passages(pair[1])
                else:
                    # The key as well: only with it is ‘geboortedatum: 1980-03-12’ somebody's.
                    yield Passage(Kind.READABLE, (f"{key}: {value}",))

    def _opened(self, passage: Passage, depth: int) -> Iterator[Passage]:
        """Yield a passage without the ``data:`` addresses in it, and what those hold."""
        if not any("data:" in line.lower() for line in passage.lines):
            yield passage
            return
        yield Passage(passage.kind, tuple(_DATA.sub(" ", line) for line in passage.lines))
        for found in (found for line in passage.lines for found in _DATA.finditer(line)):
            yield from self._data_address(found, depth)

    def _data_address(self, found: re.Match[str], depth: int) -> Iterator[Passage]:
        media, parameters, content = found[1].lower(), found[2].lower(), found[3]
        data = unquote_to_bytes(content)
        if parameters.endswith(";base64"):
            try:
                data = base64.b64decode(data + b"=" * (-len(data) % 4))
            except binascii.Error as error:
                raise UnreadableError from error
        name = media.rpartition("/")[2].removesuffix("+xml").replace("javascript", "js").replace("calendar", "ics")
        yield Passage(Kind.ADDRESS, (found[2],))
        yield from self.passages(f"x.{name}", data, depth + 1)


def is_picture(data: bytes) -> bool:
    """Return whether a file's content begins as a picture's does; what a picture shows, nobody here can read."""
    return data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _unpacked(data: bytes) -> bytes:
    try:
        with gzip.open(BytesIO(data)) as stream:
            content = stream.read(MOST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError from error
    if len(content) > MOST:
        raise UnreadableError
    return content


def _decoded(data: bytes) -> str:
    code = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(code)
    except UnicodeDecodeError as error:
        raise UnreadableError from error
    if _CONTROL.search(text):
        raise UnreadableError
    return text


def _calendar(data: bytes) -> Iterator[Passage]:
    """Yield the values of a calendar, unfolded. Source: RFC 5545, 3.1 (lines) and 3.3.11 (escapes)."""
    for line in _decoded(data).splitlines():
        found = _CALENDAR_LINE.fullmatch(line)
        if not found:
            yield Passage(Kind.READABLE, (line,))
            continue
        kind = Kind.ADDRESS if found[1].upper() in _MACHINE_LINES else Kind.READABLE
        if found[2]:
            yield Passage(kind, (found[2],))
        text = _CALENDAR_ESCAPE.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], found[3])
        yield Passage(kind, tuple(text.split("\n")))
