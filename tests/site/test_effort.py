"""The reckoning of hours in a real browser: by the same rule as ours, and kept in the address."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from meeting_tools import bare_tool, tool_page
from reflection_handbook.model.effort import EffortFile
from reflection_handbook.viewing.effort import effort_view
from support import ROOT

from .test_teams import opened

pytestmark = pytest.mark.browser

SHARED = json.loads((ROOT / "tests" / "shared" / "effort.json").read_text(encoding="utf-8"))


def _sums(page: Page, column: str) -> dict[str, float]:
    """Return what each role comes to, by the page."""
    rows = page.locator(".hb-effort__totals [data-who]")
    found = {}
    for row in rows.all():
        text = row.locator(f"[data-sum={column}]").inner_text()
        found[row.get_attribute("data-who") or ""] = float(text.replace(".", "").replace(",", "."))
    return found


def test_the_browser_reckons_as_we_do(browser: Browser) -> None:
    for case in SHARED:
        lines = [
            {"id": f"a{i}", "wat": f"Werk {i}", "wie": line["who"], "per": line["per"], "keer": line["times"]}
            | {"uren": line["hours"], "herkomst": "eigen"}
            for i, line in enumerate(case["lines"])
        ]
        effort = {"voorbeeld": {"teamgrootte": 7, "teams": 2}, "aannames": lines}
        view = effort_view(EffortFile.model_validate(effort))
        with bare_tool(browser, "inzet", "effort.js", view) as page:
            page.get_by_label("Professionals in een team").fill(str(case["members"]))
            page.get_by_label("Aantal teams").fill(str(case["teams"]))
            assert _sums(page, "all") == case["hours"], case["shows"]


def test_from_a_folder_a_reload_loses_nothing_either(browser: Browser, site: Path) -> None:
    with tool_page(browser, (site / "invoeren" / "inzet" / "index.html").as_uri()) as page:
        page.get_by_label("Aantal teams").fill("12")
        changed = _sums(page, "all")
        page.reload()
        assert _sums(page, "all") == changed
        assert page.get_by_label("Aantal teams").input_value() == "12"


def test_what_is_changed_stays_in_the_address_and_one_click_puts_it_back(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}invoeren/inzet/") as page:
        before = _sums(page, "all")
        page.get_by_label("Aantal teams").fill("1")
        page.get_by_text("Bekijk de").click()
        page.get_by_label("Uren per keer: De brief schrijven").fill("1")
        page.wait_for_url("**/?teams=1&uren.brief-schrijven=1")
        changed = _sums(page, "all")
        assert changed["gespreksleider"] < before["gespreksleider"]
        page.reload()
        assert _sums(page, "all") == changed
        page.get_by_role("button", name="Zet alles terug").click()
        assert _sums(page, "all") == before
        assert page.url.endswith("/invoeren/inzet/")


def test_a_field_that_holds_no_number_says_so_and_a_broken_address_is_passed_over(
    browser: Browser, address: str
) -> None:
    with opened(browser, f"{address}invoeren/inzet/?leden=veel&teams=-3&uren.bestaat-niet=4") as page:
        before = _sums(page, "one")
        page.get_by_label("Professionals in een team").fill("")
        assert "getal van 0 of meer" in page.locator(".hb-effort [role=status]").inner_text()
        assert _sums(page, "one") == before


def test_without_javascript_the_same_figures_stand_there(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}invoeren/inzet/") as page:
        reckoned = _sums(page, "all")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}invoeren/inzet/")
    assert page.locator(".hb-effort input").count() == 0
    assert _sums(page, "all") == reckoned
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_it_fits_and_can_be_used_by_everybody(browser: Browser, address: str, scheme: Any) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "color_scheme": scheme}
    with opened(browser, f"{address}invoeren/inzet/", **phone) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        found = Axe().run(page, context=".hb-effort").response["violations"]
        assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
