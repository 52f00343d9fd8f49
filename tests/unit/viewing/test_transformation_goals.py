from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.published import Edition
from reflection_handbook.viewing.transformation_goals import transformation_goals_view
from support import PUBLIC_SOURCE, make_edition, make_practice, make_team


def _goal(id: str, aims: list[str], **keys: Any) -> dict[str, Any]:
    return {"id": id, "naam": id.capitalize(), "transformatiedoelen": aims, **keys}


def _edition(audience: Audience) -> Edition:
    return make_edition(
        make_team(
            "west",
            doelen=[
                _goal("samen", ["eigen-kracht", "normaliseren"]),
                _goal("los", []),
                _goal("oud-los", [], status="vervangen", vervangen_door="samen"),
                _goal("behaald-los", [], status="behaald"),
            ],
        ),
        make_team("voorbeeld", herkomst="voorbeeld", doelen=[_goal("gewoon", ["eigen-kracht"]), _goal("zomaar", [])]),
        make_team("pilot", herkomst="pilot", publicatie=PUBLIC_SOURCE, doelen=[_goal("destijds", [])]),
        audience=audience,
        shared=(make_practice("luisteren", transformatiedoelen=["vroeg"]),),
        transformatiedoelen=[
            {"id": "eigen-kracht", "naam": "Eigen kracht"},
            {"id": "normaliseren", "naam": "Normaliseren"},
            {"id": "vroeg", "naam": "Vroeg erbij"},
            {"id": "niemand", "naam": "Van niemand"},
        ],
    )


VIEW = transformation_goals_view(_edition(Audience.PUBLIC))


def test_the_organisation_s_own_order_is_kept() -> None:
    assert [goal.id for goal in VIEW.goals] == ["eigen-kracht", "normaliseren", "vroeg", "niemand"]


def test_each_shows_the_goals_and_practices_that_serve_it() -> None:
    found = {goal.id: [serving.goal.url for serving in goal.goals] for goal in VIEW.goals}
    assert found == {
        "eigen-kracht": ["teams/west/#doel-samen", "teams/voorbeeld/#doel-gewoon"],
        "normaliseren": ["teams/west/#doel-samen"],
        "vroeg": [],
        "niemand": [],
    }
    assert [[practice.id for practice in goal.practices] for goal in VIEW.goals] == [[], [], ["luisteren"], []]


def test_a_transformation_goal_is_served_by_goals_and_not_by_practices_alone() -> None:
    assert [goal.served for goal in VIEW.goals] == [True, True, False, False]


def test_a_replaced_goal_serves_no_longer() -> None:
    goals = [_goal("oud", ["normaliseren"], status="vervangen", vervangen_door="nieuw"), _goal("nieuw", [])]
    _, normal = transformation_goals_view(make_edition(make_team(doelen=goals))).goals
    assert [serving.replaced for serving in normal.goals] == [True]
    assert not normal.served


@pytest.mark.parametrize("audience", [Audience.TEAM, Audience.ORGANISATION])
def test_goals_that_serve_none_are_named_unless_replaced_or_the_pilot_s(audience: Audience) -> None:
    loose = transformation_goals_view(_edition(audience)).loose
    assert [found.goal.text for found in loose] == ["Los", "Behaald-los", "Zomaar"]


def test_goals_that_serve_none_are_not_named_to_everybody() -> None:
    assert VIEW.loose == ()


def test_what_is_made_up_says_so() -> None:
    first = VIEW.goals[0].goals
    assert [(serving.team.made_up, serving.goal.made_up) for serving in first] == [(False, False), (True, True)]


def test_goals_stand_by_whether_they_run_were_reached_or_replaced() -> None:
    goals = [
        _goal("oud", ["normaliseren"], status="vervangen", vervangen_door="nieuw"),
        _goal("klaar", ["normaliseren"], status="behaald"),
        _goal("nieuw", ["normaliseren"]),
    ]
    _, normal = transformation_goals_view(make_edition(make_team(doelen=goals))).goals
    assert [(word, [serving.goal.text for serving in found]) for word, found in normal.groups] == [
        ("Hier werken teams nu aan", ["Nieuw"]),
        ("Behaald", ["Klaar"]),
        ("Vervangen door een ander doel", ["Oud"]),
    ]


def test_the_teams_that_serve_it_are_named_once_and_those_of_replaced_goals_are_not() -> None:
    served = [_goal("een", ["normaliseren"]), _goal("twee", ["normaliseren"], status="behaald")]
    replaced = [_goal("oud", ["normaliseren"], status="vervangen")]
    _, normal = transformation_goals_view(
        make_edition(make_team("west", doelen=served), make_team("oost", doelen=replaced))
    ).goals
    assert [(link.text, link.url) for link in normal.teams] == [("West", "teams/west/")]


def test_from_a_goal_one_gets_to_the_overview_of_its_teams() -> None:
    assert [goal.narrowed for goal in VIEW.goals[:2]] == ["teams/?doel=eigen-kracht", "teams/?doel=normaliseren"]
