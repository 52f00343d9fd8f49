from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from golden.cases import cases
from reflection_handbook.checking import HANDBOOK_RULES, MAX_ALIKE, TEAM_RULES, check
from reflection_handbook.checking.look import HandbookRule, Look, TeamRule
from reflection_handbook.loading import load
from reflection_handbook.model.places import Severity, Source
from support import ROOT, TODAY, make_handbook, make_project, make_team


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> list[Look]:
    """Every golden case of this room, read once."""
    root = tmp_path_factory.mktemp("cases")
    return [
        Look(load(make_project(root / case.path.stem, case.files)).handbook, case.day) for case in cases("checking")
    ]


@pytest.mark.parametrize("rule", TEAM_RULES, ids=lambda rule: rule.__name__)
def test_a_golden_case_shows_each_rule_about_a_team(rule: TeamRule, looks: list[Look]) -> None:
    assert rule.__doc__
    assert any(list(rule(team, look)) for look in looks for team in look.handbook.teams)


@pytest.mark.parametrize("rule", HANDBOOK_RULES, ids=lambda rule: rule.__name__)
def test_a_golden_case_shows_each_rule_about_the_whole(rule: HandbookRule, looks: list[Look]) -> None:
    assert rule.__doc__
    assert any(list(rule(look)) for look in looks)


def test_each_rule_is_called_once() -> None:
    names = [rule.__name__ for rule in (*TEAM_RULES, *HANDBOOK_RULES)]
    assert len(names) == len(set(names))


def test_problems_stand_in_order_and_once(tmp_path: Path) -> None:
    files = {f"teams/{name}/portfolio.yml": "naam: X\nsoort: wijkteam\nherkomst: praktijk\ndoelen: [{id: a, naam: A}]\n"
             "metingen: [{schaal: b, datum: 2027}]\n" for name in ("west", "oost")}  # fmt: skip
    found = check(load(make_project(tmp_path, files)).handbook, TODAY)
    assert list(found) == sorted(set(found))
    assert [(p.file, p.line) for p in found] == [
        ("teams/oost/portfolio.yml", 4),
        ("teams/oost/portfolio.yml", 5),
        ("teams/oost/portfolio.yml", 5),
        ("teams/west/portfolio.yml", 4),
        ("teams/west/portfolio.yml", 5),
        ("teams/west/portfolio.yml", 5),
    ]


def test_what_it_says_hangs_on_the_day_that_is_given() -> None:
    next_step = {"stap": "interviews", "wanneer": "2026-02-01", "wie": "coach"}
    running = {"stappen": {"engagement": {"status": "bezig"}}, "volgende_stap": next_step}
    team = make_team(rondes=[{"ronde": 1, "laatste_contact": "2026-01-01", **running}], publicatie={})
    handbook = make_handbook(team)

    def about_the_team(day: date) -> int:
        return sum(problem.file == team.source.file for problem in check(handbook, day))

    assert about_the_team(date(2025, 12, 30)) == 1  # the contact is still to come
    assert about_the_team(date(2025, 12, 31)) == 0  # which may be today in another zone
    assert about_the_team(date(2026, 1, 15)) == 0
    assert about_the_team(date(2026, 2, 2)) == 1  # the next step is past
    assert about_the_team(date(2026, 3, 1)) == 2  # and so are six weeks


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2020, 1, 1), date(9999, 12, 31)])
def test_the_day_to_reckon_from_makes_no_error_of_the_shipped_handbook(day: date) -> None:
    found = check(load(ROOT).handbook, day)
    assert [str(problem) for problem in found if problem.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("count", "told"), [(MAX_ALIKE, MAX_ALIKE), (MAX_ALIKE + 50, MAX_ALIKE + 1)])
def test_a_rule_tells_so_many_problems_of_one_portfolio(count: int, told: int) -> None:
    meetings = [{"datum": f"{2100 + n % 90}", "wat": "Gesprek", "wie": "Jan Jansen"} for n in range(count)]
    team = make_team(agenda=meetings)
    lines = {("agenda", n, "wie"): n + 2 for n in range(count)}
    team = team.model_copy(update={"source": Source("teams/west/portfolio.yml", lines)})
    found = [p for p in check(make_handbook(team), TODAY) if p.file == team.source.file]
    assert len(found) == told
    assert (found[-1].message == "hier en hieronder staan nog meer van zulke fouten") == (count > MAX_ALIKE)
