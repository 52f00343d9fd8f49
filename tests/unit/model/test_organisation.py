from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from reflection_handbook.model.organisation import FEWEST, LEAST_RESPONSE, Thresholds
from reflection_handbook.publishing.small_numbers import Floors

SCHEMA = Draft202012Validator(Thresholds.model_json_schema(by_alias=True))


def test_the_floors_are_those_of_the_rules_where_nobody_says_otherwise() -> None:
    thresholds = Thresholds()
    assert (thresholds.fewest_answers, thresholds.least_response) == (5, 0.6) == (FEWEST, LEAST_RESPONSE)
    assert Floors() == Floors(thresholds.fewest_answers, thresholds.least_response)


RAISED = [("minste_antwoorden", 5), ("minste_antwoorden", 40), ("minste_respons", 0.6), ("minste_respons", 1)]
LOWERED = [("minste_antwoorden", 4), ("minste_antwoorden", 0), ("minste_respons", 0.59), ("minste_respons", 0)]


@pytest.mark.parametrize(("key", "value"), RAISED)
def test_an_organisation_may_raise_them(key: str, value: float) -> None:
    read = Thresholds.model_validate({key: value})
    assert read.model_dump()[key] == value
    Floors(read.fewest_answers, read.least_response)
    assert SCHEMA.is_valid({key: value})


@pytest.mark.parametrize(("key", "value"), [*LOWERED, ("minste_respons", 1.01), ("minste_antwoorden", 7.5)])
def test_an_organisation_may_not_lower_them_or_ask_for_more_than_everybody(key: str, value: Any) -> None:
    for written in (value, str(value)):
        with pytest.raises(ValidationError):
            Thresholds.model_validate({key: written})
    assert not SCHEMA.is_valid({key: value})
