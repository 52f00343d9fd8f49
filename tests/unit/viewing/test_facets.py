from __future__ import annotations

import json
from typing import Any

import pytest

from reflection_handbook.viewing.facets import narrow
from support import ROOT

SHARED = json.loads((ROOT / "tests" / "shared" / "facets.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", SHARED, ids=[case["shows"] for case in SHARED])
def test_a_list_is_narrowed_by_the_rule(case: dict[str, Any]) -> None:
    found = narrow(case["items"], case["chosen"])
    assert list(found.shown) == case["shown"]
    assert found.counts == case["counts"]
