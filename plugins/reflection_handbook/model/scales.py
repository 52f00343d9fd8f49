"""Ten-point scales and what a team said over them: a conversation aid, never a grade."""

from __future__ import annotations

from typing import Literal

from .base import Date, Id, Model, Prose, Scores, Text, Whole

WITH_CLIENTS = frozenset({"client", "ouder", "samen"})
"""Who fills in a scale of which no score is ever stored here. Source: DESIGN, publication rule 5."""


class Scale(Model):
    """Een schaal van 1 tot 10 om over een doel te praten."""

    id: Id
    """Vaste korte naam. Krijgt de schaal andere woorden, maak dan een nieuw id."""
    goal: Id
    """Het doel waar de schaal bij hoort."""
    question: Text | None = None
    """De vraag van de schaal."""
    low: Text | None = None
    """Wat een 1 betekent."""
    high: Text | None = None
    """Wat een 10 betekent."""
    filled_in_by: Literal["team", "medewerker", "client", "ouder", "samen"] | None = None
    """Wie de schaal invult."""
    talk_level: Literal["client-werker", "individueel", "team"] | None = None
    """Op welk niveau het gesprek is."""
    instrument: Literal["eigen", "ORS", "SRS", "anders"] = "eigen"
    """Een eigen schaal, of een bestaand instrument."""
    replaced_by: Id | None = None
    """De schaal die ervoor in de plaats kwam."""

    @property
    def keeps_scores(self) -> bool:
        """Whether scores may be stored: not where clients or parents fill in, and never for ORS and SRS.

        A scale for the talk with a client is filled in there, unless it says that a professional does so.
        """
        if self.instrument in ("ORS", "SRS") or self.filled_in_by in WITH_CLIENTS:
            return False
        return self.talk_level != "client-werker" or self.filled_in_by is not None


class Conversation(Model):
    """Wat het gesprek over een meting opleverde."""

    outcome: Prose | None = None
    """Wat er werd gezegd en besloten."""
    one_point_higher: Prose | None = None
    """Hoe één cijfer hoger eruitziet."""


class Measurement(Model):
    """Eén keer een schaal invullen en erover praten."""

    scale: Id
    """Welke schaal."""
    date: Date
    """Wanneer."""
    invited: Whole | None = None
    """Hoeveel mensen mee konden doen."""
    changes: Whole | None = None
    """Hoeveel mensen sinds de vorige keer kwamen of gingen."""
    scores: Scores = ()
    """De cijfers, van laag naar hoog."""
    conversation: Conversation | None = None
    """Wat het gesprek opleverde."""
