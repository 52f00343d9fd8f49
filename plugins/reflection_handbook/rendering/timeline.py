"""Where things stand in the drawing of a round: a row for each step, time to scale to the right (``time_axis``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..model.dates import PartialDate
from ..viewing.timeline import Mark, Row, Timeline
from .time_axis import LEFT, RIGHT, WIDTH, Tick, TimeAxis, ticks

TOP = 26
"""How much room there is above the first row, for the name of today."""
ROW = 40
BAR = 10
"""How high the bar of a step is."""
_LEAST = 6.0
"""How wide a bar is at least: a step of one day is one that can be seen."""
_NAME = 34.0
"""How far the name of today reaches to either side."""
__all__ = ["BAR", "LEFT", "RIGHT", "ROW", "TOP", "WIDTH", "Bar", "Dot", "Drawing", "drawing"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A step: its name above, and a bar over the time that it took."""

    row: Row
    name_y: float
    y: float
    x: float
    width: float
    vague_start: bool
    """Whether only the month or the year of its start is known."""
    vague_end: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """A meeting, on the row of its step."""

    mark: Mark
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A round; lengths in the units of a drawing of ``WIDTH`` by ``height``."""

    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    axis: float
    """How high the line of time stands."""
    height: float
    today: float | None
    today_name: float
    """Where the name of today stands: above its line, but within the drawing."""


def drawing(timeline: Timeline) -> Drawing:
    """Return where everything in the drawing of a round stands."""
    time = TimeAxis(timeline.first, timeline.last)
    rows = {row.state.mark.number: place for place, row in enumerate(timeline.rows)}
    axis = float(TOP + ROW * len(timeline.rows) + 4)
    today = time.at(timeline.today) if timeline.today else None
    return Drawing(
        bars=tuple(_bar(row, place, time) for place, row in enumerate(timeline.rows)),
        dots=tuple(
            Dot(mark, _middle(mark.date, time), _height(rows[mark.step]))
            for mark in timeline.meetings
            if mark.step in rows
        ),
        ticks=ticks(time),
        axis=axis,
        height=axis + 38,
        today=today,
        today_name=min(max(today or 0, LEFT + _NAME), RIGHT - _NAME),
    )


def _height(place: int) -> float:
    return float(TOP + ROW * place + 22)


def _bar(row: Row, place: int, time: TimeAxis) -> Bar:
    start, end = time.at(row.start.first), time.at(_after(row.end.last))
    width = max(end - start, _LEAST)
    return Bar(
        row=row,
        name_y=_height(place) - 6,
        y=_height(place),
        x=min(start, RIGHT - width),
        width=round(width, 1),
        vague_start=row.start.exact is None,
        vague_end=row.end.exact is None,
    )


def _middle(when: PartialDate, time: TimeAxis) -> float:
    return round((time.at(when.first) + time.at(_after(when.last))) / 2, 1)


def _after(day: date) -> date:
    return day + timedelta(days=1)
