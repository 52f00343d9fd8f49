"""``/vragenbank/`` and the questions of a step: the question bank by technique."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model.language import say
from ..model.plan_address import code
from ..model.published import Edition
from ..model.questions import Question
from ..model.steps import StepId
from .addresses import Link, into_plan_url, question_url
from .facets import FacetView, Option, narrow
from .plans import plans_are_shown
from .question_uses import QuestionUses, moment, question_uses
from .question_words import AIMS, LEVELS, TECHNIQUES
from .steps import StepMark, mark


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A question that can be asked after another, with what can follow it."""

    link: Link
    then: tuple[ChainLink, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with what a facilitator wants to know of it."""

    id: str
    text: str
    url: str
    purpose: str
    mark: StepMark
    level: str
    minutes: int | None
    facets: dict[str, str]
    """What it can be chosen by: facet to value. A question that does not say is left out of that facet."""
    follow_up: tuple[ChainLink, ...]
    """The whole chain. Each question once, so that a circle of questions ends."""
    moment: str
    """When to ask it, in a sentence."""
    uses: QuestionUses
    into_plan: str
    """The address that puts it into the reader's own plan, where there is a page for plans."""
    source: str
    """Where it comes from, in words."""


@dataclass(frozen=True, slots=True)
class TechniqueGroup:
    """The questions of one technique."""

    id: str
    title: str
    about: str
    """What one does with such a question."""
    questions: tuple[QuestionView, ...]


def questions_by_technique(edition: Edition) -> tuple[TechniqueGroup, ...]:
    """Return the question bank by technique, each in the order of the steps, leaving out what is empty."""
    known = {question.id: question for question in edition.questions}
    uses = question_uses(edition)
    plans = plans_are_shown(edition)
    bank = sorted(edition.questions, key=lambda question: question.step.number)
    groups = []
    for technique, (title, about) in TECHNIQUES.items():
        found = tuple(_view(q, known, uses, plans) for q in bank if q.technique is technique)
        if found:
            groups.append(TechniqueGroup(technique.value, say(title), say(about), found))
    return tuple(groups)


def of_step(bank: Sequence[TechniqueGroup], step: StepId) -> tuple[TechniqueGroup, ...]:
    """Return the questions of one step, leaving out what is empty.

    Args:
        bank: all questions, by technique.
        step: which step.
    """
    found = (replace(group, questions=tuple(q for q in group.questions if q.mark.id == step)) for group in bank)
    return tuple(group for group in found if group.questions)


def facets_of(question: Question) -> dict[str, str]:
    """Return what a question can be chosen by."""
    found = {"stap": question.step.value, "techniek": question.technique.value, "niveau": question.level}
    if question.aim:
        found["bedoeling"] = question.aim.value
    if question.minutes is not None:
        found["minuten"] = "5" if question.minutes <= 5 else "10" if question.minutes <= 10 else "meer"
    return found


def facet_views(edition: Edition) -> tuple[FacetView, ...]:
    """Return what the whole bank can be narrowed by, with how many questions each option has."""
    counts = narrow([facets_of(question) for question in edition.questions], {}).counts
    labels: dict[str, tuple[str, dict[str, str]]] = {
        "stap": (say("Stap"), {step.value: f"{step.number}. {mark(step).title}" for step in StepId}),
        "bedoeling": (say("Waarvoor"), {aim.value: say(name) for aim, name in AIMS.items()}),
        "niveau": (say("Met wie"), {level: say(name).capitalize() for level, name in LEVELS.items()}),
        "minuten": (say("Tijd"), {"5": say("Tot 5 minuten"), "10": say("6 tot 10 minuten"), "meer": say("Langer")}),
        "techniek": (say("Manier van vragen"), {t.value: say(title) for t, (title, _) in TECHNIQUES.items()}),
    }
    return tuple(
        FacetView(
            name,
            title,
            tuple(
                Option(value, label, counts[name][value])
                for value, label in options.items()
                if value in counts.get(name, {})
            ),
        )
        for name, (title, options) in labels.items()
        if name in counts
    )


def _view(question: Question, known: dict[str, Question], uses: dict[str, QuestionUses], plans: bool) -> QuestionView:
    if question.origin == "rapport":
        source = say("Uit het evaluatierapport, paragraaf {section}", section=question.section or "?")
    else:
        source = say("Van dit handboek")
    return QuestionView(
        id=question.id,
        text=question.question,
        url=question_url(question.id),
        purpose=question.purpose,
        mark=mark(question.step),
        level=say(LEVELS[question.level]),
        minutes=question.minutes,
        facets=facets_of(question),
        follow_up=_chain(question, known),
        moment=moment(question),
        uses=uses.get(question.id, QuestionUses()),
        into_plan=into_plan_url(code(question.id)) if plans else "",
        source=source,
    )


def _chain(question: Question, known: dict[str, Question]) -> tuple[ChainLink, ...]:
    """Return what can follow a question, several deep: breadth first, so that each stands as near as it can."""
    seen = {question.id}
    children: dict[str, list[str]] = {}
    waiting = [question.id]
    for id in waiting:
        children[id] = [next_id for next_id in dict.fromkeys(known[id].follow_up) if next_id in known.keys() - seen]
        seen.update(children[id])
        waiting.extend(children[id])

    # Deepest first, without recursion: a chain may be as long as the bank.
    made: dict[str, ChainLink] = {}
    for id in reversed(waiting):
        link = Link(known[id].question, question_url(id))
        made[id] = ChainLink(link, tuple(made[next_id] for next_id in children[id]))
    return made[question.id].then
