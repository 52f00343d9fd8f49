"""The handbook that this repository ships: nothing is wrong with it, and what is made up says so wherever it shows."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

import pytest

from reflection_handbook.checking.language import readings
from reflection_handbook.loading import load
from reflection_handbook.model.consent import Audience
from reflection_handbook.model.origin import Origin
from reflection_handbook.model.published import Edition
from reflection_handbook.model.readability import PageReading
from reflection_handbook.model.steps import StepId
from reflection_handbook.publishing import publish
from reflection_handbook.rendering import Asset, Output, Page, Text, render
from reflection_handbook.writing.prepare import Wish, inspect
from support import ROOT, TODAY

VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}
ENTRIES = {"li", "tr", "article"}
"""The elements in which a list or overview shows one thing."""


@cache
def _edition(audience: Audience) -> Edition:
    return publish(load(ROOT).handbook, audience, "voorbeeld" if audience is Audience.TEAM else None)


@cache
def _outputs(audience: Audience) -> tuple[Output, ...]:
    return tuple(render(_edition(audience), TODAY))


def _made_up(edition: Edition) -> dict[str, set[str]]:
    """Return the names of what is made up, each with the pages that are about it."""
    found = {t.name: {f"teams/{t.id}/index.md"} for t in edition.teams if t.origin is Origin.EXAMPLE}
    for practice in (p for p in edition.practices if p.origin is Origin.EXAMPLE):
        found[practice.title] = {f"best-practices/{practice.id}/index.md"}
    return found


@dataclass
class _Element:
    tag: str
    parent: _Element | None = None
    text: list[str] = field(default_factory=list)

    def entry(self) -> _Element | None:
        """Return the nearest element around this one that shows one thing."""
        found: _Element | None = self
        while found and found.tag not in ENTRIES:
            found = found.parent
        return found


class _Tree(HTMLParser):
    """Each text of a page, with the element it stands in; each element with all the text below it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.here = self.page = _Element("")
        self.texts: list[tuple[str, _Element]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.here = _Element(tag, self.here)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.here.parent:
            self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.texts.append((data, self.here))
        around: _Element | None = self.here
        while around:
            around.text.append(data)
            around = around.parent


def _is_marked(element: _Element | None) -> bool:
    return element is not None and "verzonnen" in " ".join(element.text).casefold()


def test_nothing_is_wrong_with_it_and_nothing_is_kept_back() -> None:
    loaded, problems = inspect(ROOT, Wish(TODAY))
    assert [str(problem) for problem in problems] == []
    assert len(loaded.handbook.teams) >= 6
    assert len(loaded.handbook.practices) >= 9


def test_the_made_up_team_has_its_practices() -> None:
    assert len(_made_up(_edition(Audience.PUBLIC))) == 4


@pytest.mark.parametrize("audience", list(Audience))
def test_what_is_made_up_says_so_on_every_page_and_in_every_list(audience: Audience) -> None:
    names = _made_up(_edition(audience))
    shown = set()
    for output in _outputs(audience):
        if isinstance(output, Asset):
            continue
        tree = _Tree(output.html if isinstance(output, Page) else output.markdown)
        for text, element in tree.texts:
            for name, own in names.items():
                if name in text:
                    shown.add((name, output.uri))
                    about = any(output.uri in pages for pages in names.values())
                    place = tree.page if about or output.uri in own else element.entry()
                    assert _is_marked(place), f"{output.uri}: {name}"
    overviews = {("Wijkteam Voorbeeld", uri) for uri in ("teams/index.md", "transformatiedoelen/index.md")}
    overviews |= {("Wijkteam Voorbeeld", "methode/6-monitoren/index.md")}
    overviews |= {(name, "best-practices/index.md") for name in names if name != "Wijkteam Voorbeeld"}
    assert overviews <= shown


def test_what_is_made_up_says_so_in_the_data_and_in_its_calendar() -> None:
    assets = {output.uri: output.content for output in _outputs(Audience.PUBLIC) if isinstance(output, Asset)}
    data = json.loads(assets["data/handbook.json"])
    names = _made_up(_edition(Audience.PUBLIC))
    found = {
        t.get("naam") or t.get("titel") for t in data["teams"] + data["best_practices"] if t["herkomst"] == "voorbeeld"
    }
    assert found == set(names)
    rows = assets["teams/voorbeeld/agenda.ics"].decode().replace("\r\n ", "").split("\r\n")
    titles = [row for row in rows if row.startswith(("SUMMARY", "X-WR-CALNAME"))]
    assert len(titles) >= 3
    assert all("verzonnen" in title for title in titles)


def test_a_team_of_the_pilot_is_never_called_made_up() -> None:
    for output in _outputs(Audience.PUBLIC):
        if isinstance(output, Page) and output.uri.startswith("teams/pilot-"):
            assert "verzonnen" not in output.html.casefold()
            assert "Naverteld uit een openbaar rapport" in output.html


def test_no_code_of_a_respondent_is_in_any_output() -> None:
    handbook = load(ROOT).handbook
    codes = {practice.card.respondent for practice in handbook.practices if practice.card.respondent}
    assert codes
    for audience in Audience:
        for output in _outputs(audience):
            match output:
                case Asset():
                    content = output.content.decode("utf-8", "replace") if not output.uri.startswith("assets/") else ""
                case Page():
                    content = output.html
                case Text():
                    content = output.markdown
            assert not [code for code in codes if code in content], output.uri


def test_every_step_is_described_and_every_question_is_shown() -> None:
    edition = _edition(Audience.PUBLIC)
    texts = {output.uri: output.markdown for output in _outputs(Audience.PUBLIC) if isinstance(output, Text)}
    described = {step: sum(uri.startswith(f"methode/{step.slug}/") for uri in texts) for step in StepId}
    assert all(pages > 2 for pages in described.values()), described  # its own page and its parts
    assert len(edition.questions) >= 120
    assert all(f'id="{question.id}"' in texts["vragenbank/index.md"] for question in edition.questions)


METHOD = [one for one in readings(load(ROOT).handbook) if one.file.startswith("docs/methode/")]


@pytest.mark.parametrize("page", METHOD, ids=lambda page: page.file)
def test_a_page_of_the_method_speaks_in_short_sentences(page: PageReading) -> None:
    assert page.words_per_sentence is not None and page.words_per_sentence < 15


def test_every_term_is_explained_and_words_lead_to_it_from_other_pages() -> None:
    edition = _edition(Audience.PUBLIC)
    texts = {output.uri: output.markdown for output in _outputs(Audience.PUBLIC) if isinstance(output, Text)}
    glossary = texts.pop("begrippen/index.md")
    assert len(edition.glossary) >= 60
    assert all(f'<h3 id="{term.id}">{term.term}</h3>' in glossary for term in edition.glossary)
    assert "hb-term" not in glossary
    marked = {uri: text.count('class="hb-term"') for uri, text in texts.items()}
    assert all(marked[uri] for uri in texts if uri.startswith("methode/"))
    pages = [output.html for output in _outputs(Audience.PUBLIC) if isinstance(output, Page)]
    assert any('class="hb-term"' in html for html in pages)
