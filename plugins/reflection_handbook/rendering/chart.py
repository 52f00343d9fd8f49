"""Where things stand in the chart of a scale: 1 to 10 upwards, time to scale to the right (``time_axis``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from ..model.dates import PartialDate
from ..model.language import say
from ..viewing.series import Reading, RoundStart, Series
from .dates import dutch_date, dutch_figure
from .time_axis import LEFT, WIDTH, Tick, TimeAxis, ticks, width

HEIGHT = 190
HIGHEST, LOWEST = 26.0, 134.0
"""How high a 10 and a 1 stand."""
AXIS = 152.0
"""How high the line of time stands: below the 1, so that a talk without a figure is not taken for one."""
LINES = (1, 4, 7, 10)
"""Which figures have a line of their own: equally far from each other, and both ends among them."""

_FIGURE = 26.0
"""About as wide as the text of a figure is."""
_SHAPES = {
    "day": "M{l} {y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z",
    "vague": "M{x} {t}L{r} {y}L{x} {b}L{l} {y}Z",
    "higher": "M{x} {t}L{r} {b}L{l} {b}Z",
    "lower": "M{x} {b}L{r} {t}L{l} {t}Z",
    "talk": "M{l} {t}L{r} {t}L{r} {b}L{l} {b}Z",
}
_SIZES = {"day": 4.5, "vague": 6.0, "higher": 5.5, "lower": 5.5, "talk": 4.0}


@dataclass(frozen=True, slots=True)
class Dot:
    """One time the scale was used. Its shape says what is known of it."""

    shape: str
    """``day``, ``vague`` (a month or a year), ``lower``, ``higher``, or ``talk`` where there is no figure."""
    x: float
    y: float
    path: str
    start: float
    end: float
    """From where to where it may have been; the same where the day is known."""
    label: str
    """Its figure, where there is room for it."""
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Line:
    """From one figure to the next; broken where a talk without a figure lies between them."""

    x1: float
    y1: float
    x2: float
    y2: float
    broken: bool


@dataclass(frozen=True, slots=True)
class RoundMark:
    """Where a round begins, or the left end for the round that was under way there."""

    x: float
    begins: bool
    label: str
    label_x: float
    anchor: str
    """``start`` or ``end``: on which side of the mark its name stands."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of a scale; lengths in the units of a drawing of ``WIDTH`` by ``HEIGHT``."""

    description: str
    levels: tuple[tuple[int, float], ...]
    ticks: tuple[Tick, ...]
    rounds: tuple[RoundMark, ...]
    lines: tuple[Line, ...]
    dots: tuple[Dot, ...]

    @property
    def explained(self) -> frozenset[str]:
        """Which shapes get an explanation below the chart: those that do not speak for themselves."""
        return frozenset(dot.shape for dot in self.dots) - {"day"}


def chart(series: Series) -> Chart:
    """Return where everything stands in the chart of a scale."""
    time = TimeAxis(series.first, series.last)
    dots = _labelled([_dot(reading, time) for reading in series.readings])
    return Chart(
        description=description(series.readings),
        levels=tuple((figure, height(figure)) for figure in LINES),
        ticks=ticks(time),
        rounds=tuple(_rounds(series.rounds, time)),
        lines=_lines(dots),
        dots=tuple(dots),
    )


def height(figure: float) -> float:
    """Return how high a figure stands."""
    return round(LOWEST - (figure - 1) * (LOWEST - HIGHEST) / 9, 1)


def shape(name: str, x: float, y: float) -> str:
    """Return the path of a shape around a point."""
    size = _SIZES[name]
    places = {"x": x, "y": y, "l": x - size, "r": x + size, "t": y - size, "b": y + size}
    return _SHAPES[name].format_map({key: f"{place:g}" for key, place in places.items()})


def _dot(reading: Reading, time: TimeAxis) -> Dot:
    exact = reading.date.exact is not None
    start, end = time.at(reading.date.first), time.at(reading.date.last + timedelta(days=1))
    x = round((start + end) / 2, 1)
    kind: str = "talk"
    y = AXIS
    if reading.value is not None:
        kind, y = reading.side or ("day" if exact else "vague"), height(reading.value)
    return Dot(
        shape=kind,
        x=x,
        y=y,
        path=shape(kind, x, y),
        start=x if exact else start,
        end=x if exact else end,
        label="" if reading.value is None or reading.side else dutch_figure(reading.value),
        label_x=min(x, WIDTH - _FIGURE / 2),
        label_y=round(y - 10, 1),
    )


def _labelled(dots: list[Dot]) -> list[Dot]:
    """Return the dots from left to right; where figures would run into each other the later one stays."""
    found: list[Dot] = []
    room = float(WIDTH)
    for dot in sorted(dots, key=lambda dot: dot.x, reverse=True):
        fits = dot.label_x + _FIGURE / 2 <= room
        if dot.label and fits:
            room = dot.label_x - _FIGURE / 2
        found.append(dot if fits else replace(dot, label=""))
    return found[::-1]


def _lines(dots: Sequence[Dot]) -> tuple[Line, ...]:
    figures = [place for place, dot in enumerate(dots) if dot.shape != "talk"]
    return tuple(
        Line(dots[one].x, dots[one].y, dots[next].x, dots[next].y, broken=next - one > 1)
        for one, next in pairwise(figures)
    )


def _rounds(starts: Iterable[RoundStart], time: TimeAxis) -> Iterable[RoundMark]:
    """Yield the rounds of this time, each with its name where there is room: right of its mark, or else left."""
    begun = [start for start in starts if start.date.first < time.end]
    earlier = [start for start in begun if start.date.first < time.start]
    shown = earlier[-1:] + begun[len(earlier) :]
    places = [time.at(max(start.date.first, time.start)) for start in shown]
    taken = LEFT
    for start, (x, until) in zip(shown, pairwise([*places, float(WIDTH)]), strict=True):
        label = say("ronde {number}", number=start.number)
        right, left = x + width(label) <= until, x - width(label) >= taken
        yield RoundMark(
            x=x,
            begins=start.date.first >= time.start,
            label=label if right or left else "",
            label_x=round(x - 4 if left and not right else x + 4, 1),
            anchor="end" if left and not right else "start",
        )
        taken = x + width(label) if right else x


def description(readings: Sequence[Reading]) -> str:
    """Return the chart in a sentence, such as: Van mei tot oktober 2026: 5,5 · 6 · 7."""
    shown = [(reading.date, reading.mean) for reading in readings if reading.mean is not None]
    figures = " · ".join(dutch_figure(mean) for _, mean in shown)
    said = f"{period(shown[0][0], shown[-1][0])}: {figures}."
    without = len(readings) - len(shown)
    if not without:
        return said
    if without == 1:
        return f"{said} {say('Daarnaast 1 gesprek zonder cijfer.')}"
    return f"{said} {say('Daarnaast {count} gesprekken zonder cijfer.', count=without)}"


def period(first: PartialDate, last: PartialDate) -> str:
    """Return ``Van mei tot oktober 2026``, ``In mei 2026`` or ``In 2026``, as precisely as both are known."""
    if first.year == last.year and not (first.month and last.month):
        return say("In {when}", when=str(first.year))
    start, end = (dutch_date(PartialDate(one.year, one.month)) for one in (first, last))
    if start == end:
        return say("In {when}", when=start)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    return say("Van {start} tot {end}", start=start, end=end)
