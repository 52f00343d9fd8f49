"""Without JavaScript each tool for a meeting says in a sentence what to do on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from meeting_tools import tool_page

pytestmark = pytest.mark.browser

PAPER = {
    "schaalronde": "geef ieder een gelijk briefje",
    "doelen-kiezen": "schrijf de doelen op een vel",
    "voor-jezelf": "schrijf in een schriftje",
    "van-brieven-naar-inventaris": "onderstreep in de goedgekeurde brieven",
    "startcheck": "vul ieder apart het formulier in",
}


def test_without_javascript_each_says_what_to_do_on_paper(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}voorbereiden/", java_script_enabled=False) as page:
        for name, words in PAPER.items():
            page.goto(f"{address}voorbereiden/{name}/")
            assert page.get_by_text(f"Op papier: {words}").is_visible(), name
            assert page.locator(".hb-tool").is_hidden()
