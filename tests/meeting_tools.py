"""What the tests of the meeting tools share: a page with a tool, and a look at what it gives to take along."""

from __future__ import annotations

import functools
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from reflection_handbook.rendering.environment import Templates
from support import ROOT, make_project

WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (e) => refused.push(e.effectiveDirective + " " + e.blockedURI));
"""
ASSETS = ROOT / "plugins" / "reflection_handbook" / "rendering" / "assets"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
FRESH = "naam: Wijkteam Noord\nsoort: wijkteam\nherkomst: praktijk\n"
"""The smallest portfolio, into which a block is pasted."""


@contextmanager
def tool_page(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    """Open a page of the built site; nothing may be refused by its policy or go wrong. Leaving needs no second word."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.add_init_script(WATCH)
    page, faults = context.new_page(), list[str]()
    if not url.startswith("file:"):  # there the theme's search finds no index
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(url)
    yield page
    assert faults == []
    assert page.evaluate("window.refused") == []
    context.close()


@functools.cache
def _rendered(slot: str, view: Any) -> str:
    return Templates().render(f"slots/{slot}", "", {"view": view})


def bare_tool(browser: Browser, slot: str, script: str, view: Any = None) -> Page:
    """Return a page with nothing but a tool, without a server, where nothing can be kept."""
    page = browser.new_page()
    page.set_content(_rendered(slot, view))
    page.add_script_tag(path=ASSETS / "kept.js")
    page.add_script_tag(path=ASSETS / script)
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def block(page: Page) -> str:
    return page.get_by_label("Voor het portfolio").input_value()


def told(page: Page, text: str) -> None:
    """Wait until the tool says something."""
    page.locator(".hb-tool__told").filter(has_text=text).wait_for()


def storage(page: Page) -> str:
    """Return all that the browser keeps for the page, and its address."""
    return str(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])"))


def break_storage(page: Page, name: str, text: str, kind: str = "sessionStorage") -> None:
    """Put something else in the place of what a tool keeps, and come back."""
    script = "([kind, name, text]) => window[kind].setItem(`handboek ${new URL('../../', document.querySelector("
    script += "'script[src*=kept]').src).pathname} ${name}`, text)"
    page.evaluate(script, [kind, name, text])
    page.reload()


def pasted(folder: Path, portfolio: str) -> str:
    """Return what ``handbook check`` says of a team with such a portfolio; nothing may be wrong with it."""
    project = make_project(folder, {"teams/noord/portfolio.yml": portfolio})
    command = [Path(sys.executable).parent / "handbook", "check"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def is_usable_by_everybody(page: Page) -> None:
    """Fit the screen, have no fault that axe knows, and targets that a thumb hits."""
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    found = Axe().run(page, context=".hb-tool").response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
    small = """[...document.querySelectorAll('.hb-tool :is(button, select, input, textarea)')].map(e => {
        const box = (['radio', 'checkbox'].includes(e.type) ? e.closest('label') : e).getBoundingClientRect();
        return [e.outerHTML.slice(0, 80), box.height] }).filter(([, height]) => height && height < 43.5)"""
    assert page.evaluate(small) == []
