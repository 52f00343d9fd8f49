"""The family of errors that this package raises on purpose. Each is said to a person, in Dutch."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path

from .language import say
from .places import Problem, Severity


class HandbookError(Exception):
    """Something that stops the work; its text is for a person."""

    exit_code = 2
    """What a command ends with: 2 for wrong use, 1 for an error in the content."""


class WrongUseError(HandbookError):
    """The command was called in the wrong place or with the wrong words."""


class ContentError(HandbookError):
    """The content holds errors; nothing is built from it."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
        count = len(self.problems)
        summary = (
            say("Er is 1 fout gevonden; er is niets gebouwd.")
            if count == 1
            else say("Er zijn {count} fouten gevonden; er is niets gebouwd.", count=count)
        )
        super().__init__("\n".join([summary, *map(str, self.problems)]))


def refusal_of(error: OSError) -> str:
    """Return in words what the machine refused: a full disk, a folder without rights, a file in a folder's place."""
    reasons = {
        errno.EACCES: "daar mag je niet lezen of schrijven",
        errno.EPERM: "daar mag je niet lezen of schrijven",
        errno.EROFS: "daar kan niemand schrijven",
        errno.EEXIST: "daar staat al iets anders",
        errno.ENOTDIR: "daar staat een bestand waar een map moet komen",
        errno.ENAMETOOLONG: "die naam is te lang",
        errno.ENOSPC: "de schijf is vol",
    }
    reason = say(reasons[error.errno]) if error.errno in reasons else error.strerror or str(error)
    if not error.filename:
        return say("Dat lukte niet: {reason}.", reason=reason)
    return say("Dat lukte niet bij ‘{name}’: {reason}.", name=Path(str(error.filename)).name, reason=reason)
