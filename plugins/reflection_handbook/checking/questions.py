"""The question bank holds together, and the steps name questions that are in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.language import say
from ..model.pages import DescriptionCard
from ..model.places import Problem
from ..model.questions import CARD_PURPOSE, CARD_QUESTION, CARD_WORD
from .look import HandbookRule, Look, unknown


def question_ids_once(look: Look) -> Iterator[Problem]:
    """No two questions have the same id, whatever their file."""
    seen: dict[str, str] = {}
    for entry in look.handbook.questions:
        first = seen.setdefault(entry.question.id, f"{entry.source.file}:{entry.source.line('vragen', entry.index)}")
        here = f"{entry.source.file}:{entry.source.line('vragen', entry.index)}"
        if first != here:
            yield entry.source.error(
                ("vragen", entry.index, "id"),
                say("de vraag ‘{id}’ is er al: {file}", id=entry.question.id, file=first),
                say("Geef de vraag een eigen korte naam."),
            )


def follow_ups_exist(look: Look) -> Iterator[Problem]:
    """A follow-up question is in the bank."""
    known = _known(look)
    for entry in look.handbook.questions if not look.handbook.questions_broken else ():
        for i, id in enumerate(entry.question.follow_up):
            yield from unknown(entry.source, ("vragen", entry.index, "vervolg", i), id, known, say("vraag"))


def steps_name_known_questions(look: Look) -> Iterator[Problem]:
    """The questions above a description are in the bank."""
    known = _known(look)
    for document in look.handbook.documents:
        if isinstance(document.card, DescriptionCard) and not look.handbook.questions_broken:
            for i, id in enumerate(document.card.questions):
                yield from unknown(document.source, ("vragen", i), id, known, say("vraag"))


def practices_name_known_questions(look: Look) -> Iterator[Problem]:
    """The questions that go with a best practice are in the bank."""
    known = _known(look)
    for practice in look.handbook.practices if not look.handbook.questions_broken else ():
        for i, id in enumerate(practice.card.questions):
            yield from unknown(practice.source, ("vragen", i), id, known, say("vraag"))


def questions_fit_a_card(look: Look) -> Iterator[Problem]:
    """A question and its purpose fit on a printed card; what does not fit would be cut off in somebody's hand.

    A layout may be narrower still for unusual letters: ``rendering/pdf.py`` measures each card that it prints.
    """
    for entry in look.handbook.questions:
        question = entry.question
        for key, text, most in (
            ("vraag", question.question, CARD_QUESTION),
            ("doel", question.purpose, CARD_PURPOSE),
        ):
            if len(text) > most:
                yield entry.source.error(
                    ("vragen", entry.index, key),
                    say(
                        "dit past niet op de kaart van de vraag ‘{id}’: {count} tekens", id=question.id, count=len(text)
                    ),
                    say("Maak de tekst korter: op een kaart passen er {most}.", most=most),
                )
            elif long := next((word for word in re.split(r"[\s-]+", text) if len(word) > CARD_WORD), None):
                yield entry.source.error(
                    ("vragen", entry.index, key),
                    say("op de kaart van de vraag ‘{id}’ past het woord ‘{word}’ niet", id=question.id, word=long),
                    say("Schrijf het met een streepje, of gebruik een korter woord."),
                )


def _known(look: Look) -> frozenset[str]:
    """Return the ids of all questions, those among them that are left out because something in them is wrong."""
    ids = (entry.source.unreadable | {entry.question.id} for entry in look.handbook.questions)
    return frozenset().union(*ids)


HANDBOOK_RULES: tuple[HandbookRule, ...] = (
    question_ids_once,
    follow_ups_exist,
    steps_name_known_questions,
    practices_name_known_questions,
    questions_fit_a_card,
)
