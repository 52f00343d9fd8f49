"""A YAML file as a tree of texts, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..model.places import Loc


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as the text that was written."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: list[Node]
    line: int
    cut: set[int] = field(default_factory=set, compare=False)
    """Places, as they were when found, of items that were left out because something in them is wrong."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values; each key keeps its own line."""

    entries: dict[str, tuple[int, Node]]
    line: int
    cut: set[str] = field(default_factory=set, compare=False)
    """Keys that were left out because something in them is wrong."""


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:
    """Return a tree as plain texts, lists and dictionaries."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, (_, value) in node.entries.items()}


def lines(node: Node, loc: Loc = ()) -> Iterator[tuple[Loc, int]]:
    """Yield the way to each value of a tree with its line: a key's own line, or an item's first."""
    if not loc:
        yield (), node.line
    match node:
        case Sequence():
            for index, item in enumerate(node.items):
                yield (*loc, index), item.line
                yield from lines(item, (*loc, index))
        case Mapping():
            for key, (line, value) in node.entries.items():
                yield (*loc, key), line
                yield from lines(value, (*loc, key))


def cuts(node: Node, loc: Loc = ()) -> Iterator[Loc]:
    """Yield the way to each key that was left out, and to each list that misses an item for a fault in it."""
    match node:
        case Sequence():
            if node.cut:
                yield loc
            for index, item in enumerate(node.items):
                yield from cuts(item, (*loc, index))
        case Mapping():
            yield from ((*loc, key) for key in node.cut)
            for key, (_, value) in node.entries.items():
                yield from cuts(value, (*loc, key))
