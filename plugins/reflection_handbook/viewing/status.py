"""``handbook status``: every team at a glance for its facilitator, and first what needs a push."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..model.dates import PartialDate
from ..model.language import say
from ..model.origin import Origin
from ..model.published import PublishedTeam
from ..model.signals import Signal, SignalKind
from .days import days_word
from .steps import Next, Standing, current_round, next_step, standing
from .teams import kind_word


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A team at a glance."""

    id: str
    name: str
    kind: str
    origin: str
    standing: Standing
    next: Next
    days: str
    """How far away the next step is, in words."""
    last_contact: PartialDate | None
    signals: tuple[Signal, ...]
    """What asks for attention, what stops a round first."""
    withheld: str
    """Why the team is not in the handbook; empty where it is."""


@dataclass(frozen=True, slots=True)
class StatusView:
    """All teams: first those that need a push."""

    rows: tuple[StatusRow, ...]

    @property
    def asking(self) -> tuple[StatusRow, ...]:
        """The teams that ask for attention."""
        return tuple(row for row in self.rows if row.signals)

    @property
    def summary(self) -> str:
        """How many teams ask for attention, in a sentence."""
        if not self.rows:
            return say("Er zijn nog geen teams. Begin er een met ‘handbook new-team’.")
        if not self.asking:
            return say("Geen enkel team vraagt nu aandacht.")
        if len(self.rows) == 1:
            return say("Dit team vraagt aandacht.")
        asking, all = len(self.asking), len(self.rows)
        if asking == 1:
            return say("1 van de {all} teams vraagt aandacht.", all=all)
        return say("{asking} van de {all} teams vragen aandacht.", asking=asking, all=all)


def status_view(teams: tuple[PublishedTeam, ...], withheld: Mapping[str, str], today: date) -> StatusView:
    """Return all teams at a glance.

    First come teams with a signal: those without contact before those whose next step is past, and so on in the order
    of the kinds; then the team with more signals, and then the one whose last contact is longest ago. Teams of the
    pilot only retell a source: they come last.

    Args:
        teams: the teams, as each sees itself.
        withheld: why a team is not in the handbook, by its id.
        today: the day to reckon from.
    """
    rows = (_row(team, withheld.get(team.id, ""), today) for team in teams)
    return StatusView(tuple(sorted(rows, key=_push)))


def _row(team: PublishedTeam, withheld: str, today: date) -> StatusRow:
    round, coming = current_round(team), next_step(team)
    return StatusRow(
        id=team.id,
        name=team.name,
        kind=kind_word(team),
        origin=team.origin.value,
        standing=standing(team),
        next=coming,
        days="" if team.origin is Origin.PILOT else days_word(coming.when, today),
        last_contact=round.last_contact if round else None,
        signals=tuple(sorted(team.signals, key=lambda signal: _weight(signal.kind))),
        withheld=withheld,
    )


def _push(row: StatusRow) -> tuple[bool, int, int, date, str, str]:
    first = _weight(row.signals[0].kind) if row.signals else len(SignalKind)
    contact = row.last_contact.last if row.last_contact else date.min
    return row.origin == Origin.PILOT, first, -len(row.signals), contact, row.name.casefold(), row.id


def _weight(kind: SignalKind) -> int:
    return list(SignalKind).index(kind)
