"""One YAML file a case: a small project with something in it, and exactly what the handbook says about it.

    toont: A key that stands twice is named with both lines.     # one sentence
    vandaag: 2026-11-23                                          # the day to reckon from
    bestanden: {teams/west/portfolio.yml: "naam: West …"}        # files, beside those of support.base_files()
    bytes: {teams/west/portfolio.yml: aGFsbG8=}                  # files that YAML cannot hold, in base64
    herhaal: {teams/west/portfolio.yml: {voor: "over: ", teken: "[", keer: 100000, na: ""}}   # monsters
    weg: [docs/over/index.md]                                    # files of the base that are not there
    zonder_libyaml: […]                                          # only where PyYAML's own parser reads it otherwise
    meldingen: []                                                # what `handbook check` says, the gate aside

``pytest --rewrite-golden`` writes ``meldingen`` anew, and fails the cases it changed so that nobody does it unseen.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from reflection_handbook.checking import check
from reflection_handbook.loading import load
from support import make_project

FOLDER = Path(__file__).parent
KEYS = {"toont", "vandaag", "bestanden", "bytes", "herhaal", "weg", "zonder_libyaml", "meldingen"}


@dataclass(frozen=True)
class Case:
    path: Path
    day: date
    files: dict[str, str | bytes | None]
    expected: list[str]
    expected_without_libyaml: list[str]

    @property
    def id(self) -> str:
        return self.path.relative_to(FOLDER).with_suffix("").as_posix()


def read_case(path: Path) -> Case:
    raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(raw) <= KEYS, f"{path.name}: {set(raw) - KEYS}"
    assert raw["toont"].endswith("."), f"{path.name}: `toont` is one sentence"
    files: dict[str, str | bytes | None] = dict.fromkeys(raw.get("weg", ()))
    files.update(raw.get("bestanden", {}))
    for name, text in raw.get("bytes", {}).items():
        files[name] = base64.b64decode(text)
    for name, parts in raw.get("herhaal", {}).items():
        files[name] = parts.get("voor", "") + parts["teken"] * parts["keer"] + parts.get("na", "")
    return Case(path, raw["vandaag"], files, raw["meldingen"], raw.get("zonder_libyaml", raw["meldingen"]))


def cases(room: str = "*") -> list[Case]:
    return [read_case(path) for path in sorted(FOLDER.glob(f"{room}/*.yml"))]


def told(root: Path, case: Case) -> list[str]:
    """Return what the handbook says about a case, laid out in a folder."""
    loaded = load(make_project(root, case.files))
    return [str(problem) for problem in sorted({*loaded.problems, *check(loaded.handbook, case.day)})]


def rewrite(case: Case, messages: list[str]) -> None:
    """Write a case's expectation; what stands above it stays as it is."""
    head = case.path.read_text(encoding="utf-8").split("\nmeldingen:")[0]
    items = "".join(f"  - {_written(message)}\n" for message in messages)
    case.path.write_text(f"{head}\nmeldingen:{chr(10) + items if items else ' []' + chr(10)}", encoding="utf-8")


def _written(message: str) -> str:
    if not message.isprintable() and message.replace("\n", "").isprintable():
        return "|-\n    " + message.replace("\n", "\n    ")
    return json.dumps(message, ensure_ascii=not message.isprintable())
