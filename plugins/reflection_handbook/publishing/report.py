"""What the gate keeps back, said to the person who can do something about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model.consent import Audience
from ..model.handbook import Handbook
from ..model.language import say
from ..model.places import Problem
from .consent import Circle, objection_to_portfolio, objection_to_practice


def withheld(
    handbook: Handbook, audience: Audience, team: str | None = None, today: date | None = None
) -> Iterator[Problem]:
    """Yield a warning for every portfolio and practice that this audience will not see, with the reason.

    Where the consent itself holds an error, that is what has to be mended, and it has been said.
    """
    circle = Circle(audience, team, today)
    teams = {found.id: found for found in handbook.teams}
    hint = say("Dat mag. Hoort het er wel in, maak dan de toestemming in orde.")
    for found in handbook.teams:
        if (reason := objection_to_portfolio(found, circle)) and not found.source.damaged("publicatie"):
            message = say("dit portfolio komt niet in het handboek: {reason}", reason=reason)
            yield found.source.warning(("publicatie",), message, hint)
    for practice in handbook.practices:
        reason = objection_to_practice(practice, teams.get(practice.team or ""), circle)
        damaged = any(practice.source.damaged(key) for key in ("toestemming", "deelnemers_akkoord"))
        if reason and not damaged:
            message = say("deze best practice komt niet in het handboek: {reason}", reason=reason)
            yield practice.source.warning(("toestemming",), message, hint)
