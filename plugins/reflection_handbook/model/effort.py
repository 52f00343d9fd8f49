"""What a round asks in hours: assumptions that an organisation can look at and change."""

from __future__ import annotations

from typing import Literal

from .base import Decimal, Id, Model, Text, Whole
from .steps import StepId

Worker = Literal["gespreksleider", "professional", "teamleider", "coördinator"]


class Assumption(Model):
    """Wat één bezigheid in een ronde aan uren vraagt."""

    id: Id
    """Vaste korte naam."""
    what: Text
    """Wat er gebeurt."""
    step: StepId | None = None
    """Bij welke stap het hoort."""
    who: Worker
    """Wie die uren maakt."""
    per: Literal["professional", "team", "organisatie"]
    """Of het voor elke professional van het team geldt, voor elk team, of één keer voor de hele organisatie."""
    times: Whole = 1
    """Hoe vaak het in een ronde gebeurt."""
    hours: Decimal
    """Hoeveel uren het elke keer vraagt van één persoon."""
    origin: Literal["rapport", "eigen"]
    """Uit het evaluatierapport, of van het handboek zelf."""
    section: Text | None = None
    """Bij herkomst rapport: in welke paragraaf."""
    remark: Text | None = None
    """Wat erbij hoort te staan, in één zin."""


class EffortExample(Model):
    """Voor welk team en hoeveel teams de bladzijde rekent, als niemand iets anders kiest."""

    team_size: Whole
    """Hoeveel mensen het team heeft."""
    teams: Whole
    """Hoeveel teams meedoen."""


class EffortFile(Model):
    """De aannames over de inzet."""

    example: EffortExample
    """Voor welk team en hoeveel teams de bladzijde rekent, als niemand iets anders kiest."""
    assumptions: tuple[Assumption, ...]
    """De aannames."""
