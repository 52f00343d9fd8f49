"""What a PDF says: the text of its pages, all that stands about them, and the files inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from .texts import Kind, Passage, UnreadableError

Inner = Callable[[str, bytes], Iterator[Passage]]
"""Reads a file that is packed inside."""

_NO_TEXT = frozenset({"/ID", "/CreationDate", "/ModDate", "/Parent", "/CharSet"})
"""Keys behind which no text of a person stands."""


def pdf_passages(data: bytes, inner: Inner) -> Iterator[Passage]:
    """Yield what a PDF says.

    Every text among its objects is read, not only the pages: titles, notes, bookmarks, addresses, fields, alternative
    texts. So a place that nobody thought of is looked into as well.

    Args:
        data: the file.
        inner: reads what is attached to it.

    Raises:
        UnreadableError: when it is locked or broken.
    """
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableError
        pages = [page.extract_text() for page in reader.pages]
        strings, attached = _objects(reader.trailer)
    except UnreadableError:
        raise
    except Exception as error:  # "broken PDF files might cause other exceptions", its manual says of its own
        raise UnreadableError from error
    for text in pages:
        yield Passage(Kind.READABLE, tuple(text.splitlines()))
    for text in strings:
        yield Passage(Kind.READABLE, tuple(text.splitlines()))
    for name, content in attached:
        yield from inner(name, content)


def _objects(trailer: DictionaryObject) -> tuple[list[str], list[tuple[str, bytes]]]:
    """Return every text among the objects of a file, and the files and descriptions packed in it."""
    strings: list[str] = []
    attached: list[tuple[str, bytes]] = []
    waiting: list[tuple[str, object]] = [("", trailer)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        key, found = waiting.pop()
        if isinstance(found, IndirectObject):
            if (found.idnum, found.generation) not in seen:
                seen.add((found.idnum, found.generation))
                waiting.append((key, found.get_object()))
        elif isinstance(found, DictionaryObject):
            waiting += ((key, found.raw_get(key)) for key in found if key not in _NO_TEXT)
            if isinstance(found, StreamObject):
                attached += _content(key, found)
        elif isinstance(found, ArrayObject):
            waiting += ((key, item) for item in list.__iter__(found))
        elif isinstance(found, bytes):
            strings.append(found.decode("latin-1"))
        elif isinstance(found, str) and not isinstance(found, NameObject):
            strings.append(found)
    return strings, attached


def _content(key: str, stream: StreamObject) -> Iterator[tuple[str, bytes]]:
    """Yield a stream that is a file in itself: a description in XML, or something attached."""
    media = str(stream.get("/Subtype", "")).replace("#2F", "/").strip("/")
    if key == "/Metadata":
        yield "x.xml", stream.get_data()
    elif stream.get("/Type") == "/EmbeddedFile" or "/" in media:
        yield f"x.{media.rpartition('/')[2].rpartition('+')[2]}", stream.get_data()
