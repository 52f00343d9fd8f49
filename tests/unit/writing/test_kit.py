"""``handbook kit``: one kit, asked for by name, for a circle, and never with something that must stay inside."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.errors import ContentError, WrongUseError
from reflection_handbook.writing import kit as module
from reflection_handbook.writing.kit import write_kit
from reflection_handbook.writing.prepare import Wish
from reflection_handbook.writing.publication import PublicationError
from support import base_files, make_project

DAY = date(2026, 11, 23)
WEST = """\
naam: West
soort: wijkteam
herkomst: praktijk
publicatie: {bereik: BEREIK, akkoord_team: {datum: 2026-10-01, hoe: consensus}}
doelen:
  - {id: samen, naam: Samen DOEN}
agenda:
  - {datum: 2026-12-10, wat: Verder praten}
"""


@pytest.fixture(autouse=True)
def _no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a PDF be its HTML: how one looks is tested where it is made."""
    monkeypatch.setattr(module, "pdf_maker", lambda: lambda html, at: html.encode())
    monkeypatch.setattr(module, "verify_export", _looked_at)


def _looked_at(folder: Path, scan: Any) -> None:
    if b"DOEN" in next(folder.iterdir()).read_bytes():
        raise PublicationError("lek")


def _project(root: Path, goal: str = "doen", audience: str = "openbaar") -> Path:
    west = WEST.replace("DOEN", goal).replace("BEREIK", audience)
    return make_project(root, {**base_files(), "teams/west/portfolio.yml": west})


def test_a_team_is_written_where_one_asks_or_under_its_own_name(tmp_path: Path) -> None:
    root = _project(tmp_path)
    assert write_kit(root, "West", Wish(DAY)) == Path("kit-west.pdf")
    assert "Samen doen" in (root / "kit-west.pdf").read_text(encoding="utf-8")
    write_kit(root, "west", Wish(DAY), Path("uit/mijn.PDF"))
    assert (root / "uit" / "mijn.PDF").is_file()


def test_of_a_team_only_what_that_circle_may_see(tmp_path: Path) -> None:
    root = _project(tmp_path, audience="team")
    with pytest.raises(WrongUseError, match="geen kit ‘west’"):
        write_kit(root, "west", Wish(DAY))
    write_kit(root, "west", Wish(DAY, Audience.TEAM, "west"))
    assert (root / "kit-west.pdf").is_file()


def test_a_kit_that_is_not_there_is_said_to_be_so_with_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError) as told:
        write_kit(_project(tmp_path), "wst", Wish(DAY))
    assert re.search(r"geen kit ‘wst’\. Bedoelde je ‘west’\? Kies .*west.*plan", str(told.value))


PLAN = """\
plannen:
  - {id: herhaling, titel: Terugkijken, stap: herhaling, doel: Zien., minuten: 60,
     bladzijde: methode/7-herhaling/index.md, onderdelen: [{soort: welkom, minuten: 5}]}
"""


def test_a_name_that_two_kits_have_is_asked_again_and_a_plan_goes_by_its_address(tmp_path: Path) -> None:
    plans = {"docs/voorbereiden/plannen.yml": PLAN, "docs/voorbereiden/plan.md": "# Een plan maken\n"}
    root = make_project(tmp_path, {**base_files(), **plans})
    write_kit(root, "plan-herhaling", Wish(DAY))
    assert "Terugkijken" in (root / "kit-plan-herhaling.pdf").read_text(encoding="utf-8")
    with pytest.raises(WrongUseError, match="7-herhaling of plan-herhaling"):
        write_kit(root, "herhaling", Wish(DAY))
    told: list[str] = []
    write_kit(root, "https://x.example/#plan=1.45.x.0.w-5.00000-9.z&titel=Van+ons", Wish(DAY), report=told.append)
    assert "Van ons" in (root / "kit-plan.pdf").read_text(encoding="utf-8")
    assert told == ["De vraag op plaats 2 bestaat niet meer en is weggelaten."]


def test_another_kind_of_file_and_broken_content_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match=r"\.pdf"):
        write_kit(_project(tmp_path), "west", Wish(DAY), Path("kit.docx"))
    (tmp_path / "teams/west/portfolio.yml").write_text("naam: [", encoding="utf-8")
    with pytest.raises(ContentError):
        write_kit(tmp_path, "west", Wish(DAY))


def test_what_must_stay_inside_is_written_nowhere(tmp_path: Path) -> None:
    root = _project(tmp_path, goal="DOEN")
    with pytest.raises(PublicationError):
        write_kit(root, "west", Wish(DAY))
    assert not list(root.rglob("*.pdf"))
