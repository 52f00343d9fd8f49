"""What asks for attention in a team's process: the learning points of the pilot, as questions (report, 3.3 to 4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.handbook import Team
from ..model.places import Problem
from . import focus, progress, stability
from .found import Found, SignalRule
from .look import Look, TeamRule, retold

__all__ = ["SIGNAL_RULES", "TEAM_RULES", "Found", "signals", "what_asks_for_attention"]

SIGNAL_RULES: tuple[SignalRule, ...] = (
    progress.contact,
    progress.overdue,
    progress.next_step,
    progress.leader,
    stability.changes,
    stability.reorganisation,
    focus.transformation_goal,
    focus.many_goals,
    progress.long_choice,
    focus.conversation,
)
"""One for each kind of signal, in the order of the kinds."""


def signals(team: Team, look: Look) -> tuple[Found, ...]:
    """Return what asks for attention in a team's process on a day, what stops a round first.

    Args:
        team: a team; one of the pilot only retells a source, and never asks for anything.
        look: the handbook with the organisation's thresholds, and the day.
    """
    return () if retold(team) else tuple(found for rule in SIGNAL_RULES for found in rule(team, look))


def what_asks_for_attention(team: Team, look: Look) -> Iterator[Problem]:
    """Every signal is a warning at its line."""
    for found in signals(team, look):
        message = found.signal.message
        yield team.source.warning(found.loc, message[:1].lower() + message[1:].removesuffix("."), found.signal.advice)


TEAM_RULES: tuple[TeamRule, ...] = (what_asks_for_attention,)
