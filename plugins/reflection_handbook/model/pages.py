"""The data above a page of ``docs/``: of any page, and of a practice description of the method."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from .base import Id, Model, Text, Whole, YesNo
from .questions import Technique
from .steps import StepId


class Span(Model):
    """Van een kleinste tot een grootste aantal."""

    minimum: Whole
    """Het kleinste aantal."""
    maximum: Whole
    """Het grootste aantal."""


class SearchSettings(Model):
    """Wat de zoekfunctie met de bladzijde doet."""

    exclude: YesNo = False
    """Of de zoekfunctie de bladzijde overslaat."""


class PageCard(Model):
    """De gegevens boven een bladzijde van het handboek."""

    description: Text | None = None
    """Eén zin over de bladzijde, voor zoekmachines en kaarten."""
    page_title: Text | None = None
    """De titel, als die anders is dan de kop."""
    hide: tuple[Literal["navigation", "toc", "path", "footer", "tags"], ...] = ()
    """Welke delen van het scherm deze bladzijde niet toont."""
    icon: Text | None = None
    """Een pictogram van Material, bijvoorbeeld material/home."""
    search: SearchSettings | None = None
    """Wat de zoekfunctie met de bladzijde doet."""
    sources: tuple[Id, ...] = ()
    """Waar de bladzijde op rust: sleutels uit de literatuur."""


class DescriptionCard(PageCard):
    """De gegevens boven een beschrijving van een stap, of van een onderdeel daarvan."""

    step: StepId
    """Welke stap."""
    purpose: Text
    """Waar de stap of het onderdeel voor is."""
    for_whom: tuple[Text, ...] = ()
    """Voor wie: rollen."""
    duration_minutes: Span | None = None
    """Hoe lang het gesprek duurt, in minuten."""
    duration_source: Literal["rapport", "advies"] | None = None
    """Of die duur uit het rapport komt, of ons advies is."""
    preparation_minutes: Whole | None = None
    """Hoeveel minuten voorbereiding."""
    participants: Span | None = None
    """Met hoeveel mensen."""
    needed: tuple[Text, ...] = ()
    """Wat je nodig hebt."""
    outcome: tuple[Text, ...] = ()
    """Wat het oplevert."""
    techniques: tuple[Technique, ...] = ()
    """Welke manieren van vragen erbij passen."""
    questions: tuple[Id, ...] = ()
    """De belangrijkste vragen uit de vragenbank."""


class StepCard(DescriptionCard):
    """De gegevens boven de beschrijving van een stap."""

    duration_minutes: Span
    """Hoe lang het gesprek duurt, in minuten."""
    duration_source: Literal["rapport", "advies"]
    """Of die duur uit het rapport komt, of ons advies is."""


class PartCard(DescriptionCard):
    """De gegevens boven de beschrijving van een onderdeel van een stap."""

    order: Whole
    """De hoeveelste van de onderdelen van de stap."""


def step_page(step: StepId) -> str:
    """Return where in ``docs/`` the description of a step stands; its parts stand beside it."""
    return f"methode/{step.slug}/index.md"


STEP_PAGES = frozenset(map(step_page, StepId))

STEP_FOLDERS = tuple(page.removesuffix("index.md") for page in sorted(STEP_PAGES))


class Slot(StrEnum):
    """What the handbook can put into a page, where a line ``<!-- handboek: name -->`` asks for it."""

    CIRCLE = "cirkel"
    STEPS = "stappen"
    QUESTIONS = "vragen"
    GLOSSARY = "begrippen"
    PRACTICES = "best-practices"
    TEAMS = "teams"
    TRANSFORMATION_GOALS = "transformatiedoelen"
    INTERVENTION_THEORY = "interventietheorie"
    EFFORT = "inzet"
    AIMS = "bedoelingen"
    PLAN = "plan"
    KITS = "kits"
    CONTACT = "contact"
    LITERATURE = "literatuur"
    SCALE_ROUND = "schaalronde"
    GOAL_CHOICE = "doelen-kiezen"
    FOR_YOURSELF = "voor-jezelf"
    INVENTORY = "van-brieven-naar-inventaris"
    START_CHECK = "startcheck"


RESERVED = ("data", "assets/handboek")
"""Folders of the site that the handbook fills; in ``docs/`` they stay empty."""

SLOT = re.compile(r"^<!-- *handboek: *(\S+) *-->[ \t]*$", re.MULTILINE)
"""A line that asks for something; a comment to everybody else, so that a page is whole without us."""

_ASKED = re.compile(r"(?<!`)<!--\s*handboek\s*:", re.IGNORECASE)


def stray_slots(text: str) -> list[int]:
    """Return the rows, counted from 0, where something is asked for in a way that nobody reads.

    Between backticks it is only told about, not asked for.
    """
    read = {found.start() for found in SLOT.finditer(text)}
    return [row for row, found in _rows(text, _ASKED) if found.start() not in read]


def slots(text: str) -> list[tuple[int, str]]:
    """Return the names that a page's Markdown asks for, known or not, each with its row, counted from 0."""
    return [(row, found[1]) for row, found in _rows(text, SLOT)]


def _rows(text: str, sign: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    row = at = 0
    for found in sign.finditer(text):
        row += text.count("\n", at, found.start())
        at = found.start()
        yield row, found
