"""What an organisation says is public: it lifts names and forms, never a withheld text or a respondent's code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from . import patterns
from .texts import clean


@dataclass(frozen=True, slots=True)
class Allowed:
    """Texts that may stand anywhere."""

    texts: tuple[re.Pattern[str], ...] = ()
    spellings: frozenset[str] = frozenset()

    def covers(self, text: str, start: int, end: int, spelling: str) -> bool:
        """Return whether a hit lies inside an allowed text, or is one in another spelling."""
        if spelling in self.spellings:
            return True
        return any(
            found.start() <= start and end <= found.end() for allowed in self.texts for found in allowed.finditer(text)
        )


def allowed_texts(texts: Iterable[str]) -> Allowed:
    """Return what covers the given texts: as whole words, however they are spaced, in any case."""
    found = [clean(text) for text in texts]
    looks = [re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE) for text in found if text]
    return Allowed(tuple(looks), frozenset(one for text in found for one in patterns.spellings(text)))
