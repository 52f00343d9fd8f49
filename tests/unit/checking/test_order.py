from __future__ import annotations

import pytest

from reflection_handbook.checking.order import after
from reflection_handbook.model.dates import PartialDate


@pytest.mark.parametrize(("earlier", "later", "certain"), [
    ("2026-03-02", "2026-03-01", True),
    ("2026-03-01", "2026-03-01", False),
    ("2026-03-01", "2026-03-02", False),
    ("2026-04", "2026-03-31", True),
    ("2026-03", "2026-03-01", False),
    ("2026-03-31", "2026-03", False),
    ("2027", "2026-12", True),
    ("2026", "2026-01-01", False),
    (None, "2026-01-01", False),
    ("2026-01-01", None, False),
    (None, None, False),
])  # fmt: skip
def test_only_what_is_certainly_after_is_after(earlier: str | None, later: str | None, certain: bool) -> None:
    one, two = (PartialDate.read(text) if text else None for text in (earlier, later))
    assert after(one, two) is certain
