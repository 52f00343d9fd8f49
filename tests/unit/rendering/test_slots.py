from __future__ import annotations

import pytest

from reflection_handbook.model.documents import Document
from reflection_handbook.model.pages import PartCard, Slot, StepCard
from reflection_handbook.model.places import Source
from reflection_handbook.rendering.environment import Templates
from reflection_handbook.rendering.slots import Filler
from support import make_document, make_edition, make_team


def _fill(document: Document) -> str:
    return Filler(make_edition(make_team(), documents=(document,)), Templates()).fill(document)


@pytest.mark.parametrize("slot", list(Slot))
def test_every_slot_is_filled_and_its_line_is_gone(slot: Slot) -> None:
    text = _fill(make_document("blad.md", f"Voor.\n\n<!-- handboek: {slot.value} -->\n\nNa.\n"))
    assert "handboek:" not in text
    assert text.startswith("Voor.\n\n<") and text.endswith(">\n\nNa.\n")


def test_a_slot_in_the_middle_of_a_sentence_is_left_alone() -> None:
    text = "Schrijf <!-- handboek: teams --> op een eigen regel.\n"
    assert _fill(make_document("blad.md", text)) == text


def test_links_in_a_slot_are_relative_to_the_page_it_stands_on() -> None:
    for uri, link in (("teams/index.md", 'href="west/"'), ("index.md", 'href="teams/west/"')):
        assert link in _fill(make_document(uri, "<!-- handboek: teams -->\n"))


STEP = StepCard.model_validate(
    {
        "stap": "interviews",
        "doel": "Je ontdekt wat je goed doet.",
        "duur_minuten": {"minimum": 60, "maximum": 90},
        "duur_bron": "rapport",
    }
)


@pytest.mark.parametrize(
    "text", ["# Interviews\n\nInleiding.\n\n## Zo doe je het\n\nTekst.\n", "# Interviews\n\nKort.\n"]
)
def test_a_step_has_its_facts_before_its_first_section_and_the_way_on_at_its_end(text: str) -> None:
    document = Document(uri="methode/2-interviews/index.md", card=STEP, text=text, source=Source("docs/x.md"))
    filled = _fill(document)
    places = [filled.index(part) for part in ("# Interviews", "Je ontdekt wat je goed doet.", "Teams bij deze stap")]
    assert places == sorted(places)
    if "## Zo doe" in text:
        assert filled.index("hb-stephead") < filled.index("## Zo doe je het") < filled.index("hb-stepfoot")
    assert 'href="../3-teruglegging/"' in filled


def test_a_part_has_its_facts_before_its_first_section_and_the_way_on_at_its_end() -> None:
    card = PartCard.model_validate({"stap": "interviews", "doel": "Je krijgt een brief.", "volgorde": 1})
    text = "# De brief\n\nInleiding.\n\n## Zo doe je het\n\nTekst.\n"
    filled = _fill(Document(uri="methode/2-interviews/brief.md", card=card, text=text, source=Source("docs/x.md")))
    marks = (
        "Inleiding",
        "hb-stephead",
        "onderdeel 1 van 1",
        "Je krijgt een brief.",
        "## Zo doe je het",
        "hb-steps-nav",
    )
    assert (places := [filled.index(mark) for mark in marks]) == sorted(places)
    assert filled.count('href="../"') == 3  # above it, and where others have a part before and after them
