"""What the gate keeps back, said to the person who can do something about it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.consent import Audience
from ..model.handbook import Handbook
from ..model.language import say
from ..model.places import Problem
from .consent import Circle, objection_to_portfolio, objection_to_practice
from .gate import origin_of, told_in_a_group


def withheld(handbook: Handbook, audience: Audience, team: str | None = None) -> Iterator[Problem]:
    """Yield a warning for every portfolio and practice that this audience will not see, with the reason."""
    circle = Circle(audience, team)
    hint = say("Dat mag. Hoort het er wel in, maak dan de toestemming in orde.")
    for found in handbook.teams:
        if reason := objection_to_portfolio(found, circle):
            message = say("dit portfolio komt niet in het handboek: {reason}", reason=reason)
            yield found.source.warning(("publicatie",), message, hint)
    for practice in handbook.practices:
        origin, group = origin_of(practice, handbook), told_in_a_group(practice, handbook)
        if reason := objection_to_practice(practice, origin, circle, group):
            message = say("deze best practice komt niet in het handboek: {reason}", reason=reason)
            yield practice.source.warning(("toestemming",), message, hint)
