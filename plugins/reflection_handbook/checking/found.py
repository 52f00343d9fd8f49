"""A signal with its place, and what the rules about signals share.

Each rule is a learning point of the evaluation report, sections 3.3 to 4.2; the thresholds are the organisation's, for
the report gives no numbers. A signal asks, never blames, and never counts people. A partial date counts as its last
day, so that nothing is said too early. What could not be read is not called missing: that has been reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model.handbook import Team
from ..model.language import say
from ..model.places import Loc
from ..model.portfolio import Round
from ..model.signals import Signal, SignalKind
from ..model.steps import StepId
from .look import Look


@dataclass(frozen=True, slots=True)
class Found:
    """A signal, with the place in the portfolio that it is about."""

    signal: Signal
    loc: Loc


SignalRule = Callable[[Team, Look], Iterator[Found]]


def found(kind: SignalKind, loc: Loc, message: str, advice: str, page: str) -> Found:
    """Return a signal with its place.

    Args:
        kind: what it is about.
        loc: where it stands in the portfolio.
        message: one Dutch sentence, without numbers of people.
        advice: what the handbook advises.
        page: the page that helps, from the root of the site; an anchor in it stands in the handbook as it is shipped.
    """
    return Found(Signal(kind=kind, message=message, advice=advice, page=page), loc)


def page_of(step: StepId) -> str:
    """Return the address of a step's description."""
    return f"methode/{step.slug}/"


def weeks(count: int) -> str:
    """Return a number of weeks in words and figures."""
    return say("een week") if count == 1 else say("{count} weken", count=count)


def running(team: Team) -> list[tuple[int, Round]]:
    """Return the rounds that are going on, each with its place in the portfolio."""
    return [(i, round) for i, round in enumerate(team.portfolio.rounds) if round.running]
