"""``handbook.yml``: what is the organisation's and not the engine's."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from .base import Decimal, Id, Model, Prose, Text, Whole, fault
from .consent import Audience


class TransformationGoal(Model):
    """Een doel van de organisatie waar teams aan bijdragen."""

    id: Id
    """Vaste korte naam, die nooit verandert."""
    name: Text
    """De naam."""
    explanation: Prose | None = None
    """Wat het betekent, in gewone woorden."""


FEWEST = 5
"""The lowest number of respondents that a figure may rest on. Source: DESIGN, publication rule 3."""
LEAST_RESPONSE = 0.6
"""The lowest share of those invited that a figure may rest on. Source: the same rule."""


def _not_below(least: float) -> AfterValidator:
    """Let an organisation raise a floor, never lower it."""

    def check(value: float) -> float:
        if value < least:
            raise fault("floor", "below the floor", text=f"{value:g}", least=f"{least:g}")
        return value

    return AfterValidator(check)


def _share(value: float) -> float:
    if value > 1:
        raise fault("share", "more than everybody", text=f"{value:g}")
    return value


def _web_address(value: str) -> str:
    """Return the address of a site, with the slash at its end that every page's own address follows."""
    try:
        parts = urlsplit(value)
        plain = (
            parts.scheme in ("http", "https")
            and parts.hostname
            and not (parts.query or parts.fragment or parts.username)
        )
    except ValueError:
        plain = False
    if not plain or any(sign.isspace() for sign in value):
        raise fault("web-address", "not the address of a site", text=value)
    return value.rstrip("/") + "/"


class Thresholds(Model):
    """Vanaf wanneer het handboek een seintje geeft, of een cijfer laat zien."""

    weeks_without_contact: Whole = 6
    """Na hoeveel weken zonder contact een ronde stil lijkt te staan. Het rapport zegt ‘frequent’."""
    change_share: Decimal = 1 / 3
    """Welk deel van het team in een jaar mag wisselen. Het getal is van ons, niet van het rapport."""
    weeks_in_choice: Whole = 8
    """Na hoeveel weken stap 4 of 5 lang duurt. Het getal is van ons."""
    goals_at_once: Whole = 3
    """Hoeveel doelen, of schalen, een team tegelijk kan volgen. Het getal is van ons."""
    fewest_answers: Annotated[Whole, _not_below(FEWEST), Field(json_schema_extra={"minimum": FEWEST})] = FEWEST
    """Van hoeveel mensen er ten minste een antwoord is voordat een cijfer te zien is: 5 of meer."""
    least_response: Annotated[
        Decimal,
        _not_below(LEAST_RESPONSE),
        AfterValidator(_share),
        Field(json_schema_extra={"minimum": LEAST_RESPONSE, "maximum": 1}),
    ] = LEAST_RESPONSE
    """Welk deel van de mensen ten minste antwoordde voordat een cijfer te zien is: 0.6 of meer."""


class PublicText(Model):
    """Een tekst die openbaar is, al lijkt hij op iets van een persoon."""

    text: Text
    """De tekst, precies zoals die op de site staat."""
    reason: Text
    """Waarom die openbaar is."""


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
    address: Annotated[Text, AfterValidator(_web_address)] | None = None
    """Waar het handboek op internet of intranet staat. Dan krijgen kaarten een code om te scannen."""
    audience: Literal[Audience.ORGANISATION, Audience.PUBLIC] = Audience.PUBLIC
    """Voor wie het handboek is als niemand iets anders zegt."""
    transformation_goals: tuple[TransformationGoal, ...] = ()
    """De transformatiedoelen."""
    thresholds: Thresholds = Thresholds()
    """Vanaf wanneer het handboek een seintje geeft."""
    allowed: tuple[PublicText, ...] = ()
    """Namen, nummers en adressen die openbaar zijn. De lekcontrole laat ze door."""
