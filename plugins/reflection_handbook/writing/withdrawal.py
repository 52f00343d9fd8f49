"""``handbook withdraw``: somebody takes back what they gave. It leaves the site at once; no build is needed."""

from __future__ import annotations

from collections.abc import Iterable, Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..loading.handbook import load_folder
from ..model.dates import PartialDate
from ..model.errors import WrongUseError
from ..model.language import say
from .editing import UneditableError, set_in_file, value_in_file
from .engine import places
from .mentions import sentences, speaks_of
from .publication import Place, Report, change_site
from .releases import people_in, same_in
from .taking_out import take_out, words_of
from .targets import Target, target_of


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What came of it; every sentence is for the person who asked."""

    done: tuple[str, ...]
    failed: tuple[str, ...]
    """What the person has to do by hand, and soon."""
    beyond: tuple[str, ...]
    """Places where no command reaches."""


def withdraw(root: Path, file: Path, day: date, report: Report = lambda text: None) -> Withdrawal:
    """Record that consent was withdrawn, and take the page and all mentions of it out of every site of this project.

    It asks nothing of the other files: they may be broken. Doing it twice does no harm.

    Args:
        root: the project's folder.
        file: a portfolio or a best practice; it need not be there any more.
        day: the day of withdrawal.
        report: is told when a build has to end first.

    Raises:
        WrongUseError: when it is neither, or was never there.
    """
    target = target_of(root, file)
    sites, certain = places(target.root)
    if not target.path.is_file() and not any(_holds(place, {target.address}) for place in sites):
        raise WrongUseError(say("{file} is er niet, en staat ook niet op een site.", file=target.file))
    done: list[str] = []
    failed: list[str] = []
    try:
        done.append(_record(target, day))
    except (UneditableError, OSError):
        sentence = say(
            "{file} is niet veranderd. Zet er zelf bij, onder ‘{group}’:", file=target.file, group=target.group
        )
        failed.append(f"{sentence} ingetrokken: {day.isoformat()}")
    own, (story, team) = _own_pages(target.root), _known_by(target)
    for place in sites:
        # Its file may have been moved since the site was built: what says the same there is the same.
        addresses = {target.address, *same_in(place.live, story, team)}
        try:
            if _remove(place, addresses, own.values(), report):
                done.append(say("Weg van {site}/. De versie daarvoor is ook gewist.", site=place.live.name))
            elif place.live.is_dir():
                done.append(
                    say("Op {site}/ stond het niet. Had het daar een andere naam? Geef dan die.", site=place.live.name)
                )
        except (OSError, ValueError):
            failed.append(say("Het staat nog in {site}/: die map kan niet veranderd worden.", site=place.live.name))
    if not certain:
        failed.append(
            say("mkdocs.yml is niet te lezen. Staat de site in een andere map dan site/? Dan staat het daar nog.")
        )
    return Withdrawal(tuple(done), tuple(failed), tuple(_beyond(target, {**own, **_own_papers(target.root)})))


def _record(target: Target, day: date) -> str:
    """Write the day of withdrawal into the file and return what was done.

    Raises:
        UneditableError: when the file is not built in a way in which we dare to write.
        OSError: when it cannot be written.
    """
    if not target.path.is_file():
        return say("{file} is er niet meer. Er was niets op te schrijven.", file=target.file)
    if already := _withdrawn(target):
        return say("In {file} stond al: ingetrokken op {day}.", file=target.file, day=already)
    set_in_file(target.path, target.group, {"ingetrokken": day.isoformat()})
    return say("In {file} staat nu: ingetrokken op {day}.", file=target.file, day=day.isoformat())


def _withdrawn(target: Target) -> str:
    """Return since when it is withdrawn, as far as that can be read; else nothing."""
    try:
        return str(PartialDate.read(value_in_file(target.path, target.group, "ingetrokken")))
    except ValueError:
        return ""


def _remove(place: Place, addresses: Set[str], own: Iterable[str], report: Report) -> bool:
    """Take pages out of one site and forget the release before; return whether any was there."""
    there = _holds(place, addresses)
    if place.live.is_dir() or place.work.is_dir():

        def change(copy: Path) -> None:
            for address in sorted(addresses):
                take_out(copy, address, own)

        change_site(place, change, report)
    return there


def _known_by(target: Target) -> tuple[str | None, str | None]:
    """Return the text of a best practice or the name of a team, as far as its file can be read."""
    handbook = load_folder(target.root, target.folder).handbook
    story = next((practice.text for practice in handbook.practices if practice.source.file == str(target.file)), None)
    team = next((team.portfolio.name for team in handbook.teams), None) if target.practice is None else None
    return story, team


def _own_pages(root: Path) -> dict[str, str]:
    """Return the texts of the organisation itself, by file; nobody takes those back."""
    files = [root / "handbook.yml", *sorted((root / "docs").rglob("*.md")), *sorted((root / "docs").rglob("*.yml"))]
    return {path.relative_to(root).as_posix(): _read(path) for path in files}


def _own_papers(root: Path) -> dict[str, str]:
    """Return what the files beside the organisation's pages say, by file."""
    others = [path for path in sorted((root / "docs").rglob("*")) if path.suffix not in (".md", ".yml")]
    found = {}
    for path in others:
        with suppress(OSError):
            if path.is_file():
                found[path.relative_to(root).as_posix()] = words_of(path)
    return found


def _read(path: Path) -> str:
    """Return a file's text as far as it can be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _holds(place: Place, addresses: Set[str]) -> bool:
    """Return whether a page is in the live release or the one before it."""
    return any(addresses & people_in(release) for release in (place.live, place.previous))


def _beyond(target: Target, own: dict[str, str]) -> list[str]:
    found = [
        say("De geschiedenis van de bestanden (versiebeheer) en reservekopieën."),
        say("De webserver: zet de site opnieuw over, en haal daar weg wat er niet meer in zit."),
        say("Zoekmachines en webarchieven: die kunnen de bladzijde nog een tijd tonen. Vraag verwijdering aan."),
        say("Wat al gedrukt, gekopieerd, gedownload of met ‘handbook export’ geschreven is."),
    ]
    if target.practice is None:
        found.append(say("Agenda’s die mensen al in hun eigen telefoon of computer hebben staan."))
    taken = sentences(_read(target.path))
    for file, text in own.items():
        if speaks_of(text, taken):
            found.append(say("{file}: daar staat een zin die hier ook in staat. Kijk of die weg moet.", file=file))
    return found
