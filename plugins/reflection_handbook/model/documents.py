"""The pages of ``docs/`` as they were read."""

from __future__ import annotations

import re

from pydantic import BaseModel, ConfigDict

from .pages import PageCard, PartCard, StepCard
from .places import Source

_TITLE = re.compile(r"^# +(.+?)(?: *\{[^{}]*\})? *#*$", re.MULTILINE)


class Record(BaseModel):
    """A frozen thing that was put together from files."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Document(Record):
    """A page of ``docs/``."""

    uri: str
    """Path inside ``docs/``, with forward slashes."""
    card: PageCard | StepCard | PartCard
    text: str
    """The Markdown after the front matter."""
    source: Source
    broken: bool = False
    """Whether the data above it could not be read; that has been reported, so rules need not ask for them."""

    @property
    def title(self) -> str:
        """Its title: what the data above it says, else its first heading, else the name of its file."""
        heading = _TITLE.search(self.text)
        return self.card.page_title or (heading[1] if heading else self.uri.removesuffix(".md").rpartition("/")[2])
