"""Dates and figures as Dutch people write them, as precisely as they are known."""

from __future__ import annotations

from datetime import date
from functools import cache

from babel.dates import format_date
from babel.numbers import format_decimal

from ..model.dates import PartialDate
from ..model.language import LANGUAGE

_FORMS = {3: "d MMMM y", 2: "MMMM y", 1: "y"}
_SHORT = {3: "d MMM y", 2: "MMM y", 1: "y"}


@cache  # a site names the same few days over and over
def dutch_date(value: PartialDate | date, short: bool = False) -> str:
    """Return ``18 juni 2015``, ``juni 2015`` or ``2015``."""
    if not isinstance(value, PartialDate):
        value = PartialDate.of(value)
    known = sum(part is not None for part in (value.year, value.month, value.day))
    return format_date(value.first, (_SHORT if short else _FORMS)[known], locale=LANGUAGE)


def dutch_figure(value: float | str) -> str:
    """Return ``6,5`` or ``6``; a figure that is a text already stays as it is."""
    return value if isinstance(value, str) else format_decimal(value, locale=LANGUAGE)


def dutch_month(value: date) -> str:
    """Return ``jun``: the short name of a day's month."""
    return format_date(value, "LLL", locale=LANGUAGE)
