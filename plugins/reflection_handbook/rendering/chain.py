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
    return tuple(_row(place, stage) for place, stage in enumerate(chain.stages))


def height(chain: Chain) -> int:
    """Return how high the drawing of a chain is."""
    return ROW * len(chain.stages)


def _row(place: int, stage: Stage) -> Row:
    middle = place * ROW + ROW // 2
    line = (middle - ROW + DISC, middle - DISC) if place else None
    corner = f"translate({MIDDLE - GLYPH / 2:g} {middle - GLYPH / 2:g}) scale({GLYPH / _GRID:g})"
    return Row(stage, place * ROW, middle, line, _glyph(stage.kind), corner)


@cache
def _glyph(kind: Kind) -> str:
    """Return the path of a kind's sign: each kind has a shape of its own, so that colour says nothing alone."""
    path = files("material") / "templates" / ".icons" / "material" / f"{_GLYPHS[kind]}.svg"
    found = re.search(r' d="([^"]+)"', path.read_text(encoding="utf-8"))
    assert found  # Material's own file
    return found[1]
