"""Builds that are killed at any moment, with a reader looking on: never a missing and never a half page."""

from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path

import pytest

from support import PORTFOLIO, STORY, make_project

from .conftest import run

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


BUILDS = """
import os, random, signal, sys, time

from reflection_handbook.cli import main

whole, kills = float(sys.argv[1]), int(sys.argv[2])
moments, cut_short = random.Random(7), 0
sys.argv = ["handbook", "build"]
for _ in range(kills):
    child = os.fork()
    if not child:
        os.setsid()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        main()
        os._exit(0)
    started, moment = time.perf_counter(), moments.uniform(0.02, 1.05) * whole
    while not (ended := os.waitpid(child, os.WNOHANG)[0]) and time.perf_counter() - started < moment:
        time.sleep(0.002)
    if ended:
        whole = min(whole, time.perf_counter() - started)  # the first build may have had to share the machine
    else:
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        cut_short += 1
print(cut_short)
"""
"""A process that has read everything, and begins and kills a child for each build: most of a build is then writing."""


@pytest.mark.skipif(os.name != "posix", reason="kills are signals")
def test_fifty_kills_leave_the_site_whole(tmp_path: Path) -> None:
    files = {"teams/voorbeeld/portfolio.yml": PORTFOLIO, "teams/_gedeeld/best-practices/eerst-luisteren.md": STORY}
    project = make_project(tmp_path / "project", files)
    started = time.perf_counter()
    assert run(project, "handbook", "build").returncode == 0
    whole = time.perf_counter() - started
    reader = Reader(project / "site")
    reader.start()
    killed = run(project, "python", "-c", BUILDS, str(whole), str(KILLS))
    after = run(project, "handbook", "build")
    reader.done.set()
    reader.join()
    assert killed.returncode == 0, killed.stderr
    assert after.returncode == 0, after.stderr
    assert reader.faults == []
    assert reader.looks > KILLS
    assert int(killed.stdout) > KILLS // 2  # otherwise the test shows nothing
    assert sorted(path.name for path in (project / ".site").iterdir()) == ["lock", "previous"]
