"""Whether consent lets something through. The default is no: missing, unclear or contradictory consent means no.

Each function returns the reason against publication as a Dutch sentence, or nothing when there is none.
Source of the rules: DESIGN, "What may be published", rule 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.base import without_comments
from ..model.consent import Audience, PracticeConsent, Publication
from ..model.dates import PartialDate
from ..model.handbook import Practice, Team
from ..model.language import say
from ..model.origin import Origin
from ..model.practices import fingerprint


@dataclass(frozen=True, slots=True)
class Circle:
    """For whom a handbook is built."""

    audience: Audience
    team: str | None = None
    """With audience ``team``: whose."""
    today: date | None = None
    """The day it is built; consent with a later date is no consent yet. Nothing: dates are not looked at."""

    def lies_ahead(self, given: PartialDate) -> bool:
        """Return whether a date is certainly later than the day of building."""
        return self.today is not None and given.first > self.today

    def inside(self, consented: Audience, team: str | None) -> bool:
        """Return whether something of a team, with consent up to an audience, may be seen in this circle.

        A team's members see their own team, and of others what the whole organisation may see.
        """
        narrow = self.audience is not Audience.TEAM or self.owned_by(team)
        return consented.includes(self.audience if narrow else Audience.ORGANISATION)

    def owned_by(self, team: str | None) -> bool:
        """Return whether it is a team itself that looks."""
        return self.audience is Audience.TEAM and team is not None and self.team == team


def objection_to_portfolio(team: Team, circle: Circle) -> str | None:
    """Return why a team's portfolio may not be shown in a circle."""
    consent = team.portfolio.publication
    if consent is None or consent.audience is None:
        return say("er staat niet bij wie dit portfolio mag zien")
    if consent.withdrawn:
        return say("het team heeft zijn instemming ingetrokken")
    if consent.basis:
        reason = _no_public_source(consent, team.portfolio.origin)
    elif consent.team_consent is None:
        reason = say("er staat niet wanneer en hoe het team instemde")
    elif circle.lies_ahead(consent.team_consent.date):
        reason = say("de instemming heeft een datum die nog moet komen")
    else:
        reason = None
    return reason or _too_wide(consent.audience, team.id, circle)


def objection_to_practice(practice: Practice, team: Team | None, circle: Circle) -> str | None:
    """Return why a best practice may not be shown in a circle.

    Args:
        practice: the practice.
        team: the team it belongs to, whether that is shown or not; nothing for a practice of no one team.
        circle: for whom it would be shown.
    """
    consent = practice.card.consent
    if consent is None:
        return say("er staat geen toestemming bij")
    if consent.withdrawn:
        return say("de toestemming is ingetrokken")
    if consent.publish is False:
        return say("de persoon wil niet dat de tekst in het handboek komt")
    if consent.letter_approved is False:
        return say("de brief is niet goedgekeurd")
    if not without_comments(practice.text):
        return say("er staat geen tekst")
    if consent.basis:
        reason = _no_public_source(consent, origin_of(practice, team))
    else:
        reason = _not_agreed(practice, consent, team, circle)
    # The public document has been read by all: without a word on the audience, the retelling may be as well.
    return reason or _too_wide(consent.audience or Audience.PUBLIC, practice.team, circle)


def origin_of(practice: Practice, team: Team | None) -> Origin:
    """Return where a practice comes from: what its team says, and for one of no team what it says itself."""
    return team.portfolio.origin if team else practice.card.origin or Origin.PRACTICE


def _not_agreed(practice: Practice, consent: PracticeConsent, team: Team | None, circle: Circle) -> str | None:
    if not consent.publish:
        return say("de persoon heeft niet gezegd dat de tekst in het handboek mag")
    if not consent.letter_approved:
        return say("de brief is niet goedgekeurd")
    if consent.recognisability_checked is None:
        return say("een tweede persoon heeft nog niet gekeken of een cliënt herkenbaar is")
    if circle.lies_ahead(consent.recognisability_checked.date):
        return say("de controle op herkenbaarheid heeft een datum die nog moet komen")
    if _perhaps_told_in_a_group(team) and practice.card.participants_agreed != "allen":
        return say("er staat niet bij dat alle deelnemers van het groepsgesprek akkoord zijn")
    if consent.audience is None:
        return say("er staat niet bij wie de tekst mag zien")
    if consent.approved_on and circle.lies_ahead(consent.approved_on):
        return say("de goedkeuring heeft een datum die nog moet komen")
    if consent.text_sha256 is None:
        return say("de tekst is nog niet goedgekeurd")
    if consent.text_sha256 != fingerprint(practice.text):
        return say("de tekst is veranderd na de goedkeuring")
    return None


def _perhaps_told_in_a_group(team: Team | None) -> bool:
    """Return whether a practice may come from a group interview: in doubt, everybody who took part has to agree."""
    interviews = [round.steps.interviews for round in team.portfolio.rounds] if team else []
    return any(step.form == "groep" or (step.form is None and step.status.begun) for step in interviews)


def _no_public_source(consent: Publication | PracticeConsent, origin: Origin) -> str | None:
    """Return why a public document cannot stand in for consent here."""
    if origin is not Origin.PILOT:
        return say("een openbare bron kan de toestemming alleen vervangen bij herkomst pilot")
    if not consent.reference:
        return say("er staat niet bij welke openbare bron het is")
    return None


def _too_wide(consented: Audience, team: str | None, circle: Circle) -> str | None:
    """Return why consent up to an audience does not reach this circle."""
    if circle.inside(consented, team):
        return None
    return say("de toestemming gaat niet verder dan bereik ‘{audience}’", audience=consented.value)
