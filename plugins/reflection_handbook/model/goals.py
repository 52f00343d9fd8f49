"""From what a team is good at to what it wants: qualities, working factors and goals."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from .base import Date, Id, Model, Prose, Text, Whole


class Quality(Model):
    """Iets waar mensen in het team goed in zijn."""

    id: Id
    """Vaste korte naam, die nooit verandert."""
    name: Text
    """De kwaliteit in de woorden van het team."""


class WorkingFactor(Model):
    """Iets dat volgens het team werkt."""

    id: Id
    """Vaste korte naam, die nooit verandert."""
    name: Text
    """De werkzame factor in de woorden van het team."""
    qualities: tuple[Id, ...] = ()
    """De kwaliteiten waar deze factor op steunt."""


class Tally(Model):
    """Hoeveel punten een doel kreeg."""

    goal: Id
    """Het doel."""
    points: Whole | None = None
    """Hoeveel stemmen of punten."""


class GoalChoice(Model):
    """Hoe het team zijn doelen koos. Stembriefjes worden niet bewaard."""

    manner: Literal["stemming", "rangorde", "gesprek"]
    """Door te stemmen, met een rangorde per persoon, of in gesprek."""
    date: Date | None = None
    """Wanneer het team koos."""
    voters: Whole | None = None
    """Hoeveel mensen meededen."""
    result: tuple[Tally, ...] = ()
    """De uitslag, het hoogste eerst."""


class Feature(Model):
    """Een kenmerk van het doel, en wat het team ermee doet."""

    what: Text
    """Waaraan je merkt dat het doel er is."""
    destination: Literal["nu", "schaal", "buiten-invloed", "vervallen"] | None = None
    """Meteen doen, er een schaal van maken, buiten onze invloed, of laten vervallen."""


class Elaboration(Model):
    """Samen verkennen wat een doel betekent."""

    tool: Literal["wondervraag", "voorbeeldcasus", "model", "anders"] | None = None
    """Het hulpmiddel bij het gesprek."""
    date: Date | None = None
    """Wanneer het gesprek was."""
    features: tuple[Feature, ...] = ()
    """Wat er uit het gesprek kwam."""


class InterventionTheory(Model):
    """Wij doen dit, omdat, zodat."""

    we_do: Text
    """Wat wij doen."""
    because: Text
    """Waarom wij dat doen."""
    so_that: Text
    """Wat het oplevert."""
    confirmed: Date | None = None
    """Wanneer het team dit bevestigde."""


class GoalStatus(StrEnum):
    """Where a goal stands."""

    RUNNING = "lopend"
    REACHED = "behaald"
    REPLACED = "vervangen"


class Goal(Model):
    """Een doel van het team."""

    id: Id
    """Vaste korte naam. Krijgt het doel andere woorden, maak dan een nieuw id."""
    name: Text
    """Het doel in de woorden van het team."""
    status: GoalStatus = GoalStatus.RUNNING
    """Loopt het doel, is het behaald, of vervangen?"""
    replaced_by: Id | None = None
    """Het doel dat ervoor in de plaats kwam."""
    reason: Prose | None = None
    """Waarom het doel vervangen is."""
    round: Whole | None = None
    """In welke ronde het team dit doel koos."""
    working_factors: tuple[Id, ...] = ()
    """De werkzame factoren waar het doel op steunt."""
    transformation_goals: tuple[Id, ...] = ()
    """De transformatiedoelen waar het doel aan bijdraagt."""
    elaboration: Elaboration | None = None
    """Hoe het team verkende wat het doel betekent."""
    intervention_theory: InterventionTheory | None = None
    """Wij doen dit, omdat, zodat."""
