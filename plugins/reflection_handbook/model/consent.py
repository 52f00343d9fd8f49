"""Consent as it is written down. What follows from it is decided in one place: ``publishing.consent``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from .base import Date, Model, Role, Text, YesNo

PublicSource = Literal["openbare-bron"]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Audience(StrEnum):
    """Who may see it, from narrow to wide."""

    TEAM = "team"
    ORGANISATION = "organisatie"
    PUBLIC = "openbaar"

    def includes(self, wanted: Audience) -> bool:
        """Return whether consent for this audience also holds for a wanted one: the wide holds the narrow."""
        order = list(Audience)
        return order.index(self) >= order.index(wanted)


class TeamConsent(Model):
    """Hoe het team instemde."""

    date: Date
    """Wanneer het team instemde."""
    how: Literal["consensus", "stemming"]
    """Met zijn allen eens, of na stemming."""


class Publication(Model):
    """Wie dit portfolio mag zien."""

    audience: Audience | None = None
    """Hoe ver het portfolio mag gaan: het team, de organisatie of iedereen."""
    team_consent: TeamConsent | None = None
    """Hoe het team instemde."""
    basis: PublicSource | None = None
    """Alleen bij herkomst pilot: de tekst vertelt een openbaar stuk na."""
    reference: Text | None = None
    """Welk openbaar stuk, en waar erin."""
    withdrawn: Date | None = None
    """Wanneer het team zijn instemming introk."""


class RecognisabilityCheck(Model):
    """Een tweede persoon keek of niemand een cliënt kan herkennen."""

    date: Date
    """Wanneer."""
    by: Role
    """Welke rol keek: een ander dan de schrijver."""


class PracticeConsent(Model):
    """Of deze best practice in het handboek mag."""

    letter_approved: YesNo | None = None
    """Of de persoon de brief goedkeurde."""
    recognisability_checked: RecognisabilityCheck | None = None
    """De controle dat geen cliënt herkenbaar is."""
    publish: YesNo | None = None
    """Of de tekst in het handboek mag."""
    training: YesNo | None = None
    """Of de tekst bij scholing gebruikt mag worden. Staat los van het handboek."""
    meeting: YesNo | None = None
    """Of de tekst in een bijeenkomst besproken mag worden. Staat los van het handboek."""
    recording: YesNo | None = None
    """Of het gesprek opgenomen mocht worden. De opname zelf komt nergens in het handboek."""
    audience: Audience | None = None
    """Hoe ver de tekst mag gaan."""
    text_sha256: Sha256 | None = None
    """Het zegel van de goedgekeurde tekst; `handbook approve` schrijft het."""
    approved_on: Date | None = None
    """Wanneer dat zegel is geschreven; `handbook approve` schrijft ook dit."""
    withdrawn: Date | None = None
    """Wanneer de persoon de toestemming introk."""
    basis: PublicSource | None = None
    """Alleen bij herkomst pilot: de tekst vertelt een openbaar stuk na."""
    reference: Text | None = None
    """Welk openbaar stuk, en waar erin."""
