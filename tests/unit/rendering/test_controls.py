from __future__ import annotations

import pytest
from markupsafe import Markup

from reflection_handbook.loading.active import html_faults
from reflection_handbook.model.pages import Slot
from reflection_handbook.rendering.controls import asleep
from reflection_handbook.rendering.environment import Templates
from reflection_handbook.rendering.slots import Filler
from support import make_document, make_edition, make_team

CASES = [
    ('<button type="button" class="x">Ja</button>', '<span data-as="button" data-as-type="button" class="x">Ja</span>'),
    ("<fieldset><legend>Wat?</legend></fieldset>", '<div data-as="fieldset"><span data-as="legend">Wat?</span></div>'),
    ('<option value="" selected>–</option>', '<span data-as="option" data-as-value="" data-as-selected="">–</span>'),
    ('<label for="a">A &gt; B</label>', '<span data-as="label" data-as-for="a">A &gt; B</span>'),
    ('<input aria-label="the name for it">', '<span data-as="input" aria-label="the name for it"></span>'),
    ("<p>Gewoon</p>", "<p>Gewoon</p>"),
]


@pytest.mark.parametrize(("awake", "wanted"), CASES)
def test_fields_and_buttons_sleep_and_the_rest_stays(awake: str, wanted: str) -> None:
    assert asleep(Markup(awake)) == wanted


@pytest.mark.parametrize(
    "slot", [Slot.SCALE_ROUND, Slot.GOAL_CHOICE, Slot.FOR_YOURSELF, Slot.INVENTORY, Slot.START_CHECK]
)
def test_a_tool_holds_nothing_active_and_says_what_to_do_without_it(slot: Slot) -> None:
    document = make_document("blad.md", f"<!-- handboek: {slot.value} -->\n")
    html = Filler(make_edition(make_team(), documents=(document,)), Templates()).fill(document)
    assert list(html_faults(html)) == []
    assert "data-without>Op papier:" in html
