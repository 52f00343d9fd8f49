"""The chain of a goal: from the practice it grew out of to the meeting where it comes back."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..model.agenda import MeetingStatus
from ..model.dates import PartialDate
from ..model.goals import Goal
from ..model.language import say
from ..model.published import PublishedTeam
from .elements import Element, Kind, kind_word
from .neighbours import Neighbours

_FITS = 30
"""How many letters of a name fit on a line of the drawing, on a phone too."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One link of the chain: what there is of a kind."""

    kind: Kind
    label: str
    name: str
    """The first of them, as far as it fits; empty where its date is all that is known."""
    date: PartialDate | None
    more: int
    """How many more there are."""
    elements: tuple[Element, ...]
    interrupted: bool
    """Whether something is missing between this one and the one before it."""

    @property
    def url(self) -> str:
        """Where the first of them stands; nothing for the goal itself, whose place this is."""
        return "" if self.kind is Kind.GOAL else self.elements[0].url

    @property
    def whole(self) -> str:
        """The first of them, unshortened."""
        return self.elements[0].text


@dataclass(frozen=True, slots=True)
class Chain:
    """What a goal hangs together with, in the order of the chain."""

    goal: str
    name: str
    stages: tuple[Stage, ...]


def chain(goal: Goal, team: PublishedTeam, beside: Neighbours) -> Chain | None:
    """Return the chain of a goal, or nothing where the goal hangs together with nothing yet.

    Args:
        goal: one of the team's.
        team: the team.
        beside: what stands beside each thing of that team.
    """
    found = connected(goal, beside)
    kinds = [kind for kind in Kind if found.get(kind)]
    if len(kinds) < 2:
        return None
    order = list(Kind)
    stages = []
    for place, kind in enumerate(kinds):
        interrupted = place > 0 and order.index(kind) - order.index(kinds[place - 1]) > 1
        stages.append(_stage(kind, found[kind], team, interrupted))
    return Chain(goal.id, goal.name, tuple(stages))


def connected(goal: Goal, beside: Neighbours) -> Mapping[Kind, tuple[Element, ...]]:
    """Return what is connected with a goal, by kind: what stands beside it, and what stands beside that.

    What the goal itself names stands in the goal's own order. Of its conversations it is the latest, of its
    measurements the latest comes first.
    """
    own = beside.get((Kind.GOAL, goal.id), ())
    if not own:
        return {}
    factors = _named(goal.working_factors, _only(Kind.FACTOR, own))
    scales = _only(Kind.SCALE, own)
    measurements = _latest_first(_beside(scales, Kind.MEASUREMENT, beside))
    return {
        Kind.PRACTICE: _only(Kind.PRACTICE, own),
        Kind.QUALITY: _beside(factors, Kind.QUALITY, beside),
        Kind.FACTOR: factors,
        Kind.GOAL: (Element(Kind.GOAL, goal.id, goal.name, f"#doel-{goal.id}"),),
        Kind.TRANSFORMATION_GOAL: _named(goal.transformation_goals, _only(Kind.TRANSFORMATION_GOAL, own)),
        Kind.SCALE: scales,
        Kind.MEASUREMENT: measurements,
        Kind.CONVERSATION: _beside(measurements, Kind.CONVERSATION, beside)[:1],
        Kind.IMPROVEMENT: _only(Kind.IMPROVEMENT, own),
        Kind.MEETING: _only(Kind.MEETING, own),
    }


def short(text: str, fits: int) -> str:
    """Return a text that is no longer than fits, cut between words where that can be.

    >>> short("Ouders en wijkteam betrekken", 20)
    'Ouders en wijkteam…'
    """
    cut = textwrap.shorten(text, fits, placeholder="…")
    if cut == "…":
        return f"{text[: fits - 1]}…"
    return f"{cut[:-1].rstrip(',;:.')}…" if cut.endswith("…") else cut


def _stage(kind: Kind, elements: tuple[Element, ...], team: PublishedTeam, interrupted: bool) -> Stage:
    first, more = elements[0], len(elements) - 1
    name = short(first.text, _FITS - (4 if more else 0)) if first.text else ""
    return Stage(kind, _label(kind, elements, team), name, first.date, more, elements, interrupted)


def _label(kind: Kind, elements: tuple[Element, ...], team: PublishedTeam) -> str:
    if kind is Kind.GOAL:
        return say("Dit doel")
    if kind is Kind.CONVERSATION:
        return say("Laatste gesprek")
    if kind is Kind.MEETING:
        held = team.agenda[int(elements[0].id) - 1].status is MeetingStatus.HELD
        return say("Laatste bijeenkomst") if held else say("Volgende bijeenkomst")
    return kind_word(kind, len(elements))


def _only(kind: Kind, elements: Iterable[Element]) -> tuple[Element, ...]:
    return tuple(element for element in elements if element.kind is kind)


def _named(ids: tuple[str, ...], elements: tuple[Element, ...]) -> tuple[Element, ...]:
    return tuple(sorted(elements, key=lambda element: ids.index(element.id)))


def _beside(elements: Iterable[Element], kind: Kind, beside: Neighbours) -> tuple[Element, ...]:
    """Return what of a kind stands beside any of some elements, each once."""
    found = (other for element in elements for other in beside.get((element.kind, element.id), ()))
    return tuple(dict.fromkeys(_only(kind, found)))


def _latest_first(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    return tuple(sorted(elements, key=lambda element: element.date.first if element.date else date.min, reverse=True))
