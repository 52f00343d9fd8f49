from __future__ import annotations

import json
import re
from typing import Any

import pytest

from reflection_handbook.model.startcheck import QUESTIONS, advise
from support import ROOT

SHARED = json.loads((ROOT / "tests" / "shared" / "startcheck.json").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "invoeren" / "is-dit-team-klaar.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", SHARED, ids=[case["shows"] for case in SHARED])
def test_advice_follows_the_rule_that_the_browser_follows_too(case: dict[str, Any]) -> None:
    answers = {question.id: "ja" for question in QUESTIONS} | case["answers"]
    given = {id: answer for id, answer in answers.items() if answer}
    assert advise(given, case.get("members"), case.get("changed"), case.get("share", 0.33)) == case["advice"]


def test_the_page_asks_the_same_questions_in_the_same_order_and_explains_each() -> None:
    asked = re.findall(r"^\| \d+\. (.+?) \|", PAGE, re.MULTILINE)
    assert asked[:-1] == [question.text for question in QUESTIONS]
    explained = re.findall(r"^### \d+\. .*\{ #([a-z-]+) \}", PAGE, re.MULTILINE)
    assert explained[:-1] == [question.id for question in QUESTIONS]


def test_the_page_says_what_a_no_means_as_we_do() -> None:
    words = {"wachten": "liever wachten", "regelen": "eerst regelen", "gesprek": "eerst een gesprek"}
    for numbers, said in re.findall(r"^\| Nee bij vraag ([\d, of]+) \| ([^|,]+)", PAGE, re.MULTILINE):
        for number in re.findall(r"\d+", numbers):
            assert said.strip() == words[QUESTIONS[int(number) - 1].no]
