"""``/methode/``, its seven steps and their parts, as far as data tells: facts, questions, teams, and the way on."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.documents import Document
from ..model.language import listing, say
from ..model.pages import DescriptionCard, PartCard, Span, StepCard
from ..model.published import Edition
from ..model.steps import StepId
from .addresses import Link, document_url, question_url
from .plans import plans_of_pages
from .questions import TechniqueGroup, of_step, questions_by_technique
from .steps import StepMark, mark, teams_at


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about a step, as a reader asks for it."""

    kind: str
    """What it is about, for its icon: time, preparation, people, needed, outcome, roles."""
    label: str
    values: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PartCardView:
    """A part of a step, where the step names its parts."""

    link: Link
    purpose: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A step: what stands above and below its description."""

    mark: StepMark
    purpose: str
    facts: tuple[Fact, ...]
    parts: tuple[PartCardView, ...]
    questions: tuple[Link, ...]
    all_questions: tuple[TechniqueGroup, ...]
    plans: tuple[Link, ...]
    """The ready-made plans for its talks."""
    teams: tuple[Link, ...]
    previous: StepMark | None
    following: StepMark

    @property
    def question_count(self) -> int:
        """How many questions the bank has for this step."""
        return sum(len(group.questions) for group in self.all_questions)


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a step: what stands above and below its description."""

    mark: StepMark
    number: int
    """Its place among the parts, from 1."""
    count: int
    """How many parts the step has."""
    purpose: str
    facts: tuple[Fact, ...]
    questions: tuple[Link, ...]
    plans: tuple[Link, ...]
    """The ready-made plans for the talk that it describes."""
    previous: Link | None
    following: Link | None


@dataclass(frozen=True, slots=True)
class StepCardView:
    """A step in the overview."""

    mark: StepMark
    purpose: str
    duration: str


def step_views(edition: Edition) -> dict[str, StepView]:
    """Return what goes with each description of a step, by the description's place in ``docs/``."""
    texts = {question.id: question.question for question in edition.questions}
    plans, bank = plans_of_pages(edition), questions_by_technique(edition)
    return {
        document.uri: _step(document.card, texts, plans.get(document.uri, ()), bank, edition)
        for document in edition.documents
        if isinstance(document.card, StepCard)
    }


def part_views(edition: Edition) -> dict[str, PartView]:
    """Return what goes with each description of a part of a step, by the description's place in ``docs/``."""
    texts = {question.id: question.question for question in edition.questions}
    plans = plans_of_pages(edition)
    found = {}
    for step in StepId:
        parts = parts_of(step, edition)
        links = [Link(document.title, document_url(document.uri)) for document, _ in parts]
        for i, (document, card) in enumerate(parts):
            found[document.uri] = PartView(
                mark=mark(step),
                number=i + 1,
                count=len(parts),
                purpose=card.purpose,
                facts=tuple(_facts(card)),
                questions=_asked(card, texts),
                plans=plans.get(document.uri, ()),
                previous=links[i - 1] if i else None,
                following=links[i + 1] if i + 1 < len(parts) else None,
            )
    return found


def parts_of(step: StepId, edition: Edition) -> list[tuple[Document, PartCard]]:
    """Return the parts of a step, in their order."""
    found = [(d, d.card) for d in edition.documents if isinstance(d.card, PartCard) and d.card.step is step]
    return sorted(found, key=lambda part: (part[1].order, part[0].uri))


def step_cards(edition: Edition) -> tuple[StepCardView, ...]:
    """Return the steps for the overview, in their order."""
    cards = sorted((card for card in map(_card, edition.documents) if card), key=lambda card: card.step.number)
    return tuple(StepCardView(mark(card.step), card.purpose, duration(card.duration_minutes)) for card in cards)


def duration(minutes: Span) -> str:
    """Return a length of time as people say it: ``1 tot 1½ uur``, ``30 tot 45 minuten``."""
    if minutes.minimum >= 60 and minutes.minimum % 30 == 0 and minutes.maximum % 30 == 0:
        low, high = _hours(minutes.minimum), _hours(minutes.maximum)
        return say("{hours} uur", hours=low) if low == high else say("{low} tot {high} uur", low=low, high=high)
    if minutes.minimum == minutes.maximum:
        return say("{minutes} minuten", minutes=minutes.minimum)
    return say("{low} tot {high} minuten", low=minutes.minimum, high=minutes.maximum)


def _card(document: Document) -> StepCard | None:
    return document.card if isinstance(document.card, StepCard) else None


def _hours(minutes: int) -> str:
    whole, half = divmod(minutes, 60)
    return f"{whole or ''}½" if half else str(whole)


def _asked(card: DescriptionCard, texts: dict[str, str]) -> tuple[Link, ...]:
    return tuple(Link(texts[id], question_url(id)) for id in card.questions)


def _step(
    card: StepCard,
    texts: dict[str, str],
    plans: tuple[Link, ...],
    bank: tuple[TechniqueGroup, ...],
    edition: Edition,
) -> StepView:
    steps = list(StepId)
    previous = steps[card.step.number - 2] if card.step.number > 1 else None
    return StepView(
        mark=mark(card.step),
        purpose=card.purpose,
        facts=tuple(_facts(card)),
        parts=tuple(
            PartCardView(Link(document.title, document_url(document.uri)), part.purpose)
            for document, part in parts_of(card.step, edition)
        ),
        questions=_asked(card, texts),
        all_questions=of_step(bank, card.step),
        plans=plans,
        teams=teams_at(card.step, edition.teams),
        previous=mark(previous) if previous else None,
        following=mark(card.step.following),
    )


def _facts(card: DescriptionCard) -> list[Fact]:
    facts = []
    if card.duration_minutes:
        source = say("Volgens het rapport.") if card.duration_source == "rapport" else say("Ons advies.")
        facts.append(Fact("time", say("Hoe lang"), (duration(card.duration_minutes),), source))
    if card.participants:
        low, high = card.participants.minimum, card.participants.maximum
        if high == 1:
            people = say("1 persoon per gesprek")
        elif low == high:
            people = say("{count} mensen", count=low)
        else:
            people = say("{low} tot {high} mensen", low=low, high=high)
        facts.append(Fact("people", say("Met hoeveel"), (people,), say("Ons advies.")))
    if card.for_whom:
        facts.append(Fact("roles", say("Voor wie"), (listing(card.for_whom, "en"),)))
    if card.preparation_minutes:
        minutes = say("{minutes} minuten", minutes=card.preparation_minutes)
        facts.append(Fact("preparation", say("Voorbereiding"), (minutes,), say("Ons advies.")))
    if card.needed:
        facts.append(Fact("needed", say("Wat je nodig hebt"), card.needed))
    if card.outcome:
        facts.append(Fact("outcome", say("Wat het oplevert"), card.outcome))
    return facts
