"""What every rule gets to see, and the helpers that more than one rule needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..model.handbook import Handbook, Team
from ..model.language import closest, listing, say
from ..model.origin import Origin
from ..model.places import Loc, Problem, Source


@dataclass(frozen=True, slots=True)
class Look:
    """A handbook, seen on a day."""

    handbook: Handbook
    today: date


MOST_OPTIONS = 20
LONGEST_LIST = 300
"""In characters: a list of what there is helps as long as one reads it at a glance."""

TeamRule = Callable[[Team, Look], Iterator[Problem]]
HandbookRule = Callable[[Look], Iterator[Problem]]


def retold(team: Team) -> bool:
    """Return whether a portfolio only retells a source: then it has no signals, and nothing in it is overdue."""
    return team.portfolio.origin is Origin.PILOT


def unknown(source: Source, loc: Loc, id: str, known: Iterable[str], kind: str) -> Iterator[Problem]:
    """Yield an error when an id is not among the known ones.

    Args:
        source: the file that names the id.
        loc: where it does.
        id: what it names.
        known: what there is.
        kind: what it should be, in Dutch: ``doel``, ``schaal``.
    """
    options = sorted(known)
    if id in options or id in source.unreadable:
        return
    if meant := closest(id, options):
        hint = say("Bedoelde je ‘{id}’?", id=meant)
    elif 0 < len(options) <= MOST_OPTIONS and len(known_ones := listing(options, "en")) <= LONGEST_LIST:
        hint = say("Wel bekend: {options}.", options=known_ones)
    else:
        hint = say("Zet het er eerst bij, of haal de verwijzing weg.")
    yield source.error(loc, say("er is geen {kind} ‘{id}’", id=id, kind=kind), hint)
