"""What the tests of the meeting tools share: a page with a tool, and a look at what it gives to take along."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from reflection_handbook.model.places import Severity
from reflection_handbook.rendering.environment import Templates
from reflection_handbook.writing.prepare import Wish, inspect
from support import ROOT, make_project

WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (e) => refused.push(e.effectiveDirective + " " + e.blockedURI));
"""
ASSETS = ROOT / "plugins" / "reflection_handbook" / "rendering" / "assets"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
WIDTHS = (1280, 390)
FRESH = "naam: Wijkteam Noord\nsoort: wijkteam\nherkomst: praktijk\n"
"""The smallest portfolio, into which a block is pasted."""
BARE = "http://localhost/bare/tool/"
"""Where a bare tool stands: a place that a browser trusts, and no server."""
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'none'; base-uri 'none'"


@contextmanager
def tool_page(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    """Open a page of the built site; nothing may be refused by its policy or go wrong. Leaving needs no second word."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    with _watched(context.new_page(), url) as page:
        yield page
    context.close()


@contextmanager
def bare_tool(browser: Browser, slot: str, script: str, view: Any = None, **options: Any) -> Iterator[Page]:
    """Open a page with nothing but a tool, as strict as the site, and with no network at all."""
    tool = Templates().render(f"slots/{slot}", "", {"view": view})
    scripts = "".join(f'<script src="/assets/handboek/{name}" defer></script>' for name in ("kept.js", script))
    html = f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>-</title><body>{tool}{scripts}'

    def answer(route: Route) -> None:
        name = route.request.url.partition("/assets/handboek/")[2]
        if name:
            route.fulfill(path=ASSETS / name)
        elif route.request.is_navigation_request():
            route.fulfill(body=html, content_type="text/html", headers={"Content-Security-Policy": STRICT})
        else:
            route.abort()

    context = browser.new_context(offline=True, **options)
    context.route("**/*", answer)
    with _watched(context.new_page(), BARE) as page:
        yield page
    context.close()


def faults_of(page: Page) -> list[str]:
    """Return a list that takes what goes wrong on a page from now on.

    The theme's search loads late, and may be cut off by what a test does next; ``test_browser.py`` looks at it.
    """
    faults = list[str]()
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" and "importScripts" not in m.text else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    return faults


@contextmanager
def _watched(page: Page, url: str) -> Iterator[Page]:
    page.add_init_script(WATCH)
    faults = list[str]() if url.startswith("file:") else faults_of(page)  # there the theme's search finds no index
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(url)
    yield page
    assert not faults, faults
    assert page.evaluate("window.refused") == []


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def put(page: Page, values: dict[str, str]) -> None:
    """Fill in fields by their selector, and click what is a choice: at once, for rules with many cases."""
    page.evaluate(
        """values => { for (const [selector, value] of Object.entries(values)) {
            const field = document.querySelector(selector);
            if (field.type === "radio") { field.click(); continue; }
            field.value = value;
            field.dispatchEvent(new Event("input", { bubbles: true }));
        } }""",
        values,
    )


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


def pasted(folder: Path, *portfolios: str) -> str:
    """Return what ``handbook check`` says of teams with such portfolios; nothing may be wrong with them."""
    project = make_project(folder, {f"teams/t{n}/portfolio.yml": text for n, text in enumerate(portfolios)})
    _, problems = inspect(project, Wish(date(2026, 11, 23)))
    assert [str(problem) for problem in problems if problem.severity is Severity.ERROR] == []
    return "\n".join(map(str, problems))


def is_usable_by_everybody(page: Page) -> None:
    """Fit a phone and a desktop, have targets that a thumb hits and, by day and by night, no fault that axe knows."""
    still = "() => { const s = new CSSStyleSheet(); s.replaceSync('* { transition: none !important }'); "
    page.evaluate(still + "document.adoptedStyleSheets = [s] }")  # a colour on its way is no colour
    small = """[...document.querySelectorAll('.hb-tool :is(button, select, input, textarea)')].map(e => {
        const box = (['radio', 'checkbox'].includes(e.type) ? e.closest('label') : e).getBoundingClientRect();
        return [e.outerHTML.slice(0, 80), box.height] }).filter(([, height]) => height && height < 43.5)"""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(small) == []
    axe = Axe()
    assert _faults(axe, page, {"resultTypes": ["violations"]}) == []
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert _faults(axe, page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}}) == []
    page.evaluate("document.body.dataset.mdColorScheme = 'default'")


def _faults(axe: Axe, page: Page, options: dict[str, Any]) -> list[Any]:
    found = axe.run(page, context=".hb-tool", options=options).response["violations"]
    return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]
