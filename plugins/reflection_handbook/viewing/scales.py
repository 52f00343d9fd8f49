"""The scales of a goal: what was said each time a team used one, and what may show of its figures."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from ..model.agenda import MeetingStatus
from ..model.dates import PartialDate
from ..model.language import say
from ..model.origin import Origin
from ..model.published import NOT_SHOWN, Band, Mean, PublishedMeasurement, PublishedTeam, ScoreCount
from ..model.scales import Scale
from .addresses import Link, document_url, measurement_anchors
from .series import Series, round_of, series_views

ROUND_PAGE = "voorbereiden/schaalronde.md"

_FILLED_IN_BY = {
    "team": "het team",
    "medewerker": "de professional",
    "client": "de cliënt",
    "ouder": "de ouder",
    "samen": "cliënt en professional samen",
}
_LEVELS = {"client-werker": "tussen cliënt en professional", "individueel": "met jezelf", "team": "in het team"}
_FEW = 2
"""So many talks stand open under each other; of more only the latest does."""


@dataclass(frozen=True, slots=True)
class TalkView:
    """One time that a scale was used: what was said first, and then what may show of the figures."""

    id: str
    date: PartialDate
    round: int | None
    """In which round it was, where a team has more than one and it is certain."""
    meeting: Link | None
    """The meeting of that day."""
    outcome: str | None
    one_point_higher: str | None
    mean: Mean | None
    count: Band | None
    distribution: tuple[ScoreCount, ...]
    """How often each figure was given; only the team itself receives it."""
    not_shown: str | None
    """What stands in the place of the figures, where other talks over this scale do show theirs."""


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
    predecessors: tuple[Link, ...]
    """The scales it came in the place of."""
    successor: Link | None
    talks: tuple[TalkView, ...]
    """The latest first."""
    note: str | None
    """Why there are no figures, or what will stand here."""
    series: Series | None
    """Its figures in the order of time, where any may be shown."""
    round: str | None
    """Where a round over it starts, with its words filled in."""

    @property
    def open_talks(self) -> tuple[TalkView, ...]:
        """The talks to read at once: the latest, or both where there are only two."""
        return self.talks if len(self.talks) <= _FEW else self.talks[:1]

    @property
    def older_talks(self) -> tuple[TalkView, ...]:
        """The talks that a reader asks for."""
        return self.talks[len(self.open_talks) :]


def scale_views(goal: str, team: PublishedTeam, rounds: bool = False) -> tuple[ScaleView, ...]:
    """Return the scales of a goal; one that was replaced stands after the ones in use.

    Args:
        goal: the id of one of the team's goals.
        team: the team.
        rounds: whether the handbook has the tool for a round over a scale.
    """
    scales = sorted((s for s in team.scales if s.goal == goal), key=lambda scale: scale.replaced_by is not None)
    series = series_views(team)
    return tuple(_scale(scale, team, series.get(scale.id), rounds) for scale in scales)


def _scale(scale: Scale, team: PublishedTeam, series: Series | None, rounds: bool) -> ScaleView:
    own = [(m, id) for m, id in zip(team.measurements, measurement_anchors(team), strict=True) if m.scale == scale.id]
    own.sort(key=lambda pair: pair[0].date.first)
    links = {found.id: Link(found.question or found.id, f"#schaal-{found.id}") for found in team.scales}
    return ScaleView(
        id=scale.id,
        question=scale.question or scale.id,
        low=scale.low,
        high=scale.high,
        filled_in_by=say(_FILLED_IN_BY[scale.filled_in_by]) if scale.filled_in_by else "",
        level=say(_LEVELS[scale.talk_level]) if scale.talk_level else "",
        instrument=scale.instrument if scale.instrument in ("ORS", "SRS") else None,
        predecessors=tuple(links[old.id] for old in team.scales if old.replaced_by == scale.id),
        successor=links[scale.replaced_by] if scale.replaced_by else None,
        talks=tuple(_talk(measurement, id, team, series is not None) for measurement, id in reversed(own)),
        note=_note(scale, team, [measurement for measurement, _ in own], series is not None),
        series=series,
        round=_round(scale, team) if rounds and team.origin is not Origin.PILOT else None,
    )


def _round(scale: Scale, team: PublishedTeam) -> str | None:
    """Return where a round starts: for a scale of the team's own that is in use, with what its page shows."""
    if scale.instrument != "eigen" or not scale.keeps_scores or scale.replaced_by or not scale.question:
        return None
    words = {"schaal": scale.id, "vraag": scale.question, "laag": scale.low, "hoog": scale.high}
    words["metingen"] = "ja" if team.measurements else None
    return f"{document_url(ROUND_PAGE)}#{urlencode({name: word for name, word in words.items() if word})}"


def _talk(measurement: PublishedMeasurement, id: str, team: PublishedTeam, figures: bool) -> TalkView:
    said = measurement.conversation
    return TalkView(
        id=id,
        date=measurement.date,
        round=round_of(measurement.date, team) if len(team.rounds) > 1 else None,
        meeting=_meeting(measurement.date, team),
        outcome=said.outcome if said else None,
        one_point_higher=said.one_point_higher if said else None,
        mean=measurement.mean if figures else None,
        count=measurement.count if figures else None,
        distribution=measurement.distribution or () if figures else (),
        not_shown=measurement.not_shown if figures else None,
    )


def _meeting(when: PartialDate, team: PublishedTeam) -> Link | None:
    """Return the meeting of a day; one that was held goes before one of which nobody wrote down what became of it."""
    if when.exact is None:
        return None
    found = [(n, one) for n, one in enumerate(team.agenda, 1) if one.date == when]
    found = [(n, one) for n, one in found if one.status in (MeetingStatus.HELD, MeetingStatus.PLANNED)]
    found.sort(key=lambda pair: pair[1].status is not MeetingStatus.HELD)
    return Link(found[0][1].what, f"#bijeenkomst-{found[0][0]}") if found else None


def _note(scale: Scale, team: PublishedTeam, own: list[PublishedMeasurement], figures: bool) -> str | None:
    """Return once for a scale why it shows no figures; each talk apart would make a row of refusals."""
    if not scale.keeps_scores:
        return say("Bij deze schaal bewaren we geen cijfers. Het gesprek is wat telt.")
    if not figures and any(measurement.not_shown for measurement in own):
        return say("Cijfers: {words}. Het gesprek is wat telt.", words=say(NOT_SHOWN))
    if not own and not scale.replaced_by and team.origin is not Origin.PILOT:
        return say("Het team heeft deze schaal nog niet gebruikt. Straks staat hier wat het gesprek opleverde.")
    return None
