"""The day to reckon from, so that a build or a check can be repeated."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from ..model.errors import WrongUseError
from ..model.language import say


def today(given: str | None = None) -> date:
    """Return the given day, else that of ``SOURCE_DATE_EPOCH`` (seconds since 1970, UTC), else today.

    Source: https://reproducible-builds.org/specs/source-date-epoch/

    Raises:
        WrongUseError: when either is not what it should be.
    """
    if given is not None:
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise WrongUseError(say("‘{text}’ is geen datum. Schrijf bijvoorbeeld 2026-03-12.", text=given)) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), tz=UTC).date()
        except (ValueError, OverflowError, OSError):
            raise WrongUseError(say("SOURCE_DATE_EPOCH is geen aantal seconden: ‘{text}’.", text=epoch)) from None
    return datetime.now(tz=UTC).date()
