"""What stands beside what in a team's portfolio, both ways: practice, quality, working factor, goal, and on.

All of it comes from one list of pairs, so that whatever leads from one thing to another also leads back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ..model.agenda import MeetingStatus
from ..model.goals import GoalStatus
from ..model.published import Edition, PublishedPractice, PublishedTeam
from .addresses import measurement_anchors
from .elements import Element, Key, Kind, elements, spoken

_ONE_PLACE = (Kind.MEASUREMENT, Kind.CONVERSATION)
"""What is known by its date, and whose id is its anchor."""

Neighbours = Mapping[Key, tuple[Element, ...]]
"""What stands beside each thing, in the order of the chain."""


def practices_of(team: PublishedTeam, edition: Edition) -> tuple[PublishedPractice, ...]:
    """Return the practices of a team."""
    return tuple(practice for practice in edition.practices if practice.team == team.id)


def neighbours(team: PublishedTeam, edition: Edition, today: date) -> Neighbours:
    """Return what stands beside each thing of a team, with addresses as on the team's own page."""
    practices = practices_of(team, edition)
    found = elements(team, practices, edition.organisation.transformation_goals)
    return joined(pairs(team, practices, today), found)


def neighbours_of_practice(
    practice: PublishedPractice, team: PublishedTeam, edition: Edition, page: str
) -> tuple[Element, ...]:
    """Return what stands beside a practice.

    Args:
        practice: one of the team's.
        team: the team.
        edition: what may be seen.
        page: the address of the team's page.
    """
    found = elements(team, (practice,), edition.organisation.transformation_goals, page)
    return joined(_of_practice(practice, team), found).get((Kind.PRACTICE, practice.id), ())


def joined(pairs: Iterable[tuple[Key, Key]], elements: Mapping[Key, Element]) -> Neighbours:
    """Return what stands beside each thing: every pair counts both ways, and once."""
    order = {key: place for place, key in enumerate(elements)}
    beside: dict[Key, set[Key]] = {}
    for one, other in pairs:
        if one in elements and other in elements:
            beside.setdefault(one, set()).add(other)
            beside.setdefault(other, set()).add(one)
    return {
        key: tuple(elements[other] for other in sorted(found, key=order.__getitem__)) for key, found in beside.items()
    }


def beside_anchors(beside: Neighbours) -> dict[str, tuple[Element, ...]]:
    """Return the same by the anchor on the team's page; a measurement and its conversation stand in one place."""
    found: dict[str, dict[Element, None]] = {}
    for (kind, id), others in beside.items():
        anchor = id if kind in _ONE_PLACE else f"{kind}-{id}"
        kept = (other for other in others if not (kind in _ONE_PLACE and other.kind in _ONE_PLACE))
        found.setdefault(anchor, {}).update(dict.fromkeys(kept))
    return {anchor: tuple(others) for anchor, others in found.items()}


def pairs(team: PublishedTeam, practices: Iterable[PublishedPractice], today: date) -> Iterator[tuple[Key, Key]]:
    """Yield every two things of a team that stand beside each other."""
    for practice in practices:
        yield from _of_practice(practice, team)
    for factor in team.working_factors:
        yield from _each((Kind.FACTOR, factor.id), Kind.QUALITY, factor.qualities)
    for goal in team.goals:
        yield from _each((Kind.GOAL, goal.id), Kind.FACTOR, goal.working_factors)
        yield from _each((Kind.GOAL, goal.id), Kind.TRANSFORMATION_GOAL, goal.transformation_goals)
    yield from _of_scales(team)
    yield from _of_improvements_and_agenda(team, today)


def _of_practice(practice: PublishedPractice, team: PublishedTeam) -> Iterator[tuple[Key, Key]]:
    """Yield what a practice names, and the goals that rest on one of its factors or qualities."""
    own = (Kind.PRACTICE, practice.id)
    yield from _each(own, Kind.QUALITY, practice.qualities)
    yield from _each(own, Kind.FACTOR, practice.working_factors)
    yield from _each(own, Kind.TRANSFORMATION_GOAL, practice.transformation_goals)
    shown = {factor.id for factor in team.working_factors if set(factor.qualities) & set(practice.qualities)}
    shown |= set(practice.working_factors)
    resting = [goal.id for goal in team.goals if shown & set(goal.working_factors)]
    yield from _each(own, Kind.GOAL, resting)


def _of_scales(team: PublishedTeam) -> Iterator[tuple[Key, Key]]:
    for scale in team.scales:
        yield (Kind.SCALE, scale.id), (Kind.GOAL, scale.goal)
    for id, measurement in zip(measurement_anchors(team), team.measurements, strict=True):
        yield (Kind.MEASUREMENT, id), (Kind.SCALE, measurement.scale)
        if spoken(measurement):
            yield (Kind.MEASUREMENT, id), (Kind.CONVERSATION, id)
        kind = Kind.CONVERSATION if spoken(measurement) else Kind.MEASUREMENT
        for place, meeting in enumerate(team.agenda, 1):
            if measurement.date.exact and measurement.date == meeting.date:
                yield (kind, id), (Kind.MEETING, str(place))


def _of_improvements_and_agenda(team: PublishedTeam, today: date) -> Iterator[tuple[Key, Key]]:
    """Yield the goal and the talk of an improvement, and the meeting where running goals and improvements come back."""
    meeting = meeting_ahead(team, today)
    ended = {goal.id for goal in team.goals if goal.status is not GoalStatus.RUNNING}
    for place, improvement in enumerate(team.improvements, 1):
        key = (Kind.IMPROVEMENT, str(place))
        if improvement.from_goal:
            yield key, (Kind.GOAL, improvement.from_goal)
            if talk := latest_talk(improvement.from_goal, team):
                yield key, (Kind.CONVERSATION, talk)
        if meeting and improvement.status != "gestopt" and improvement.from_goal not in ended:
            yield key, (Kind.MEETING, meeting)
    for goal in team.goals:
        if meeting and goal.status is GoalStatus.RUNNING:
            yield (Kind.GOAL, goal.id), (Kind.MEETING, meeting)


def meeting_ahead(team: PublishedTeam, today: date) -> str | None:
    """Return the place, from 1, of the meeting that comes first; where none comes, of the last that was held."""
    numbered = list(enumerate(team.agenda, 1))
    ended = (MeetingStatus.HELD, MeetingStatus.CANCELLED)
    coming = [entry for entry in numbered if entry[1].status not in ended and entry[1].date.last >= today]
    held = [entry for entry in numbered if entry[1].status is MeetingStatus.HELD]
    if coming:
        return str(min(coming, key=lambda entry: (entry[1].date.last, entry[1].date.first))[0])
    return str(max(held, key=lambda entry: entry[1].date.first)[0]) if held else None


def latest_talk(goal: str, team: PublishedTeam) -> str | None:
    """Return the latest conversation over a scale of a goal, by its measurement."""
    scales = {scale.id for scale in team.scales if scale.goal == goal}
    talks: list[tuple[date, str]] = [
        (measurement.date.first, id)
        for id, measurement in zip(measurement_anchors(team), team.measurements, strict=True)
        if measurement.scale in scales and spoken(measurement)
    ]
    return max(talks, key=lambda talk: talk[0])[1] if talks else None


def _each(one: Key, kind: Kind, ids: Iterable[str]) -> Iterator[tuple[Key, Key]]:
    return ((one, (kind, id)) for id in ids)
