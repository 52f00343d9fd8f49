"""A real browser's judgement of what our looks at a page let through: nothing runs, nothing is fetched."""

from __future__ import annotations

import random

import pytest
from markdown import Markdown
from mkdocs.config import load_config
from playwright.sync_api import Browser

from hostile import ALLOWED, FRAGMENTS, HOSTILE
from reflection_handbook.loading.active import html_faults
from reflection_handbook.rendering.markdown import Prose
from support import ROOT

AROUND = (
    "<!doctype html><title>x</title><body><article>{}</article>"
    '<footer title="\'-->">Na</footer><script>window.end=1</script>'
)

ELEMENTS = "script|style|iframe|frame|object|embed|form|base|meta|link|template|foreignobject"
JUDGE = """(elements) => {
    const found = [];
    const known = new RegExp(`^(${elements})$`, "i");
    for (const node of document.querySelectorAll("html, body, article, article *")) {
        for (const { name } of node.attributes)
            if (name.startsWith("on") || /^(style|srcdoc|ping|formaction)$/.test(name)) found.push(name);
        if (/^(javascript|data|vbscript):$/.test(node.protocol || "")) found.push(node.protocol);
        if (known.test(node.localName)) found.push(node.localName);
    }
    if (!document.querySelector("footer") || !window.end) found.push("the rest of the page is gone");
    return found;
}"""


def texts() -> list[str]:
    """Return the cases by hand, and hundreds that a machine made; the same ones each time."""
    dice = random.Random(4)
    made = ["".join(dice.choices(FRAGMENTS, k=dice.randint(2, 25))) for _ in range(300)]
    return [*HOSTILE, *ALLOWED, *made]


def judged(browser: Browser, pages: list[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    context = browser.new_context()
    page = context.new_page()
    events: list[str] = []
    page.on("dialog", lambda dialog: (events.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: events.append(request.url))
    context.route("**/*", lambda route: route.abort())
    found = []
    for text, html in pages:
        events.clear()
        page.set_content(AROUND.format(html), wait_until="commit")
        told = [*page.evaluate(JUDGE, ELEMENTS), *(event for event in events if "elders" in event or event == "1")]
        if told:
            found.append((text, told))
    context.close()
    return found


@pytest.mark.browser
def test_what_the_second_look_lets_through_is_harmless_in_a_browser(browser: Browser) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    reader = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
    pages = [(text, reader.reset().convert(text)) for text in texts()]
    passed = [(text, html) for text, html in pages if not list(html_faults(html))]
    assert len(ALLOWED) < len(passed) < len(pages)
    assert judged(browser, passed) == []


@pytest.mark.browser
def test_what_is_left_of_prose_is_harmless_in_a_browser(browser: Browser) -> None:
    prose = Prose()
    assert judged(browser, [(text, str(prose(text))) for text in texts()]) == []


@pytest.mark.browser
def test_the_browser_would_have_seen_it(browser: Browser) -> None:
    active = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='java\tscript:x'>x</a>",
        "<p title='",
    ]
    assert [text for text, _ in judged(browser, [(text, text) for text in active])] == active
