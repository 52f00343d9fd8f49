"""What builds have in common."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture
def same_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every build reckon from one day, and leave the engine's logger as it was."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    logger = logging.getLogger("mkdocs")
    before = (logger.level, list(logger.handlers))
    yield
    assert (logger.level, list(logger.handlers)) == before
