"""Pages of ``docs/`` as outputs: the author's text, and what an engine asks to know of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reflection_handbook.model.documents import Document
from reflection_handbook.model.pages import PageCard, StepCard
from reflection_handbook.model.places import Source
from reflection_handbook.rendering import Text, render
from support import TODAY, make_document, make_edition


def _text(document: Document) -> Text:
    (text,) = (output for output in render(make_edition(documents=(document,)), TODAY) if isinstance(output, Text))
    return text


def test_a_page_without_slots_goes_along_as_it_is() -> None:
    assert _text(make_document("over/index.md", "# Over\n\nTekst.\n")) == Text(
        "over/index.md", {}, "# Over\n\nTekst.\n"
    )


FOR_THE_ENGINE = {
    "title": "Over",
    "description": "Over ons.",
    "hide": ["toc", "path"],
    "icon": "material/home",
    "search": {"exclude": "ja"},
}
OF_THE_STEP = {"stap": "interviews", "doel": "Leren", "duur_minuten": {"minimum": 60, "maximum": 90}, "nodig": ["Rust"]}


@pytest.mark.parametrize(
    ("card", "found"),
    [
        (PageCard(), {}),
        (PageCard.model_validate({"title": "Over"}), {"title": "Over"}),
        (PageCard.model_validate(FOR_THE_ENGINE), {**FOR_THE_ENGINE, "search": {"exclude": True}}),
        (StepCard.model_validate({"title": "T", "duur_bron": "advies", **OF_THE_STEP}), {"title": "T"}),
    ],
    ids=["nothing", "a title", "all there is", "a step"],
)
def test_the_card_of_a_page_holds_what_an_engine_asks_for_and_nothing_of_ours(
    card: PageCard, found: dict[str, Any]
) -> None:
    document = Document(uri="over/index.md", card=card, text="# Over\n", source=Source("docs/over/index.md"))
    written = _text(document).card
    assert written == found
    assert json.loads(json.dumps(written)) == found  # plain values, that any format can write
