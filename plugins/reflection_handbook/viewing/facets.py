"""Narrowing a list by facets: the rule, as the browser follows it too (``assets/bank-rules.js``).

Within a facet one of the chosen options is enough, between facets all of them count. An option's count is what there
would be with it as the only choice of its facet, the other facets as they are: at nought there is nothing to choose.
The cases of both stand in ``tests/shared/facets.json``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose, with how many items have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetView:
    """One thing to choose by."""

    name: str
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is left, and what choosing further would give."""

    shown: tuple[int, ...]
    """The places of the items that fit."""
    counts: dict[str, dict[str, int]]
    """Per facet and option, of all there are in the list."""


def narrow(items: Sequence[Mapping[str, str]], chosen: Mapping[str, Collection[str]]) -> Narrowed:
    """Narrow a list.

    Args:
        items: of each item the value it has for each facet; it need not have one.
        chosen: per facet the options that were chosen; none is as good as all.
    """
    shown = []
    counts: dict[str, dict[str, int]] = {}
    for place, item in enumerate(items):
        misses = [name for name, values in chosen.items() if values and item.get(name) not in values]
        if not misses:
            shown.append(place)
        for name, value in item.items():
            options = counts.setdefault(name, {})
            options[value] = options.get(value, 0) + (not misses or misses == [name])
    return Narrowed(tuple(shown), counts)
