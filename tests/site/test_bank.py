"""The question bank in a real browser: narrowed by the same rule as ours, and kept in the address."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from support import ROOT

from .test_teams import opened

pytestmark = pytest.mark.browser

SHARED = json.loads((ROOT / "tests" / "shared" / "facets.json").read_text(encoding="utf-8"))
SHOWN = ".hb-question:visible"


def test_the_browser_narrows_as_we_do(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}vragenbank/") as page:
        for case in SHARED:
            found = page.evaluate("(c) => window.handboekBank.narrow(c.items, c.chosen)", case)
            assert found == {"shown": case["shown"], "counts": case["counts"]}, case["shows"]


def test_choices_live_in_the_address_come_off_and_come_back(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}vragenbank/") as page:
        everything = page.locator(SHOWN).count()
        page.get_by_role("checkbox", name="Wondervraag").check()
        assert page.url.endswith("?techniek=wondervraag")
        few = page.locator(SHOWN).count()
        assert 0 < few < everything
        assert page.get_by_role("checkbox", name="Met de teamleider").is_disabled()
        page.get_by_role("checkbox", name="Compliment").check()
        assert page.locator(SHOWN).count() > few
        page.go_back()
        assert page.locator(SHOWN).count() == few
        page.get_by_role("button", name="Haal weg: Wondervraag").click()
        assert page.locator(SHOWN).count() == everything


def test_a_search_looks_past_capitals_and_accents_and_an_address_shows_its_question(
    browser: Browser, address: str
) -> None:
    with opened(browser, f"{address}vragenbank/?techniek=compliment#wondervraag") as page:
        assert page.locator("#wondervraag").is_visible()
        page.get_by_role("button", name="Toon alles").click()
        page.get_by_label("Zoek in de vragen").fill("CLIËNT")
        capitals = page.locator(SHOWN).count()
        page.get_by_label("Zoek in de vragen").fill("client")
        assert 0 < capitals == page.locator(SHOWN).count() < page.locator(".hb-question").count()
        assert "zoek=" in page.url
        page.get_by_label("Zoek in de vragen").fill("xyzzy")
        assert page.locator(SHOWN).count() == 0
        assert page.locator(".hb-bank__told").inner_text().startswith("Geen vraag past hierbij")


def test_what_was_drawn_least_comes_first_and_can_be_forgotten(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}vragenbank/?techniek=wondervraag") as page:
        many = page.locator(SHOWN).count()
        drawn = []
        for name in ["Trek een vraag", *["Nog een vraag"] * (many - 1)]:
            page.get_by_role("button", name=name).click()
            drawn.append(page.locator(".hb-bank__big").inner_text())
        assert len(set(drawn)) == many
        page.get_by_role("button", name="Wis wat je trok").click()
        assert page.evaluate("Object.keys(localStorage).filter(key => key.endsWith(' drawn'))") == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_the_bank_can_be_used_by_everyone(browser: Browser, address: str, width: int, scheme: Any) -> None:
    size = {"width": width, "height": 900}
    with opened(browser, f"{address}vragenbank/?stap=engagement", viewport=size, color_scheme=scheme) as page:
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        page.get_by_role("button", name="Trek een vraag").click()
        assert Axe().run(page).response["violations"] == []


def test_without_a_script_the_whole_bank_is_there(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}vragenbank/") as page:
        many = page.locator(".hb-question").count()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}vragenbank/")
    assert page.locator(SHOWN).count() == many
    assert not page.locator(".hb-bank").is_visible()
    context.close()


def test_questions_go_into_the_readers_own_plan_one_after_another(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}vragenbank/") as page:
        for number, id in enumerate(("waar-ben-je-goed-in", "hoe-lukte-je-dat"), 1):
            page.goto(f"{address}vragenbank/#{id}")
            page.locator(f"#{id} summary").click()
            page.locator(f"#{id}").get_by_role("link", name="Zet deze vraag in mijn plan").click()
            page.locator(".hb-planner__what").nth(number - 1).wait_for()
        page.wait_for_url("**#plan=*")
        page.reload()
        assert page.locator(".hb-planner__what").all_inner_texts() == [
            "Waar ben je goed in?",
            "Dat klinkt knap. Hoe is je dat gelukt?",
        ]
