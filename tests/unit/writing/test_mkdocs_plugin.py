"""Real builds of small projects, laid out by each test."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.errors import ContentError, WrongUseError
from reflection_handbook.writing import mkdocs_plugin
from reflection_handbook.writing.engine import build_site, site_folder
from reflection_handbook.writing.export import export
from reflection_handbook.writing.prepare import Wish, prepare
from support import PORTFOLIO, SETTINGS, TODAY, make_project, tree

STORY = """\
---
titel: Eerst luisteren
herkomst: pilot
toestemming: {grondslag: openbare-bron, verwijzing: Het rapport}
---
Eerst *luisteren*.
"""
MARK = "Kanarieteam"
MEETING = "agenda: [{datum: 2026-12-10, wat: Meting}]\n"


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every build reckon from one day, and leave the engine's logger as it was."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    logger = logging.getLogger("mkdocs")
    before = (logger.level, list(logger.handlers))
    yield
    assert (logger.level, list(logger.handlers)) == before


def _site(root: Path) -> dict[str, bytes]:
    return tree(root / "site")


def _addresses(pages: Mapping[str, bytes]) -> set[str]:
    """Return the addresses at which pages stand, of a site or of a tree of Markdown."""
    found = set()
    for name in pages:
        if name.endswith(".html") and name != "404.html":
            found.add(name.removesuffix("index.html"))
        elif name.endswith(".md"):
            path = name.removesuffix(".md").removesuffix("index").strip("/")
            found.add(f"{path}/" if path else "")
    return found


class _Page(HTMLParser):
    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.events: list[str] = []
        self.title = self._inside = ""
        self.scripts = ""
        self.images: list[str] = []
        self.feed(html.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self.links += [value or "" for name, value in attrs if name == "href" and tag == "a"]
        self.images += [value or "" for name, value in attrs if name == "src" and tag == "img"]
        self.events += [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        self.title += data if self._inside == "title" else ""
        self.scripts += data if self._inside == "script" else ""


def test_the_plugin_stays_thin() -> None:
    assert mkdocs_plugin.__file__
    text = Path(mkdocs_plugin.__file__).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 100


def test_the_site_and_the_export_have_the_same_pages_and_files(tmp_path: Path) -> None:
    root = make_project(
        tmp_path / "project",
        {
            "teams/west/portfolio.yml": PORTFOLIO + MEETING,
            "teams/verborgen/portfolio.yml": f"naam: {MARK}\nsoort: wijkteam\nherkomst: praktijk\n",
            "teams/_gedeeld/best-practices/luisteren.md": STORY,
        },
    )
    assert build_site(root, Wish(TODAY)) == "site"
    export(prepare(root, Wish(TODAY)), root / "docs", tmp_path / "uit")
    site, exported = _site(root), tree(tmp_path / "uit")
    assert _addresses(site) == _addresses(exported)
    assert {"teams/west/", "best-practices/luisteren/", "transformatiedoelen/normaliseren/", ""} <= _addresses(site)
    files = {name for name in exported if not name.endswith(".md") and not name.startswith(".")}
    assert "teams/west/agenda.ics" in files
    assert {name: site[name] for name in files} == {name: exported[name] for name in files}
    assert not [name for name, data in [*site.items(), *exported.items()] if MARK.encode() in data]


def test_a_build_leaves_the_sources_as_they_were(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    before = tree(root)
    build_site(root, Wish(TODAY))
    assert {name: data for name, data in tree(root).items() if not name.startswith("site/")} == before


@pytest.mark.parametrize("content", ["soort: iets\n", "naam: [\n", "naam: Een\nnaam: Twee\n"])
def test_broken_content_leaves_an_earlier_site_untouched(tmp_path: Path, content: str) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    build_site(root, Wish(TODAY))
    before = _site(root)
    (root / "teams/west/portfolio.yml").write_text(content, encoding="utf-8")
    with pytest.raises(ContentError):
        build_site(root, Wish(TODAY))
    assert _site(root) == before


def test_the_engine_by_itself_stops_at_broken_content_and_names_the_file(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": "soort: iets\n"})
    with pytest.raises(Abort):
        build(load_config(str(root / "mkdocs.yml")))
    assert "teams/west/portfolio.yml:1: fout: " in caplog.text
    assert "teams/west/index.html" not in _site(root)


def test_without_the_plugin_nothing_of_the_teams_is_published(tmp_path: Path) -> None:
    root = make_project(
        tmp_path,
        {
            "mkdocs.yml": SETTINGS.replace(", reflection-handbook", ""),
            "teams/west/portfolio.yml": PORTFOLIO.replace("Wijkteam West", MARK),
            "teams/_gedeeld/best-practices/luisteren.md": STORY.replace("Eerst *luisteren*", MARK),
        },
    )
    with pytest.raises(WrongUseError, match="plugin"):
        build_site(root, Wish(TODAY))
    assert not (root / "site").exists()
    build(load_config(str(root / "mkdocs.yml")))
    assert "index.html" in _site(root)
    assert not [name for name, data in _site(root).items() if MARK.encode() in data or "west" in name]


def test_a_project_without_teams_builds_and_says_what_will_stand_there(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / "teams").mkdir()
    build_site(root, Wish(TODAY))
    assert "Hier komt elk team te staan" in _site(root)["teams/index.html"].decode()


def test_an_inner_circle_has_a_folder_of_its_own(tmp_path: Path) -> None:
    root = make_project(
        tmp_path,
        {
            "teams/west/portfolio.yml": PORTFOLIO.replace("Wijkteam West", MARK).replace("openbaar", "team"),
            "teams/oost/portfolio.yml": PORTFOLIO,
        },
    )
    assert build_site(root, Wish(TODAY)) == "site"
    assert build_site(root, Wish(TODAY, Audience.TEAM, "west")) == "site-team-west"
    assert build_site(root, Wish(TODAY, Audience.ORGANISATION)) == "site-organisatie"
    seen = {
        name: any(MARK.encode() in data for data in tree(root / name).values())
        for name in ("site", "site-organisatie", "site-team-west")
    }
    assert seen == {"site": False, "site-organisatie": False, "site-team-west": True}


def test_every_circle_asked_for_has_another_folder() -> None:
    wishes = [Wish(TODAY, a) for a in (None, Audience.ORGANISATION, Audience.PUBLIC)]
    wishes += [Wish(TODAY, Audience.TEAM, team) for team in ("west", "oost")]
    assert len({site_folder(wish) for wish in wishes}) == 5


def test_the_plugin_s_own_options_set_the_audience(tmp_path: Path) -> None:
    root = make_project(
        tmp_path,
        {
            "mkdocs.yml": SETTINGS.replace("reflection-handbook", "reflection-handbook: {audience: organisatie}"),
            "teams/west/portfolio.yml": PORTFOLIO.replace("openbaar", "organisatie"),
        },
    )
    build(load_config(str(root / "mkdocs.yml")))
    assert json.loads(_site(root)["data/handbook.json"])["bereik"] == "organisatie"
    assert "teams/west/index.html" in _site(root)


def test_the_addresses_stand_fast(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(tmp_path, {"mkdocs.yml": f"{SETTINGS}use_directory_urls: false\n"})
    with pytest.raises(WrongUseError):
        build_site(root, Wish(TODAY))
    assert "Zet ‘use_directory_urls’ niet uit" in capsys.readouterr().err


def test_a_page_does_not_list_the_other_teams(tmp_path: Path) -> None:
    teams = [f"team-{number:02}" for number in range(50)]
    root = make_project(tmp_path, {f"teams/{id}/portfolio.yml": PORTFOLIO.replace("West", id) for id in teams})
    build_site(root, Wish(TODAY))
    site = _site(root)
    for uri in ("teams/team-07/index.html", "index.html", "methode/index.html"):
        links = [link for link in _Page(site[uri]).links if re.search(r"team-\d\d/$", link)]
        assert links == []
        assert set(re.findall(r"team-\d\d", site[uri].decode())) <= {"team-07"}
    overview = {link.strip("/") for link in _Page(site["teams/index.html"]).links}
    assert set(teams) <= overview


def test_a_page_of_ours_has_a_title_a_description_and_a_table_of_contents(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    build_site(root, Wish(TODAY))
    html = _site(root)["teams/west/index.html"]
    page = _Page(html)
    assert page.title == "Wijkteam West - Proefhandboek"
    assert {"#doelen", "#agenda", "#werkzame-factoren"} <= set(page.links)
    assert b'<meta name="description" content="Wijkteam West: ' in html


def test_hostile_words_stay_words_in_every_file_of_the_site(tmp_path: Path) -> None:
    word = "</title></script><script>alert('kwaad')</script><img src=kwaad onerror=alert(1)>&\\\""
    root = make_project(
        tmp_path,
        {
            "handbook.yml": "naam: Proef\ntransformatiedoelen: [{id: aim, naam: 'NAAM'}]\n".replace(
                "NAAM", word.replace("'", "''")
            ),
            "teams/west/portfolio.yml": PORTFOLIO.replace("Wijkteam West", f"'{word.replace(chr(39), chr(39) * 2)}'")
            + "doelen: [{id: samen, naam: Samen, transformatiedoelen: [aim]}]\n",
            "docs/transformatiedoelen/index.md": "# Doelen\n\n<!-- handboek: transformatiedoelen -->\n",
        },
    )
    build_site(root, Wish(TODAY))
    site = _site(root)
    pages = {name: _Page(data) for name, data in site.items() if name.endswith(".html")}
    assert not [name for name, page in pages.items() if "alert('kwaad')" in page.scripts or "kwaad" in page.images]
    assert not [name for name, page in pages.items() if page.events]
    assert pages["teams/west/index.html"].title == f"{word} - Proefhandboek"
    records = json.loads(site["search/search_index.json"])["docs"]
    assert not [r for r in records if "<script" in r["title"] + r["text"] or "<img" in r["title"] + r["text"]]


def test_the_same_project_on_the_same_day_gives_the_same_pages(tmp_path: Path) -> None:
    files = {"teams/west/portfolio.yml": PORTFOLIO + MEETING, "teams/_gedeeld/best-practices/luisteren.md": STORY}
    sites = []
    for name in ("een", "twee"):
        root = make_project(tmp_path / name, files)
        build_site(root, Wish(TODAY))
        sites.append({n: data for n, data in _site(root).items() if not n.startswith("sitemap")})
    assert sites[0] == sites[1]


def test_the_settings_of_a_project_that_is_no_site_are_wrong_use(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"mkdocs.yml": None})
    with pytest.raises(WrongUseError, match=r"mkdocs\.yml"):
        build_site(root, Wish(TODAY))
    (root / "mkdocs.yml").write_text("site_name: x\ntheme: {name: bestaat-niet}\n", encoding="utf-8")
    with pytest.raises(WrongUseError):
        build_site(root, Wish(TODAY))


def test_a_build_tells_how_far_it_is(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    heard: list[str] = []
    build_site(root, Wish(TODAY), heard.append)
    assert {"index.md", "teams/west/index.md"} <= set(heard)


def test_live_reload_also_watches_the_teams_the_settings_and_the_templates(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    config = load_config(str(root / "mkdocs.yml"))
    plugin = config.plugins["reflection-handbook"]
    assert isinstance(plugin, mkdocs_plugin.ReflectionHandbookPlugin)
    watched: list[Path] = []

    class Server(LiveReloadServer):
        def watch(self, path: str, func: object = None, *, recursive: bool = True) -> None:
            watched.append(Path(path))

    server = Server(lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    try:
        plugin.on_serve(server, config=config, builder=None)
    finally:
        server.server_close()
    assert {root / "teams", root / "handbook.yml"} < set(watched)
    assert any((path / "templates").is_dir() for path in watched)
