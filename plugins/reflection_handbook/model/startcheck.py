"""Is this team ready to begin? The questions of ``docs/invoeren/is-dit-team-klaar.md`` and what answers to them mean.

The learning points behind it are those of the report (section 4.2); the limits are our advice. The same rule stands in
``assets/start-check.js``, with the outcomes of ``QUESTIONS``; ``tests/shared/startcheck.json`` holds both to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Answer = Literal["ja", "twijfel", "nee"]

MANY_DOUBTS = 3
"""From so many doubts on, something has to be arranged first. The number is ours."""


class Advice(StrEnum):
    """What to do, the lightest first."""

    GO = "doorgaan"
    TALK = "gesprek"
    ARRANGE = "regelen"
    WAIT = "wachten"


_WEIGHT = {advice: weight for weight, advice in enumerate(Advice)}


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the start check, to which yes is good."""

    id: str
    """Also the anchor of its reasons on the page."""
    text: str
    no: Advice
    """What a no means."""
    doubt: Advice
    """What a doubt means, taken by itself."""
    if_no: str
    """What to do first when the answer is no."""
    if_doubt: str


QUESTIONS = (
    Question(
        "stabiliteit",
        "Blijft het team het komende jaar grotendeels bij elkaar?",
        no=Advice.WAIT,
        doubt=Advice.TALK,
        if_no="Wacht tot er meer rust is. Nieuw is iets anders dan onrustig.",
        if_doubt="Wacht tot open plekken zijn ingevuld, of begin met een kortere ronde.",
    ),
    Question(
        "reorganisatie",
        "Blijft een ingrijpende reorganisatie uit?",
        no=Advice.WAIT,
        doubt=Advice.TALK,
        if_no="Wacht tot de nieuwe teams er zijn. Geef het team intussen een goed gesprek over wat het wil meenemen.",
        if_doubt="Vraag het aan wie het weet. Spreek een datum af waarop het duidelijk is.",
    ),
    Question(
        "teamleider",
        "Doet de teamleider mee, ook na het besluit?",
        no=Advice.ARRANGE,
        doubt=Advice.TALK,
        if_no="Praat eerst met de teamleider, en betrek die bij elke stap.",
        if_doubt="Laat de teamleider eerst zelf een interview ervaren.",
    ),
    Question(
        "uren",
        "Heeft de gespreksleider uren voor de hele ronde?",
        no=Advice.ARRANGE,
        doubt=Advice.TALK,
        if_no="Regel eerst de uren. Begin niet met interviews als er daarna geen tijd is.",
        if_doubt="Reken het uit met de rekenhulp.",
    ),
    Question(
        "van-buiten",
        "Komt de gespreksleider van buiten, en kent die het werk?",
        no=Advice.ARRANGE,
        doubt=Advice.TALK,
        if_no="Zoek eerst iemand van buiten. Neem nooit de eigen teamleider.",
        if_doubt="Ruil met een andere afdeling of een partner in de regio.",
    ),
    Question(
        "uitleg",
        "Kan iedereen navertellen wat er gaat gebeuren?",
        no=Advice.ARRANGE,
        doubt=Advice.ARRANGE,
        if_no="Doe stap 1 helemaal. Vraag twee mensen om het in eigen woorden te vertellen.",
        if_doubt="Doe stap 1 helemaal. Vraag twee mensen om het in eigen woorden te vertellen.",
    ),
    Question(
        "nee",
        "Mag het team nee zeggen, en ieder voor zich ook?",
        no=Advice.ARRANGE,
        doubt=Advice.TALK,
        if_no="Geef eerst echt iets te kiezen. Een gesprek over jezelf werkt niet als opdracht.",
        if_doubt="Vraag het op papier, zonder naam.",
    ),
    Question(
        "eigen-vraag",
        "Is er iets wat het team zelf belangrijk vindt?",
        no=Advice.TALK,
        doubt=Advice.TALK,
        if_no="Vraag in stap 1 waar het team het buiten de drukte om eens over wil hebben.",
        if_doubt="Vraag in stap 1 waar het team het buiten de drukte om eens over wil hebben.",
    ),
    Question(
        "kwaliteit",
        "Weet je wie er al aan kwaliteit werkt?",
        no=Advice.TALK,
        doubt=Advice.TALK,
        if_no="Vraag het na bij de teamleider.",
        if_doubt="Vraag het na bij de teamleider.",
    ),
)
"""The nine that decide. A tenth, whether the team is small and close, says only which form the interviews take."""


def too_many_changes(members: int | None, changed: int | None, share: float) -> bool:
    """Return whether more than a share of a team came or went in a year; nothing known is not too many.

    Args:
        members: how many people the team has.
        changed: how many came or went in twelve months.
        share: the threshold ``wisselingen_deel``.
    """
    return bool(members) and changed is not None and changed / (members or 1) > share


def advise(answers: Mapping[str, Answer], members: int | None, changed: int | None, share: float) -> Advice | None:
    """Return what to do, or nothing while a question is open; the heaviest of all reasons decides.

    Answers are never added up to a score. Figures that show too many changes weigh as a no to the first question,
    whatever was answered there: it is the same limit by which a running round gets a signal.

    Args:
        answers: by the id of the question.
        members: how many people the team has, if that was told.
        changed: how many came or went in twelve months, if that was told.
        share: the threshold ``wisselingen_deel``.
    """
    given = {question.id: answers.get(question.id) for question in QUESTIONS}
    if too_many_changes(members, changed, share):
        given["stabiliteit"] = "nee"
    if None in given.values():
        return None
    found = [Advice.GO]
    for question in QUESTIONS:
        if given[question.id] == "nee":
            found.append(question.no)
        elif given[question.id] == "twijfel":
            found.append(question.doubt)
    if sum(answer == "twijfel" for answer in given.values()) >= MANY_DOUBTS:
        found.append(Advice.ARRANGE)
    return max(found, key=_WEIGHT.__getitem__)
