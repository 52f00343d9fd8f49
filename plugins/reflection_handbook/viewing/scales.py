"""The scales of a goal: what was said each time a team used one, and what may show of its figures."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.language import say
from ..model.published import PublishedMeasurement, PublishedTeam
from ..model.scales import Scale
from .addresses import Link

_FILLED_IN_BY = {
    "team": "het team",
    "medewerker": "de professional",
    "client": "de cliënt",
    "ouder": "de ouder",
    "samen": "cliënt en professional samen",
}
_LEVELS = {"client-werker": "tussen cliënt en professional", "individueel": "met jezelf", "team": "in het team"}


@dataclass(frozen=True, slots=True)
class ScaleView:
    """A scale, and what was said each time it was used."""

    id: str
    question: str
    low: str | None
    high: str | None
    filled_in_by: str
    level: str
    instrument: str | None
    successor: Link | None
    talks: tuple[PublishedMeasurement, ...]
    """The latest first."""


def scale_views(goal: str, team: PublishedTeam) -> tuple[ScaleView, ...]:
    """Return the scales of a goal; one that was replaced stands after the ones in use."""
    scales = sorted((s for s in team.scales if s.goal == goal), key=lambda scale: scale.replaced_by is not None)
    return tuple(_scale(scale, team) for scale in scales)


def _scale(scale: Scale, team: PublishedTeam) -> ScaleView:
    talks = [m for m in team.measurements if m.scale == scale.id]
    names = {found.id: found.question or found.id for found in team.scales}
    return ScaleView(
        id=scale.id,
        question=scale.question or scale.id,
        low=scale.low,
        high=scale.high,
        filled_in_by=say(_FILLED_IN_BY[scale.filled_in_by]) if scale.filled_in_by else "",
        level=say(_LEVELS[scale.talk_level]) if scale.talk_level else "",
        instrument=scale.instrument if scale.instrument in ("ORS", "SRS") else None,
        successor=Link(names[scale.replaced_by], f"#schaal-{scale.replaced_by}") if scale.replaced_by else None,
        talks=tuple(sorted(talks, key=lambda m: m.date.first, reverse=True)),
    )
