from __future__ import annotations

import re
from html import unescape

import pytest
from markdown import Markdown

from reflection_handbook.loading import load
from reflection_handbook.model.consent import Audience
from reflection_handbook.model.documents import Document
from reflection_handbook.model.literature import Reference
from reflection_handbook.model.pages import StepCard
from reflection_handbook.model.places import Source
from reflection_handbook.publishing import publish
from reflection_handbook.rendering.apa import Apa
from reflection_handbook.rendering.citations import Citations
from reflection_handbook.rendering.environment import Templates
from reflection_handbook.rendering.outputs import Text
from reflection_handbook.rendering.site import render
from support import ROOT, TODAY, make_document


def work(id: str, maker: str, title: str = "Titel") -> Reference:
    return Reference.model_validate(
        {
            "id": id,
            "type": "report",
            "title": title,
            "author": [{"literal": maker}],
            "issued": {"date-parts": [[2013]]},
            "custom": {"groep": "G"},
        }
    )


WORKS = (
    work("a", "Zwart"),
    work("b1", "Bruin", "Een"),
    work("b2", "Bruin", "Twee"),
    work("m", "*Ster_ren* [x](y) <i> | `z`"),
)
CITATIONS = Citations(Apa(WORKS), Templates())


def shown(text: str, at: str = "theorie/") -> str:
    return CITATIONS.linked(text, at)


def plain(text: str) -> str:
    return re.sub(r"<[^>]*>", "", shown(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[@a]", "(Zwart, 2013)"),
        ("[@a, par. 3.3]", "(Zwart, 2013, par. 3.3)"),
        ("[@a, p. 2; @b1]", "(Bruin, 2013a; Zwart, 2013, p. 2)"),
        ("[@b2; @b1]", "(Bruin, 2013a, 2013b)"),
        ("[@b2; @b1, p. 4]", "(Bruin, 2013a, p. 4; Bruin, 2013b)"),
        ("`[@a]`", "`[@a]`"),
        ("Geen.", "Geen."),
    ],
)
def test_a_citation_reads_as_apa_has_it(text: str, words: str) -> None:
    assert plain(f"Zo {text}.") == f"Zo {words}."


def test_a_citation_leads_to_the_list_and_the_first_of_each_work_can_be_found_again() -> None:
    assert shown("[@a] [@a]") == (
        '<span class="hb-cite">(<a href="../literatuur/#a" id="bron-a">Zwart, 2013</a>)</span> '
        '<span class="hb-cite">(<a href="../literatuur/#a">Zwart, 2013</a>)</span>'
    )
    assert 'href="literatuur/#a"' in shown("[@a]", "")
    assert 'href="../../literatuur/#a"' in shown("[@a]", "methode/2-interviews/")


def test_markdown_finds_nothing_of_its_own_in_a_citation() -> None:
    html = Markdown(extensions=["tables", "attr_list"]).convert(shown("| a |\n| --- |\n| [@m] |"))
    assert unescape(re.sub(r"<[^>]*>", "", html)).split()[1:] == "(*Ster_ren* [x](y) <i> | `z`, 2013)".split()
    assert "<td>" in html
    assert "<em>" not in html


def test_the_sources_of_a_page_stand_once_and_in_order() -> None:
    html = CITATIONS.sources(make_document("theorie/index.md", "# T\n\n[@a] en [@b2; @a]"), "theorie/")
    assert re.findall(r'href="([^"]*)"', html) == ["../literatuur/#b2", "../literatuur/#a"]
    assert "Bruin. (2013b). <em>Twee</em>." in html
    assert 'id="bron-' not in html  # they stand in the text
    assert "\n\n" not in html


def test_a_page_without_sources_has_no_section_for_them() -> None:
    assert CITATIONS.sources(make_document("a.md", "# T\n\n`[@a]`"), "a/") == ""


def test_a_source_that_only_the_data_name_can_be_found_again_in_the_section() -> None:
    card = StepCard.model_validate(
        {
            "stap": "interviews",
            "doel": "D",
            "duur_minuten": {"minimum": 1, "maximum": 2},
            "duur_bron": "advies",
            "bronnen": ["a", "b1"],
        }
    )
    document = Document(uri="methode/2-interviews/index.md", card=card, text="# I\n\n[@b1]", source=Source("x"))
    html = CITATIONS.sources(document, "methode/2-interviews/")
    assert re.findall(r' id="(bron-[^"]*)"', html) == ["bron-a"]


def test_in_the_shipped_handbook_every_link_leads_both_ways() -> None:
    edition = publish(load(ROOT).handbook, Audience.PUBLIC)
    pages = {output.uri: output.markdown for output in render(edition, TODAY) if isinstance(output, Text)}
    literature = pages["literatuur/index.md"]
    assert all(f'id="{reference.id}"' in literature for reference in edition.literature)
    for link in re.findall(r'href="\.\./([^"#]*)#(bron-[^"]*)"', literature):
        address, anchor = link
        uris = (f"{address}index.md", f"{address.rstrip('/')}.md")
        assert any(f'id="{anchor}"' in pages.get(uri, "") for uri in uris), link
    for uri, page in pages.items():
        assert len(re.findall(r'id="(bron-[^"]*)"', page)) == len(set(re.findall(r'id="(bron-[^"]*)"', page))), uri
        for key in re.findall(r'href="[./]*literatuur/#([^"]*)"', page):
            assert f'id="{key}"' in literature
