"""Words of the glossary in a real browser: on hover, on keyboard focus, at a tap, and without the script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PAGE = "methode/6-monitoren/"
WORD, MEANING = "a.hb-term[href$='#kopgroep']", "De paar mensen die een schaal als eersten uitproberen."
CARD = "#hb-term-card"


@contextmanager
def reading(browser: Browser, address: str, width: int = 1280, **options: Any) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": 844}, **options)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address)
    yield page
    assert faults == []
    context.close()


@pytest.mark.browser
def test_a_word_says_on_hover_what_it_means_for_as_long_as_the_pointer_is_there(browser: Browser, address: str) -> None:
    with reading(browser, address + PAGE) as page:
        word = page.locator(WORD)
        word.scroll_into_view_if_needed()
        word.hover()
        card = page.locator(CARD)
        card.wait_for()
        assert card.inner_text() == MEANING
        assert card.get_attribute("role") == "tooltip"
        assert page.locator(f"#{word.get_attribute('aria-describedby')}").inner_text() == MEANING
        card.hover()
        page.wait_for_timeout(500)
        assert card.is_visible()
        page.mouse.move(2, 2)
        card.wait_for(state="detached")
        assert word.get_attribute("aria-describedby") is None


@pytest.mark.browser
def test_a_word_says_on_focus_what_it_means_until_escape_and_enter_leads_on(browser: Browser, address: str) -> None:
    with reading(browser, address + PAGE) as page:
        word = page.locator(WORD)
        page.locator("a.hb-term").first.focus()
        for _ in range(60):
            if page.evaluate("document.activeElement.matches(\"[href$='#kopgroep']\")"):
                break
            page.keyboard.press("Tab")
        page.locator(CARD).wait_for()
        assert page.locator(CARD).inner_text() == MEANING
        page.keyboard.press("Escape")
        assert page.locator(CARD).count() == 0
        assert word.evaluate("word => word === document.activeElement")
        page.keyboard.press("Enter")
        page.wait_for_url("**/begrippen/#kopgroep")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_first_tap_shows_a_card_that_fits_a_phone(browser: Browser, address: str, scheme: str) -> None:
    with reading(browser, address + PAGE, 390, has_touch=True, is_mobile=True, color_scheme=scheme) as page:
        for word in page.locator("article a.hb-term").all():
            word.scroll_into_view_if_needed()
            word.tap()
            card = page.locator(CARD)
            card.wait_for()
            box = card.bounding_box()
            assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
            assert page.url.endswith(PAGE)
            page.touchscreen.tap(4, 420)
            card.wait_for(state="detached")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.browser
def test_a_tapped_card_is_a_small_dialog_with_a_way_on(browser: Browser, address: str) -> None:
    with reading(browser, address + PAGE, 390, has_touch=True) as page:
        word = page.locator(WORD)
        word.scroll_into_view_if_needed()
        word.tap()
        card = page.get_by_role("dialog", name="Uitleg: kopgroep")
        assert MEANING in card.inner_text()
        assert card.evaluate("card => card === document.activeElement")
        results = Axe().run(page)
        assert [fault["id"] for fault in results.response["violations"]] == []
        page.keyboard.press("Escape")
        assert page.locator(CARD).count() == 0
        assert word.evaluate("word => word === document.activeElement")
        word.tap()
        word.tap()
        assert page.locator(CARD).count() == 0
        word.tap()
        page.get_by_text("Meer bij Begrippen").tap()
        page.wait_for_url("**/begrippen/#kopgroep")


@pytest.mark.browser
def test_without_the_script_a_word_is_a_link_with_a_title(browser: Browser, address: str) -> None:
    with reading(browser, address + PAGE, java_script_enabled=False) as page:
        word = page.locator(WORD)
        assert word.get_attribute("title") == MEANING
        assert "dotted" in page.locator(WORD).evaluate("word => getComputedStyle(word).textDecorationStyle")
        word.click()
        assert page.url.endswith("/begrippen/#kopgroep")


@pytest.mark.browser
def test_on_paper_a_word_is_a_word(browser: Browser, address: str) -> None:
    with reading(browser, address + PAGE) as page:
        page.emulate_media(media="print")
        assert page.locator(WORD).evaluate("word => getComputedStyle(word).textDecorationLine") == "none"


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_the_glossary_fits_and_is_accessible(browser: Browser, address: str, width: int, scheme: str) -> None:
    with reading(browser, address + "begrippen/", width, color_scheme=scheme) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert [fault["id"] for fault in Axe().run(page).response["violations"]] == []
        page.locator(".hb-letters a", has_text="W").click()
        assert page.url.endswith("#letter-w")


@pytest.mark.browser
def test_the_search_finds_a_term(browser: Browser, address: str) -> None:
    with reading(browser, address) as page:
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").press_sequentially("terugkoppelingsbrief")
        found = page.locator(".md-search-result__link[href*='begrippen/']", has_text="Terugkoppelingsbrief")
        found.first.wait_for(state="attached")
