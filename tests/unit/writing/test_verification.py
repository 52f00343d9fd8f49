"""The last look at a built site: what is missing, links that lead nowhere, and what leaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaks import SECRET, private_scan
from reflection_handbook.publishing.leaks import LeakScan
from reflection_handbook.rendering import Asset, Page, Text
from reflection_handbook.writing.prepare import Prepared
from reflection_handbook.writing.publication import PublicationError
from reflection_handbook.writing.verification import verify, verify_export, verify_or_clear
from support import lay_out, tree

OUTPUTS = (Text("index.md", {}, ""), Text("over/index.md", {}, ""), Asset("data/x.json", b"{}"))


def _prepared(scan: LeakScan | None = None, *more: Page) -> Prepared:
    return Prepared("Proef", "", (*OUTPUTS, *more), frozenset(), (), scan or LeakScan())


PREPARED = _prepared()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": '<h1 id="top">Start</h1><a href="over/#wie">Over</a><a href="data/x.json">x</a>',
        "over/index.html": """<h1 id=wie>Over</h1><a href='../#top'>Terug</a><a href="https://elders.example/x/">x</a>""",
        "data/x.json": "{}",
        "404.html": '<a href="/weg/">x</a>',
    }
    return lay_out(tmp_path / "site", files)


def test_a_whole_site_passes(site: Path) -> None:
    verify(site, PREPARED)


@pytest.mark.parametrize("name", ["over/index.html", "data/x.json"])
@pytest.mark.parametrize("empty", [True, False])
def test_a_missing_or_empty_output_is_named(site: Path, name: str, empty: bool) -> None:
    (site / name).unlink()
    if empty:
        (site / name).touch()
    with pytest.raises(PublicationError, match=name):
        verify(site, PREPARED)


@pytest.mark.parametrize("link", ["weg/", "over/#niemand", "#niemand", "../buiten/", "/weg/", "data/", "over/x.png"])
def test_a_link_that_leads_nowhere_is_named(site: Path, link: str) -> None:
    (site / "index.html").write_text(f'<h1 id="top">Start</h1><a href="{link}">x</a>')
    with pytest.raises(PublicationError) as caught:
        verify(site, PREPARED)
    assert f"index.html: de link ‘{link}’ leidt nergens heen." in str(caught.value)


@pytest.mark.parametrize(
    "link", ["", "#top", "over/?q=1", "over/#plan=1", "mailto:", "data:,x", "//elders.example/", "over/#wi%65", "./"]
)
def test_a_link_that_leads_somewhere_passes(site: Path, link: str) -> None:
    (site / "index.html").write_text(f'<h1 id="top">Start</h1><a href="{link}">x</a>')
    verify(site, PREPARED)


def test_what_only_looks_like_a_link_is_text(site: Path) -> None:
    for title in ("een &gt; twee", "&lt;img src=weg&gt;", "twee href='weg/'", " id=a href=weg "):
        (site / "index.html").write_text(f'<h1 title="{title}" id="top">&lt;a href=weg&gt; of href="weg"</h1>')
        verify(site, PREPARED)


@pytest.mark.parametrize(
    ("link", "written", "where"),
    [
        ("weg/", "Lees [dit](weg/).", "docs/over/index.md, regel 3"),
        ("../#niemand", "Lees [dit](../index.md#niemand).", "docs/over/index.md, regel 3"),
        ("twee%20woorden/", "Lees [dit](<twee woorden/>).", "docs/over/index.md, regel 3"),
        ("uit-een-sjabloon/", "Lees dit.", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_looked_up_in_the_sources_its_own_page_first(
    tmp_path: Path, site: Path, link: str, written: str, where: str
) -> None:
    lay_out(
        tmp_path, {"docs/a.md": "[x](weg/)" if link == "weg/" else "x", "docs/over/index.md": f"# Over\n\n{written}\n"}
    )
    (site / "over/index.html").write_text(f'<h1 id=wie>Over</h1><a href="{link}">x</a>')
    with pytest.raises(PublicationError) as caught:
        verify(site, _prepared(private_scan(tmp_path)))
    place = f" ({where})" if where else ""
    assert str(caught.value).endswith(f"over/index.html: de link ‘{link}’ leidt nergens heen{place}.")


def test_of_many_faults_the_first_ten_are_named_and_the_rest_counted(site: Path) -> None:
    links = "".join(f'<a href="weg-{number}/">x</a>' for number in range(14))
    (site / "index.html").write_text(f'<h1 id="top">Start</h1>{links}')
    with pytest.raises(PublicationError) as caught:
        verify(site, PREPARED)
    assert str(caught.value).count("leidt nergens heen") == 10
    assert "en nog 4." in str(caught.value)


def test_a_leak_stops_a_site_and_is_said_before_anything_else(site: Path) -> None:
    (site / "over/index.html").write_text(f'<h1 id=wie>{SECRET}</h1><a href="weg/">x</a>')
    with pytest.raises(PublicationError) as caught:
        verify(site, _prepared(private_scan()))
    first, second = str(caught.value).split("\n")[:2]
    assert first == "De nieuwe site klopt niet en wordt niet gepubliceerd."
    assert second.startswith("over/index.html: hier staat een tekst die niet gepubliceerd mag worden (teams/west/")
    assert SECRET[:12] not in str(caught.value)


def test_of_many_leaks_the_first_ten_are_named_and_the_rest_counted(site: Path) -> None:
    (site / "over/index.html").write_text("<h1 id=wie>" + "".join(f"<p>naam{n}@x.nl</p>" for n in range(25)))
    with pytest.raises(PublicationError) as caught:
        verify(site, PREPARED)
    assert str(caught.value).count("e-mailadres") == 10
    assert str(caught.value).endswith("… en nog 15.")


def test_a_name_in_a_link_is_not_shown(site: Path) -> None:
    (site / "index.html").write_text('<h1 id="top">Start</h1><a href="over/jan-de-vries/">x</a>')
    with pytest.raises(PublicationError) as caught:
        verify(site, _prepared(private_scan()))
    assert "index.html: de link ‘over/…/’ leidt nergens heen." in str(caught.value)
    assert "vries" not in str(caught.value)


def test_what_must_not_be_published_is_taken_away_but_for_hidden_things_of_others(site: Path) -> None:
    lay_out(site, {".git/config": "x", ".nojekyll": "", ".htaccess": "x", "map/diep/x.html": SECRET})
    with pytest.raises(PublicationError):
        verify_or_clear(site, _prepared(private_scan()))
    assert set(tree(site)) == {".git/config", ".nojekyll"}


def test_a_site_that_passes_stays(site: Path) -> None:
    before = tree(site)
    verify_or_clear(site, PREPARED)
    assert tree(site) == before


def test_an_export_is_looked_over_for_leaks_alone(tmp_path: Path) -> None:
    lay_out(tmp_path, {"index.md": "[weg](weg.md)"})
    verify_export(tmp_path, private_scan())
    lay_out(tmp_path, {"a/index.md": SECRET})
    with pytest.raises(PublicationError, match="Er is niets geschreven"):
        verify_export(tmp_path, private_scan())
