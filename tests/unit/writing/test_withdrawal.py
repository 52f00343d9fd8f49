"""Withdrawal: what was given is taken back at once, whatever else is broken, and does not come back by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.writing import engine, publication, withdrawal
from reflection_handbook.writing.engine import build_site, roll_back_site
from reflection_handbook.writing.prepare import Wish, prepare
from reflection_handbook.writing.releases import people_in
from reflection_handbook.writing.withdrawal import Withdrawal, withdraw
from support import PORTFOLIO, SETTINGS, STORY, TODAY, lay_out, make_project, tree

from .released import STORY as SENTENCE
from .released import release

PRACTICE = "teams/west/best-practices/een.md"
SHARED = "teams/_gedeeld/best-practices/twee.md"
TEAM = "teams/west/portfolio.yml"
ADDRESSES = {PRACTICE: "best-practices/een/", SHARED: "best-practices/twee/", TEAM: "teams/west/"}

pytestmark = pytest.mark.usefixtures("same_day")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a site of two releases that hold a team and two practices."""
    sources = {PRACTICE: STORY, SHARED: STORY, TEAM: PORTFOLIO, "teams/oost/portfolio.yml": PORTFOLIO}
    return make_project(tmp_path / "project", {**sources, **release(), **release(".site/previous")})


def _withdraw(root: Path, file: str = PRACTICE, day: date = TODAY) -> Withdrawal:
    return withdraw(root, Path(file), day)


def _text(root: Path, file: str = PRACTICE) -> str:
    return (root / file).read_bytes().decode()


def _shown(root: Path) -> dict[str, bool]:
    """Return for every release below the project whether anything that was withdrawn can be in it."""
    return {
        folder.parent.relative_to(root).as_posix(): ADDRESSES[PRACTICE] in people_in(folder.parent)
        for folder in sorted(root.rglob("best-practices"))
        if "teams" not in folder.relative_to(root).parts and "docs" not in folder.relative_to(root).parts
    }


# ---- what it does ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", [PRACTICE, SHARED, TEAM])
def test_it_writes_the_day_and_takes_it_from_the_site_and_from_the_release_before(root: Path, file: str) -> None:
    before = _text(root, file)
    found = _withdraw(root, file)
    assert _text(root, file) == before.replace("{grond", "{ingetrokken: 2026-11-23, grond").replace(
        "{bereik", "{ingetrokken: 2026-11-23, bereik"
    )
    assert _text(root, file) != before
    assert people_in(root / "site") == {"teams/west/", "teams/oost/", *ADDRESSES.values()} - {ADDRESSES[file]}
    assert sorted(path.name for path in (root / ".site").iterdir()) == ["lock"]
    assert found.done == (
        f"In {file} staat nu: ingetrokken op 2026-11-23.",
        "Weg van site/. De versie daarvoor is ook gewist.",
    )
    assert found.failed == ()


def test_what_no_command_reaches_is_named(root: Path) -> None:
    practice, team = _withdraw(root, PRACTICE).beyond, _withdraw(root, TEAM).beyond
    for word in ("versiebeheer", "webserver", "Zoekmachines", "gedrukt", "handbook export"):
        assert any(word in sentence for sentence in practice)
    assert [sentence for sentence in team if sentence not in practice] == [
        "Agenda’s die mensen al in hun eigen telefoon of computer hebben staan."
    ]


def test_a_page_of_the_organisation_with_the_same_sentence_is_named_and_left(root: Path) -> None:
    lay_out(root, {"docs/over/index.md": f"# Over\n\nZij zei: *{SENTENCE}*\n", PRACTICE: STORY + SENTENCE})
    lay_out(root, {"site/over/index.html": f"<!doctype html><p>Zij zei: <em>{SENTENCE}</em></p></html>"})
    before = (root / "site/over/index.html").read_bytes()
    beyond = _withdraw(root).beyond
    assert beyond[-1] == "docs/over/index.md: daar staat een zin die hier ook in staat. Kijk of die weg moet."
    assert (root / "site/over/index.html").read_bytes() == before
    assert not any("docs/" in sentence for sentence in _withdraw(root, SHARED).beyond)


def test_twice_does_no_harm_and_the_first_day_stays(root: Path) -> None:
    _withdraw(root)
    once = tree(root)
    again = _withdraw(root, day=TODAY + timedelta(30))
    assert again.done[0] == f"In {PRACTICE} stond al: ingetrokken op 2026-11-23."
    assert again.failed == ()
    assert tree(root) == once


@pytest.mark.parametrize("day", ["2026-11-01", "2026-11", "'2025'", "2030-01-01"])
def test_a_day_that_somebody_typed_stays(root: Path, day: str) -> None:
    text = STORY.replace("{grond", f"{{ingetrokken: {day}, grond")
    lay_out(root, {PRACTICE: text})
    assert _withdraw(root).done[0] == f"In {PRACTICE} stond al: ingetrokken op {day.strip(chr(39))}."
    assert _text(root) == text
    assert not any(_shown(root).values())


@pytest.mark.parametrize("word", ["ja", "gisteren", "''"])
def test_what_is_no_day_is_replaced_by_one(root: Path, word: str) -> None:
    lay_out(root, {PRACTICE: STORY.replace("{grond", f"{{ingetrokken: {word}, grond")})
    assert _withdraw(root).failed == ()
    assert _text(root) == STORY.replace("{grond", "{ingetrokken: 2026-11-23, grond")


# ---- whatever else is broken ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("teams/oost/portfolio.yml", "naam: [\n"),
        ("teams/oost/portfolio.yml", b"\xff\xfe\x00"),
        ("teams/west/best-practices/ander.md", "---\nxx: [\n"),
        ("teams/west/portfolio.yml", "naam: [\n"),
        ("teams/west/portfolio.yml", None),
        ("handbook.yml", "naam: [\n"),
        ("handbook.yml", None),
        ("docs/index.md", b"\xff"),
    ],
)
def test_another_file_that_is_broken_is_in_nobodys_way(root: Path, file: str, text: str | bytes | None) -> None:
    (root / file).unlink(missing_ok=True)
    lay_out(root, {file: text})
    found = _withdraw(root)
    assert found.failed == ()
    assert "ingetrokken: 2026-11-23" in _text(root)
    assert not any(_shown(root).values())
    # A second time, too, finds the day that stands there.
    assert _withdraw(root, day=TODAY + timedelta(1)).done[0].endswith("stond al: ingetrokken op 2026-11-23.")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitel: [\n---\nTekst\n",
        "Geen gegevens\n",
        "---\ntitel: Een\ntoestemming: ja\n---\nTekst\n",
        b"---\ntitel: Caf\xe9\n---\n",
        b"",
    ],
)
def test_a_file_that_is_broken_itself_is_left_and_the_site_is_not(root: Path, text: str | bytes) -> None:
    lay_out(root, {PRACTICE: text})
    before = (root / PRACTICE).read_bytes()
    found = _withdraw(root)
    assert (root / PRACTICE).read_bytes() == before
    assert found.failed == (
        f"{PRACTICE} is niet veranderd. Zet er zelf bij, onder ‘toestemming’: ingetrokken: 2026-11-23",
    )
    assert not any(_shown(root).values())


def test_a_file_that_is_gone_already_still_leaves_the_site(root: Path) -> None:
    shutil.rmtree(root / "teams")
    found = _withdraw(root)
    assert found.failed == ()
    assert found.done[0] == f"{PRACTICE} is er niet meer. Er was niets op te schrijven."
    assert not any(_shown(root).values())
    with pytest.raises(WrongUseError, match="staat ook niet op een site"):
        _withdraw(root)


@pytest.mark.parametrize("file", ["teams/west/best-practices/bestaat-niet.md", "docs/over/index.md", "mkdocs.yml", "."])
def test_what_was_never_there_is_wrong_use_and_changes_nothing(root: Path, file: str) -> None:
    before = tree(root)
    with pytest.raises(WrongUseError):
        _withdraw(root, file)
    assert tree(root) == before


@pytest.mark.parametrize(
    "settings",
    [
        None,
        "site_name: [\n",
        b"\xff\xfe",
        "",
        "- een lijst\n",
        "site_name: x\n",
        "site_name: x\ntheme: {name: bestaat-niet}\n",
        "site_name: !!python/name:bestaat.niet x\n",
        SETTINGS.replace("search", "bestaat-niet"),
    ],
)
def test_settings_that_are_broken_are_in_nobodys_way_and_are_named(root: Path, settings: str | bytes | None) -> None:
    (root / "mkdocs.yml").unlink()
    lay_out(root, {"mkdocs.yml": settings})
    found = _withdraw(root)
    assert not any(_shown(root).values())
    assert found.failed == (
        "mkdocs.yml is niet te lezen. Staat de site in een andere map dan site/? Dan staat het daar nog.",
    )


# ---- which sites ----------------------------------------------------------------------------------------------------

CIRCLES = ["site-openbaar", "site-organisatie", "site-team-west", "site-team-oost"]


def test_it_goes_from_the_site_of_every_circle(root: Path) -> None:
    for circle in CIRCLES:
        lay_out(root, {**release(circle), **release(f".{circle}/previous")})
    assert all(_shown(root).values()) and len(_shown(root)) == 10
    found = _withdraw(root)
    assert not any(_shown(root).values())
    assert len(found.done) == 1 + 1 + len(CIRCLES)


def test_it_goes_from_a_site_in_another_folder(root: Path) -> None:
    (root / "mkdocs.yml").write_text(SETTINGS + "site_dir: ../openbaar/boek\n", encoding="utf-8")
    (root / "site").rename(root / "weg")
    lay_out(root.parent / "openbaar", {**release("boek"), **release(".boek/previous")})
    found = _withdraw(root)
    assert "Weg van boek/. De versie daarvoor is ook gewist." in found.done
    assert not any(_shown(root.parent / "openbaar").values())


@pytest.mark.parametrize("circle", ["site", "site-team-west"])
@pytest.mark.parametrize("left", ["previous", "next", "next-aside", "previous-aside"])
def test_what_lies_beside_a_site_that_is_gone_is_wiped(root: Path, circle: str, left: str) -> None:
    shutil.rmtree(root / "site")
    shutil.rmtree(root / ".site")
    lay_out(root, release(f".{circle}/{left}"))
    assert _withdraw(root).failed == ()
    assert not any(_shown(root).values())


def test_what_an_interrupted_build_left_beside_a_site_is_wiped(root: Path) -> None:
    for left in ("next", "next-aside", "previous-aside"):
        lay_out(root, release(f".site/{left}"))
    _withdraw(root)
    assert sorted(path.name for path in (root / ".site").iterdir()) == ["lock"]


def test_without_any_site_only_the_day_is_written(root: Path) -> None:
    for name in ("site", ".site"):
        shutil.rmtree(root / name)
    found = _withdraw(root)
    assert (len(found.done), found.failed) == (1, ())
    assert not (root / "site").exists() and not (root / ".site").exists()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ValueError("onverwacht")])
def test_a_site_that_cannot_be_changed_is_named_and_the_others_are_done(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(place: publication.Place, change: Callable[[Path], None], report: publication.Report) -> None:
        if place.live.name == "site":
            raise error
        publication.change_site(place, change, report)

    lay_out(root, release("site-organisatie"))
    monkeypatch.setattr(withdrawal, "change_site", refuse)
    found = _withdraw(root)
    assert found.failed == ("Het staat nog in site/: die map kan niet veranderd worden.",)
    assert "Weg van site-organisatie/. De versie daarvoor is ook gewist." in found.done


def test_a_file_that_cannot_be_written_is_named_and_the_site_is_done(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(withdrawal, "set_in_file", refuse)
    found = _withdraw(root)
    assert [sentence.rpartition(": ")[2] for sentence in found.failed] == ["2026-11-23"]
    assert _text(root) == STORY
    assert not any(_shown(root).values())


# ---- it does not come back ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_project(tmp_path_factory.mktemp("gebouwd") / "project", {SHARED: STORY})
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NO_MKDOCS_2_WARNING", "1")
        build_site(root, Wish(TODAY))
    shutil.copytree(root / "site", root / ".site" / "previous")
    return root


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """A project of which two releases were built that hold a shared practice."""
    root = tmp_path / "project"
    shutil.copytree(built_once, root)
    assert ADDRESSES[SHARED] in people_in(root / "site") & people_in(root / ".site" / "previous")
    return root


def _by_command(root: Path) -> None:
    assert _withdraw(root, SHARED).failed == ()


def _by_hand(root: Path) -> None:
    lay_out(root, {SHARED: STORY.replace("{grond", "{ingetrokken: 2026-11-22, grond")})


def _by_deleting(root: Path) -> None:
    (root / SHARED).unlink()


@pytest.mark.parametrize("way", [_by_command, _by_hand, _by_deleting])
def test_no_rollback_brings_it_back(built: Path, way: Callable[[Path], None]) -> None:
    way(built)
    with pytest.raises(WrongUseError):
        roll_back_site(built, Wish(TODAY))
    build_site(built, Wish(TODAY))
    with suppress(WrongUseError):  # a release from which it was taken may come back
        roll_back_site(built, Wish(TODAY))
    for folder in (built / "site", built / ".site" / "previous"):
        assert ADDRESSES[SHARED] not in people_in(folder)


def test_a_rollback_of_a_broken_project_brings_back_only_what_can_be_vouched_for(built: Path) -> None:
    lay_out(built, {SHARED: "---\ntitel: [\n---\nTekst\n"})
    with pytest.raises(WrongUseError, match="niet meer getoond"):
        roll_back_site(built, Wish(TODAY))
    lay_out(built, {SHARED: STORY, "docs/over/index.md": b"\xff", "teams/oost/portfolio.yml": "naam: [\n"})
    assert roll_back_site(built, Wish(TODAY)) == "site"


def test_a_build_that_was_waiting_does_not_bring_it_back(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build has read its files already when, before its turn comes, somebody withdraws."""

    def prepared_and_then(root: Path, wish: Wish) -> object:
        found = prepare(root, wish)
        monkeypatch.setattr(engine, "prepare", prepare)
        _by_command(root)
        return found

    monkeypatch.setattr(engine, "prepare", prepared_and_then)
    build_site(built, Wish(TODAY))
    assert ADDRESSES[SHARED] not in people_in(built / "site")
    assert "Eerst luisteren" not in (built / "site/data/handbook.json").read_text(encoding="utf-8")
    assert ADDRESSES[SHARED] not in people_in(built / ".site" / "previous")


# ---- after a move ---------------------------------------------------------------------------------------------------


def _story(text: str) -> str:
    return STORY.replace("Eerst *luisteren*.", text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("teams/_gedeeld/best-practices/oud.md", "teams/_gedeeld/best-practices/nieuw.md"),
        ("teams/west/portfolio.yml", "teams/wijkteam-west/portfolio.yml"),
    ],
)
def test_what_was_moved_after_the_build_is_found_by_what_it_says(tmp_path: Path, before: str, after: str) -> None:
    files = {
        "teams/west/portfolio.yml": PORTFOLIO,
        "teams/_gedeeld/best-practices/oud.md": _story("Een heel eigen zin."),
    }
    root = make_project(tmp_path, files)
    build_site(root, Wish(TODAY))
    (root / after).parent.mkdir(parents=True, exist_ok=True)
    (root / before).rename(root / after)
    found = withdraw(root, Path(after), TODAY)
    assert "Weg van site/. De versie daarvoor is ook gewist." in found.done
    told = b"Een heel eigen zin" if after.endswith(".md") else b"Wijkteam West"
    assert not [name for name, content in tree(root / "site").items() if told in content]


def test_what_was_on_no_site_is_not_said_to_be_gone(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    build_site(root, Wish(TODAY))
    lay_out(root, {"teams/oost/portfolio.yml": PORTFOLIO.replace("West", "Oost")})
    found = withdraw(root, Path("teams/oost/portfolio.yml"), TODAY)
    assert found.done[1:] == ("Op site/ stond het niet. Had het daar een andere naam? Geef dan die.",)


def test_a_file_beside_the_pages_that_says_the_same_goes_too_and_is_named(tmp_path: Path) -> None:
    sentence = "Het meisje ging weer graag naar school."
    story = "teams/_gedeeld/best-practices/oud.md"
    root = make_project(
        tmp_path, {story: _story(sentence), "docs/bestanden/verslag.txt": f"Wij schreven: {sentence}\n"}
    )
    build_site(root, Wish(TODAY))
    assert (root / "site/bestanden/verslag.txt").is_file()
    found = withdraw(root, Path(story), TODAY)
    assert not (root / "site/bestanden/verslag.txt").exists()
    assert any("docs/bestanden/verslag.txt" in sentence for sentence in found.beyond)
