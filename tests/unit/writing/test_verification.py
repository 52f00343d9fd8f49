"""The last look at a built site: what is missing, and links that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflection_handbook.rendering import Asset, Text
from reflection_handbook.writing.publication import PublicationError
from reflection_handbook.writing.verification import verify

OUTPUTS = (Text("index.md", {}, ""), Text("over/index.md", {}, ""), Asset("data/x.json", b"{}"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in {
        "index.html": '<h1 id="top">Start</h1><a href="over/#wie">Over</a><a href="data/x.json">x</a>',
        "over/index.html": """<h1 id=wie>Over</h1><a href='../#top'>Terug</a><a href="https://elders.example/x/">x</a>""",
        "data/x.json": "{}",
        "404.html": '<a href="/weg/">x</a>',
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_whole_site_passes(site: Path) -> None:
    verify(site, OUTPUTS)


@pytest.mark.parametrize("name", ["over/index.html", "data/x.json"])
@pytest.mark.parametrize("empty", [True, False])
def test_a_missing_or_empty_output_is_named(site: Path, name: str, empty: bool) -> None:
    (site / name).unlink()
    if empty:
        (site / name).touch()
    with pytest.raises(PublicationError, match=name):
        verify(site, OUTPUTS)


@pytest.mark.parametrize("link", ["weg/", "over/#niemand", "#niemand", "../buiten/", "/weg/", "data/", "over/x.png"])
def test_a_link_that_leads_nowhere_is_named(site: Path, link: str) -> None:
    (site / "index.html").write_text(f'<h1 id="top">Start</h1><a href="{link}">x</a>')
    with pytest.raises(PublicationError) as caught:
        verify(site, OUTPUTS)
    assert f"index.html: de link ‘{link}’ leidt nergens heen." in str(caught.value)


@pytest.mark.parametrize(
    "link", ["", "#top", "over/?q=1", "mailto:x", "data:,x", "//elders.example/", "over/#wi%65", "./"]
)
def test_a_link_that_leads_somewhere_passes(site: Path, link: str) -> None:
    (site / "index.html").write_text(f'<h1 id="top">Start</h1><a href="{link}">x</a>')
    verify(site, OUTPUTS)


def test_what_only_looks_like_a_link_is_text(site: Path) -> None:
    for title in ("een &gt; twee", "&lt;img src=weg&gt;", "twee href='weg/'", " id=a href=weg "):
        (site / "index.html").write_text(f'<h1 title="{title}" id="top">&lt;a href=weg&gt; of href="weg"</h1>')
        verify(site, OUTPUTS)


def test_of_many_faults_the_first_ten_are_named_and_the_rest_counted(site: Path) -> None:
    links = "".join(f'<a href="weg-{number}/">x</a>' for number in range(14))
    (site / "index.html").write_text(f'<h1 id="top">Start</h1>{links}')
    with pytest.raises(PublicationError) as caught:
        verify(site, OUTPUTS)
    assert str(caught.value).count("leidt nergens heen") == 10
    assert "en nog 4." in str(caught.value)
