from __future__ import annotations

import ast
from pathlib import Path

import pytest

import reflection_handbook
from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.writing.prepare import Wish
from reflection_handbook.writing.status import status_of
from support import ROOT, TODAY, make_project

WISH = Wish(TODAY)
QUIET = "naam: {name}\nsoort: wijkteam\nherkomst: praktijk\n"
MEETING = "agenda: [{{datum: {day}, wat: Gesprek, stap: monitoren}}]\n"


def _project(root: Path, **teams: str) -> Path:
    return make_project(root, {f"teams/{id}/portfolio.yml": text for id, text in teams.items()})


def test_teams_without_consent_are_shown_to_the_facilitator_with_the_reason(tmp_path: Path) -> None:
    (row,) = status_of(_project(tmp_path, west=QUIET.format(name="West")), WISH).view.rows
    assert (row.id, row.withheld) == ("west", "er staat niet bij wie dit portfolio mag zien")


def test_only_the_teams_that_are_named_are_shown_and_each_once(tmp_path: Path) -> None:
    root = _project(tmp_path, **{name: QUIET.format(name=name) for name in ("noord", "oost", "west")})
    found = status_of(root, WISH, ("west", "noord", "west"))
    assert sorted(row.id for row in found.view.rows) == ["noord", "west"]


@pytest.mark.parametrize(("asked", "hint"), [("wst", "Bedoelde je ‘west’?"), ("zzz", "Wel bekend: west.")])
def test_a_team_that_is_not_there_is_wrong_use(tmp_path: Path, asked: str, hint: str) -> None:
    with pytest.raises(WrongUseError, match=hint.replace("?", r"\?")):
        status_of(_project(tmp_path, west=QUIET.format(name="West")), WISH, (asked,))


def test_without_any_team_there_is_nothing_to_show(tmp_path: Path) -> None:
    found = status_of(make_project(tmp_path, {}), WISH)
    assert (found.view.rows, found.calendar, found.errors) == ((), None, 0)
    with pytest.raises(WrongUseError, match="Er zijn nog geen teams"):
        status_of(make_project(tmp_path, {}), WISH, ("west",))


def test_what_can_be_read_is_shown_beside_what_cannot(tmp_path: Path) -> None:
    root = _project(tmp_path, west=QUIET.format(name="West"), oost="soort: iets\n")
    found = status_of(root, WISH)
    assert "west" in [row.id for row in found.view.rows]
    assert found.errors > 0


def test_the_calendar_of_chosen_teams_holds_their_meetings_and_no_others(tmp_path: Path) -> None:
    texts = {
        name: QUIET.format(name=name) + MEETING.format(day=f"2026-12-1{number}")
        for number, name in enumerate(("noord", "oost", "west"))
    }
    calendar = status_of(_project(tmp_path, **texts), WISH, ("noord", "west")).calendar
    assert calendar
    assert [line for line in calendar.decode().split("\r\n") if line.startswith(("UID", "SUMMARY"))] == [
        "SUMMARY:noord: Gesprek",
        "UID:noord.monitoren.2026-12-10@handboek-reflectie",
        "SUMMARY:west: Gesprek",
        "UID:west.monitoren.2026-12-12@handboek-reflectie",
    ]


STALLED = {
    "geen contact": ("laatste_contact: 2026-10-29", "laatste_contact: 2026-08-29", "laatste contact"),
    "over tijd": ("wanneer: 2026-12-10", "wanneer: 2026-11-10", "De datum van de volgende stap is voorbij"),
    "geen datum": (", wanneer: 2026-12-10, wie: gespreksleider}", "}", "Bij de volgende stap staat nog niet"),
    "teamleider": ("[engagement, werkzame-factoren, keuze-monitoring]", "[engagement]", "de teamleider na stap 1"),
    "wisselingen": ("wisselingen_12_maanden: 2", "wisselingen_12_maanden: 7", "team"),
}


def test_five_stalled_teams_are_named_each_with_its_own_reason(tmp_path: Path) -> None:
    shipped = (ROOT / "teams" / "voorbeeld" / "portfolio.yml").read_text(encoding="utf-8")
    teams = {"goed": shipped}
    for name, (before, after, _) in STALLED.items():
        assert before in shipped
        teams[name.replace(" ", "-")] = shipped.replace(before, after)
    root = _project(tmp_path, **teams)
    (root / "handbook.yml").write_bytes((ROOT / "handbook.yml").read_bytes())
    found = status_of(root, WISH)
    rows = {row.id: row for row in found.view.rows}
    assert {row.id for row in found.view.asking} == set(rows) - {"goed"}
    for name, (_, _, reason) in STALLED.items():
        (signal,) = rows[name.replace(" ", "-")].signals
        assert reason in signal.message
        assert signal.advice and signal.page
    assert found.view.rows[-1].id == "goed"


def test_nothing_but_status_sees_teams_without_the_gate() -> None:
    package = Path(reflection_handbook.__file__).parent
    using = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and any(name.name == "for_facilitator" for name in node.names)
    }
    assert using == {"writing/status.py"}
