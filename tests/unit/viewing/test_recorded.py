from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.model.published import NOT_SHOWN
from reflection_handbook.model.steps import StepId
from reflection_handbook.viewing.recorded import Recorded, recorded
from support import published


def _recorded(step: StepId, record: dict[str, Any] | None = None, number: int = 1, **keys: Any) -> Recorded:
    """Return what a page tells of a step; ``keys`` with a capital belong to the round, others to the team."""
    steps = {step.value: {"status": "afgerond", **(record or {})}, **keys.pop("Stappen", {})}
    of_round = {key.lower(): keys.pop(key) for key in list(keys) if key[0].isupper()}
    rounds = [*keys.pop("rondes", []), {"ronde": number, "stappen": steps, **of_round}]
    team = published(leden=10, rondes=rounds, **keys)
    return recorded(step, next(round for round in team.rounds if round.round == number), team)


def _texts(step: StepId, record: dict[str, Any] | None = None, **keys: Any) -> list[str]:
    return [fact.text for fact in _recorded(step, record, **keys).facts]


@pytest.mark.parametrize("decision", ["samen", "team", "teamleider", "leiding"])
def test_who_decided_is_a_sentence(decision: str) -> None:
    (told,) = _texts(StepId.ENGAGEMENT, {"besluit": decision})
    assert told.endswith("besloot om mee te doen.") or told.endswith("besloten samen om mee te doen.")


@pytest.mark.parametrize("step", list(StepId))
def test_where_nothing_was_recorded_nothing_is_told(step: StepId) -> None:
    assert _recorded(step) == Recorded()


def test_invitation_talks_and_letters_are_words() -> None:
    found = _texts(
        StepId.INTERVIEWS,
        {"vorm": "individueel", "uitgenodigd": 10, "gehouden": 9, "brieven": {"verstuurd": 9, "goedgekeurd": 6}},
    )
    assert found == [
        "De gesprekken waren per persoon.",
        "Allen zijn uitgenodigd voor een gesprek.",
        "Bijna allen hadden een gesprek.",
        "Allen kregen een persoonlijke brief.",
        "De meesten keurden hun brief goed.",
    ]


def test_counts_that_may_not_be_told_are_spoken_of_once() -> None:
    found = _texts(StepId.INTERVIEWS, {"uitgenodigd": 4, "gehouden": 3, "brieven": {"verstuurd": 3, "goedgekeurd": 3}})
    assert found == [f"Over aantallen: {NOT_SHOWN}."]


def test_the_three_questions_come_with_their_day() -> None:
    asked = {"datum": "2026-03", "deelnemers": 9, "meer_opgeleverd_dan_gekost": 9, "doorgaan": 8}
    found = _recorded(StepId.FEEDBACK, Bekrachtiging={**asked, "gun_andere_teams": 2})
    assert [(fact.text, str(fact.date or "")) for fact in found.facts] == [
        ("Bekrachtiging: de drie vragen zijn gesteld op", "2026-03"),
        ("Bijna allen gaven antwoord.", ""),
        ("Allen vinden dat het meer opleverde dan het kostte.", ""),
        ("Bijna allen willen doorgaan.", ""),
        (f"Over aantallen: {NOT_SHOWN}.", ""),
    ]


def test_the_forms_after_the_interviews_are_means_in_halves_with_a_band() -> None:
    forms = {"ingevuld": 9, "leuk": 8.4, "energie": 9.3, "inzicht_in_doelen": 2.0}
    found = _recorded(StepId.INTERVIEWS, {"uitgenodigd": 10, "gehouden": 10}, Evaluatie_interviews=forms)
    assert [(one.what, one.mean) for one in found.averages] == [
        ("leuk", 8.5),
        ("energie", "9 of hoger"),
        ("inzicht in eigen doelen", "3 of lager"),
    ]
    assert found.forms == "5–9"


def test_too_few_forms_are_no_means() -> None:
    forms = {"ingevuld": 3, "leuk": 8.4}
    found = _recorded(StepId.INTERVIEWS, {"uitgenodigd": 10, "gehouden": 10}, Evaluatie_interviews=forms)
    assert found.averages == () and found.forms == ""
    assert found.facts[-1].text == f"Over aantallen: {NOT_SHOWN}."


@pytest.mark.parametrize(
    ("inventory", "told"),
    [
        ({"herkenbaar": "ja", "volledig": "ja"}, ["herkende zich in het", "was volledig"]),
        ({"herkenbaar": "nee", "volledig": "nee"}, ["herkende zich nog niet", "nog niet volledig"]),
        ({"volledig": "nee"}, ["nog niet volledig"]),
        ({}, []),
    ],
)
def test_the_inventory_is_judged_recognisable_and_complete_or_not(inventory: dict[str, str], told: list[str]) -> None:
    found = _texts(StepId.FACTORS, {"inventaris": inventory})
    assert len(found) == len(told)
    assert all(part in text for part, text in zip(told, found, strict=True))


@pytest.mark.parametrize(
    ("feedback", "factors", "together"),
    [("2026-03-12", "2026-03-12", True), ("2026-03-12", "2026-03-26", False), ("2026-03", "2026-03", False)],
)
def test_steps_three_and_four_in_one_meeting_are_normal(feedback: str, factors: str, together: bool) -> None:
    steps = {"teruglegging": {"status": "afgerond", "tot": feedback}}
    found = _texts(StepId.FACTORS, {"tot": factors}, Stappen=steps)
    assert found == (["Stap 3 en 4 waren in één bijeenkomst. Dat kan heel goed."] if together else [])


@pytest.mark.parametrize(
    ("factors", "choice", "back"),
    [
        ({"status": "bezig"}, {"status": "bezig"}, True),
        ({"status": "afgerond", "van": "2026-05-01"}, {"status": "bezig", "van": "2026-04-01"}, True),
        ({"status": "afgerond", "van": "2026-04-01"}, {"status": "bezig", "van": "2026-04"}, False),
        ({"status": "bezig"}, {"status": "gepland"}, False),
        ({"status": "afgerond"}, {"status": "bezig"}, False),
    ],
)
def test_going_back_from_step_five_to_four_is_normal(
    factors: dict[str, str], choice: dict[str, str], back: bool
) -> None:
    found = _texts(StepId.FACTORS, factors, Stappen={"keuze-monitoring": choice})
    assert found == (["Het team ging van stap 5 terug naar stap 4. Dat hoort erbij."] if back else [])


def test_the_choice_tells_its_manner_and_what_became_of_each_goal() -> None:
    found = _recorded(
        StepId.CHOICE,
        doelkeuze={"manier": "gesprek", "datum": "2026-03-26", "stemmers": 10},
        doelen=[
            {"id": "een", "naam": "Een", "elaboratie": {"hulpmiddel": "wondervraag"}},
            {"id": "twee", "naam": "Twee"},
            {"id": "later", "naam": "Later", "ronde": 2},
        ],
        schalen=[{"id": "a", "doel": "een"}, {"id": "b", "doel": "twee"}, {"id": "c", "doel": "twee"}],
    )
    assert [(fact.text, str(fact.date or "")) for fact in found.facts] == [
        ("Het team koos zijn doelen in gesprek.", ""),
        ("De keuze was op", "2026-03-26"),
        ("Allen deden mee aan de keuze.", ""),
        ("‘Een’ is verkend met de wondervraag.", ""),
        ("Bij ‘Een’ kwam een schaal.", ""),
        ("Bij ‘Twee’ kwamen 2 schalen.", ""),
    ]


def test_of_the_choices_the_latest_is_kept_so_it_belongs_to_the_latest_round_with_that_step() -> None:
    keys: dict[str, Any] = {
        "doelkeuze": {"manier": "gesprek"},
        "rondes": [{"ronde": 1, "stappen": {"keuze-monitoring": {"status": "afgerond"}}}],
    }
    assert _texts(StepId.CHOICE, number=2, **keys) == ["Het team koos zijn doelen in gesprek."]
    assert _texts(StepId.CHOICE, {"status": "gepland"}, number=2, **keys) == []


@pytest.mark.parametrize(("form", "word"), [("kopgroep", "kopgroep"), ("team", "hele team")])
def test_who_tries_a_scale_is_told(form: str, word: str) -> None:
    (told,) = _texts(StepId.MONITORING, {"status": "bezig", "vorm": form})
    assert word in told
