"""Is this a good moment for this team? (report, section 4.2, the second learning point)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.handbook import Team
from ..model.language import say
from ..model.places import Problem
from .look import Look, TeamRule, retold


def no_reorganisation_ahead(team: Team, look: Look) -> Iterator[Problem]:
    """A team on the eve of a reorganisation gains little from a round."""
    stability = team.portfolio.stability
    if stability and stability.reorganisation_expected and not retold(team):
        yield team.source.warning(
            ("stabiliteit", "reorganisatie_voorzien"),
            say("er komt een reorganisatie aan"),
            say("Bespreek of dit het goede moment is. Een ronde vraagt een team dat een tijd bij elkaar blijft."),
        )


def not_too_many_changes(team: Team, look: Look) -> Iterator[Problem]:
    """Not more than a share of the members changed in a year. The report has a lower bound; the number is ours."""
    portfolio = team.portfolio
    changes = portfolio.stability.changes_12_months if portfolio.stability else None
    if changes is None or not portfolio.members or retold(team):
        return
    if changes / portfolio.members > look.handbook.organisation.thresholds.change_share:
        yield team.source.warning(
            ("stabiliteit", "wisselingen_12_maanden"),
            say("in een jaar wisselden {changes} van de {members} mensen", changes=changes, members=portfolio.members),
            say("Kijk of het team stabiel genoeg is voor een ronde, of wacht nog even."),
        )


TEAM_RULES: tuple[TeamRule, ...] = (no_reorganisation_ahead, not_too_many_changes)
