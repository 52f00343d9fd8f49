"""When a question is asked, and what there is around it: what comes before, who uses it, which story goes with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ..model.language import say
from ..model.pages import DescriptionCard
from ..model.published import Edition
from ..model.questions import Aim, Question
from .addresses import Link, document_url, practice_url, question_url
from .plans import plan_views

_WHEN = {
    Aim.OPEN: "Aan het begin van een gesprek.",
    Aim.QUALITY: "Als je zoekt naar wat iemand of een team goed kan.",
    Aim.DEEPEN: "Als je meer wilt horen over een antwoord.",
    Aim.GOAL: "Als jullie zoeken naar een doel.",
    Aim.AHEAD: "Als jullie vooruitkijken.",
    Aim.MEASURE: "Als jullie bekijken hoe het nu staat.",
    Aim.AGREE: "Als jullie iets willen afspreken.",
    Aim.CLOSE: "Aan het eind van een gesprek.",
}


@dataclass(frozen=True, slots=True)
class QuestionUses:
    """Where a question has its place."""

    after: list[Link] = field(default_factory=list)
    """The questions that it can follow."""
    descriptions: list[Link] = field(default_factory=list)
    """The steps and parts of the method that ask it."""
    plans: list[Link] = field(default_factory=list)
    """The ready-made plans that it stands in."""
    practices: list[Link] = field(default_factory=list)
    """The best practices that it helps to talk about; each says itself where it comes from."""


def moment(question: Question) -> str:
    """Return in a sentence when to ask a question, or nothing where the bank does not say."""
    return say(_WHEN[question.aim]) if question.aim else ""


def question_uses(edition: Edition) -> dict[str, QuestionUses]:
    """Return of each question that is used somewhere what this edition shows of it."""
    found: defaultdict[str, QuestionUses] = defaultdict(QuestionUses)
    for question in edition.questions:
        for id in dict.fromkeys(question.follow_up):
            found[id].after.append(Link(question.question, question_url(question.id)))
    for document in edition.documents:
        if isinstance(document.card, DescriptionCard):
            for id in dict.fromkeys(document.card.questions):
                found[id].descriptions.append(Link(document.title, document_url(document.uri)))
    for plan in plan_views(edition):
        for id in plan.questions:
            found[id].plans.append(Link(plan.title, plan.url))
    for practice in edition.practices:
        for id in practice.questions:
            found[id].practices.append(Link(practice.title, practice_url(practice.id), practice.origin.value))
    return dict(found)
