"""What the handbook says about what facilitators may write, what it publishes of it and what a reader then reads.

How a case is made: ``cases.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from golden.cases import PUBLISHING, RENDERING, Case, cases, published, read, rewrite, rewrite_read, told

READING = [case for case in cases() if case.room not in (PUBLISHING, RENDERING)]


@pytest.mark.parametrize("case", READING, ids=lambda case: case.id)
def test_the_handbook_says_exactly_this(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    messages = told(tmp_path, case)
    if request.config.getoption("--rewrite-golden") and messages != case.expected:
        rewrite(case, messages)
        pytest.fail("rewritten; read it")
    assert messages == case.expected


@pytest.mark.parametrize("case", cases("loading"), ids=lambda case: case.id)
def test_the_pure_python_parser_says_the_same(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CLoader", raising=False)
    assert told(tmp_path, case) == case.expected_without_libyaml


@pytest.mark.parametrize("case", cases(PUBLISHING), ids=lambda case: case.id)
def test_the_gate_publishes_exactly_this(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    shown, messages = published(tmp_path, case)
    if request.config.getoption("--rewrite-golden") and (shown, messages) != (case.published, case.expected):
        rewrite(case, messages, shown)
        pytest.fail("rewritten; read it")
    assert (shown, messages) == (case.published, case.expected)


@pytest.mark.parametrize("case", cases(RENDERING), ids=lambda case: case.id)
def test_a_reader_reads_exactly_this(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    lines = read(tmp_path, case)
    if request.config.getoption("--rewrite-golden") and lines != case.read:
        rewrite_read(case, lines)
        pytest.fail("rewritten; read it")
    assert lines and lines == case.read


def test_there_are_enough_cases_of_the_gate() -> None:
    assert len(cases(PUBLISHING)) >= 60
