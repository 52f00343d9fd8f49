"""Every text in a part of the model, or in plain data, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from .places import Loc


def leaves(model: BaseModel) -> Iterator[tuple[str, Loc]]:
    """Yield every text in a part of the model, from the first field to the last, with its place in the file."""
    return leaves_of(model.model_dump(by_alias=True))


def leaves_of(data: object) -> Iterator[tuple[str, Loc]]:
    """Yield every text in plain data, such as JSON holds, in its order and with the way to it."""
    waiting: list[tuple[object, Loc]] = [(data, ())]
    while waiting:
        value, loc = waiting.pop()
        if isinstance(value, str):
            yield value, loc
        elif isinstance(value, dict):
            waiting += ((item, (*loc, str(key))) for key, item in reversed(value.items()))
        elif isinstance(value, list | tuple):
            waiting += ((value[place], (*loc, place)) for place in reversed(range(len(value))))
