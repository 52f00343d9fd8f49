"""What a team does differently, and where each of those things stands on its page."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.dates import PartialDate
from ..model.published import PublishedTeam


@dataclass(frozen=True, slots=True)
class ImprovementView:
    """Something that a team does differently, or wants to."""

    anchor: str
    what: str
    status: str
    since: PartialDate | None
    from_goal: str | None


def improvement_views(team: PublishedTeam) -> tuple[ImprovementView, ...]:
    """Return a team's improvements in its own order, which is also what their places are numbered by."""
    return tuple(
        ImprovementView(f"verbeterpunt-{place}", i.what, i.status, i.since, i.from_goal)
        for place, i in enumerate(team.improvements, 1)
    )
