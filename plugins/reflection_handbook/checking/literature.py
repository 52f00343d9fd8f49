"""The literature holds together, and whatever cites a work cites one that is in it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.citations import citations
from ..model.documents import Document
from ..model.handbook import Work
from ..model.language import closest, say
from ..model.places import Loc, Problem, Source
from .look import HandbookRule, Look


def works_once(look: Look) -> Iterator[Problem]:
    """No two works have the same key, whatever their file."""
    seen: dict[str, Work] = {}
    for work in look.handbook.literature:
        first = seen.setdefault(work.reference.id, work)
        if first is not work:
            place = f"{first.source.file}:{first.source.line('works', first.index, 'id')}"
            yield work.source.error(
                ("works", work.index, "id"),
                say("de sleutel ‘{key}’ is er al: {file}", key=work.reference.id, file=place),
                say("Geef elk werk een eigen sleutel. Staat hetzelfde werk er twee keer, haal er dan één weg."),
            )


def works_have_a_maker_or_a_title(look: Look) -> Iterator[Problem]:
    """A work can be told from others: it has a title or somebody who made it, and each maker a name."""
    for work in look.handbook.literature:
        loc, reference = ("works", work.index), work.reference
        if not reference.author and not reference.title:
            message = say("bij ‘{key}’ staat geen maker en geen titel", key=reference.id)
            yield work.source.error(loc, message, say("Vul ‘author’ of ‘title’ in."))
        for part, names in (("author", reference.author), ("editor", reference.editor)):
            for i, name in enumerate(names):
                if not name.family and not name.literal:
                    message = say("bij ‘{key}’ heeft een maker geen naam", key=reference.id)
                    hint = say("Een mens heeft ‘family’, een organisatie ‘literal’.")
                    yield work.source.error((*loc, part, i), message, hint)


def works_come_through_known_works(look: Look) -> Iterator[Problem]:
    """The work through which another is cited is in the literature itself."""
    for work in look.handbook.literature:
        if via := work.reference.custom.via:
            yield from _unknown(work.source, ("works", work.index, "custom", "via"), via, look)


def sources_are_known(look: Look) -> Iterator[Problem]:
    """The sources above a page are in the literature."""
    for document in look.handbook.documents:
        for i, key in enumerate(document.card.sources):
            yield from _unknown(document.source, ("bronnen", i), key, look)


def citations_are_known(look: Look) -> Iterator[Problem]:
    """A citation in a text names works of the literature, in the one way in which citations are written."""
    for document in look.handbook.documents:
        for citation in citations(document.text):
            if not citation.works:
                yield _at(document, citation.row).error(
                    (),
                    say("dit lijkt een verwijzing naar de literatuur, maar zo leest het handboek die niet"),
                    say(
                        "Schrijf ‘[@sleutel]’, ‘[@sleutel, par. 3.3]’ of ‘[@een; @ander, p. 4]’. Een sleutel bestaat"
                        " uit kleine letters, cijfers en streepjes. Gaat het om iets anders? Zet het tussen backticks."
                    ),
                )
            for work in citation.works:
                yield from _unknown(_at(document, work.row), (), work.key, look)


def _at(document: Document, row: int) -> Source:
    return Source(document.source.file, {(): document.source.body_line + row})


def _unknown(source: Source, loc: Loc, key: str, look: Look) -> Iterator[Problem]:
    """Yield an error when a key is not that of a work; where a whole file cannot be read, nobody knows."""
    if look.handbook.literature_broken:
        return
    known = {work.reference.id for work in look.handbook.literature}
    unreadable = frozenset().union(*(work.source.unreadable for work in look.handbook.literature))
    if key not in known and key not in unreadable:
        meant = closest(key, known)
        hint = say("Bedoelde je ‘{id}’?", id=meant) if meant else say("Zet het werk eerst in docs/literatuur.")
        yield source.error(loc, say("er is geen werk ‘{key}’ in de literatuur", key=key), hint)


HANDBOOK_RULES: tuple[HandbookRule, ...] = (
    works_once,
    works_have_a_maker_or_a_title,
    works_come_through_known_works,
    sources_are_known,
    citations_are_known,
)
