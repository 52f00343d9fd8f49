"""When a figure about a few people may be shown, and how. Pure functions; DESIGN's publication rules 3, 4 and 5.

The rules stand against three ways of finding out what one person answered: counting back from an exact mean, from the
ends of the scale, and from the difference between two rounds. What they build on:

- a floor of respondents and rounding are usual for tables about people: Hundepool et al., *Statistical Disclosure
  Control* (Wiley 2012);
- two publications that are safe apart may not be safe together: the problem of differencing, in the same book.

The numbers themselves (5, 60 %, halves) are DESIGN's. An organisation may set the floors higher, never lower.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from ..model.organisation import FEWEST, LEAST_RESPONSE
from ..model.published import NOT_SHOWN, Band, CountWord, Mean

MANY = 10
"""From here on the number of respondents is shown as "10+"."""
ALMOST_ALL, MOST = 0.8, 0.6
"""From which share a count of people is called "bijna allen" and "de meesten"."""
LOWEST_SHOWN, HIGHEST_SHOWN = 3.0, 9.0
"""A mean at or beyond these is shown as "3 of lager" and "9 of hoger"."""
FEW = (1, 2)
"""So many people are too few to be the difference between two rounds."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors an organisation works with."""

    fewest: int = FEWEST
    least_response: float = LEAST_RESPONSE

    def __post_init__(self) -> None:
        if self.fewest < FEWEST or not LEAST_RESPONSE <= self.least_response <= 1:
            raise ValueError("floors may be raised, never lowered")


@dataclass(frozen=True, slots=True)
class Answers:
    """One round of a scale, as it was recorded."""

    scores: tuple[int, ...]
    """From 1 to 10, in any order."""
    invited: int | None = None
    """How many people could have taken part."""
    changes: int | None = None
    """How many people came or went since the round before."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What may be shown of the scores of one round."""

    mean: Mean
    band: Band


def series(rounds: Sequence[Answers], floors: Floors) -> list[Figure | None]:
    """Return what may be shown of each round of one scale (rules 3 and 4).

    Args:
        rounds: all rounds of the scale, the earliest first.
        floors: the organisation's floors.
    """
    shown: list[Figure | None] = []
    before: int | None = None
    changed = 0
    for answers in rounds:
        changed += answers.changes or 0
        found = figure(answers.scores, answers.invited, floors)
        if found and moved_by_few(len(answers.scores), before, answers.changes, changed):
            found = None
        if found:
            before, changed = len(answers.scores), 0
        shown.append(found)
    return shown


def figure(scores: Sequence[int], invited: int | None, floors: Floors) -> Figure | None:
    """Return what may be shown of one round taken by itself, or nothing (rule 3).

    Args:
        scores: from 1 to 10, in any order.
        invited: how many people could have taken part.
        floors: the organisation's floors.
    """
    if not enough(len(scores), invited, floors) or len(set(scores)) == 1:
        return None
    return Figure(mean_in_halves(sum(scores) / len(scores)), band(len(scores)))


def enough(count: int | None, invited: int | None, floors: Floors) -> bool:
    """Return whether enough people answered, in number and as a share of those invited (rule 3).

    Without a number of invited people the share is not known, and so not enough; more answers than people invited is
    a mistake, and so nothing to build on.
    """
    if count is None or invited is None or not floors.fewest <= count <= invited:
        return False
    return count / invited >= floors.least_response


def mean_in_halves(mean: float) -> Mean:
    """Return a mean to the nearest half, and only its side near an end of the scale (rule 3).

    A mean right between two halves goes up.

    >>> mean_in_halves(5.4)
    5.5
    """
    rounded = floor(2 * mean + 0.5) / 2
    if rounded <= LOWEST_SHOWN:
        return "3 of lager"
    return "9 of hoger" if rounded >= HIGHEST_SHOWN else rounded


def band(count: int) -> Band:
    """Return a number of respondents as a band (rule 3)."""
    return "10+" if count >= MANY else "5–9"


def moved_by_few(count: int, before: int | None, changes: int | None, changed: int) -> bool:
    """Return whether a round must be held back because of the one that was shown before it (rule 4).

    When one or two people more or fewer answered than then, or one or two people came or went, the difference between
    the two figures would say something of just them.

    Args:
        count: how many answered now.
        before: how many answered in the last round of this scale that was shown; nothing when there was none.
        changes: how many people came or went since the round just before, as far as somebody wrote it down.
        changed: how many came or went since the round that was shown, over the rounds in between.
    """
    if before is None:
        return False
    return abs(count - before) in FEW or changes in FEW or changed in FEW


def took_part(count: int | None, of: int | None, floors: Floors) -> CountWord | None:
    """Return in a word how many took part, of those who could have (rule 5); nothing when nobody wrote it down."""
    if count is None:
        return None
    return _in_a_word(count, of) if enough(count, of, floors) else NOT_SHOWN


def said_so(count: int | None, answered: int | None, of: int | None, floors: Floors) -> CountWord | None:
    """Return in a word how many of those who answered said so (rule 5); nothing when nobody wrote it down.

    Args:
        count: how many said so.
        answered: how many answered at all.
        of: how many could have answered.
        floors: the organisation's floors.
    """
    if count is None:
        return None
    return _in_a_word(count, answered) if enough(answered, of, floors) else NOT_SHOWN


def _in_a_word(part: int, whole: int | None) -> CountWord:
    share = part / whole if whole else 0
    if share > 1 or share < MOST:
        return NOT_SHOWN
    if share == 1:
        return "allen"
    return "bijna allen" if share >= ALMOST_ALL else "de meesten"


def form_average(average: float | None) -> Mean | None:
    """Return the average of evaluation forms of which there are enough, as it may be shown (rule 5)."""
    return None if average is None else mean_in_halves(average)
