"""Kits: which there are, what is in them, and what a team's may never hold."""

from __future__ import annotations

from typing import Any

from reflection_handbook.model.documents import Document
from reflection_handbook.model.pages import PartCard, StepCard
from reflection_handbook.model.places import Source
from reflection_handbook.model.plans import PlanFile
from reflection_handbook.model.published import Edition
from reflection_handbook.model.questions import Question
from reflection_handbook.viewing.kit_cards import sheets
from reflection_handbook.viewing.kit_guide import chapter, letter_templates
from reflection_handbook.viewing.kit_team import ScalePart, team_kit_link
from reflection_handbook.viewing.kits import Kit, KitKind, kits
from support import PUBLIC_SOURCE, make_document, make_edition, make_team, team_consent

STEP = """# Interviews

## Waarom

Daarom [@rapport2016, par. 3.3].

## Zo doe je het { #zo }

1. Vraag door [@rapport2016, par. 2.3].

## Let op

Kijk uit.
"""
LETTER = '## Sjabloon\n\n!!! note "Sjabloon: de brief"\n    Beste [naam],\n\n    Dank je.\n\nDit hoort er niet bij.\n'


def question(id: str, **keys: Any) -> Question:
    filled = {"id": id, "vraag": f"Wat is {id}?", "stap": "interviews", "techniek": "waarderend", "niveau": "team"}
    return Question.model_validate({**filled, "doel": "Horen", "herkomst": "eigen", **keys})


def described(uri: str, text: str, **keys: Any) -> Document:
    shape = PartCard if "volgorde" in keys else StepCard
    own = {} if "volgorde" in keys else {"duur_minuten": {"minimum": 60, "maximum": 90}, "duur_bron": "rapport"}
    card = shape.model_validate({"stap": "interviews", "doel": "Waar het voor is.", **own, **keys})
    return Document(uri=uri, card=card, text=text, source=Source(f"docs/{uri}"))


def edition(*questions: Question) -> Edition:
    pages = (
        described("methode/2-interviews/brief.md", LETTER, volgorde=1),
        described("methode/2-interviews/index.md", STEP, vragen=["tweede"]),
    )
    return make_edition(documents=pages).model_copy(update={"questions": questions})


def _of(kit: Kit, kind: str) -> Any:
    return next(part for part in kit.parts if part.kind == kind)


def test_a_step_that_is_described_has_a_kit_and_goes_by_its_number_too() -> None:
    (kit,) = kits(edition(question("eerste"), question("tweede")))
    assert kit.called == ("2-interviews", "2", "interviews")
    assert kit.url == "voorbereiden/kits/2-interviews/"
    assert kit.pdf_url == "voorbereiden/kits/2-interviews/kit-2-interviews.pdf"
    assert kit.contents == ("Vraagkaarten", "Gespreksleidraad", "Sjabloon: de brief", "Toestemming, per doel")


def test_the_questions_above_the_description_come_first() -> None:
    (kit,) = kits(edition(question("eerste"), question("tweede"), question("elders", stap="herhaling")))
    (sheet,) = _of(kit, "cards").sheets
    assert [card.id for card in sheet.fronts if card] == ["tweede", "eerste"]


def test_the_guide_says_what_to_do_without_citations() -> None:
    found = chapter(described("methode/2-interviews/index.md", STEP), whole=True)
    assert [(section.title, section.text) for section in found.sections] == [
        ("Zo doe je het", "1. Vraag door."),
        ("Let op", "Kijk uit."),
    ]
    assert found.duration == "1 tot 1½ uur"
    assert [section.title for section in chapter(make_document("x.md", STEP)).sections] == ["Zo doe je het"]


def test_a_template_is_taken_whole_and_nothing_after_it() -> None:
    assert list(letter_templates(make_document("x.md", LETTER))) == [
        ("Sjabloon: de brief", "Beste [naam],\n\nDank je.")
    ]


def test_a_back_lies_behind_its_front_when_the_sheet_is_turned_over_its_long_edge() -> None:
    asked = [question(f"v{number}") for number in range(11)]
    first, second = sheets(asked, {})
    fronts = [card.id if card else "" for card in first.fronts]
    assert fronts == [f"v{number}" for number in range(8)]
    assert [card.id if card else "" for card in first.backs] == ["v1", "v0", "v3", "v2", "v5", "v4", "v7", "v6"]
    assert [card.id if card else "" for card in second.fronts] == ["v8", "v9", "v10", ""]
    assert [card.id if card else "" for card in second.backs] == ["v9", "v8", "", "v10"]


def test_a_back_holds_whole_follow_up_questions_as_far_as_they_fit() -> None:
    known = {id: question(id, vraag="x" * length) for id, length in (("a", 200), ("b", 60), ("c", 1))}
    (sheet,) = sheets([question("v", vervolg=["a", "b", "c", "weg"])], known)
    assert sheet.fronts[0] and [len(text) for text in sheet.fronts[0].follow_up] == [200, 60]
    assert sheet.fronts[0].full


def _team(**keys: Any) -> Edition:
    filled: dict[str, Any] = {
        "doelen": [{"id": "d", "naam": "Samen"}, {"id": "oud", "naam": "Voorbij", "status": "behaald"}],
        "schalen": [
            {"id": "s", "doel": "d", "vraag": "Hoe samen?", "laag": "Los", "hoog": "Vast"},
            {"id": "i", "doel": "d", "instrument": "ORS"},
            {"id": "o", "doel": "oud", "vraag": "Hoe was het?"},
        ],
        "metingen": [{"schaal": "s", "datum": "2026-05-21", "scores": [2, 3, 7, 8, 9]}],
        "agenda": [
            {"datum": "2027-01-14", "wat": "Later"},
            {"datum": "2026-12-10", "wat": "Eerst"},
            {"datum": "2026-10-10", "wat": "Geweest", "status": "gehouden"},
        ],
    }
    return make_edition(make_team("west", **{**filled, **keys}))


def test_a_teams_kit_holds_its_own_running_goals_coming_meetings_and_empty_scales() -> None:
    (kit,) = kits(_team())
    assert kit.url == "teams/west/kit/"
    assert [goal.name for goal in _of(kit, "goals").goals] == ["Samen"]
    assert [meeting.what for meeting in _of(kit, "agenda").meetings] == ["Eerst", "Later"]
    scales = [part for part in kit.parts if isinstance(part, ScalePart)]
    assert [(scale.title, scale.low, scale.high) for scale in scales] == [("Schaal: Hoe samen?", "Los", "Vast")]


def test_a_team_without_goals_or_meetings_and_one_of_the_pilot_have_no_kit() -> None:
    empty = _team(doelen=[], schalen=[], metingen=[], agenda=[])
    pilot = _team(herkomst="pilot", publicatie=PUBLIC_SOURCE, metingen=[], agenda=[])
    for found in (empty, pilot):
        assert found.teams and not kits(found)
        assert team_kit_link(found.teams[0], found) is None


def test_a_team_that_this_audience_may_not_see_has_no_kit() -> None:
    assert not kits(_team(publicatie=team_consent("team")))


def _with_plan(shown: bool = True) -> Edition:
    plan = {
        "id": "interviews",
        "titel": "Een gesprek",
        "stap": "interviews",
        "doel": "Horen.",
        "minuten": 60,
        "bladzijde": "methode/2-interviews/brief.md",
        "onderdelen": [
            {"soort": "welkom", "minuten": 5, "toelichting": "Rustig."},
            {"vraag": "twee", "minuten": 20},
            {"vraag": "een", "minuten": 10},
        ],
    }
    file = PlanFile.model_validate({"plannen": [plan]})
    bare = edition(question("een"), question("twee")).model_copy(update={"plans": file})
    page = make_document("voorbereiden/plan.md", "# Een plan maken")
    return bare.model_copy(update={"documents": (*bare.documents, page)} if shown else {})


def test_a_plan_has_a_kit_with_its_own_questions_its_times_and_the_papers_of_that_conversation() -> None:
    step, kit = kits(_with_plan())
    assert (step.kind, kit.kind) == (KitKind.STEP, KitKind.PLAN)
    assert kit.url == "voorbereiden/kits/plan-interviews/"
    assert kit.called == ("plan-interviews", "interviews")
    assert [card.id for card in _of(kit, "cards").sheets[0].fronts if card] == ["twee", "een"]
    rows = _of(kit, "plan").rows
    assert [(row.start, row.end, row.text, row.remark) for row in rows] == [
        (0, 5, "Welkom", "Rustig."),
        (5, 25, "Wat is twee?", ""),
        (25, 35, "Wat is een?", ""),
    ]
    assert kit.contents[2:] == ("Sjabloon: de brief", "Toestemming, per doel")


def test_where_no_page_shows_plans_there_is_no_kit_of_one_whose_way_back_leads_nowhere() -> None:
    assert [kit.kind for kit in kits(_with_plan(shown=False))] == [KitKind.STEP]
