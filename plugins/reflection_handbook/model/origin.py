"""Where a portfolio, a practice or a page comes from."""

from __future__ import annotations

from enum import StrEnum


class Origin(StrEnum):
    """Where a portfolio or practice comes from."""

    PILOT = "pilot"
    PRACTICE = "praktijk"
    EXAMPLE = "voorbeeld"
