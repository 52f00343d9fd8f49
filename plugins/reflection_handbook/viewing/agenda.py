"""The reflection agenda: what was promised, which meetings come, and what those that have been brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model.agenda import Meeting, MeetingStatus
from ..model.goals import GoalStatus
from ..model.language import say
from ..model.origin import Origin
from ..model.published import PublishedTeam
from .addresses import Link, agenda_url
from .calendar import calendar_view
from .days import days_word
from .steps import StepMark, mark

_ENDED = (MeetingStatus.HELD, MeetingStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting of the team."""

    anchor: str
    meeting: Meeting
    mark: StepMark | None
    word: str
    """What became of it, for people."""
    days: str
    """How far away it is; nothing for one that has been."""


@dataclass(frozen=True, slots=True)
class PromisesView:
    """What a meeting begins with: what was promised comes before new figures."""

    agreed: tuple[Link, ...]
    """Improvements that were agreed upon."""
    higher: tuple[tuple[Link, str], ...]
    """For each scale in use with a talk, what one point higher looks like."""
    asked: tuple[Link, ...]
    """Conditions that nobody answered yet."""

    @property
    def any(self) -> bool:
        """Whether there is anything to begin with."""
        return bool(self.agreed or self.higher or self.asked)


@dataclass(frozen=True, slots=True)
class AgendaView:
    """The meetings of a team: what comes, soonest first, and what has been, latest first."""

    promises: PromisesView
    coming: tuple[MeetingView, ...]
    past: tuple[MeetingView, ...]
    calendar: str | None
    """The address of the calendar, where there is one."""


def agenda_view(team: PublishedTeam, today: date) -> AgendaView:
    """Return a team's meetings: coming is what has not been held and does not lie before today.

    A day stands before the month or the year that it may lie in: first what is certain.
    """
    numbered = sorted(enumerate(team.agenda, 1), key=lambda entry: (entry[1].date.first, entry[1].what))
    coming = sorted((entry for entry in numbered if _comes(entry[1], today)), key=lambda entry: entry[1].date.last)
    past = [entry for entry in reversed(numbered) if not _comes(entry[1], today)]
    return AgendaView(
        promises=promises(team),
        coming=tuple(_meeting(place, meeting, team, today) for place, meeting in coming),
        past=tuple(_meeting(place, meeting, team) for place, meeting in past),
        calendar=agenda_url(team.id) if calendar_view(team) else None,
    )


def promises(team: PublishedTeam) -> PromisesView:
    """Return what the next meeting begins with; for a team of the pilot nothing, since nothing comes any more."""
    if team.origin is Origin.PILOT:
        return PromisesView((), (), ())
    running = {goal.id for goal in team.goals if goal.status is GoalStatus.RUNNING}
    return PromisesView(
        agreed=tuple(
            Link(improvement.what, f"#verbeterpunt-{place}")
            for place, improvement in enumerate(team.improvements, 1)
            if improvement.status == "afgesproken"
        ),
        higher=tuple(_higher(team, running)),
        asked=tuple(
            Link(condition.what, f"#randvoorwaarde-{place}")
            for place, condition in enumerate(team.conditions, 1)
            if condition.answer is None
        ),
    )


def _higher(team: PublishedTeam, running: set[str]) -> list[tuple[Link, str]]:
    """Return what one point higher looks like, for each scale in use, from the latest talk over it."""
    found = []
    for scale in team.scales:
        if scale.goal not in running or scale.replaced_by:
            continue
        talks = [m for m in team.measurements if m.scale == scale.id and m.conversation]
        talk = max(talks, key=lambda measurement: measurement.date.first, default=None)
        if talk and talk.conversation and talk.conversation.one_point_higher:
            found.append((Link(scale.question or scale.id, f"#schaal-{scale.id}"), talk.conversation.one_point_higher))
    return found


def _comes(meeting: Meeting, today: date) -> bool:
    return meeting.status is not MeetingStatus.HELD and meeting.date.last >= today


def _meeting(place: int, meeting: Meeting, team: PublishedTeam, today: date | None = None) -> MeetingView:
    counts = today and meeting.status not in _ENDED and team.origin is not Origin.PILOT
    return MeetingView(
        anchor=f"bijeenkomst-{place}",
        meeting=meeting,
        mark=mark(meeting.step) if meeting.step else None,
        word=_word(meeting, comes=today is not None),
        days=days_word(meeting.date, today) if counts and today else "",
    )


def _word(meeting: Meeting, comes: bool) -> str:
    if meeting.status is MeetingStatus.PLANNED:
        return say("gepland") if comes else say("stond gepland")
    if meeting.status is MeetingStatus.MOVED:
        return say("verzet naar deze dag") if comes else say("was verzet")
    return say(meeting.status.value)
