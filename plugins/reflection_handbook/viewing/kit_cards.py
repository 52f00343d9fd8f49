"""Question cards: eight a sheet, with backs that lie behind their fronts when it is turned over its long edge.

What fits on a card is a rule of lengths (``model/questions.py``), which a check holds; a test lays out the longest
card that the rule lets through.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model.questions import CARD_QUESTION, Question
from .addresses import question_url
from .question_words import level_word, technique_word
from .steps import StepMark, mark

COLUMNS, ROWS = 2, 4
_EACH = COLUMNS * ROWS
_FOLLOW_UPS = CARD_QUESTION
"""How many letters of follow-up questions a back has room for."""
_SIZES = ((40, 15, "huge"), (75, 20, "large"), (130, 26, "medium"))
"""Up to how many letters, and how many in one word, a question is set in which type; a longer one is ``small``."""
_FULL = 220
"""From how many letters the type of a back gets smaller."""


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """A question on paper."""

    id: str
    question: str
    size: str
    """``huge``, ``large``, ``medium`` or ``small``: how much room its letters need."""
    mark: StepMark
    technique: str
    level: str
    minutes: int | None
    purpose: str
    follow_up: tuple[str, ...]
    """As many as fit, the first ones, each whole."""
    full: bool
    """Whether the back holds so much that it needs smaller type."""
    address: str
    """Where it stands in the handbook, from the site's root: short enough to type."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The two sides of a sheet, row by row as they are read; nothing where a place stays empty."""

    fronts: tuple[QuestionCard | None, ...]
    backs: tuple[QuestionCard | None, ...]


def sheets(questions: Sequence[Question], known: Mapping[str, Question]) -> tuple[Sheet, ...]:
    """Return the sheets for questions, in their order.

    Turned over its long edge, what was at the left of a sheet lies at the right: so each row of backs is reversed.

    Args:
        questions: those that get a card.
        known: the bank, in which follow-up questions are found.
    """
    cards = [_card(question, known) for question in questions]
    found = []
    for start in range(0, len(cards), _EACH):
        fronts: list[QuestionCard | None] = [*cards[start : start + _EACH]]
        fronts += [None] * (_EACH - len(fronts))
        rows = [fronts[place : place + COLUMNS] for place in range(0, _EACH, COLUMNS)]
        backs = [card for row in rows for card in reversed(row)]
        while all(place is None for place in fronts[-COLUMNS:]):  # an empty row needs no lines to cut along
            del fronts[-COLUMNS:], backs[-COLUMNS:]
        found.append(Sheet(tuple(fronts), tuple(backs)))
    return tuple(found)


def _card(question: Question, known: Mapping[str, Question]) -> QuestionCard:
    after = _that_fit(tuple(known[id].question for id in question.follow_up if id in known))
    return QuestionCard(
        id=question.id,
        question=question.question,
        size=_size(question.question),
        mark=mark(question.step),
        technique=technique_word(question.technique),
        level=level_word(question.level),
        minutes=question.minutes,
        purpose=question.purpose,
        follow_up=after,
        full=len(question.purpose) + sum(map(len, after)) > _FULL,
        address=question_url(question.id),
    )


def _size(text: str) -> str:
    longest = max(map(len, text.split()), default=0)
    return next((size for most, word, size in _SIZES if len(text) <= most and longest <= word), "small")


def _that_fit(texts: Sequence[str]) -> tuple[str, ...]:
    found, room = [], _FOLLOW_UPS
    for text in texts:
        if len(text) > room:
            break
        found.append(text)
        room -= len(text)
    return tuple(found)
