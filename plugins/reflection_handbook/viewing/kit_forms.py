"""What of a kit somebody fills in, copies or hangs up: templates of letters, forms, and the poster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.documents import Document
from ..model.language import say
from ..model.published import Edition
from ..model.steps import StepId
from .kit_guide import letter_templates
from .kit_team import ScalePart
from .method import StepCardView, step_cards

_EVALUATION = ("was-het-leuk", "gaf-het-energie", "dacht-je-na", "zie-je-je-doelen")
_ENDORSEMENT = ("meer-opgeleverd-dan-gekost", "wil-je-doorgaan", "gun-je-dit-andere-teams")


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A template for a letter or a report, to copy or to fill in."""

    title: str
    text: str
    kind: str = "letter"


@dataclass(frozen=True, slots=True)
class FormPart:
    """A form of one page."""

    kind: str
    """``consent``, ``evaluation`` or ``endorsement``."""
    title: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PosterPart:
    """The seven steps on a wall."""

    title: str
    steps: tuple[StepCardView, ...]
    kind: str = "poster"


def letters(document: Document) -> Iterator[LetterPart]:
    """Yield the templates that a description holds."""
    return (LetterPart(title, text) for title, text in letter_templates(document))


def forms(step: StepId, edition: Edition) -> Iterator[FormPart | ScalePart]:
    """Yield the forms that a conversation of a step asks for."""
    texts = {question.id: question.question for question in edition.questions}

    def asked(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(texts[id] for id in ids if id in texts)

    if step in (StepId.INTERVIEWS, StepId.REPETITION):
        yield FormPart("consent", say("Toestemming, per doel"))
        if questions := asked(_EVALUATION):
            yield FormPart("evaluation", say("Hoe was dit gesprek?"), questions)
    if step in (StepId.FEEDBACK, StepId.REPETITION) and (questions := asked(_ENDORSEMENT)):
        yield FormPart("endorsement", say("De bekrachtiging: drie vragen"), questions)
    if step in (StepId.CHOICE, StepId.MONITORING, StepId.REPETITION):
        yield ScalePart(say("Schaalblad"))


def poster(edition: Edition) -> PosterPart | None:
    """Return the poster, once all seven steps are described."""
    steps = tuple(step_cards(edition))
    return PosterPart(say("De zeven stappen"), steps) if len(steps) == len(StepId) else None
