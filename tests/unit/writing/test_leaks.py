"""Real builds in which something leaks past the gate: through a template, a plugin, a static file or a page."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from leaks import SECRET
from reflection_handbook.cli import main
from reflection_handbook.model.consent import Audience
from reflection_handbook.writing.engine import build_site
from reflection_handbook.writing.export import export
from reflection_handbook.writing.prepare import Wish, inspect, prepare
from reflection_handbook.writing.publication import PublicationError
from support import ORGANISATION, PORTFOLIO, SETTINGS, TODAY, lay_out, lean_project, make_project, tree

HIDDEN = f"---\ntitel: Over thuis\nbron: VB02\n---\n{SECRET}\n"
PRIVATE = {"teams/west/portfolio.yml": PORTFOLIO, "teams/west/best-practices/broertje.md": HIDDEN}
OVERRIDE = SETTINGS.replace("font: false", "font: false, custom_dir: eigen")
PLACE = "(teams/west/best-practices/broertje.md, regel 5)"

HOOK = """\
from pathlib import Path

def on_post_build(config):
    Path(config.site_dir, "feed.xml").write_text("<rss><p>{}</p></rss>", encoding="utf-8")
"""

LEAKS: dict[str, tuple[dict[str, str], str]] = {
    "template": (
        {"mkdocs.yml": OVERRIDE, "eigen/partials/footer.html": f"<footer>{SECRET}</footer>"},
        f"404.html: hier staat een tekst die niet gepubliceerd mag worden {PLACE}.",
    ),
    "static file of a theme": (
        {"mkdocs.yml": OVERRIDE, "eigen/assets/extra.js": f"let x = '{SECRET}'"},
        f"assets/extra.js: hier staat een tekst die niet gepubliceerd mag worden {PLACE}.",
    ),
    "file of the theme, changed": (
        {"mkdocs.yml": OVERRIDE, "eigen/assets/images/favicon.png": SECRET},
        f"assets/images/favicon.png: hier staat een tekst die niet gepubliceerd mag worden {PLACE}.",
    ),
    "hook that writes after the build": (
        {"mkdocs.yml": f"{SETTINGS}hooks: [haak.py]\n", "haak.py": HOOK.format(SECRET)},
        f"feed.xml: hier staat een tekst die niet gepubliceerd mag worden {PLACE}.",
    ),
    "code on a page": (
        {"docs/over/index.md": "# Over\n\nDit zei VB02.\n"},
        "over/index.html: hier staat de code van iemand die iets vertelde; die hoort nergens op de site"
        " (docs/over/index.md, regel 3).",
    ),
    "number on a page": (
        {"docs/over/index.md": "# Over\n\nBel *06*-12345678.\n"},
        "over/index.html: hier staat iets dat op een telefoonnummer lijkt (docs/over/index.md, regel 3).",
    ),
    "address in a portfolio": (
        {"teams/west/portfolio.yml": f"{PORTFOLIO}over: Mail naam@voorbeeld.nl\n"},
        "teams/west/index.html: hier staat iets dat op een e-mailadres lijkt (teams/west/portfolio.yml, regel 5).",
    ),
    "listed name": (
        {"namen.txt": "Jan de Vries\n", "docs/over/index.md": "# Over\n\nVraag J. de Vries.\n"},
        "over/index.html: hier staat een naam uit de lijst namen.txt (docs/over/index.md, regel 3).",
    ),
    "title in the navigation": (
        {"mkdocs.yml": f"{SETTINGS}nav:\n  - Start: index.md\n  - {SECRET}: over/index.md\n"},
        f"404.html: hier staat een tekst die niet gepubliceerd mag worden {PLACE}.",
    ),
}


@pytest.mark.parametrize(("files", "said"), LEAKS.values(), ids=LEAKS)
def test_a_leak_stops_the_build_and_leaves_the_old_site(tmp_path: Path, files: dict[str, str], said: str) -> None:
    root = make_project(tmp_path, PRIVATE)
    build_site(root, Wish(TODAY))
    before = tree(root / "site")
    lay_out(root, files)
    with pytest.raises(PublicationError) as caught:
        build_site(root, Wish(TODAY))
    assert said in str(caught.value).split("\n")
    assert tree(root / "site") == before
    assert not (root / ".site/next").exists()


@pytest.mark.parametrize(("files", "said"), LEAKS.values(), ids=LEAKS)
def test_the_engine_by_itself_leaves_no_leaking_site_behind(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, files: dict[str, str], said: str
) -> None:
    root = make_project(tmp_path, {**PRIVATE, **files})
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(Abort), caplog.at_level(logging.ERROR):
        build(config)
    assert said in caplog.text.split("\n")
    assert tree(root / "site") == {}


@pytest.mark.parametrize("name", ["code on a page", "number on a page", "address in a portfolio", "listed name"])
def test_a_leak_stops_the_export_and_leaves_the_old_one(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path / "project", PRIVATE)
    export(prepare(root, Wish(TODAY)), root / "docs", tmp_path / "uit")
    before = tree(tmp_path / "uit")
    lay_out(root, LEAKS[name][0])
    with pytest.raises(PublicationError, match=r"(index\.md|portfolio\.yml), regel \d"):
        export(prepare(root, Wish(TODAY)), root / "docs", tmp_path / "uit")
    assert tree(tmp_path / "uit") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "uit"]


def test_what_the_organisation_says_is_public_passes(tmp_path: Path) -> None:
    contact = "contact: 'Mail info@voorbeeld.nl of bel 010-1234567.'\n"
    allowed = (
        "toegestaan:\n  - {tekst: info@voorbeeld.nl, reden: Van ons.}\n  - {tekst: +31 10 1234567, reden: Van ons.}\n"
    )
    page = "# Over\n\n<!-- handboek: contact -->\n"
    root = make_project(tmp_path, {"handbook.yml": ORGANISATION + contact, "docs/over/index.md": page})
    with pytest.raises(PublicationError):
        build_site(root, Wish(TODAY))
    (root / "handbook.yml").write_text(ORGANISATION + contact + allowed, encoding="utf-8")
    build_site(root, Wish(TODAY))
    assert "Van ons" not in "".join(data.decode("utf-8", "replace") for data in tree(root / "site").values())


@pytest.mark.parametrize("audience", [Audience.TEAM, Audience.ORGANISATION])  # the public site: tests/site
def test_the_shipped_handbook_gives_no_finding_for_a_smaller_circle(tmp_path: Path, audience: Audience) -> None:
    lean_project(tmp_path)
    team = "voorbeeld" if audience is Audience.TEAM else None
    folder = build_site(tmp_path, Wish(TODAY, audience, team))
    assert (tmp_path / folder / "index.html").is_file()
    prepared = prepare(tmp_path, Wish(TODAY, audience, team))
    assert prepared.scan.codes.numbered.keys() == {"vb01", "vb02", "vb03"}
    export(prepared, tmp_path / "docs", tmp_path / "uit")


def test_a_code_that_cannot_be_looked_for_is_told_by_a_check(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**PRIVATE, "teams/west/best-practices/broertje.md": HIDDEN.replace("VB02", "3")})
    told = [problem for problem in inspect(root, Wish(TODAY))[1] if "deze code is te kort" in problem.message]
    assert [(problem.file, problem.line) for problem in told] == [("teams/west/best-practices/broertje.md", 3)]


def test_a_leak_is_an_error_of_the_content_for_who_types_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files, said = LEAKS["code on a page"]
    monkeypatch.chdir(make_project(tmp_path, {**PRIVATE, **files}))
    for words in (["build"], ["export", "uit"]):
        monkeypatch.setattr(sys, "argv", ["handbook", *words])
        with pytest.raises(SystemExit) as left:
            main()
        told = capsys.readouterr().err
        assert left.value.code == 1
        assert told.count("code van iemand") == 1
        assert "VB02" not in told.replace("zoals ‘VB02’", "")
        assert "Traceback" not in told
    assert not (tmp_path / "site").exists() and not (tmp_path / "uit").exists()
    assert said in told.replace("over/index.md:", "over/index.html:")
