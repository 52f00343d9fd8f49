"""The scale round in a real browser: nobody sees another's figure, and what may not be seen is gone."""

from __future__ import annotations

import json
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
from reflection_handbook.publishing.small_numbers import Floors, figure
from reflection_handbook.viewing.meeting_tools import MeetingView
from support import ROOT

pytestmark = pytest.mark.browser

SHARED = json.loads((ROOT / "tests" / "shared" / "thresholds.json").read_text(encoding="utf-8"))
VIEW = MeetingView(5, 0.6, 3, ())
URL = "voorbereiden/schaalronde/"


def _begin(page: Page, present: int, invited: int | None = None, paper: bool = False) -> None:
    page.get_by_label("De vraag van de schaal").fill("Hoe goed verdelen wij zaken?")
    page.get_by_label("Hoeveel mensen zijn er nu?").fill(str(present))
    page.get_by_label("Hoeveel mensen zijn uitgenodigd?").fill(str(invited or present))
    if paper:
        page.get_by_label("Briefjes tellen").check()
    press(page, "Begin de ronde")


def _give(page: Page, *scores: int | None) -> None:
    for score in scores:
        press(page, "Ik ben aan de beurt")
        if score is None:
            press(page, "Ik geef geen cijfer")
        else:
            page.get_by_role("radio", name=str(score), exact=True).check()
            press(page, "Klaar, verberg mijn cijfer")


@pytest.mark.parametrize("case", SHARED, ids=[case["shows"] for case in SHARED])
def test_what_may_be_seen_is_what_the_gate_lets_through(browser: Browser, case: dict[str, Any]) -> None:
    assert (figure(case["scores"], case["invited"], Floors()) is not None) == case["shown"]
    page = bare_tool(browser, "schaalronde", "scale-round.js", VIEW)
    _begin(page, max(1, len(case["scores"])), case["invited"], paper=True)
    for score in set(case["scores"]):
        page.get_by_label(f"Briefjes met een {score}", exact=True).fill(str(case["scores"].count(score)))
    press(page, "Klaar met tellen")
    assert page.get_by_text("Zo liggen de cijfers").is_visible() == case["shown"]
    assert ("scores:" in block(page)) == case["shown"]
    page.close()


def test_an_organisation_can_ask_for_more_answers(browser: Browser) -> None:
    page = bare_tool(browser, "schaalronde", "scale-round.js", MeetingView(7, 0.6, 3, ()))
    _begin(page, 6)
    _give(page, 4, 5, 6, 7, 8, 9)
    assert not page.get_by_text("Zo liggen de cijfers").is_visible()
    page.close()


def test_nobody_sees_the_figure_of_the_one_before(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}", **PHONE) as page:
        _begin(page, 6)
        assert page.evaluate("document.activeElement.textContent") == "Geef het apparaat door"
        _give(page, 9)
        told(page, "Genoteerd. Geef het apparaat door.")
        assert page.get_by_text("Nog 5 te gaan.").is_visible()
        press(page, "Ik ben aan de beurt")
        assert page.locator("[data-part=scores] input:checked").count() == 0
        assert not page.get_by_text("Zo liggen de cijfers").is_visible()
        assert page.locator("[data-part=columns] li").count() == 0
        assert "9" not in _kept(page)
        page.reload()
        told(page, "De ronde begint opnieuw.")
        assert page.get_by_label("De vraag van de schaal").input_value() == "Hoe goed verdelen wij zaken?"
        page.goto(f"{address}voorbereiden/startcheck/")
        page.go_back()
        assert page.locator("[data-part=scores] input:checked").count() == 0
        assert "9" not in _kept(page)


def _kept(page: Page) -> str:
    """Return what the tool keeps, without what stands in it for sure."""
    kept = json.loads(page.evaluate("sessionStorage[Object.keys(sessionStorage).find(k => k.includes('schaalronde'))]"))
    return json.dumps({key: value for key, value in kept.items() if key != "date"})


def test_a_choice_disappears_when_the_screen_goes_off(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        _begin(page, 5)
        press(page, "Ik ben aan de beurt")
        page.get_by_role("radio", name="3", exact=True).check()
        page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        told(page, "Je keuze is leeg gemaakt.")
        assert page.locator("[data-part=scores] input:checked").count() == 0
        assert page.get_by_text("Nog 5 te gaan.").is_visible()


def test_the_whole_round_and_its_block_in_a_fresh_portfolio(browser: Browser, address: str, tmp_path: Path) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        page.get_by_label("Een 1 betekent").fill("Ieder pakt: wat er 'ligt' # nu")
        _begin(page, 6, 7)
        press(page, "Ik ben aan de beurt")
        press(page, "Klaar, verberg mijn cijfer")
        told(page, "Kies eerst een cijfer")
        page.get_by_role("radio", name="8", exact=True).focus()
        page.keyboard.press("Space")
        press(page, "Klaar, verberg mijn cijfer")
        _give(page, 5, 6, None, 4, 5)
        assert page.evaluate("document.activeElement.textContent") == "Praat erover"
        assert [li for li in page.locator("[data-part=columns] li").all_inner_texts() if "0 keer" not in li]
        assert page.get_by_text("Hoe ziet één cijfer hoger eruit?").first.is_visible()
        page.get_by_label("Wat bracht het gesprek?").fill("Maandag helpt: 'samen' kijken.\n- Ook bij crisis")
        page.get_by_label("Hoe ziet één cijfer hoger eruit?").fill("Ouders merken het")
        page.get_by_label("Het doel waar de schaal bij hoort").fill("Elkaars kwaliteiten benutten")
        page.get_by_label("Datum").fill("2026-11-20")
        assert "scores: [4, 5, 5, 6, 8]" in block(page)
        before = block(page)
        pasted(tmp_path / "a", FRESH + before)
        page.reload()
        assert block(page) == before
        page.get_by_label("De schaal staat nog niet").uncheck()
        page.get_by_label("Het portfolio heeft al een regel").check()
        later = block(page).replace("2026-11-20", "2026-11-21")
        assert later.startswith("  - schaal: hoe-goed-verdelen-wij-zaken\n")
        pasted(tmp_path / "b", f"{FRESH}{before}\n{later}\n")
        long = "een-id-dat-lang-is-en-dat-al-in-het-portfolio-staat"
        page.get_by_label("Korte naam (id) van de schaal").fill(long)
        assert block(page).startswith(f"  - schaal: {long}\n")
        press(page, "Wis alles")
        told(page, "Alles is gewist.")
        assert "zaken" not in storage(page)
        page.reload()
        assert page.get_by_label("De vraag van de schaal").input_value() == ""


def test_below_five_only_the_talk_is_left(browser: Browser, address: str, tmp_path: Path) -> None:
    with tool_page(browser, f"{address}{URL}", **PHONE) as page:
        _begin(page, 4)
        _give(page, 3, 5, 7, 8)
        assert page.get_by_text("Te weinig gegevens om te tonen.").is_visible()
        assert page.locator("[data-part=columns]").is_hidden()
        page.get_by_label("Wat bracht het gesprek?").fill("We beginnen klein.")
        assert "scores" not in block(page) and "uitgenodigd: 4" in block(page)
        assert '"scores": []' in _kept(page)
        pasted(tmp_path, FRESH + block(page))


def test_more_slips_than_people_is_said_and_nobody_there_too(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        press(page, "Begin de ronde")
        told(page, "Vul in hoeveel mensen er zijn")
        _begin(page, 5, paper=True)
        page.get_by_label("Briefjes met een 6").fill("7")
        assert page.get_by_text("7 van de 5 briefjes").is_visible()
        press(page, "Klaar met tellen")
        told(page, "Het aantal briefjes klopt niet")
        press(page, "Stop deze ronde")
        assert page.get_by_label("Hoeveel mensen zijn er nu?").is_visible()


BROKEN = ["{", "[]", '"x"', '{"question": 3}', '{"question": "", "result": {"scores": [4, 5, 99], "invited": 5}}']


@pytest.mark.parametrize("text", BROKEN)
def test_what_was_kept_and_is_broken_is_said_and_the_rest_works(browser: Browser, address: str, text: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        break_storage(page, "schaalronde", text)
        told(page, "niet te lezen")
        _begin(page, 5)
        assert page.get_by_text("Nog 5 te gaan.").is_visible()


def test_scores_of_too_few_that_somebody_put_there_are_not_shown(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        break_storage(page, "schaalronde", '{"result": {"scores": [4, 5, 9], "invited": 3}}')
        told(page, "niet te lezen")
        assert not page.get_by_text("Zo liggen de cijfers").is_visible()


def test_it_works_from_a_folder_and_saves_a_file(browser: Browser, site: Path) -> None:
    with tool_page(browser, (site / "voorbereiden" / "schaalronde" / "index.html").as_uri()) as page:
        _begin(page, 5)
        _give(page, 1, 2, 3, 4, 5)
        page.get_by_label("Datum").fill("2026-11-20")
        with page.expect_download() as download:
            press(page, "Bewaar als bestand")
        assert download.value.suggested_filename == "meting-2026-11-20.yml"
        assert "scores: [1, 2, 3, 4, 5]" in Path(download.value.path()).read_text(encoding="utf-8")
        told(page, "Het bestand staat bij je downloads.")


def test_the_block_can_be_copied(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}", permissions=["clipboard-read", "clipboard-write"]) as page:
        _begin(page, 5)
        _give(page, 1, 2, 3, 4, 5)
        press(page, "Kopieer")
        told(page, "Gekopieerd.")
        assert page.evaluate("navigator.clipboard.readText()") == block(page)


def test_without_javascript_it_says_what_to_do_on_paper(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}", java_script_enabled=False) as page:
        assert page.get_by_text("Op papier: geef ieder een gelijk briefje").is_visible()
        assert page.locator(".hb-tool").is_hidden()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_can_be_used_by_everybody(browser: Browser, address: str, width: int, scheme: Any) -> None:
    screen = {"viewport": {"width": width, "height": 844}, "color_scheme": scheme}
    with tool_page(browser, f"{address}{URL}", **screen) as page:
        is_usable_by_everybody(page)
        _begin(page, 5)
        is_usable_by_everybody(page)
        press(page, "Ik ben aan de beurt")
        is_usable_by_everybody(page)
        press(page, "Ik geef geen cijfer")
        _give(page, 4, 6, 7, 7)
        is_usable_by_everybody(page)
        press(page, "Nog een ronde")
        _begin(page, 5, paper=True)
        is_usable_by_everybody(page)
