"""The scale round in a real browser: nobody sees another's figure, and what may not be seen is gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from meeting_tools import (
    BARE,
    FRESH,
    PHONE,
    bare_tool,
    block,
    break_storage,
    is_usable_by_everybody,
    pasted,
    press,
    put,
    storage,
    told,
    tool_page,
)
from reflection_handbook.viewing.meeting_tools import MeetingView
from support import ROOT

pytestmark = pytest.mark.browser

SHARED = json.loads((ROOT / "tests" / "shared" / "thresholds.json").read_text(encoding="utf-8"))
TOOL = ("schaalronde", "scale-round.js", MeetingView(5, 0.6, 3, ()))
URL = "voorbereiden/schaalronde/"


def _begin(page: Page, present: int, invited: int | None = None, paper: bool = False) -> None:
    page.get_by_label("De vraag van de schaal").fill("Hoe goed verdelen wij zaken?")
    page.get_by_label("Hoeveel mensen zijn er nu?").fill(str(present))
    page.get_by_label("Hoeveel mensen zijn uitgenodigd?").fill(str(invited or present))
    page.get_by_label("Briefjes tellen" if paper else "Eén apparaat gaat rond").check()
    press(page, "Begin de ronde")


def _give(page: Page, *scores: int | None) -> None:
    for score in scores:
        press(page, "Ik ben aan de beurt")
        if score is None:
            press(page, "Ik geef geen cijfer")
        else:
            page.get_by_role("radio", name=str(score), exact=True).check()
            press(page, "Klaar, verberg mijn cijfer")


def _kept(page: Page) -> str:
    """Return what the tool keeps, without what stands in it for sure."""
    kept = json.loads(page.evaluate("sessionStorage[Object.keys(sessionStorage).find(k => k.includes('schaalronde'))]"))
    return json.dumps({key: value for key, value in kept.items() if key != "date"})


def test_what_may_be_seen_is_what_the_gate_lets_through(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        for case in SHARED:
            _begin(page, max(1, len(case["scores"])), case["invited"], paper=True)
            put(page, {f"[data-count='{score}']": str(case["scores"].count(score)) for score in case["scores"]})
            press(page, "Klaar met tellen")
            assert page.get_by_text("Zo liggen de cijfers").is_visible() == case["shown"], case["shows"]
            assert ("scores:" in block(page)) == case["shown"], case["shows"]
            press(page, "Wis alles")
    with bare_tool(browser, *TOOL[:2], MeetingView(7, 0.6, 3, ())) as page:  # an organisation that asks for more
        _begin(page, 6)
        _give(page, 4, 5, 6, 7, 8, 9)
        assert not page.get_by_text("Zo liggen de cijfers").is_visible()


def test_nobody_sees_the_figure_of_the_one_before(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
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
        page.get_by_role("radio", name="3", exact=True).check()
        page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # the screen goes off
        told(page, "Je keuze is leeg gemaakt.")
        assert page.locator("[data-part=scores] input:checked").count() == 0
        assert page.get_by_text("Nog 5 te gaan.").is_visible()
        page.reload()
        told(page, "De ronde begint opnieuw.")
        assert page.get_by_label("De vraag van de schaal").input_value() == "Hoe goed verdelen wij zaken?"
        page.goto(f"{BARE}?")
        page.go_back()
        assert page.locator("[data-part=scores] input:checked").count() == 0
        assert "9" not in _kept(page)


def test_the_whole_round_and_its_block_in_a_fresh_portfolio(browser: Browser, address: str, tmp_path: Path) -> None:
    with tool_page(browser, f"{address}{URL}", permissions=["clipboard-read", "clipboard-write"]) as page:
        page.get_by_label("Een 1 betekent").fill("Ieder pakt: wat er 'ligt' # nu")
        is_usable_by_everybody(page)
        _begin(page, 6, 7)
        is_usable_by_everybody(page)
        press(page, "Ik ben aan de beurt")
        assert page.locator("[data-part=wipe]").is_hidden()
        press(page, "Klaar, verberg mijn cijfer")
        told(page, "Kies eerst een cijfer")
        page.get_by_role("radio", name="8", exact=True).focus()
        page.keyboard.press("Space")
        is_usable_by_everybody(page)
        press(page, "Klaar, verberg mijn cijfer")
        _give(page, 5, 6, None, 4, 5)
        assert page.evaluate("document.activeElement.textContent") == "Praat erover"
        columns = page.locator("[data-part=columns] .hb-hidden").all_text_contents()
        assert columns[:5] == [": 0 keer", ": 0 keer", ": 0 keer", ": één keer", ": 2 keer"]
        assert page.get_by_text("Hoe ziet één cijfer hoger eruit?").first.is_visible()
        is_usable_by_everybody(page)
        page.get_by_label("Wat bracht het gesprek?").fill("Maandag helpt: 'samen' kijken.\n- Ook bij crisis")
        page.get_by_label("Hoe ziet één cijfer hoger eruit?").fill("Ouders merken het")
        page.get_by_label("Het doel waar de schaal bij hoort").fill("Elkaars kwaliteiten benutten")
        page.get_by_label("Datum").fill("2026-11-20")
        before = block(page)
        assert "scores: [4, 5, 5, 6, 8]" in before
        press(page, "Kopieer")
        told(page, "Gekopieerd.")
        assert page.evaluate("navigator.clipboard.readText()") == before
        page.reload()
        assert block(page) == before
        page.get_by_label("De schaal staat nog niet").uncheck()
        page.get_by_label("Het portfolio heeft al een regel").check()
        later = block(page).replace("2026-11-20", "2026-11-21")
        assert later.startswith("  - schaal: hoe-goed-verdelen-wij-zaken\n")
        pasted(tmp_path, FRESH + before, f"{FRESH}{before}\n{later}\n")
        long = "een-id-dat-lang-is-en-dat-al-in-het-portfolio-staat"
        page.get_by_label("Korte naam (id) van de schaal").fill(long)
        assert block(page).startswith(f"  - schaal: {long}\n")
        press(page, "Nog een ronde")
        _begin(page, 5, paper=True)
        is_usable_by_everybody(page)
        press(page, "Wis alles")
        told(page, "Alles is gewist.")
        assert "zaken" not in storage(page)
        page.reload()
        assert page.get_by_label("De vraag van de schaal").input_value() == ""


def test_a_scale_of_a_team_starts_its_round(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}teams/voorbeeld/", **PHONE) as page:
        page.get_by_role("link", name="Houd een ronde over deze schaal").first.click()
        told(page, "De schaal van het team staat klaar.")
        assert page.get_by_label("De vraag van de schaal").input_value().startswith("Hoe goed verdelen wij zaken")
        assert page.get_by_label("Een 10 betekent").input_value() != ""
        page.get_by_label("Een 10 betekent").fill("Anders gezegd")
        page.reload()
        assert page.get_by_label("Een 10 betekent").input_value() == "Anders gezegd"
        page.get_by_label("Hoeveel mensen zijn er nu?").fill("5")
        press(page, "Begin de ronde")
        _give(page, 4, 5, 6, 7, 8)
        assert block(page).startswith("  - schaal: samen-verdelen\n")  # the portfolio has the rest
        page.goto("about:blank")
        page.goto(f"{address}{URL}#vraag=Een%20ander&schaal=anders")
        told(page, "Hier staat nog een ronde.")
        assert block(page).startswith("  - schaal: samen-verdelen\n")
        press(page, "Nog een ronde")
        assert page.get_by_label("De vraag van de schaal").input_value() == "Een ander"


def test_below_five_only_the_talk_is_left_and_miscounts_are_said(browser: Browser, tmp_path: Path) -> None:
    with bare_tool(browser, *TOOL) as page:
        press(page, "Begin de ronde")
        told(page, "Vul in hoeveel mensen er zijn")
        _begin(page, 5, paper=True)
        page.get_by_label("Briefjes met een 6").fill("7")
        assert page.get_by_text("7 van de 5 briefjes").is_visible()
        press(page, "Klaar met tellen")
        told(page, "Het aantal briefjes klopt niet")
        press(page, "Stop deze ronde")
        _begin(page, 4)
        _give(page, 3, 5, 7, 8)
        assert page.get_by_text("Te weinig gegevens om te tonen.").is_visible()
        assert page.locator("[data-part=columns]").is_hidden()
        page.get_by_label("Wat bracht het gesprek?").fill("We beginnen klein.")
        assert "scores" not in block(page) and "uitgenodigd: 4" in block(page)
        assert '"scores": []' in _kept(page)
        pasted(tmp_path, FRESH + block(page))


BROKEN = ["{", "[]", '"x"', '{"question": 3}', '{"question": "", "result": {"scores": [4, 5, 99], "invited": 5}}']
BROKEN += ['{"result": {"scores": [4, 5, 9], "invited": 3}}']  # scores of too few, that somebody put there


def test_what_was_kept_and_is_broken_is_said_and_the_rest_works(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        for text in BROKEN:
            break_storage(page, "schaalronde", text)
            told(page, "niet te lezen")
            assert not page.get_by_text("Zo liggen de cijfers").is_visible()
            _begin(page, 5)
            assert page.get_by_text("Nog 5 te gaan.").is_visible(), text


def test_it_works_from_a_folder_and_saves_a_file(browser: Browser, site: Path) -> None:
    with tool_page(browser, (site / URL / "index.html").as_uri()) as page:
        _begin(page, 5)
        _give(page, 1, 2, 3, 4, 5)
        page.get_by_label("Datum").fill("2026-11-20")
        with page.expect_download() as download:
            press(page, "Bewaar als bestand")
        assert download.value.suggested_filename == "meting-2026-11-20.yml"
        assert "scores: [1, 2, 3, 4, 5]" in Path(download.value.path()).read_text(encoding="utf-8")
        told(page, "Het bestand staat bij je downloads.")
