from __future__ import annotations

from typing import Any

from reflection_handbook.viewing.practices import practice_views
from support import make_edition, make_practice, make_team, team_consent

TEAM: dict[str, Any] = {
    "kwaliteiten": [{"id": "contact", "naam": "Snel contact"}],
    "werkzame_factoren": [{"id": "samen", "naam": "Samen kiezen"}],
}
CARD: dict[str, Any] = {
    "kwaliteiten": ["contact"],
    "werkzame_factoren": ["samen"],
    "transformatiedoelen": ["normaliseren"],
}


def test_a_practice_of_a_team_links_to_the_team_and_what_it_rests_on() -> None:
    (view,) = practice_views(make_edition(make_team("west", (make_practice("luisteren", "west", **CARD),), **TEAM)))
    assert view.team and (view.team.text, view.team.url) == ("West", "teams/west/")
    assert [(link.text, link.url) for link in view.qualities] == [("Snel contact", "teams/west/#kwaliteit-contact")]
    assert [(link.text, link.url) for link in view.working_factors] == [("Samen kiezen", "teams/west/#factor-samen")]
    assert [link.url for link in view.transformation_goals] == ["transformatiedoelen/normaliseren/"]


def test_a_practice_leads_to_the_goals_that_rest_on_what_it_shows() -> None:
    goals = [
        {"id": "d", "naam": "Doel", "werkzame_factoren": ["samen"]},
        {"id": "e", "naam": "Ander", "werkzame_factoren": ["los"]},
    ]
    factors = [{"id": "samen", "naam": "Samen", "kwaliteiten": ["contact"]}, {"id": "los", "naam": "Los"}]
    for card in ({"werkzame_factoren": ["samen"]}, {"kwaliteiten": ["contact"]}):
        practice = make_practice("luisteren", "west", **card)
        team = make_team("west", (practice,), **{**TEAM, "werkzame_factoren": factors, "doelen": goals})
        (view,) = practice_views(make_edition(team))
        assert [(link.text, link.url) for link in view.goals] == [("Doel", "teams/west/#doel-d")]


def test_a_practice_of_no_one_team_shows_its_qualities_in_words_without_an_address() -> None:
    (view,) = practice_views(make_edition(shared=(make_practice(kwaliteiten=["Rustig blijven"]),)))
    assert view.team is None
    assert [(link.text, link.url) for link in view.qualities] == [("Rustig blijven", "")]


def test_a_practice_of_a_team_that_is_not_shown_names_nothing_of_it() -> None:
    hidden = make_team(
        "west", (make_practice("luisteren", "west", **CARD),), publicatie=team_consent("organisatie"), **TEAM
    )
    (view,) = practice_views(make_edition(hidden))
    assert (view.team, view.qualities, view.working_factors, view.goals) == (None, (), (), ())
    assert [link.text for link in view.transformation_goals] == ["Normaliseren"]


def test_practices_stand_by_title_and_made_up_ones_last() -> None:
    made_up = make_team("v", (make_practice("a", "v", titel="Aardig"),), herkomst="voorbeeld")
    shared = (
        make_practice("z", titel="zacht"),
        make_practice("b", titel="Beginnen"),
        make_practice("c", titel="Zacht"),
    )
    views = practice_views(make_edition(made_up, shared=shared))
    assert [(view.id, view.link.made_up) for view in views] == [("b", False), ("c", False), ("z", False), ("a", True)]
