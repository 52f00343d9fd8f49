"""Publication in one stroke: whatever happens, a reader sees the old site whole or the new one whole."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from filelock import FileLock

from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.writing import publication
from reflection_handbook.writing.publication import Place, PublicationError, exchange, publish_site, roll_back


def _release(name: str):  # type: ignore[no-untyped-def]
    def build(folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(name)

    return build


def _fine(folder: Path) -> None:
    assert (folder / "index.html").is_file()


def _live(place: Place) -> str:
    return (place.live / "index.html").read_text()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(tmp_path / "site")
    publish_site(place, _release("eerste"), _fine)
    return place


def test_a_first_site_has_none_before_it(place: Place) -> None:
    assert _live(place) == "eerste"
    with pytest.raises(WrongUseError, match="geen eerdere versie"):
        roll_back(place)


def test_a_second_site_keeps_the_first(place: Place) -> None:
    publish_site(place, _release("tweede"), _fine)
    assert _live(place) == "tweede"
    assert (place.previous / "index.html").read_text() == "eerste"
    assert not place.next.exists()


def test_only_one_earlier_release_is_kept(place: Place) -> None:
    for name in ("tweede", "derde"):
        publish_site(place, _release(name), _fine)
    assert sorted(path.name for path in place.work.iterdir()) == ["lock", "previous"]
    assert (place.previous / "index.html").read_text() == "tweede"


def test_rolling_back_and_back_again(place: Place) -> None:
    publish_site(place, _release("tweede"), _fine)
    roll_back(place)
    assert _live(place) == "eerste"
    roll_back(place)
    assert _live(place) == "tweede"


def test_a_site_that_does_not_pass_is_not_published(place: Place) -> None:
    def refuse(folder: Path) -> None:
        raise PublicationError("lek")

    with pytest.raises(PublicationError, match="lek"):
        publish_site(place, _release("tweede"), refuse)
    assert _live(place) == "eerste"
    assert not place.next.exists()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), MemoryError()])
def test_a_build_that_breaks_off_leaves_the_old_site_and_nothing_else(place: Place, error: BaseException) -> None:
    def build(folder: Path) -> None:
        _release("half")(folder)
        raise error

    with pytest.raises(type(error)):
        publish_site(place, build, _fine)
    assert _live(place) == "eerste"
    assert not place.next.exists()


def test_what_an_interrupted_build_left_is_cleared_away(place: Place) -> None:
    _release("half")(place.next)
    (place.next / "te-veel.html").write_text("half")
    publish_site(place, _release("tweede"), _fine)
    assert [path.name for path in place.live.iterdir()] == ["index.html"]


def test_a_second_builder_is_told_and_waits_its_turn(place: Place) -> None:
    place.work.mkdir(exist_ok=True)
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
        publish_site(place, _release("tweede"), _raise)
    assert _live(place) == "eerste"


def _raise(folder: Path) -> None:
    raise PublicationError("nee")
