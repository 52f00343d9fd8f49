"""The presentation for a meeting room, in a real browser: keys, swipe, paper, and from a memory stick."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from reflection_handbook.writing.taking_out import take_out

PATH = "teams/voorbeeld/presentatie/"
WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (e) => refused.push(e.effectiveDirective + " " + e.blockedURI));
"""
ROOM = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}

pytestmark = pytest.mark.browser


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    """Open a presentation; nothing may go wrong, be refused, or be fetched from elsewhere as long as it is open."""
    context = browser.new_context(**{"viewport": ROOM, **options})
    context.add_init_script(WATCH)
    page, faults = context.new_page(), list[str]()
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda r: faults.append(r.url) if not r.url.startswith(url.partition("teams/")[0]) else None)
    page.goto(url)
    page.evaluate("document.fonts.ready.then(() => true)")
    yield page
    assert faults == []
    assert page.evaluate("window.refused") == []
    context.close()


def shown(page: Page) -> int:
    """Return which slide is to be seen; its place is what the bar tells."""
    visible = page.locator(".hb-slide").evaluate_all("all => all.map((one) => one.getClientRects().length > 0)")
    assert visible.count(True) == 1
    place = int(visible.index(True)) + 1
    assert page.locator(".hb-bar__place").inner_text() == f"{place} / {len(visible)}"
    return place


def until(page: Page, true: str) -> None:
    """Wait until a page says so; its policy lets no test wait inside of it."""
    for _ in range(100):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    raise AssertionError(true)


def count(page: Page) -> int:
    return page.locator(".hb-slide").count()


def test_keys_turn_the_slides_and_the_address_follows(browser: Browser, address: str) -> None:
    with opened(browser, address + PATH) as page:
        last = count(page)
        assert shown(page) == 1
        page.keyboard.press("ArrowLeft")  # there is nothing before the first
        for key, place in (
            ("ArrowRight", 2),
            ("ArrowDown", 3),
            ("PageDown", 4),
            ("PageUp", 3),
            ("ArrowUp", 2),
            (" ", 3),
            ("Shift+ ", 2),
            ("ArrowLeft", 1),
            ("End", last),
            ("ArrowRight", last),
            ("Home", 1),
        ):
            page.keyboard.press(key)
            assert shown(page) == place, key
            assert page.url.endswith(f"#dia-{place}")


def test_a_key_with_a_modifier_is_the_browsers(browser: Browser, address: str) -> None:
    with opened(browser, address + PATH) as page:
        page.keyboard.press("Control+ArrowRight")
        assert shown(page) == 1


def test_an_address_opens_at_its_slide_and_back_goes_back(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{PATH}#dia-3") as page:
        assert shown(page) == 3
        page.keyboard.press("ArrowRight")
        page.go_back()
        assert shown(page) == 3
        page.evaluate("location.hash = 'dia-999'")
        until(page, "!document.querySelectorAll('.hb-slide')[2].getClientRects().length")
        assert shown(page) == count(page)


def test_buttons_turn_the_slides_and_keep_the_focus(browser: Browser, address: str) -> None:
    with opened(browser, address + PATH) as page:
        page.get_by_role("button", name="Volgende").focus()
        for place in (2, 3):
            page.keyboard.press("Enter")
            assert shown(page) == place
        page.keyboard.press(" ")  # one step, not two: it is the button's
        assert shown(page) == 4
        assert page.evaluate("document.activeElement.dataset.turn") == "on"
        title = page.locator(".hb-slide:visible h2").inner_text()
        assert page.get_by_role("status").inner_text() == f"Dia 4 van {count(page)}: {title}"
        page.get_by_role("button", name="Vorige").click()
        assert shown(page) == 3


def test_a_finger_that_swipes_turns_the_slides(browser: Browser, address: str) -> None:
    with opened(browser, address + PATH, viewport=PHONE, has_touch=True, is_mobile=True) as page:
        client = page.context.new_cdp_session(page)

        def swipe(start: tuple[int, int], end: tuple[int, int]) -> None:
            for kind, points in (("touchStart", [start]), ("touchMove", [end]), ("touchEnd", [])):
                places = [{"x": x, "y": y} for x, y in points]
                client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

        for start, end, place in (
            ((300, 400), (100, 410), 2),
            ((300, 400), (100, 380), 3),
            ((100, 400), (300, 400), 2),
            ((200, 600), (190, 300), 2),  # up and down is reading
            ((200, 400), (180, 400), 2),  # hardly a move
        ):
            swipe(start, end)
            page.wait_for_timeout(50)
            assert shown(page) == place, (start, end)


def test_a_long_story_is_read_to_its_end_first(browser: Browser, address: str) -> None:
    with opened(browser, address + PATH) as page:
        while not page.locator(".hb-slide--story:visible").count():
            page.keyboard.press("ArrowRight")
        story = shown(page)
        page.keyboard.press("PageDown")
        until(page, "scrollY > 20")
        page.wait_for_timeout(500)  # the browser rolls on for a while
        assert shown(page) == story
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        page.keyboard.press("PageDown")
        assert shown(page) == story + 1 and page.evaluate("scrollY") == 0


def test_it_fills_the_screen_and_leads_back_to_the_team(browser: Browser, address: str) -> None:
    with opened(browser, address + PATH) as page:
        full = page.get_by_role("button", name="Volledig scherm")
        for pressed in ("true", "false"):
            page.keyboard.press("f")
            until(page, f"document.querySelector('[data-full]').ariaPressed === '{pressed}'")
        full.click()
        until(page, "document.fullscreenElement")
        page.evaluate("document.exitFullscreen()")
        until(page, "!document.fullscreenElement")
        page.keyboard.press("Escape")
        page.wait_for_url("**/teams/voorbeeld/index.html")
        page.get_by_role("link", name="Laat dit zien in de bijeenkomst").click()
        page.wait_for_url(f"**/{PATH}")


@pytest.mark.parametrize("viewport", [ROOM, {"width": 1920, "height": 1080}, PHONE])
def test_it_fits_and_can_be_read_from_the_back_of_the_room(
    browser: Browser, address: str, viewport: dict[str, int]
) -> None:
    least = {1280: 28, 1920: 42, 390: 18}[viewport["width"]]
    with opened(browser, address + PATH, viewport=viewport) as page:
        for _ in range(count(page)):
            sizes = page.evaluate(
                """[...document.querySelectorAll(".hb-slide:not([hidden]) *")]
                    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
                    .filter((one) => one.getClientRects().length && !one.classList.contains("hb-hidden"))
                    .map((one) => parseFloat(getComputedStyle(one).fontSize))"""
            )
            assert sizes and min(sizes) >= least
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
            page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_accessibility_faults(browser: Browser, address: str, scheme: str) -> None:
    with opened(browser, address + PATH, color_scheme=scheme) as page:
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == {"light": "rgb(255, 253, 250)", "dark": "rgb(20, 25, 28)"}[scheme]
        for _ in range(count(page)):
            found = Axe().run(page).response["violations"]
            assert [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in found] == []
            page.keyboard.press("ArrowRight")


def test_without_scripts_all_slides_stand_under_each_other(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=ROOM, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PATH)
    assert page.locator(".hb-slide:visible").count() == count(page) > 5
    assert page.get_by_role("button").count() == 0
    assert page.get_by_role("link", name="Terug naar het team").is_visible()
    context.close()


def test_on_paper_stand_all_slides_with_room_to_write(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{PATH}#dia-3", color_scheme="dark") as page:
        titles = page.locator(".hb-slide h2").evaluate_all("all => all.map((one) => one.textContent)")
        paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        text = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())
        at = 0
        for title in titles:
            at = text.index(title, at) + 1
        assert text.count("Ruimte voor aantekeningen") == len(titles)
        assert "Volgende" not in text and "Volledig scherm" not in text
        width, height = (round(float(side) / 72 * 25.4) for side in paper.pages[0].mediabox[2:])
        assert (width, height) == (210, 297)
        assert len(paper.pages) < len(titles)


def test_it_works_from_a_memory_stick(browser: Browser, site: Path, tmp_path: Path) -> None:
    for part in (PATH, "assets/handboek"):
        shutil.copytree(site / part, tmp_path / part)
    with opened(browser, f"{(tmp_path / PATH).as_uri()}/index.html") as page:
        page.context.set_offline(True)
        page.keyboard.press("ArrowRight")
        assert shown(page) == 2
        page.go_back()
        assert shown(page) == 1
        assert page.evaluate("[...document.fonts].filter((font) => font.status === 'loaded').length") >= 2


def test_a_practice_that_is_taken_back_takes_its_slide_along(browser: Browser, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    take_out(tmp_path / "site", "best-practices/eerst-naast-elkaar/")
    with opened(browser, f"{(site / PATH).as_uri()}/index.html") as page:
        before = page.locator(".hb-slide h2").all_text_contents()
    with opened(browser, f"{(tmp_path / 'site' / PATH).as_uri()}/index.html") as page:
        titles = page.locator(".hb-slide h2").all_text_contents()
        assert titles == [title for title in before if title != "Eerst naast elkaar"]
        assert len(titles) == len(before) - 1
        for place in range(1, len(titles) + 1):
            assert shown(page) == place
            page.keyboard.press("ArrowRight")
    take_out(tmp_path / "site", "teams/voorbeeld/")
    assert not (tmp_path / "site" / "teams" / "voorbeeld").exists()


def test_neither_search_nor_the_list_for_search_engines_knows_it(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_bytes())
    assert not [entry for entry in index["docs"] if "presentatie" in entry["location"]]
    assert "presentatie" not in (site / "sitemap.xml").read_text(encoding="utf-8")
