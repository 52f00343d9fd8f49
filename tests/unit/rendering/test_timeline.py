from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from reflection_handbook.model.dates import PartialDate
from reflection_handbook.rendering.timeline import LEFT, RIGHT, WIDTH, Drawing, drawing
from reflection_handbook.viewing.timeline import Timeline, timeline
from support import published

STEPS = ("engagement", "interviews", "teruglegging", "werkzame-factoren", "keuze-monitoring", "monitoren", "herhaling")
DATES = st.dates(date(2015, 1, 1), date(2035, 12, 31)).flatmap(
    lambda day: st.sampled_from([f"{day.year}", f"{day.year}-{day.month:02}", day.isoformat()])
)


def _drawn(steps: dict[str, dict[str, str]], today: date, *meetings: dict[str, str]) -> tuple[Timeline, Drawing]:
    agenda = [{"wat": "Gesprek", **meeting} for meeting in meetings]
    found = timeline(published(rondes=[{"ronde": 1, "stappen": steps}], agenda=agenda), today)
    assert found
    return found, drawing(found)


TWO = {
    "engagement": {"status": "afgerond", "van": "2026-01-01", "tot": "2026-01-31"},
    "interviews": {"status": "afgerond", "van": "2026-02-01", "tot": "2026-03-31"},
}


def test_time_is_to_scale() -> None:
    _, found = _drawn(TWO, date(2026, 1, 1))
    first, second = found.bars
    assert abs(second.width / first.width - 59 / 31) < 0.02
    assert abs(first.x + first.width - second.x) < 0.2


def test_each_step_has_a_row_of_its_own() -> None:
    _, found = _drawn(TWO, date(2026, 1, 1))
    assert [bar.y for bar in found.bars] == [48.0, 88.0]
    assert found.axis > found.bars[-1].y and found.height > found.axis


def test_a_day_is_wide_enough_to_see_and_a_month_is_known_to_be_vague() -> None:
    steps = {
        "engagement": {"status": "afgerond", "tot": "2020-01-01"},
        "interviews": {"status": "afgerond", "van": "2026-02"},
    }
    _, found = _drawn(steps, date(2026, 1, 1))
    assert found.bars[0].width >= 6
    assert [(bar.vague_start, bar.vague_end) for bar in found.bars] == [(False, False), (True, True)]


def test_today_has_a_line_where_it_lies_in_the_round() -> None:
    assert _drawn(TWO, date(2026, 2, 1))[1].today
    assert _drawn(TWO, date(2027, 2, 1))[1].today is None


def test_a_meeting_stands_on_the_row_of_its_step_and_one_without_such_a_row_is_left_out() -> None:
    meetings = ({"datum": "2026-02-10", "stap": "interviews"}, {"datum": "2026-02-10", "stap": "monitoren"})
    _, found = _drawn(TWO, date(2026, 2, 1), *meetings)
    assert [dot.y for dot in found.dots] == [found.bars[1].y]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    dates=st.lists(st.tuples(DATES, DATES), min_size=2, max_size=7),
    status=st.sampled_from(["bezig", "afgerond", "gepland"]),
    today=st.dates(date(2015, 1, 1), date(2035, 12, 31)),
    meeting=DATES,
)
def test_whatever_the_dates_everything_stands_within_the_drawing(
    dates: list[tuple[str, str]], status: str, today: date, meeting: str
) -> None:
    ordered = [sorted(pair, key=lambda text: PartialDate.read(text).first) for pair in dates]
    steps = {
        step: {"status": status, "van": start, "tot": end} for step, (start, end) in zip(STEPS, ordered, strict=False)
    }
    found = timeline(
        published(
            rondes=[{"ronde": 1, "stappen": steps}], agenda=[{"wat": "Gesprek", "datum": meeting, "stap": "interviews"}]
        ),
        today,
    )
    if found is None:
        return
    plan = drawing(found)
    for bar in plan.bars:
        assert bar.x >= LEFT - 0.1 and bar.x + bar.width <= WIDTH and bar.width > 0
    for dot in plan.dots:
        assert LEFT - 0.1 <= dot.x <= RIGHT + 0.1
    if plan.today is not None:
        assert LEFT <= plan.today <= RIGHT and LEFT <= plan.today_name <= RIGHT
