"""Dates as precisely as they are known: a day, a month or a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day (``2015-06-18``), a month (``2015-06``) or a year (``2015``).

    Two partial dates may overlap, so they have no order of their own: compare ``first`` and ``last``.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, text: str) -> PartialDate:
        """Return the date that a text in ISO 8601 gives.

        Raises:
            ValueError: when it is no date, or one outside the years 1900 to 2199.
        """
        form = _FORM.fullmatch(text.strip())
        if not form or not 1900 <= int(form[1]) <= 2199:
            raise ValueError(text)
        found = cls(int(form[1]), *(int(part) if part else None for part in form.groups()[1:]))
        date(found.year, 1 if found.month is None else found.month, 1 if found.day is None else found.day)
        return found

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return an exact day as a partial date."""
        return cls(day.year, day.month, day.day)

    @property
    def exact(self) -> date | None:
        """The day, or nothing where only the month or the year is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def first(self) -> date:
        """The first day it may have been."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may have been."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Return it in ISO 8601, as far as it is known."""
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part is not None)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read and write it as text."""
        return core_schema.no_info_plain_validator_function(
            _validated, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it: text, or a bare year, which YAML reads as a number."""
        return {
            "anyOf": [
                {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
                {"type": "integer", "minimum": 1900, "maximum": 2199},
            ]
        }


def _validated(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate.of(value)
    try:
        return PartialDate.read(str(value))
    except ValueError:
        raise PydanticCustomError("date", "not a date", {"text": value}) from None
