"""The nine plans, the aims, and which questions can stand in for each other."""

from __future__ import annotations

import pytest

from reflection_handbook.loading import load
from reflection_handbook.model.consent import Audience
from reflection_handbook.model.plan_address import open_plan
from reflection_handbook.model.published import Edition
from reflection_handbook.model.questions import Question
from reflection_handbook.publishing.gate import publish
from reflection_handbook.viewing.method import part_views, step_views
from reflection_handbook.viewing.plan_weight import Weighed, remarks
from reflection_handbook.viewing.plans import aim_groups, plan_builder, plan_views, plans_of_pages, similar, standing
from support import ROOT


@pytest.fixture(scope="module")
def edition() -> Edition:
    return publish(load(ROOT).handbook, Audience.PUBLIC)


def question(id: str, **other: object) -> Question:
    values = {"technique": "waarderend", "level": "team", "step": "interviews", "minutes": 10} | other
    return Question.model_validate({"id": id, "question": f"{id}?", "purpose": "Doel.", "origin": "eigen"} | values)


def ids(found: tuple[Question, ...]) -> list[str]:
    return [one.id for one in found]


def test_each_conversation_of_the_method_has_a_plan_that_holds_what_works(edition: Edition) -> None:
    plans = plan_views(edition)
    assert len(plans) == 9
    builder = plan_builder(edition)
    bank = {entry["code"]: str(entry["technique"]) for entry in builder.bank}
    kinds = {sign: kind for sign, kind, _ in builder.kinds}
    for plan in plans:
        parts = tuple(Weighed(bank.get(p.code, ""), kinds.get(p.code, ""), p.minutes) for p in plan.parts)
        assert remarks(parts, plan.minutes, "x", unchanged=False) == (), plan.id


def test_the_address_of_a_ready_made_plan_opens_it(edition: Edition) -> None:
    known = {str(entry["code"]): str(entry["now"]) for entry in plan_builder(edition).bank}
    for plan in plan_views(edition):
        found = open_plan(plan.address.removeprefix("plan="), known)
        assert found.told == ()
        assert list(found.parts) == [(part.code, part.minutes) for part in plan.parts]
        assert len(plan.address) < 160


def test_each_aim_leads_to_a_plan_a_page_and_a_way_of_asking(edition: Edition) -> None:
    aims = [aim for group in aim_groups(edition) for aim in group.aims]
    assert {aim.plan.text for aim in aims} == {plan.title for plan in plan_views(edition)}
    assert all(aim.reason and aim.techniques and aim.page.url for aim in aims)


def test_a_description_leads_to_the_plans_for_its_talk(edition: Edition) -> None:
    plans = plans_of_pages(edition)
    (plan,) = plans["methode/2-interviews/interview.md"]
    assert (plan.text, plan.url) == ("Interview met één professional", "voorbereiden/plan/#plan-interview")
    assert part_views(edition)["methode/2-interviews/interview.md"].plans == (plan,)
    assert part_views(edition)["methode/2-interviews/brief.md"].plans == ()
    steps = [view.plans for view in step_views(edition).values()]
    assert sum(map(len, steps)) == 9 and all(steps)


def test_a_similar_question_is_of_the_same_kind_for_the_same_people_and_from_a_near_step() -> None:
    one = question("een")
    bank = (
        one,
        question("ver", step="herhaling"),
        question("dichtbij", step="teruglegging"),
        question("lang", minutes=30),
        question("kort", minutes=12),
        question("anders", technique="motiverend"),
        question("alleen", level="individueel"),
        question("oud", replaced_by="een"),
    )
    assert ids(similar(one, bank)) == ["kort", "lang", "dichtbij", "ver"]


def test_where_few_are_alike_those_for_other_people_follow() -> None:
    one = question("een")
    bank = (one, question("alleen", level="individueel"), question("samen"))
    assert ids(similar(one, bank)) == ["samen", "alleen"]


def test_a_replaced_question_leads_to_the_last_in_the_row_and_a_circle_ends() -> None:
    bank = (question("een", replaced_by="twee"), question("twee", replaced_by="drie"), question("drie"))
    assert standing(bank)["een"] == "drie"
    circle = (question("een", replaced_by="twee"), question("twee", replaced_by="een"))
    assert standing(circle)["een"] in {"een", "twee"}
