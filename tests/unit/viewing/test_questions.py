from __future__ import annotations

from typing import Any

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.published import Edition
from reflection_handbook.model.questions import Technique
from reflection_handbook.model.steps import StepId
from reflection_handbook.publishing import publish
from reflection_handbook.viewing.questions import facet_views, of_step, questions_by_technique
from support import make_bank, make_handbook


def _edition(*questions: dict[str, Any]) -> Edition:
    return publish(make_handbook().model_copy(update={"questions": make_bank(*questions)}), Audience.PUBLIC)


def test_questions_stand_by_technique_in_the_order_of_the_steps_without_empty_groups() -> None:
    edition = _edition(
        {"id": "c", "stap": "herhaling"},
        {"id": "a"},
        {"id": "b", "stap": "engagement", "techniek": "afsluiting"},
        {"id": "d", "stap": "engagement"},
    )
    found = [(group.id, [(q.id, q.mark.number) for q in group.questions]) for group in questions_by_technique(edition)]
    assert found == [("waarderend", [("d", 1), ("a", 2), ("c", 7)]), ("afsluiting", [("b", 1)])]


def test_the_questions_of_one_step_are_those_only() -> None:
    edition = _edition({"id": "a"}, {"id": "b", "stap": "engagement"})
    bank = questions_by_technique(edition)
    (group,) = of_step(bank, StepId.ENGAGEMENT)
    assert [question.id for question in group.questions] == ["b"]
    assert of_step(bank, StepId.MONITORING) == ()


def test_every_technique_has_a_group_with_a_sentence_about_it() -> None:
    edition = _edition(*({"id": f"v{i}", "techniek": technique} for i, technique in enumerate(Technique)))
    groups = questions_by_technique(edition)
    assert {group.id for group in groups} == set(Technique)
    assert all(group.title and group.about for group in groups)


def test_a_question_says_where_it_comes_from_and_what_may_follow() -> None:
    edition = _edition({"id": "a", "herkomst": "rapport", "paragraaf": "2.3", "vervolg": ["b"]}, {"id": "b"})
    first, second = questions_by_technique(edition)[0].questions
    assert first.source == "Uit het evaluatierapport, paragraaf 2.3"
    assert second.source == "Van dit handboek"
    assert [(step.link.text, step.link.url) for step in first.follow_up] == [("Wat is b?", "vragenbank/#b")]
    assert second.url == "vragenbank/#b"


def test_the_chain_is_whole_and_ends_where_it_would_turn_back() -> None:
    edition = _edition(
        {"id": "a", "vervolg": ["b", "c"]},
        {"id": "b", "vervolg": ["c", "d"]},
        {"id": "c"},
        {"id": "d", "vervolg": ["a"]},
    )
    (group,) = questions_by_technique(edition)
    first = group.questions[0].follow_up
    assert [step.link.text for step in first] == ["Wat is b?", "Wat is c?"]
    assert [step.link.text for step in first[0].then] == ["Wat is d?"]
    assert first[0].then[0].then == ()


def test_there_is_a_facet_only_for_what_questions_say() -> None:
    edition = _edition({"id": "a", "bedoeling": "openen"}, {"id": "b", "stap": "engagement"})
    found = {facet.name: {option.value: option.count for option in facet.options} for facet in facet_views(edition)}
    assert found == {
        "stap": {"engagement": 1, "interviews": 1},
        "bedoeling": {"openen": 1},
        "niveau": {"team": 2},
        "techniek": {"waarderend": 2},
    }
