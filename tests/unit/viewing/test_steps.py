from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.model.steps import StepId, StepStatus
from reflection_handbook.viewing.steps import mark, marks, next_step, standing, teams_at
from support import make_edition, make_team, published


def _round(number: int = 1, **steps: Any) -> dict[str, Any]:
    """Return a round with the state of some steps, by their names in English: ``choice="bezig"``."""
    names = {step.name.lower(): step.value for step in StepId}
    return {"ronde": number, "stappen": {names[name]: {"status": status} for name, status in steps.items()}}


DONE_TO_FOUR = {"engagement": "afgerond", "interviews": "afgerond", "feedback": "afgerond", "factors": "afgerond"}


def test_the_seven_steps_stand_in_their_order_at_their_addresses() -> None:
    assert [(m.number, m.url) for m in marks()] == [
        (1, "methode/1-engagement/"),
        (2, "methode/2-interviews/"),
        (3, "methode/3-teruglegging/"),
        (4, "methode/4-werkzame-factoren/"),
        (5, "methode/5-keuze-monitoring/"),
        (6, "methode/6-monitoren/"),
        (7, "methode/7-herhaling/"),
    ]


@pytest.mark.parametrize(
    ("rounds", "current", "words"),
    [
        ([], None, "Het team is nog niet begonnen."),
        ([_round()], None, "Ronde 1 is nog niet begonnen."),
        ([_round(engagement="gepland")], None, "Ronde 1 is nog niet begonnen."),
        ([_round(engagement="overgeslagen")], None, "Ronde 1 is nog niet begonnen."),
        ([_round(engagement="bezig")], "engagement", "stap 1 van 7"),
        ([_round(**DONE_TO_FOUR)], "werkzame-factoren", "afgerond"),
        ([_round(**DONE_TO_FOUR, choice="gepland")], "werkzame-factoren", "stap 4 van 7"),
        ([_round(**DONE_TO_FOUR, choice="bezig")], "keuze-monitoring", "bezig"),
        ([_round(engagement="bezig", interviews="bezig")], "interviews", "stap 2 van 7"),
        # a step that still runs tells more than a later one that is done already
        ([_round(engagement="afgerond", interviews="bezig", feedback="afgerond")], "interviews", "bezig"),
        ([_round(2, interviews="bezig"), _round(1, repetition="afgerond")], "interviews", "Ronde 2, stap 2"),
        # a round that is only planned is not where a team is, as long as an earlier one has begun
        ([_round(1, repetition="afgerond"), _round(2)], "herhaling", "Ronde 1, stap 7"),
        ([_round(2, interviews="gepland"), _round(1, feedback="bezig")], "teruglegging", "Ronde 1, stap 3"),
        ([_round(1, repetition="afgerond"), _round(2, interviews="overgeslagen")], "herhaling", "Ronde 1, stap 7"),
        ([_round(1, engagement="bezig"), _round(3, feedback="bezig"), _round(2)], "teruglegging", "Ronde 3, stap 3"),
        ([_round(3), _round(2, interviews="gepland")], None, "Ronde 2 is nog niet begonnen."),
    ],
)
def test_a_team_stands_at_the_last_step_that_runs_or_else_that_is_done(
    rounds: list[dict[str, Any]], current: str | None, words: str
) -> None:
    found = standing(published(rondes=rounds))
    assert (found.current.id if found.current else None) == current
    assert words in found.sentence
    assert [state.mark.number for state in found.states] == ([1, 2, 3, 4, 5, 6, 7] if rounds else [])


def test_the_sentence_tells_round_step_and_state() -> None:
    found = standing(published(rondes=[_round(**DONE_TO_FOUR, choice="bezig")]))
    for part in ("Ronde 1", "stap 5 van 7", "Keuze en monitoring", "bezig"):
        assert part in found.sentence


@pytest.mark.parametrize("status", list(StepStatus))
def test_every_state_has_a_word(status: StepStatus) -> None:
    state = standing(published(rondes=[_round(engagement=status.value)])).states[0]
    assert state.status == status.value
    assert state.word == ("nog niet begonnen" if status is StepStatus.NOT_STARTED else status.value)


ORIGINS = [
    ("praktijk", "Nog geen datum", "Nog niet afgesproken"),
    ("voorbeeld", "Nog geen datum", "Nog niet afgesproken"),
    ("pilot", "Niet bekend", "Niet bekend"),
]


@pytest.mark.parametrize(("origin", "when", "who"), ORIGINS)
@pytest.mark.parametrize(
    ("rounds", "following"),
    [
        ([], StepId.ENGAGEMENT),
        ([_round()], StepId.ENGAGEMENT),
        ([_round(**DONE_TO_FOUR)], StepId.CHOICE),
        ([_round(**DONE_TO_FOUR, choice="bezig")], StepId.MONITORING),
        ([_round(monitoring="bezig")], StepId.REPETITION),
        # after the seventh step a new round begins, with its interviews
        ([_round(repetition="afgerond")], StepId.INTERVIEWS),
    ],
)
def test_without_an_agreement_the_method_gives_the_next_step(
    origin: str, when: str, who: str, rounds: list[dict[str, Any]], following: StepId
) -> None:
    found = next_step(published(herkomst=origin, rondes=rounds))
    assert found.mark == mark(following)
    assert (found.what, found.when, found.agreed) == (mark(following).title, None, False)
    assert (found.when_word, found.who) == (when, who)


@pytest.mark.parametrize("origin", [origin for origin, *_ in ORIGINS])
def test_what_a_team_agreed_on_goes_before_the_method(origin: str) -> None:
    agreed = {"stap": "monitoren", "wat": "Derde meting", "wanneer": "2026-12", "wie": "gespreksleider"}
    found = next_step(published(herkomst=origin, rondes=[{**_round(**DONE_TO_FOUR), "volgende_stap": agreed}]))
    assert (found.what, str(found.when), found.who, found.agreed) == ("Derde meting", "2026-12", "gespreksleider", True)
    assert found.mark == mark(StepId.MONITORING)
    assert found.when_word == ""


def test_half_an_agreement_says_what_is_missing() -> None:
    found = next_step(published(rondes=[{**_round(), "volgende_stap": {"stap": "interviews"}}]))
    assert (found.what, found.when_word, found.who) == ("Interviews", "Nog geen datum", "Nog niet afgesproken")
    assert found.agreed


def test_an_agreement_counts_until_the_next_round_has_begun() -> None:
    earlier = {**_round(1, repetition="afgerond"), "volgende_stap": {"stap": "herhaling", "wat": "Nog één gesprek"}}
    assert next_step(published(rondes=[earlier, _round(2)])).what == "Nog één gesprek"
    assert next_step(published(rondes=[earlier, _round(2, engagement="bezig")])).what == "Interviews"


def test_teams_are_listed_at_the_step_they_are_at_and_made_up_ones_say_so() -> None:
    edition = make_edition(
        make_team("west", rondes=[_round(interviews="bezig")]),
        make_team("oost", rondes=[_round(engagement="bezig")]),
        make_team("noord"),
        make_team("voorbeeld", herkomst="voorbeeld", rondes=[_round(interviews="afgerond")]),
    )
    found = {step: [(link.text, link.made_up) for link in teams_at(step, edition.teams)] for step in StepId}
    assert found[StepId.INTERVIEWS] == [("West", False), ("Voorbeeld", True)]
    assert found[StepId.ENGAGEMENT] == [("Oost", False)]
    assert sum(map(len, found.values())) == 3
