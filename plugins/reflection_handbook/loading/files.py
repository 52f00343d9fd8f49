"""Finding and opening files: small ones, in UTF-8, inside the project."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..model.language import say
from ..model.places import Problem, Severity

MAX_BYTES = 1_000_000
"""The largest file of text that is read."""

CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Signs that nobody types: they hide text, turn it round, or upset whoever reads the file next."""


def invisible() -> tuple[str, str]:
    """Return the message and the hint for such a sign."""
    return (
        say("hier staat een onzichtbaar teken dat niet in het bestand hoort"),
        say("Haal het teken weg, of typ de regel opnieuw."),
    )


@dataclass
class Folder:
    """The project's folder while it is being read, with what went wrong so far."""

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.root = self.root.resolve()

    def name(self, path: Path) -> str:
        """Return a path as it is shown to a person: from the project's root, with forward slashes and no odd signs."""
        return "".join(sign if sign.isprintable() else "�" for sign in path.relative_to(self.root).as_posix())

    def error(self, path: Path, message: str, hint: str = "", line: int = 0) -> None:
        """Note an error about a file."""
        problem = Problem(self.name(path), line, Severity.ERROR, message, hint)
        if problem not in self.problems:  # a link is met on each way that leads to it
            self.problems.append(problem)

    def warn(self, path: Path, message: str, hint: str = "") -> None:
        """Note a warning about a file."""
        self.problems.append(Problem(self.name(path), 0, Severity.WARNING, message, hint))

    def walk(self, folder: Path) -> Iterator[Path]:
        """Yield every file below a folder, sorted by name; links that lead out or round are noted and not followed."""
        for entry in self.entries(folder):
            if entry.is_dir():
                yield from self.walk(entry)
            else:
                yield entry

    def entries(self, folder: Path) -> list[Path]:
        """Return what is in a folder, sorted by name, without hidden things and refused links."""
        if not all(self._allowed(part) for part in (folder, *folder.parents) if part.is_relative_to(self.root)):
            return []
        try:
            found = sorted(folder.iterdir()) if folder.is_dir() else []
        except OSError:
            self.error(folder, say("deze map kan niet gelezen worden"), say("Kijk of je er rechten voor hebt."))
            return []
        seen = (entry for entry in found if not entry.name.startswith("."))
        return [entry for entry in seen if self._readable(entry) and self._allowed(entry)]

    def survey(self, folder: Path) -> None:
        """Look at everything in a folder that is copied to the site as it is: no link may lead out of it.

        Hidden things too, since an engine can be told to publish those; but a hidden link that leads nowhere shows
        nothing, and some editors leave such a link beside an open file.
        """
        if not self._allowed(folder):
            return
        for place, folders, names in os.walk(folder):
            folders.sort()
            for entry in (Path(place, name) for name in sorted([*folders, *names])):
                if entry.is_symlink():
                    if entry.exists() or not entry.name.startswith("."):
                        self._allowed(entry)
                elif self._readable(entry) and not (entry.is_dir() or entry.is_file()):
                    self.error(
                        entry,
                        say("dit is geen gewoon bestand; het kan niet op de site"),
                        say("Haal het weg uit deze map."),
                    )

    def read(self, path: Path) -> str | None:
        """Return a file's text with LF line ends and without a BOM; nothing, and a problem, when it cannot be read."""
        hint = say("Een tekstbestand is veel kleiner. Staat er per ongeluk een ander bestand onder deze naam?")
        data = self.read_bytes(path, MAX_BYTES, hint)
        return None if data is None else self.decode(path, data)

    def read_bytes(self, path: Path, most: int, hint: str) -> bytes | None:
        """Return what is in a file; nothing, and a problem, when it cannot be read.

        Args:
            path: the file.
            most: the largest that is read, in bytes.
            hint: what to do about one that is larger.
        """
        if not self._allowed(path):
            return None
        try:
            if path.exists() and not path.is_file():
                raise IsADirectoryError(path)  # or something that never ends, such as a pipe
            with path.open("rb") as stream:
                data = stream.read(most + 1)
        except OSError:
            self.error(path, say("dit bestand kan niet gelezen worden"), say("Bestaat het, en heb je er rechten voor?"))
            return None
        if len(data) > most:
            self.error(path, say("dit bestand is groter dan {most} MB", most=most // 1_000_000), hint)
            return None
        return data

    def decode(self, path: Path, data: bytes) -> str | None:
        """Return a file's bytes as text with LF line ends and without a BOM; nothing, and a problem, if it is none."""
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.error(
                path,
                say("dit bestand is niet in UTF-8 opgeslagen; letters als é en ë zijn onleesbaar"),
                say("Kies bij ‘Opslaan als’ de codering UTF-8."),
                line=data.count(b"\n", 0, error.start) + 1,
            )
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if hidden := CONTROL.search(text):
            self.error(path, *invisible(), line=text.count("\n", 0, hidden.start()) + 1)
            return None
        return text

    def _readable(self, path: Path) -> bool:
        """Return whether a name is text; one that is not is an error, since it cannot be an address."""
        try:
            path.name.encode()
        except UnicodeEncodeError:
            self.error(
                path, say("de naam van dit bestand is niet in UTF-8 opgeslagen"), say("Geef het een andere naam.")
            )
            return False
        return True

    def _home(self, path: Path) -> Path:
        """Return the folder that a link may not lead out of: the project, ``docs/``, or a team's own.

        What is in ``docs/`` goes to the site as it is; what is of one team is none of another's.
        """
        parts = path.relative_to(self.root).parts
        return self.root.joinpath(*parts[: {"docs": 1, "teams": 2}.get(parts[0], 0)] if parts else ())

    def _allowed(self, path: Path) -> bool:
        """Return whether a path stays where it belongs; a link that does not is an error that names it."""
        if not path.is_symlink():
            return True
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):
            self.error(
                path, say("dit is een verwijzing die nergens of bij zichzelf uitkomt"), say("Haal de verwijzing weg.")
            )
            return False
        if not target.is_relative_to(self.root):
            self.error(
                path,
                say("dit is een verwijzing naar iets buiten het project; die wordt niet gevolgd"),
                say("Zet het bestand zelf in deze map."),
            )
            return False
        if target in (parent.resolve() for parent in path.parents):
            self.error(path, say("deze verwijzing komt bij zichzelf uit"), say("Haal de verwijzing weg."))
            return False
        home = self._home(path)
        if not target.is_relative_to(home):
            self.error(
                path,
                say("deze verwijzing leidt uit de map ‘{home}’; die wordt niet gevolgd", home=self.name(home)),
                say("Wat in ‘docs’ staat, komt op de site. Wat van een team is, blijft in de map van dat team."),
            )
            return False
        return True
