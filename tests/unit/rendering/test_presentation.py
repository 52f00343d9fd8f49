"""A team's presentation as a page of its own: whole, harmless, marked, and fit to lose a slide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from justhtml import JustHTML

from reflection_handbook.rendering import Asset, Page, render
from reflection_handbook.writing.mentions import without
from support import PUBLIC_SOURCE, TODAY, make_edition, make_practice, make_team, practice_consent

HOSTILE = "\"><img src=x onerror=alert(1)><script>alert('kwaad')</script></h2>&amp;{{ 7*7 }}</section>"
URI = "teams/west/presentatie/index.html"
ASSETS = files("reflection_handbook.rendering") / "assets"
CSS = (ASSETS / "presentation.css").read_text(encoding="utf-8")


def _outputs(word: str = "Gewoon", **keys: Any) -> Iterator[Asset | Page]:
    text = f"{word} vertelt.\n\nZie [het plan](../../plan/)."
    consent = PUBLIC_SOURCE if keys.get("herkomst") == "pilot" else practice_consent(text)
    practices = (
        make_practice("een", "west", text, titel=word, kwaliteiten=["k"], toestemming=consent),
        make_practice("twee", "west", text, titel=word, kwaliteiten=["k"], toestemming=consent),
    )
    goal = {"wij_doen": word, "omdat": word, "zodat": word}
    west = make_team(
        "west",
        practices,
        naam=word,
        kwaliteiten=[{"id": "k", "naam": word}],
        werkzame_factoren=[{"id": "f", "naam": word, "kwaliteiten": ["k"]}],
        doelen=[{"id": "d", "naam": word, "werkzame_factoren": ["f"], "interventietheorie": goal}],
        rondes=[{"ronde": 1, "volgende_stap": {"stap": "teruglegging", "wat": word, "wie": "gespreksleider"}}],
        **keys,
    )
    return (o for o in render(make_edition(west, make_team("leeg")), TODAY) if isinstance(o, Asset | Page))


def _html(word: str = "Gewoon", **keys: Any) -> str:
    (found,) = (o.content for o in _outputs(word, **keys) if isinstance(o, Asset) and o.uri == URI)
    return found.decode()


def _read(html: str) -> JustHTML:
    return JustHTML(html, collect_errors=True, sanitize=False)


def test_a_team_with_nothing_to_present_has_no_presentation_and_no_link_to_one() -> None:
    outputs = {output.uri: output for output in _outputs()}
    assert "teams/leeg/presentatie/index.html" not in outputs
    pages = {uri: page.html for uri, page in outputs.items() if isinstance(page, Page) and uri.startswith("teams/")}
    assert {uri: 'href="presentatie/"' in html for uri, html in pages.items()} == {
        "teams/leeg/index.md": False,
        "teams/west/index.md": True,
    }


@pytest.mark.parametrize("word", ["Gewoon", HOSTILE])
def test_it_is_a_valid_page_whatever_people_wrote(word: str) -> None:
    page = _read(_html(word))
    assert page.errors == []
    ids = [node.attrs["id"] for node in page.query("[id]")]
    assert len(ids) == len(set(ids))
    assert len(page.query("section")) == len(page.query("section h2")) == 9
    assert len(page.query("h1")) == len(page.query("script")) == 1
    assert not page.query("img, [onerror]")
    assert "49" not in page.to_text()


def test_each_slide_is_named_by_its_heading() -> None:
    page = _read(_html())
    for number, slide in enumerate(page.query("section"), 1):
        assert slide.attrs["id"] == f"dia-{number}"
        (heading,) = page.query(f"#{slide.attrs['aria-labelledby']}")
        assert heading.name == "h2"


def test_all_that_it_needs_lies_beside_it_under_a_policy_of_its_own() -> None:
    page = _read(_html())
    shipped = {node.attrs.get("href") or node.attrs.get("src") for node in page.query("link, script")}
    assert shipped == {
        f"../../../assets/handboek/{name}"
        for name in ("favicon.svg", "fonts.css", "handboek.css", "presentation.css", "presentation.js")
    }
    assert all((ASSETS / str(path).rpartition("/")[2]).is_file() for path in shipped)
    metas = {node.attrs.get("http-equiv") or node.attrs.get("name"): node.attrs for node in page.query("meta[content]")}
    assert str(metas["Content-Security-Policy"]["content"]).startswith("default-src 'none'; ")
    assert (metas["robots"]["content"], metas["referrer"]["content"]) == ("noindex", "no-referrer")
    assert not page.query("style, [style], script:not([src])")


def test_nothing_on_a_slide_leads_away_from_it() -> None:
    assert [node.attrs["href"] for node in _read(_html()).query("a")] == ["../index.html"]


@pytest.mark.parametrize(("origin", "said"), [("voorbeeld", "Verzonnen"), ("pilot", "Pilot 2015"), ("praktijk", None)])
def test_every_slide_says_where_it_comes_from(origin: str, said: str | None) -> None:
    keys = {"publicatie": PUBLIC_SOURCE} if origin == "pilot" else {}
    first, *others = (slide.to_text() for slide in _read(_html(herkomst=origin, **keys)).query("section"))
    assert others and all((said in slide) if said else True for slide in others)
    told = {"voorbeeld": "Dit is verzonnen.", "pilot": "Naverteld uit een openbaar rapport."}
    assert [sentence in first for sentence in told.values()] == [origin == name for name in told]
    if said is None:
        assert not [slide for slide in others if "Verzonnen" in slide or "Pilot" in slide]


def test_a_practice_that_is_taken_back_takes_its_slide_along_and_no_other() -> None:
    html = _html()
    lean = without(html, "teams/west/presentatie/", "best-practices/een/")
    before, after = _read(html), _read(lean)
    assert after.errors == []
    gone = [node.attrs["id"] for node in before.query("section") if "een/" in str(node.attrs.get("data-of"))]
    assert len(gone) == 1
    left = [node.attrs["id"] for node in after.query("section")]
    assert left == [id for id in (node.attrs["id"] for node in before.query("section")) if id not in gone]
    assert "best-practices/twee/" in lean and "best-practices/een/" not in lean


def test_the_look_has_no_colours_of_its_own_and_fetches_nothing() -> None:
    screen, _, paper = CSS.partition("/* ---- A hand-out")
    assert "@media print" in paper and "@media print" not in screen
    assert not re.findall(r"#[0-9a-f]{3,6}\b|rgb|url\(|@import|http", screen)
