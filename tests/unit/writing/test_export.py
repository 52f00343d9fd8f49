from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.rendering import Asset, Page, Text
from reflection_handbook.writing.export import export
from reflection_handbook.writing.prepare import Prepared, Wish, prepare
from support import PORTFOLIO, STORY, TODAY, lay_out, make_project, tree


def _project(root: Path) -> Path:
    return make_project(
        root,
        {
            "teams/west/portfolio.yml": PORTFOLIO,
            "teams/_gedeeld/best-practices/luisteren.md": STORY,
            "docs/over/index.md": "---\ndescription: Over ons.\n---\n\n# Over\n",
            "docs/teams/index.md": "---\ndescription: De teams.\n---\n# Teams\n\n<!-- handboek: teams -->\n",
            "docs/beeld/plaatje.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
            "docs/vragenbank/vragen.yml": "vragen: []\n",
            "docs/.verborgen": "x",
        },
    )


def _export(root: Path, target: Path) -> int:
    return export(prepare(root, Wish(TODAY)), root / "docs", target)


def _card(text: str) -> dict[str, object]:
    """Return a page's front matter, read by another reader than ours."""
    found = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    assert found
    card = yaml.safe_load(found[1])
    assert isinstance(card, dict)
    return card


def test_the_export_is_a_tree_of_pages_and_files(tmp_path: Path) -> None:
    root = _project(tmp_path / "project")
    pages = _export(root, tmp_path / "uit")
    written = tree(tmp_path / "uit")
    own = {"teams/west/index.md", "best-practices/luisteren/index.md", "transformatiedoelen/eigen-kracht/index.md"}
    own |= {"transformatiedoelen/normaliseren/index.md"}
    docs = {path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*.md")}
    assert {name for name in written if name.endswith(".md")} == docs | own
    assert pages == len(docs | own)
    assert {"data/handbook.json", "assets/handboek/handboek.css", "beeld/plaatje.svg"} <= set(written)
    assert not [name for name in written if name.endswith(("portfolio.yml", "vragen.yml", ".verborgen"))]


def test_pages_of_docs_go_along_as_they_are_and_those_with_slots_keep_their_data(tmp_path: Path) -> None:
    root = _project(tmp_path / "project")
    _export(root, tmp_path / "uit")
    written = tree(tmp_path / "uit")
    assert written["over/index.md"] == (root / "docs/over/index.md").read_bytes()
    assert written["theorie/index.md"] == (root / "docs/theorie/index.md").read_bytes()
    teams = written["teams/index.md"].decode()
    assert teams.startswith("---\ndescription: De teams.\n---\n\n# Teams\n\n<")
    assert 'href="west/"' in teams


def test_of_the_data_above_a_page_only_what_an_engine_asks_for_goes_along(tmp_path: Path) -> None:
    root = _project(tmp_path / "project")
    step = (root / "docs/methode/2-interviews/index.md").read_text(encoding="utf-8")
    given = step.replace("---\n", "---\ntitle: '\\ Eén 🌱 \"twee\"'\nsearch: {exclude: ja}\nhide: [toc]\n", 1)
    lay_out(root, {"docs/methode/2-interviews/index.md": given})
    _export(root, tmp_path / "uit")
    text = (tmp_path / "uit/methode/2-interviews/index.md").read_text(encoding="utf-8")
    assert _card(text) == {"title": '\\ Eén 🌱 "twee"', "search": {"exclude": True}, "hide": ["toc"]}
    assert "duur_bron" not in text and "\n# Stap 2\n" in text


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("---\n---\n# Kop\n", "# Kop\n"),
        ("---\n# uitleg\n---\n# Kop\n", "# Kop\n"),
        ("---\ndescription: Kort.\n---", "---\ndescription: Kort.\n---\n\n"),
        ("Opmerking: tekst\n", "Opmerking: tekst\n"),
    ],
)
def test_odd_data_above_a_page_becomes_plain_data_or_none(tmp_path: Path, given: str, written: str) -> None:
    root = make_project(tmp_path / "project", {"docs/over/index.md": given})
    _export(root, tmp_path / "uit")
    assert (tmp_path / "uit/over/index.md").read_text(encoding="utf-8") == written


def test_a_page_of_ours_has_front_matter_that_any_engine_reads(tmp_path: Path) -> None:
    _export(_project(tmp_path / "project"), tmp_path / "uit")
    text = (tmp_path / "uit/teams/west/index.md").read_text(encoding="utf-8")
    assert _card(text)["title"] == "Wijkteam West"
    assert "\n\n<p" in text


TITLES = ['Een "naam"', "naam: x", "---", "# x", "{{ x }}", "Één ’s", "\\", "!!python/name:x", "*a", "nee", "12:30"]
TITLES += ['🌱 "Samen" ’s avonds 👩‍👧', "Lang, " * 40 + "einde", "Een '---' erin", "<b>&amp;"]


@pytest.mark.parametrize("title", TITLES)
def test_no_title_ends_its_front_matter_early(tmp_path: Path, title: str) -> None:
    page = Page("x/index.md", title, title, "teams/index.md", "<p>Tekst</p>")
    lay_out(tmp_path, {"docs/index.md": "# Start\n"})
    export(Prepared("Proef", "", (page,), frozenset(), ()), tmp_path / "docs", tmp_path / "uit")
    text = (tmp_path / "uit/x/index.md").read_text(encoding="utf-8")
    assert _card(text) == {"title": title, "description": title, "hide": ["navigation"]}
    assert text.endswith("---\n\n<p>Tekst</p>\n")


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    root = _project(tmp_path / "project")
    _export(root, tmp_path / "een")
    _export(root, tmp_path / "twee")
    assert tree(tmp_path / "een") == tree(tmp_path / "twee")


def test_an_earlier_export_is_replaced_whole(tmp_path: Path) -> None:
    root = _project(tmp_path / "project")
    _export(root, tmp_path / "uit")
    (root / "teams/west/portfolio.yml").unlink()
    (root / "teams/west").rmdir()
    _export(root, tmp_path / "uit")
    assert not (tmp_path / "uit/teams/west").exists()
    assert (tmp_path / "uit/index.md").exists()


@pytest.mark.parametrize("prepare_target", ["empty", "missing", "deep"])
def test_an_empty_or_missing_folder_will_do(tmp_path: Path, prepare_target: str) -> None:
    target = tmp_path / "een/twee/uit" if prepare_target == "deep" else tmp_path / "uit"
    if prepare_target == "empty":
        target.mkdir()
    _export(_project(tmp_path / "project"), target)
    assert (target / "index.md").exists()


@pytest.mark.parametrize("content", [{"uit/brief.txt": "van iemand"}, {"uit": "een bestand"}])
def test_what_somebody_else_put_there_is_left_alone(tmp_path: Path, content: dict[str, str]) -> None:
    root = _project(tmp_path / "project")
    lay_out(tmp_path, content)
    before = tree(tmp_path)
    with pytest.raises(WrongUseError, match="uit "):
        _export(root, tmp_path / "uit")
    assert tree(tmp_path) == before


def test_the_project_itself_is_no_place_for_an_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _project(tmp_path / "project")
    monkeypatch.chdir(root)
    before = tree(root)
    for target in (Path(), Path("docs"), Path("docs/uit"), Path("teams/uit")):
        with pytest.raises(WrongUseError, match=f"De map {target.resolve().name} "):
            _export(root, target)
    assert tree(root) == before


def test_a_link_to_an_earlier_export_stays_a_link(tmp_path: Path) -> None:
    root = _project(tmp_path / "project")
    _export(root, tmp_path / "echt")
    (tmp_path / "uit").symlink_to(tmp_path / "echt")
    _export(root, tmp_path / "uit")
    assert (tmp_path / "uit").is_symlink()
    assert (tmp_path / "echt/index.md").exists()


def test_when_writing_fails_the_earlier_export_stands_and_nothing_is_left_behind(tmp_path: Path) -> None:
    root = _project(tmp_path / "project")
    _export(root, tmp_path / "uit")
    before = tree(tmp_path)
    impossible = Asset("index.md/te-diep.txt", b"x")  # a page stands where its folder would
    with pytest.raises(OSError):
        prepared = replace(prepare(root, Wish(TODAY)), outputs=(Text("index.md", {}, "nieuw"), impossible))
        export(prepared, root / "docs", tmp_path / "uit")
    assert tree(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "uit"]
