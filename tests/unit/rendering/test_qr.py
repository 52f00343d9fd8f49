"""A code to scan: the whole of it, with the edge that a reader needs."""

from __future__ import annotations

import re

import segno
from justhtml import JustHTML

from reflection_handbook.rendering.qr import qr

ADDRESS = "https://handboek.voorbeeld.nl/vragenbank/#waar-ben-je-goed-in"


def test_it_draws_every_dark_square_within_a_white_edge_of_four() -> None:
    drawn = str(qr(ADDRESS, "Code"))
    found = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", drawn)}
    squares = segno.make_qr(ADDRESS, error="l").matrix
    assert found == {(x, y) for y, line in enumerate(squares) for x, dark in enumerate(line) if dark}
    side = len(squares) + 8
    assert f'viewBox="-4 -4 {side} {side}"' in drawn


def test_it_says_what_it_is_and_a_title_stays_text() -> None:
    (title,) = JustHTML(str(qr(ADDRESS, "<b>Naar & de vraag")), fragment=True, sanitize=False).query("title")
    assert title.to_text() == "<b>Naar & de vraag"


def test_the_same_address_gives_the_same_drawing() -> None:
    assert qr(ADDRESS, "Code") == qr(ADDRESS, "Code") != qr(f"{ADDRESS}-", "Code")
