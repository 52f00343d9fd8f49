"""The things in a team's chain, from a practice to a meeting, each with its name and the address where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ..model.dates import PartialDate
from ..model.language import say
from ..model.organisation import TransformationGoal
from ..model.published import PublishedMeasurement, PublishedPractice, PublishedTeam
from .addresses import measurement_anchors, practice_url, transformation_goal_url


class Kind(StrEnum):
    """The links of the chain, in their order."""

    PRACTICE = "best-practice"
    QUALITY = "kwaliteit"
    FACTOR = "factor"
    GOAL = "doel"
    TRANSFORMATION_GOAL = "transformatiedoel"
    SCALE = "schaal"
    MEASUREMENT = "meting"
    CONVERSATION = "gesprek"
    IMPROVEMENT = "verbeterpunt"
    MEETING = "bijeenkomst"


_WORDS = {
    Kind.PRACTICE: ("Best practice", "Best practices"),
    Kind.QUALITY: ("Kwaliteit", "Kwaliteiten"),
    Kind.FACTOR: ("Werkzame factor", "Werkzame factoren"),
    Kind.GOAL: ("Doel", "Doelen"),
    Kind.TRANSFORMATION_GOAL: ("Transformatiedoel", "Transformatiedoelen"),
    Kind.SCALE: ("Schaal", "Schalen"),
    Kind.MEASUREMENT: ("Meting", "Metingen"),
    Kind.CONVERSATION: ("Gesprek", "Gesprekken"),
    Kind.IMPROVEMENT: ("Verbeterpunt", "Verbeterpunten"),
    Kind.MEETING: ("Bijeenkomst", "Bijeenkomsten"),
}

Key = tuple[Kind, str]
"""What names a thing within a team: its kind and its id."""


@dataclass(frozen=True, slots=True)
class Element:
    """One thing in the chain, with the address where it stands."""

    kind: Kind
    id: str
    text: str
    """Its name; a measurement and a conversation are known by their date alone."""
    url: str
    date: PartialDate | None = None

    @property
    def word(self) -> str:
        """What sort of thing it is, within a sentence."""
        return kind_word(self.kind).lower()


def kind_word(kind: Kind, count: int = 1) -> str:
    """Return the word for one or for more of a kind."""
    return say(_WORDS[kind][count != 1])


def elements(
    team: PublishedTeam,
    practices: Iterable[PublishedPractice],
    transformation_goals: Iterable[TransformationGoal],
    page: str = "",
) -> dict[Key, Element]:
    """Return everything in a team's chain by its key, in the order of the chain.

    Args:
        team: the team.
        practices: its practices.
        transformation_goals: the organisation's.
        page: the address of the team's page; empty on that page itself.
    """
    measured = [(id, m) for id, m in zip(measurement_anchors(team), team.measurements, strict=True)]
    found = [
        *(Element(Kind.PRACTICE, p.id, p.title, practice_url(p.id)) for p in practices),
        *(Element(Kind.QUALITY, q.id, q.name, f"{page}#kwaliteit-{q.id}") for q in team.qualities),
        *(Element(Kind.FACTOR, f.id, f.name, f"{page}#factor-{f.id}") for f in team.working_factors),
        *(Element(Kind.GOAL, g.id, g.name, f"{page}#doel-{g.id}") for g in team.goals),
        *(
            Element(Kind.TRANSFORMATION_GOAL, aim.id, aim.name, transformation_goal_url(aim.id))
            for aim in transformation_goals
        ),
        *(Element(Kind.SCALE, s.id, s.question or s.id, f"{page}#schaal-{s.id}") for s in team.scales),
        *(Element(Kind.MEASUREMENT, id, "", f"{page}#{id}", m.date) for id, m in measured),
        *(Element(Kind.CONVERSATION, id, "", f"{page}#{id}", m.date) for id, m in measured if spoken(m)),
        *(
            Element(Kind.IMPROVEMENT, str(place), i.what, f"{page}#verbeterpunt-{place}")
            for place, i in enumerate(team.improvements, 1)
        ),
        *(
            Element(Kind.MEETING, str(place), m.what, f"{page}#bijeenkomst-{place}", m.date)
            for place, m in enumerate(team.agenda, 1)
        ),
    ]
    return {(element.kind, element.id): element for element in found}


def spoken(measurement: PublishedMeasurement) -> bool:
    """Return whether anything was written down of the talk over a measurement."""
    talk = measurement.conversation
    return talk is not None and bool(talk.outcome or talk.one_point_higher)
