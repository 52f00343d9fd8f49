"""The whole way of the data, from a project's folder to a list of outputs. Both writers begin here."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..checking import check
from ..loading import Loaded, load
from ..loading.handbook import Progress
from ..model.consent import Audience
from ..model.errors import ContentError, WrongUseError
from ..model.handbook import Handbook
from ..model.language import listing, say
from ..model.places import Problem, Severity
from ..model.published import Edition
from ..publishing import publish, withheld
from ..publishing.leaks import LeakScan, leak_scan, plain_codes
from ..rendering import Output, render
from ..rendering.pdf import pdf_maker
from .left_out import problems_left_out
from .releases import People, people_of
from .shipped import shipped_texts


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for: which audience, which team, and from which day to reckon."""

    today: date
    audience: Audience | None = None
    """Nothing for the organisation's own default."""
    team: str | None = None
    kits: bool = False
    """Whether the kits come as PDF too. That takes half a minute and WeasyPrint, so only who asks for it waits."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A handbook that is ready to be written."""

    name: str
    subtitle: str
    outputs: tuple[Output, ...]
    people: People
    warnings: tuple[Problem, ...]
    scan: LeakScan = field(default_factory=LeakScan)
    """What must not be found in any file, once they are written."""


def inspect(root: Path, wish: Wish, progress: Progress = lambda name: None) -> tuple[Loaded, tuple[Problem, ...]]:
    """Read a project and return it with everything that is wrong or noteworthy.

    Raises:
        WrongUseError: when the folder is no handbook.
    """
    loaded = load(root, progress)
    audience = wish.audience or loaded.handbook.organisation.audience
    kept_back = withheld(loaded.handbook, audience, wish.team, wish.today)
    handbook = loaded.handbook
    found = {*loaded.problems, *check(handbook, wish.today), *kept_back, *plain_codes(handbook)}
    uris = [document.uri for document in handbook.documents] + [file.uri for file in handbook.attachments]
    found.update(problems_left_out(root, uris))
    return loaded, tuple(sorted(found))


def prepare(root: Path, wish: Wish, progress: Progress = lambda name: None) -> Prepared:
    """Read, check, publish and render a project.

    Raises:
        CardOverflowError: when a question does not fit on its card.
        ContentError: when there are errors; it holds all of them.
        PdfUnavailableError: when kits are asked for as PDF, and this machine cannot make one.
        WrongUseError: when the folder is no handbook, or the wish names a team that is not there.
    """
    edition, scan, problems = edition_of(root, wish, progress)
    make_pdf = pdf_maker() if wish.kits else None
    return Prepared(
        name=edition.organisation.name,
        subtitle=edition.organisation.subtitle or "",
        outputs=tuple(render(edition, wish.today, make_pdf)),
        people=people_of(edition),
        warnings=problems,
        scan=scan,
    )


def edition_of(
    root: Path, wish: Wish, progress: Progress = lambda name: None
) -> tuple[Edition, LeakScan, tuple[Problem, ...]]:
    """Read, check and publish a project; return what may be shown, what must not be found, and every warning.

    Raises:
        ContentError: when there are errors; it holds all of them.
        WrongUseError: when the folder is no handbook, or the wish names a team that is not there.
    """
    loaded, problems = inspect(root, wish, progress)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    audience = wish.audience or loaded.handbook.organisation.audience
    _require_team(audience, wish.team, [team.id for team in loaded.handbook.teams])
    return *_edition(loaded.handbook, root, wish), problems


def may_be_shown(root: Path, wish: Wish) -> tuple[People, LeakScan]:
    """Return what of people may be shown today, as far as the files can be read, and what must not be found.

    Raises:
        WrongUseError: when the folder is no handbook.
    """
    edition, scan = _edition(load(root).handbook, root, wish)
    return people_of(edition), scan


def _edition(handbook: Handbook, root: Path, wish: Wish) -> tuple[Edition, LeakScan]:
    """Return what may be shown of a handbook, and what must not be found once it is written."""
    edition = publish(handbook, wish.audience or handbook.organisation.audience, wish.team, wish.today)
    return edition, leak_scan(handbook, edition, root, shipped_texts())


def marks(root: Path) -> frozenset[tuple[str, int, int, int]]:
    """Return what tells whether a file that a site depends on changed, came or went, without reading any."""
    found = set()
    names = (root / name for name in ("handbook.yml", "namen.txt", "mkdocs.yml"))
    for path in (*names, *(root / "teams").rglob("*"), *(root / "docs").rglob("*")):
        with suppress(FileNotFoundError):  # gone in the meantime: then another look differs as well
            stat = path.lstat()
            found.add((path.as_posix(), stat.st_ino, stat.st_size, stat.st_mtime_ns))
    return frozenset(found)


def _require_team(audience: Audience, team: str | None, teams: list[str]) -> None:
    if audience is Audience.TEAM and team not in teams:
        raise WrongUseError(
            say(
                "Bij bereik ‘team’ hoort een team: geef --team met {teams}.",
                teams=listing(teams) or say("de naam van een map"),
            )
        )
    if audience is not Audience.TEAM and team:
        raise WrongUseError(say("--team hoort bij --audience team."))
