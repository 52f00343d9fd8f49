"""One YAML file a case: a small project with something in it, and exactly what the handbook says about it.

    toont: A key that stands twice is named with both lines.     # one sentence
    vandaag: 2026-11-23                                          # the day to reckon from
    bestanden: {teams/west/portfolio.yml: "naam: West …"}        # files, beside those of support.base_files()
    bytes: {teams/west/portfolio.yml: aGFsbG8=}                  # files that YAML cannot hold, in base64
    herhaal: {teams/west/portfolio.yml: {voor: "over: ", teken: "[", keer: 100000, na: ""}}   # monsters
    weg: [docs/over/index.md]                                    # files of the base that are not there
    zonder_libyaml: […]                                          # only where PyYAML's own parser reads it otherwise
    meldingen: []                                                # what `handbook check` says, the gate aside

In the room ``publishing`` a case asks the gate instead:

    bereik: team                                                 # for whom; `openbaar` where it is not said
    team: west                                                   # with bereik `team`: whose
    gepubliceerd: {teams: {west: {metingen: […]}}}               # what matters of `data/handbook.json`, if anything
    meldingen: []                                                # what fits no field, and what the gate keeps back

In the room ``rendering`` a case reads a page, for that audience:

    bladzijde: teams/west/                                       # its address
    deel: .hb-board                                              # which part of it, as a CSS selector
    leest: [Ronde 1, …]                                          # what a reader reads there, a line for each part

``pytest --rewrite-golden`` writes the answers anew, and fails the cases it changed so that nobody does it unseen.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from justhtml import JustHTML

from reflection_handbook.checking import check
from reflection_handbook.loading import load
from reflection_handbook.model.consent import Audience
from reflection_handbook.model.places import Severity
from reflection_handbook.publishing import publish, withheld
from reflection_handbook.rendering import Page, Text, render
from reflection_handbook.rendering.data import handbook_json
from support import make_project

FOLDER = Path(__file__).parent
PUBLISHING = "publishing"
RENDERING = "rendering"
KEYS = {"toont", "vandaag", "bestanden", "bytes", "herhaal", "weg", "zonder_libyaml", "meldingen"}
KEYS |= {"bereik", "team", "gepubliceerd", "bladzijde", "deel", "leest"}
ALWAYS_THERE = {"id", "naam", "soort", "herkomst", "titel", "doelen", "schalen"}
"""Keys of what is published that these cases are not about."""


@dataclass(frozen=True)
class Case:
    path: Path
    day: date
    files: dict[str, str | bytes | None]
    expected: list[str]
    expected_without_libyaml: list[str]
    audience: Audience
    team: str | None
    published: dict[str, Any]
    page: str
    part: str
    read: list[str]

    @property
    def room(self) -> str:
        return self.path.parent.name

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
    return Case(
        path=path,
        day=raw["vandaag"],
        files=files,
        expected=raw.get("meldingen", []) if path.parent.name == RENDERING else raw["meldingen"],
        expected_without_libyaml=raw.get("zonder_libyaml", raw.get("meldingen", [])),
        audience=Audience(raw.get("bereik", "openbaar")),
        team=raw.get("team"),
        published=raw.get("gepubliceerd", {}),
        page=raw.get("bladzijde", ""),
        part=raw.get("deel", ""),
        read=raw.get("leest", []),
    )


def cases(room: str = "*") -> list[Case]:
    return [read_case(path) for path in sorted(FOLDER.glob(f"{room}/*.yml"))]


def told(root: Path, case: Case) -> list[str]:
    """Return what the handbook says about a case, laid out in a folder."""
    loaded = load(make_project(root, case.files))
    return [str(problem) for problem in sorted({*loaded.problems, *check(loaded.handbook, case.day)})]


def published(root: Path, case: Case) -> tuple[dict[str, Any], list[str]]:
    """Return what the gate lets through of a case, laid out in a folder, and what it says of the rest."""
    loaded = load(make_project(root, case.files))
    circle = (loaded.handbook, case.audience, case.team, case.day)
    data = json.loads(handbook_json(publish(*circle), case.day))
    parts = {
        "teams": {team["id"]: _what_matters(team) for team in data["teams"]},
        "best_practices": {practice["id"]: _what_matters(practice) for practice in data["best_practices"]},
    }
    messages = [str(problem) for problem in sorted({*loaded.problems, *withheld(*circle)})]
    return {key: part for key, part in parts.items() if part}, messages


def read(root: Path, case: Case) -> list[str]:
    """Return what a reader reads in a part of a page of a case, laid out in a folder: a line for each such part."""
    loaded = load(make_project(root, case.files))
    faults = sorted({*loaded.problems, *check(loaded.handbook, case.day)})
    assert [str(problem) for problem in faults if problem.severity is Severity.ERROR] == []
    outputs = render(publish(loaded.handbook, case.audience, case.team, case.day), case.day)
    pages = {output.uri: output for output in outputs if isinstance(output, Page | Text)}
    found = pages[f"{case.page}index.md"]
    page = JustHTML(found.html if isinstance(found, Page) else found.markdown, sanitize=False)
    return [re.sub(r" (?=[.,])", "", " ".join(node.to_text().split())) for node in page.query(case.part)]


def rewrite_read(case: Case, lines: list[str]) -> None:
    """Write what a reader reads anew; what stands above it stays as it is."""
    head = case.path.read_text(encoding="utf-8").split("\nleest:")[0]
    items = "".join(f"  - {_written(line)}\n" for line in lines)
    case.path.write_text(f"{head}\nleest:{chr(10) + items if items else ' []' + chr(10)}", encoding="utf-8")


def _what_matters(item: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in item.items() if key not in ALWAYS_THERE and value != []}
    for round in kept.get("rondes", ()):
        steps = round["stappen"].items()
        round["stappen"] = {step: record for step, record in steps if record != {"status": "niet-gestart"}}
    return kept


def rewrite(case: Case, messages: list[str], shown: dict[str, Any] | None = None) -> None:
    """Write a case's expectation; what stands above it stays as it is."""
    head = case.path.read_text(encoding="utf-8").split("\nmeldingen:")[0].split("\ngepubliceerd:")[0]
    if shown:
        part = yaml.safe_dump(
            {"gepubliceerd": shown}, sort_keys=False, allow_unicode=True, width=120, default_flow_style=None
        )
        head = f"{head}\n{part.rstrip()}"
    items = "".join(f"  - {_written(message)}\n" for message in messages)
    case.path.write_text(f"{head}\nmeldingen:{chr(10) + items if items else ' []' + chr(10)}", encoding="utf-8")


def _written(message: str) -> str:
    if not message.isprintable() and message.replace("\n", "").isprintable():
        return "|-\n    " + message.replace("\n", "\n    ")
    return json.dumps(message, ensure_ascii=not message.isprintable())
