"""What the YAML parser stumbles over, said in plain Dutch."""

from __future__ import annotations

import re

import yaml

from ..model.language import say

MAX_DEPTH = 32
"""How deep lists and groups may stand in each other."""

TIGHT = re.compile(r"([A-Za-z_][\w-]*):(?!//)(\S.*)", re.DOTALL)
"""A key and a value without a space between them: ``datum:2026-03-12``."""

_EXPLANATIONS = {
    "scanning an alias": ("deze tekst begint met *", "Zet er aanhalingstekens om."),
    "scanning an anchor": ("deze tekst begint met &", "Zet er aanhalingstekens om."),
    "escape": (
        "achter een schuine streep naar achteren staat iets dat hier niets betekent",
        "Zet de tekst tussen enkele aanhalingstekens, of haal de streep weg.",
    ),
    "mapping values are not allowed": (
        "hier staat een dubbele punt die niet als sleutel gelezen kan worden",
        "Staat de dubbele punt in een tekst, zet die dan tussen aanhalingstekens. Kijk anders of het inspringen klopt, "
        "en of er op de regel erboven een spatie achter de dubbele punt staat.",
    ),
    "quoted scalar": (
        "een aanhalingsteken wordt niet gesloten",
        "Zet aan het eind van de tekst hetzelfde aanhalingsteken als aan het begin.",
    ),
    "flow": (
        "een haakje of accolade wordt niet gesloten, of er ontbreekt een komma",
        "Kijk of elke [ en {{ ook een ] en }} heeft.",
    ),
    "could not find expected ':'": (
        "hier ontbreekt een dubbele punt achter de sleutel",
        "Schrijf bijvoorbeeld ‘naam: Wijkteam West’.",
    ),
    "cannot start any token": (
        "een tekst kan niet met dit teken beginnen",
        "Zet de tekst tussen aanhalingstekens.",
    ),
    "block": (
        "het inspringen klopt hier niet",
        "Zet regels die bij elkaar horen even ver naar rechts.",
    ),
}
"""What the parser says, and what that means to a person. The first match counts."""

_COLON = ("mapping values are not allowed", "could not find expected ':'")
"""Often a space behind a colon is what is missing, on this line or the one above."""

_OPENED = ("quoted scalar", "flow", "could not find expected ':'")
"""Here the line that counts is the one where something began, not where the parser gave up."""


def explain(error: Exception, text: str) -> tuple[int, str, str]:
    """Return the row, counted from 0, with a message and a hint for what the parser could not read."""
    rows = text.split("\n")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    row = _row(mark, rows)
    complaint = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}".replace("hexdecimal", "escape")
    if not mark:  # the pure parser stumbles over "\\UFFFFFFFF" without saying where
        row = next((index for index, line in enumerate(rows) if "\\U" in line), 0)
        complaint = "escape"
    tabs = [i for i in range(max(0, row - 1), row + 1) if "\t" in rows[i][: len(rows[i]) - len(rows[i].lstrip())]]
    if tabs or "'\\t'" in complaint:
        found = tabs[0] if tabs else row
        return (
            found,
            say("hier staat een tab; inspringen kan alleen met spaties"),
            say("Vervang elke tab door twee spaties."),
        )
    if "nesting depth" in complaint:  # libyaml from 0.2.6 on reads ahead, and counts for itself
        return row, *too_deep()
    for sign, (message, hint) in _EXPLANATIONS.items():
        if sign in complaint:
            opened = getattr(error, "context_mark", None) if sign in _OPENED else None
            found = _row(opened, rows) if opened else row
            if (tight := _tight(rows, found)) and sign in _COLON:
                return tight
            return found, say(message), say(hint)
    return (
        row,
        say("hier klopt de opbouw van het bestand niet"),
        say("Kijk of het inspringen klopt, en of er achter elke sleutel een dubbele punt en een spatie staat."),
    )


def too_deep() -> tuple[str, str]:
    """Return the message and the hint for lists or groups that stand too deep in each other."""
    return (
        say("hier staan meer dan {depth} lijsten of groepen in elkaar", depth=MAX_DEPTH),
        say("Waarschijnlijk is een haakje te veel getypt. Maak de opbouw eenvoudiger."),
    )


def no_space(key: str, value: str) -> tuple[str, str]:
    """Return the message and the hint for a colon with no space behind it."""
    return say("achter ‘{key}:’ ontbreekt een spatie", key=key), say(
        "Schrijf ‘{whole}’.", whole=f"{key}: {value.split(chr(10))[0]}"
    )


def _tight(rows: list[str], row: int) -> tuple[int, str, str] | None:
    for index in (row, row - 1):
        line = rows[index].strip().removeprefix("- ").strip() if index >= 0 else ""
        if found := TIGHT.fullmatch(line):
            return index, *no_space(found[1], found[2])
    return None


def _row(mark: yaml.Mark | None, rows: list[str]) -> int:
    return min(mark.line, len(rows) - 1) if mark else 0
