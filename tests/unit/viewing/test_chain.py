"""The chain of a goal: what is connected with it, in order, and where something is missing."""

from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.viewing.chain import Chain, Stage, chain, short
from reflection_handbook.viewing.elements import Kind
from reflection_handbook.viewing.neighbours import neighbours
from support import TODAY, make_edition, make_practice, make_team

FULL: dict[str, Any] = {
    "kwaliteiten": [{"id": "contact", "naam": "Snel contact"}, {"id": "rust", "naam": "Rustig blijven"}],
    "werkzame_factoren": [
        {"id": "samen", "naam": "Samen kiezen", "kwaliteiten": ["contact", "rust"]},
        {"id": "ander", "naam": "Van een ander doel"},
    ],
    "doelen": [
        {
            "id": "doel",
            "naam": "Elkaar benutten",
            "werkzame_factoren": ["samen"],
            "transformatiedoelen": ["normaliseren"],
        },
        {"id": "naast", "naam": "Iets anders", "werkzame_factoren": ["ander"]},
    ],
    "schalen": [{"id": "s", "doel": "doel", "vraag": "Hoe goed?"}, {"id": "t", "doel": "naast", "vraag": "Hoe ver?"}],
    "metingen": [
        {"schaal": "s", "datum": "2026-05", "gesprek": {"opbrengst": "Eerst."}},
        {"schaal": "s", "datum": "2026-07-02", "gesprek": {"opbrengst": "Daarna."}},
        {"schaal": "s", "datum": "2026-10-29"},
        {"schaal": "t", "datum": "2026-11-01", "gesprek": {"opbrengst": "Elders."}},
    ],
    "verbeterpunten": [{"wat": "Briefing", "uit": "doel"}, {"wat": "Van elders", "uit": "naast"}],
    "agenda": [{"datum": "2026-12-10", "wat": "Over de meting"}, {"datum": "2026-10-29", "wat": "Meting"}],
}


def _chain(id: str = "doel", *cards: dict[str, Any], **keys: Any) -> Chain | None:
    practices = tuple(make_practice(f"p-{place}", "west", **card) for place, card in enumerate(cards))
    edition = make_edition(make_team("west", practices, **keys))
    team = edition.teams[0]
    goal = next(goal for goal in team.goals if goal.id == id)
    return chain(goal, team, neighbours(team, edition, TODAY))


def _stages(*cards: dict[str, Any], **keys: Any) -> dict[Kind, Stage]:
    found = _chain("doel", *cards, **keys)
    assert found
    return {stage.kind: stage for stage in found.stages}


CARDS = ({"titel": "Luisteren", "kwaliteiten": ["rust"]}, {"titel": "Kiezen", "werkzame_factoren": ["samen"]})
ELSEWHERE = {"titel": "Elders", "werkzame_factoren": ["ander"]}


def test_a_whole_chain_runs_from_a_practice_to_the_agenda() -> None:
    found = _chain("doel", *CARDS, ELSEWHERE, **FULL)
    assert found
    shown = [(stage.label, stage.name, str(stage.date or ""), stage.more, stage.url) for stage in found.stages]
    assert shown == [
        ("Best practices", "Luisteren", "", 1, "best-practices/p-0/"),
        ("Kwaliteiten", "Snel contact", "", 1, "#kwaliteit-contact"),
        ("Werkzame factor", "Samen kiezen", "", 0, "#factor-samen"),
        ("Dit doel", "Elkaar benutten", "", 0, ""),
        ("Transformatiedoel", "Normaliseren", "", 0, "transformatiedoelen/normaliseren/"),
        ("Schaal", "Hoe goed?", "", 0, "#schaal-s"),
        ("Metingen", "", "2026-10-29", 2, "#meting-s-2026-10-29"),
        ("Laatste gesprek", "", "2026-07-02", 0, "#meting-s-2026-07-02"),
        ("Verbeterpunt", "Briefing", "", 0, "#verbeterpunt-1"),
        ("Volgende bijeenkomst", "Over de meting", "2026-12-10", 0, "#bijeenkomst-1"),
    ]
    assert [stage.kind for stage in found.stages] == list(Kind)
    assert not any(stage.interrupted for stage in found.stages)


def test_what_a_goal_names_stands_in_the_order_of_the_goal() -> None:
    goal = {**GOAL, "werkzame_factoren": ["ander", "samen"], "transformatiedoelen": ["normaliseren", "eigen-kracht"]}
    stages = _stages(**{**FULL, "doelen": [goal], "schalen": [], "metingen": [], "verbeterpunten": []})
    found = [[element.id for element in stages[kind].elements] for kind in (Kind.FACTOR, Kind.TRANSFORMATION_GOAL)]
    assert found == [["ander", "samen"], ["normaliseren", "eigen-kracht"]]


def test_what_belongs_to_another_goal_only_stays_out() -> None:
    found = _chain("naast", *CARDS, **FULL)
    assert found
    assert [(stage.kind, stage.name) for stage in found.stages[:3]] == [
        (Kind.FACTOR, "Van een ander doel"),
        (Kind.GOAL, "Iets anders"),
        (Kind.SCALE, "Hoe ver?"),
    ]


GOAL: dict[str, Any] = FULL["doelen"][0]


@pytest.mark.parametrize(
    ("left_out", "after"),
    [
        ({"werkzame_factoren": [{"id": "samen", "naam": "Samen kiezen"}], "kwaliteiten": []}, Kind.FACTOR),
        ({"doelen": [{**GOAL, "transformatiedoelen": []}]}, Kind.SCALE),
        ({"schalen": [], "metingen": []}, Kind.IMPROVEMENT),
        ({"metingen": []}, Kind.IMPROVEMENT),
        ({"metingen": [{"schaal": "s", "datum": "2026-10-29"}]}, Kind.IMPROVEMENT),
        ({"verbeterpunten": []}, Kind.MEETING),
    ],
)
def test_where_something_is_missing_the_line_is_interrupted_there_and_nowhere_else(
    left_out: dict[str, Any], after: Kind
) -> None:
    stages = _stages({"titel": "Kiezen", "werkzame_factoren": ["samen"]}, **{**FULL, **left_out})
    assert [kind for kind, stage in stages.items() if stage.interrupted] == [after]


def test_the_first_link_is_never_interrupted() -> None:
    stages = _stages(doelen=[{"id": "doel", "naam": "Doel"}], verbeterpunten=[{"wat": "Briefing", "uit": "doel"}])
    assert [(kind, stage.interrupted) for kind, stage in stages.items()] == [
        (Kind.GOAL, False),
        (Kind.IMPROVEMENT, True),
    ]


def test_a_goal_that_hangs_together_with_nothing_has_no_chain() -> None:
    assert _chain(doelen=[{"id": "doel", "naam": "Doel"}]) is None


def test_where_no_meeting_comes_it_is_the_last_that_was_held() -> None:
    held = [{"datum": "2026-03", "wat": "Eerst", "status": "gehouden"}]
    stage = _stages(**{**FULL, "agenda": held})[Kind.MEETING]
    assert (stage.label, stage.name, str(stage.date)) == ("Laatste bijeenkomst", "Eerst", "2026-03")


def test_a_goal_that_is_reached_or_replaced_does_not_come_back_in_a_meeting() -> None:
    keys = {**FULL, "schalen": [], "metingen": [], "werkzame_factoren": [], "kwaliteiten": []}
    for status in ("behaald", "vervangen"):
        stages = _stages(**{**keys, "doelen": [{"id": "doel", "naam": "Doel", "status": status}]})
        assert list(stages) == [Kind.GOAL, Kind.IMPROVEMENT]


def test_of_measurements_on_one_day_each_is_counted() -> None:
    twice = [{"schaal": "s", "datum": "2026-05-21"}] * 2
    stage = _stages(**{**FULL, "metingen": twice})[Kind.MEASUREMENT]
    assert [element.url for element in stage.elements] == ["#meting-s-2026-05-21", "#meting-s-2026-05-21-2"]


def test_a_long_name_is_cut_for_the_drawing_and_kept_whole_beside_it() -> None:
    name = "Ouders en wijkteam betrekken, zodat een kind eerder naar huis kan"
    stages = _stages(**{**FULL, "doelen": [{**FULL["doelen"][0], "naam": name}]})
    assert (stages[Kind.GOAL].name, stages[Kind.GOAL].whole) == ("Ouders en wijkteam betrekken…", name)


@pytest.mark.parametrize(
    ("text", "fits", "expected"),
    [
        ("Kort", 30, "Kort"),
        ("Precies zo lang", 15, "Precies zo lang"),
        ("Precies zo lang", 14, "Precies zo…"),
        ("Verantwoordelijkheidsgevoel", 10, "Verantwoo…"),
        ("a" * 12, 12, "a" * 12),
        ("Eerst luisteren, dan praten", 20, "Eerst luisteren…"),
    ],
)
def test_a_text_is_cut_between_words_where_that_can_be(text: str, fits: int, expected: str) -> None:
    assert short(text, fits) == expected
    assert len(short(text, fits)) <= fits
