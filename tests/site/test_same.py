"""Same in, same out: a build depends on the sources and ``SOURCE_DATE_EPOCH``, and on nothing else of a machine."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image

from support import lean_project, tree

from .conftest import BIN, EPOCH

ELSEWHEN = """
import datetime, time

SHIFT = 400 * 86400 + 12345
now, local, universal = time.time, time.localtime, time.gmtime
time.time = lambda: now() + SHIFT
time.time_ns = lambda: int(time.time() * 1e9)
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: universal(time.time() if seconds is None else seconds)

class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    today = now
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)

class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

datetime.datetime, datetime.date = Later, Day
"""

OTHER_WAY_ROUND = """
import os

listdir, scandir = os.listdir, os.scandir

class Backwards:
    def __init__(self, path="."):
        with scandir(path) as found:
            self.entries = iter(sorted(found, key=lambda entry: os.fsencode(entry.name), reverse=True))
    def __iter__(self):
        return self.entries
    def __next__(self):
        return next(self.entries)
    def __enter__(self):
        return self
    def __exit__(self, *error):
        pass
    def close(self):
        pass

os.scandir = Backwards
os.listdir = lambda path=".": sorted(listdir(path), key=os.fsencode, reverse=True)
"""


@dataclass(frozen=True)
class Machine:
    """What may differ from one machine to another."""

    settings: dict[str, str] = field(default_factory=dict)
    code: str = ""
    """Runs before anything else in every process."""
    umask: int = 0o022
    mtime: float | None = None
    """When its sources were written."""
    folder: str = "project"
    exports: bool = False
    """Whether it makes the plain tree as well."""

    def build(self, root: Path) -> dict[str, subprocess.Popen[str]]:
        """Begin to build the site and the export below a folder."""
        project = lean_project(root / self.folder)
        (project / "docs" / "over" / "beeld.png").write_bytes(_picture())
        for path in project.rglob("*"):
            if self.mtime is not None:
                os.utime(path, (self.mtime, self.mtime))
        commands = {"site": ["build"]} | ({"uit": ["export", "uit"]} if self.exports else {})
        return {
            name: subprocess.Popen(
                [BIN / "handbook", *command],
                cwd=project,
                env=self.environment(root),
                umask=self.umask,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
            for name, command in commands.items()
        }

    def environment(self, root: Path) -> dict[str, str]:
        own = {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        if self.code:
            start = root / "start"
            start.mkdir(parents=True, exist_ok=True)
            (start / "sitecustomize.py").write_text(self.code, encoding="utf-8")
            own["PYTHONPATH"] = str(start)
        return {**os.environ, **own, **self.settings}


PLAIN = Machine({"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}, exports=True)
MACHINES = {
    "far away": Machine(
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "COLUMNS": "40", "PYTHONHASHSEED": "4242"},
        code=OTHER_WAY_ROUND,
        umask=0o077,
        folder="Eén map verder/en dan nog één",
    ),
    "long after, without a locale": Machine(
        {
            **{"TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "C"},
            **{"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "7"},
        },
        code=ELSEWHEN + OTHER_WAY_ROUND,
        umask=0o027,
        mtime=2_000_000_000.0,
        folder="elders",
        exports=True,
    ),
}
"""Each differs from a plain machine in all that it can at once: what makes no difference together makes none alone."""


def _picture() -> bytes:
    found = io.BytesIO()
    Image.linear_gradient("L").save(found, "PNG")
    return found.getvalue()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Every file that each machine makes."""
    found = {}
    machines = {"plain": PLAIN, **MACHINES}
    roots = {name: tmp_path_factory.mktemp("machine") for name in machines}
    running = {name: machine.build(roots[name]) for name, machine in machines.items()}
    for name, builds in running.items():
        for build in builds.values():
            _, said = build.communicate()
            assert build.returncode == 0, f"{name}: {said}"
        project = roots[name] / machines[name].folder
        found[name] = {f"{part}/{file}": data for part in builds for file, data in tree(project / part).items()}
    return found


@pytest.mark.parametrize("machine", MACHINES)
def test_two_builds_of_the_same_sources_are_the_same_bytes(built: dict[str, dict[str, bytes]], machine: str) -> None:
    one, other = built["plain"], built[machine]
    if not MACHINES[machine].exports:
        one = {name: data for name, data in one.items() if name.startswith("site/")}
    else:
        assert "uit/index.md" in one
    assert {"site/index.html", "site/sitemap.xml.gz", "site/search/search_index.json"} <= set(one)
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_the_other_machines_really_are_others(tmp_path: Path) -> None:
    """Otherwise the builds are the same for want of a difference."""
    for name in ("een", "twee"):
        (tmp_path / "map" / name).mkdir(parents=True)
    look = (
        "import datetime, os, time; from pathlib import Path;"
        "print(time.time(), datetime.datetime.now().year, datetime.date.today().year, *os.listdir('map'),"
        " *(e.name for e in os.scandir('map')), *(p.name for p in Path('map').iterdir()), *next(os.walk('map'))[1],"
        " hash('x'))"
    )

    def seen(machine: Machine) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", look], cwd=tmp_path, env=machine.environment(tmp_path / "m"), capture_output=True
        )
        return done.stdout.decode().split()

    plain, far, later = (seen(machine) for machine in (PLAIN, *MACHINES.values()))
    assert float(later[0]) - float(plain[0]) > 400 * 86_400
    assert int(plain[1]) < int(later[1]) and int(plain[2]) < int(later[2])
    assert far[3:11] == later[3:11] == ["twee", "een"] * 4
    assert len({plain[11], far[11], later[11]}) == 3 and plain[11] == seen(PLAIN)[11]
