"""Builds of small projects from within our own process: what they write, and what they leave alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.errors import ContentError, WrongUseError
from reflection_handbook.writing import engine
from reflection_handbook.writing.engine import build_site, places, roll_back_site, serve_site, site_folder
from reflection_handbook.writing.export import export
from reflection_handbook.writing.prepare import Wish, marks, prepare
from reflection_handbook.writing.publication import Place, PublicationError
from support import PORTFOLIO, SETTINGS, STORY, TODAY, make_project, tree

MARK = "Kanarieteam"
MEETING = "agenda: [{datum: 2026-12-10, wat: Meting}]\n"

pytestmark = pytest.mark.usefixtures("same_day")


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
    assert {n: data for n, data in tree(root).items() if not n.startswith(("site/", ".site/"))} == before


@pytest.mark.parametrize("content", ["soort: iets\n", "naam: [\n", "naam: Een\nnaam: Twee\n"])
def test_broken_content_leaves_an_earlier_site_untouched(tmp_path: Path, content: str) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    build_site(root, Wish(TODAY))
    before = _site(root)
    (root / "teams/west/portfolio.yml").write_text(content, encoding="utf-8")
    with pytest.raises(ContentError):
        build_site(root, Wish(TODAY))
    assert _site(root) == before


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


def test_the_addresses_stand_fast(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(tmp_path, {"mkdocs.yml": f"{SETTINGS}use_directory_urls: false\n"})
    with pytest.raises(WrongUseError):
        build_site(root, Wish(TODAY))
    assert "Zet ‘use_directory_urls’ niet uit" in capsys.readouterr().err


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


@pytest.mark.parametrize("options", ["", ": {audience: team, team: west}"])
def test_broken_content_is_said_before_anything_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: str
) -> None:
    served: list[object] = []
    monkeypatch.setattr(engine, "serve", lambda *settings, **more: served.append(more["dev_addr"]))
    root = make_project(tmp_path, {"teams/west/portfolio.yml": "soort: iets\n"})
    (root / "mkdocs.yml").write_text(SETTINGS.replace("-handbook", f"-handbook{options}"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"teams/west/portfolio\.yml:1"):
        serve_site(root, "127.0.0.1:8123")
    assert served == []
    (root / "teams/west/portfolio.yml").write_text(PORTFOLIO, encoding="utf-8")
    serve_site(root, "127.0.0.1:8123")
    assert served == ["127.0.0.1:8123"]


# ---- what was before, and where -------------------------------------------------------------------------------------


@pytest.mark.parametrize("options", ["", ": {audience: organisatie}"])
def test_a_rollback_reckons_with_the_circle_that_the_settings_name(tmp_path: Path, options: str) -> None:
    """What the organisation may see, may come back to its site; a site for everybody never held it."""
    inner = PORTFOLIO.replace("openbaar", "organisatie")
    root = make_project(tmp_path, {"teams/west/portfolio.yml": inner})
    (root / "mkdocs.yml").write_text(SETTINGS.replace("-handbook", f"-handbook{options}"), encoding="utf-8")
    build_site(root, Wish(TODAY))
    release = root / ".site" / "previous" / "teams" / "west"
    release.mkdir(parents=True)
    data = root / ".site" / "previous" / "data" / "handbook.json"
    data.parent.mkdir()
    data.write_text('{"best_practices": [], "teams": []}', encoding="utf-8")
    if options:
        assert roll_back_site(root, Wish(TODAY)) == "site"
    else:
        with pytest.raises(WrongUseError, match="niet meer getoond"):
            roll_back_site(root, Wish(TODAY))


def test_every_circle_that_can_be_built_is_one_of_the_places(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    wishes = [Wish(TODAY), *(Wish(TODAY, audience) for audience in (Audience.ORGANISATION, Audience.PUBLIC))]
    wishes += [Wish(TODAY, Audience.TEAM, team) for team in ("west", "oost")]
    folders = [root / (site_folder(wish) or "site") for wish in wishes]
    for folder in folders:
        folder.mkdir()
    found, certain = places(root)
    assert certain
    assert sorted(place.live for place in found) == sorted(folders)
    for folder in folders:
        folder.rename(Place(folder).work)  # only what lies beside the site is left
    assert sorted(place.live for place in places(root)[0]) == sorted(folders)


def test_any_change_to_a_team_s_files_is_seen_without_reading_them(tmp_path: Path) -> None:
    path = tmp_path / "teams" / "west" / "portfolio.yml"
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    seen = [marks(root)]
    path.write_text(PORTFOLIO + "# een regel\n", encoding="utf-8")
    seen.append(marks(root))
    path.rename(path.with_name("ander.yml"))
    seen.append(marks(root))
    path.with_name("ander.yml").unlink()
    seen.append(marks(root))
    assert len(set(seen)) == len(seen)
    assert marks(root) == seen[-1]
    assert marks(tmp_path / "elders") == frozenset()


# ---- a rollback obeys the rules of today ----------------------------------------------------------------------------

MEASURED = PORTFOLIO + (
    "doelen: [{id: samen, naam: Samen}]\n"
    "schalen: [{id: schaal, doel: samen, ingevuld_door: team}]\n"
    "metingen: [{schaal: schaal, datum: 2026-05-21, uitgenodigd: 6, scores: [5, 6, 6, 7, 7, 8]}]\n"
)


def _two_releases(tmp_path: Path, files: dict[str, str]) -> Path:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": MEASURED, **files})
    build_site(root, Wish(TODAY))
    (root / "docs" / "over" / "index.md").write_text("# Over\n\nNieuwe tekst.\n", encoding="utf-8")
    build_site(root, Wish(TODAY))
    return root


def test_a_rollback_is_allowed_while_nothing_that_it_shows_is_forbidden(tmp_path: Path) -> None:
    assert roll_back_site(_two_releases(tmp_path, {}), Wish(TODAY)) == "site"


def test_no_rollback_brings_back_a_name_that_is_looked_for_by_now(tmp_path: Path) -> None:
    root = _two_releases(tmp_path, {"docs/over/index.md": "# Over\n\nSanne Pietersen helpt.\n"})
    (root / "namen.txt").write_text("Sanne Pietersen\n", encoding="utf-8")
    with pytest.raises(WrongUseError, match="niet meer getoond"):
        roll_back_site(root, Wish(TODAY))


def test_no_rollback_brings_back_a_figure_that_is_withheld_by_now(tmp_path: Path) -> None:
    root = _two_releases(tmp_path, {})
    organisation = (root / "handbook.yml").read_text(encoding="utf-8")
    (root / "handbook.yml").write_text(f"{organisation}drempels: {{minste_antwoorden: 9}}\n", encoding="utf-8")
    with pytest.raises(WrongUseError, match="niet meer getoond"):
        roll_back_site(root, Wish(TODAY))


def test_what_a_hook_writes_after_everything_else_is_looked_at_too(tmp_path: Path) -> None:
    hook = (
        "from pathlib import Path\n"
        "from mkdocs.plugins import event_priority\n"
        "@event_priority(-1000)\n"
        "def on_post_build(config):\n"
        "    Path(config.site_dir, 'brief.txt').write_text('Bel 06-12345678')\n"
    )
    root = make_project(tmp_path, {"hook.py": hook})
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"{settings}hooks: [hook.py]\n", encoding="utf-8")
    with pytest.raises(PublicationError, match="telefoonnummer"):
        build_site(root, Wish(TODAY))
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    "setting",
    [
        "extra_javascript: ['https://elders.example/x.js']",
        "extra_css: ['//elders.example/x.css']",
        "copyright: '<img src=HTTPS://elders.example/punt.gif>'",
    ],
)
def test_a_setting_that_fetches_something_elsewhere_stops_the_build(tmp_path: Path, setting: str) -> None:
    root = make_project(tmp_path)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"{settings}{setting}\n", encoding="utf-8")
    with pytest.raises(PublicationError, match="een andere website"):
        build_site(root, Wish(TODAY))


def test_a_link_to_elsewhere_fetches_nothing(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"docs/over/index.md": "# Over\n\n[Elders](https://elders.example/)\n"})
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"{settings}site_url: https://handboek.example/\n", encoding="utf-8")
    assert build_site(root, Wish(TODAY)) == "site"
