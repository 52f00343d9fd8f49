"""Rules across files. Each is one small function that yields problems; none of them stops at the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from ..model.handbook import Handbook
from ..model.language import say
from ..model.places import Problem
from . import (
    active,
    documents,
    effort,
    figures,
    glossary,
    goals,
    literature,
    order,
    plans,
    questions,
    references,
    roles,
    signals,
)
from .look import Look

__all__ = ["check"]

MAX_ALIKE = 200
"""How many problems of one rule are told about one portfolio."""

TEAM_RULES = (
    *references.TEAM_RULES,
    *figures.TEAM_RULES,
    *order.TEAM_RULES,
    *goals.TEAM_RULES,
    *signals.TEAM_RULES,
    *roles.TEAM_RULES,
    *active.TEAM_RULES,
)
"""Rules about one team; each is called as ``rule(team, look)``."""

HANDBOOK_RULES = (
    *references.HANDBOOK_RULES,
    *documents.HANDBOOK_RULES,
    *questions.HANDBOOK_RULES,
    *literature.HANDBOOK_RULES,
    *effort.HANDBOOK_RULES,
    *plans.HANDBOOK_RULES,
    *glossary.HANDBOOK_RULES,
    *roles.HANDBOOK_RULES,
    *active.HANDBOOK_RULES,
)
"""Rules about the whole; each is called as ``rule(look)``."""


def check(handbook: Handbook, today: date) -> tuple[Problem, ...]:
    """Return everything that is wrong or noteworthy in a handbook, by file and line.

    Args:
        handbook: what was read; parts that could not be read are simply not in it.
        today: the day to reckon from, so that a check can be repeated.
    """
    return tuple(sorted(set(_problems(Look(handbook, today)))))


def _problems(look: Look) -> Iterator[Problem]:
    for handbook_rule in HANDBOOK_RULES:
        yield from handbook_rule(look)
    for team in look.handbook.teams:
        for team_rule in TEAM_RULES:
            yield from _first(team_rule(team, look))


def _first(found: Iterator[Problem]) -> Iterator[Problem]:
    """Yield the first problems that a rule finds in a portfolio; when there are more, the last one says so."""
    yield from islice(found, MAX_ALIKE)
    if more := next(found, None):
        message = say("hier en hieronder staan nog meer van zulke fouten")
        yield replace(more, message=message, hint=say("Begin met de meldingen hierboven."))
