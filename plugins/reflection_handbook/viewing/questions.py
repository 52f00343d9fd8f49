"""``/vragenbank/`` and the questions of a step: the question bank by technique."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.language import say
from ..model.published import Edition
from ..model.questions import Question, Technique
from ..model.steps import StepId
from .addresses import Link, question_url
from .steps import StepMark, mark

_LEVELS = {
    "individueel": "met één persoon",
    "client-werker": "tussen cliënt en professional",
    "team": "met het team",
    "leiding": "met de teamleider",
}
_TECHNIQUES = {
    Technique.APPRECIATIVE: ("Waarderend", "Vraag naar wat goed gaat, en waar iemand trots op is."),
    Technique.SOLUTION_FOCUSED: ("Oplossingsgericht", "Vraag naar wat werkt, en naar de volgende kleine stap."),
    Technique.EXCEPTION: ("Uitzondering", "Zoek het moment waarop het wél lukte."),
    Technique.COMPLIMENT: ("Compliment", "Zeg wat je goed vindt, of laat een ander dat zeggen."),
    Technique.MOTIVATIONAL: ("Motiverend", "Vraag waarom iemand iets wil, en luister zonder te duwen."),
    Technique.MIRACLE: ("Wondervraag", "Stel je voor dat het gelukt is. Waaraan merk je dat?"),
    Technique.ENDORSEMENT: ("Bekrachtiging", "Vraag of het team verder wil, vóór je verdergaat."),
    Technique.ELABORATION: ("Elaboratie", "Verken samen wat een doel betekent."),
    Technique.SCALING: ("Schaalvraag", "Geef een cijfer van 1 tot 10, om erover te praten."),
    Technique.MONITORING: ("Monitoring", "Praat over wat er sinds de vorige keer veranderde."),
    Technique.CLOSING: ("Afsluiting", "Rond het gesprek rustig af, en spreek af wat er komt."),
}


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
    follow_up: tuple[Link, ...]
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


def questions_by_technique(edition: Edition, step: StepId | None = None) -> tuple[TechniqueGroup, ...]:
    """Return the question bank by technique, each in the order of the steps, leaving out what is empty.

    Args:
        edition: what may be shown.
        step: only the questions of this step.
    """
    texts = {question.id: question.question for question in edition.questions}
    bank = sorted(edition.questions, key=lambda question: question.step.number)
    groups = []
    for technique, (title, about) in _TECHNIQUES.items():
        found = tuple(_view(q, texts) for q in bank if q.technique is technique and step in (None, q.step))
        if found:
            groups.append(TechniqueGroup(technique.value, say(title), say(about), found))
    return tuple(groups)


def technique_title(technique: Technique) -> str:
    """Return a technique's name, for people."""
    return say(_TECHNIQUES[technique][0])


def level_word(question: Question) -> str:
    """Return with whom one talks, for people."""
    return say(_LEVELS[question.level])


def _view(question: Question, texts: dict[str, str]) -> QuestionView:
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
        level=say(_LEVELS[question.level]),
        minutes=question.minutes,
        follow_up=tuple(Link(texts[id], question_url(id)) for id in question.follow_up),
        source=source,
    )
