"""``/begrippen/``: all terms, by their first letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..model.glossary import Term
from ..model.published import Edition
from .addresses import Link


@dataclass(frozen=True, slots=True)
class TermView:
    """A term as the glossary shows it."""

    id: str
    term: str
    explanation: str
    more: str
    """Markdown, with links that go from ``docs/begrippen``; may be empty."""
    related: tuple[Link, ...]
    added: bool
    """Whether it is a word of this handbook, and not of the report."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """The terms that begin with a letter."""

    letter: str
    id: str
    terms: tuple[TermView, ...]


def glossary_letters(edition: Edition) -> tuple[LetterView, ...]:
    """Return the glossary from A to Z, leaving out letters without terms."""
    names = {term.id: term.term for term in edition.glossary}
    found = sorted(edition.glossary, key=lambda term: (_plain(term.term), term.id))
    return tuple(
        LetterView(letter.upper(), f"letter-{letter}", tuple(_views(terms, names)))
        for letter, terms in groupby(found, key=lambda term: _plain(term.term)[:1])
    )


def _views(terms: Iterator[Term], names: dict[str, str]) -> Iterator[TermView]:
    for term in terms:
        yield TermView(
            id=term.id,
            term=term.term,
            explanation=term.explanation,
            more=term.more or "",
            related=tuple(Link(names[id], f"#{id}") for id in term.related),
            added=term.origin == "eigen",
        )


def _plain(text: str) -> str:
    """Return a text as Dutch lists sort it: without accents, capitals and signs in front."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in letters if sign.isalnum() or sign == " ").strip()
