from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.viewing.timeline import Timeline, timeline
from support import TODAY, published

ENGAGEMENT = {"status": "afgerond", "van": "2026-01-15", "tot": "2026-01-29"}
INTERVIEWS = {"status": "afgerond", "van": "2026-02"}


def _line(steps: dict[str, Any], **keys: Any) -> Timeline | None:
    rounds = keys.pop("rondes", [{"ronde": 1, "gestart": "2026-01-15", "stappen": steps}])
    return timeline(published(rondes=rounds, **keys), TODAY)


def test_a_team_without_a_round_or_with_hardly_a_date_has_no_line() -> None:
    assert timeline(published(), TODAY) is None
    assert _line({"engagement": ENGAGEMENT}) is None
    assert _line({"engagement": {"status": "afgerond"}, "interviews": {"status": "bezig"}}) is None


def test_steps_stand_in_order_with_their_dates_as_far_as_they_are_known() -> None:
    found = _line({"interviews": INTERVIEWS, "engagement": ENGAGEMENT, "teruglegging": {"status": "niet-gestart"}})
    assert found
    assert [(row.state.mark.number, str(row.start), str(row.end), row.open) for row in found.rows] == [
        (1, "2026-01-15", "2026-01-29", False),
        (2, "2026-02", "2026-02", False),
    ]
    assert (str(found.first), str(found.last)) == ("2026-01-15", "2026-02-28")


def test_a_step_that_goes_on_reaches_until_today() -> None:
    found = _line({"engagement": ENGAGEMENT, "interviews": {"status": "bezig", "van": "2026-02-02"}})
    assert found
    assert (str(found.rows[1].end), found.rows[1].open, found.today) == (TODAY.isoformat(), True, TODAY)


def test_the_pilot_stands_still_and_knows_no_today() -> None:
    keys = {"herkomst": "pilot"}
    found = _line({"engagement": ENGAGEMENT, "interviews": {"status": "bezig", "van": "2026-02-02"}}, **keys)
    assert found
    assert (str(found.rows[1].end), found.today) == ("2026-02-02", None)


def test_today_is_not_drawn_where_it_lies_outside_the_round() -> None:
    found = _line({"engagement": ENGAGEMENT, "interviews": INTERVIEWS})
    assert found and found.today is None


def test_planned_steps_are_in_it_and_skipped_ones_are_not() -> None:
    steps = {
        "engagement": ENGAGEMENT,
        "interviews": {"status": "overgeslagen", "van": "2026-02-02"},
        "herhaling": {"status": "gepland", "van": "2027-01-14"},
    }
    found = _line(steps)
    assert found
    assert [row.state.status for row in found.rows] == ["afgerond", "gepland"]
    assert found.today == TODAY


@pytest.mark.parametrize(
    ("meeting", "shown"),
    [
        ({"datum": "2026-02-10", "stap": "interviews", "status": "gehouden"}, True),
        ({"datum": "2026-02-10", "stap": "interviews"}, True),
        ({"datum": "2026-02-10", "stap": "interviews", "status": "afgezegd"}, False),
        ({"datum": "2026-02-10"}, False),
        ({"datum": "2025-02-10", "stap": "interviews"}, False),
        ({"datum": "2027-02-10", "stap": "interviews"}, False),
    ],
)
def test_meetings_of_its_steps_are_marked_those_of_other_rounds_are_not(meeting: dict[str, str], shown: bool) -> None:
    rounds = [
        {"ronde": 1, "gestart": "2026-01-15", "stappen": {"engagement": ENGAGEMENT, "interviews": INTERVIEWS}},
        {"ronde": 2, "gestart": "2027-01-15", "stappen": {}},
    ]
    found = _line({}, rondes=rounds, agenda=[{"wat": "Gesprek", **meeting}])
    assert found
    assert [mark.step for mark in found.meetings] == ([2] if shown else [])


def test_dates_that_cannot_be_are_left_out() -> None:
    wrong = {"status": "afgerond", "van": "2026-03-01", "tot": "2026-02-01"}
    assert _line({"engagement": ENGAGEMENT, "interviews": wrong}) is None
