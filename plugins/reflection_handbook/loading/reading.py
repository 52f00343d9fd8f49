"""A tree of texts into a model object: everything wrong is named at once, and the rest is kept for the rules."""

from __future__ import annotations

from collections.abc import Mapping as Defaults
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.language import say
from ..model.places import Loc, Problem, Source
from .complaints import complaint
from .nodes import Mapping, Node, Scalar, Sequence, cuts, lines, plain

MAX_TOLD = 200
"""How many faults of one file are told one by one."""

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
        tree: what the file holds; what is wrong is taken out of it.
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
                told = [e for e in errors if not _left_out(tree, e)]
                problems = tuple(
                    source.error(_standing(e), *complaint(e, _at(raw, e["loc"]), model)) for e in told[:MAX_TOLD]
                )
                if len(told) > MAX_TOLD:
                    rest = len(told) - MAX_TOLD
                    problems += (source.error((), say("er zijn nog {count} fouten in dit bestand", count=rest)),)
            missing = {str(e["loc"][0]) for e in errors if e["type"] == "missing" and len(e["loc"]) == 1}
            # From back to front, and what stands in a group before the group, so that no place shifts before its turn.
            for loc in sorted({_standing(e) for e in errors} - {()}, key=_back_to_front, reverse=True):
                unreadable |= _take_out(tree, loc)
            for key in missing:
                tree.entries[key] = (tree.line, Scalar((defaults or {}).get(key, ""), tree.line))
        else:
            kept = Source(file, dict(lines(tree)), frozenset(unreadable), frozenset(cuts(tree)))
            return Read(value, kept, problems)
    return Read(None, source, problems)


def _left_out(tree: Mapping, error: ErrorDetails) -> bool:
    """Return whether a key is missing because nothing could be read behind it: that has been told."""
    node: Node = tree
    for part in error["loc"][:-1]:
        node = _child(node, part)
    return error["type"] == "missing" and isinstance(node, Mapping) and error["loc"][-1] in node.cut


def _standing(error: ErrorDetails) -> Loc:
    """Return the place of what is wrong; where a key is missing, that of the group it is missing from."""
    return error["loc"][:-1] if error["type"] == "missing" else error["loc"]


def _back_to_front(loc: Loc) -> list[tuple[int, int, str]]:
    return [(0, part, "") if isinstance(part, int) else (1, 0, part) for part in loc]


def _at(raw: Any, loc: Loc) -> Any:
    for part in loc:
        try:
            raw = raw[part]
        except (KeyError, IndexError, TypeError):
            return None
    return raw


def _take_out(tree: Mapping, loc: Loc) -> set[str]:
    """Take the value at a place out of the tree, and return the ids that go with it."""
    node: Node = tree
    for part in loc[:-1]:
        node = _child(node, part)
    last = loc[-1]
    gone = _child(node, last)
    if isinstance(node, Mapping):
        del node.entries[str(last)]
        node.cut.add(str(last))
    elif isinstance(node, Sequence):
        del node.items[int(last)]
        node.cut.add(int(last))
    return _ids(gone) | ({gone.text} if last == "id" and isinstance(gone, Scalar) else set())


def _child(node: Node, part: str | int) -> Node:
    if isinstance(node, Mapping):
        return node.entries[str(part)][1]
    assert isinstance(node, Sequence)  # a place that pydantic names is one that the tree has
    return node.items[int(part)]


def _ids(node: Node) -> set[str]:
    match node:
        case Mapping():
            own = node.entries.get("id")
            below = set().union(*(_ids(value) for _, value in node.entries.values())) if node.entries else set()
            return below | ({own[1].text} if own and isinstance(own[1], Scalar) else set())
        case Sequence():
            return set().union(*map(_ids, node.items)) if node.items else set()
    return set()
