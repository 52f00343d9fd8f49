"""People appear as roles, never as names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.handbook import Team
from ..model.language import say
from ..model.places import Loc, Problem, Source
from .look import HandbookRule, Look, TeamRule

_WORD = re.compile(r"[^\W\d_]+")


def roles_are_no_names(team: Team, look: Look) -> Iterator[Problem]:
    """A role is written in lower case; a word with a capital is taken for a name. Abbreviations such as GZ are fine."""
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


def _no_name(source: Source, loc: Loc, role: str | None) -> Iterator[Problem]:
    if any(word[0].isupper() and word[1:2].islower() for word in _WORD.findall(role or "")):
        yield source.error(
            loc,
            say("hier lijkt een naam te staan in plaats van een rol"),
            say("Schrijf een rol in kleine letters, zoals ‘teamleider’ of ‘gespreksleider’."),
        )


TEAM_RULES: tuple[TeamRule, ...] = (roles_are_no_names,)

HANDBOOK_RULES: tuple[HandbookRule, ...] = (who_checked_is_no_name,)
