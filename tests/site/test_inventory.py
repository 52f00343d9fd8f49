"""From letters to inventory in a real browser: people's own words, and nobody that can be recognised."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from meeting_tools import (
    FRESH,
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

TOOL = ("van-brieven-naar-inventaris", "inventory.js")
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
        page.context.set_offline(True)
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
        is_usable_by_everybody(page)
        page.context.set_offline(False)
        page.reload()
        assert block(page).startswith("kwaliteiten:")
        assert page.get_by_role("checkbox", name=QUALITY).is_checked()
        _mark(page, "even bij de buren", "Dit is een werkzame factor")
        _select(page, "even bij de buren", FACTOR)
        is_usable_by_everybody(page)
        press(page, "Wis alles")
        told(page, "Alles is gewist.")
        assert "buren" not in storage(page)


def _select(page: Page, piece: str, other: str) -> None:
    page.get_by_label(f"Zegt hetzelfde als, voor: {piece}", exact=True).select_option(label=other)


def test_pieces_that_say_the_same_go_together_and_apart_again(browser: Browser) -> None:
    notes = "Zij luistert goed. Goed luisteren. Een goed oor. Rust maken. Ik vraag door. Thee helpt."
    with bare_tool(browser, *TOOL) as page:
        for piece in ("luistert goed", "Goed luisteren", "goed oor", "Rust maken"):
            _mark(page, piece, "Dit is een kwaliteit", notes)
        for piece in ("Ik vraag door", "Thee helpt"):
            _mark(page, piece, "Dit is een werkzame factor", notes)
        on = page.get_by_role("group", name="Steunt op deze kwaliteiten")
        on.nth(0).get_by_label("Goed luisteren").check()
        on.nth(1).get_by_label("Rust maken").check()

        own = page.get_by_label("Zegt hetzelfde als, voor: Goed luisteren", exact=True)
        own.focus()
        page.keyboard.press("ArrowDown")  # to the first of the others, with the keyboard alone
        told(page, "‘Goed luisteren’ hoort nu bij ‘luistert goed’.")
        assert page.evaluate("document.activeElement.dataset.key") == "2"
        assert on.nth(0).get_by_label("luistert goed").is_checked()  # what hung on the one hangs on the other

        _select(page, "luistert goed", "goed oor")  # a group goes to another as a whole
        same = page.get_by_role("list", name="Zegt hetzelfde: goed oor")
        assert same.locator("q").all_inner_texts() == ["luistert goed", "Goed luisteren"]
        _select(page, "Thee helpt", "Ik vraag door")
        page.get_by_label("Kwaliteit 1").fill("Echt luisteren")
        _check_all(page)
        assert block(page).count("  - id:") == 3
        assert "naam: 'Echt luisteren'" in block(page) and "luistert" not in block(page)
        assert block(page).endswith("kwaliteiten: [echt-luisteren, rust-maken]")

        page.reload()
        assert page.get_by_role("list", name="Zegt hetzelfde: Echt luisteren").locator("q").count() == 2
        _select(page, "Goed luisteren", "Maak weer los")
        told(page, "‘Goed luisteren’ staat weer los.")
        assert not page.get_by_label("Voor het portfolio").is_visible()  # look again
        press(page, "Haal weg: Echt luisteren")
        names = [box.input_value() for box in page.locator("[data-part=qualities] input[type=text]").all()]
        assert names == ["luistert goed", "Goed luisteren", "Rust maken"]


def test_marking_goes_with_the_keyboard_alone_and_a_change_asks_to_look_again(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        page.get_by_label("Goedgekeurde teksten").focus()
        page.keyboard.type("Goed luisteren doet zij")
        page.keyboard.press("Control+Home")
        for _ in "Goed luisteren":
            page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.get_by_label("Kwaliteit 1").input_value() == "Goed luisteren"
        assert page.evaluate("document.activeElement.id") == "hb-notes"
        _check_all(page)
        assert page.get_by_label("Voor het portfolio").is_visible()
        page.get_by_label("Kwaliteit 1").fill("Luisteren zoals Sanne")
        assert not page.get_by_label("Voor het portfolio").is_visible()
        assert page.get_by_text("‘Sanne’ heeft een hoofdletter").is_visible()
        press(page, "Toch een werkzame factor: Goed luisteren")
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
CLEAN = "We vonden geen namen, leeftijden, straten of nummers. Kijk zelf ook: wij zien niet alles."


def test_what_looks_like_a_person_is_asked_about_and_ordinary_words_are_not(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        for text, warning in [*WARNED.items(), *((text, CLEAN) for text in FINE)]:
            _mark(page, text, "Dit is een kwaliteit", text)
            assert warning in " ".join(page.locator("[data-part=warnings] li").all_inner_texts()), text
            press(page, "Wis alles")


BROKEN = {
    "{": "",
    "[]": "",
    '{"notes": 4, "items": [{"key": 1, "kind": "quality", "text": "Luisteren"}, {"key": 2}]}': "Luisteren",
}


def test_what_was_kept_and_is_broken_is_said_and_the_rest_kept(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        for text, kept in BROKEN.items():
            break_storage(page, "van-brieven-naar-inventaris", text)
            told(page, "niet te lezen")
            names = [box.input_value() for box in page.locator("[data-part=qualities] input[type=text]").all()]
            assert names == [*filter(None, [kept])], text


def test_it_works_from_a_folder(browser: Browser, site: Path) -> None:
    with tool_page(browser, (site / URL / "index.html").as_uri()) as page:
        _mark(page, QUALITY, "Dit is een kwaliteit")
        _check_all(page)
        page.reload()
        assert "kwaliteiten:" in block(page)
