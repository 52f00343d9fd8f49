"""Plans for conversations, and the aims that somebody can start from."""

from __future__ import annotations

from enum import StrEnum

from .base import Id, Model, Text, Whole
from .questions import Technique
from .steps import StepId

PLANS = "voorbereiden/plannen.yml"
"""Where in ``docs/`` the plans stand."""
PLAN_PAGE = "voorbereiden/plan.md"
"""The page that shows them. Without it no page leads to a plan."""


class PartKind(StrEnum):
    """What a part of a conversation is when it is no question."""

    WELCOME = "welkom"
    EXPLANATION = "uitleg"
    WORK = "werkvorm"
    BREAK = "pauze"
    REFLECTION = "terugkijken"
    AGREEMENTS = "afspraken"


class Part(Model):
    """Een onderdeel van een gesprek: een vraag uit de vragenbank, of iets anders."""

    question: Id | None = None
    """Welke vraag uit de vragenbank."""
    kind: PartKind | None = None
    """Als het geen vraag is: wat het wel is."""
    minutes: Whole
    """Hoeveel minuten ervoor zijn."""
    remark: Text | None = None
    """Wat de gespreksleider erbij wil weten, in één of twee zinnen."""


class Plan(Model):
    """Een plan voor een gesprek."""

    id: Id
    """Vaste korte naam, die nooit verandert."""
    title: Text
    """De naam, zoals de lezer die ziet."""
    step: StepId
    """Bij welke stap het gesprek hoort."""
    purpose: Text
    """Waar het gesprek voor is."""
    for_whom: tuple[Text, ...] = ()
    """Voor wie: rollen."""
    minutes: Whole
    """Hoeveel minuten er zijn."""
    page: Text
    """De beschrijving die erbij hoort: een bestand in docs."""
    parts: tuple[Part, ...]
    """De onderdelen, in volgorde."""


class Aim(Model):
    """Iets wat een gespreksleider wil bereiken, en wat daarbij past."""

    id: Id
    """Vaste korte naam."""
    title: Text
    """Wat iemand wil bereiken, in eigen woorden."""
    group: Text
    """Onder welk kopje het staat."""
    techniques: tuple[Technique, ...]
    """Welke manieren van vragen passen."""
    page: Text
    """Welke beschrijving past: een bestand in docs."""
    plan: Id
    """Welk plan past."""
    reason: Text
    """Waarom dit past, in één of twee zinnen."""


class PlanFile(Model):
    """De plannen, en waar je naartoe kunt willen."""

    plans: tuple[Plan, ...]
    """De plannen."""
    aims: tuple[Aim, ...] = ()
    """Wat iemand kan willen bereiken."""
