"""Is this a good moment for this team? (report, section 4.2, the second learning point)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.handbook import Team
from ..model.language import say
from ..model.signals import SignalKind
from ..model.startcheck import too_many_changes
from .found import Found, found
from .look import Look

_START_CHECK = "invoeren/#startcheck"


def changes(team: Team, look: Look) -> Iterator[Found]:
    """Not more than a share of the members changed in a year (section 4.2, second point)."""
    members, stability = team.portfolio.members, team.portfolio.stability
    changed = stability.changes_12_months if stability else None
    if too_many_changes(members, changed, look.handbook.organisation.thresholds.change_share):
        yield found(
            SignalKind.CHANGES,
            ("stabiliteit", "wisselingen_12_maanden"),
            say("In twaalf maanden is er veel gewisseld in het team."),
            say("Kijk samen of er genoeg rust is voor een ronde. Even wachten mag ook."),
            _START_CHECK,
        )


def reorganisation(team: Team, look: Look) -> Iterator[Found]:
    """A team on the eve of a reorganisation gains little from a round (section 4.2, second point)."""
    stability = team.portfolio.stability
    if stability and stability.reorganisation_expected:
        yield found(
            SignalKind.REORGANISATION,
            ("stabiliteit", "reorganisatie_voorzien"),
            say("Er komt een reorganisatie aan."),
            say("Bespreek of dit het goede moment is. Een ronde vraagt een team dat een tijd bij elkaar blijft."),
            _START_CHECK,
        )
