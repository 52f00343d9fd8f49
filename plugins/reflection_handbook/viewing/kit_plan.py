"""A plan on paper: the parts of a conversation with the time each begins, and room to write."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import parse_qsl

from ..model.errors import WrongUseError
from ..model.language import say
from ..model.plan_address import MOST_PARTS, Opened, code, open_plan, plan_text
from ..model.published import Edition
from .addresses import PLAN
from .plan_told import sentence
from .plans import PlanView, kind_word, plan_views, standing
from .steps import StepMark

_ADDRESS = re.compile(r"(?:^|[#&])plan=|^[0-9]{1,3}\.[0-9]{1,3}\.")
_MOST_TITLE, _MOST_NOTE = 80, 500


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A part of a conversation."""

    start: int
    """In minutes from the beginning."""
    end: int
    text: str
    is_question: bool
    remark: str
    note: str
    """What the facilitator wrote with it."""


@dataclass(frozen=True, slots=True)
class PlanPart:
    """The plan of a conversation."""

    title: str
    purpose: str
    minutes: int
    rows: tuple[PlanRow, ...]
    address: str
    """The plan builder with this plan, from the site's root."""
    kind: str = "plan"


@dataclass(frozen=True, slots=True)
class OpenedPlan:
    """A plan from its address."""

    title: str
    part: PlanPart
    questions: tuple[str, ...]
    """The ids of its questions, in order."""
    mark: StepMark | None
    """The step of the ready-made plan that it began as."""
    told: tuple[str, ...]
    """In sentences: what of it could not be read, or is no longer what it was."""


def ready_plan(view: PlanView) -> PlanPart:
    """Return a ready-made plan for on paper."""
    rows = _timed([(part.minutes, part.text, bool(part.url), part.remark, "") for part in view.parts])
    return PlanPart(_titled(view.title), view.purpose, view.minutes, rows, f"{PLAN}#{view.address}")


def is_plan_address(text: str) -> bool:
    """Return whether a text looks like the address of a plan, whole or only what holds the plan."""
    return bool(_ADDRESS.search(text))


def opened_plan(address: str, edition: Edition) -> OpenedPlan:
    """Return the plan in an address (``model/plan_address.py``), with what was typed beside it if that went along.

    Args:
        address: the whole address, what stands behind its ``#``, or only the value of ``plan``.
        edition: the question bank and the ready-made plans.

    Raises:
        WrongUseError: when there is nothing in it to read.
    """
    query = address.rpartition("#")[2]
    typed = dict(parse_qsl(query)) if "plan=" in query else {"plan": query}
    bank = {code(question.id): question for question in edition.questions}
    now = {code(id): code(last) for id, last in standing(edition.questions).items()}
    opened = open_plan(typed.get("plan", ""), now)
    if not opened.parts:
        raise WrongUseError(
            say("In dit adres staat geen plan. Kopieer het adres op de bladzijde van het plan opnieuw.")
        )
    ready = next((view for view in plan_views(edition) if view.code == opened.base), None)
    left = [(part.code, part.remark) for part in ready.parts] if ready else []
    notes = _notes(opened, typed)
    found = []
    for (sign, minutes), note in zip(opened.parts, notes, strict=True):
        remark = next((said for said in left if said[0] == sign), None)
        if remark:
            left.remove(remark)
        question = bank.get(sign)
        text = question.question if question else kind_word(sign)
        found.append((minutes, text, question is not None, remark[1] if remark else "", note))
    title = _line(typed.get("titel", ""), _MOST_TITLE) or (ready.title if ready else say("Mijn plan"))
    text = plan_text(opened.minutes, opened.leader, opened.base, opened.parts)
    return OpenedPlan(
        title=title,
        part=PlanPart(
            _titled(title), ready.purpose if ready else "", opened.minutes, _timed(found), f"{PLAN}#plan={text}"
        ),
        questions=tuple(bank[sign].id for sign, _ in opened.parts if sign in bank),
        mark=ready.mark if ready else None,
        told=tuple(map(sentence, opened.told)),
    )


def _titled(title: str) -> str:
    return say("Het plan: {title}", title=title)


def _timed(parts: list[tuple[int, str, bool, str, str]]) -> tuple[PlanRow, ...]:
    ends = list(accumulate(minutes for minutes, *_ in parts))
    return tuple(PlanRow(end - part[0], end, *part[1:]) for part, end in zip(parts, ends, strict=True))


def _notes(opened: Opened, typed: dict[str, str]) -> list[str]:
    """Return the note of each part that is left; they are numbered as the parts stood in the address."""
    gone = {
        int(number) for what, _, number in (told.partition(" ") for told in opened.told) if what in ("part", "gone")
    }
    kept = [number for number in range(1, MOST_PARTS + len(gone) + 1) if number not in gone][: len(opened.parts)]
    return [_line(typed.get(f"notitie.{number}", ""), _MOST_NOTE) for number in kept]


def _line(text: str, most: int) -> str:
    """Return what somebody typed as one line of signs that can be seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:most]
