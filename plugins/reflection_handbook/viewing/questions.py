"""``/vragenbank/``: all questions, by the step in which they are asked."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.language import say
from ..model.published import Edition
from ..model.questions import Question
from ..model.steps import StepId
from .addresses import Link, question_url
from .steps import StepMark, mark

_LEVELS = {
    "individueel": "met één persoon",
    "client-werker": "tussen cliënt en professional",
    "team": "met het team",
    "leiding": "met de teamleider",
}


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with what a facilitator wants to know of it."""

    id: str
    text: str
    purpose: str
    technique: str
    level: str
    minutes: int | None
    follow_up: tuple[Link, ...]
    source: str
    """Where it comes from, in words."""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """The questions of a step."""

    mark: StepMark
    questions: tuple[QuestionView, ...]


def question_groups(edition: Edition) -> tuple[QuestionGroup, ...]:
    """Return the question bank by step, leaving out steps without questions."""
    texts = {question.id: question.question for question in edition.questions}
    groups = []
    for step in StepId:
        found = tuple(_view(question, texts) for question in edition.questions if question.step is step)
        if found:
            groups.append(QuestionGroup(mark(step), found))
    return tuple(groups)


def _view(question: Question, texts: dict[str, str]) -> QuestionView:
    if question.origin == "rapport":
        source = say("Uit het evaluatierapport, paragraaf {section}", section=question.section or "?")
    else:
        source = say("Van dit handboek")
    return QuestionView(
        id=question.id,
        text=question.question,
        purpose=question.purpose,
        technique=question.technique.value,
        level=say(_LEVELS[question.level]),
        minutes=question.minutes,
        follow_up=tuple(Link(texts[id], question_url(id)) for id in question.follow_up),
        source=source,
    )
