"""The glossary holds together: each word belongs to one term, and what a term leads to is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from ..model.glossary import GLOSSARY_PAGE, GlossaryEntry, same_word
from ..model.language import say
from ..model.pages import Slot, slots
from ..model.places import Loc, Problem, Severity
from .active import prose_of, source_faults
from .look import HandbookRule, Look, unknown

_PAGE = re.compile(r"\]\(\s*(?P<path>(?!https?:)[^)\s#]*\.md)(?:#[^)\s]*)?")
"""A link to a page of ``docs/``."""


def terms_once(look: Look) -> Iterator[Problem]:
    """No two terms have the same id."""
    seen: dict[str, GlossaryEntry] = {}
    for entry in look.handbook.glossary:
        first = seen.setdefault(entry.term.id, entry)
        if first is not entry:
            yield entry.source.error(
                (*_loc(entry), "id"),
                say("het begrip ‘{id}’ is er al: regel {line}", id=entry.term.id, line=_line(first)),
                say("Geef het begrip een eigen korte naam."),
            )


def words_once(look: Look) -> Iterator[Problem]:
    """A word belongs to one term, and stands there once."""
    seen: dict[str, GlossaryEntry] = {}
    for entry in look.handbook.glossary:
        places: list[tuple[str, Loc]] = [(entry.term.term, ("begrip",))]
        places += ((word, ("ook", index)) for index, word in enumerate(entry.term.also))
        for word, loc in places:
            if same_word(word) in seen:
                yield entry.source.error(
                    (*_loc(entry), *loc),
                    say("het woord ‘{word}’ staat er twee keer", word=word),
                    say("Het hoort al bij het begrip op regel {line}.", line=_line(seen[same_word(word)])),
                )
            seen.setdefault(same_word(word), entry)


def related_terms_exist(look: Look) -> Iterator[Problem]:
    """A term that another one points to is in the glossary."""
    known = frozenset(entry.term.id for entry in look.handbook.glossary)
    for entry in look.handbook.glossary:
        for index, id in enumerate(entry.term.related):
            yield from unknown(entry.source, (*_loc(entry), "zie", index), id, known, say("begrip"))


def pages_behind_terms_exist(look: Look) -> Iterator[Problem]:
    """A page that the text of a term leads to is there."""
    pages = {document.uri for document in look.handbook.documents}
    for entry in look.handbook.glossary:
        for found in _PAGE.finditer(entry.term.more or ""):
            page = posixpath.normpath(posixpath.join(posixpath.dirname(GLOSSARY_PAGE), found["path"]))
            if page not in pages:
                yield entry.source.error(
                    (*_loc(entry), "meer"),
                    say("de bladzijde docs/{page} is er niet", page=page),
                    say("Een verwijzing gaat uit van de map docs/begrippen: ‘../methode/index.md’."),
                )


def terms_hold_nothing_active(look: Look) -> Iterator[Problem]:
    """The texts of a term hold text and links, and nothing that runs, sends or fetches."""
    for entry in look.handbook.glossary:
        for loc, text in prose_of(entry.term, _loc(entry)):
            for _, fault in source_faults(text):
                yield entry.source.error(loc, fault.message, fault.hint)


def glossary_is_shown(look: Look) -> Iterator[Problem]:
    """Words on every page lead to the glossary, so its page shows it."""
    for document in look.handbook.documents if look.handbook.glossary else ():
        if document.uri == GLOSSARY_PAGE and Slot.GLOSSARY not in (name for _, name in slots(document.text)):
            yield Problem(
                document.source.file,
                0,
                Severity.ERROR,
                say("op deze bladzijde ontbreken de begrippen, en alle bladzijden verwijzen ernaar"),
                say("Zet op een eigen regel ‘<!-- handboek: begrippen -->’."),
            )


def _loc(entry: GlossaryEntry) -> Loc:
    return ("begrippen", entry.index)


def _line(entry: GlossaryEntry) -> int:
    return entry.source.line(*_loc(entry))


HANDBOOK_RULES: tuple[HandbookRule, ...] = (
    terms_once,
    words_once,
    related_terms_exist,
    pages_behind_terms_exist,
    terms_hold_nothing_active,
    glossary_is_shown,
)
