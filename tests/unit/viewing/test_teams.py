from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.publishing import publish
from reflection_handbook.viewing.teams import teams_view, teams_with
from support import PUBLIC_SOURCE, TODAY, make_edition, make_handbook, make_team, team_consent

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


def _at(step: str, **keys: Any) -> dict[str, Any]:
    return {"rondes": [{"ronde": 1, "stappen": {step: {"status": "bezig"}}}], **keys}


def _goal(*aims: str, status: str = "lopend") -> dict[str, Any]:
    return {"id": f"{status}-{'-'.join(aims)}", "naam": "Doel", "status": status, "transformatiedoelen": list(aims)}


def test_the_steps_are_counted_and_only_where_needed_those_that_have_not_begun() -> None:
    view = teams_view(
        make_edition(
            make_team("a", **_at("monitoren")),
            make_team("b", herkomst="voorbeeld", **_at("monitoren")),
            make_team("c"),
        )
    )
    counted = [(count.label, count.teams, count.made_up, count.url) for count in view.steps]
    assert all(count.real == count.teams - count.made_up for count in view.steps)
    assert counted[0] == ("Nog niet begonnen", 1, 0, "teams/?stap=niet-begonnen")
    assert counted[6] == ("Monitoren", 2, 1, "teams/?stap=monitoren")
    assert len(counted) == 8 and sum(teams for _, teams, _, _ in counted) == 3
    assert view.most == 2
    begun = teams_view(make_edition(make_team("a", **_at("engagement"))))
    assert [count.mark.number for count in begun.steps if count.mark] == [1, 2, 3, 4, 5, 6, 7] and len(begun.steps) == 7


def test_a_transformation_goal_is_served_by_running_goals_and_a_team_counts_once() -> None:
    view = teams_view(
        make_edition(
            make_team("a", doelen=[_goal("eigen-kracht"), _goal("eigen-kracht", "normaliseren")]),
            make_team("b", doelen=[_goal("normaliseren", status="behaald")]),
        )
    )
    assert [(count.label, count.teams, count.url) for count in view.aims] == [
        ("Eigen kracht", 1, "teams/?doel=eigen-kracht"),
        ("Normaliseren", 1, "teams/?doel=normaliseren"),
    ]
    first, second = view.rows
    assert [aim.value for aim in first.aims] == ["eigen-kracht", "normaliseren"]
    assert second.aims == ()


def test_a_row_has_what_the_list_can_be_narrowed_by() -> None:
    (row,) = teams_view(make_edition(make_team("a", regio="Noord & Zuid", **_at("interviews")))).rows
    assert (row.kind.value, row.region) == ("wijkteam", "Noord & Zuid")
    assert (row.step.value, row.step.label) == ("interviews", "2 · Interviews")
    (row,) = teams_view(make_edition(make_team("a"))).rows
    assert row.step.value == "niet-begonnen"


@pytest.mark.parametrize(
    ("teams", "summary"),
    [
        ((make_team("a"),), "1 team."),
        ((make_team("a"), make_team("b")), "2 teams."),
        ((make_team("v", herkomst="voorbeeld"),), "1 team: 1 verzonnen."),
        (TEAMS, "6 teams: 4 doen mee, 1 uit de pilot van 2015 en 1 verzonnen."),
        (TEAMS[:3], "3 teams: 1 doet mee, 1 uit de pilot van 2015 en 1 verzonnen."),
    ],
)
def test_what_is_retold_or_made_up_never_counts_as_taking_part(teams: tuple[Any, ...], summary: str) -> None:
    assert teams_view(make_edition(*teams)).summary == summary


@pytest.mark.parametrize(("goals", "word"), [(0, ""), (1, "1 aandachtspunt"), (4, "5 aandachtspunten")])
def test_how_much_asks_for_attention_is_for_narrower_circles(goals: int, word: str) -> None:
    # A goal without a transformation goal is a point each; more than three goals at once are one more.
    keys = {"doelen": [{"id": f"d{n}", "naam": "Doel"} for n in range(goals)], "publicatie": team_consent("openbaar")}
    handbook = make_handbook(make_team("a", **keys))
    (row,) = teams_view(publish(handbook, Audience.ORGANISATION, None, TODAY)).rows
    assert row.attention == word
    (row,) = teams_view(publish(handbook, Audience.PUBLIC, None, TODAY)).rows
    assert row.attention == ""


def test_a_value_in_an_address_is_quoted() -> None:
    assert teams_with("regio", "Noord & Zuid") == "teams/?regio=Noord%20%26%20Zuid"
