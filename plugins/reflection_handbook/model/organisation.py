"""``handbook.yml``: what is the organisation's and not the engine's."""

from __future__ import annotations

from typing import Literal

from .base import Decimal, Id, Model, Prose, Text, Whole
from .consent import Audience


class TransformationGoal(Model):
    """Een doel van de organisatie waar teams aan bijdragen."""

    id: Id
    """Vaste korte naam, die nooit verandert."""
    name: Text
    """De naam."""
    explanation: Prose | None = None
    """Wat het betekent, in gewone woorden."""


class Thresholds(Model):
    """Vanaf wanneer het handboek een seintje geeft."""

    weeks_without_contact: Whole = 6
    """Na hoeveel weken zonder contact een ronde stil lijkt te staan. Het rapport zegt ‘frequent’."""
    change_share: Decimal = 1 / 3
    """Welk deel van het team in een jaar mag wisselen. Het getal is van ons, niet van het rapport."""


class Organisation(Model):
    """De organisatie die dit handboek gebruikt."""

    name: Text
    """De naam van het handboek."""
    subtitle: Text | None = None
    """Een korte regel onder de naam."""
    organisation: Text | None = None
    """De naam van de organisatie."""
    contact: Prose | None = None
    """Bij wie mensen terechtkunnen: een rol of een vast adres, geen persoon."""
    audience: Literal[Audience.ORGANISATION, Audience.PUBLIC] = Audience.PUBLIC
    """Voor wie het handboek is als niemand iets anders zegt."""
    transformation_goals: tuple[TransformationGoal, ...] = ()
    """De transformatiedoelen."""
    thresholds: Thresholds = Thresholds()
    """Vanaf wanneer het handboek een seintje geeft."""
