"""Documents to fetch: PDF, calendars, tables and plain text. What does something by itself is refused."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO

from icalendar import Calendar
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from ..model.language import say
from .active import html_faults, link_faults
from .refusal import RefusalError

_RUNS = frozenset({"/JS", "/JavaScript", "/AA", "/XFA", "/EF", "/EmbeddedFiles", "/RichMediaContent"})
"""Keys of a program, an action that runs by itself, or another file. Source: ISO 32000-2, 7.11 and 12.6."""
_ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/Rendition", "/Movie", "/Sound"}
    | {"/RichMediaExecute"}
)
_NOTES = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"})
_MAX_OBJECTS = 500_000

_MARKUP = re.compile(r"\s*<(!doctype|\?xml|html|head|body|svg|script|iframe|[a-z]+[^<]*>)", re.IGNORECASE)
_FORMULA = re.compile(r"""(?:^|[,;\t])[ "']*(?:[=@]|[+\-](?![\d\s.,"';]|$))""", re.MULTILINE)


def check_pdf(data: bytes) -> None:
    """Look at everything in a PDF, used or not.

    Raises:
        RefusalError: when it holds a program, an action that runs by itself, another file, or cannot be read.
    """
    logger = logging.getLogger("pypdf")
    before, logger.disabled = logger.disabled, True  # what is wrong with a file is ours to say
    try:
        if not data.startswith(b"%PDF-"):
            raise ValueError("no header")
        reader = PdfReader(BytesIO(data))
        active = reader.is_encrypted or any(map(_is_active, _objects(reader)))
    except Exception:  # a broken PDF makes its reader stumble in any way there is
        raise RefusalError(
            say("dit is geen PDF, of het bestand is beschadigd"),
            say("Maak de PDF opnieuw, bijvoorbeeld met ‘Afdrukken’."),
        ) from None
    finally:
        logger.disabled = before
    if active:
        raise RefusalError(
            say("in deze PDF zit iets dat meer is dan tekst en plaatjes, of er zit een wachtwoord op"),
            say("Druk het document af naar een nieuwe PDF. Programma’s, bijlagen en formulieren gaan dan niet mee."),
        )


def _objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    numbers = {(number, generation) for generation, found in reader.xref.items() for number in found}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    waiting: list[PdfObject | None] = [reader.trailer]
    waiting += [IndirectObject(number, generation, reader) for number, generation in sorted(numbers) if number]
    seen: set[tuple[int, int]] = set()
    count = 0
    while waiting:
        found = waiting.pop()
        count += 1
        if count > _MAX_OBJECTS:
            raise ValueError("too many objects")
        if isinstance(found, IndirectObject):
            if (found.idnum, found.generation) in seen:
                continue
            seen.add((found.idnum, found.generation))
            found = found.get_object()
        if isinstance(found, DictionaryObject):
            yield found
            waiting += [found.raw_get(key) for key in found]
        elif isinstance(found, ArrayObject):
            waiting += list.__iter__(found)


def _is_active(found: DictionaryObject) -> bool:
    if _RUNS & set(found) or found.get("/S") in _ACTIONS or found.get("/Subtype") in _NOTES:
        return True
    opening = found.get("/OpenAction")
    if isinstance(opening, DictionaryObject) and opening.get("/S") != "/GoTo":
        return True
    return "/URI" in found and any(link_faults(str(found["/URI"])))


def check_calendar(text: str) -> None:
    """Look at a calendar.

    Raises:
        RefusalError: when it is none, carries another file, or would start something.
    """
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        calendars = []
    if not calendars or not text.startswith("BEGIN:VCALENDAR"):
        raise RefusalError(say("dit is geen agenda"), say("Bewaar de afspraak opnieuw vanuit je agenda, als ‘.ics’."))
    for calendar in calendars:
        for name, value in calendar.property_items():
            words = str(value)
            link = name in ("URL", "SOURCE", "CONFERENCE", "IMAGE")
            if (
                name == "ATTACH"
                or (name == "ACTION" and words.upper() != "DISPLAY")
                or (link and any(link_faults(words)))
                or ("<" in words and any(html_faults(words)))
            ):
                raise RefusalError(
                    say("in deze agenda zit een bijlage, of iets dat vanzelf gebeurt"),
                    say("Haal bijlagen en herinneringen weg, en bewaar de afspraak opnieuw."),
                )


def check_text(text: str) -> None:
    """Look at a plain text.

    Raises:
        RefusalError: when it is a page or a drawing under another name.
    """
    if _MARKUP.match(text):
        raise RefusalError(
            say("dit heet gewone tekst, maar is HTML of XML"), say("Maak er een bladzijde van, in Markdown (‘.md’).")
        )


def check_table(text: str) -> None:
    """Look at a table in CSV.

    Raises:
        RefusalError: when a cell is a formula, which a spreadsheet would reckon as soon as somebody opens the file.
    """
    check_text(text)
    if found := _FORMULA.search(text):
        raise RefusalError(
            say("in deze tabel begint een cel als een formule; een rekenprogramma voert die uit"),
            say("Laat geen cel beginnen met =, @, + of -, tenzij er een getal staat."),
            text.count("\n", 0, found.end() - 1) + 1,
        )
