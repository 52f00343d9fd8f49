"""The handbook as data, and the shape of that data."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from ..model.dates import PartialDate
from ..model.published import Edition, HandbookData

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def handbook_json(edition: Edition, today: date) -> bytes:
    """Return ``data/handbook.json``: what this audience may see, with the portfolio's own keys."""
    data = HandbookData(
        built=PartialDate.of(today),
        audience=edition.audience,
        teams=edition.teams,
        best_practices=edition.practices,
        transformation_goals=edition.organisation.transformation_goals,
    )
    return data.model_dump_json(indent=2, exclude_none=True).encode() + b"\n"


def handbook_schema() -> bytes:
    """Return ``data/handbook.schema.json``: the JSON Schema of ``handbook.json``."""
    schema = HandbookData.model_json_schema(by_alias=True, mode="serialization")
    return as_json({"$schema": DIALECT, **schema})


def as_json(value: Any) -> bytes:
    """Return a value as readable JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"
