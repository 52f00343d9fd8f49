"""The start check as a tool: its questions, what answers mean, and where the reasons stand."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.language import say
from ..model.published import Edition
from ..model.startcheck import MANY_DOUBTS, QUESTIONS, Advice

PAGE = "invoeren/is-dit-team-klaar/"

_SAID = {
    Advice.GO: ("Jullie kunnen beginnen", "Niets houdt het tegen. Zet de data van stap 1 tot en met 4 in de agenda."),
    Advice.TALK: ("Eerst een gesprek", "Bespreek wat hieronder staat. Meestal kun je daarna door."),
    Advice.ARRANGE: ("Eerst regelen", "Regel wat hieronder staat. Kijk daarna opnieuw."),
    Advice.WAIT: (
        "Liever wachten",
        "Wachten is ook een besluit, en geen oordeel over het team. Prik een dag.",
    ),
}


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question."""

    id: str
    number: int
    text: str
    no: str
    doubt: str
    if_no: str
    if_doubt: str
    url: str
    """Where the reasons stand."""


@dataclass(frozen=True, slots=True)
class StartCheckView:
    """The whole check."""

    questions: tuple[QuestionView, ...]
    advice: tuple[tuple[str, str, str], ...]
    """Key, title and sentence of each, the lightest first."""
    change_share: float
    many_doubts: int = MANY_DOUBTS
    page: str = PAGE


def start_check_view(edition: Edition) -> StartCheckView:
    """Return the check with the organisation's threshold."""
    return StartCheckView(
        questions=tuple(
            QuestionView(
                id=question.id,
                number=number,
                text=say(question.text),
                no=question.no.value,
                doubt=question.doubt.value,
                if_no=say(question.if_no),
                if_doubt=say(question.if_doubt),
                url=f"{PAGE}#{question.id}",
            )
            for number, question in enumerate(QUESTIONS, 1)
        ),
        advice=tuple((advice.value, say(title), say(sentence)) for advice, (title, sentence) in _SAID.items()),
        change_share=edition.organisation.thresholds.change_share,
    )
