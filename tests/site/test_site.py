"""The whole site as files: its addresses, its HTML, its links, and what must not be in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from justhtml import JustHTML

from support import copy_project

from .conftest import run

STEPS = [
    "1-engagement",
    "2-interviews",
    "3-teruglegging",
    "4-werkzame-factoren",
    "5-keuze-monitoring",
    "6-monitoren",
    "7-herhaling",
]
STABLE = [
    "",
    "methode/",
    *(f"methode/{step}/" for step in STEPS),
    "vragenbank/",
    "best-practices/",
    "teams/",
    "teams/voorbeeld/",
    "transformatiedoelen/",
    "transformatiedoelen/eigen-kracht/",
    "theorie/",
    "invoeren/",
    "begrippen/",
    "literatuur/",
    "over/",
]


def page_of(site: Path, path: str) -> Path:
    target = site / unquote(path).lstrip("/")
    return target / "index.html" if path.endswith("/") or target.is_dir() else target


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, JustHTML]:
    """Every page by its address, read by the rules of HTML5."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        found[address] = JustHTML(path.read_text(encoding="utf-8"), collect_errors=True, sanitize=False)
    return found


@pytest.mark.parametrize("address", STABLE)
def test_a_stable_address_is_there(site: Path, address: str) -> None:
    assert page_of(site, address).is_file()


def test_the_files_for_machines_are_there(site: Path) -> None:
    data = json.loads((site / "data" / "handbook.json").read_text(encoding="utf-8"))
    assert (site / "data" / "handbook.schema.json").is_file()
    assert [team["id"] for team in data["teams"]] == sorted(p.name for p in (site / "teams").iterdir() if p.is_dir())
    assert (site / "teams" / "voorbeeld" / "agenda.ics").is_file()
    assert not list((site / "teams" / "pilot-verblijf").glob("*.ics"))


def test_every_page_is_valid_html(pages: dict[str, JustHTML]) -> None:
    assert {address: page.errors for address, page in pages.items() if page.errors} == {}


def test_ids_on_a_page_are_unique(pages: dict[str, JustHTML]) -> None:
    for address, page in pages.items():
        ids = [node.attrs["id"] for node in page.query("[id]")]
        assert sorted(ids) == sorted(set(ids)), address


def test_every_link_and_anchor_leads_somewhere(site: Path, pages: dict[str, JustHTML]) -> None:
    anchors = {address: {node.attrs["id"] for node in page.query("[id]")} for address, page in pages.items()}
    dead = []
    for address, page in pages.items():
        if address == "404.html":
            continue  # it stands at any address, so the engine gives it the site's own
        for node in page.query("a[href], link[href], script[src], img[src]"):
            link = node.attrs.get("href") or node.attrs.get("src") or ""
            parts = urlsplit(urljoin(f"https://site.invalid/{address}", link))
            if parts.netloc != "site.invalid":
                continue
            target = page_of(site, parts.path)
            if not target.is_file():
                dead.append((address, link))
            elif parts.fragment and target.suffix == ".html" and not re.search("^__|=", parts.fragment):
                key = target.relative_to(site).as_posix().removesuffix("index.html")
                if unquote(parts.fragment) not in anchors[key]:
                    dead.append((address, link))
    assert dead == []


def test_what_is_made_up_is_marked_wherever_it_shows(pages: dict[str, JustHTML]) -> None:
    names = ["Wijkteam Voorbeeld", "De vraag op tafel", "Eerst naast elkaar", "Wie past bij dit gezin"]
    shown = 0
    for address, page in pages.items():
        text = "\n".join(node.to_text() for node in page.query("article"))
        if any(name in text for name in names):
            shown += 1
            assert "erzonnen" in text, address
    assert shown >= 6


def test_no_page_lists_every_team_in_its_navigation(pages: dict[str, JustHTML]) -> None:
    for address, page in pages.items():
        for nav in page.query(".md-sidebar a, .md-tabs a"):
            assert "teams/pilot-" not in (nav.attrs.get("href") or ""), address


def test_sources_are_not_on_the_site(site: Path) -> None:
    assert not list(site.rglob("*.yml")) and not list(site.rglob("*.md"))


def test_without_the_plugin_nothing_of_a_team_is_published(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert "  - reflection-handbook\n" in settings
    (project / "mkdocs.yml").write_text(settings.replace("  - reflection-handbook\n", ""), encoding="utf-8")
    done = run(project, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    site = project / "site"
    assert not [path for path in (site / "teams").rglob("*") if path.name != "index.html"]
    assert not (site / "data").exists()
    everything = b"".join(path.read_bytes() for path in site.rglob("*") if path.is_file())
    for marker in ("Elkaars kwaliteiten benutten", "Pilotteam verblijf", "Snel contact maken met jongeren"):
        assert marker.encode() not in everything


def test_the_export_holds_the_same_pages(project: Path, site: Path, tmp_path: Path) -> None:
    done = run(project, "handbook", "export", str(tmp_path / "tree"))
    assert done.returncode == 0, done.stderr
    exported = {
        path.relative_to(tmp_path / "tree").as_posix().removesuffix(".md").removesuffix("index").strip("/")
        for path in (tmp_path / "tree").rglob("*.md")
    }
    # A page that stands by itself is a file in both.
    exported |= {path.parent.relative_to(tmp_path / "tree").as_posix() for path in (tmp_path / "tree").rglob("*.html")}
    built = {path.relative_to(site).parent.as_posix().strip(".") for path in site.rglob("index.html")}
    assert exported == built
    for name in ("data/handbook.json", "teams/voorbeeld/agenda.ics", "assets/handboek/handboek.css"):
        assert (tmp_path / "tree" / name).read_bytes() == (site / name).read_bytes()


def test_two_builds_of_the_same_sources_hold_the_same_pages(project: Path, site: Path, tmp_path: Path) -> None:
    again = copy_project(tmp_path / "again")
    assert run(again, "handbook", "build").returncode == 0
    for path in sorted(site.rglob("*.html")):
        other = again / "site" / path.relative_to(site)
        assert path.read_bytes() == other.read_bytes(), path.name
