"""The address of a plan: the plan itself, short enough for a QR code.

This is its one definition; ``assets/plan-rules.js`` follows it, and ``tests/shared/plan.json`` holds both to it.

It stands behind the ``#``, so that no server ever sees it, and is written as a query::

    #plan=1.75.x.k3f9q.u-10.7hd2e-15.z&titel=…&notitie.2=…

``plan`` is fields with a point between them:

1. the version of this definition, ``1``;
2. the minutes that there are;
3. who leads the conversation: ``x`` somebody from outside the team, ``e`` somebody of the team, ``n`` not said;
4. the code of the ready-made plan that it began as, or ``0``;
5. each part in order, as its code, ``-`` and its minutes;
6. ``z``: without it, the end was lost on the way.

The code of a question or plan is five signs, worked out from its id alone: no new question, file or order changes it.
``handbook check`` sees to it that no two questions share one. Other parts have one letter. ``titel`` and ``notitie.N``
(of the Nth part, from 1) are there only when somebody wants what they typed to go along.

What cannot be read is left out and told; the rest is kept.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from .plans import PartKind

VERSION = 1
SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Thirty-two that are not easily mistaken for each other."""
LENGTH = 5
MOST_PARTS = 60
MOST_MINUTES = 600
DEFAULT_MINUTES = 60
DEFAULT_PART = 10
KIND_CODES = {
    "w": PartKind.WELCOME,
    "u": PartKind.EXPLANATION,
    "v": PartKind.WORK,
    "p": PartKind.BREAK,
    "t": PartKind.REFLECTION,
    "a": PartKind.AGREEMENTS,
}
LEADERS = ("x", "e", "n")
END = "z"

_PART = re.compile(rf"([{SIGNS}]{{{LENGTH}}}|[{''.join(KIND_CODES)}])(?:-(.*))?")
_WHOLE = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class Opened:
    """What an address held."""

    minutes: int
    leader: str
    base: str
    """The code of the ready-made plan that it began as, or ``0``."""
    parts: tuple[tuple[str, int], ...]
    """Each part by its code, as it is now, with its minutes."""
    told: tuple[str, ...]
    """What could not be read or is no longer what it was; for a part with its number, counted from 1."""


def code(id: str) -> str:
    """Return the five signs that stand for an id, always the same."""
    number = int.from_bytes(hashlib.sha256(id.encode()).digest()[:4], "big")
    found = []
    for _ in range(LENGTH):
        number, rest = divmod(number, len(SIGNS))
        found.append(SIGNS[rest])
    return "".join(found)


def plan_text(minutes: int, leader: str, base: str, parts: tuple[tuple[str, int], ...]) -> str:
    """Return the value of ``plan``.

    Args:
        minutes: how many there are.
        leader: one of ``LEADERS``.
        base: the code of the plan it began as, or ``0``.
        parts: each part by its code, with its minutes.
    """
    return ".".join([str(VERSION), str(minutes), leader, base, *(f"{c}-{m}" for c, m in parts), END])


def open_plan(text: str, questions: Mapping[str, str]) -> Opened:
    """Read the value of ``plan``, keeping what can be kept.

    Args:
        text: the value.
        questions: the code of each question, with that of the question that takes its place, or itself.
    """
    fields = text.split(".")
    told: list[str] = []
    if len(fields) < 4 or not _WHOLE.fullmatch(fields[0]):
        return Opened(DEFAULT_MINUTES, "n", "0", (), ("broken",))
    if int(fields[0]) != VERSION:
        told.append("version")
    minutes = _minutes(fields[1])
    if minutes is None:
        told.append("minutes")
    leader = fields[2] if fields[2] in LEADERS else "n"
    base = fields[3] if re.fullmatch(rf"[{SIGNS}]{{{LENGTH}}}", fields[3]) else "0"
    rest = fields[4:]
    if rest and rest[-1] == END:
        rest.pop()
    else:
        told.append("end")
    parts: list[tuple[str, int]] = []
    for number, field in enumerate(rest, 1):
        if len(parts) == MOST_PARTS:
            told.append("many")
            break
        found = _PART.fullmatch(field)
        if not found:
            told.append(f"part {number}")
            continue
        sign, given = found[1], _minutes(found[2] or "")
        now = sign if sign in KIND_CODES else questions.get(sign)
        if now is None:
            told.append(f"gone {number}")
            continue
        if now != sign:
            told.append(f"replaced {number}")
        if given is None:
            told.append(f"time {number}")
        parts.append((now, DEFAULT_PART if given is None else given))
    return Opened(DEFAULT_MINUTES if minutes is None else minutes, leader, base, tuple(parts), tuple(told))


def _minutes(text: str) -> int | None:
    return int(text) if _WHOLE.fullmatch(text) and 1 <= int(text) <= MOST_MINUTES else None
