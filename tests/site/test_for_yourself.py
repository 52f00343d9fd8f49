"""The private page in a real browser: on this device only, with a day to look back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from meeting_tools import PHONE, break_storage, is_usable_by_everybody, press, storage, told, tool_page

pytestmark = pytest.mark.browser

URL = "voorbereiden/voor-jezelf/"
DUE = {
    "kind": "moment",
    "day": "2026-01-05",
    "back": "2026-04-06",
    "looked": [],
    "happened": "Een moeder kwam zelf met een plan.",
    "did": "Ik wachtte.",
    "hold": "",
}


def _moment(page: Page, text: str) -> None:
    page.get_by_label("Wat gebeurde er?").fill(text)
    press(page, "Bewaar voor mezelf")


def test_a_moment_and_a_scale_are_kept_here_and_nowhere_else(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}", **PHONE) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        press(page, "Bewaar voor mezelf")
        told(page, "Schrijf eerst iets op.")
        _moment(page, "Een moeder kwam zelf met een plan.")
        told(page, "Bewaard op dit apparaat.")
        page.get_by_role("radio", name="Een schaal").check()
        page.get_by_label("Waar gaat je schaal over?").fill("Rustig blijven")
        page.get_by_label("Waar sta je nu, van 1 tot 10?").select_option("6")
        page.get_by_label("Hoe ziet één cijfer hoger eruit?").fill("Eerst ademen")
        press(page, "Bewaar voor mezelf")
        assert page.get_by_role("heading", name="Eerder (2)").is_visible()
        assert asked == [] and "moeder" not in page.url
        page.reload()
        assert page.get_by_role("heading", name="Eerder (2)").is_visible()
        page.locator("summary", has_text="Een schaal").click()
        assert page.get_by_text("Eerst ademen").is_visible()
        page.get_by_role("button", name="Wis dit stukje").first.click()
        told(page, "Dit stukje is gewist.")
        assert "ademen" not in storage(page)
        press(page, "Wis alles")
        told(page, "Alles is gewist.")
        assert "moeder" not in storage(page)
        assert page.get_by_role("heading", name="Eerder").count() == 0


def test_what_was_not_kept_yet_survives_a_reload(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        page.get_by_role("radio", name="Een schaal").check()
        page.get_by_label("Wat maakt dat het geen lager cijfer is?").fill("Ik vroeg om hulp")
        page.reload()
        assert page.get_by_label("Wat maakt dat het geen lager cijfer is?").input_value() == "Ik vroeg om hulp"


def test_when_the_day_has_come_it_asks_to_look_back(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        break_storage(page, "voor-jezelf", json.dumps({"entries": [DUE]}), "localStorage")
        assert page.get_by_role("heading", name="Tijd om even terug te kijken").is_visible()
        assert page.get_by_text("Op 5 januari 2026 schreef je dit.").is_visible()
        page.get_by_label("Wat zie je nu?").fill("Het lukt vaker.")
        page.reload()
        assert page.get_by_label("Wat zie je nu?").input_value() == "Het lukt vaker."
        press(page, "Klaar")
        assert not page.get_by_role("heading", name="Tijd om even terug te kijken").is_visible()
        page.locator("summary").filter(has_text="Een goed moment").click()
        assert page.get_by_text("Het lukt vaker.").is_visible()


def test_a_day_to_look_back_goes_into_the_calendar_without_a_word_of_the_text(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        _moment(page, "Iets heel eigens")
        page.locator("summary").filter(has_text="Een goed moment").click()
        with page.expect_download() as download:
            press(page, "Zet in je agenda")
        text = Path(download.value.path()).read_bytes().decode()
        assert "SUMMARY:Even terugkijken\r\n" in text and "eigens" not in text
        with page.expect_download() as download:
            press(page, "Bewaar alles als bestand")
        assert "Iets heel eigens" in Path(download.value.path()).read_text(encoding="utf-8")


BROKEN = {
    "{": 0,
    "[1]": 0,
    json.dumps({"entries": [{"kind": "moment", "day": "gisteren"}, {**DUE, "back": ""}], "draft": 7}): 1,
    json.dumps({"entries": "alles"}): 0,
}


@pytest.mark.parametrize(("text", "left"), BROKEN.items())
def test_what_was_kept_and_is_broken_is_said_and_the_rest_kept(
    browser: Browser, address: str, text: str, left: int
) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        break_storage(page, "voor-jezelf", text, "localStorage")
        told(page, "niet te lezen")
        assert page.locator("[data-part=entries] > li").count() == left
        _moment(page, "Toch iets")
        assert page.locator("[data-part=entries] > li").count() == left + 1


def test_a_browser_that_keeps_nothing_says_so(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
        _moment(page, "Iets")
        told(page, "Deze browser bewaart niets.")
        assert page.get_by_role("heading", name="Eerder (1)").is_visible()


def test_it_works_from_a_folder_and_without_javascript_says_what_to_do(
    browser: Browser, site: Path, address: str
) -> None:
    with tool_page(browser, (site / URL / "index.html").as_uri()) as page:
        _moment(page, "Iets")
        page.reload()
        assert page.get_by_role("heading", name="Eerder (1)").is_visible()
    with tool_page(browser, f"{address}{URL}", java_script_enabled=False) as page:
        assert page.get_by_text("Op papier: schrijf in een schriftje").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_used_by_everybody(browser: Browser, address: str, width: int, scheme: Any) -> None:
    screen = {"viewport": {"width": width, "height": 844}, "color_scheme": scheme}
    with tool_page(browser, f"{address}{URL}", **screen) as page:
        break_storage(page, "voor-jezelf", json.dumps({"entries": [DUE]}), "localStorage")
        page.locator("summary").filter(has_text="Een goed moment").click()
        is_usable_by_everybody(page)
        page.get_by_role("radio", name="Een schaal").check()
        is_usable_by_everybody(page)
