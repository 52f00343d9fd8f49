"""What could ask for attention in a team's round. Source: evaluation report, section 4.2, the learning points."""

from __future__ import annotations

from enum import StrEnum

from .base import Model, Text


class SignalKind(StrEnum):
    """What a signal is about."""

    CONTACT = "contact"
    OVERDUE = "over-tijd"
    NEXT_STEP = "volgende-stap"
    LEADER = "teamleider"
    CHANGES = "wisselingen"
    REORGANISATION = "reorganisatie"
    TRANSFORMATION_GOAL = "transformatiedoel"
    MANY_GOALS = "veel-doelen"
    LONG_CHOICE = "lang-bij-de-keuze"
    CONVERSATION = "zonder-gesprek"

    @property
    def about_a_role(self) -> bool:
        """Whether it is about somebody's part; then only the team and its facilitator see it.

        Source: DESIGN, publication rule 5.
        """
        return self is SignalKind.LEADER


class Signal(Model):
    """Iets dat aandacht vraagt in een ronde."""

    kind: SignalKind
    """Waar het over gaat."""
    message: Text
    """Wat er aan de hand is, zonder aantallen mensen."""
    advice: Text
    """Wat het handboek aanraadt."""
    page: Text
    """De bladzijde van het handboek die verder helpt, vanaf het begin van de site."""
