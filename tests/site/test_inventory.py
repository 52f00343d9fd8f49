"""From letters to inventory in a real browser: people's own words, and nobody that can be recognised."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from meeting_tools import (
    FRESH,
    PHONE,
    bare_tool,
    block,
    break_storage,
    is_usable_by_everybody,
    pasted,
    press,
    storage,
    told,
    tool_page,
)

pytestmark = pytest.mark.browser

URL = "voorbereiden/van-brieven-naar-inventaris/"
NOTES = "Bij een boze ouder ga ik eerst zitten: 'luisteren'. Als ik vastloop, loop ik even bij de buren binnen."
QUALITY, FACTOR = "eerst zitten: 'luisteren'", "even bij de buren binnen"


def _mark(page: Page, piece: str, button: str, notes: str = NOTES) -> None:
    field = page.get_by_label("Goedgekeurde teksten")
    if field.input_value() != notes:
        field.fill(notes)
    at = notes.index(piece)
    field.evaluate("(field, [from, to]) => field.setSelectionRange(from, to)", [at, at + len(piece)])
    press(page, button)


def _check_all(page: Page) -> None:
    for box in page.locator("[data-part=checks] input").all():
        box.check()


def test_marked_pieces_are_grouped_checked_and_taken_along(browser: Browser, address: str, tmp_path: Path) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        press(page, "Dit is een kwaliteit")
        told(page, "Selecteer eerst een stukje tekst")
        _mark(page, QUALITY, "Dit is een kwaliteit")
        told(page, "Gemarkeerd als kwaliteit")
        _mark(page, QUALITY, "Dit is een werkzame factor")
        told(page, "Dat staat er al.")
        _mark(page, FACTOR, "Dit is een werkzame factor")
        page.get_by_text("Laat zien wat er gemarkeerd is").click()
        assert page.locator("[data-part=marked] mark").all_inner_texts() == [QUALITY, FACTOR]
        page.get_by_role("checkbox", name=QUALITY).check()
        assert not page.get_by_label("Voor het portfolio").is_visible()
        _check_all(page)
        assert block(page) == (
            "kwaliteiten:\n  - id: eerst-zitten-luisteren\n    naam: 'eerst zitten: ''luisteren'''\n"
            "werkzame_factoren:\n  - id: even-bij-de-buren-binnen\n    naam: 'even bij de buren binnen'\n"
            "    kwaliteiten: [eerst-zitten-luisteren]"
        )
        pasted(tmp_path, FRESH + block(page))
        page.reload()
        assert block(page).startswith("kwaliteiten:")
        assert page.get_by_role("checkbox", name=QUALITY).is_checked()
        press(page, "Wis alles")
        told(page, "Alles is gewist.")
        assert "buren" not in storage(page)


def test_marking_goes_with_the_keyboard_alone(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        page.get_by_label("Goedgekeurde teksten").focus()
        page.keyboard.type("Goed luisteren doet zij")
        page.keyboard.press("Home")
        for _ in "Goed luisteren":
            page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.get_by_label("Kwaliteit 1").input_value() == "Goed luisteren"
        assert page.evaluate("document.activeElement.id") == "hb-notes"


def test_a_change_asks_to_look_again(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}", **PHONE) as page:
        _mark(page, QUALITY, "Dit is een kwaliteit")
        _check_all(page)
        assert page.get_by_label("Voor het portfolio").is_visible()
        page.get_by_label("Kwaliteit 1").fill("Luisteren zoals Sanne")
        assert not page.get_by_label("Voor het portfolio").is_visible()
        assert page.get_by_text("‘Sanne’ heeft een hoofdletter").is_visible()
        press(page, "Maak er een werkzame factor van: " + QUALITY)
        assert page.get_by_label("Werkzame factor 1").input_value() == "Luisteren zoals Sanne"
        press(page, "Haal weg: Luisteren zoals Sanne")
        assert page.get_by_text("Nog niets gemarkeerd. Een kwaliteit").is_visible()


WARNED = {
    "Dat leerde ik van Sanne": "‘Sanne’ heeft een hoofdletter",
    "Hij kwam. Toen was El Mehdi er ook": "‘El’ heeft een hoofdletter",
    "Een jongen van 12 jaar belde zelf": "‘12 jaar’ lijkt een leeftijd",
    "Een zesjarige die zelf kiest": "‘zesjarige’ lijkt een leeftijd",
    "Buiten spelen in de Tulpstraat 4": "‘Tulpstraat 4’ lijkt een straat",
    "Bel altijd even terug op 06-12 34 56 78": "lijkt een telefoonnummer",
    "Mail naar iemand@elders.example mag": "lijkt een e-mailadres",
    "Het dossier is 123456782": "is een lang nummer",
    "Wonen in 1234 AB is fijn": "lijkt een postcode",
    "Sinds 3-4-2015 gaat het beter": "is een datum",
}
FINE = [
    "Ik ga zitten. Dan luister ik. Onderweg praten we",
    "Vragen: 'Wat helpt jou?' en wachten",
    "Vijf minuten eerder komen",
    "1 gezin, 1 plan",
]


@pytest.mark.parametrize(("text", "warning"), WARNED.items(), ids=list(WARNED))
def test_what_looks_like_a_person_is_asked_about(browser: Browser, text: str, warning: str) -> None:
    page = bare_tool(browser, "van-brieven-naar-inventaris", "inventory.js")
    _mark(page, text, "Dit is een kwaliteit", text)
    assert warning in " ".join(page.locator("[data-part=warnings] li").all_inner_texts())
    page.close()


@pytest.mark.parametrize("text", FINE)
def test_ordinary_words_are_not(browser: Browser, text: str) -> None:
    page = bare_tool(browser, "van-brieven-naar-inventaris", "inventory.js")
    _mark(page, text, "Dit is een kwaliteit", text)
    assert page.locator("[data-part=warnings] li").all_inner_texts() == [
        "We vonden geen namen, leeftijden, straten of nummers. Kijk zelf ook: wij zien niet alles."
    ]
    page.close()


BROKEN = {
    "{": "",
    "[]": "",
    '{"notes": 4, "items": [{"key": 1, "kind": "quality", "text": "Luisteren"}, {"key": 2}]}': "Luisteren",
}


@pytest.mark.parametrize(("text", "kept"), BROKEN.items())
def test_what_was_kept_and_is_broken_is_said_and_the_rest_kept(
    browser: Browser, address: str, text: str, kept: str
) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        break_storage(page, "van-brieven-naar-inventaris", text)
        told(page, "niet te lezen")
        assert [box.input_value() for box in page.locator("[data-part=qualities] input[type=text]").all()] == [
            *filter(None, [kept])
        ]


def test_it_works_from_a_folder_and_without_javascript_says_what_to_do(
    browser: Browser, site: Path, address: str
) -> None:
    with tool_page(browser, (site / URL / "index.html").as_uri()) as page:
        _mark(page, QUALITY, "Dit is een kwaliteit")
        _check_all(page)
        assert "kwaliteiten:" in block(page)
    with tool_page(browser, f"{address}{URL}", java_script_enabled=False) as page:
        assert page.get_by_text("Op papier: onderstreep in de goedgekeurde brieven").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_used_by_everybody(browser: Browser, address: str, width: int, scheme: Any) -> None:
    screen = {"viewport": {"width": width, "height": 844}, "color_scheme": scheme}
    with tool_page(browser, f"{address}{URL}", **screen) as page:
        _mark(page, QUALITY, "Dit is een kwaliteit")
        _mark(page, FACTOR, "Dit is een werkzame factor")
        page.get_by_text("Laat zien wat er gemarkeerd is").click()
        _check_all(page)
        is_usable_by_everybody(page)
