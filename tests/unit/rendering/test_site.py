"""The whole list of outputs: what is in it, that it is the same each time, and that words of people stay words."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.published import Edition
from reflection_handbook.publishing import publish
from reflection_handbook.rendering import Asset, Output, Page, Text, render
from support import (
    PUBLIC_SOURCE,
    TODAY,
    make_document,
    make_edition,
    make_handbook,
    make_practice,
    make_team,
    practice_consent,
    team_consent,
)

HOSTILE = "\"><img src=x onerror=alert(1)><script>alert('kwaad')</script></h1>&amp;{{ 7*7 }}{% raw %}[x](javascript:y)"
SLOTS = tuple(
    make_document(f"{slot}.md", f"# Blad\n\n<!-- handboek: {slot} -->\n\nEinde.\n")
    for slot in ("cirkel", "stappen", "vragen", "best-practices", "teams", "transformatiedoelen", "contact")
)
VOID = {"br", "hr", "img", "input", "meta", "link", "path", "circle", "wbr"}


def _everything(word: str) -> Edition:
    """Return a handbook that says a word wherever people can write a line, for a circle that sees signals too."""
    story = f"{word} vertelt."
    team = make_team(
        "west",
        (
            make_practice("van-west", "west", story, titel=word, kwaliteiten=["k"], werkzame_factoren=["f"]),
            make_practice("los-doel", "west", story, titel=word, transformatiedoelen=["aim"]),
        ),
        naam=word,
        werkveld=word,
        regio=word,
        over=word,
        kwaliteiten=[{"id": "k", "naam": word}],
        werkzame_factoren=[{"id": "f", "naam": word, "kwaliteiten": ["k"]}],
        doelen=[
            {
                "id": "d",
                "naam": word,
                "transformatiedoelen": ["aim"],
                "werkzame_factoren": ["f"],
                "elaboratie": {"kenmerken": [{"wat": word, "bestemming": "nu"}]},
                "interventietheorie": {"wij_doen": word, "omdat": word, "zodat": word},
            },
            {"id": "o", "naam": word, "status": "vervangen", "vervangen_door": "d", "reden": word},
            {"id": "los", "naam": word},
        ],
        schalen=[
            {"id": "s", "doel": "d", "vraag": word, "laag": word, "hoog": word},
            {"id": "vorige", "doel": "d", "vraag": word, "vervangen_door": "s"},
        ],
        metingen=[
            {
                "schaal": "s",
                "datum": "2026-05-21",
                "scores": [5],
                "gesprek": {"opbrengst": word, "een_cijfer_hoger": word},
            }
        ],
        randvoorwaarden=[{"wat": word, "aan": word[:80], "antwoord": word}],
        leerwensen=[{"wat": word}],
        verbeterpunten=[{"wat": word, "uit": "d"}, {"wat": word}],
        agenda=[{"datum": "2026-12-10", "wat": word, "wie": word[:80], "opbrengst": word}],
        rondes=[
            {
                "ronde": 1,
                "stappen": {"engagement": {"status": "bezig", "toelichting": word}},
                "volgende_stap": {"stap": "interviews", "wat": word, "wie": word[:80]},
            }
        ],
    )
    retold = {"grondslag": "openbare-bron", "verwijzing": word}
    return make_edition(
        team,
        audience=Audience.ORGANISATION,
        shared=(
            make_practice("gedeeld", None, story, titel=word, kwaliteiten=[word]),
            make_practice("naverteld", None, story, titel=word, herkomst="pilot", toestemming=retold),
        ),
        documents=SLOTS,
        organisatie=word,
        contact=word,
        transformatiedoelen=[{"id": "aim", "naam": word, "uitleg": word}],
    )


class _Page(HTMLParser):
    """The elements of a page, in the order in which they open, and whether each closes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def _html(outputs: list[Output]) -> dict[str, str]:
    """Return what is HTML of the outputs, by its place."""
    pages = {output.uri: output.html for output in outputs if isinstance(output, Page)}
    return pages | {output.uri: output.markdown for output in outputs if isinstance(output, Text)}


PLAIN, WICKED = (list(render(_everything(word), TODAY)) for word in ("Gewoon", HOSTILE))


def test_the_list_holds_every_page_feed_and_file() -> None:
    uris = {output.uri for output in PLAIN if not output.uri.startswith("assets/")}
    assert uris == {
        "teams/west/index.md",
        "teams/west/agenda.ics",
        "teams/west/kit/index.html",
        "teams/west/presentatie/index.html",
        "best-practices/van-west/index.md",
        "best-practices/los-doel/index.md",
        "best-practices/gedeeld/index.md",
        "best-practices/naverteld/index.md",
        "transformatiedoelen/aim/index.md",
        "data/handbook.json",
        "data/handbook.schema.json",
        *(document.uri for document in SLOTS),
    }


def test_no_two_outputs_stand_in_one_place() -> None:
    uris = [output.uri for output in PLAIN]
    assert len(uris) == len(set(uris))


def test_the_same_input_gives_the_same_bytes() -> None:
    assert list(render(_everything("Gewoon"), TODAY)) == PLAIN


def test_a_page_of_ours_has_a_card_with_its_title_as_plain_text() -> None:
    page = next(output for output in WICKED if output.uri == "teams/west/index.md")
    assert isinstance(page, Page)
    assert page.card == {"title": HOSTILE, "description": page.description, "hide": ["navigation"]}


@pytest.mark.parametrize("uri", sorted(_html(PLAIN)))
def test_every_page_is_well_formed_with_ids_of_its_own(uri: str) -> None:
    page = _Page(_html(PLAIN)[uri])
    assert (page.open, page.crossed) == ([], [])
    assert len(page.ids) == len(set(page.ids))


EMPTY = re.compile(r"<(p|dl|ul|ol|dd|div|section|h[1-6])\b[^>]*>\s*</\1>")


def test_what_was_left_open_leaves_no_gap() -> None:
    team = make_team(
        doelen=[{"id": "d", "naam": "Doel", "elaboratie": {}}],
        schalen=[{"id": "s", "doel": "d"}],
        metingen=[{"schaal": "s", "datum": "2026"}],
        agenda=[{"datum": "2026-12", "wat": "Meting"}],
        randvoorwaarden=[{"wat": "Tijd"}],
        verbeterpunten=[{"wat": "Overleg"}],
    )
    for page in render(make_edition(team, shared=(make_practice(),)), TODAY):
        assert not isinstance(page, Page) or not EMPTY.search(page.html)


@pytest.mark.parametrize("output", [o for o in PLAIN if isinstance(o, Page)], ids=lambda page: page.uri)
def test_the_table_of_contents_of_a_page_of_ours_leads_to_its_headings(output: Page) -> None:
    page = _Page(output.html)
    assert output.headings[0].text == output.title
    assert {heading.id for heading in output.headings} <= set(page.ids)
    assert page.tags.count("h1") == 1


def test_every_link_to_a_place_on_a_page_of_ours_leads_somewhere() -> None:
    pages = {uri.removesuffix("index.md"): _Page(html) for uri, html in _html(PLAIN).items() if "/" in uri}
    for at, page in pages.items():
        for link in page.links:
            path, _, anchor = link.partition("#")
            if anchor and not path:
                assert anchor in page.ids, (at, link)
            elif anchor and path == "../../teams/west/":
                assert anchor in pages["teams/west/"].ids, (at, link)


@pytest.mark.parametrize("uri", sorted(_html(PLAIN)))
def test_hostile_words_change_no_element_and_no_attribute_of_a_page(uri: str) -> None:
    plain, wicked = _Page(_html(PLAIN)[uri]), _Page(_html(WICKED)[uri])
    assert "script" not in wicked.tags and "img" not in wicked.tags
    assert not [name for name, _ in wicked.attributes if name.startswith("on")]
    assert not [link for link in wicked.links if "javascript:" in link]
    # Lines of text are text. (Prose may hold elements, so only the frame is compared where there is prose.)
    frame = {"h1", "h2", "section", "article", "table", "tr", "nav", "svg", "dl", "ol", "aside", "title"}
    assert [tag for tag in wicked.tags if tag in frame] == [tag for tag in plain.tags if tag in frame]
    assert wicked.ids == plain.ids


@pytest.mark.parametrize("uri", sorted(_html(PLAIN)))
def test_hostile_words_are_shown_as_they_were_written(uri: str) -> None:
    says = "Gewoon" in _Page(_html(PLAIN)[uri]).text
    assert ("{{ 7*7 }}" in _Page(_html(WICKED)[uri]).text) is says
    assert "49" not in _Page(_html(WICKED)[uri]).text


def test_titles_and_headings_hold_plain_text_for_the_writer_to_escape() -> None:
    page = next(output for output in WICKED if output.uri == "teams/west/index.md")
    assert isinstance(page, Page)
    assert page.title == page.headings[0].text == HOSTILE


def test_hostile_words_stay_a_value_in_the_data_and_in_the_calendar() -> None:
    assets = {output.uri: output.content for output in WICKED if isinstance(output, Asset)}
    data: Any = json.loads(assets["data/handbook.json"])
    assert data["teams"][0]["naam"] == HOSTILE
    calendar = assets["teams/west/agenda.ics"].decode()
    assert calendar.count("BEGIN:VEVENT") == calendar.count("END:VEVENT") == 1


def test_a_made_up_team_says_so_on_its_page_and_a_team_of_practice_does_not() -> None:
    for origin, said in (("voorbeeld", True), ("praktijk", False)):
        edition = make_edition(make_team(herkomst=origin, practices=(make_practice("p", "west"),)))
        for page in (output for output in render(edition, TODAY) if isinstance(output, Page)):
            if page.uri.startswith(("teams/", "best-practices/")):
                assert ("verzonnen" in page.html.casefold()) is said


def test_a_retold_team_names_its_source_and_its_date() -> None:
    edition = make_edition(make_team(herkomst="pilot", peildatum="2016-02", publicatie=PUBLIC_SOURCE))
    html = next(output.html for output in render(edition, TODAY) if isinstance(output, Page))
    assert PUBLIC_SOURCE["verwijzing"] in html
    assert "februari 2016" in html


GOALS = make_document("doelen.md", "<!-- handboek: transformatiedoelen -->\n")
ASKED = ("Nog geen transformatiedoel", "Doelen zonder transformatiedoel")


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize(
    ("origin", "consent", "told"),
    [("praktijk", team_consent(), False), ("voorbeeld", team_consent(), False), ("pilot", PUBLIC_SOURCE, True)],
)
def test_a_goal_that_serves_none_is_a_question_to_the_team_and_its_organisation_only(
    audience: Audience, origin: str, consent: dict[str, Any], told: bool
) -> None:
    team = make_team(herkomst=origin, publicatie=consent, doelen=[{"id": "los", "naam": "Los"}])
    pages = _html(list(render(make_edition(team, audience=audience, documents=(GOALS,)), TODAY)))
    asked = [any(words in html for html in pages.values()) for words in ASKED]
    assert asked == [audience is not Audience.PUBLIC and origin != "pilot"] * 2
    assert ("Het rapport koppelt dit doel niet" in pages["teams/west/index.md"]) is told
    assert not EMPTY.search(pages["teams/west/index.md"])  # nor is there a gap where it would stand


def test_a_replaced_scale_leads_to_its_successor() -> None:
    page = next(output for output in PLAIN if output.uri == "teams/west/index.md")
    assert isinstance(page, Page)
    used, replaced = page.html.split('id="schaal-')[1:]
    assert used.startswith('s"') and "vervangen</span> door" not in used
    assert replaced.startswith('vorige"') and 'vervangen</span> door <a href="#schaal-s">Gewoon</a>' in replaced


@pytest.mark.parametrize(
    ("audience", "team", "dots"),
    [(Audience.PUBLIC, None, []), (Audience.ORGANISATION, None, []), (Audience.TEAM, "west", ["● ● ", "● ● ● "])],
)
def test_a_measurement_shows_its_conversation_first_and_then_what_may_be_seen(
    audience: Audience, team: str | None, dots: list[str]
) -> None:
    measured = {"schaal": "s", "datum": "2026-05-21", "uitgenodigd": 5, "gesprek": {"opbrengst": "Het helpt."}}
    west = make_team(
        doelen=[{"id": "d", "naam": "Samen"}],
        schalen=[{"id": "s", "doel": "d", "ingevuld_door": "team"}],
        metingen=[{**measured, "scores": [6, 6, 7, 7, 7]}, {**measured, "scores": [6, 7], "datum": "2026-06"}],
    )
    edition = publish(make_handbook(west), audience, team)
    html = _html(list(render(edition, TODAY)))["teams/west/index.md"]
    few, enough = html.split('class="hb-talk"')[1:]
    assert "te weinig gegevens om te tonen" in few and "Gemiddeld" not in few
    assert enough.index("Het helpt.") < enough.index("Gemiddeld 6,5, van 5–9 mensen.")
    assert re.findall('class="hb-spread__dots" aria-hidden="true">([^<]*)<', html) == dots


def test_an_approved_text_is_shown_as_it_was_approved() -> None:
    text = "Eerst **luisteren**.\n\n- dan praten"
    edition = make_edition(shared=(make_practice(text=text, toestemming=practice_consent(text)),))
    html = next(o.html for o in render(edition, TODAY) if isinstance(o, Page) and o.uri.startswith("best-practices/"))
    assert "<p>Eerst <strong>luisteren</strong>.</p>" in html
    assert "<li>dan praten</li>" in html
