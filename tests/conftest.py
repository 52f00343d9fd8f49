"""What pytest has to know before it reads a test."""

from __future__ import annotations

import pytest
from hypothesis import settings


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what the handbook says now into tests/golden/*/*.yml; read every changed message before you commit",
    )


# A slow machine is no fault, and a test leaves nothing behind.
settings.register_profile("handbook", deadline=None, database=None)
settings.load_profile("handbook")
