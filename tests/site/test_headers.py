"""The built site as a careful server sends it: with the headers that the build itself wrote down."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .conftest import Quiet, ThreadingHTTPServer

PAGES = ["", "methode/2-interviews/", "teams/voorbeeld/", "voorbereiden/plan/", "404.html"]

WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (e) => refused.push(e.effectiveDirective + " " + e.blockedURI));
"""


def headers(site: Path) -> dict[str, str]:
    """Return the headers as Netlify and Cloudflare Pages read them."""
    rows = (site / "_headers").read_text(encoding="utf-8").splitlines()
    return dict(row.strip().split(": ", 1) for row in rows if row.startswith("  ") and not row.strip().startswith("#"))


class Careful(Quiet):
    """Sends the headers; without the policy that a page states itself, under which every other test looks at it."""

    def __init__(self, *args: object, sent: dict[str, str], **options: object) -> None:
        self._sent = sent
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        for name, value in self._sent.items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix != ".html" or not path.is_file():
            return super().do_GET()
        html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", path.read_text(encoding="utf-8"))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(html.encode())
        return None


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    handler = functools.partial(Careful, sent=headers(site), directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@contextmanager
def visit(browser: Browser, url: str) -> Iterator[tuple[Page, list[str]]]:
    context = browser.new_context(viewport={"width": 1280, "height": 844})
    context.add_init_script(WATCH)
    page, told = context.new_page(), list[str]()
    page.on("console", lambda m: told.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    yield page, told
    assert page.evaluate("window.refused") == []
    context.close()


def test_the_headers_are_written_down_and_strict(site: Path) -> None:
    sent = headers(site)
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Referrer-Policy"] == "no-referrer"
    assert "camera=()" in sent["Permissions-Policy"]
    assert "unsafe" not in sent["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in sent["Content-Security-Policy"]


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_every_kind_of_page_works_under_the_headers(browser: Browser, address: str, path: str) -> None:
    with visit(browser, address + path) as (page, told):
        assert told == []
        assert page.evaluate("document.documentElement.classList.contains('js')")  # the theme's own scripts ran
        assert page.evaluate("typeof __md_get") == "function"


@pytest.mark.browser
def test_search_and_palette_work_under_the_headers(browser: Browser, address: str) -> None:
    with visit(browser, address + "teams/voorbeeld/") as (page, told):
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").press_sequentially("bekrachtiging")
        page.locator(".md-search-result__item h1", has_text="Teruglegging").first.wait_for()
        page.keyboard.press("Escape")
        page.get_by_title("Donker").click()
        page.goto(address + "methode/")
        assert page.evaluate("document.body.getAttribute('data-md-color-scheme')") == "slate"
        assert told == []


@pytest.mark.browser
def test_nobody_can_put_a_page_into_a_frame_or_run_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
        }"""
    )
    assert page.evaluate("window.ran") is None
    page.goto("about:blank")
    page.set_content(f'<iframe src="{address}"></iframe>')
    page.wait_for_load_state("networkidle")
    frame = page.frames[1]
    assert "Handboek" not in frame.content()
    context.close()
