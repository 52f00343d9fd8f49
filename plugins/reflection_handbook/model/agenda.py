"""What a team does next to its goals: meetings, improvements, conditions and learning wishes."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from .base import Date, Id, Model, Prose, Role, Text, Whole
from .steps import StepId


class MeetingStatus(StrEnum):
    """What became of a meeting."""

    PLANNED = "gepland"
    HELD = "gehouden"
    MOVED = "verzet"
    CANCELLED = "afgezegd"


class Meeting(Model):
    """Een bijeenkomst van het team."""

    date: Date
    """Wanneer."""
    step: StepId | None = None
    """Bij welke stap van de methode dit hoort."""
    what: Text
    """Waar de bijeenkomst over gaat."""
    who: Role | None = None
    """Welke rol het gesprek leidt."""
    status: MeetingStatus = MeetingStatus.PLANNED
    """Gepland, gehouden, verzet of afgezegd."""
    outcome: Prose | None = None
    """Wat het opleverde."""
    id: Id | None = None
    """Vaste korte naam, zodat de agenda van mensen de afspraak herkent als de datum verandert."""
    version: Whole = 0
    """Tel hier één bij op bij elke wijziging van de afspraak."""


class Condition(Model):
    """Wat het team nodig heeft om goed te werken."""

    what: Text
    """Wat er nodig is."""
    addressed_to: Role | None = None
    """Aan welke rol de vraag is gesteld."""
    since: Date | None = None
    """Wanneer de vraag is gesteld."""
    answer: Prose | None = None
    """Het antwoord, als dat er is."""


class LearningWish(Model):
    """Wat het team wil leren."""

    what: Text
    """Waarover."""
    status: Literal["gewenst", "gepland", "gedaan"] = "gewenst"
    """Gewenst, gepland of gedaan."""


class Improvement(Model):
    """Iets dat het team anders is gaan doen."""

    what: Text
    """Wat er anders gaat."""
    from_goal: Id | None = None
    """Het doel waar dit uit voortkwam."""
    since: Date | None = None
    """Sinds wanneer."""
    status: Literal["idee", "afgesproken", "ingevoerd", "gestopt"] = "idee"
    """Idee, afgesproken, ingevoerd of gestopt."""


class NextStep(Model):
    """De volgende stap: wat, wanneer en wie."""

    step: StepId
    """Bij welke stap van de methode dit hoort."""
    what: Text | None = None
    """Wat er gaat gebeuren."""
    when: Date | None = None
    """Wanneer."""
    who: Role | None = None
    """Welke rol het doet of regelt."""
