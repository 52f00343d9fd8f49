"""How the pages read, for a terminal and as data: ``handbook check --language``."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..model.language import say
from ..model.readability import Advice, PageReading
from .dates import dutch_figure

_MOST = 110
"""How much of a sentence is shown."""


def readings_text(readings: tuple[PageReading, ...], width: int) -> str:
    """Return a table of the pages, and below it each place with advice.

    Args:
        readings: the pages.
        width: how many letters fit on a line.
    """
    written = io.StringIO()
    console = Console(file=written, width=width, color_system=None, highlight=False, emoji=False, markup=False)
    console.print(_table(readings))
    for reading in readings:
        for advice in reading.advice:
            console.print(
                Text(f"{reading.file}:{advice.line}: {advice.kind.value}: {_short(advice.text)}"), soft_wrap=True
            )
            console.print(Text(f"    → {advice.hint}"), soft_wrap=True)
    count = sum(len(reading.advice) for reading in readings)
    console.print(Text(say("Dit is advies, geen oordeel. Plekken om nog eens te lezen: {count}.", count=count)))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def readings_data(readings: Iterable[PageReading]) -> list[dict[str, Any]]:
    """Return the pages as plain data, with Dutch keys; what is not known is ``None``."""
    return [
        {
            "bestand": reading.file,
            "woorden": reading.words,
            "zinnen": reading.sentences,
            "woorden_per_zin": _rounded(reading.words_per_sentence),
            "flesch_douma": _rounded(reading.flesch_douma),
            "adviezen": [_advice(advice) for advice in reading.advice],
        }
        for reading in readings
    ]


def _advice(advice: Advice) -> dict[str, Any]:
    return {"regel": advice.line, "soort": advice.kind.value, "tekst": advice.text, "hint": advice.hint}


def _table(readings: Iterable[PageReading]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    table.add_column(say("Bladzijde"), overflow="fold")
    for title in (say("Zinnen"), say("Woorden per zin"), say("Flesch-Douma"), say("Advies")):
        table.add_column(title, justify="right")
    for reading in readings:
        figures = (reading.words_per_sentence, reading.flesch_douma)
        cells = [reading.file, str(reading.sentences), *map(_figure, figures), str(len(reading.advice) or "–")]
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _figure(value: float | None) -> str:
    return "–" if value is None else dutch_figure(round(value, 1))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _short(text: str) -> str:
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return plain if len(plain) <= _MOST else f"{plain[: _MOST - 1].rstrip()}…"
