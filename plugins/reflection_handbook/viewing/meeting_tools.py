"""What the tools for a meeting need to know of the organisation: from when a figure may be seen, and its goals."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.published import Edition


@dataclass(frozen=True, slots=True)
class MeetingView:
    """The organisation's thresholds and transformation goals."""

    fewest_answers: int
    """From so many answers on a figure about people may be seen."""
    least_response: float
    """And from this share of those who were invited."""
    goals_at_once: int
    """So many goals a team can follow at once."""
    transformation_goals: tuple[tuple[str, str], ...]
    """Id and name of each."""

    @property
    def response_percentage(self) -> int:
        """The share as people say it."""
        return round(self.least_response * 100)


def meeting_view(edition: Edition) -> MeetingView:
    """Return what the scale round and the choice of goals follow."""
    thresholds = edition.organisation.thresholds
    return MeetingView(
        fewest_answers=thresholds.fewest_answers,
        least_response=thresholds.least_response,
        goals_at_once=thresholds.goals_at_once,
        transformation_goals=tuple((goal.id, goal.name) for goal in edition.organisation.transformation_goals),
    )
