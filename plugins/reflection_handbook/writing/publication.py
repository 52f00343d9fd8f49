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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site is published, and the folder beside it in which the work is done."""

    live: Path

    @property
    def work(self) -> Path:
        """The folder beside the site; on the same disk, so that a folder can move between them at once."""
        return self.live.parent / f".{self.live.name}"

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
    place: Place, build: Callable[[Path], None], verify: Callable[[Path], None], report: Report = lambda text: None
) -> None:
    """Build a new release beside the live site, verify it, and put it in the live site's place.

    Args:
        place: where.
        build: writes a whole site into the folder it is given.
        verify: raises a ``HandbookError`` when the built site must not be published.
        report: is told when we have to wait.

    Raises:
        HandbookError: what ``build`` and ``verify`` raise; the live site is as it was.
        OSError: a full disk or a folder without rights; likewise.
    """
    with place.locked(report):
        _heal(place)
        _clear(place.next)
        try:
            build(place.next)
            verify(place.next)
            _swap(place)
        except BaseException:
            _clear(place.next)
            raise


def roll_back(place: Place, report: Report = lambda text: None) -> None:
    """Put the release before the live one back; the live one becomes the one before it.

    A withdrawal removes the earlier release, so nothing comes back that somebody took back.

    Raises:
        WrongUseError: when there is no earlier release.
    """
    with place.locked(report):
        _heal(place)
        if not place.previous.is_dir():
            raise WrongUseError(
                say("Er is geen eerdere versie om naar terug te gaan. Na een intrekking is dat altijd zo.")
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


def _swap(place: Place) -> None:
    if not place.live.exists():
        place.next.rename(place.live)
        return
    exchange(place.next, place.live)
    # From here on the new site is live; what follows only keeps the old one.
    _clear(place.previous)
    place.next.rename(place.previous)


def _heal(place: Place) -> None:
    """Put the live site back where a swap in two steps was cut off between them."""
    for aside in place.work.glob(f"*{_ASIDE}"):
        if not place.live.exists():
            aside.rename(place.live)


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
