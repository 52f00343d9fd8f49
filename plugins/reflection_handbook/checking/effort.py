"""The assumptions about effort hold together."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.language import say
from ..model.places import Problem
from .look import HandbookRule, Look


def assumption_ids_once(look: Look) -> Iterator[Problem]:
    """No two assumptions have the same id: it is what a changed figure is kept under."""
    if not (effort := look.handbook.effort):
        return
    seen: set[str] = set()
    for i, line in enumerate(effort.file.assumptions):
        if line.id in seen:
            yield effort.source.error(
                ("aannames", i, "id"),
                say("de aanname ‘{id}’ is er al", id=line.id),
                say("Geef de aanname een eigen korte naam."),
            )
        seen.add(line.id)


def reported_assumptions_say_where(look: Look) -> Iterator[Problem]:
    """A figure that the report gives can be looked up there."""
    if not (effort := look.handbook.effort):
        return
    for i, line in enumerate(effort.file.assumptions):
        if line.origin == "rapport" and not line.section and not effort.source.lacks("aannames", i, "paragraaf"):
            yield effort.source.error(
                ("aannames", i),
                say("bij ‘{what}’ staat niet in welke paragraaf van het rapport dat staat", what=line.what),
                say("Vul ‘paragraaf’ in, of zet bij herkomst: eigen."),
            )


HANDBOOK_RULES: tuple[HandbookRule, ...] = (assumption_ids_once, reported_assumptions_say_where)
