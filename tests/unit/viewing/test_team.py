from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.viewing.agenda import agenda_view
from reflection_handbook.viewing.team import TeamView, team_view
from support import PUBLIC_SOURCE, TODAY, make_edition, make_practice, make_team, published, team_consent

FULL: dict[str, Any] = {
    "kwaliteiten": [{"id": "contact", "naam": "Snel contact"}],
    "werkzame_factoren": [{"id": "samen", "naam": "Samen kiezen", "kwaliteiten": ["contact"]}],
    "doelkeuze": {"manier": "stemming"},
    "doelen": [
        {"id": "oud", "naam": "Oud doel", "status": "vervangen", "vervangen_door": "nieuw", "reden": "Paste niet."},
        {
            "id": "nieuw",
            "naam": "Nieuw doel",
            "werkzame_factoren": ["samen"],
            "transformatiedoelen": ["normaliseren"],
            "elaboratie": {
                "hulpmiddel": "wondervraag",
                "kenmerken": [
                    {"wat": "Eén gebouw", "bestemming": "buiten-invloed"},
                    {"wat": "Elke dag kort", "bestemming": "nu"},
                    {"wat": "Zomaar"},
                    {"wat": "Ook meteen", "bestemming": "nu"},
                ],
            },
        },
        {"id": "klaar", "naam": "Klaar doel", "status": "behaald"},
    ],
    "schalen": [
        {
            "id": "nieuw-schaal",
            "doel": "nieuw",
            "vraag": "Hoe ver?",
            "ingevuld_door": "ouder",
            "gespreksniveau": "team",
        },
        {"id": "srs", "doel": "klaar", "instrument": "SRS"},
    ],
    "metingen": [
        {"schaal": "nieuw-schaal", "datum": "2026-05", "gesprek": {"opbrengst": "Eerst."}},
        {"schaal": "nieuw-schaal", "datum": "2026-07-02", "gesprek": {"opbrengst": "Daarna."}},
    ],
    "verbeterpunten": [{"wat": "Briefing", "uit": "nieuw"}, {"wat": "Koffie"}, {"wat": "Fiets", "uit": "weg"}],
}


def _view(audience: Audience = Audience.PUBLIC, **keys: Any) -> TeamView:
    practice = make_practice("luisteren", "west", titel="Luisteren", kwaliteiten=["contact"])
    team = make_team("west", (practice,), **keys)
    edition = make_edition(team, audience=audience, shared=(make_practice("elders"),))
    return team_view(edition.teams[0], edition, TODAY)


def test_replaced_goals_stand_apart_and_point_at_their_successor() -> None:
    view = _view(**FULL)
    assert [goal.id for goal in view.goals] == ["nieuw", "klaar"]
    (old,) = view.replaced_goals
    assert old.successor
    assert (old.successor.text, old.successor.url, old.reason) == ("Nieuw doel", "#doel-nieuw", "Paste niet.")


def test_a_goal_shows_what_hangs_on_it() -> None:
    goal = _view(**FULL).goals[0]
    assert [(link.text, link.url) for link in goal.working_factors] == [("Samen kiezen", "#factor-samen")]
    assert [(link.text, link.url) for link in goal.transformation_goals] == [
        ("Normaliseren", "transformatiedoelen/normaliseren/")
    ]
    assert goal.tool == "de wondervraag"
    assert [i.what for i in goal.improvements] == ["Briefing"]


def test_features_are_grouped_by_what_became_of_them() -> None:
    groups = [(group.title, group.features) for group in _view(**FULL).goals[0].features]
    assert groups == [
        ("Meteen gedaan", ("Elke dag kort", "Ook meteen")),
        ("Ligt buiten onze invloed", ("Eén gebouw",)),
        ("Kwam ter sprake", ("Zomaar",)),
    ]


def test_the_latest_talk_over_a_scale_comes_first() -> None:
    (scale,) = _view(**FULL).goals[0].scales
    assert [str(talk.date) for talk in scale.talks] == ["2026-07-02", "2026-05"]
    assert (scale.question, scale.filled_in_by, scale.level) == ("Hoe ver?", "de ouder", "in het team")
    assert scale.instrument is None


def test_a_known_instrument_is_named_and_a_scale_without_a_question_by_its_id() -> None:
    (scale,) = _view(**FULL).goals[1].scales
    assert (scale.instrument, scale.question, scale.filled_in_by) == ("SRS", "srs", "")


def test_a_scale_that_was_replaced_stands_last_and_names_its_successor() -> None:
    scales = [
        {"id": "oud", "doel": "nieuw", "vraag": "Hoe was het?", "vervangen_door": "midden"},
        {"id": "nu", "doel": "nieuw", "vraag": "Hoe is het?"},
        {"id": "midden", "doel": "nieuw", "vraag": "Hoe ging het?", "vervangen_door": "stil"},
        {"id": "stil", "doel": "klaar"},
        {"id": "dan", "doel": "nieuw", "vraag": "Hoe wordt het?"},
    ]
    found = _view(**{**FULL, "schalen": scales, "metingen": []}).goals[0].scales
    assert [scale.id for scale in found] == ["nu", "dan", "oud", "midden"]
    successors = [(scale.successor.text, scale.successor.url) if scale.successor else None for scale in found]
    # a scale without a question is called by its id
    assert successors == [None, None, ("Hoe ging het?", "#schaal-midden"), ("stil", "#schaal-stil")]


@pytest.mark.parametrize("origin", ["praktijk", "pilot", "voorbeeld"])
@pytest.mark.parametrize("audience", list(Audience))
def test_signals_are_for_a_team_and_its_organisation_and_never_about_the_pilot(audience: Audience, origin: str) -> None:
    view = _view(audience, herkomst=origin, publicatie=PUBLIC_SOURCE if origin == "pilot" else team_consent())
    assert view.signals_seen is (audience is not Audience.PUBLIC and origin != "pilot")


def test_improvements_of_no_goal_of_this_team_stand_apart() -> None:
    assert [i.what for i in _view(**FULL).loose_improvements] == ["Koffie", "Fiets"]


def test_a_team_shows_its_own_practices_only() -> None:
    assert [(link.text, link.url) for link in _view(**FULL).practices] == [("Luisteren", "best-practices/luisteren/")]


def test_a_team_of_three_lines_has_a_page() -> None:
    edition = make_edition(make_team("west"))
    view = team_view(edition.teams[0], edition, TODAY)
    assert (view.goals, view.factors, view.practices, view.choice, view.last_contact) == ((), (), (), None, None)
    assert view.agenda.calendar is None
    assert view.kind == "Wijkteam"


# ---- Agenda ---------------------------------------------------------------------------------------------------------

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("when", "status", "coming"),
    [
        ("2026-11-24", "gepland", True),
        ("2026-11-23", "gepland", True),  # today still comes
        ("2026-11-22", "gepland", False),
        ("2026-11-24", "gehouden", False),
        ("2026-11-24", "verzet", True),
        ("2026-11-24", "afgezegd", True),  # people who planned to come have to see it
        ("2026-11", "gepland", True),  # as long as the month is not over
        ("2026-10", "gepland", False),
        ("2026", "gepland", True),
        ("2025", "gepland", False),
    ],
)
def test_a_meeting_comes_until_it_has_been(when: str, status: str, coming: bool) -> None:
    team = published(agenda=[{"datum": when, "wat": "Bijeenkomst", "status": status}])
    view = agenda_view(team, DAY)
    assert (len(view.coming), len(view.past)) == ((1, 0) if coming else (0, 1))


def test_what_comes_stands_soonest_first_and_what_has_been_latest_first() -> None:
    days = ["2026-12-10", "2026-01-05", "2026-11-25", "2026-10-29", "2027-01"]
    team = published(agenda=[{"datum": day, "wat": "Bijeenkomst"} for day in days])
    view = agenda_view(team, DAY)
    assert [str(entry.meeting.date) for entry in view.coming] == ["2026-11-25", "2026-12-10", "2027-01"]
    assert [str(entry.meeting.date) for entry in view.past] == ["2026-10-29", "2026-01-05"]


def test_a_calendar_is_offered_where_a_day_is_known() -> None:
    vague = published(agenda=[{"datum": "2026-12", "wat": "Ooit"}])
    known = published(agenda=[{"datum": "2026-12", "wat": "Ooit"}, {"datum": "2026-12-10", "wat": "Dan"}])
    assert agenda_view(vague, DAY).calendar is None
    assert agenda_view(known, DAY).calendar == "teams/west/agenda.ics"


def test_two_meetings_that_are_the_same_are_both_shown() -> None:
    same = {"datum": "2026-01-05", "wat": "Bijeenkomst"}
    view = agenda_view(published(agenda=[same, same]), DAY)
    assert (len(view.coming), len(view.past)) == (0, 2)
