from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.writing.today import today


def test_a_given_day_goes_before_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today("2026-03-12") == date(2026, 3, 12)


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1773273600", date(2026, 3, 12)),
        ("1773359999", date(2026, 3, 12)),  # the last second of that day in UTC, whatever zone the machine is in
        ("1773360000", date(2026, 3, 13)),
    ],
)
def test_a_build_can_be_repeated_with_source_date_epoch(monkeypatch: pytest.MonkeyPatch, epoch: str, day: date) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() == day


@pytest.mark.parametrize("epoch", [None, ""])
def test_otherwise_it_is_today(monkeypatch: pytest.MonkeyPatch, epoch: str | None) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = datetime.now(tz=UTC).date()
    assert before <= today() <= before + timedelta(days=1)


@pytest.mark.parametrize("text", ["", "gisteren", "12-03-2026", "2026-03", "2026-02-30", "2026-3-12", "1773273600"])
def test_a_day_that_is_none_is_wrong_use(text: str) -> None:
    with pytest.raises(WrongUseError, match="is geen datum"):
        today(text)


@pytest.mark.parametrize("epoch", ["gisteren", "1.5", "2026-03-12", "9" * 30])
def test_an_epoch_that_is_none_is_wrong_use(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(WrongUseError, match="SOURCE_DATE_EPOCH"):
        today()
