"""Where the rule looks, and that it names the line. What it refuses: ``test_hostile.py``."""

from __future__ import annotations

import types
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from pydantic import BaseModel

from reflection_handbook.checking.active import prose_of, rendered_faults, source_faults
from reflection_handbook.model.base import Prose, Text
from reflection_handbook.model.organisation import Organisation
from reflection_handbook.model.portfolio import Portfolio
from support import make_handbook, make_team


def paths(hint: Any, way: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return the way to each text in Markdown below a type, as the type tells it."""
    if hint == Prose:
        return [way]
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        hints = get_type_hints(hint, include_extras=True)
        keys = {name: field.alias or name for name, field in hint.model_fields.items()}
        return [found for name, key in keys.items() for found in paths(hints[name], (*way, key))]
    if get_origin(hint) is Annotated or not get_args(hint):
        return []
    parts = [part for part in get_args(hint) if part is not types.NoneType]
    return [found for part in parts for found in paths(part, way)]


def test_every_text_in_markdown_of_the_model_is_looked_at() -> None:
    aim = {"id": "a", "naam": "A", "uitleg": "x"}
    step = {"status": "bezig", "toelichting": "x"}
    talk = {"opbrengst": "x", "een_cijfer_hoger": "x"}
    team = make_team(
        over="x",
        rondes=[{"ronde": 1, "stappen": {name: step for name in ("engagement", "interviews", "werkzame-factoren")}}],
        doelen=[{"id": "a", "naam": "A", "reden": "x"}],
        metingen=[{"schaal": "s", "datum": "2026", "gesprek": talk}],
        randvoorwaarden=[{"wat": "w", "aan": "management", "antwoord": "x"}],
        agenda=[{"datum": "2026", "wat": "w", "opbrengst": "x"}],
    )
    organisation = make_handbook(contact="x", transformatiedoelen=[aim]).organisation
    for model, value in ((Portfolio, team.portfolio), (Organisation, organisation)):
        found = {tuple(str(key) for key in loc if not isinstance(key, int)) for loc, _ in prose_of(value)}
        ends = {way[-1] for way in paths(model)}
        assert ends and {way[-1] for way in found} == ends


def test_a_line_of_plain_text_is_not_looked_at() -> None:
    assert Prose != Text
    assert [text for _, text in prose_of(make_team(naam="<script>", regio="<b>").portfolio)] == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Een.\n\n<script>", 2),
        ("```\n<script>\n```\n\nTwee: <iframe>", 4),
        ("Een `<b` en\n[x](javascript:a)", 1),
        ("[x][y]\n\n[y]:\n  javascript:a", 3),
        ("# Kop\n\nTekst\n{: onclick=x }", 3),
    ],
)
def test_the_first_look_knows_the_row(text: str, row: int) -> None:
    assert {found for found, _ in source_faults(text)} == {row}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Een.\n\n![x][y]\n\n[y]: https://elders.example/x.png", 4),
        ("`<embed>`\n\n<div>\n`<embed>`\n</div>", 3),
        ("![x](y.png){ src=//elders.example/x }", 0),
    ],
)
def test_the_second_look_finds_what_the_first_cannot_see(text: str, row: int) -> None:
    found = list(rendered_faults(text))
    assert len(found) == 1
    assert text.split("\n")[found[0][0]].strip() or found[0][0] == row


@pytest.mark.parametrize(
    "text",
    ["<" * 100_000, "![" * 50_000, "](" * 50_000, "<a " * 30_000, '<a "' * 30_000, "{:" * 50_000, "[x]: " * 30_000],
)
def test_a_monster_is_read_in_one_go(text: str) -> None:
    assert sum(1 for _ in source_faults(text)) <= len(text)
