"""``/literatuur/``: the works by group, and the pages that cite each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..model.citations import citations
from ..model.documents import Document
from ..model.literature import Reference
from ..model.pages import Slot, slots
from ..model.published import Edition
from .addresses import Link, citing_id, document_url


@dataclass(frozen=True, slots=True)
class WorkView:
    """A work with what the handbook knows of it."""

    key: str
    used_for: str
    via: str
    """The key of the work through which it is cited, if any."""
    added: str
    bare: bool
    """Whether no more than a name and a year is known of it."""
    pages: tuple[Link, ...]
    """Where it is cited."""


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """Works under one heading."""

    title: str
    works: tuple[WorkView, ...]


def literature_view(edition: Edition, order: Callable[[Iterable[str]], list[str]]) -> tuple[WorkGroup, ...]:
    """Return the works by group; groups stand in the order of the file.

    Args:
        edition: what may be shown.
        order: puts keys in the order of a list.
    """
    works = {reference.id: reference for reference in edition.literature}
    groups: dict[str, list[str]] = defaultdict(list)
    for reference in edition.literature:
        groups[reference.custom.group].append(reference.id)
    pages = _citing(edition.documents)
    return tuple(
        WorkGroup(title, tuple(_view(works[key], pages[key]) for key in order(keys))) for title, keys in groups.items()
    )


def cites(document: Document) -> frozenset[str]:
    """Return the keys of the works that a page cites: in its text, or as sources above it."""
    return frozenset(document.card.sources).union(
        work.key for citation in citations(document.text) for work in citation.works
    )


def holds_literature(document: Document) -> bool:
    """Return whether a page shows the literature itself."""
    return any(name == Slot.LITERATURE for _, name in slots(document.text))


def _citing(documents: Iterable[Document]) -> dict[str, list[Link]]:
    pages: dict[str, list[Link]] = defaultdict(list)
    for document in documents:
        if not holds_literature(document):
            for key in cites(document):
                pages[key].append(Link(document.title, f"{document_url(document.uri)}#{citing_id(key)}"))
    return pages


def _view(reference: Reference, pages: Iterable[Link]) -> WorkView:
    return WorkView(
        key=reference.id,
        used_for=reference.note or "",
        via=reference.custom.via or "",
        added=reference.custom.added or "",
        bare=not reference.title and not reference.genre,
        pages=tuple(pages),
    )
