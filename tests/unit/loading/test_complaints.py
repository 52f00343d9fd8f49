from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from reflection_handbook.loading.complaints import slug
from reflection_handbook.loading.nodes import Mapping, Node, Scalar, Sequence
from reflection_handbook.loading.reading import read_model
from reflection_handbook.model.base import is_id
from reflection_handbook.model.organisation import Organisation
from reflection_handbook.model.pages import PageCard, StepCard
from reflection_handbook.model.portfolio import Portfolio
from reflection_handbook.model.practices import PracticeCard
from reflection_handbook.model.questions import QuestionFile


@pytest.mark.parametrize(("text", "id"), [
    ("Wijkteam West", "wijkteam-west"), ("Élan & Coëvorden", "elan-coevorden"), ("--a__b--", "a-b"), ("???", ""),
    ("x" * 70, "x" * 60), ("漢字", ""), ("ﬁets", "fiets"),
])  # fmt: skip
def test_a_text_becomes_an_id(text: str, id: str) -> None:
    assert slug(text) == id


@given(st.text())
def test_what_is_proposed_as_an_id_is_one(text: str) -> None:
    assert slug(text) == "" or (is_id(slug(text)) and len(slug(text)) <= 60)


def wrong_values() -> list[Node]:
    text = Scalar("iets\nanders", 1)
    group = Mapping({"wat": (1, text)}, 1)
    return [text, Scalar("", 1), Scalar("x" * 5000, 1), Sequence([text], 1), Sequence([group], 1), group]


@pytest.mark.parametrize("model", [Portfolio, PracticeCard, Organisation, QuestionFile, PageCard, StepCard])
def test_whatever_stands_under_a_key_the_answer_is_one_dutch_sentence(model: type[BaseModel]) -> None:
    for field in model.model_fields.values():
        for value in wrong_values():
            assert field.alias
            for problem in read_model(model, Mapping({field.alias: (1, value)}, 1), "f.yml").problems:
                assert "deze waarde past hier niet" not in problem.message, (field.alias, value)
                assert "\n" not in problem.message + problem.hint
                assert len(problem.message) < 200
