"""Where a value stands, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Loc = tuple[str | int, ...]
"""The way to a value inside a file: keys as written in the file, and places in lists from 0."""


class Severity(StrEnum):
    """How bad a problem is: an error stops every build, a warning stops none."""

    ERROR = "fout"
    WARNING = "let op"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend, said to a person who cannot program."""

    file: str
    """Path from the project's root, with forward slashes."""
    line: int
    """Counted from 1; 0 where the problem is the file itself."""
    severity: Severity
    message: str
    """One Dutch sentence."""
    hint: str = ""
    """What to do about it; may be empty."""

    def __str__(self) -> str:
        """Return ``file:line: severity: message`` and the hint on a line of its own."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        hint = f"\n    → {self.hint}" if self.hint else ""
        return f"{where}: {self.severity.value}: {self.message}{hint}"


@dataclass(frozen=True, slots=True)
class Source:
    """The file a thing came from, with the line of every value in it."""

    file: str
    lines: Mapping[Loc, int] = field(default_factory=dict, repr=False)
    unreadable: frozenset[str] = frozenset()
    """Ids of parts that were left out because something in them is wrong: no rule calls those unknown."""
    cut: frozenset[Loc] = frozenset()
    """Places of keys that were left out because something in them is wrong, and of lists that miss an item for that."""
    body_line: int = 1
    """In a Markdown file: the line on which the text under the data begins."""

    def line(self, *loc: str | int) -> int:
        """Return the line of a value, or of the nearest thing around it that is in the file."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)

    def lacks(self, *loc: str | int) -> bool:
        """Return whether a value is not here because it, or what it stood in, was left out: that has been reported."""
        around = (loc[:end] for end in range(1, len(loc)) if not isinstance(loc[end], int))
        return loc in self.cut or any(part in self.cut for part in around)

    def damaged(self, key: str) -> bool:
        """Return whether an outermost key, or anything under it, was left out because something in it is wrong."""
        return any(loc[:1] == (key,) for loc in self.cut)

    def error(self, loc: Loc, message: str, hint: str = "") -> Problem:
        """Return an error about the value at ``loc``."""
        return Problem(self.file, self.line(*loc), Severity.ERROR, message, hint)

    def warning(self, loc: Loc, message: str, hint: str = "") -> Problem:
        """Return a warning about the value at ``loc``."""
        return Problem(self.file, self.line(*loc), Severity.WARNING, message, hint)
