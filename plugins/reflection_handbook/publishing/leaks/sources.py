"""Where in the sources something stands, so that a person can mend it there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...loading.files import Folder
from .found import Place

_TEXTS = frozenset({".md", ".yml", ".yaml", ".svg", ".txt", ".csv", ".ics"})


@dataclass(frozen=True, slots=True)
class Sources:
    """The files that people write, line by line."""

    root: Path | None = None
    """The project's folder; without one nothing is found."""

    def files(self, first: str = "") -> Iterator[tuple[str, str]]:
        """Yield every file, by its path from the project's root, with its text.

        Args:
            first: the file to begin with.
        """
        if self.root is None:
            return
        folder = Folder(self.root)
        named = [folder.root / name for name in (first, "handbook.yml", "mkdocs.yml") if name]
        inside = [path for part in ("docs", "teams") for path in folder.walk(folder.root / part)]
        for path in dict.fromkeys([*named, *inside]):
            if path.suffix in _TEXTS and path.is_relative_to(folder.root) and (text := folder.read(path)) is not None:
                yield folder.name(path), text

    def find(self, stands: Callable[[str], bool], first: str = "") -> Place | None:
        """Return the first line for which something holds.

        Args:
            stands: looks at a line, or at a whole text, which is quicker.
            first: the file to begin with.
        """
        for file, text in self.files(first):
            for number, line in enumerate(text.split("\n"), 1) if stands(text) else ():
                if stands(line):
                    return Place(file, number)
        return None
