"""A tree of texts into a model object: everything wrong is named at once, and the rest is kept for the rules."""

from __future__ import annotations

from collections.abc import Mapping as Defaults
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ..model.places import Loc, Problem, Source
from .complaints import complaint
from .yaml_tree import Mapping, Node, Scalar, Sequence, lines, plain

M = TypeVar("M", bound=BaseModel)
_ROUNDS = 12  # of taking away what is wrong; each removes at least one part, and a part is at most 32 deep


@dataclass(frozen=True, slots=True)
class Read(Generic[M]):
    """What came of reading one file."""

    value: M | None
    """The object, without the parts that are wrong; nothing where too little is left."""
    source: Source
    problems: tuple[Problem, ...]


def read_model(model: type[M], tree: Mapping, file: str, defaults: Defaults[str, str] | None = None) -> Read[M]:
    """Turn a tree into a model object.

    Where parts are wrong, each is reported, and the object is made without them, so that the rules can still look at
    what is left: a person sees all problems at once. A handbook with errors is never built, so nobody sees that object.

    Args:
        model: what the file describes.
        tree: what the file holds.
        file: its path, for messages.
        defaults: what stands in for required keys of the outermost group, once their absence has been reported.
    """
    problems: tuple[Problem, ...] = ()
    unreadable: set[str] = set()
    source = Source(file, dict(lines(tree)))
    for attempt in range(_ROUNDS):
        raw = plain(tree)
        try:
            value = model.model_validate(raw, by_name=False, by_alias=True)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
            if attempt == 0:
                problems = tuple(
                    source.error(
                        e["loc"] if e["type"] != "missing" else e["loc"][:-1], *complaint(e, _at(raw, e["loc"]), model)
                    )
                    for e in errors
                )
            for loc in sorted({e["loc"] for e in errors}, key=_back_to_front, reverse=True):
                tree = _without(tree, loc, unreadable, defaults or {})
        else:
            kept = Source(file, dict(lines(tree)), frozenset(unreadable))
            return Read(value, kept, problems)
    return Read(None, source, problems)


def _back_to_front(loc: Loc) -> list[tuple[int, int, str]]:
    return [(0, part, "") if isinstance(part, int) else (1, 0, part) for part in loc]


def _at(raw: Any, loc: Loc) -> Any:
    for part in loc:
        try:
            raw = raw[part]
        except (KeyError, IndexError, TypeError):
            return None
    return raw


def _without(tree: Mapping, loc: Loc, unreadable: set[str], defaults: Defaults[str, str]) -> Mapping:
    """Return the tree without the value at a place; where that is a missing key, without the group it misses from."""
    node, found = tree, True
    for part in loc:
        node, found = _child(node, part)  # type: ignore[assignment]
        if not found:
            break
    if found:
        unreadable.update(_ids(node), [node.text] if loc and loc[-1] == "id" and isinstance(node, Scalar) else [])
        return _cut(tree, loc)  # type: ignore[return-value]
    if len(loc) == 1:
        standin = Scalar(defaults.get(str(loc[0]), ""), tree.line)
        return Mapping({**tree.entries, str(loc[0]): (tree.line, standin)}, tree.line)
    return _without(tree, loc[:-1], unreadable, defaults)


def _child(node: Node, part: str | int) -> tuple[Node, bool]:
    if isinstance(node, Mapping) and part in node.entries:
        return node.entries[str(part)][1], True
    if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
        return node.items[part], True
    return node, False


def _cut(node: Node, loc: Loc) -> Node:
    head, rest = loc[0], loc[1:]
    if isinstance(node, Mapping):
        entries = dict(node.entries)
        line, child = entries.pop(str(head))
        if rest:
            entries[str(head)] = (line, _cut(child, rest))
        return Mapping({key: entries[key] for key in node.entries if key in entries}, node.line)
    assert isinstance(node, Sequence)
    items = list(node.items)
    child = items.pop(int(head))
    if rest:
        items.insert(int(head), _cut(child, rest))
    return Sequence(items, node.line)


def _ids(node: Node) -> set[str]:
    match node:
        case Mapping():
            own = node.entries.get("id")
            below = set().union(*(_ids(value) for _, value in node.entries.values())) if node.entries else set()
            return below | ({own[1].text} if own and isinstance(own[1], Scalar) else set())
        case Sequence():
            return set().union(*map(_ids, node.items)) if node.items else set()
    return set()
