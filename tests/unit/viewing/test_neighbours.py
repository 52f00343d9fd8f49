"""What stands beside what: from one list of pairs, so that every way leads back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflection_handbook.model.published import Edition
from reflection_handbook.viewing.elements import Kind
from reflection_handbook.viewing.neighbours import beside_anchors, latest_talk, meeting_ahead, neighbours
from reflection_handbook.viewing.practices import practice_views
from reflection_handbook.viewing.team import team_view
from support import TODAY, make_edition, make_practice, make_team, published

TEAM: dict[str, Any] = {
    "kwaliteiten": [{"id": "contact", "naam": "Snel contact"}, {"id": "rust", "naam": "Rust"}],
    "werkzame_factoren": [
        {"id": "samen", "naam": "Samen kiezen", "kwaliteiten": ["contact"]},
        {"id": "los", "naam": "Losse factor"},
    ],
    "doelen": [
        {"id": "benutten", "naam": "Benutten", "werkzame_factoren": ["samen"], "transformatiedoelen": ["normaliseren"]},
        {"id": "klaar", "naam": "Klaar", "status": "behaald"},
    ],
    "schalen": [{"id": "verdelen", "doel": "benutten", "vraag": "Hoe goed?"}, {"id": "stil", "doel": "klaar"}],
    "metingen": [
        {"schaal": "verdelen", "datum": "2026-10-29", "gesprek": {"opbrengst": "Het helpt."}},
        {"schaal": "verdelen", "datum": "2026-05", "gesprek": {"een_cijfer_hoger": "Vaker."}},
        {"schaal": "verdelen", "datum": "2026-11-01", "gesprek": {}},
    ],
    "verbeterpunten": [
        {"wat": "Briefing", "uit": "benutten", "status": "ingevoerd"},
        {"wat": "Gestopt", "uit": "benutten", "status": "gestopt"},
        {"wat": "Van niets"},
    ],
    "agenda": [
        {"datum": "2026-12-10", "wat": "Volgende"},
        {"datum": "2026-10-29", "wat": "Meting", "status": "gehouden"},
    ],
}
CARD: dict[str, Any] = {"titel": "Luisteren", "kwaliteiten": ["contact"], "transformatiedoelen": ["eigen-kracht"]}


def _edition(**keys: Any) -> Edition:
    return make_edition(make_team("west", (make_practice("luisteren", "west", **CARD),), **{**TEAM, **keys}))


def _beside(kind: Kind, id: str, **keys: Any) -> list[tuple[Kind, str]]:
    edition = _edition(**keys)
    return [(found.kind, found.id) for found in neighbours(edition.teams[0], edition, TODAY).get((kind, id), ())]


@pytest.mark.parametrize(
    ("kind", "id", "expected"),
    [
        (
            Kind.PRACTICE,
            "luisteren",
            # it names a quality, that quality carries a factor, and on that factor the goal rests
            [(Kind.QUALITY, "contact"), (Kind.GOAL, "benutten"), (Kind.TRANSFORMATION_GOAL, "eigen-kracht")],
        ),
        (Kind.QUALITY, "contact", [(Kind.PRACTICE, "luisteren"), (Kind.FACTOR, "samen")]),
        (Kind.QUALITY, "rust", []),
        (Kind.FACTOR, "samen", [(Kind.QUALITY, "contact"), (Kind.GOAL, "benutten")]),
        (
            Kind.GOAL,
            "benutten",
            [
                (Kind.PRACTICE, "luisteren"),
                (Kind.FACTOR, "samen"),
                (Kind.TRANSFORMATION_GOAL, "normaliseren"),
                (Kind.SCALE, "verdelen"),
                (Kind.IMPROVEMENT, "1"),
                (Kind.IMPROVEMENT, "2"),
                (Kind.MEETING, "1"),
            ],
        ),
        (Kind.GOAL, "klaar", [(Kind.SCALE, "stil")]),  # a goal that is reached does not come back in a meeting
        (
            Kind.SCALE,
            "verdelen",
            [
                (Kind.GOAL, "benutten"),
                (Kind.MEASUREMENT, "meting-verdelen-2026-10-29"),
                (Kind.MEASUREMENT, "meting-verdelen-2026-05"),
                (Kind.MEASUREMENT, "meting-verdelen-2026-11-01"),
            ],
        ),
        (
            Kind.CONVERSATION,
            "meting-verdelen-2026-10-29",
            [
                (Kind.MEASUREMENT, "meting-verdelen-2026-10-29"),
                (Kind.IMPROVEMENT, "1"),
                (Kind.IMPROVEMENT, "2"),
                (Kind.MEETING, "2"),
            ],
        ),
        (Kind.CONVERSATION, "meting-verdelen-2026-11-01", []),  # nothing was written down of it
        (
            Kind.IMPROVEMENT,
            "1",
            [(Kind.GOAL, "benutten"), (Kind.CONVERSATION, "meting-verdelen-2026-10-29"), (Kind.MEETING, "1")],
        ),
        (Kind.IMPROVEMENT, "2", [(Kind.GOAL, "benutten"), (Kind.CONVERSATION, "meting-verdelen-2026-10-29")]),
        (Kind.IMPROVEMENT, "3", [(Kind.MEETING, "1")]),
        (Kind.MEETING, "1", [(Kind.GOAL, "benutten"), (Kind.IMPROVEMENT, "1"), (Kind.IMPROVEMENT, "3")]),
        (Kind.MEETING, "2", [(Kind.CONVERSATION, "meting-verdelen-2026-10-29")]),
    ],
)
def test_a_thing_stands_beside_what_is_really_connected(kind: Kind, id: str, expected: list[tuple[Kind, str]]) -> None:
    assert _beside(kind, id) == expected


def test_a_measurement_without_a_conversation_stands_beside_the_meeting_of_its_day() -> None:
    metingen = [{"schaal": "verdelen", "datum": "2026-10-29"}, {"schaal": "verdelen", "datum": "2026-10"}]
    agenda = [{"datum": "2026-10", "wat": "Ooit", "status": "gehouden"}, *TEAM["agenda"]]
    found = [
        _beside(Kind.MEASUREMENT, id, metingen=metingen, agenda=agenda)
        for id in ("meting-verdelen-2026-10-29", "meting-verdelen-2026-10")
    ]
    # that two things were in one month does not make them one
    assert found == [[(Kind.SCALE, "verdelen"), (Kind.MEETING, "3")], [(Kind.SCALE, "verdelen")]]


@pytest.mark.parametrize(
    ("agenda", "expected"),
    [
        ([], None),
        ([("2027-01-01", "gepland"), ("2026-12-10", "gepland")], "2"),
        ([("2026-11-23", "gepland")], "1"),  # today still comes
        ([("2026-11", "gepland")], "1"),  # as long as the month is not over
        ([("2026-12-10", "afgezegd"), ("2026-12-11", "verzet")], "2"),
        ([("2026-03-01", "gehouden"), ("2026-05", "gehouden"), ("2026-11-01", "gepland")], "2"),
        ([("2026-11-01", "gepland")], None),  # nobody wrote down whether it was held
    ],
)
def test_what_comes_back_comes_back_in_the_first_meeting_to_come_or_was_in_the_last_that_was_held(
    agenda: list[tuple[str, str]], expected: str | None
) -> None:
    meetings = [{"datum": day, "wat": "Iets", "status": status} for day, status in agenda]
    assert meeting_ahead(published(agenda=meetings), TODAY) == expected


def test_the_meeting_ahead_is_a_known_day_before_the_year_that_it_may_lie_in() -> None:
    meetings = [{"datum": "2027", "wat": "Ooit"}, {"datum": "2027-01-14", "wat": "Terugkijken"}]
    assert meeting_ahead(published(agenda=meetings), TODAY) == "2"


def test_the_changes_of_a_talk_are_the_improvements_beside_it() -> None:
    view = team_view(_edition().teams[0], _edition(), TODAY)
    assert [element.url for element in view.changes("meting-verdelen-2026-10-29")] == [
        "#verbeterpunt-1",
        "#verbeterpunt-2",
    ]
    assert view.changes("meting-nergens-2026") == ()


def test_the_latest_talk_of_a_goal_is_one_of_which_something_was_written_down() -> None:
    team = published(**TEAM)
    assert latest_talk("benutten", team) == "meting-verdelen-2026-10-29"
    assert latest_talk("klaar", team) is None


def test_a_measurement_and_its_conversation_stand_in_one_place_on_the_page() -> None:
    edition = _edition()
    found = beside_anchors(neighbours(edition.teams[0], edition, TODAY))["meting-verdelen-2026-10-29"]
    assert [element.url for element in found] == [
        "#schaal-verdelen",
        "#verbeterpunt-1",
        "#verbeterpunt-2",
        "#bijeenkomst-2",
    ]


def test_a_name_that_leads_nowhere_is_nothing_s_neighbour() -> None:
    assert _beside(Kind.IMPROVEMENT, "1", verbeterpunten=[{"wat": "Fiets", "uit": "weg"}], agenda=[]) == []


# ---- Every way leads back -------------------------------------------------------------------------------------------

IDS = ["a", "b", "c"]
SOME = st.lists(st.sampled_from(IDS), max_size=3, unique=True)
ONE = st.sampled_from(IDS)
DAYS = st.sampled_from(["2026-05-21", "2026-05", "2026", "2026-12-10", "2027-01"])


def _things(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Return some things with an id and a name of their own, and with other keys that differ."""
    return SOME.flatmap(
        lambda ids: st.tuples(*(st.fixed_dictionaries({**keys, "id": st.just(id), "naam": st.just(id)}) for id in ids))
    ).map(list)


def _lines(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries({**keys}), max_size=4)


def _without_name(things: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in thing.items() if key != "naam"} for thing in things]


AIM_IDS = st.lists(st.sampled_from(["eigen-kracht", "normaliseren"]), unique=True)
PORTFOLIOS = st.fixed_dictionaries(
    {
        "kwaliteiten": _things(),
        "werkzame_factoren": _things(kwaliteiten=SOME),
        "doelen": _things(
            werkzame_factoren=SOME, transformatiedoelen=AIM_IDS, status=st.sampled_from(["lopend", "behaald"])
        ),
        "schalen": _things(doel=ONE).map(_without_name),
        "metingen": _lines(schaal=ONE, datum=DAYS, gesprek=st.sampled_from([None, {}, {"opbrengst": "Goed."}])),
        "verbeterpunten": _lines(
            wat=ONE, uit=st.none() | ONE, status=st.sampled_from(["idee", "afgesproken", "gestopt"])
        ),
        "agenda": _lines(wat=ONE, datum=DAYS, status=st.sampled_from(["gepland", "gehouden", "afgezegd"])),
    }
)
CARDS = st.lists(
    st.fixed_dictionaries({"kwaliteiten": SOME, "werkzame_factoren": SOME, "transformatiedoelen": AIM_IDS}), max_size=3
)


def _arbitrary(keys: dict[str, Any], cards: list[dict[str, Any]]) -> Edition:
    practices = tuple(make_practice(f"p-{place}", "west", **card) for place, card in enumerate(cards))
    return make_edition(make_team("west", practices, **keys))


@given(PORTFOLIOS, CARDS, st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_whatever_leads_somewhere_is_led_back_to(
    keys: dict[str, Any], cards: list[dict[str, Any]], today: date
) -> None:
    edition = _arbitrary(keys, cards)
    found = neighbours(edition.teams[0], edition, today)
    for key, others in found.items():
        assert len(set(others)) == len(others)
        for other in others:
            assert key in [(back.kind, back.id) for back in found[other.kind, other.id]]


def _resolvable(keys: dict[str, Any]) -> dict[str, Any]:
    """Return a portfolio of which every name leads somewhere, as the checks of references have it."""
    known = {part: {thing["id"] for thing in keys[part]} for part in keys if part[0] in "kwds"}
    for factor in keys["werkzame_factoren"]:
        factor["kwaliteiten"] = [id for id in factor["kwaliteiten"] if id in known["kwaliteiten"]]
    for goal in keys["doelen"]:
        goal["werkzame_factoren"] = [id for id in goal["werkzame_factoren"] if id in known["werkzame_factoren"]]
    scales = [scale for scale in keys["schalen"] if scale["doel"] in known["doelen"]]
    ids = {scale["id"] for scale in scales}
    measurements = [measurement for measurement in keys["metingen"] if measurement["schaal"] in ids]
    return {**keys, "schalen": scales, "metingen": measurements}


@given(PORTFOLIOS, CARDS)
def test_a_practice_s_page_and_its_team_s_lead_to_each_other(keys: dict[str, Any], cards: list[dict[str, Any]]) -> None:
    edition = _arbitrary(_resolvable(keys), cards)
    team = team_view(edition.teams[0], edition, TODAY)
    there = {
        (f"#{anchor}", element.url)
        for anchor, others in team.beside.items()
        for element in others
        if element.kind is Kind.PRACTICE and not anchor.startswith("transformatiedoel-")
    }
    back = {
        (link.url.removeprefix("teams/west/"), view.link.url)
        for view in practice_views(edition)
        for link in (*view.qualities, *view.working_factors, *view.goals)
    }
    assert there == back
