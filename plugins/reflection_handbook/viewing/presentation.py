"""``/teams/<team>/presentatie/``: what steps 3 and 4 are about, a slide at a time, for a meeting room."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ..model.dates import PartialDate
from ..model.goals import Goal, GoalStatus, InterventionTheory
from ..model.language import say
from ..model.origin import Origin
from ..model.published import Edition, PublishedPractice, PublishedTeam
from ..model.steps import StepId
from .addresses import Link, practice_url, presentation_url, team_url
from .steps import Next, Standing, StepMark, mark, next_step, standing

_WORDS_A_SLIDE = 6
_FACTORS_A_SLIDE = 3
_LONG = 600
"""A story with more letters than this needs smaller type."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something to look at together, in a few words."""

    text: str
    under: tuple[str, ...] = ()
    """What it rests on."""
    mark: StepMark | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """Whose presentation this is, and where the team stands."""

    kind: ClassVar[str] = "opening"
    title: str
    subtitle: str
    standing: Standing
    step: int = StepId.FEEDBACK.number


@dataclass(frozen=True, slots=True)
class Points:
    """A few points under one heading."""

    kind: ClassVar[str] = "points"
    title: str
    step: int
    points: tuple[Point, ...]
    question: str = ""
    """What to talk about."""
    part: str = ""
    """Which part of a long list this is."""


@dataclass(frozen=True, slots=True)
class Story:
    """A best practice."""

    kind: ClassVar[str] = "story"
    title: str
    step: int
    link: Link
    """Its own page: this slide goes when the practice is taken back."""
    text: str
    long: bool
    qualities: tuple[str, ...]
    question: str


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal that the team works on."""

    kind: ClassVar[str] = "aim"
    title: str
    step: int
    above: str
    theory: InterventionTheory | None
    transformation_goals: tuple[str, ...]
    working_factors: tuple[str, ...]
    question: str


@dataclass(frozen=True, slots=True)
class Closing:
    """What comes next, when and with whom."""

    kind: ClassVar[str] = "closing"
    title: str
    step: int
    next: Next


Slide = Opening | Points | Story | Aim | Closing


@dataclass(frozen=True, slots=True)
class PresentationView:
    """A team's presentation."""

    name: str
    organisation: str
    team: str
    """The address of the team's own page."""
    origin: str
    """Where all of it comes from: each slide says so if that is the pilot, or if it is made up."""
    reference: str | None
    reference_date: PartialDate | None
    today: date
    slides: tuple[Slide, ...]


def presentation_link(team: PublishedTeam, edition: Edition) -> str | None:
    """Return the address of a team's presentation, or nothing as long as there is nothing to present."""
    shown = team.qualities or team.working_factors or _running(team) or _practices(team, edition)
    return presentation_url(team.id) if shown else None


def presentation_view(team: PublishedTeam, edition: Edition, today: date) -> PresentationView | None:
    """Return a team's presentation, or nothing as long as there is nothing to present."""
    if presentation_link(team, edition) is None:
        return None
    return PresentationView(
        name=team.name,
        organisation=edition.organisation.name,
        team=team_url(team.id),
        origin=team.origin.value,
        reference=team.reference,
        reference_date=team.reference_date,
        today=today,
        slides=tuple(_slides(team, edition)),
    )


def _slides(team: PublishedTeam, edition: Edition) -> Iterator[Slide]:
    """Yield the slides. A team of the pilot is only retold: nobody meets today, and nothing comes next."""
    retold = team.origin is Origin.PILOT
    yield Opening(
        team.name,
        say("Wat werkt bij dit team?") if retold else say("Wat werkt bij ons, en waar gaan we voor?"),
        standing(team),
    )
    if not retold:
        yield _today()
        yield _promise()
    yield from _qualities(team, retold)
    yield from (_story(practice, team, retold) for practice in _practices(team, edition))
    yield from _factors(team, retold)
    yield from (_aim(goal, team, edition, retold) for goal in _running(team))
    if not retold:
        coming = next_step(team)
        step = coming.mark.number if coming.mark else StepId.CHOICE.number
        yield Closing(say("Hoe gaan we verder?"), step, coming)


def _today() -> Points:
    return Points(
        say("Wat doen we vandaag?"),
        StepId.FEEDBACK.number,
        (
            Point(say("We kijken samen wat de gesprekken opleverden."), mark=mark(StepId.FEEDBACK)),
            Point(say("We stellen vast wat bij ons werkt, en kiezen waar we voor gaan."), mark=mark(StepId.FACTORS)),
        ),
    )


def _promise() -> Points:
    """Return what happens with what is said. Source: ``docs/over/wat-gebeurt-er-met-wat-ik-vertel.md``."""
    return Points(
        say("Wat gebeurt er met wat je zegt?"),
        StepId.FEEDBACK.number,
        (
            Point(say("Jij beslist over jouw woorden. Zonder jouw ja verschijnt er niets van.")),
            Point(say("Over de pagina van het team beslissen jullie samen. Namen staan er nooit bij.")),
            Point(say("Je mag altijd van gedachten veranderen. Een reden is niet nodig.")),
        ),
    )


def _qualities(team: PublishedTeam, retold: bool) -> Iterator[Points]:
    title = say("Hier is dit team goed in") if retold else say("Hier zijn wij goed in")
    question = say("Herken je dit? Wanneer zag je een collega dit doen?")
    points = tuple(Point(quality.name) for quality in team.qualities)
    yield from _spread(points, _WORDS_A_SLIDE, title, StepId.FEEDBACK, _of(retold, question))


def _factors(team: PublishedTeam, retold: bool) -> Iterator[Points]:
    title = say("Dit werkt bij dit team") if retold else say("Dit werkt bij ons")
    question = say("Herkennen jullie dit? Ontbreekt er iets?")
    names = {quality.id: quality.name for quality in team.qualities}
    points = tuple(Point(factor.name, tuple(names[id] for id in factor.qualities)) for factor in team.working_factors)
    yield from _spread(points, _FACTORS_A_SLIDE, title, StepId.FACTORS, _of(retold, question))


def _spread(points: tuple[Point, ...], most: int, title: str, step: StepId, question: str) -> Iterator[Points]:
    """Yield points over as few slides as can be read, about as many on each."""
    if not points:
        return
    slides = math.ceil(len(points) / most)
    each = math.ceil(len(points) / slides)
    for number in range(slides):
        part = say("{number} van {count}", number=number + 1, count=slides) if slides > 1 else ""
        yield Points(title, step.number, points[number * each : (number + 1) * each], question, part)


def _story(practice: PublishedPractice, team: PublishedTeam, retold: bool) -> Story:
    names = {quality.id: quality.name for quality in team.qualities}
    return Story(
        title=practice.title,
        step=StepId.FEEDBACK.number,
        link=Link(practice.title, practice_url(practice.id), practice.origin.value),
        text=practice.text,
        long=len(practice.text) > _LONG,
        qualities=tuple(names[id] for id in practice.qualities),
        question=_of(retold, say("Wat herken je hierin? Wat zou je ook willen proberen?")),
    )


def _aim(goal: Goal, team: PublishedTeam, edition: Edition, retold: bool) -> Aim:
    aims = {aim.id: aim.name for aim in edition.organisation.transformation_goals}
    factors = {factor.id: factor.name for factor in team.working_factors}
    return Aim(
        title=goal.name,
        step=StepId.FACTORS.number,
        above=say("Hier werkt dit team aan") if retold else say("Hier gaan wij voor"),
        theory=goal.intervention_theory,
        transformation_goals=tuple(aims[id] for id in goal.transformation_goals),
        working_factors=tuple(factors[id] for id in goal.working_factors),
        question=_of(retold, say("Wat merken gezinnen als dit lukt?")),
    )


def _of(retold: bool, question: str) -> str:
    """Return what to ask a team; who looks at another team is asked about the own one."""
    return say("Herkennen jullie dit in jullie eigen team?") if retold else question


def _running(team: PublishedTeam) -> tuple[Goal, ...]:
    return tuple(goal for goal in team.goals if goal.status is GoalStatus.RUNNING)


def _practices(team: PublishedTeam, edition: Edition) -> tuple[PublishedPractice, ...]:
    return tuple(practice for practice in edition.practices if practice.team == team.id)
