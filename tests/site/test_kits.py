"""Kits on the real site, in a real browser, and as PDF of the whole handbook."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from justhtml import JustHTML
from playwright.sync_api import Browser
from pypdf import PdfReader

from reflection_handbook.model.steps import StepId
from reflection_handbook.rendering.environment import Templates
from reflection_handbook.rendering.kits import kit_html
from reflection_handbook.rendering.pdf import pdf_maker
from reflection_handbook.viewing.kit_plan import opened_plan
from reflection_handbook.viewing.kits import kits, opened_kit
from reflection_handbook.writing.prepare import Wish, edition_of
from support import TODAY, lean_project

from .conftest import run
from .test_teams import opened

pytestmark = pytest.mark.browser
KITS = "voorbereiden/kits/"


def test_the_list_leads_to_a_page_for_each_step_and_offers_no_dead_download(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{KITS}") as page:
        links = page.get_by_role("link", name="Bekijk en print")
        assert links.count() >= 17
        assert page.locator("a[download]").count() == 0
        links.nth(1).click()
        assert page.get_by_role("heading", level=1).inner_text() == "Kit voor stap 2: Interviews"
        page.get_by_role("link", name="Terug naar Interviews").click()
        page.get_by_role("link", name="Bekijk en print").click()
        assert page.url.endswith(f"{KITS}2-interviews/")


@pytest.mark.parametrize(
    ("kit", "width"),
    [
        (f"{KITS}2-interviews/", 390),
        (f"{KITS}6-monitoren/", 1280),
        (f"{KITS}plan-interview/", 390),
        (f"{KITS}poster/", 390),
        ("teams/voorbeeld/kit/", 1280),
    ],
)
def test_a_print_page_reads_well_on_a_screen(browser: Browser, address: str, kit: str, width: int) -> None:
    with opened(browser, f"{address}{kit}", viewport={"width": width, "height": 900}) as page:
        assert page.get_by_role("button", name="Print").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_a_browser_prints_each_back_behind_its_front(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{KITS}2-interviews/") as page:
        printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = [sheet.extract_text() for sheet in printed.pages]
    first = next(place for place, text in enumerate(texts) if "Waar ben je goed in?" in text and "knip" in text)
    assert first % 2 == 0  # counted from 0: a right-hand page
    assert "#waar-ben-je-goed-in" in texts[first + 1]
    assert "Terug naar Interviews" not in "".join(texts)


def _words(text: str) -> str:
    return "".join(text.split())


def _titles(outline: list[Any]) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield entry.title


def _holds_together(pdf: bytes) -> PdfReader:
    """Return a reader of a PDF that is tagged, Dutch and has a way in."""
    reader = PdfReader(BytesIO(pdf))
    assert reader.root_object["/Lang"] == "nl" and reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.outline and reader.metadata and reader.metadata.title
    return reader


def test_a_site_with_kits_offers_pdf_files_that_hold_together(tmp_path: Path) -> None:
    project = lean_project(tmp_path / "project")  # with every question on its card
    done = run(project, "handbook", "build", "--kits")
    assert done.returncode == 0, done.stderr
    made = {file.name: file.read_bytes() for file in (project / "site").rglob("kit-*.pdf")}
    steps = [f"kit-{step.slug}.pdf" for step in StepId]
    assert sorted(made) == [*steps, "kit-poster.pdf", "kit-voorbeeld.pdf"]
    pages = {name: next((project / "site").rglob(name)).with_name("index.html") for name in made}
    for name, page in pages.items():
        html = page.read_text(encoding="utf-8")
        assert f'href="{name}" download' in html
        headings = iter([_words(node.to_text()) for node in JustHTML(html, sanitize=False).query("h1, h2, h3")])
        # Each bookmark is found further on than the one before it, so it reads as the page does.
        assert all(_words(title) in headings for title in _titles(_holds_together(made[name]).outline)), name
    done = run(project, "handbook", "kit", "poster")
    assert done.returncode == 0, done.stderr
    assert (project / done.stdout.strip().removeprefix("Klaar: ")).read_bytes() == made["kit-poster.pdf"]


def test_the_kits_of_a_step_and_of_a_plan_are_read_in_the_order_of_their_sheets(project: Path) -> None:
    edition, _, _ = edition_of(project, Wish(TODAY))
    found, make, templates = {kit.id: kit for kit in kits(edition)}, pdf_maker(), Templates()
    own = opened_plan("#plan=1.60.x.0.w-5.t-10.a-5.z&titel=Ons+eigen+gesprek&notitie.2=Eerst+stil", edition)
    for kit, words in (
        (found["7-herhaling"], ("Vraagkaarten", "Wat zagen we groeien", "Gespreksleidraad", "Toestemming", "Schaal")),
        (found["plan-interview"], ("Waar ben je goed in?", "Het plan: Interview", "0–5", "Toestemming, per doel")),
        (opened_kit(own, edition), ("Er zijn 60 minuten", "5–15", "Terugkijken", "Eerst stil", "Afspraken")),
    ):
        reader = _holds_together(make(kit_html(kit, edition, templates, for_pdf=True), f"{kit.url}index.html"))
        after_cover = 2 if len(kit.parts) > 1 else 0
        text = "\n".join(page.extract_text() for page in reader.pages[after_cover:])
        places = [text.index(word) for word in words]
        assert places == sorted(places), kit.id
