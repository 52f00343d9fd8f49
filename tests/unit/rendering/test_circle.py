"""The ring of seven steps: no part overlaps another or leaves the drawing."""

from __future__ import annotations

import re
from math import atan2, degrees, hypot

import pytest

from reflection_handbook.rendering.circle import INNER, OUTER, SIZE, Part, parts, turn
from reflection_handbook.viewing.steps import marks

MIDDLE = SIZE / 2
PARTS = parts(marks())
FORM = re.compile(
    r"M([\d.]+) ([\d.]+)A308 308 0 0 1 ([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)A142 142 0 0 0 ([\d.]+) ([\d.]+)Z"
)


def _corners(part: Part) -> list[tuple[float, float]]:
    """Return radius and angle (clockwise from the top, 0 to 360) of a part's corners, outer ones first."""
    form = FORM.fullmatch(part.path)
    assert form, part.path
    numbers = [float(text) for text in form.groups()]
    points = zip(numbers[::2], numbers[1::2], strict=True)
    return [(hypot(x - MIDDLE, y - MIDDLE), degrees(atan2(x - MIDDLE, MIDDLE - y)) % 360) for x, y in points]


def _between(start: float, end: float) -> float:
    return (end - start) % 360


def test_there_is_a_part_for_each_step_in_order() -> None:
    assert [part.mark.number for part in PARTS] == [1, 2, 3, 4, 5, 6, 7]


def test_every_part_lies_on_the_ring_inside_the_drawing() -> None:
    assert OUTER < MIDDLE
    for part in PARTS:
        radii = [radius for radius, _ in _corners(part)]
        assert radii == pytest.approx([OUTER, OUTER, INNER, INNER], abs=0.2)


@pytest.mark.parametrize("side", ["outer", "inner"])
def test_parts_follow_each_other_clockwise_with_a_gap_and_close_the_ring(side: str) -> None:
    spans = []
    for part in PARTS:
        angles = [angle for _, angle in _corners(part)]
        spans.append((angles[0], angles[1]) if side == "outer" else (angles[3], angles[2]))
    lengths = [_between(start, end) for start, end in spans]
    gaps = [_between(end, start) for (_, end), (start, _) in zip(spans, [*spans[1:], spans[0]], strict=True)]
    assert all(40 < length < 360 / 7 for length in lengths)
    assert all(0.5 < gap < 6 for gap in gaps)
    assert sum(lengths) + sum(gaps) == pytest.approx(360, abs=0.1)


def test_the_first_step_is_at_the_top() -> None:
    first = _corners(PARTS[0])
    assert _between(first[0][1], 0) == pytest.approx(_between(0, first[1][1]), abs=0.1)


def test_names_and_numbers_stand_on_their_own_part() -> None:
    for part in PARTS:
        (_, start), (_, end) = _corners(part)[:2]
        # the number's round, and the lines of the name, as the template places them
        places = [(part.x, part.y - 30), *((part.x, part.y + 24 + 27 * i) for i in range(len(part.lines)))]
        for x, y in places:
            assert INNER < hypot(x - MIDDLE, y - MIDDLE) < OUTER
            angle = degrees(atan2(x - MIDDLE, MIDDLE - y)) % 360
            assert _between(start, angle) < _between(start, end)


def test_a_name_is_cut_into_lines_and_loses_no_word() -> None:
    for part in PARTS:
        assert " ".join(part.lines) == part.mark.title
        assert max(map(len, part.lines)) <= 12


def test_the_arrow_in_the_middle_stays_inside_the_ring() -> None:
    for path in turn():
        for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", path):
            assert hypot(float(x) - MIDDLE, float(y) - MIDDLE) < INNER
