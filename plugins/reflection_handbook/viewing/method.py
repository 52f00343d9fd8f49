"""``/methode/`` and its seven steps, as far as data tells: facts, questions, who is there now, and the way on."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.documents import Document
from ..model.language import listing, say
from ..model.pages import Span, StepCard
from ..model.published import Edition
from ..model.questions import Question
from ..model.steps import StepId
from .addresses import Link, question_url
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
class StepView:
    """A step: what stands above and below its description."""

    mark: StepMark
    purpose: str
    facts: tuple[Fact, ...]
    questions: tuple[Link, ...]
    teams: tuple[Link, ...]
    previous: StepMark | None
    following: StepMark


@dataclass(frozen=True, slots=True)
class StepCardView:
    """A step in the overview."""

    mark: StepMark
    purpose: str
    duration: str


def step_views(edition: Edition) -> dict[str, StepView]:
    """Return what goes with each description of a step, by the description's place in ``docs/``."""
    questions = {question.id: question for question in edition.questions}
    return {
        document.uri: _view(document.card, questions, edition)
        for document in edition.documents
        if isinstance(document.card, StepCard)
    }


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


def _view(card: StepCard, questions: dict[str, Question], edition: Edition) -> StepView:
    steps = list(StepId)
    previous = steps[card.step.number - 2] if card.step.number > 1 else None
    return StepView(
        mark=mark(card.step),
        purpose=card.purpose,
        facts=tuple(_facts(card)),
        questions=tuple(Link(questions[id].question, question_url(id)) for id in card.questions),
        teams=teams_at(card.step, edition.teams),
        previous=mark(previous) if previous else None,
        following=mark(card.step.following),
    )


def _facts(card: StepCard) -> list[Fact]:
    advice = say("Ons advies.") if card.duration_source == "advies" else say("Volgens het rapport.")
    facts = [Fact("time", say("Hoe lang"), (duration(card.duration_minutes),), advice)]
    if card.participants:
        low, high = card.participants.minimum, card.participants.maximum
        people = say("1 persoon per gesprek") if high == 1 else say("{low} tot {high} mensen", low=low, high=high)
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
