"""The overview of teams in a real browser: what is chosen lives in the address, with or without a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from meeting_tools import WATCH, faults_of

pytestmark = pytest.mark.browser


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.add_init_script(WATCH)
    page = context.new_page()
    faults = faults_of(page)
    page.goto(url)
    yield page
    assert faults == []
    assert page.evaluate("window.refused") == []
    context.close()


def names(page: Page) -> list[str]:
    return page.locator("table.hb-teams tbody tr:visible th > a").all_inner_texts()


def test_all_teams_are_there_until_something_is_chosen(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}teams/") as page:
        assert len(names(page)) == 6
        page.get_by_label("Soort team").select_option(label="Specialistisch team")
        assert names(page) == ["Pilotteam dagbehandeling", "Pilotteam verblijf"]
        assert page.get_by_role("status").inner_text() == "2 van de 6 teams"
        assert page.url.endswith("/teams/?soort=specialistisch")


def test_choices_come_together_and_none_that_fits_says_so(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}teams/") as page:
        page.get_by_label("Soort team").select_option("wijkteam")
        page.locator("select[name=stap]").select_option("monitoren")
        assert names(page) == ["Pilotteam werkrelatie", "Wijkteam Voorbeeld"]
        page.locator("select[name=doel]").select_option("eigen-kracht")
        assert names(page) == ["Wijkteam Voorbeeld"]
        page.locator("select[name=stap]").select_option("werkzame-factoren")
        assert names(page) == []
        assert page.get_by_role("status").inner_text().startswith("Geen team past hierbij")
        page.get_by_role("button", name="Toon alles").click()
        assert len(names(page)) == 6
        assert page.url.endswith("/teams/")
        assert page.evaluate("document.activeElement.tagName") == "SELECT"


def test_an_address_that_was_kept_shows_the_same_and_back_goes_back(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}teams/?stap=monitoren&soort=wijkteam&van=elders") as page:
        assert names(page) == ["Pilotteam werkrelatie", "Wijkteam Voorbeeld"]
        page.get_by_label("Soort team").select_option("")
        page.locator("select[name=stap]").select_option("keuze-monitoring")
        assert "van=elders" in page.url  # what is not ours is left alone
        assert len(names(page)) == 2
        page.go_back()
        page.go_back()
        assert names(page) == ["Pilotteam werkrelatie", "Wijkteam Voorbeeld"]
        assert page.get_by_label("Soort team").input_value() == "wijkteam"


@pytest.mark.parametrize("query", ["?stap=niets", "?soort=%3Cimg%20src=x%20onerror=alert(1)%3E", "?regio=", "?stap"])
def test_what_no_team_has_is_as_good_as_nothing(browser: Browser, address: str, query: str) -> None:
    with opened(browser, f"{address}teams/{query}") as page:
        assert len(names(page)) == 6


def test_a_count_above_leads_to_its_teams(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}teams/") as page:
        page.locator(".hb-counts").get_by_role("link", name="Monitoren", exact=True).click()
        assert names(page) == ["Pilotteam werkrelatie", "Wijkteam Voorbeeld"]
        assert page.url.endswith("?stap=monitoren")
    with opened(browser, f"{address}transformatiedoelen/ouderbetrokkenheid/") as page:
        page.get_by_role("link", name="Waar staan de teams").click()
        page.wait_for_url("**/teams/?doel=ouderbetrokkenheid")
        page.locator(".hb-filter select").first.wait_for(state="attached")
        assert names(page) == ["Pilotteam verblijf", "Wijkteam Voorbeeld"]


def test_every_count_is_that_of_the_list_it_leads_to(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}teams/") as page:
        counts = page.locator(".hb-count:has(a)")
        assert counts.count() > 4
        for place in range(counts.count()):
            count = counts.nth(place)
            count.locator("a").click()
            assert str(len(names(page))) == count.locator(".hb-count__teams").inner_text().split()[0]


def test_it_works_from_a_folder_without_a_server(browser: Browser, site: Path) -> None:
    page_file = (site / "teams" / "index.html").as_uri()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{page_file}?stap=monitoren")
    assert names(page) == ["Pilotteam werkrelatie", "Wijkteam Voorbeeld"]
    page.locator("select[name=stap]").select_option("keuze-monitoring")
    assert len(names(page)) == 2
    context.close()


def test_without_a_script_the_whole_list_is_there(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}teams/?stap=monitoren")
        assert len(names(page)) == 6
        assert page.locator("select").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_it_folds_fits_and_can_be_used_by_everybody(browser: Browser, address: str, scheme: Any) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "color_scheme": scheme}
    with opened(browser, f"{address}teams/", **phone) as page:
        assert not page.get_by_label("Soort team").is_visible()
        page.get_by_text("Zoek een team").click()
        page.get_by_label("Soort team").select_option("specialistisch")
        assert len(names(page)) == 2
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert [
            (fault["id"], [node["html"] for node in fault["nodes"]])
            for fault in Axe().run(page, context="main").response["violations"]
        ] == []


def test_on_paper_what_is_folded_stands_open_and_what_is_pressed_is_gone(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}teams/voorbeeld/") as page:
        reason = page.locator(".hb-goal__reason").first
        assert not reason.is_visible() and page.locator("a.md-button").first.is_visible()
        page.emulate_media(media="print")
        assert reason.is_visible()
        assert page.locator(".hb-meeting").last.is_visible()
        assert not page.locator("a.md-button").first.is_visible()
        assert not page.locator(".hb-more--table").first.is_visible()
