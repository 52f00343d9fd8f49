"""The figures of a scale in the order of time: what its chart and its table show, as far as the gate let it through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ..model.dates import PartialDate
from ..model.language import say
from ..model.published import Band, Mean, PublishedMeasurement, PublishedRound, PublishedTeam
from .addresses import measurement_anchors

Side = Literal["lower", "higher"]

_SIDES: Final[dict[str, tuple[float, Side]]] = {"3 of lager": (3.0, "lower"), "9 of hoger": (9.0, "higher")}
"""What a mean near an end of the scale says: from where, and to which side. Source: DESIGN, publication rule 3."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One time that a scale was used."""

    talk: str
    """The id of its talk on the page."""
    date: PartialDate
    round: int | None
    """In which round it was, where that is certain."""
    mean: Mean | None
    count: Band | None
    word: str
    """What stands in the place of a figure; empty where there is one."""

    @property
    def value(self) -> float | None:
        """Where it stands on the scale: the mean, or the 3 or 9 from where it may lie further to one side."""
        return _SIDES[self.mean][0] if isinstance(self.mean, str) else self.mean

    @property
    def side(self) -> Side | None:
        """To which side it may lie further than its value."""
        return _SIDES[self.mean][1] if isinstance(self.mean, str) else None


@dataclass(frozen=True, slots=True)
class RoundStart:
    """When a round began."""

    number: int
    date: PartialDate


@dataclass(frozen=True, slots=True)
class Series:
    """A scale in the course of time."""

    readings: tuple[Reading, ...]
    """The earliest first; at least one has a figure."""
    first: date
    last: date
    """The time over which this team has charts: all of them share it, so that they compare in time."""
    rounds: tuple[RoundStart, ...]

    @property
    def in_rounds(self) -> bool:
        """Whether it helps to say in which round something was."""
        return len(self.rounds) > 1


def series_views(team: PublishedTeam) -> dict[str, Series]:
    """Return the series of each scale that has a figure to show, by the scale's id.

    Where clients or parents fill in a scale there is none, whatever the team received.
    """
    keeps = {scale.id for scale in team.scales if scale.keeps_scores}
    readings: dict[str, list[Reading]] = {id: [] for id in keeps}
    for measurement, id in zip(team.measurements, measurement_anchors(team), strict=True):
        if measurement.scale in keeps:
            readings[measurement.scale].append(_reading(measurement, id, team))
    charted = {scale: found for scale, found in readings.items() if any(one.mean is not None for one in found)}
    dates = [one.date for found in charted.values() for one in found]
    return {
        scale: Series(
            readings=tuple(sorted(found, key=lambda one: (one.date.first, one.date.last))),
            first=min(date.first for date in dates),
            last=max(date.last for date in dates),
            rounds=_starts(team.rounds),
        )
        for scale, found in charted.items()
    }


def round_of(when: PartialDate, team: PublishedTeam) -> int | None:
    """Return the number of the round that a date lies in, or nothing where that is not certain.

    A round runs until the next one begins. What lies before the first is in no round; a month or a year in which a
    round began may belong to either.
    """
    if len(team.rounds) == 1:
        return team.rounds[0].round
    starts = _starts(team.rounds)
    early, late = _latest(starts, when.first), _latest(starts, when.last)
    return late if early in (None, late) else None


def _latest(starts: Iterable[RoundStart], day: date) -> int | None:
    return max((start.number for start in starts if start.date.first <= day), default=None)


def _starts(rounds: Iterable[PublishedRound]) -> tuple[RoundStart, ...]:
    """Return when each round began: as the portfolio says, or else when the first of its steps did."""
    found = []
    for round in rounds:
        steps = [step.start for step in round.steps.values() if step.start]
        began = round.started or min(steps, key=lambda start: start.first, default=None)
        if began:
            found.append(RoundStart(round.round, began))
    return tuple(sorted(found, key=lambda start: (start.date.first, start.number)))


def _reading(measurement: PublishedMeasurement, id: str, team: PublishedTeam) -> Reading:
    none = "" if measurement.mean is not None else say("alleen het gesprek")
    return Reading(
        talk=id,
        date=measurement.date,
        round=round_of(measurement.date, team),
        mean=measurement.mean,
        count=measurement.count,
        word=measurement.not_shown or none,
    )
