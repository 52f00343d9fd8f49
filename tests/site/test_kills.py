"""Builds that are killed at any moment, with a reader looking on: never a missing and never a half page."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest

from support import PORTFOLIO, STORY, make_project

from .conftest import BIN, EPOCH, run

KILLS = 50


class Reader(threading.Thread):
    """Reads two pages over and over, and remembers what was missing or half."""

    def __init__(self, site: Path) -> None:
        super().__init__(daemon=True)
        self.site = site
        self.done = threading.Event()
        self.faults: list[str] = []
        self.looks = 0

    def run(self) -> None:
        while not self.done.is_set():
            for name in ("index.html", "teams/voorbeeld/index.html", "data/handbook.json"):
                try:
                    text = (self.site / name).read_text(encoding="utf-8")
                except OSError as error:
                    self.faults.append(f"{name}: {error}")
                    continue
                whole = text.rstrip().endswith("</html>") if name.endswith(".html") else bool(json.loads(text))
                if not whole:
                    self.faults.append(f"{name}: half")
                self.looks += 1
            time.sleep(0.001)


@pytest.mark.skipif(os.name != "posix", reason="kills are signals")
def test_fifty_kills_leave_the_site_whole(tmp_path: Path) -> None:
    files = {"teams/voorbeeld/portfolio.yml": PORTFOLIO, "teams/_gedeeld/best-practices/eerst-luisteren.md": STORY}
    project = make_project(tmp_path / "project", files)
    started = time.perf_counter()
    assert run(project, "handbook", "build").returncode == 0
    whole = time.perf_counter() - started
    reader = Reader(project / "site")
    reader.start()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    moments = random.Random(7)
    cut_short = 0
    for _ in range(KILLS):
        process = subprocess.Popen(
            [BIN / "handbook", "build"],
            cwd=project,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        started = time.perf_counter()
        try:
            process.wait(timeout=moments.uniform(0.3, 1.05) * whole)
            whole = min(whole, time.perf_counter() - started)  # the first build may have had to share the machine
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            cut_short += 1
    after = run(project, "handbook", "build")
    reader.done.set()
    reader.join()
    assert after.returncode == 0, after.stderr
    assert reader.faults == []
    assert reader.looks > KILLS
    assert cut_short > KILLS // 2  # otherwise the test shows nothing
    assert sorted(path.name for path in (project / ".site").iterdir()) == ["lock", "previous"]
