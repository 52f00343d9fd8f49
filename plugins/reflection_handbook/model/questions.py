"""The question bank."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from .base import Id, Model, Text, Whole
from .steps import StepId

CARD_QUESTION, CARD_PURPOSE, CARD_WORD = 260, 160, 26
"""The most letters of a question, of its purpose and of one word in either that fit on a printed card."""


class Technique(StrEnum):
    """The way of asking that a question belongs to."""

    SOLUTION_FOCUSED = "oplossingsgericht"
    MIRACLE = "wondervraag"
    SCALING = "schaalvraag"
    EXCEPTION = "uitzondering"
    COMPLIMENT = "compliment"
    APPRECIATIVE = "waarderend"
    MOTIVATIONAL = "motiverend"
    ENDORSEMENT = "bekrachtiging"
    ELABORATION = "elaboratie"
    MONITORING = "monitoring"
    CLOSING = "afsluiting"


class Aim(StrEnum):
    """What a question is asked for, in one word."""

    OPEN = "openen"
    QUALITY = "kwaliteit-vinden"
    DEEPEN = "verdiepen"
    GOAL = "doel-kiezen"
    AHEAD = "vooruitkijken"
    MEASURE = "meten"
    AGREE = "afspreken"
    CLOSE = "afsluiten"


class Question(Model):
    """Een vraag voor een gesprek."""

    id: Id
    """Vaste korte naam, die nooit verandert."""
    question: Text
    """De vraag, zoals je hem stelt."""
    step: StepId
    """Bij welke stap je hem stelt."""
    technique: Technique
    """Bij welke manier van vragen hij hoort."""
    level: Literal["individueel", "client-werker", "team", "leiding"]
    """Met wie je in gesprek bent."""
    purpose: Text
    """Waar de vraag voor is."""
    aim: Aim | None = None
    """Waar de vraag voor is, in één woord. Daarop kies je in de vragenbank."""
    follow_up: tuple[Id, ...] = ()
    """Vragen die goed passen na deze vraag."""
    minutes: Whole | None = None
    """Hoeveel minuten het gesprek over deze vraag ongeveer duurt."""
    origin: Literal["rapport", "eigen"]
    """Uit het evaluatierapport, of van het handboek zelf."""
    section: Text | None = None
    """Bij herkomst rapport: in welke paragraaf."""
    replaced_by: Id | None = None
    """Welke vraag ervoor in de plaats kwam."""


class QuestionFile(Model):
    """Een bestand van de vragenbank."""

    questions: tuple[Question, ...]
    """De vragen."""
