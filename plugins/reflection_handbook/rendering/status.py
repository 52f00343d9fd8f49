"""``handbook status`` as text for a terminal, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..model.language import say
from ..model.signals import Signal
from ..viewing.status import StatusRow, StatusView
from .data import as_json
from .dates import dutch_date

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula. Source: https://owasp.org/www-community/attacks/CSV_Injection"""
_COLUMNS: tuple[tuple[str, Callable[[StatusRow], str]], ...] = (
    ("team", lambda row: row.id),
    ("naam", lambda row: row.name),
    ("soort", lambda row: row.kind),
    ("herkomst", lambda row: row.origin),
    ("ronde", lambda row: str(row.standing.round or "")),
    ("stap", lambda row: row.standing.current.id if row.standing.current else ""),
    ("stand", lambda row: row.standing.sentence),
    ("volgende_stap", lambda row: row.next.what),
    ("afgesproken", lambda row: "ja" if row.next.agreed else "nee"),
    ("wanneer", lambda row: str(row.next.when or "")),
    ("dagen", lambda row: row.days),
    ("wie", lambda row: row.next.who),
    ("laatste_contact", lambda row: str(row.last_contact or "")),
    ("aandachtspunten", lambda row: str(len(row.signals))),
    ("aandacht", lambda row: " | ".join(signal.message for signal in row.signals)),
    ("advies", lambda row: " | ".join(signal.advice for signal in row.signals)),
    ("niet_in_het_handboek", lambda row: row.withheld),
)
"""The columns of the CSV file, in their order."""


def as_text(view: StatusView, today: date, width: int) -> str:
    """Return a table of all teams, and below it the reasons why some need a push.

    Args:
        view: the teams.
        today: the day that was reckoned from.
        width: how many letters fit on a line.
    """
    written = io.StringIO()
    console = Console(file=written, width=width, color_system=None, highlight=False, emoji=False, markup=False)
    if view.rows:
        console.print(_table(view))
    for row in view.asking:
        console.print(Text(_plain(say("{team} ({id})", team=row.name, id=row.id))))
        for signal in row.signals:
            advice = say("{advice} Lees: {page}", advice=signal.advice, page=signal.page)
            console.print(Padding(Text(_plain(f"! {signal.message}")), (0, 0, 0, 2)))
            console.print(Padding(Text(_plain(advice)), (0, 0, 0, 4)))
        console.print()
    for row in view.rows:
        if row.withheld:
            told = say("{team} staat niet in het handboek: {reason}.", team=row.name, reason=row.withheld)
            console.print(Text(_plain(told)))
    console.print(Text(f"{view.summary} {say('Gerekend op {day}.', day=dutch_date(today))}"))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def status_json(view: StatusView, today: date) -> str:
    """Return the teams as JSON, with Dutch keys; what is not known is ``null``."""
    return as_json({"gerekend_op": today.isoformat(), "teams": [_as_data(row) for row in view.rows]}).decode()


def as_csv(view: StatusView) -> str:
    """Return the teams as CSV (RFC 4180), a line each; no cell can be taken for a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([name for name, _ in _COLUMNS])
    for row in view.rows:
        writer.writerow([_harmless(value(row)) for _, value in _COLUMNS])
    return written.getvalue()


def _table(view: StatusView) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for title in (say("Team"), say("Waar"), say("Volgende stap"), say("Wanneer"), say("Contact"), say("Aandacht")):
        table.add_column(title, overflow="fold")
    for row in view.rows:
        table.add_row(*(Text(_plain(cell)) for cell in _cells(row)))
    return table


def _cells(row: StatusRow) -> list[str]:
    made_up = say(" (verzonnen)") if row.origin == "voorbeeld" else ""
    when = dutch_date(row.next.when, short=True) if row.next.when else row.next.when_word
    days = f", {row.days}" if row.days else ""
    contact = dutch_date(row.last_contact, short=True) if row.last_contact else "–"
    return [f"{row.name}{made_up}", row.standing.sentence, row.next.what, when + days, contact, _asking(row)]


def _asking(row: StatusRow) -> str:
    return str(len(row.signals)) if row.signals else "–"


def _as_data(row: StatusRow) -> dict[str, object]:
    current = row.standing.current
    return {
        "team": row.id,
        "naam": row.name,
        "soort": row.kind,
        "herkomst": row.origin,
        "ronde": row.standing.round,
        "stap": current.id if current else None,
        "stand": row.standing.sentence,
        "volgende_stap": {
            "wat": row.next.what,
            "stap": row.next.mark.id if row.next.mark else None,
            "wanneer": str(row.next.when) if row.next.when else None,
            "dagen": row.days or None,
            "wie": row.next.who,
            "afgesproken": row.next.agreed,
        },
        "laatste_contact": str(row.last_contact) if row.last_contact else None,
        "aandacht": [_signal(signal) for signal in row.signals],
        "niet_in_het_handboek": row.withheld or None,
    }


def _signal(signal: Signal) -> dict[str, str]:
    return {
        "soort": signal.kind.value,
        "melding": signal.message,
        "advies": signal.advice,
        "bladzijde": signal.page,
    }


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(text: str) -> str:
    """Return a text without signs that a terminal would obey."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
