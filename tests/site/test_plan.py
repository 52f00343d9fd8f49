"""The plan builder in a real browser: by the same rules as ours, with and without a server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from support import ROOT

from .test_teams import opened

pytestmark = pytest.mark.browser

SHARED = json.loads((ROOT / "tests" / "shared" / "plan.json").read_text(encoding="utf-8"))
RULES = ROOT / "plugins" / "reflection_handbook" / "rendering" / "assets" / "plan-rules.js"
PHONE = {"viewport": {"width": 390, "height": 844}}


def parts(page: Page) -> list[str]:
    return page.locator(".hb-planner__what > p:first-child").all_inner_texts()


def told(page: Page) -> str:
    return page.locator(".hb-planner__told").inner_text()


def test_the_browser_opens_an_address_as_we_do(browser: Browser) -> None:
    page = browser.new_page()
    page.add_script_tag(path=RULES)
    for case in SHARED["open"]:
        found = page.evaluate(
            "([text, known]) => handboekPlan.open(text, new Map(Object.entries(known)))",
            [case["text"], SHARED["questions"]],
        )
        assert found == case["opened"], case["shows"]
        if not found["told"]:
            assert page.evaluate("(plan) => handboekPlan.text(plan)", found) == case["text"]
    page.close()


def test_the_browser_says_about_a_plan_what_we_do(browser: Browser) -> None:
    page = browser.new_page()
    page.add_script_tag(path=RULES)
    for case in SHARED["remarks"]:
        asked = [case["parts"], case["minutes"], case["leader"], case["unchanged"]]
        assert page.evaluate("(asked) => handboekPlan.remarks(...asked)", asked) == case["remarks"], case["shows"]
    page.close()


@pytest.mark.parametrize("options", [PHONE, {}], ids=["phone", "desktop"])
def test_from_the_aim_to_a_plan_that_opens_the_same_elsewhere(browser: Browser, address: str, options: Any) -> None:
    with opened(browser, f"{address}voorbereiden/", **options) as page:
        page.get_by_text("Een doel levend houden").click()
        page.locator(".hb-aim[open]").get_by_role("link", name="Gesprek over de schaal", exact=True).click()
        page.locator(".hb-planner__part").first.wait_for()
        before = parts(page)
        assert before[1].startswith("Waar sta je nu")
        assert page.locator(".hb-planner__sum").inner_text() == "60 van de 60 minuten"
        assert "Maatwerk" in page.locator(".hb-planner__advice").inner_text()

        page.get_by_role("button", name="Omlaag: Waar sta je nu").focus()
        page.keyboard.press("Enter")
        assert parts(page)[2] == before[1]
        page.keyboard.press("Alt+ArrowUp")
        assert parts(page) == before

        page.get_by_role("button", name="Haal weg: Hoe zou één cijfer hoger").click()
        assert len(parts(page)) == len(before) - 1
        page.get_by_role("button", name="Zet terug").click()
        assert parts(page) == before

        page.get_by_role("button", name="Ruil: Hoe zou één cijfer hoger").click()
        page.locator(".hb-planner__swap li button").first.click()
        assert parts(page)[3] != before[3]

        page.get_by_label("Zoek een vraag").fill("trots dag")
        page.get_by_role("button", name="Voeg toe: Waar ben je trots op").click()
        page.get_by_role("button", name="+ Pauze").click()
        page.get_by_label("Minuten voor: Pauze").fill("20")
        assert "te veel" in page.locator(".hb-planner__sum").inner_text()
        page.get_by_label("Wie leidt het gesprek?").select_option("e")
        advice = page.locator(".hb-planner__advice").inner_text()
        assert "iemand uit het team zelf" in advice
        assert "meer in dan er tijd is" in advice
        page.locator(".hb-planner__note summary").first.click()
        page.get_by_label("Notitie bij:").first.fill("Neem de flap mee")
        page.get_by_label("Naam van het plan").fill("Donderdag")
        made, url = parts(page), page.url
        assert "flap" not in url and "Donderdag" not in url
        page.reload()
        assert parts(page) == made
        assert page.get_by_label("Notitie bij:").first.input_value() == "Neem de flap mee"
        page.get_by_label("Zet mijn notities en de naam in het adres").check()
        with_notes = page.url
    with opened(browser, url) as page:
        assert parts(page) == made
        assert page.get_by_label("Naam van het plan").input_value() == ""
        assert page.evaluate("location.hash.split('&')[0]") == url[url.index("#") :]
    with opened(browser, with_notes) as page:
        assert parts(page) == made
        assert page.get_by_label("Naam van het plan").input_value() == "Donderdag"
        assert page.get_by_label("Notitie bij:").first.input_value() == "Neem de flap mee"


def test_a_broken_or_old_address_says_so_and_keeps_the_rest(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}voorbereiden/plan/#plan=1.60.n.0.00000-10.p-5.t-") as page:
        assert parts(page) == ["Pauze", "Terugkijken"]
        assert "De vraag op plaats 1 bestaat niet meer" in told(page)
        assert "niet heel" in told(page)
        assert "De rest van het plan is er nog" in told(page)
    with opened(browser, f"{address}voorbereiden/plan/#plan=<b>onzin</b>") as page:
        assert "niet te lezen" in told(page)
        assert parts(page) == []
        page.get_by_role("button", name="Begin").click()
        assert told(page) == ""


def test_a_plan_is_saved_as_a_file_opened_again_and_wiped(browser: Browser, address: str, tmp_path: Path) -> None:
    with opened(browser, f"{address}voorbereiden/plan/#plan-interview") as page:
        page.locator(".hb-planner__note summary").nth(1).click()
        page.get_by_label("Notitie bij:").nth(1).fill("Vraag 'rustig' door: niet te snel")
        page.get_by_label("Naam van het plan").fill("Voor dinsdag")
        with page.expect_download() as download:
            page.get_by_role("button", name="Bewaar als bestand").click()
        download.value.save_as(tmp_path / "plan.yml")
        made = parts(page)
        page.get_by_role("button", name="Wis alles").click()
        assert parts(page) == []
        page.reload()
        assert parts(page) == []
        page.locator(".hb-planner input[type=file]").set_input_files(tmp_path / "plan.yml")
        page.get_by_text("Het plan is geopend.").wait_for()
        assert parts(page) == made
        assert page.get_by_label("Notitie bij:").nth(1).input_value() == "Vraag 'rustig' door: niet te snel"
        assert page.get_by_label("Naam van het plan").input_value() == "Voor dinsdag"
        (tmp_path / "anders.yml").write_text("iets: anders\n", encoding="utf-8")
        page.locator(".hb-planner input[type=file]").set_input_files(tmp_path / "anders.yml")
        page.get_by_text("staat geen plan").wait_for()
        assert parts(page) == made


def test_what_is_printed_is_the_plan_with_a_code(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}voorbereiden/plan/#plan-interview") as page:
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        sheet = page.locator(".hb-planner__sheet")
        assert sheet.is_visible()
        assert "0–5" in sheet.inner_text()
        assert sheet.locator("svg path").count() == (1 if address.startswith("http") else 0)
        assert not page.get_by_role("button", name="Wis alles").is_visible()
        assert not page.get_by_text("De plannen die klaarliggen").is_visible()


def test_without_javascript_the_plans_are_there_to_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}voorbereiden/plan/")
    assert page.locator(".hb-plans__one").count() == 9
    assert page.get_by_text("Schrijf een plan hieronder over").is_visible()
    assert not page.locator(".hb-planner").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_and_can_be_used_by_everybody(browser: Browser, address: str, scheme: Any, width: int) -> None:
    size = {"viewport": {"width": width, "height": 844}, "color_scheme": scheme}
    for where in ("voorbereiden/", "voorbereiden/plan/#plan-teruglegging"):
        with opened(browser, f"{address}{where}", **size) as page:
            page.locator(".md-content details").first.evaluate("(one) => (one.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found = Axe().run(page, context=".md-content").response["violations"]
            assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
