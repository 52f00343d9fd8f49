from __future__ import annotations

import pytest
from markupsafe import Markup

from reflection_handbook.rendering.environment import ICONS, Headings, Templates, icon, relative
from reflection_handbook.rendering.outputs import Heading
from reflection_handbook.viewing.steps import marks


@pytest.mark.parametrize(
    ("url", "at", "link"),
    [
        ("methode/2-interviews/", "teams/x/", "../../methode/2-interviews/"),
        ("teams/x/", "teams/", "x/"),
        ("teams/", "teams/x/", "../"),
        ("teams/", "", "teams/"),
        ("teams/x/", "teams/x/", "./"),
        ("teams/x/agenda.ics", "teams/x/", "agenda.ics"),
        ("teams/y/#doel-samen", "teams/x/", "../y/#doel-samen"),
        ("teams/x/#doel-samen", "teams/x/", "./#doel-samen"),
        ("#doel-samen", "teams/x/", "#doel-samen"),
        ("", "teams/x/", "../../"),
        ("", "", "./"),
        ("https://elders.example/a", "teams/x/", "https://elders.example/a"),
    ],
)
def test_a_link_works_also_when_the_site_has_a_folder(url: str, at: str, link: str) -> None:
    assert relative(url, at) == link


def test_a_heading_is_escaped_on_the_page_and_plain_in_the_table_of_contents() -> None:
    headings = Headings()
    html = headings("top", "<b>Wij & zij</b>", 1)
    assert html == '<h1 id="top">&lt;b&gt;Wij &amp; zij&lt;/b&gt;</h1>'
    assert headings.found == [Heading("top", "<b>Wij & zij</b>")]


def test_only_headings_of_the_first_two_levels_are_in_the_table_of_contents() -> None:
    headings = Headings()
    for level in (1, 2, 3):
        headings(f"kop-{level}", "Kop", level)
    assert [heading.id for heading in headings.found] == ["kop-1", "kop-2"]


@pytest.mark.parametrize("name", sorted(ICONS))
def test_every_icon_is_shipped_and_hidden_from_screen_readers(name: str) -> None:
    svg = icon(name)
    assert isinstance(svg, Markup)
    assert svg.startswith('<svg class="hb-icon" aria-hidden="true" ')
    assert svg.endswith("</svg>")


def test_every_step_has_an_icon_of_its_own() -> None:
    assert len({ICONS[mark.id] for mark in marks()}) == 7


def test_html_holds_no_blank_lines_so_that_no_markdown_engine_reads_it() -> None:
    html = Templates().render("slots/cirkel", "", {"marks": marks()})
    assert html
    assert all(line and line == line.strip() for line in html.split("\n"))
