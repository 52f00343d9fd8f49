"""Where things stand in the drawing of the seven steps as a ring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from ..viewing.steps import StepMark

SIZE = 640
OUTER, INNER, LABEL, NUMBER = 308.0, 142.0, 218.0, 268.0
GAP = 0.012
"""Half the gap between two parts, in radians at the outer edge."""


@dataclass(frozen=True, slots=True)
class Part:
    """A step as a part of the ring; lengths in the units of a drawing of ``SIZE`` by ``SIZE``."""

    mark: StepMark
    path: str
    x: float
    y: float
    lines: tuple[str, ...]
    """Its name, cut into lines that fit."""


def parts(marks: Sequence[StepMark]) -> tuple[Part, ...]:
    """Return the steps as parts of a ring, clockwise from the top."""
    width = 2 * pi / len(marks)
    found = []
    for index, mark in enumerate(marks):
        middle = -pi / 2 + index * width
        start, end = middle - width / 2, middle + width / 2
        x, y = _point(LABEL + 8, middle)
        found.append(Part(mark, _path(start, end), x, y, _lines(mark.title)))
    return tuple(found)


def turn(radius: float = 78) -> tuple[str, str]:
    """Return the arrow in the middle that says: and round again. Its arc, and its head."""
    start, end = -pi / 2 + 0.55, 1.5 * pi - 0.2
    (x1, y1), (x2, y2) = _point(radius, start), _point(radius, end)
    back = end - 0.3
    (x3, y3), (x4, y4) = _point(radius - 20, back), _point(radius + 20, back)
    return f"M{x1} {y1}A{radius:g} {radius:g} 0 1 1 {x2} {y2}", f"M{x3} {y3}L{x2} {y2}L{x4} {y4}"


def _lines(title: str) -> tuple[str, ...]:
    words = title.split()
    if len(words) < 2 or len(title) < 12:
        return (title,)
    return (" ".join(words[:-1]), words[-1])


def _point(radius: float, angle: float) -> tuple[float, float]:
    middle = SIZE / 2
    return round(middle + radius * cos(angle), 1), round(middle + radius * sin(angle), 1)


def _path(start: float, end: float) -> str:
    inner_gap = GAP * OUTER / INNER  # the gap is as wide inside as outside
    (x1, y1), (x2, y2) = _point(OUTER, start + GAP), _point(OUTER, end - GAP)
    (x3, y3), (x4, y4) = _point(INNER, end - inner_gap), _point(INNER, start + inner_gap)
    return f"M{x1} {y1}A{OUTER:g} {OUTER:g} 0 0 1 {x2} {y2}L{x3} {y3}A{INNER:g} {INNER:g} 0 0 0 {x4} {y4}Z"
