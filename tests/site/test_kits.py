"""Kits on the real site, in a real browser, and as PDF of the whole handbook."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from pypdf import PdfReader

from .conftest import copy_project, run
from .test_teams import opened

pytestmark = pytest.mark.browser
KITS = "voorbereiden/kits/"


def test_the_list_leads_to_a_page_for_each_step_and_offers_no_dead_download(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{KITS}") as page:
        links = page.get_by_role("link", name="Bekijk en print")
        assert links.count() >= 8
        assert page.locator("a[download]").count() == 0
        links.nth(1).click()
        assert page.get_by_role("heading", level=1).inner_text() == "Kit voor stap 2: Interviews"
        page.get_by_role("link", name="Terug naar Interviews").click()
        page.get_by_role("link", name="Bekijk en print").click()
        assert page.url.endswith(f"{KITS}2-interviews/")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "kit", [f"{KITS}2-interviews/", f"{KITS}6-monitoren/", f"{KITS}poster/", "teams/voorbeeld/kit/"]
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


def test_a_site_with_kits_offers_pdf_files_that_hold_together(tmp_path: Path) -> None:
    if subprocess.run(
        [str(Path(__import__("sys").executable)), "-c", "import weasyprint"], capture_output=True
    ).returncode:
        pytest.skip("WeasyPrint or Pango is not here")
    project = copy_project(tmp_path / "project")
    done = run(project, "handbook", "build", "--kits")
    assert done.returncode == 0, done.stderr
    files = sorted((project / "site").rglob("kit-*.pdf"))
    assert [file.stem for file in files if file.parent.parent.name == "kits"] == [
        "kit-1-engagement",
        "kit-2-interviews",
        "kit-3-teruglegging",
        "kit-4-werkzame-factoren",
        "kit-5-keuze-monitoring",
        "kit-6-monitoren",
        "kit-7-herhaling",
        "kit-poster",
    ]
    for file in files:
        reader = PdfReader(file)
        assert reader.root_object["/Lang"] == "nl" and reader.root_object["/MarkInfo"]["/Marked"], file.name
        assert reader.outline, file.name
    made = {file.name: file.read_bytes() for file in files}
    listed = (project / "site" / KITS / "index.html").read_text(encoding="utf-8")
    assert all(f'{name}" download' in listed for name in made)
    for kit in ("2", "poster", "voorbeeld"):
        done = run(project, "handbook", "kit", kit)
        assert done.returncode == 0, done.stderr
        name = done.stdout.strip().removeprefix("Klaar: ")
        assert (project / name).read_bytes() == made[name]
    assert run(project, "handbook", "kit", "mijn-plan").returncode == 2
