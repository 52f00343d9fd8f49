"""What a kit takes from the descriptions of the method: what to do, what to look out for, and templates of letters."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.citations import citations
from ..model.documents import Document
from ..model.pages import SLOT, DescriptionCard, PartCard
from .method import duration

_TO_DO = (
    "Zo ",
    "Het draaiboek",
    "Draaiboek",
    "De agenda",
    "Minuut voor minuut",
    "Wat je vertelt",
    "Vier dingen",
    "De woorden",
    "De drie vragen",
)
"""How sections begin that say what to do: they are what one needs in a conversation."""
_DONE = ("Klaar als",)
_MIND = ("Let op",)
_SECTION = re.compile(r"^## +(.+?)(?: *\{[^{}]*\})? *#*$", re.MULTILINE)
_TEMPLATE = re.compile(r'^!!! +\S+ +"(Sjabloon[^"\n]*)"\n((?:(?: {4}.*|[ \t]*)(?:\n|\Z))+)', re.MULTILINE)
_BEFORE = re.compile(r"[ \n]+\Z")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a description."""

    title: str
    text: str
    """Markdown, without citations."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A description of the method, as far as it is needed at the table."""

    title: str
    about: str
    sections: tuple[Section, ...]
    duration: str = ""
    """How long it takes, in words."""
    needed: tuple[str, ...] = ()


def chapter(document: Document, whole: bool = False) -> Chapter:
    """Return a description as a chapter of a guide.

    Args:
        document: a step, or a part of it.
        whole: with what to look out for, too.
    """
    card = document.card
    wanted = (*_TO_DO, *(_MIND if whole else ()), *_DONE)
    found = tuple(section for section in _sections(document.text) if section.title.startswith(wanted))
    described = card if isinstance(card, DescriptionCard) else None
    span = described.duration_minutes if described else None
    return Chapter(
        title=re.sub(r"^\d+\. ", "", document.title) if isinstance(card, PartCard) else document.title,
        about=described.purpose if described else card.description or "",
        sections=found,
        duration=duration(span) if span else "",
        needed=described.needed if described else (),
    )


def letter_templates(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the templates that a description holds: each with its title, and its text as Markdown."""
    for title, text in _TEMPLATE.findall(document.text):
        shown = title.removeprefix("Sjabloon").lstrip(": ")
        shown = shown.removeprefix("voor ").removeprefix("een ")
        yield f"Sjabloon: {shown}" if shown else title, textwrap.dedent(text).strip()


def _sections(text: str) -> Iterator[Section]:
    plain = SLOT.sub("", _without_citations(text))
    found = list(_SECTION.finditer(plain))
    ends = [*(heading.start() for heading in found), len(plain)][1:]
    for heading, end in zip(found, ends, strict=True):
        yield Section(heading[1], plain[heading.end() : end].strip())


def _without_citations(text: str) -> str:
    """Return a text without its citations and the space before them: on paper there is no list to look them up in."""
    kept, at = [], 0
    for found in citations(text):
        kept.append(_BEFORE.sub("", text[at : found.start]))
        at = found.end
    return "".join(kept) + text[at:]
