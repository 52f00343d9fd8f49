"""What looks like somebody's number or address, by its form alone.

Each form is as narrow as it can be without missing how people write it: a false alarm stops a publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ...model.language import say
from .found import Hit

_WORTH = re.compile(r"\d|@|[\[({<] ?a(?:t|penstaart)", re.IGNORECASE)
"""Without one of these nothing here can be found."""

_PHONE = re.compile(
    r"""(?<![\w+])(?<!\d[/.,:-])
    (?: (?:\+|00)31 [ .\-/]* (?:\(0\)|0)? [ .\-/]* (?P<abroad>\(?[1-9](?:[ .\-/()]{0,3}\d){8})
      | (?P<mobile>\(?06\)?(?:[ .\-/()]{0,3}[1-58])(?:[ .\-/()]{0,3}\d){7})
      | (?P<fixed>\(?0[1-57-9]\d{1,2}\)?(?:[ .\-/()]{0,3}\d){6,7})
      | (?P<other>\+(?!31)[1-9]\d{0,2}(?:[ .\-/()]{1,3}\d{1,8}){2,6}) )
    (?!\d|[.,:-]\d)""",
    re.VERBOSE,
)
_DATE_AHEAD = re.compile(r"\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d(?!\d)")
_DATE_AND_TIME = re.compile(r"\(?\d\d?[-./]\d\d?[-./]\d\d[ ,]+\d\d?[.:]\d\d")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d\d ?[A-Z]{4} ?$")
"""The beginning of a bank account."""
_AMOUNT = re.compile(r"(?:€|EUR|euro) ?$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:ISBN(?:-1[03])?|ISSN|DOI|doi\.org|KvK|AGB|RSIN)(?:[ -]?n(?:umme)?r\.?)?[ :/.]{0,4}(?:10\.\d{4,9}/)?$",
    re.IGNORECASE,
)
"""What stands right before the number of a book, an article or an organisation."""
_AT = r"(?:@|[ ]@[ ]|[ ]?[\[({<][ ]?(?:at|apenstaart(?:je)?)[ ]?[\])}>][ ]?)"
_DOT = r"(?:\.|[ ]?[\[({<][ ]?(?:dot|punt)[ ]?[\])}>][ ]?)"
_EMAIL = re.compile(
    rf"(?<![\w.+'&-])[\w.+'&-]{{1,64}}+{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,5}}[A-Za-z]{{2,24}}(?![\w-])", re.IGNORECASE
)
_CITIZEN = re.compile(
    r"(?<![\w])(?<!\d[.,:/ -])(?<![/-])"
    r"(\d{9}|\d{3}([. ])\d{3}\2\d{3}|\d{4}([. ])\d{2}\3\d{3}|\d{8})"
    r"(?!\w|[.,:/-]\d)(?! \d{3}(?!\d))"
)
_PLATE = re.compile(
    r"""(?<![\w-])(?:[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|[A-Z]{2}-\d\d-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d\d
    |\d\d-[A-Z]{2}-[A-Z]{2}|\d\d-[A-Z]{3}-\d|\d-[A-Z]{3}-\d\d|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d\d-[A-Z]
    |[A-Z]-\d\d-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\w-])""",
    re.VERBOSE,
)
_POSTCODE = r"(?<![\w-])[1-9]\d{3}[ ]?(?!SA|SD|SS)[A-Z]{2}(?![\w])"
_NUMBER = r"\d{1,5}(?:[ ]?[-/]?[ ]?[a-zA-Z]{1,3}\b|[ ]?[-/][ ]?\d{1,4})?"
_HOME = re.compile(
    rf"""\b[A-Z][\w.'-]+(?:[ ][\w.'-]+){{0,4}}[ ]{_NUMBER}[,;]?\s{{1,3}}{_POSTCODE}
      | {_POSTCODE}[,;:]?\s{{1,3}}(?:(?:huis)?n(?:umme)?r\.?:?[ ]?)?\d{{1,5}}[a-zA-Z]?\b
      | \b[A-Z][a-z'-]*(?:straat|laan|gracht|kade|plein|singel|dreef|plantsoen|steeg)[ ]\d{{1,4}}[a-zA-Z]?\b""",
    re.VERBOSE,
)
_YEAR = re.compile(r"(?:19|20)\d\d (?:AL|DE|EN|ER|IN|IS|NA|OF|OP|TE|TM|ZO)\b")
"""A year and a word, in capitals."""
_MONTHS = "jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_BIRTH = re.compile(
    rf"""(?:\bgeb(?:oren|\.|[ ]?dat(?:um|\.)?|oorted(?:atum|ag))?\b\.?|\bverjaart\b|(?<!\d)°)[^\d\n]{{0,30}}?
    (?:\d{{1,2}}[ ]?[-./ ][ ]?\d{{1,2}}[ ]?[-./ ][ ]?(?:19|20)?\d\d|(?:19|20)\d\d-\d\d?-\d\d?
      |\d{{1,2}}[ -](?:{_MONTHS})[a-z]*\.?[ -](?:19|20)?\d\d)(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_CALLED = re.compile(r"(?:(tel:|sms:|callto:)|(?:https?:)?//(?:wa\.me|api\.whatsapp\.com)/\D*)(.+)", re.IGNORECASE)
_NOT_A_DIGIT = re.compile(r"\D+")


@dataclass(frozen=True, slots=True)
class Form:
    """A form that a text can have."""

    said: str
    """The Dutch sentence about it."""
    look: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool]
    """Whether what has the form is what it looks like."""
    spelling: Callable[[str], str]
    """One spelling for all ways of writing it."""
    in_addresses: bool = False


def find(text: str, address: bool = False) -> Iterator[tuple[Hit, int, int]]:
    """Yield what looks like somebody's number or address in a text, each with where it begins and ends.

    Args:
        text: as a reader sees it.
        address: whether the text is an address itself: those hold numbers that mean nothing.
    """
    if not _WORTH.search(text):
        return
    called = _CALLED.match(text) if address else None
    for form in FORMS:
        if called and form.look is _PHONE:
            if form.look.search(number := called[2] if called[1] else f"+{called[2]}"):
                yield Hit(say(form.said), _hint(), form.spelling(number)), 0, len(text)
        elif form.in_addresses or not address:
            for found in form.look.finditer(text):
                if form.holds(found):
                    yield Hit(say(form.said), _hint(), form.spelling(found[0])), found.start(), found.end()


def spellings(text: str) -> set[str]:
    """Return in one spelling whatever a text could be taken for, to compare it with a hit."""
    return {form.spelling(text) for form in FORMS} - {""}


def _hint() -> str:
    return say("Haal het weg bij de bron. Is het openbaar, zet het dan met een reden bij ‘toegestaan’ in handbook.yml.")


def _is_phone(found: re.Match[str]) -> bool:
    """Return whether something is a number that can be called, and no date with a time or number of a book."""
    if _DATE_AHEAD.match(found[0].lstrip("(")) or _NUMBERED.search(found.string, 0, found.start()):
        return False
    if _DATE_AND_TIME.fullmatch(found[0]) or _ACCOUNT.search(found.string, 0, found.start()):
        return False
    digits = len(_digits(found[0]))
    return digits == 10 if found["fixed"] else digits >= 9


def _is_citizen_number(found: re.Match[str]) -> bool:
    """Return whether a number passes the test of eleven. Source: Logisch Ontwerp BSN, "elfproef"."""
    if _AMOUNT.search(found.string, 0, found.start()):
        return False
    digits = _NOT_A_DIGIT.sub("", found[0])
    written = ((digits[:4], digits[4:6], digits[6:]), (digits[4:], digits[2:4], digits[:2]))
    if len(digits) == 8 and any(_is_date(*parts) for parts in written):
        return False
    digits = digits.zfill(9)
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0 and not _NUMBERED.search(found.string, 0, found.start())


def _is_date(year: str, month: str, day: str) -> bool:
    try:
        return 1900 <= date(int(year), int(month), int(day)).year < 2100
    except ValueError:
        return False


def _is_home(found: re.Match[str]) -> bool:
    return _YEAR.search(found[0]) is None


def _digits(text: str) -> str:
    """Return the digits of a telephone number as they are dialled inside the country."""
    return re.sub(r"^(?:00|\+)?310?(?=\d{9}$)", "0", _NOT_A_DIGIT.sub("", text.replace("(0)", "")))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold().removeprefix("mailto:"))


def _email(text: str) -> str:
    small = re.sub(r"\s", "", text.casefold().removeprefix("mailto:"))
    small = re.sub(r"[\[({<](?:at|apenstaart(?:je)?)[\])}>]", "@", small)
    return re.sub(r"[\[({<](?:dot|punt)[\])}>]", ".", small)


def _any(found: re.Match[str]) -> bool:
    return True


FORMS = (
    Form("hier staat iets dat op een telefoonnummer lijkt", _PHONE, _is_phone, _digits),
    Form("hier staat iets dat op een e-mailadres lijkt", _EMAIL, _any, _email, in_addresses=True),
    Form("hier staat iets dat op een burgerservicenummer lijkt", _CITIZEN, _is_citizen_number, _digits),
    Form("hier staat iets dat op een kenteken lijkt", _PLATE, _any, _letters),
    Form("hier staat iets dat op een woonadres lijkt", _HOME, _is_home, _letters),
    Form("hier staat iets dat op een geboortedatum lijkt", _BIRTH, _any, _letters),
)
"""All forms that are looked for."""
