"""What a reader sees, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from reflection_handbook.model.dates import PartialDate
from reflection_handbook.viewing.days import days_word

PAGES = [
    "",
    "methode/",
    "methode/2-interviews/",
    "vragenbank/",
    "best-practices/",
    "best-practices/goed-contact/",
    "teams/",
    "teams/voorbeeld/",
    "teams/pilot-verblijf/",
    "teams/pilot-overig-wijkteam/",
    "transformatiedoelen/",
    "transformatiedoelen/ouderbetrokkenheid/",
    "invoeren/",
    "over/",
]
PHONE, DESK = 390, 1280


@dataclass
class Visit:
    """A page that is open, with everything that went wrong while it opened."""

    page: Page
    faults: list[str] = field(default_factory=list)


@contextmanager
def visit(browser: Browser, address: str, path: str, width: int, scheme: str = "light") -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found = Visit(page)
    page.on("console", lambda m: found.faults.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.faults.append(f"error: {error}"))
    page.on(
        "request",
        lambda r: (
            found.faults.append(f"elsewhere: {r.url}") if not r.url.startswith((address, "data:", "blob:")) else None
        ),
    )
    page.on("response", lambda r: found.faults.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    page.goto(address + path)
    page.evaluate("document.fonts.ready.then(() => true)")
    yield found
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk-light", "phone-dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_without_faults_fits_and_can_be_used_by_everybody(
    browser: Browser, address: str, path: str, width: int, scheme: str
) -> None:
    with visit(browser, address, path, width, scheme) as found:
        page = found.page
        assert found.faults == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("h1").count() == 1
        family = page.evaluate("getComputedStyle(document.querySelector('.md-content p')).fontFamily")
        assert "Atkinson Hyperlegible" in family
        assert page.evaluate("document.fonts.check('18px \"Atkinson Hyperlegible\"')")
        results = Axe().run(page)
        assert [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in results.response["violations"]] == []


@pytest.mark.browser
@pytest.mark.parametrize("path", ["", "methode/2-interviews/", "teams/", "teams/voorbeeld/"])
def test_the_menu_of_a_phone_opens_with_links_and_names_its_lists(browser: Browser, address: str, path: str) -> None:
    with visit(browser, address, path, PHONE) as found:
        found.page.locator(".md-header__button[for=__drawer]").first.click()
        menu = found.page.locator(".md-sidebar--primary")
        seen = [link for link in menu.locator("a.md-nav__link").all() if link.is_visible()]
        assert len(seen) > 5
        lists = menu.get_by_role("navigation").evaluate_all("lists => lists.map(list => list.ariaLabel)")
        assert None not in lists and len(set(lists)) == len(lists)
        results = Axe().run(found.page)
        assert [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in results.response["violations"]] == []


@pytest.mark.browser
def test_the_scheme_follows_the_readers_device(browser: Browser, address: str) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        with visit(browser, address, "", DESK, scheme) as found:
            grounds.append(found.page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(255, 253, 250)", "rgb(20, 25, 28)"]


@pytest.mark.browser
def test_a_reader_chooses_the_scheme_and_keeps_it(browser: Browser, address: str) -> None:
    with visit(browser, address, "", DESK) as found:
        found.page.get_by_title("Donker").click()
        found.page.goto(address + "teams/")
        assert found.page.evaluate("document.body.getAttribute('data-md-color-scheme')") == "slate"
        assert found.faults == []


@pytest.mark.browser
def test_nothing_runs_that_the_site_did_not_ship(browser: Browser, address: str) -> None:
    with visit(browser, address, "", DESK) as found:
        found.page.evaluate(
            """() => {
                window.refused = [];
                document.addEventListener("securitypolicyviolation", (e) => refused.push(e.effectiveDirective));
                const script = document.createElement("script");
                script.textContent = "window.ran = true";
                document.body.append(script);
                document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.ran = true">');
                const style = document.createElement("style");
                style.textContent = "body { display: none }";
                document.body.append(style);
            }"""
        )
        found.page.wait_for_timeout(100)
        assert found.page.evaluate("window.ran") is None
        assert found.page.evaluate("getComputedStyle(document.body).display") != "none"
        refused = set(found.page.evaluate("window.refused"))
        assert {"script-src-elem", "script-src-attr", "style-src-elem"} <= refused


@pytest.mark.browser
def test_each_part_of_the_circle_leads_to_its_step(browser: Browser, address: str) -> None:
    with visit(browser, address, "", PHONE) as found:
        for number in range(1, 8):
            found.page.locator(f".hb-circle__part.hb-step-{number} .hb-circle__label").first.click()
            found.page.wait_for_url(f"**/methode/{number}-*/")
            assert f"Stap {number} van 7" in found.page.locator(".hb-stephead").inner_text()
            found.page.go_back()


@pytest.mark.browser
def test_a_professional_sees_the_next_step_on_the_first_screen_of_a_phone(browser: Browser, address: str) -> None:
    with visit(browser, address, "teams/voorbeeld/", PHONE) as found:
        for text in ("Waar staan we?", "Wat is de volgende stap?", "Wanneer?", "10 december 2026", "Wie?"):
            box = found.page.get_by_text(text).first.bounding_box()
            assert box and box["y"] + box["height"] <= 844, text


@pytest.mark.browser
def test_search_finds_a_step_and_a_team(browser: Browser, address: str) -> None:
    for word, title in (("bekrachtiging", "Teruglegging"), ("zorgomgeving", "Pilotteam dagbehandeling")):
        with visit(browser, address, "", DESK) as found:
            found.page.locator(".md-search__input").click()
            found.page.locator(".md-search__input").press_sequentially(word)
            found.page.locator(".md-search-result__item h1", has_text=title).first.wait_for()
            assert found.faults == []


@pytest.mark.browser
def test_the_calendar_can_be_fetched_from_the_page(browser: Browser, address: str) -> None:
    with visit(browser, address, "teams/voorbeeld/", PHONE) as found:
        with found.page.expect_download() as download:
            found.page.get_by_text("Zet in je agenda").click()
        text = download.value.path().read_text(encoding="utf-8")
        assert text.startswith("BEGIN:VCALENDAR") and "Gesprek over de derde meting" in text.replace("\r\n ", "")


@pytest.mark.browser
def test_a_goal_that_was_replaced_leads_to_its_successor(browser: Browser, address: str) -> None:
    with visit(browser, address, "teams/pilot-verblijf/", DESK) as found:
        found.page.locator(".hb-goal--vervangen summary").first.click()
        found.page.locator(".hb-goal--vervangen a").first.click()
        assert found.page.url.endswith("#doel-ouders-en-wijkteam-betrekken")


def test_a_link_to_a_goal_that_is_folded_opens_it(browser: Browser, address: str) -> None:
    with visit(browser, address, "teams/voorbeeld/#doel-bereikbaar", PHONE) as found:
        assert found.page.locator("#doel-bereikbaar").evaluate("goal => goal.open")


DAYS = """() => [...Array(1500).keys()].map((day) => {
  const when = new Date(Date.UTC(2025, 0, 1 + day)).toISOString();
  return [10, 7, 4].map((length) => when.slice(0, length));
}).flat()"""


def test_the_days_to_go_are_those_of_the_day_on_which_the_page_is_read(browser: Browser, address: str) -> None:
    """The script says the same words as Python does, for every day, month and year around the day of reading."""
    read_on = date(2026, 12, 8)
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(datetime(2026, 12, 8, 23, 30, tzinfo=UTC))
    page.goto(address + "teams/voorbeeld/")
    days = page.locator(".hb-board [data-day]")
    assert days.inner_text() == days_word(PartialDate.read(days.get_attribute("data-day") or ""), read_on)
    assert page.locator("[data-reckoned]").count() == 0
    dates = page.evaluate(DAYS)
    words = page.evaluate(
        """async (dates) => {
          for (const when of dates) {
            const place = document.createElement("span");
            place.dataset.day = when;
            place.className = "laid-beside";
            document.body.append(place);
          }
          const script = document.createElement("script");
          script.src = document.querySelector("script[src*='handboek/days.js']").src;
          const done = new Promise((resolve) => (script.onload = resolve));
          document.body.append(script);
          await done;
          return [...document.querySelectorAll(".laid-beside")].map((place) => place.textContent);
        }""",
        dates,
    )
    expected = [days_word(PartialDate.read(when), read_on) for when in dates]
    assert [pair for pair in zip(dates, words, expected, strict=True) if pair[1] != pair[2]] == []
    context.close()


def test_without_the_script_the_days_to_go_say_from_when_they_were_reckoned(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "teams/voorbeeld/")
    board = page.locator(".hb-board").inner_text()
    assert "over 17 dagen" in board and "gerekend op 23 november 2026" in board
    context.close()
