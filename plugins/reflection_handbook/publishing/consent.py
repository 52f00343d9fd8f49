"""Whether consent lets something through. The default is no: missing, unclear or contradictory consent means no.

Each function returns the reason against publication as a Dutch sentence, or nothing when there is none.
Source of the rules: DESIGN, "What may be published", rule 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model.consent import Audience, PracticeConsent, Publication
from ..model.handbook import Practice, Team
from ..model.language import say
from ..model.portfolio import Origin
from ..model.practices import fingerprint


@dataclass(frozen=True, slots=True)
class Circle:
    """For whom a handbook is built."""

    audience: Audience
    team: str | None = None
    """With audience ``team``: whose."""

    def inside(self, consented: Audience, team: str | None) -> bool:
        """Return whether something of a team, with consent up to an audience, may be seen in this circle.

        A team's members see their own team, and of others what the whole organisation may see.
        """
        own = self.team is not None and self.team == team
        needed = self.audience if self.audience is not Audience.TEAM or own else Audience.ORGANISATION
        return consented.includes(needed)


def objection_to_portfolio(team: Team, circle: Circle) -> str | None:
    """Return why a team's portfolio may not be shown in a circle."""
    consent = team.portfolio.publication
    if consent is None or consent.audience is None:
        return say("er staat niet bij wie dit portfolio mag zien")
    if consent.withdrawn:
        return say("het team heeft zijn instemming ingetrokken")
    if reason := _no_basis(consent, team.portfolio.origin):
        return reason
    if consent.basis is None and consent.team_consent is None:
        return say("er staat niet wanneer en hoe het team instemde")
    if not circle.inside(consent.audience, team.id):
        return _too_wide(consent.audience)
    return None


def objection_to_practice(practice: Practice, origin: Origin, circle: Circle, group: bool) -> str | None:
    """Return why a best practice may not be shown in a circle.

    Args:
        practice: the practice.
        origin: where it comes from: its own, or its team's.
        circle: for whom it would be shown.
        group: whether it was told in a group: then all who took part have to agree.
    """
    consent = practice.card.consent
    if consent is None:
        return say("er staat geen toestemming bij")
    if consent.withdrawn:
        return say("de toestemming is ingetrokken")
    if reason := _no_basis(consent, origin):
        return reason
    if consent.publish is False:
        return say("de persoon wil niet dat de tekst in het handboek komt")
    if consent.basis is not None:
        audience = consent.audience or Audience.PUBLIC
    else:
        if not consent.publish:
            return say("de persoon heeft niet gezegd dat de tekst in het handboek mag")
        if not consent.letter_approved:
            return say("de brief is niet goedgekeurd")
        if consent.recognisability_checked is None:
            return say("een tweede persoon heeft nog niet gekeken of een cliënt herkenbaar is")
        if group and practice.card.participants_agreed != "allen":
            return say("nog niet alle deelnemers van het groepsgesprek zijn akkoord")
        if consent.audience is None:
            return say("er staat niet bij wie de tekst mag zien")
        if consent.text_sha256 is None:
            return say("de tekst is nog niet goedgekeurd")
        if consent.text_sha256 != fingerprint(practice.text):
            return say("de tekst is veranderd na de goedkeuring")
        audience = consent.audience
    if not circle.inside(audience, practice.team):
        return _too_wide(audience)
    return None


def _no_basis(consent: Publication | PracticeConsent, origin: Origin) -> str | None:
    """Return why a public document cannot stand in for consent here, when it is called upon."""
    if consent.basis is None:
        return None
    if origin is not Origin.PILOT:
        return say("een openbare bron kan de toestemming alleen vervangen bij herkomst pilot")
    if not consent.reference:
        return say("er staat niet bij welke openbare bron het is")
    return None


def _too_wide(audience: Audience) -> str:
    return say("de toestemming gaat niet verder dan bereik ‘{audience}’", audience=audience.value)
