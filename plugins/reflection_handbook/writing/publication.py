"""Publication in one stroke: build beside the live site, verify, swap. Source: DESIGN, publication rule 8.

Beside a site ``site/`` lies a folder ``.site/`` of our own with a lock, the release that is being built (``next/``) and
the one before the live one (``previous/``). Whatever happens while building, a reader sees the old site whole or the
new one whole; what an interrupted build left behind is cleared away by the next.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from ..model.errors import HandbookError, WrongUseError
from ..model.language import say

Report = Callable[[str], None]
"""Is told, in Dutch, what a person waiting may want to know."""

_RENAME_EXCHANGE = 2  # linux/fs.h
_AT_FDCWD = -100  # fcntl.h
_ASIDE = "-aside"


class PublicationError(HandbookError):
    """The new site was not put in place; the old one is as it was."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site is published, and the folder beside it in which the work is done."""

    live: Path

    @property
    def work(self) -> Path:
        """The folder beside the site; on the same disk, so that a folder can move between them at once."""
        return self.live.parent / f".{self.live.name}"

    @staticmethod
    def beside(work: Path) -> Path:
        """Return the site beside which such a folder lies."""
        return work.with_name(work.name.removeprefix("."))

    @property
    def next(self) -> Path:
        """The release that is being built."""
        return self.work / "next"

    @property
    def previous(self) -> Path:
        """The release before the live one."""
        return self.work / "previous"

    @contextmanager
    def locked(self, report: Report, seconds: float = -1) -> Iterator[None]:
        """Hold the place for one builder at a time; the lock goes with the process, however that ends.

        Args:
            report: is told when somebody else is building and we wait.
            seconds: how long to wait at most; below zero, as long as it takes.

        Raises:
            WrongUseError: when it took too long.
        """
        self.work.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.work / "lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            report(say("Iemand anders bouwt dit handboek op dit moment. Even wachten…"))
            try:
                lock.acquire(timeout=seconds)
            except Timeout:
                raise WrongUseError(say("De andere bouw is nog niet klaar. Probeer het later opnieuw.")) from None
        try:
            yield
        finally:
            lock.release()


def publish_site(
    place: Place,
    build: Callable[[Path], None],
    may_return: Callable[[Path], bool] = lambda release: True,
    report: Report = lambda text: None,
) -> None:
    """Build a new release beside the live site and put it in the live site's place.

    Args:
        place: where.
        build: writes a whole site into the folder it is given and looks it over; it raises a ``HandbookError`` when
            that must not be published.
        may_return: whether a release that was live may be kept for ``roll_back``.
        report: is told when we have to wait.

    Raises:
        HandbookError: what ``build`` raises; the live site is as it was.
        OSError: a full disk or a folder without rights; likewise.
    """
    with place.locked(report):
        _heal(place)
        _clear(place.next)
        try:
            build(place.next)
            _swap(place, may_return)
        except BaseException:
            _clear(place.next)
            raise


def change_site(place: Place, change: Callable[[Path], None], report: Report = lambda text: None) -> None:
    """Change the live site in one stroke and forget the release before it.

    Args:
        place: where; without a site there, only an earlier release is removed.
        change: changes a copy of the site; it replaces files and never writes into one, since the copy shares them.
        report: is told when we have to wait.

    Raises:
        OSError: a full disk or a folder without rights; the live site is as it was, the earlier release may be gone.
    """
    with place.locked(report):
        _heal(place)
        _clear(place.previous)
        _clear(place.next)
        if not place.live.is_dir():
            return
        try:
            shutil.copytree(place.live, place.next, copy_function=_share)
            change(place.next)
            _swap(place, lambda release: False)
        except BaseException:
            _clear(place.next)
            raise


def roll_back(place: Place, may_return: Callable[[Path], bool], report: Report = lambda text: None) -> None:
    """Put the release before the live one back; the live one becomes the one before it.

    Args:
        place: where.
        may_return: whether a release may still be shown: nothing comes back that somebody took back.
        report: is told when we have to wait.

    Raises:
        WrongUseError: when there is no earlier release, or it must not come back.
    """
    with place.locked(report):
        _heal(place)
        if not place.previous.is_dir():
            raise WrongUseError(
                say("Er is geen eerdere versie om naar terug te gaan. Na een intrekking is dat altijd zo.")
            )
        if not may_return(place.previous):
            raise WrongUseError(
                say(
                    "In de eerdere versie staat iets dat nu niet meer getoond mag worden, of waarvan het bestand er"
                    " niet meer is. Daarom blijft de site zoals hij is."
                )
            )
        exchange(place.previous, place.live)


def exchange(one: Path, other: Path) -> None:
    """Let two folders change places: at once where the system can, otherwise with the shortest gap there is.

    Source: renameat2(2), RENAME_EXCHANGE; Linux 3.15 and later.
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        paths = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
        if hasattr(libc, "renameat2") and libc.renameat2(*paths, _RENAME_EXCHANGE) == 0:
            return
    aside = one.with_name(f"{one.name}{_ASIDE}")
    _clear(aside)
    other.rename(aside)
    one.rename(other)
    aside.rename(one)


def _swap(place: Place, may_return: Callable[[Path], bool]) -> None:
    if not place.live.exists():
        place.next.rename(place.live)
        return
    exchange(place.next, place.live)
    # From here on the new site is live; what follows only keeps the old one.
    _clear(place.previous)
    if may_return(place.next):
        place.next.rename(place.previous)
    else:
        _clear(place.next)


def _share(source: str, target: str) -> None:
    """Give a file a second name, so that a copy takes no room; where the disk cannot do that, copy it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _heal(place: Place) -> None:
    """Put the live site back where a swap in two steps was cut off between them; later on, only clear up."""
    for aside in place.work.glob(f"*{_ASIDE}"):
        if place.live.exists():
            _clear(aside)
        else:
            aside.rename(place.live)


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
