"""``/best-practices/`` and a page for each practice."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.origin import Origin
from ..model.published import Edition, PublishedPractice
from .addresses import Link, practice_url, question_url, team_link, team_url, transformation_goal_url
from .elements import Kind
from .neighbours import neighbours_of_practice


@dataclass(frozen=True, slots=True)
class PracticeView:
    """A best practice, for its card and for its page."""

    id: str
    title: str
    link: Link
    origin: str
    team: Link | None
    qualities: tuple[Link, ...]
    """Without an address where the practice belongs to no team."""
    working_factors: tuple[Link, ...]
    goals: tuple[Link, ...]
    """The team's goals that rest on what it shows."""
    transformation_goals: tuple[Link, ...]
    questions: tuple[Link, ...]
    """To talk on about what it tells."""
    reference: str | None
    text: str


def practice_views(edition: Edition) -> tuple[PracticeView, ...]:
    """Return all practices: made-up ones last, otherwise by title."""
    found = sorted(edition.practices, key=lambda p: (p.origin is Origin.EXAMPLE, p.title.casefold(), p.id))
    return tuple(practice_view(practice, edition) for practice in found)


def practice_view(practice: PublishedPractice, edition: Edition) -> PracticeView:
    """Return a practice with its neighbours."""
    team = edition.team(practice.team)
    asked = {question.id: question.question for question in edition.questions}
    aims = {aim.id: aim.name for aim in edition.organisation.transformation_goals}
    beside = neighbours_of_practice(practice, team, edition, team_url(team.id)) if team else ()
    links = {kind: tuple(Link(found.text, found.url) for found in beside if found.kind is kind) for kind in Kind}
    return PracticeView(
        id=practice.id,
        title=practice.title,
        link=Link(practice.title, practice_url(practice.id), practice.origin.value),
        origin=practice.origin.value,
        team=team_link(team) if team else None,
        qualities=links[Kind.QUALITY] if team else tuple(Link(text, "") for text in practice.qualities),
        working_factors=links[Kind.FACTOR],
        goals=links[Kind.GOAL],
        transformation_goals=tuple(Link(aims[id], transformation_goal_url(id)) for id in practice.transformation_goals),
        questions=tuple(Link(asked[id], question_url(id)) for id in practice.questions if id in asked),
        reference=practice.reference,
        text=practice.text,
    )
