"""What every part of the model has in common: frozen, closed, Dutch outside and English inside.

A file gives every scalar as text, so that a type follows its field: ``titel: nee`` is the title "nee" and
``extern: nee`` is false. The types here do that reading; each refuses what it cannot mean.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from .dates import PartialDate
from .words import yaml_key

__all__ = [
    "Date",
    "Decimal",
    "Id",
    "Model",
    "PartialDate",
    "Prose",
    "Role",
    "Score",
    "Scores",
    "Text",
    "Whole",
    "YesNo",
    "is_id",
]

YES = frozenset({"ja", "yes", "true", "waar"})
NO = frozenset({"nee", "no", "false", "onwaar"})
MAX_PROSE = 10_000
"""The longest text in Markdown, in signs: some four pages."""

ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
MAX_ID = 60
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DECIMAL = re.compile(r"[+-]?[0-9]{1,9}(\.[0-9]{1,6})?")


class Model(BaseModel):
    """A frozen part of the model. Its texts under the fields are Dutch: the JSON Schema and the forms show them."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=yaml_key,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )


def fault(kind: str, message: str, **values: object) -> PydanticCustomError:
    """Return the error that a reading function raises; ``loading.complaints`` turns it into a sentence."""
    return PydanticCustomError(kind, message, values)


def yes_or_no(value: object) -> bool:
    """Read ``ja``, ``nee``, ``true``, ``false``, ``yes`` and ``no``, in quotes or not, in any case.

    Raises:
        PydanticCustomError: for anything else.
    """
    if isinstance(value, bool):
        return value
    word = value.strip().casefold() if isinstance(value, str) else ""
    if word in YES or word in NO:
        return word in YES
    raise fault("yes_no", "not yes or no", text=value)


def whole(value: object) -> int:
    """Read a whole number; ``true``, ``7,5``, ``12:30`` and ``.nan`` are none.

    Raises:
        PydanticCustomError: for anything else.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        return int(value)
    raise fault("whole", "not a whole number", text=value)


def decimal(value: object) -> float:
    """Read a number with a point; a comma, a time, infinity and not-a-number are refused.

    Raises:
        PydanticCustomError: for anything else.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9:
        return float(value)
    if isinstance(value, str) and _DECIMAL.fullmatch(value.strip()):
        return float(value)
    raise fault("decimal", "not a number", text=value)


def _score(value: int) -> int:
    if not 1 <= value <= 10:
        raise fault("score", "not from 1 to 10", text=str(value))
    return value


def _text(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise fault("empty", "no text")
    return value.strip() if isinstance(value, str) else value


def is_id(text: str) -> bool:
    """Return whether a text can be an id, and so a part of an address or the name of a folder."""
    return len(text) <= MAX_ID and re.fullmatch(ID, text) is not None


def _id(value: str) -> str:
    if not is_id(value):
        raise fault("id", "not an id", text=value)
    return value


def _natural(value: int) -> int:
    if value < 0:
        raise fault("negative", "below zero", text=str(value))
    return value


def _in_order(value: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(value))


def without_comments(text: str) -> str:
    """Return Markdown without its comments: they are the writer's own, and no page shows them."""
    return _COMMENT.sub("", text).strip()


def _lines(text: str) -> str:
    if len(text.splitlines()) > 1:
        raise fault("one_line", "more than one line")
    return text


Text = Annotated[str, BeforeValidator(_text), AfterValidator(_lines), Field(min_length=1, max_length=2000)]
"""One line of plain text; Markdown in it is shown as it stands."""

Prose = Annotated[
    str,
    BeforeValidator(_text),
    Field(min_length=1, max_length=MAX_PROSE),
    PlainSerializer(without_comments, when_used="json"),
]
"""Text in Markdown, one or more paragraphs; as data it goes out without comments."""

Role = Annotated[str, BeforeValidator(_text), AfterValidator(_lines), Field(min_length=1, max_length=80)]
"""Somebody's part in it, never a name."""

Id = Annotated[
    str,
    BeforeValidator(_text),
    AfterValidator(_id),
    Field(json_schema_extra={"pattern": ID, "maxLength": MAX_ID}),
]
"""A stable name for machines and addresses: lower-case letters, digits and hyphens."""

YesNo = Annotated[
    bool,
    BeforeValidator(yes_or_no),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["ja", "nee", "yes", "no", "true", "false"]}]}),
]

Whole = Annotated[int, BeforeValidator(whole), AfterValidator(_natural), Field(json_schema_extra={"minimum": 0})]
"""A whole number from 0."""

Decimal = Annotated[float, BeforeValidator(decimal)]

Score = Annotated[
    int, BeforeValidator(whole), AfterValidator(_score), Field(json_schema_extra={"minimum": 1, "maximum": 10})
]
"""A figure on a ten-point scale: food for talk, never a grade."""

Scores = Annotated[tuple[Score, ...], AfterValidator(_in_order)]
"""Scores, sorted when read, so that their order tells nothing about who gave which."""

Date = PartialDate
