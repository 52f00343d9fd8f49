"""The glossary: the words of the method, each explained in a sentence or two."""

from __future__ import annotations

from typing import Literal

from .base import Id, Model, Prose, Text, YesNo
from .documents import Record
from .places import Source

GLOSSARY_PAGE = "begrippen/index.md"
"""The page of ``docs/`` that shows the glossary; its data stand beside it."""

GLOSSARY_FILE = "begrippen/begrippen.yml"


class Term(Model):
    """Een begrip, kort uitgelegd."""

    id: Id
    """Vaste korte naam, ook in het adres; die verandert nooit."""
    term: Text
    """Het begrip zelf."""
    also: tuple[Text, ...] = ()
    """Andere vormen van het woord, zoals het meervoud."""
    explanation: Text
    """Wat het betekent, in een of twee gewone zinnen zonder opmaak."""
    more: Prose | None = None
    """Wat er op de bladzijde met begrippen nog bij staat."""
    related: tuple[Id, ...] = ()
    """Begrippen die erbij horen."""
    origin: Literal["rapport", "eigen"]
    """Uit het evaluatierapport, of een woord van dit handboek."""
    marked: YesNo = True
    """Of het woord op andere bladzijden zijn uitleg bij zich heeft."""

    @property
    def words(self) -> tuple[str, ...]:
        """Every form of the word."""
        return (self.term, *self.also)


class GlossaryFile(Model):
    """De begrippen van het handboek."""

    terms: tuple[Term, ...]
    """De begrippen."""


class GlossaryEntry(Record):
    """A term with its place."""

    term: Term
    index: int
    """Its place in the file, from 0."""
    source: Source


def same_word(word: str) -> str:
    """Return what is alike in every spelling of a word: no capitals, single blanks."""
    return " ".join(word.split()).casefold()
