"""Every text in a part of the model, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from .places import Loc


def leaves(model: BaseModel) -> Iterator[tuple[str, Loc]]:
    """Yield every text in a part of the model, from the first field to the last, with its place in the file."""
    waiting: list[tuple[object, Loc]] = [(model.model_dump(by_alias=True), ())]
    while waiting:
        value, loc = waiting.pop()
        if isinstance(value, str):
            yield value, loc
        elif isinstance(value, dict):
            waiting += ((item, (*loc, str(key))) for key, item in reversed(value.items()))
        elif isinstance(value, list | tuple):
            waiting += ((value[place], (*loc, place)) for place in reversed(range(len(value))))
