"""The file that a person names on the command line: a team's portfolio or a best practice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..model.base import is_id
from ..model.errors import WrongUseError
from ..model.language import say
from ..viewing.addresses import practice_url, team_url


@dataclass(frozen=True, slots=True)
class Target:
    """A file of ``teams/``, which need not be there any more."""

    root: Path
    file: PurePosixPath
    """Its path from the project's root; no text, which a message would cut where it is long."""
    folder: str
    """The folder of a team, or that of the shared practices."""
    practice: str | None
    """The id of the practice; nothing for a portfolio."""

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.root / self.file

    @property
    def group(self) -> str:
        """The key under which consent stands in it."""
        return "toestemming" if self.practice else "publicatie"

    @property
    def address(self) -> str:
        """The address of its page on the site, from the site's root."""
        return practice_url(self.practice) if self.practice else team_url(self.folder)


def target_of(root: Path, file: Path) -> Target:
    """Return the portfolio or practice that a path names; it may be given from the project's folder or in full.

    Raises:
        WrongUseError: when it is neither.
    """
    root = root.resolve()
    try:
        name = (root / file).resolve().relative_to(root)
    except (ValueError, RuntimeError):  # outside the project, or a link that leads to itself
        name = Path()
    match name.parts:
        case ("teams", folder, "portfolio.yml") if is_id(folder):
            return Target(root, PurePosixPath(name.as_posix()), folder, None)
        case ("teams", folder, "best-practices", *_, _) if name.suffix == ".md" and is_id(name.stem):
            return Target(root, PurePosixPath(name.as_posix()), folder, name.stem)
    raise WrongUseError(
        say(
            "‘{file}’ is geen portfolio of best practice. Geef een bestand als teams/west/portfolio.yml of"
            " teams/west/best-practices/eerst-luisteren.md.",
            file=name.as_posix(),
        )
    )
