from __future__ import annotations

import json
from typing import Any

import pytest

from reflection_handbook.model.effort import Assumption, EffortFile
from reflection_handbook.viewing.effort import effort_view, hours
from support import ROOT

SHARED = json.loads((ROOT / "tests" / "shared" / "effort.json").read_text(encoding="utf-8"))


def _line(id: str = "brief", **keys: Any) -> Assumption:
    filled = {"id": id, "wat": "De brief", "wie": "gespreksleider", "per": "team", "uren": "1.5", "herkomst": "eigen"}
    return Assumption.model_validate({**filled, **keys})


@pytest.mark.parametrize("case", SHARED, ids=[case["shows"] for case in SHARED])
def test_hours_are_reckoned_by_the_rule_that_the_browser_follows_too(case: dict[str, Any]) -> None:
    lines = tuple(
        _line(f"a{i}", wie=line["who"], per=line["per"], keer=line["times"], uren=line["hours"])
        for i, line in enumerate(case["lines"])
    )
    assert hours(lines, case["members"], case["teams"]) == case["hours"]


def test_the_view_has_the_lines_in_the_order_of_the_steps_and_each_role_once() -> None:
    effort = EffortFile.model_validate(
        {
            "voorbeeld": {"teamgrootte": "8", "teams": "5"},
            "aannames": [
                _line("later", stap="herhaling").model_dump(by_alias=True),
                _line("eerder", stap="interviews", per="professional", wie="professional").model_dump(by_alias=True),
                _line("altijd", wie="professional").model_dump(by_alias=True),
            ],
        }
    )
    view = effort_view(effort)
    assert [(line.id, line.mark and line.mark.number) for line in view.assumptions] == [
        ("altijd", None),
        ("eerder", 2),
        ("later", 7),
    ]
    assert [(total.who, total.one_team, total.all_teams) for total in view.totals] == [
        ("gespreksleider", 1.5, 7.5),
        ("professional", 13.5, 67.5),
    ]
    assert (view.team_size, view.teams) == (8, 5)


def test_a_line_says_whether_the_report_gives_it() -> None:
    effort = {"voorbeeld": {"teamgrootte": "8", "teams": "5"}}
    lines = (_line(herkomst="rapport", paragraaf="2.3.2"), _line("b"))
    first, second = effort_view(EffortFile.model_validate({**effort, "aannames": lines})).assumptions
    assert (first.reported, first.source) == (True, "rapport, paragraaf 2.3.2")
    assert (second.reported, second.source) == (False, "ons advies")
