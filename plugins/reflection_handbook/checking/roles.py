"""People appear as roles, never as names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from ..model.handbook import Team
from ..model.language import say
from ..model.places import Loc, Problem, Severity, Source
from .look import HandbookRule, Look, TeamRule

_SEGMENT = re.compile(r"[()\[\]/,;:+&]")
"""Between such signs each part of a role is looked at by itself: ``teamleider/gespreksleider``."""

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")

_PARTICLES = frozenset({"van", "de", "den", "der", "ten", "ter", "te", "t", "el", "von"})
"""Small words inside a surname."""

_ORGANISATIONS = re.compile(
    r"raad voor de kinderbescherming|raad van (?:toezicht|bestuur)|veilig thuis|(?:centrum voor )?jeugd en gezin"
    r"|\b(?:gemeente|regio|stad)\s+(?:(?:den|de|sint|'s)[\s-]+)?[^\W\d_]+(?:-[^\W\d_]+)*",
    re.IGNORECASE,
)
"""Organisations that people often name beside a role, and the name behind ``gemeente``, ``regio`` or ``stad``."""

_ROLE = re.compile(
    r".*(?:leider|leiding|werker|verlener|coach|manager|regisseur|psycholoog|pedagoog|therapeut|consulent|coördinator"
    r"|directeur|bestuurder|ambtenaar|adviseur|kundige|wetenschapper|professional|team|groep)s?"
    r"|ouders?|lid|leden|allen|iedereen|collega['’]?s?|voorzitter|secretaris|trainer|wethouders?|burgemeester|gemeente"
    r"|organisatie|bestuur|management|raad|college|externe?|interne?|eerste|tweede|derde",
    re.IGNORECASE,
)
"""Words that are surely a role; such a word may have a capital. Whatever is not here is only asked about."""


def roles_are_no_names(team: Team, look: Look) -> Iterator[Problem]:
    """A role is no name: what surely is one is an error, what may be one is asked about."""
    portfolio = team.portfolio
    roles: list[tuple[Loc, str | None]] = [
        (("betrokkenen", i, "rol"), person.role) for i, person in enumerate(portfolio.people)
    ]
    roles += [(("agenda", i, "wie"), meeting.who) for i, meeting in enumerate(portfolio.agenda)]
    roles += [
        (("randvoorwaarden", i, "aan"), condition.addressed_to) for i, condition in enumerate(portfolio.conditions)
    ]
    roles += [
        (("rondes", i, "volgende_stap", "wie"), r.next_step.who) for i, r in enumerate(portfolio.rounds) if r.next_step
    ]
    for loc, role in roles:
        yield from _no_name(team.source, loc, role)


def who_checked_is_no_name(look: Look) -> Iterator[Problem]:
    """Whoever checked that no client can be recognised is a role as well."""
    for practice in look.handbook.practices:
        if practice.card.consent and (checked := practice.card.consent.recognisability_checked):
            yield from _no_name(practice.source, ("toestemming", "herkenbaarheid_getoetst", "door"), checked.by)


def named(role: str) -> Severity | None:
    """Return how surely a role holds the name of a person: an error, a warning, or not at all.

    Sure are one word with a capital that stands alone, and two in a row, also with small words between them: ``Karin``,
    ``Karin de Boer``. Any other such word is asked about. What is a role after all, is mended with a small letter.
    """
    text = _ORGANISATIONS.sub("organisatie", unicodedata.normalize("NFC", role))
    found = [_in_segment(_WORD.findall(segment)) for segment in _SEGMENT.split(text)]
    return Severity.ERROR if Severity.ERROR in found else next(filter(None, found), None)


def _in_segment(words: list[str]) -> Severity | None:
    capitals = [place for place, word in enumerate(words) if _capital(word)]
    for first, second in pairwise(capitals):
        if all(word.lower() in _PARTICLES for word in words[first + 1 : second]):
            return Severity.ERROR
    if capitals and len(words) == 1:
        return Severity.ERROR
    return Severity.WARNING if capitals else None


def _capital(word: str) -> bool:
    """Return whether a word is written as a name is: with a capital and small letters, or as initials (``H.J.``)."""
    if _ROLE.fullmatch(word):
        return False
    parts = re.split(r"['’.-]", word)
    if "." in word and all(len(part) == 1 and part != part.lower() for part in parts if part):
        return True
    return any(part[:1] != part[:1].lower() and part != part.upper() for part in parts)


def _no_name(source: Source, loc: Loc, role: str | None) -> Iterator[Problem]:
    match named(role or ""):
        case Severity.ERROR:
            yield source.error(
                loc,
                say("hier lijkt een naam te staan in plaats van een rol"),
                say("Schrijf een rol in kleine letters, zoals ‘teamleider’ of ‘gespreksleider’."),
            )
        case Severity.WARNING:
            yield source.warning(
                loc,
                say("staat er een naam in deze rol? Wat hier staat, komt in het handboek"),
                say("Schrijf een rol zonder naam, in kleine letters, zoals ‘teamleider’. Een organisatie mag wel."),
            )


TEAM_RULES: tuple[TeamRule, ...] = (roles_are_no_names,)

HANDBOOK_RULES: tuple[HandbookRule, ...] = (who_checked_is_no_name,)
