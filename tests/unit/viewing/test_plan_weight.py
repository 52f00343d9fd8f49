"""A plan against the six elements: the cases that the browser runs too."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reflection_handbook.viewing.plan_weight import Weighed, remarks
from support import ROOT

CASES = json.loads((ROOT / "tests" / "shared" / "plan.json").read_text(encoding="utf-8"))["remarks"]


@pytest.mark.parametrize("case", CASES, ids=[case["shows"] for case in CASES])
def test_a_plan_is_held_against_what_works(case: dict[str, Any]) -> None:
    parts = tuple(Weighed(**part) for part in case["parts"])
    assert list(remarks(parts, case["minutes"], case["leader"], case["unchanged"])) == case["remarks"]
