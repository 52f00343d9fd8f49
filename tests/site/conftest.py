"""The real handbook, built once as anybody builds it, and a real browser to look at it."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from reflection_handbook.checking.documents import STABLE
from reflection_handbook.model.pages import SLOT, Slot

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
EPOCH = "1795392000"  # 23 November 2026, so that the pages do not change with the clock
CHROMIUM_FLAGS = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def copy_project(target: Path) -> Path:
    """Copy what a handbook is made of: settings, pages and teams."""
    target.mkdir(parents=True, exist_ok=True)
    for name in ("docs", "teams"):
        shutil.copytree(ROOT / name, target / name)
    for name in ("mkdocs.yml", "handbook.yml"):
        shutil.copy(ROOT / name, target / name)
    return target


def lean_project(target: Path) -> Path:
    """Copy the project with its teams whole and its pages bare: their data, their title and the parts they ask for.

    For tests that build many times, and look at what comes of the teams.
    """
    copy_project(target)
    docs = target / "docs"
    kept = {docs / uri for uri in STABLE}
    for page in docs.rglob("*.md"):
        if page not in kept:
            page.unlink()
            continue
        card, title, rest = re.split(r"^(# .*)$", page.read_text(encoding="utf-8"), maxsplit=1, flags=re.MULTILINE)
        slots = [found[0] for found in SLOT.finditer(rest) if found[1] != Slot.INTERVENTION_THEORY]
        card = card[: card.rfind("---") + 3] if card.startswith("---") else ""
        page.write_text("\n\n".join([card, title, "Tekst.", *slots]).lstrip() + "\n", encoding="utf-8")
    glossary = docs / "begrippen" / "begrippen.yml"  # what stands with a term leads to pages that are not there
    terms = re.sub(r"^    meer:.*\n(?:      .*\n)*", "", glossary.read_text(encoding="utf-8"), flags=re.MULTILINE)
    glossary.write_text(terms, encoding="utf-8")
    plans = docs / "voorbereiden" / "plannen.yml"
    lines = re.sub(r"(bladzijde: methode/[^/]+/).*", r"\1index.md", plans.read_text(encoding="utf-8"))
    plans.write_text(lines, encoding="utf-8")
    settings = target / "mkdocs.yml"
    text = re.sub(r"^nav:\n(?:[ ].*\n)+", "", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    settings.write_text(text, encoding="utf-8")
    return target


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of our virtual environment in a folder, on a fixed day."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [BIN / command[0], *command[1:]], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("handbook") / "project")


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The site, built with ``mkdocs build --strict``: a warning of the engine about a link fails it."""
    done = run(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return project / "site"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser that goes on to the next page lets go of what it asked
            super().handle()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def find_chromium() -> str | None:
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    assert chromium, "the tests need a Chromium: scripts/test finds or installs one"
    flags = [*CHROMIUM_FLAGS, *(["--no-sandbox"] if hasattr(os, "getuid") and os.getuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield browser
        browser.close()
