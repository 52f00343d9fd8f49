"""The drawing of a goal's chain: rows under each other, a line between them, and a shape for each kind."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from reflection_handbook.rendering import Page, render
from reflection_handbook.rendering.chain import DISC, GLYPH, MIDDLE, OPEN, ROW, TEXT, WIDTH, height, rows
from reflection_handbook.viewing.chain import Chain, Stage
from reflection_handbook.viewing.elements import Element, Kind
from reflection_handbook.writing.mentions import without
from support import TODAY, make_edition, make_practice, make_team


def _drawn(*kinds: Kind) -> Chain:
    order = list(Kind)
    stages = []
    for place, kind in enumerate(kinds):
        interrupted = place > 0 and order.index(kind) - order.index(kinds[place - 1]) > 1
        element = Element(kind, "x", "Naam", "#x")
        stages.append(Stage(kind, "Label", "Naam", None, 0, (element,), interrupted))
    return Chain("doel", "Doel", tuple(stages))


WHOLE = _drawn(*Kind)
BROKEN = _drawn(Kind.GOAL, Kind.SCALE, Kind.IMPROVEMENT, Kind.MEETING)


@pytest.mark.parametrize("chain", [WHOLE, BROKEN, _drawn(Kind.GOAL, Kind.MEETING)], ids=["whole", "broken", "short"])
def test_rows_stand_under_each_other_inside_the_drawing_and_never_overlap(chain: Chain) -> None:
    found = rows(chain)
    assert [row.stage for row in found] == list(chain.stages)
    assert found[0].top == 0
    assert found[-1].top + ROW == height(chain)
    assert all(lower.top >= upper.top + ROW for upper, lower in pairwise(found))
    assert all(row.top < row.middle - DISC and row.middle + DISC < row.top + ROW for row in found)


def test_a_line_runs_from_round_to_round_and_is_longer_where_something_is_missing() -> None:
    found = rows(BROKEN)
    assert found[0].line is None
    for upper, lower in pairwise(found):
        assert lower.line == (upper.middle + DISC, lower.middle - DISC)
    lengths = [row.line[1] - row.line[0] for row in found if row.line]
    assert lengths == [ROW - 2 * DISC + OPEN, ROW - 2 * DISC + OPEN, ROW - 2 * DISC]


def test_a_sign_stands_in_the_middle_of_its_round_and_the_words_beside_it() -> None:
    for row in rows(WHOLE):
        form = re.fullmatch(r"translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)", row.place)
        assert form
        x, y, scale = map(float, form.groups())
        assert (x + 24 * scale / 2, y + 24 * scale / 2) == (MIDDLE, row.middle)
        assert GLYPH < 2 * DISC
    assert MIDDLE - DISC > 0
    assert MIDDLE + DISC < TEXT < WIDTH / 2


def test_each_kind_has_a_shape_of_its_own() -> None:
    glyphs = [row.glyph for row in rows(WHOLE)]
    assert len(set(glyphs)) == len(Kind)
    assert all(re.fullmatch(r"[MmLlHhVvCcSsAaQqTtZz0-9., -]+", glyph) for glyph in glyphs)


# ---- On the page ----------------------------------------------------------------------------------------------------

TEAM: dict[str, Any] = {
    "kwaliteiten": [{"id": "k", "naam": "Snel contact"}, {"id": "l", "naam": "Rust & ruimte"}],
    "werkzame_factoren": [{"id": "f", "naam": "Samen kiezen", "kwaliteiten": ["k", "l"]}],
    "doelen": [
        {"id": "d", "naam": "Benutten", "werkzame_factoren": ["f"], "transformatiedoelen": ["normaliseren"]},
        {"id": "e", "naam": "Ander", "werkzame_factoren": ["f"]},
        {"id": "los", "naam": "Los"},
    ],
    "verbeterpunten": [{"wat": "Briefing", "uit": "d"}],
}


class _Drawings(HTMLParser):
    """The drawings of a page: their links by label, and everything with an id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[dict[str, str]] = []
        self.ids: list[str] = []
        self.lines: list[int] = []
        self.attributes: set[str] = set()
        self._depth = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        if tag == "svg" and "keten" in values.get("aria-labelledby", ""):
            self._depth = 1
            self.links.append({})
            self.lines.append(0)
        elif self._depth:
            self.attributes |= set(values)
            if tag == "a":
                self.links[-1][values["aria-label"]] = values["href"]
            self.lines[-1] += "hb-chain__line--open" in values.get("class", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self._depth = 0


def _page(**keys: Any) -> str:
    practice = make_practice(
        "luisteren", "west", titel="Eerst luisteren, en dan nog eens goed luisteren", kwaliteiten=["k"]
    )
    edition = make_edition(make_team("west", (practice,), **{**TEAM, **keys}))
    page = next(o for o in render(edition, TODAY) if isinstance(o, Page) and o.uri == "teams/west/index.md")
    return page.html


def _drawings(**keys: Any) -> _Drawings:
    return _Drawings(_page(**keys))


def test_every_row_but_the_goal_itself_is_a_link_that_says_all_of_its_name() -> None:
    first, second = _drawings().links  # the goal that hangs together with nothing has no drawing
    assert first == {
        "Best practice: Eerst luisteren, en dan nog eens goed luisteren": "../../best-practices/luisteren/",
        "Kwaliteiten: Snel contact. En nog 1.": "#kwaliteit-k",
        "Werkzame factor: Samen kiezen": "#factor-f",
        "Transformatiedoel: Normaliseren": "../../transformatiedoelen/normaliseren/",
        "Verbeterpunt: Briefing": "#verbeterpunt-1",
    }
    assert list(second.values()) == ["../../best-practices/luisteren/", "#kwaliteit-k", "#factor-f"]


def test_the_line_is_open_only_where_something_is_missing() -> None:
    assert _drawings().lines == [1, 0]


def test_dates_are_dutch_in_the_words_for_who_cannot_see_the_drawing() -> None:
    agenda = [{"datum": "2026-12-10", "wat": "Meting"}, {"datum": "2027-01", "wat": "Later"}]
    assert "Volgende bijeenkomst: Meting, 10 december 2026" in _drawings(agenda=agenda).links[0]


def test_drawings_have_ids_of_their_own_and_no_style_of_their_own() -> None:
    found = _drawings()
    assert {"keten-d-titel", "keten-d-uitleg", "keten-e-titel", "keten-e-uitleg"} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))
    assert "style" not in found.attributes


def test_a_practice_that_is_taken_back_is_named_nowhere_on_the_page() -> None:
    html = _page()
    assert "luisteren" in html
    assert "luisteren" not in without(html, "teams/west/", "best-practices/luisteren/").casefold()
