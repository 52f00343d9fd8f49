"""What a goal says: its state, its words, what became of what it means, and what it rests on."""

from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.viewing.goals import GoalView, factor_views, goal_view
from reflection_handbook.viewing.neighbours import neighbours
from support import PUBLIC_SOURCE, TODAY, make_edition, make_practice, make_team, team_consent


def _goals(audience: Audience = Audience.PUBLIC, **keys: Any) -> dict[str, GoalView]:
    edition = make_edition(make_team("west", **keys), audience=audience)
    team = edition.teams[0]
    beside = neighbours(team, edition, TODAY)
    return {goal.id: goal_view(goal, team, edition, beside) for goal in team.goals}


REPLACED = [
    {"id": "eerst", "naam": "Eerst", "status": "vervangen", "vervangen_door": "nu", "reden": "Paste niet."},
    {"id": "ook", "naam": "Ook", "status": "vervangen", "vervangen_door": "nu"},
    {"id": "nu", "naam": "Nu"},
]


def test_a_replaced_goal_and_its_successor_lead_to_each_other() -> None:
    goals = _goals(doelen=REPLACED)
    successor = goals["eerst"].successor
    assert successor and (successor.text, successor.url) == ("Nu", "#doel-nu")
    assert [(link.text, link.url) for link in goals["nu"].predecessors] == [
        ("Eerst", "#doel-eerst"),
        ("Ook", "#doel-ook"),
    ]
    assert (goals["eerst"].reason, goals["eerst"].predecessors, goals["nu"].successor) == ("Paste niet.", (), None)


@pytest.mark.parametrize(
    ("status", "word", "settled"),
    [
        ("lopend", "Hier werkt het team nu aan", False),
        ("behaald", "Behaald. Daar mag het team trots op zijn.", True),
        ("vervangen", "Vervangen", True),
    ],
)
def test_the_state_of_a_goal_is_a_word(status: str, word: str, settled: bool) -> None:
    goal = _goals(doelen=[{"id": "d", "naam": "Doel", "status": status}])["d"]
    assert (goal.word, goal.settled) == (word, settled)


@pytest.mark.parametrize(
    ("rounds", "chosen_in", "expected"),
    [(1, 1, None), (2, 2, "Gekozen in ronde 2."), (2, 1, "Gekozen in ronde 1."), (2, None, None), (0, None, None)],
)
def test_the_round_of_a_goal_is_told_where_there_was_more_than_one(
    rounds: int, chosen_in: int | None, expected: str | None
) -> None:
    goal = {"id": "d", "naam": "Doel"} | ({"ronde": chosen_in} if chosen_in else {})
    found = _goals(rondes=[{"ronde": number + 1} for number in range(rounds)], doelen=[goal])["d"]
    assert found.chosen == expected


def test_what_became_a_scale_leads_to_the_scales_of_that_goal_and_the_rest_to_none() -> None:
    features = [{"wat": "Weten wie wat kan", "bestemming": "schaal"}, {"wat": "Elke dag kort", "bestemming": "nu"}]
    goal = {"id": "d", "naam": "Doel", "elaboratie": {"kenmerken": features}}
    scales = [{"id": "s", "doel": "d", "vraag": "Hoe goed?"}, {"id": "t", "doel": "e", "vraag": "Hoe ver?"}]
    groups = _goals(doelen=[goal, {"id": "e", "naam": "Ander"}], schalen=scales)["d"].features
    assert [(group.title, group.features, [link.url for link in group.scales]) for group in groups] == [
        ("Meteen gedaan", ("Elke dag kort",), []),
        ("Hier kwam een schaal uit", ("Weten wie wat kan",), ["#schaal-s"]),
    ]


def test_improvements_keep_their_place_in_the_portfolio() -> None:
    improvements = [{"wat": "Los"}, {"wat": "Briefing", "uit": "d"}, {"wat": "Elders", "uit": "e"}]
    goals = [{"id": "d", "naam": "Doel"}, {"id": "e", "naam": "Ander"}]
    found = _goals(doelen=goals, verbeterpunten=improvements)
    assert [(view.anchor, view.what) for view in found["d"].improvements] == [("verbeterpunt-2", "Briefing")]


ASKED = "Nog geen transformatiedoel. Waar draagt dit aan bij?"
RETOLD = "Het rapport koppelt dit doel niet aan een transformatiedoel."


@pytest.mark.parametrize(
    ("audience", "origin", "goal", "expected"),
    [
        (Audience.ORGANISATION, "praktijk", {}, ASKED),
        (Audience.ORGANISATION, "voorbeeld", {}, ASKED),
        (Audience.PUBLIC, "praktijk", {}, None),
        (Audience.PUBLIC, "pilot", {}, RETOLD),
        (Audience.ORGANISATION, "pilot", {}, RETOLD),
        (Audience.ORGANISATION, "praktijk", {"transformatiedoelen": ["normaliseren"]}, None),
        (Audience.ORGANISATION, "praktijk", {"status": "behaald"}, None),
        (Audience.PUBLIC, "pilot", {"status": "vervangen"}, None),
    ],
)
def test_a_running_goal_without_a_transformation_goal_is_a_question_for_who_may_see_it(
    audience: Audience, origin: str, goal: dict[str, Any], expected: str | None
) -> None:
    consent = PUBLIC_SOURCE if origin == "pilot" else team_consent()
    found = _goals(audience, herkomst=origin, publicatie=consent, doelen=[{"id": "d", "naam": "Doel", **goal}])["d"]
    assert found.missing == expected


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ({}, False),
        ({"elaboratie": {}}, False),
        ({"elaboratie": {"datum": "2026-04"}}, True),
        ({"elaboratie": {"hulpmiddel": "wondervraag"}}, True),
        ({"interventietheorie": {"wij_doen": "a", "omdat": "b", "zodat": "c"}}, True),
        ({"transformatiedoelen": ["normaliseren"]}, True),
    ],
)
def test_a_goal_knows_whether_there_is_anything_to_read_about_it(part: dict[str, Any], told: bool) -> None:
    assert _goals(doelen=[{"id": "d", "naam": "Doel", **part}])["d"].told is told


def test_a_factor_shows_the_qualities_it_rests_on_and_apart_from_them_its_goals_and_practices() -> None:
    practice = make_practice("kiezen", "west", titel="Kiezen", werkzame_factoren=["f"])
    edition = make_edition(
        make_team(
            "west",
            (practice,),
            kwaliteiten=[{"id": "k", "naam": "Contact"}, {"id": "l", "naam": "Rust"}],
            werkzame_factoren=[{"id": "f", "naam": "Samen", "kwaliteiten": ["l"]}, {"id": "g", "naam": "Los"}],
            doelen=[{"id": "d", "naam": "Doel", "werkzame_factoren": ["f"]}],
        )
    )
    team = edition.teams[0]
    together, loose = factor_views(team, neighbours(team, edition, TODAY))
    assert [link.url for link in together.qualities] == ["#kwaliteit-l"]
    assert [(found.word, found.url) for found in together.beside] == [
        ("best practice", "best-practices/kiezen/"),
        ("doel", "#doel-d"),
    ]
    assert (loose.qualities, loose.beside) == ((), ())
