"""The private page in a real browser: on this device only, with a day to look back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from meeting_tools import PHONE, bare_tool, break_storage, is_usable_by_everybody, press, storage, told, tool_page

pytestmark = pytest.mark.browser

TOOL = ("voor-jezelf", "for-yourself.js")
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
        page.context.set_offline(True)  # so nothing can leave either
        press(page, "Bewaar voor mezelf")
        told(page, "Schrijf eerst iets op.")
        _moment(page, "Een moeder kwam zelf met een plan.")
        told(page, "Bewaard op dit apparaat.")
        with page.expect_download() as download:
            page.locator("[data-part=remind]").get_by_role("button", name="Zet in je agenda").click()
        calendar = Path(download.value.path()).read_bytes().decode()
        assert "SUMMARY:Even terugkijken\r\n" in calendar and "moeder" not in calendar
        page.get_by_role("radio", name="Een schaal").check()
        page.get_by_label("Waar gaat je schaal over?").fill("Rustig blijven")
        page.get_by_label("Waar sta je nu, van 1 tot 10?").select_option("6")
        page.get_by_label("Hoe ziet één cijfer hoger eruit?").fill("Eerst ademen")
        page.get_by_label("Wil je hier later op terugkijken?").select_option("0")
        press(page, "Bewaar voor mezelf")
        assert page.get_by_role("heading", name="Eerder (2)").is_visible()
        assert page.locator("[data-part=remind]").is_hidden()
        assert "moeder" not in page.url
        page.get_by_label("Wat maakt dat het geen lager cijfer is?").fill("Ik vroeg om hulp")
        page.context.set_offline(False)
        page.reload()
        assert page.get_by_label("Wat maakt dat het geen lager cijfer is?").input_value() == "Ik vroeg om hulp"
        assert page.get_by_role("heading", name="Eerder (2)").is_visible()
        page.locator("summary", has_text="Een schaal").click()
        assert page.get_by_text("Eerst ademen").is_visible()
        is_usable_by_everybody(page)
        with page.expect_download() as download:
            press(page, "Bewaar alles als bestand")
        assert "Een moeder kwam" in Path(download.value.path()).read_text(encoding="utf-8")
        page.get_by_role("button", name="Wis dit stukje").first.click()
        told(page, "Dit stukje is gewist.")
        assert "ademen" not in storage(page)
        press(page, "Wis alles")
        told(page, "Alles is gewist.")
        assert "moeder" not in storage(page)
        assert page.get_by_role("heading", name="Eerder").count() == 0


def test_when_the_day_has_come_it_asks_to_look_back(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        break_storage(page, "voor-jezelf", json.dumps({"entries": [DUE]}), "localStorage")
        assert page.get_by_role("heading", name="Tijd om even terug te kijken").is_visible()
        assert page.get_by_text("Op 5 januari 2026 schreef je dit.").is_visible()
        is_usable_by_everybody(page)
        page.get_by_label("Wat zie je nu?").fill("Het lukt vaker.")
        page.reload()
        assert page.get_by_label("Wat zie je nu?").input_value() == "Het lukt vaker."
        press(page, "Klaar, en over drie maanden nog eens")
        assert not page.get_by_role("heading", name="Tijd om even terug te kijken").is_visible()
        assert page.locator("[data-part=remind]").get_by_role("button", name="Zet in je agenda").is_visible()
        page.locator("summary").filter(has_text="Een goed moment").click()
        assert page.get_by_text("Het lukt vaker.").is_visible()


BROKEN = {
    "{": 0,
    "[1]": 0,
    json.dumps({"entries": [{"kind": "moment", "day": "gisteren"}, {**DUE, "back": ""}], "draft": 7}): 1,
    json.dumps({"entries": "alles"}): 0,
}


def test_what_was_kept_and_is_broken_is_said_and_the_rest_kept(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        for text, left in BROKEN.items():
            break_storage(page, "voor-jezelf", text, "localStorage")
            told(page, "niet te lezen")
            assert page.locator("[data-part=entries] > li").count() == left, text
            _moment(page, "Toch iets")
            assert page.locator("[data-part=entries] > li").count() == left + 1, text
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
        _moment(page, "Iets")
        told(page, "Deze browser bewaart niets.")
        assert page.get_by_role("heading", name="Eerder (2)").is_visible()


def test_it_works_from_a_folder(browser: Browser, site: Path) -> None:
    with tool_page(browser, (site / URL / "index.html").as_uri()) as page:
        _moment(page, "Iets")
        page.reload()
        assert page.get_by_role("heading", name="Eerder (1)").is_visible()
