from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.viewing.presentation import (
    Aim,
    Closing,
    Opening,
    Points,
    PresentationView,
    Slide,
    Story,
    presentation_link,
    presentation_view,
)
from support import PUBLIC_SOURCE, TODAY, make_edition, make_practice, make_team, practice_consent

QUALITY = {"kwaliteiten": [{"id": "contact", "naam": "Snel contact"}]}
FULL: dict[str, Any] = {
    **QUALITY,
    "werkzame_factoren": [{"id": "samen", "naam": "Samen kiezen", "kwaliteiten": ["contact"]}],
    "doelen": [
        {"id": "oud", "naam": "Oud doel", "status": "vervangen", "vervangen_door": "nieuw", "reden": "Paste niet."},
        {
            "id": "nieuw",
            "naam": "Nieuw doel",
            "werkzame_factoren": ["samen"],
            "transformatiedoelen": ["normaliseren", "eigen-kracht"],
            "interventietheorie": {"wij_doen": "dit", "omdat": "dat", "zodat": "zo"},
        },
        {"id": "klaar", "naam": "Klaar doel", "status": "behaald"},
    ],
}
PILOT = {"herkomst": "pilot", "publicatie": PUBLIC_SOURCE}


def _view(practices: int = 0, text: str = "Eerst luisteren.", **keys: Any) -> PresentationView | None:
    own = tuple(
        make_practice(f"p{n}", "west", text, titel=f"Verhaal {n}", kwaliteiten=["contact"]) for n in range(practices)
    )
    edition = make_edition(make_team("west", own, **keys), make_team("oost", **FULL), shared=(make_practice("deel"),))
    team = edition.team("west")
    assert team
    view = presentation_view(team, edition, TODAY)
    assert presentation_link(team, edition) == ("teams/west/presentatie/" if view else None)
    return view


def _slides(practices: int = 0, **keys: Any) -> tuple[Slide, ...]:
    view = _view(practices, **keys)
    assert view
    return view.slides


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"over": "Een jong team."},
        {"doelen": [FULL["doelen"][2]]},
        {"agenda": [{"datum": "2026-12-10", "wat": "Teruglegging"}]},
    ],
)
def test_there_is_no_presentation_as_long_as_there_is_nothing_to_present(keys: dict[str, Any]) -> None:
    assert _view(**keys) is None


@pytest.mark.parametrize(
    "keys",
    [
        QUALITY,
        {"werkzame_factoren": [{"id": "samen", "naam": "Samen kiezen"}]},
        {"doelen": [{"id": "nieuw", "naam": "Nieuw doel"}]},
    ],
)
def test_one_quality_factor_or_running_goal_is_enough(keys: dict[str, Any]) -> None:
    assert len(_slides(**keys)) == 5


def test_slides_stand_in_the_order_of_the_talk() -> None:
    titles = [(slide.kind, slide.title, slide.step) for slide in _slides(2, **FULL)]
    assert titles == [
        ("opening", "West", 3),
        ("points", "Wat doen we vandaag?", 3),
        ("points", "Wat gebeurt er met wat je zegt?", 3),
        ("points", "Hier zijn wij goed in", 3),
        ("story", "Verhaal 0", 3),
        ("story", "Verhaal 1", 3),
        ("points", "Dit werkt bij ons", 4),
        ("aim", "Nieuw doel", 4),
        ("closing", "Hoe gaan we verder?", 1),
    ]


def test_practices_of_another_team_or_of_none_are_not_shown() -> None:
    assert not [slide for slide in _slides(**FULL) if isinstance(slide, Story)]


@pytest.mark.parametrize(
    ("count", "sizes"), [(1, [1]), (6, [6]), (7, [4, 3]), (12, [6, 6]), (13, [5, 5, 3]), (40, [6, 6, 6, 6, 6, 6, 4])]
)
def test_many_qualities_are_spread_over_slides_that_can_be_read(count: int, sizes: list[int]) -> None:
    many = [{"id": f"k{number}", "naam": f"Kwaliteit {number}"} for number in range(count)]
    found = [slide for slide in _slides(kwaliteiten=many) if isinstance(slide, Points) and "goed in" in slide.title]
    assert [len(slide.points) for slide in found] == sizes
    assert [point.text for slide in found for point in slide.points] == [one["naam"] for one in many]
    parts = [f"{number} van {len(sizes)}" for number in range(1, len(sizes) + 1)]
    assert [slide.part for slide in found] == (parts if len(sizes) > 1 else [""])


def test_a_factor_names_the_qualities_it_rests_on() -> None:
    factors = next(slide for slide in _slides(**FULL) if slide.title == "Dit werkt bij ons")
    assert isinstance(factors, Points)
    assert [(point.text, point.under) for point in factors.points] == [("Samen kiezen", ("Snel contact",))]
    assert factors.question == "Herkennen jullie dit? Ontbreekt er iets?"


def test_a_goal_comes_with_its_reason_and_with_what_it_is_for() -> None:
    (aim,) = (slide for slide in _slides(**FULL) if isinstance(slide, Aim))
    assert aim.theory and aim.theory.so_that == "zo"
    assert aim.transformation_goals == ("Normaliseren", "Eigen kracht")
    assert aim.working_factors == ("Samen kiezen",)


@pytest.mark.parametrize(("letters", "long"), [(600, False), (601, True)])
def test_a_long_story_is_told_in_smaller_type(letters: int, long: bool) -> None:
    view = _view(1, "a" * letters, **QUALITY)
    assert view
    (story,) = (slide for slide in view.slides if isinstance(slide, Story))
    assert (story.long, story.link.url, story.qualities) == (long, "best-practices/p0/", ("Snel contact",))


def test_the_last_slide_says_what_was_agreed() -> None:
    agreed = {"stap": "monitoren", "wat": "Derde meting", "wanneer": "2026-12-10", "wie": "gespreksleider"}
    steps = {"engagement": {"status": "afgerond", "tot": "2026-01"}}
    closing = _slides(**FULL, rondes=[{"ronde": 1, "stappen": steps, "volgende_stap": agreed}])[-1]
    assert isinstance(closing, Closing)
    assert (closing.next.what, str(closing.next.when), closing.next.who) == (
        "Derde meting",
        "2026-12-10",
        "gespreksleider",
    )
    assert closing.step == 6


def test_a_team_of_the_pilot_is_retold_and_meets_no_more() -> None:
    practice = make_practice("p0", "west", toestemming=PUBLIC_SOURCE, kwaliteiten=["contact"])
    edition = make_edition(make_team("west", (practice,), **FULL, **PILOT))
    view = presentation_view(edition.teams[0], edition, TODAY)
    assert view
    assert [slide.kind for slide in view.slides] == ["opening", "points", "story", "points", "aim"]
    assert isinstance(view.slides[0], Opening) and view.slides[0].subtitle == "Wat werkt bij dit team?"
    asked = {slide.question for slide in view.slides if isinstance(slide, Points | Story | Aim)}
    assert asked == {"Herkennen jullie dit in jullie eigen team?"}


def test_a_practice_is_shown_only_to_those_who_may_read_it() -> None:
    text = "Voor ons."
    consent = practice_consent(text, "organisatie")
    practice = make_practice("p0", "west", text, toestemming=consent, kwaliteiten=["contact"])
    for audience, shown in ((Audience.PUBLIC, 0), (Audience.ORGANISATION, 1)):
        edition = make_edition(make_team("west", (practice,), **QUALITY), audience=audience)
        view = presentation_view(edition.teams[0], edition, TODAY)
        assert view
        assert len([slide for slide in view.slides if isinstance(slide, Story)]) == shown
