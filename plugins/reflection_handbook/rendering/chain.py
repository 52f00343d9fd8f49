"""Where things stand in the drawing of a goal's chain: one row for each link, from top to bottom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..viewing.chain import Chain, Stage
from ..viewing.elements import Kind

WIDTH = 300
ROW = 46
OPEN = 16
"""How much further down a row stands when something is missing above it: enough to see that the line is open."""
DISC = 15
"""The radius of the round that a row begins with."""
MIDDLE = 18
"""How far from the left the line runs."""
TEXT = 44
"""How far from the left the words begin."""
GLYPH = 18
"""How wide the sign in a round is."""

_GRID = 24
"""The grid that Material draws its icons on."""
_GLYPHS = {
    Kind.PRACTICE: "book-heart-outline",
    Kind.QUALITY: "hand-heart-outline",
    Kind.FACTOR: "puzzle-heart-outline",
    Kind.GOAL: "bullseye-arrow",
    Kind.TRANSFORMATION_GOAL: "flag-outline",
    Kind.SCALE: "ruler",
    Kind.MEASUREMENT: "chart-timeline-variant",
    Kind.CONVERSATION: "comment-quote-outline",
    Kind.IMPROVEMENT: "sprout-outline",
    Kind.MEETING: "calendar-clock-outline",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A link of the chain; lengths in the units of a drawing of ``WIDTH`` by its ``height``."""

    stage: Stage
    top: int
    middle: int
    """The height of its round."""
    line: tuple[int, int] | None
    """From where to where the line from the row above runs."""
    glyph: str
    """The path of its sign, on Material's grid."""
    place: str
    """What puts the sign in the middle of the round."""


def rows(chain: Chain) -> tuple[Row, ...]:
    """Return a chain's links as rows under each other."""
    found: list[Row] = []
    for stage in chain.stages:
        above = found[-1] if found else None
        top = (above.top + ROW if above else 0) + (OPEN if stage.interrupted else 0)
        found.append(_row(stage, top, above))
    return tuple(found)


def height(chain: Chain) -> int:
    """Return how high the drawing of a chain is."""
    return ROW * len(chain.stages) + OPEN * sum(stage.interrupted for stage in chain.stages)


def _row(stage: Stage, top: int, above: Row | None) -> Row:
    middle = top + ROW // 2
    line = (above.middle + DISC, middle - DISC) if above else None
    corner = f"translate({MIDDLE - GLYPH / 2:g} {middle - GLYPH / 2:g}) scale({GLYPH / _GRID:g})"
    return Row(stage, top, middle, line, _glyph(stage.kind), corner)


@cache
def _glyph(kind: Kind) -> str:
    """Return the path of a kind's sign: each kind has a shape of its own, so that colour says nothing alone."""
    path = files("material") / "templates" / ".icons" / "material" / f"{_GLYPHS[kind]}.svg"
    found = re.search(r' d="([^"]+)"', path.read_text(encoding="utf-8"))
    assert found  # Material's own file
    return found[1]
