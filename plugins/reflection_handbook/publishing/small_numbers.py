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

from ..model.language import say

FEWEST = 5
"""The lowest number of respondents that a figure may rest on."""
LEAST_RESPONSE = 0.6
"""The lowest share of those invited that a figure may rest on."""
MANY = 10
"""From here on the number of respondents is shown as "10+"."""
ALMOST_ALL, MOST = 0.8, 0.6
"""From which share a count of people is called "bijna allen" and "de meesten"."""
LOWEST_SHOWN, HIGHEST_SHOWN = 3.0, 9.0
"""A mean at or beyond these is shown as "3 of lager" and "9 of hoger"."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors an organisation works with."""

    fewest: int = FEWEST
    least_response: float = LEAST_RESPONSE

    def __post_init__(self) -> None:
        if self.fewest < FEWEST or not LEAST_RESPONSE <= self.least_response <= 1:
            raise ValueError("floors may be raised, never lowered")


@dataclass(frozen=True, slots=True)
class Figure:
    """What may be shown of the scores of one round."""

    mean: str
    """``6.5``, ``3 of lager`` or ``9 of hoger``."""
    band: str
    """``5–9`` or ``10+``."""


def enough(count: int, invited: int | None, floors: Floors) -> bool:
    """Return whether enough people answered, in number and as a share of those invited (rule 3).

    Without a number of invited people the share is not known, and so not enough.
    """
    if invited is None or invited <= 0 or count < floors.fewest:
        return False
    return count / invited >= floors.least_response


def figure(scores: Sequence[int], invited: int | None, floors: Floors) -> Figure | None:
    """Return what may be shown of one round taken by itself, or nothing (rule 3).

    Args:
        scores: from 1 to 10, in any order.
        invited: how many people could have taken part.
        floors: the organisation's floors.
    """
    if not enough(len(scores), invited, floors) or len(set(scores)) == 1:
        return None
    return Figure(mean_in_halves(scores), band(len(scores)))


def mean_in_halves(scores: Sequence[int]) -> str:
    """Return the mean to the nearest half, and only its side near an end of the scale (rule 3).

    A mean right between two halves goes up.

    >>> mean_in_halves([4, 5, 5, 6, 7])
    '5.5'
    """
    rounded = floor(2 * sum(scores) / len(scores) + 0.5) / 2
    if rounded <= LOWEST_SHOWN:
        return say("3 of lager")
    if rounded >= HIGHEST_SHOWN:
        return say("9 of hoger")
    return f"{rounded:g}"


def band(count: int) -> str:
    """Return a number of respondents as a band (rule 3)."""
    return "10+" if count >= MANY else "5–9"


def moved_by_few(count: int, before: int | None, changes: int | None) -> bool:
    """Return whether a round must be held back because of the one before it (rule 4).

    When one or two people more or fewer answered than in the last round that was shown, or one or two people came or
    went, the difference between the rounds would say something of just them.

    Args:
        count: how many answered now.
        before: how many answered in the last round of this scale that was shown; nothing when there was none.
        changes: how many people came or went since then, as far as somebody wrote it down.
    """
    if before is None:
        return False
    return abs(count - before) in (1, 2) or changes in (1, 2)


def count_word(part: int | None, whole: int | None, floors: Floors) -> str | None:
    """Return a count of people as a word, or nothing where it must not be shown (rule 5).

    Args:
        part: how many did it.
        whole: out of how many.
        floors: the organisation's floors.
    """
    if part is None or whole is None or whole < floors.fewest or part > whole:
        return None
    if part == whole:
        return say("allen")
    share = part / whole
    if share >= ALMOST_ALL:
        return say("bijna allen")
    return say("de meesten") if share >= MOST else None


def form_average(average: float | None, filled_in: int | None, handed_out: int | None, floors: Floors) -> str | None:
    """Return the average of evaluation forms as it may be shown, or nothing (rule 5).

    Args:
        average: from 1 to 10.
        filled_in: how many forms it rests on.
        handed_out: how many people could have filled one in.
        floors: the organisation's floors.
    """
    if average is None or filled_in is None or not enough(filled_in, handed_out, floors):
        return None
    return mean_in_halves([average])  # type: ignore[list-item]
