"""The family of errors that this package raises on purpose. Each is said to a person, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable

from .language import say
from .places import Problem, Severity


class HandbookError(Exception):
    """Something that stops the work; its text is for a person."""


class WrongUseError(HandbookError):
    """The command was called in the wrong place or with the wrong words."""


class ContentError(HandbookError):
    """The content holds errors; nothing is built from it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
        count = len(self.problems)
        summary = (
            say("Er is 1 fout gevonden; er is niets gebouwd.")
            if count == 1
            else say("Er zijn {count} fouten gevonden; er is niets gebouwd.", count=count)
        )
        super().__init__("\n".join([summary, *map(str, self.problems)]))
