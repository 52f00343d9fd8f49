from __future__ import annotations

from reflection_handbook.model.dates import PartialDate
from reflection_handbook.viewing.improvements import improvement_views
from support import published


def test_each_is_numbered_by_its_place_in_the_portfolio_and_is_as_precise_as_it_was_known() -> None:
    team = published(
        doelen=[{"id": "sterk", "naam": "Sterk"}],
        verbeterpunten=[
            {"wat": "Kort overleg", "uit": "sterk", "sinds": "2026-05", "status": "ingevoerd"},
            {"wat": "Later"},
        ],
    )
    first, second = improvement_views(team)
    assert (first.anchor, first.status, first.since, first.from_goal) == (
        "verbeterpunt-1",
        "ingevoerd",
        PartialDate(2026, 5),
        "sterk",
    )
    assert (second.anchor, second.since, second.from_goal) == ("verbeterpunt-2", None, None)
