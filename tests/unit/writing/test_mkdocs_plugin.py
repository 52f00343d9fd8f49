"""What the plugin does in real builds of small projects, laid out by each test."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.writing import mkdocs_plugin
from reflection_handbook.writing.engine import build_site
from reflection_handbook.writing.prepare import Wish
from support import PORTFOLIO, SETTINGS, STORY, TODAY, lay_out, make_project, tree

MARK = "Kanarieteam"

pytestmark = pytest.mark.usefixtures("same_day")


def _site(root: Path) -> dict[str, bytes]:
    return tree(root / "site")


class _Page(HTMLParser):
    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.events: list[str] = []
        self.title = self._inside = ""
        self.scripts = ""
        self.images: list[str] = []
        self._drawn = False  # a drawing has a title of its own
        self.feed(html.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self._drawn |= tag == "svg"
        self.links += [value or "" for name, value in attrs if name == "href" and tag == "a"]
        self.images += [value or "" for name, value in attrs if name == "src" and tag == "img"]
        self.events += [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""
        self._drawn &= tag != "svg"

    def handle_data(self, data: str) -> None:
        self.title += data if self._inside == "title" and not self._drawn else ""
        self.scripts += data if self._inside == "script" else ""


def test_the_plugin_stays_thin() -> None:
    assert mkdocs_plugin.__file__
    text = Path(mkdocs_plugin.__file__).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 100


def test_the_engine_by_itself_stops_at_broken_content_names_the_file_and_leaves_an_earlier_site_whole(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    build(load_config(str(root / "mkdocs.yml")))
    lay_out(root, {"site/eerder.txt": "van de vorige keer", "teams/west/portfolio.yml": "soort: iets\n"})
    before = _site(root)
    with pytest.raises(Abort):
        build(load_config(str(root / "mkdocs.yml")))
    assert "teams/west/portfolio.yml:1: fout: " in caplog.text
    assert _site(root) == before
    # and the mark is one that a build which does not stop takes away
    lay_out(root, {"teams/west/portfolio.yml": PORTFOLIO})
    build(load_config(str(root / "mkdocs.yml")))
    assert "eerder.txt" not in _site(root)


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
    assert "#dit-komt-er" in page.links
    assert b'<meta name="description" content="Wijkteam West: ' in html


HEADED = """\
---
title: 'Een <b> & "twee"'
description: 'Klein < groot & "zo" <script>kwaad()</script>'
---
# Kop
"""


def test_titles_and_descriptions_of_pages_of_docs_are_text(tmp_path: Path) -> None:
    heading = '# Een < twee & "drie" <i>vier</i> `<u>`\n'
    root = make_project(tmp_path, {"docs/over/index.md": HEADED, "docs/theorie/index.md": heading})
    build_site(root, Wish(TODAY))
    given, found = (_site(root)[f"{name}/index.html"] for name in ("over", "theorie"))
    assert b"<title>Een &lt;b&gt; &amp; &#34;twee&#34; - Proefhandboek</title>" in given
    assert b"<title>Een &lt; twee &amp; &#34;drie&#34; vier &lt;u&gt; - Proefhandboek</title>" in found
    escaped = b"Klein &lt; groot &amp; &#34;zo&#34; &lt;script&gt;kwaad()&lt;/script&gt;"
    assert b'<meta name="description" content="' + escaped + b'">' in given
    assert "kwaad" not in _Page(given).scripts
    assert b"<b>" not in given and b'"twee"' not in given  # in the header and the navigation neither


def test_the_site_has_the_name_and_the_line_that_the_organisation_gave_it(tmp_path: Path) -> None:
    organisation = """naam: 'Leren <b> & "zo"'\nondertitel: 'Stap < stap & "verder"'\n"""
    root = make_project(tmp_path, {"handbook.yml": organisation, "docs/over/index.md": "---\ndescription: Wij.\n---\n"})
    build_site(root, Wish(TODAY))
    start, about = (_site(root)[name] for name in ("index.html", "over/index.html"))
    assert b"<title>Leren &lt;b&gt; &amp; &#34;zo&#34;</title>" in start
    assert b'<meta name="description" content="Stap &lt; stap &amp; &#34;verder&#34;">' in start
    assert b'<meta name="description" content="Wij.">' in about  # a page's own goes before it
    for page in (start, about):
        assert b"Proefhandboek" not in page and b"<b>" not in page and b'"zo"' not in page


@pytest.mark.parametrize(
    ("text", "shown", "description"),
    [
        ("---\ndescription: Kanarie\n---", "", "Kanarie"),
        ("---\ndescription: Kanarie\n---\n", "", "Kanarie"),
        ("---\ndescription: Kanarie\n...\nTekst.\n", "Tekst.", "Kanarie"),
        ("---\n---\nTekst.\n\n---\n\nMeer.\n", "Tekst. Meer.", None),
        ("---\n# Kanarie\n---\nTekst.\n", "Tekst.", None),
        ("Opmerking: tekst\n\nMeer.\n", "Opmerking: tekst Meer.", None),
        ("Opmerking: tekst", "Opmerking: tekst", None),
        ("title: Kanarie\ndescription: Kanarie\n\nMeer.\n", "title: Kanarie description: Kanarie Meer.", None),
    ],
    ids=["no end of line", "no text", "dots", "nothing in it", "a remark", "a colon", "a colon alone", "two colons"],
)
def test_however_the_data_above_a_page_is_written_its_text_is_shown_and_the_data_is_not(
    tmp_path: Path, text: str, shown: str, description: str | None
) -> None:
    root = make_project(tmp_path, {"docs/over/index.md": text})
    build_site(root, Wish(TODAY))
    html = _site(root)["over/index.html"].decode()
    article = re.search(r"<article.*?</article>", html, re.DOTALL)
    assert article
    words = re.sub(r"<h1>.*?</h1>|<[^>]*>", " ", article[0]).split()  # the engine makes a heading where there is none
    assert " ".join(words) == shown
    assert re.findall(r'<meta name="description" content="(.*?)">', html) == ([description] if description else [])
    assert "Kanarie" not in _Page(html.encode()).title


PAGES = ("over/index.html", "theorie/index.html")


def _side(root: Path, name: str) -> bytes:
    """Return the opening tag of a page's navigation beside the text."""
    found = re.search(rb"<div class=.md-sidebar md-sidebar--primary.[^>]*>", _site(root)[name])
    return found[0] if found else b""


def test_a_page_s_other_wishes_reach_the_engine(tmp_path: Path) -> None:
    card = "---\nhide: [navigation]\nicon: material/home\nsearch: {exclude: ja}\n---\n# Over\n\nKanarie.\n"
    root = make_project(tmp_path, {"docs/over/index.md": card, "docs/theorie/index.md": "# Theorie\n\nMus.\n"})
    build_site(root, Wish(TODAY))
    hidden = {name: b"md-sidebar--primary" in _site(root)[name] and b"hidden" in _side(root, name) for name in PAGES}
    assert hidden == {"over/index.html": True, "theorie/index.html": False}
    index = _site(root)["search/search_index.json"]
    assert b"Mus" in index and b"Kanarie" not in index


def test_hostile_words_stay_words_in_every_file_of_the_site(tmp_path: Path) -> None:
    word = "</title></script><script>alert('kwaad')</script><img src=kwaad onerror=alert(1)>&\\\""
    quoted = "'{}'".format(word.replace("'", "''"))
    root = make_project(
        tmp_path,
        {
            "handbook.yml": f"naam: {quoted}\nondertitel: {quoted}\n"
            f"transformatiedoelen: [{{id: aim, naam: {quoted}}}]\n",
            "teams/west/portfolio.yml": PORTFOLIO.replace("Wijkteam West", quoted)
            + "doelen: [{id: samen, naam: Samen, transformatiedoelen: [aim]}]\n",
            "docs/transformatiedoelen/index.md": "# Doelen\n\n<!-- handboek: transformatiedoelen -->\n",
        },
    )
    build_site(root, Wish(TODAY))
    site = _site(root)
    pages = {name: _Page(data) for name, data in site.items() if name.endswith(".html")}
    assert not [name for name, page in pages.items() if "alert('kwaad')" in page.scripts or "kwaad" in page.images]
    assert not [name for name, page in pages.items() if page.events]
    assert pages["teams/west/index.html"].title == f"{word} - {word}"
    records = json.loads(site["search/search_index.json"])["docs"]
    assert not [r for r in records if "<script" in r["title"] + r["text"] or "<img" in r["title"] + r["text"]]


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
