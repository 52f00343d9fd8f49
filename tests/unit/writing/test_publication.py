"""Publication in one stroke: whatever happens, a reader sees the old site whole or the new one whole."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.writing import publication
from reflection_handbook.writing.publication import (
    Place,
    PublicationError,
    change_site,
    exchange,
    publish_site,
    roll_back,
)
from support import tree


def _release(name: str) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        (folder / "map").mkdir(parents=True)
        (folder / "index.html").write_text(name)
        (folder / "map" / "blad.html").write_text(f"{name}, blad")

    return build


def _never(folder: Path) -> bool:
    return False


def _always(folder: Path) -> bool:
    return True


def _refuse(folder: Path) -> None:
    raise PublicationError("nee")


def _live(place: Place) -> str:
    return (place.live / "index.html").read_text()


def _left(place: Place) -> list[str]:
    return sorted(path.name for path in place.work.iterdir())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(tmp_path / "site")
    publish_site(place, _release("eerste"))
    return place


# ---- a new site -----------------------------------------------------------------------------------------------------


def test_a_first_site_has_none_before_it(place: Place) -> None:
    assert _live(place) == "eerste"
    with pytest.raises(WrongUseError, match="geen eerdere versie"):
        roll_back(place, _always)


def test_a_second_site_keeps_the_first(place: Place) -> None:
    publish_site(place, _release("tweede"))
    assert _live(place) == "tweede"
    assert (place.previous / "index.html").read_text() == "eerste"
    assert not place.next.exists()


def test_only_one_earlier_release_is_kept(place: Place) -> None:
    for name in ("tweede", "derde"):
        publish_site(place, _release(name))
    assert _left(place) == ["lock", "previous"]
    assert (place.previous / "index.html").read_text() == "tweede"


def test_a_release_that_may_not_come_back_is_not_kept_nor_the_one_before_it(place: Place) -> None:
    publish_site(place, _release("tweede"))
    asked: list[str] = []

    def no(release: Path) -> bool:
        asked.append((release / "index.html").read_text())
        return False

    publish_site(place, _release("derde"), no)
    assert asked == ["tweede"]
    assert (_live(place), _left(place)) == ("derde", ["lock"])


@pytest.mark.parametrize(
    "error",
    [
        PublicationError("lek"),
        OSError(errno.ENOSPC, "No space left on device"),
        KeyboardInterrupt(),
        MemoryError(),
        ValueError("onverwacht"),
    ],
)
def test_a_build_that_breaks_off_leaves_the_old_site_and_nothing_else(place: Place, error: BaseException) -> None:
    publish_site(place, _release("tweede"))
    before = tree(place.live.parent)

    def build(folder: Path) -> None:
        _release("half")(folder)
        raise error

    with pytest.raises(type(error)):
        publish_site(place, build)
    assert tree(place.live.parent) == before
    assert not place.next.exists()


@pytest.mark.parametrize("name", ["next", "previous-aside", "next-aside"])
def test_what_an_interrupted_build_left_is_cleared_away(place: Place, name: str) -> None:
    _release("half")(place.work / name)
    (place.work / name / "te-veel.html").write_text("half")
    publish_site(place, _release("tweede"))
    assert sorted(tree(place.live)) == ["index.html", "map/blad.html"]
    assert _left(place) == ["lock", "previous"]
    assert (place.previous / "index.html").read_text() == "eerste"


# ---- one at a time --------------------------------------------------------------------------------------------------


def test_a_second_builder_is_told_and_waits_its_turn(place: Place) -> None:
    told: list[str] = []
    with (
        FileLock(place.work / "lock"),
        pytest.raises(WrongUseError, match="nog niet klaar"),
        place.locked(told.append, seconds=0.05),
    ):
        raise AssertionError("two builders at once")
    assert told == ["Iemand anders bouwt dit handboek op dit moment. Even wachten…"]
    with place.locked(told.append):
        pass
    assert len(told) == 1


def test_the_lock_goes_with_a_killed_process(place: Place) -> None:
    script = (
        "import sys, time, filelock; lock = filelock.FileLock(sys.argv[1]); lock.acquire();"
        " print('ja', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script, place.work / "lock"], stdout=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"ja\n"
        with pytest.raises(WrongUseError), place.locked(lambda text: None, seconds=0.05):
            raise AssertionError("two builders at once")
        holder.kill()
        holder.wait()
        with place.locked(lambda text: None, seconds=5):
            pass


# ---- changing places ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("at_once", [True, False])
def test_two_folders_change_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool) -> None:
    if not at_once:
        monkeypatch.setattr(sys, "platform", "elsewhere")
    for name in ("een", "twee"):
        _release(name)(tmp_path / name)
    exchange(tmp_path / "een", tmp_path / "twee")
    assert (tmp_path / "een" / "index.html").read_text() == "twee"
    assert (tmp_path / "twee" / "index.html").read_text() == "een"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["een", "twee"]


def test_a_swap_in_two_steps_that_was_cut_off_is_mended_first(place: Place) -> None:
    place.live.rename(place.work / f"next{publication._ASIDE}")
    with pytest.raises(PublicationError):
        publish_site(place, _refuse)
    assert _live(place) == "eerste"
    assert _left(place) == ["lock"]


# ---- the one before -------------------------------------------------------------------------------------------------


def test_rolling_back_and_back_again(place: Place) -> None:
    publish_site(place, _release("tweede"))
    roll_back(place, _always)
    assert _live(place) == "eerste"
    roll_back(place, _always)
    assert _live(place) == "tweede"


def test_a_release_that_may_not_come_back_stays_where_it_is(place: Place) -> None:
    publish_site(place, _release("tweede"))
    before = tree(place.live.parent)
    with pytest.raises(WrongUseError, match="niet meer getoond mag worden"):
        roll_back(place, _never)
    assert tree(place.live.parent) == before


# ---- a change to the live site --------------------------------------------------------------------------------------


def _rewrite(copy: Path) -> None:
    (copy / "index.html").unlink()
    (copy / "index.html").write_text("veranderd")


@pytest.mark.parametrize("links", [True, False])
def test_a_change_comes_in_one_stroke_and_forgets_what_was_before(
    place: Place, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:  # as on a disk that knows no second names
        monkeypatch.setattr(os, "link", lambda *names: (_ for _ in ()).throw(PermissionError(errno.EPERM, "no")))
    publish_site(place, _release("tweede"))

    def change(copy: Path) -> None:
        _rewrite(copy)
        assert _live(place) == "tweede"  # still, for everybody
        assert not place.previous.exists()

    change_site(place, change)
    assert tree(place.live) == {"index.html": b"veranderd", "map/blad.html": b"tweede, blad"}
    assert _left(place) == ["lock"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt(), ValueError()])
@pytest.mark.parametrize("while_copying", [True, False])
def test_a_change_that_breaks_off_leaves_the_site_as_it_was(
    place: Place, monkeypatch: pytest.MonkeyPatch, error: BaseException, while_copying: bool
) -> None:
    def fail(*given: object) -> None:
        raise error

    before = tree(place.live)
    if while_copying:
        monkeypatch.setattr(publication, "_share", fail)
    with pytest.raises((type(error), shutil.Error)):
        change_site(place, lambda copy: (_rewrite(copy), fail()))
    assert tree(place.live) == before
    assert _left(place) == ["lock"]


def test_without_a_site_only_what_lies_beside_it_goes(place: Place) -> None:
    publish_site(place, _release("tweede"))
    _release("half")(place.next)
    shutil.rmtree(place.live)
    change_site(place, _refuse)
    assert not place.live.exists()
    assert _left(place) == ["lock"]


def test_a_swap_that_was_cut_off_is_mended_before_a_change(place: Place) -> None:
    place.live.rename(place.work / f"next{publication._ASIDE}")
    change_site(place, _rewrite)
    assert _live(place) == "veranderd"
    assert _left(place) == ["lock"]
