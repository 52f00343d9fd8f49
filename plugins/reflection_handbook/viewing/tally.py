"""How ballots become an outcome: the rule of the tool for choosing goals, and of its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Manner = Literal["rangorde", "stemming"]


@dataclass(frozen=True, slots=True)
class Counted:
    """What one goal got."""

    goal: str
    points: int
    support: int
    """On how many ballots it stands."""
    place: int
    """Goals with as many points share a place, and the next place is passed over."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of all ballots together."""

    lines: tuple[Counted, ...]
    """The goals, the most points first; where they are equal, in the order in which they were put up for choice."""
    voters: int
    """How many ballots count."""
    blank: int
    """How many were handed in empty: they are no votes, and no mistake."""
    invalid: int


def is_valid(ballot: Sequence[str], goals: Sequence[str], most: int) -> bool:
    """Return whether a ballot counts: each goal on the list, none twice, and no more than were asked for."""
    return len(ballot) <= most and len(set(ballot)) == len(ballot) and set(ballot) <= set(goals)


def tally(goals: Sequence[str], ballots: Sequence[Sequence[str]], manner: Manner, most: int) -> Outcome:
    """Return what each goal got.

    In a ranking of ``most`` goals the first gets ``most`` points, the next one less, the last one 1. A shorter list
    starts with as many: who names one goal gives it as much as anybody's first. In a vote each goal on a ballot gets 1.
    An invalid ballot does not count at all: nobody guesses what was meant. A tie stays a tie: the team talks, the
    support helps, and no rule decides. The same rule stands in ``assets/goal-choice.js``; ``tests/shared/tally.json``
    holds both to it.

    Args:
        goals: what could be chosen from.
        ballots: of each person the goals chosen; for a ranking in order, the most important first.
        manner: whether the order counts.
        most: how many goals a ballot may name.
    """
    valid = [ballot for ballot in ballots if ballot and is_valid(ballot, goals, most)]
    points, support = dict.fromkeys(goals, 0), dict.fromkeys(goals, 0)
    for ballot in valid:
        for index, goal in enumerate(ballot):
            points[goal] += most - index if manner == "rangorde" else 1
            support[goal] += 1
    return Outcome(
        lines=tuple(
            Counted(goal, points[goal], support[goal], 1 + sum(other > points[goal] for other in points.values()))
            for goal in sorted(goals, key=lambda goal: -points[goal])
        ),
        voters=len(valid),
        blank=sum(not ballot for ballot in ballots),
        invalid=sum(not is_valid(ballot, goals, most) for ballot in ballots),
    )
