from __future__ import annotations

from itertools import permutations

import pytest

from reflection_handbook.viewing.teams import teams_view
from support import PUBLIC_SOURCE, make_edition, make_team

TEAMS = (
    make_team("voorbeeld", herkomst="voorbeeld", naam="Aanvang"),
    make_team(
        "pilot",
        herkomst="pilot",
        naam="Begin",
        publicatie=PUBLIC_SOURCE,
    ),
    make_team("zuid", naam="zuid"),
    make_team("noord", naam="Noord"),
    make_team("b", naam="Zelfde"),
    make_team("a", naam="Zelfde"),
)


def test_teams_of_practice_come_first_then_the_pilot_then_what_is_made_up_each_by_name() -> None:
    for order in permutations(TEAMS):
        rows = teams_view(make_edition(*order)).rows
        assert [row.link.text for row in rows] == ["Noord", "Zelfde", "Zelfde", "zuid", "Begin", "Aanvang"]
        assert [row.link.url for row in rows][1:3] == ["teams/a/", "teams/b/"]


def test_a_made_up_team_says_so() -> None:
    assert [row.link.made_up for row in teams_view(make_edition(*TEAMS)).rows] == [False] * 5 + [True]


def test_a_row_leaves_out_goals_that_were_replaced() -> None:
    goals = [
        {"id": "oud", "naam": "Oud", "status": "vervangen", "vervangen_door": "nieuw"},
        {"id": "nieuw", "naam": "Nieuw"},
        {"id": "klaar", "naam": "Klaar", "status": "behaald"},
    ]
    (row,) = teams_view(make_edition(make_team(doelen=goals))).rows
    assert row.goals == ("Nieuw", "Klaar")


@pytest.mark.parametrize(("second", "contact"), [("bezig", "2026-10-29"), ("gepland", "2026-11-01")])
def test_the_last_contact_is_that_of_the_round_the_team_is_in(second: str, contact: str) -> None:
    rounds = [
        {"ronde": 2, "laatste_contact": "2026-10-29", "stappen": {"engagement": {"status": second}}},
        {"ronde": 1, "laatste_contact": "2026-11-01", "stappen": {"herhaling": {"status": "afgerond"}}},
    ]
    (row,) = teams_view(make_edition(make_team(rondes=rounds))).rows
    assert str(row.last_contact) == contact


def test_every_kind_of_team_has_a_word() -> None:
    kinds = ("wijkteam", "specialistisch", "anders")
    rows = teams_view(make_edition(*(make_team(kind, soort=kind, naam=kind) for kind in kinds))).rows
    assert [row.kind.label for row in rows] == ["Team", "Specialistisch team", "Wijkteam"]
