"""The line of time below the chart of a scale: to scale, with as many marks as have room for their names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .dates import dutch_month

WIDTH = 340
"""How wide a chart is, in the units of its drawing."""
LEFT, RIGHT = 26.0, 326.0
"""From where to where the line runs."""

_LETTER = 7.2
"""About as wide as a letter is."""
_YEAR = 12
_STEPS = {1: 28, 3: 90, _YEAR: 365, 24: 730, 60: 1826, 120: 3652, 300: 9131, 600: 18262}
"""How many months may lie between two marks, and how many days those are at least."""
_LONGEST = 1200
_FEWEST = 3
"""A time of fewer months than these is drawn with the months around it."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark, with what fits below it: its month, and its year in a second row; or its year alone."""

    x: float
    label: str
    year: str


class TimeAxis:
    """A time of whole months, as a line from left to right."""

    def __init__(self, first: date, last: date) -> None:
        """Make the line for a time.

        Args:
            first: the first day that must be on it.
            last: the last one.
        """
        self.start, self.end = month(first), month(last, 1)
        if len(self.months) < _FEWEST:
            self.end = month(self.end, 1)
        if len(self.months) < _FEWEST:
            self.start = month(self.start, -1)
        self._per_day = (RIGHT - LEFT) / (self.end - self.start).days

    @property
    def months(self) -> list[date]:
        """The first of each month on it."""
        count = (self.end.year - self.start.year) * _YEAR + self.end.month - self.start.month
        return [month(self.start, later) for later in range(count)]

    def at(self, day: date) -> float:
        """Return where a day begins."""
        return round(LEFT + (day - self.start).days * self._per_day, 1)

    @property
    def step(self) -> int:
        """How many months there are from one mark to the next."""
        for step, days in _STEPS.items():
            if days * self._per_day >= width("mrt" if step < _YEAR else "2026"):
                return step
        return _LONGEST


def month(day: date, later: int = 0) -> date:
    """Return the first of a day's month, or of one so many months later."""
    number = day.year * _YEAR + day.month - 1 + later
    return date(number // _YEAR, number % _YEAR + 1, 1)


def width(text: str) -> float:
    """Return about how wide a text is, with the white beside it."""
    return len(text) * _LETTER + 6


def ticks(time: TimeAxis) -> tuple[Tick, ...]:
    """Return marks at months, quarters or years: as many as have room for their names."""
    step = time.step
    marks = [first for first in time.months if (first.year * _YEAR + first.month - 1) % step == 0]
    if step >= _YEAR:
        return tuple(Tick(time.at(first), _fitting(str(first.year), time.at(first)), "") for first in marks)
    years = _years(time)
    found = []
    for first in sorted({*marks, *years}):
        x = time.at(first)
        label = _fitting(dutch_month(first), x) if first in marks else ""
        found.append(Tick(x, label, _fitting(str(first.year), x) if first in years else ""))
    return tuple(found)


def _years(time: TimeAxis) -> list[date]:
    """Return where a year is named: where it begins, and where the line does if that is far enough from it."""
    found = [first for first in time.months if first.month == 1]
    if not found or time.at(found[0]) - LEFT >= width("2026"):
        found.insert(0, time.start)
    return found


def _fitting(text: str, x: float) -> str:
    return text if x + width(text) <= WIDTH else ""
