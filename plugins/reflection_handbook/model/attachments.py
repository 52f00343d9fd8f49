"""Files beside the pages of ``docs/``: pictures and documents to fetch."""

from __future__ import annotations

from pydantic import Field

from .documents import Record
from .places import Source


class Attachment(Record):
    """A file of ``docs/`` that is no page, as far as it may be published."""

    uri: str
    """Path inside ``docs/``, with forward slashes."""
    content: bytes = Field(repr=False)
    """What is published: a picture without the data that a camera or a program put into it."""
    source: Source
