from __future__ import annotations

import pytest

from reflection_handbook.model.portfolio import Round
from reflection_handbook.model.steps import StepId, Steps, StepStatus


def test_the_steps_have_the_names_of_their_stable_addresses() -> None:
    assert [step.slug for step in StepId] == [
        "1-engagement",
        "2-interviews",
        "3-teruglegging",
        "4-werkzame-factoren",
        "5-keuze-monitoring",
        "6-monitoren",
        "7-herhaling",
    ]


def test_after_the_seventh_step_come_new_interviews() -> None:
    assert StepId.ENGAGEMENT.following is StepId.INTERVIEWS
    assert StepId.MONITORING.following is StepId.REPETITION
    assert StepId.REPETITION.following is StepId.INTERVIEWS


def test_each_step_goes_with_its_own_record() -> None:
    written = {step.value: {"toelichting": step.value} for step in StepId}
    assert [(step, record.remark) for step, record in Steps.model_validate(written).items()] == [
        (step, step.value) for step in StepId
    ]


@pytest.mark.parametrize(("status", "begun"), [
    (StepStatus.NOT_STARTED, False), (StepStatus.PLANNED, False), (StepStatus.SKIPPED, False),
    (StepStatus.RUNNING, True), (StepStatus.DONE, True),
])  # fmt: skip
def test_a_step_has_begun_when_there_was_anything_of_it(status: StepStatus, begun: bool) -> None:
    assert status.begun is begun


def make_round(*states: str) -> Round:
    return Round.model_validate(
        {"ronde": 1, "stappen": {step.value: {"status": state} for step, state in zip(StepId, states, strict=False)}}
    )


def test_a_round_runs_from_its_first_step_until_all_are_done_or_skipped() -> None:
    assert not make_round().running
    assert not make_round("gepland").running
    assert make_round("bezig").running
    assert make_round("afgerond").running
    assert make_round(*["afgerond"] * 6).running
    assert not make_round(*["afgerond"] * 7).running
    assert not make_round(*["afgerond"] * 4, *["overgeslagen"] * 3).running
    assert not make_round(*["overgeslagen"] * 7).running
