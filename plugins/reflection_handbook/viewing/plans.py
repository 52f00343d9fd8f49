"""``/voorbereiden/`` and ``/voorbereiden/plan/``: aims with what fits them, and plans for conversations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from ..model.language import say
from ..model.pages import StepCard
from ..model.plan_address import KIND_CODES, code, plan_text
from ..model.plans import PLAN_PAGE, Part, PartKind, Plan
from ..model.published import Edition
from ..model.questions import Question
from .addresses import QUESTIONS, Link, document_url, plan_kit_url, plan_url, question_url
from .plan_told import sentences_to_fill
from .question_words import level_word, technique_word
from .steps import StepMark, mark

MOST_SIMILAR = 6

_KINDS = {
    PartKind.WELCOME: "Welkom",
    PartKind.EXPLANATION: "Uitleg",
    PartKind.WORK: "Werkvorm",
    PartKind.BREAK: "Pauze",
    PartKind.REFLECTION: "Terugkijken",
    PartKind.AGREEMENTS: "Afspraken",
}
_SIGNS = {kind: sign for sign, kind in KIND_CODES.items()}


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a plan."""

    code: str
    question: str
    """The id of a question; nothing for another part."""
    text: str
    url: str
    """Of a question; nothing for another part."""
    minutes: int
    remark: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """A ready-made plan."""

    id: str
    code: str
    title: str
    mark: StepMark
    purpose: str
    minutes: int
    total: int
    for_whom: str
    url: str
    """The plan builder, which opens it; without JavaScript it is there to read."""
    address: str
    """What stands behind the ``#``."""
    page: Link
    kit: str
    """The print page of its kit."""
    parts: tuple[PartView, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of its questions, each once, in order."""
        return tuple(dict.fromkeys(part.question for part in self.parts if part.question))


@dataclass(frozen=True, slots=True)
class AimView:
    """Something to achieve, with what fits it."""

    id: str
    title: str
    techniques: tuple[Link, ...]
    page: Link
    plan: Link
    minutes: int
    reason: str
    mark: StepMark


@dataclass(frozen=True, slots=True)
class AimGroup:
    """Aims of one kind."""

    title: str
    aims: tuple[AimView, ...]


@dataclass(frozen=True, slots=True)
class PlanBuilder:
    """What the plan builder knows."""

    plans: tuple[PlanView, ...]
    kinds: tuple[tuple[str, str, str], ...]
    """Parts that are no question: sign, id, word."""
    bank: tuple[dict[str, object], ...]
    """The questions, for the browser."""
    told: dict[str, str]
    """What it says of an address that cannot be read whole."""


def plans_are_shown(edition: Edition) -> bool:
    """Return whether there is a page that shows plans."""
    return any(document.uri == PLAN_PAGE for document in edition.documents)


def plan_views(edition: Edition) -> tuple[PlanView, ...]:
    """Return the ready-made plans that can be shown whole, in their own order; none where no page shows them."""
    plans = edition.plans.plans if edition.plans and plans_are_shown(edition) else ()
    return tuple(view for plan in plans if (view := _plan(plan, edition)))


def plans_of_pages(edition: Edition) -> dict[str, tuple[Link, ...]]:
    """Return links to the ready-made plans for the talk of each description, by its place in ``docs/``.

    A step has those of all its talks.
    """
    steps = {document.card.step: document.uri for document in edition.documents if isinstance(document.card, StepCard)}
    pages = {plan.id: {plan.page, steps.get(plan.step, "")} for plan in (edition.plans.plans if edition.plans else ())}
    found: dict[str, tuple[Link, ...]] = {}
    for view in plan_views(edition):
        for page in pages[view.id]:
            found[page] = (*found.get(page, ()), Link(view.title, view.url))
    return found


def aim_groups(edition: Edition) -> tuple[AimGroup, ...]:
    """Return what somebody may want to achieve, under the headings of the file."""
    plans = {view.id: view for view in plan_views(edition)}
    titles = _titles(edition)
    aims = [aim for aim in (edition.plans.aims if edition.plans else ()) if aim.plan in plans]
    return tuple(
        AimGroup(
            group,
            tuple(
                AimView(
                    id=aim.id,
                    title=aim.title,
                    techniques=tuple(
                        Link(technique_word(t), f"{QUESTIONS}#techniek-{t.value}") for t in aim.techniques
                    ),
                    page=Link(titles.get(aim.page, aim.title), document_url(aim.page)),
                    plan=Link(plans[aim.plan].title, plans[aim.plan].url),
                    minutes=plans[aim.plan].minutes,
                    reason=aim.reason,
                    mark=plans[aim.plan].mark,
                )
                for aim in found
            ),
        )
        for group, found in groupby(aims, key=lambda aim: aim.group)
    )


def plan_builder(edition: Edition) -> PlanBuilder:
    """Return the ready-made plans and the questions, with those that can stand in for each."""
    now = standing(edition.questions)
    return PlanBuilder(
        plans=plan_views(edition),
        told=sentences_to_fill(),
        kinds=tuple((_SIGNS[kind], kind.value, say(word)) for kind, word in _KINDS.items()),
        bank=tuple(
            {
                "code": code(question.id),
                "now": code(now[question.id]),
                "id": question.id,
                "text": question.question,
                "minutes": question.minutes or 10,
                "technique": question.technique.value,
                "word": technique_word(question.technique),
                "level": level_word(question.level),
                "step": question.step.number,
                "similar": [code(other.id) for other in similar(question, edition.questions)],
            }
            for question in sorted(edition.questions, key=lambda q: q.step.number)
        ),
    )


def kind_word(sign: str) -> str:
    """Return what a part that is no question is called, by its sign in the address of a plan."""
    return say(_KINDS[KIND_CODES[sign]])


def similar(question: Question, bank: tuple[Question, ...]) -> tuple[Question, ...]:
    """Return questions that can stand in for one: of the same technique and asked of the same people.

    Those of the nearest steps come first, and of one step those that take about as long. Where fewer than three are
    left, questions of the same technique for other people follow.

    Args:
        question: the one to replace.
        bank: all questions.
    """

    def nearness(other: Question) -> tuple[bool, int, int]:
        apart = abs((other.minutes or 10) - (question.minutes or 10))
        return (other.level != question.level, abs(other.step.number - question.step.number), apart)

    found = sorted(
        (
            other
            for other in bank
            if other.technique is question.technique and other.id != question.id and not other.replaced_by
        ),
        key=nearness,
    )
    same = sum(other.level == question.level for other in found)
    return tuple(found[: min(max(same, 3), MOST_SIMILAR)])


def standing(bank: Iterable[Question]) -> dict[str, str]:
    """Return for the id of each question that of the one that stands in its place, or its own."""
    to = {question.id: question.replaced_by for question in bank}
    return {id: _last(id, to) for id in to}


def _last(id: str, to: Mapping[str, str | None]) -> str:
    passed: set[str] = set()
    while (following := to.get(id)) in to and following and id not in passed:
        passed.add(id)
        id = following
    return id


def _plan(plan: Plan, edition: Edition) -> PlanView | None:
    bank = {question.id: question for question in edition.questions}
    if any(part.question and part.question not in bank for part in plan.parts):
        return None
    now = standing(edition.questions)
    parts = tuple(_part(part, bank, now) for part in plan.parts)
    address = plan_text(plan.minutes, "n", code(plan.id), tuple((part.code, part.minutes) for part in parts))
    return PlanView(
        id=plan.id,
        code=code(plan.id),
        title=plan.title,
        mark=mark(plan.step),
        purpose=plan.purpose,
        minutes=plan.minutes,
        total=sum(part.minutes for part in parts),
        for_whom=", ".join(plan.for_whom),
        url=plan_url(plan.id),
        address=f"plan={address}",
        page=Link(_titles(edition).get(plan.page, plan.title), document_url(plan.page)),
        kit=plan_kit_url(plan.id),
        parts=parts,
    )


def _part(part: Part, bank: dict[str, Question], now: dict[str, str]) -> PartView:
    remark = part.remark or ""
    if part.question:
        id = now[part.question]
        return PartView(code(id), id, bank[id].question, question_url(id), part.minutes, remark)
    kind = part.kind or PartKind.WORK
    return PartView(_SIGNS[kind], "", say(_KINDS[kind]), "", part.minutes, remark)


def _titles(edition: Edition) -> dict[str, str]:
    return {document.uri: document.title for document in edition.documents}
