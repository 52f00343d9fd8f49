"""A plan held against the six elements that the report found to work (section 4.2), and against its time.

The rules are ours. The same ones stand in ``assets/plan-rules.js``; ``tests/shared/plan.json`` holds both to them.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model.plans import PartKind
from ..model.questions import Technique

OPENING = frozenset({Technique.APPRECIATIVE.value, Technique.COMPLIMENT.value, Technique.EXCEPTION.value})
LEAST_REFLECTION = 5
ENOUGH_TALK = 15
"""A question that gives a figure with so many minutes has the conversation in it."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A part of a plan, as the rules see it."""

    technique: str
    """Of a question; nothing for another part."""
    kind: str
    """Of another part; nothing for a question."""
    minutes: int


def remarks(parts: tuple[Weighed, ...], minutes: int, leader: str, unchanged: bool) -> tuple[str, ...]:
    """Return what there is to say about a plan, by the names that ``viewing.plans`` gives words to.

    Args:
        parts: its parts, in order.
        minutes: how many there are.
        leader: ``x`` from outside the team, ``e`` of the team, ``n`` not said.
        unchanged: whether it is a ready-made plan as it was.
    """
    if not parts:
        return ("empty",)
    found = []
    questions = [part for part in parts if part.technique]
    if not questions or questions[0].technique not in OPENING:
        found.append("opening")
    reflection = sum(part.minutes for part in parts if part.kind == PartKind.REFLECTION)
    if reflection < LEAST_REFLECTION:
        found.append("reflection")
    if sum(part.minutes for part in parts) > minutes:
        found.append("long")
    if leader == "e":
        found.append("own-team")
    elif leader == "n":
        found.append("leader")
    if _bare_figure(questions):
        found.append("figure")
    if unchanged:
        found.append("unchanged")
    if parts[-1].technique != Technique.CLOSING and parts[-1].kind != PartKind.AGREEMENTS:
        found.append("closing")
    return tuple(found)


def _bare_figure(questions: list[Weighed]) -> bool:
    """Return whether the last figure that is asked for has no conversation after it."""
    at = max((i for i, part in enumerate(questions) if part.technique == Technique.SCALING), default=None)
    if at is None or questions[at].minutes >= ENOUGH_TALK:
        return False
    return all(part.technique == Technique.CLOSING for part in questions[at + 1 :])
