"""Best practices: what professionals said they are good at, anonymised and approved."""

from __future__ import annotations

import hashlib
from typing import Literal

from .base import Id, Model, Text
from .consent import PracticeConsent
from .origin import Origin


class PracticeCard(Model):
    """De gegevens boven een best practice."""

    title: Text
    """De titel, in gewone woorden."""
    qualities: tuple[Text, ...] = ()
    """De kwaliteiten die eruit spreken: bij een team de korte namen uit het portfolio."""
    working_factors: tuple[Id, ...] = ()
    """De werkzame factoren uit het portfolio."""
    transformation_goals: tuple[Id, ...] = ()
    """De transformatiedoelen waar dit aan bijdraagt."""
    questions: tuple[Id, ...] = ()
    """Vragen uit de vragenbank om over dit verhaal door te praten."""
    respondent: Text | None = None
    """De code van wie het vertelde. Wordt nooit gepubliceerd."""
    origin: Origin | None = None
    """Alleen in de map _gedeeld: waar de tekst vandaan komt."""
    consent: PracticeConsent | None = None
    """Of deze tekst in het handboek mag."""
    participants_agreed: Literal["allen"] | None = None
    """Bij een groepsgesprek: alle deelnemers zijn akkoord."""


def approved_text(text: str) -> str:
    """Return the part of a practice that consent is about: its body, line ends as LF, outer white space removed."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def fingerprint(text: str) -> str:
    """Return the SHA-256, in hexadecimal, of a practice's approved text in UTF-8."""
    return hashlib.sha256(approved_text(text).encode()).hexdigest()
