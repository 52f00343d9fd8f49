"""What the plugin lets the engine publish, in real builds of small projects."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from PIL import Image, PngImagePlugin

from reflection_handbook.rendering.policy import Policies
from reflection_handbook.writing.engine import build_site
from reflection_handbook.writing.placing import finish, place
from reflection_handbook.writing.prepare import Wish
from support import PORTFOLIO, SETTINGS, TODAY, lay_out, make_project, tree

pytestmark = pytest.mark.usefixtures("same_day")

EMOJI = """\
  pymdownx.emoji:
    emoji_index: !!python/name:material.extensions.emoji.twemoji
    emoji_generator: !!python/name:material.extensions.emoji.to_svg
"""


def photo() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "GEHEIM")
    target = BytesIO()
    Image.new("RGB", (4, 4), "red").save(target, format="PNG", pnginfo=info)
    return target.getvalue()


def test_a_file_beside_the_pages_comes_from_us_and_not_from_the_disk(tmp_path: Path) -> None:
    files = {"docs/beeld/rood.png": photo(), "docs/over/index.md": "# Over\n\n![Rood](../beeld/rood.png)\n"}
    root = make_project(tmp_path, files)
    build_site(root, Wish(TODAY))
    site = tree(root / "site")
    assert site["beeld/rood.png"].startswith(b"\x89PNG") and b"GEHEIM" in photo()
    assert not [name for name, content in site.items() if b"GEHEIM" in content]
    assert b'src="../beeld/rood.png"' in site["over/index.html"]


def test_what_we_have_not_read_is_not_published(tmp_path: Path) -> None:
    settings = SETTINGS + "exclude_docs: |\n  !.well-known/\n  !.htaccess\n"
    root = make_project(tmp_path, {"mkdocs.yml": settings, "docs/vragenbank/vragen.yml": "vragen: []\n"})
    lay_out(root, {"docs/.well-known/x.txt": "GEHEIM", "docs/.htaccess": "GEHEIM"})
    build_site(root, Wish(TODAY))
    site = tree(root / "site")
    assert not [name for name, content in site.items() if b"GEHEIM" in content or name.endswith(".yml")]
    assert b"Content-Security-Policy" in site[".htaccess"]


def test_files_of_the_theme_and_of_other_plugins_stay(tmp_path: Path) -> None:
    root = make_project(tmp_path, {})
    config = load_config(str(root / "mkdocs.yml"))
    theirs = File("van/een/ander.md", None, config.site_dir, True)
    theme = File("assets/x.js", str(tmp_path / "theme"), config.site_dir, True)
    unread = File("script.js", config.docs_dir, config.site_dir, True)
    assert set(place(Files([theirs, theme, unread]), {}, config).src_uris) == {"van/een/ander.md", "assets/x.js"}


@pytest.mark.parametrize(
    ("extension", "text", "line"),
    [
        (EMOJI, "Goed zo :smile:\n", 3),
        ("  pymdownx.snippets: {base_path: [FOLDER]}\n", '--8<-- "stuk.html"\n', 0),
    ],
    ids=["a picture from elsewhere", "a piece of another file"],
)
def test_what_only_this_engine_makes_active_stops_the_build(
    extension: str, text: str, line: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = SETTINGS.replace(
        "markdown_extensions: [attr_list, md_in_html]", f"markdown_extensions:\n{extension}"
    ).replace("FOLDER", str(tmp_path))
    root = make_project(tmp_path, {"mkdocs.yml": settings, "docs/over/index.md": f"# Over\n\n{text}"})
    lay_out(root, {"stuk.html": "<iframe src=x></iframe>"})
    with pytest.raises(Abort):
        build(load_config(str(root / "mkdocs.yml")))
    assert f"docs/over/index.md{f':{line}' if line else ''}: fout: " in caplog.text


def test_each_build_writes_headers_that_hold_for_its_pages(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    build_site(root, Wish(TODAY))
    site = tree(root / "site")
    pages = [content.decode() for name, content in site.items() if name.endswith(".html")]
    hashes = {
        part
        for page in pages
        for part in page.split('content="default-src', 1)[1].split('"', 1)[0].split()
        if "sha256" in part
    }
    assert len(hashes) >= 4
    told = {part.rstrip(";") for part in site["_headers"].decode().split() if "sha256" in part}
    assert told == {part.rstrip(";") for part in hashes}


def test_headers_go_into_the_sites_own_folder(tmp_path: Path) -> None:
    finish(tmp_path, Policies(), None)
    assert {path.name for path in tmp_path.iterdir()} >= {"_headers", ".htaccess", "web.config"}


def test_comments_in_a_page_are_the_writers_own(tmp_path: Path) -> None:
    page = "# Over\n\nTekst. <!-- intern: R. is ziek -->\n\n<!--\nnog iets\n-->\n\n`<!-- dit is voorbeeld -->`\n"
    root = make_project(tmp_path, {"docs/over/index.md": page})
    build_site(root, Wish(TODAY))
    html = (root / "site/over/index.html").read_text(encoding="utf-8")
    assert "intern" not in html and "nog iets" not in html
    assert "&lt;!-- dit is voorbeeld --&gt;" in html
