"""Times `handbook check` and `handbook build` on made-up projects: python tests/bench.py [TEAMS ...]."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def project(folder: Path, teams: int) -> None:
    """Lay out a project with the example team, multiplied."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    for name in ("mkdocs.yml", "handbook.yml"):
        shutil.copy(ROOT / name, folder / name)
    portfolio = (ROOT / "teams" / "voorbeeld" / "portfolio.yml").read_text(encoding="utf-8")
    for number in range(teams):
        target = folder / "teams" / f"team-{number:05d}" / "portfolio.yml"
        target.parent.mkdir(parents=True)
        text = portfolio.replace("naam: Wijkteam Voorbeeld", f"naam: Wijkteam {number:05d}", 1)
        target.write_text(text, encoding="utf-8")


def seconds(folder: Path, *command: str) -> float:
    """Return how long a command of the handbook takes, as a whole process."""
    started = time.perf_counter()
    handbook = Path(sys.executable).parent / "handbook"
    subprocess.run([handbook, *command], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return time.perf_counter() - started


def main() -> None:
    """Print a line per size."""
    sizes = [int(word) for word in sys.argv[1:] if word] or [1, 50, 200, 1000]
    print(f"{'teams':>6} {'check s':>8} {'build s':>8} {'site MB':>8}")
    for teams in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary) / "project"
            folder.mkdir()
            project(folder, teams)
            check, build = seconds(folder, "check"), seconds(folder, "build")
            size = sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file()) / 1e6
            print(f"{teams:>6} {check:>8.1f} {build:>8.1f} {size:>8.1f}", flush=True)


if __name__ == "__main__":
    main()
