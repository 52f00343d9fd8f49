"""How far away a date is, in words. ``rendering/assets/days.js`` says the same on the day that a page is read."""

from __future__ import annotations

from datetime import date

from ..model.dates import PartialDate
from ..model.language import say

DAYS_AS_DAYS = 56
"""Up to eight weeks people count in days, and beyond that in weeks."""
DAYS_AS_WEEKS = 364
MONTHS_AS_MONTHS = 12


def days_word(when: PartialDate | None, today: date) -> str:
    """Return how far away a date is: ``morgen``, ``over 16 dagen``, ``3 maanden geleden``.

    It counts in what is known of the date: days for a day, months for a month and years for a year, so that a month
    never looks like a day.

    Args:
        when: the date; without one there are no words.
        today: the day to reckon from.
    """
    if when is None:
        return ""
    if when.exact:
        return _in_days((when.exact - today).days)
    if when.month:
        return _in_months(12 * (when.year - today.year) + when.month - today.month)
    return _in_years(when.year - today.year)


def _in_days(days: int) -> str:
    near = {0: "vandaag", 1: "morgen", -1: "gisteren"}
    if days in near:
        return say(near[days])
    if abs(days) <= DAYS_AS_DAYS:
        return _ahead_or_ago(days, "over {count} dagen", "{count} dagen geleden")
    if abs(days) <= DAYS_AS_WEEKS:
        weeks = abs(days) // 7
        return _ahead_or_ago(weeks if days > 0 else -weeks, "over {count} weken", "{count} weken geleden")
    return _far(days)


def _in_months(months: int) -> str:
    near = {0: "deze maand", 1: "volgende maand", -1: "vorige maand"}
    if months in near:
        return say(near[months])
    if abs(months) <= MONTHS_AS_MONTHS:
        return _ahead_or_ago(months, "over {count} maanden", "{count} maanden geleden")
    return _far(months)


def _in_years(years: int) -> str:
    near = {0: "dit jaar", 1: "volgend jaar", -1: "vorig jaar"}
    if years in near:
        return say(near[years])
    return _ahead_or_ago(years, "over {count} jaar", "{count} jaar geleden")


def _far(distance: int) -> str:
    return say("over meer dan een jaar") if distance > 0 else say("meer dan een jaar geleden")


def _ahead_or_ago(distance: int, ahead: str, ago: str) -> str:
    return say(ahead if distance > 0 else ago, count=abs(distance))
