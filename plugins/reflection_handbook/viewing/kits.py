"""Kits: what a facilitator takes along to a conversation, on paper. One for each step, plan and team, and a poster.

Question cards come first: a browser cannot be told on which side of a sheet a part begins, so only what follows the
cover is certain to have each back behind its own front.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..model.documents import Document
from ..model.language import say
from ..model.pages import StepCard, step_page
from ..model.plans import Plan
from ..model.published import Edition, PublishedTeam
from ..model.steps import StepId
from .addresses import KITS, METHOD, PLAN, PLAN_KIT, Link, plan_url, step_url, team_kit_url, team_link, team_url
from .kit_cards import Sheet, sheets
from .kit_forms import FormPart, LetterPart, PosterPart, forms, letters, poster
from .kit_guide import Chapter, chapter
from .kit_plan import OpenedPlan, PlanPart, ready_plan
from .kit_team import TeamPart, team_parts
from .method import parts_of
from .plans import PlanView, plan_views
from .steps import StepMark, mark

POSTER = "poster"


class KitKind(StrEnum):
    """What a kit is for."""

    STEP = "step"
    PLAN = "plan"
    POSTER = "poster"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class GuidePart:
    """The conversation guide: a chapter a description of the method."""

    title: str
    chapters: tuple[Chapter, ...]
    kind: str = "guide"


@dataclass(frozen=True, slots=True)
class CardsPart:
    """Question cards, eight a sheet."""

    title: str
    count: int
    sheets: tuple[Sheet, ...]
    kind: str = "cards"


Part = GuidePart | CardsPart | PlanPart | LetterPart | FormPart | PosterPart | TeamPart


@dataclass(frozen=True, slots=True)
class Kit:
    """Sheets of paper that belong together."""

    kind: KitKind
    id: str
    """What somebody types after ``handbook kit``."""
    title: str
    about: str
    url: str
    """Where its print page stands."""
    back: Link
    """The page that it belongs to."""
    parts: tuple[Part, ...]
    mark: StepMark | None = None
    origin: str = ""
    reference: str | None = None

    @property
    def name(self) -> str:
        """The name of its PDF, which people keep on their own machine."""
        return f"kit-{self.id}.pdf"

    @property
    def contents(self) -> tuple[str, ...]:
        """What is in it, in the order of its sheets."""
        return tuple(part.title for part in self.parts)

    @property
    def pdf_url(self) -> str:
        """Where its PDF stands, if the site has it."""
        return f"{self.url}{self.name}"

    @property
    def called(self) -> tuple[str, ...]:
        """Every name under which it can be asked for: a step also by its number or its own name, a plan by its own."""
        if self.kind is KitKind.STEP and self.mark:
            return (self.id, str(self.mark.number), self.mark.id)
        return (self.id, self.id.removeprefix(PLAN_KIT)) if self.kind is KitKind.PLAN else (self.id,)


def kits(edition: Edition) -> tuple[Kit, ...]:
    """Return every kit: of the steps that are described, the plans, the poster, and teams with something to bring."""
    return tuple(_all(edition))


def opened_kit(opened: OpenedPlan, edition: Edition) -> Kit:
    """Return the kit of a plan that somebody made, from its address."""
    return Kit(
        kind=KitKind.PLAN,
        id="plan",
        title=say("Kit: {title}", title=opened.title),
        about=say("Alles voor dit gesprek, op papier."),
        url=f"{KITS}plan/",
        back=Link(say("Een plan maken"), PLAN),
        parts=(*_cards(edition, opened.questions), opened.part),
        mark=opened.mark,
    )


def _all(edition: Edition) -> Iterator[Kit]:
    documents = {document.uri: document for document in edition.documents}
    described = [step for step in StepId if step_page(step) in documents]
    for step in described:
        yield _step_kit(step, documents[step_page(step)], edition)
    plans = {plan.id: plan for plan in edition.plans.plans} if edition.plans else {}
    for view in plan_views(edition):
        yield _plan_kit(view, plans[view.id], documents, edition)
    if wall := poster(edition):
        yield Kit(
            kind=KitKind.POSTER,
            id=POSTER,
            title=say("Poster: de zeven stappen"),
            about=say("Voor aan de muur: dan ziet iedereen waar jullie zijn en wat er komt."),
            url=f"{KITS}{POSTER}/",
            back=Link(say("De methode"), METHOD),
            parts=(wall,),
        )
    for team in edition.teams:
        if parts := team_parts(team, edition):
            yield _team_kit(team, parts)


def _step_kit(step: StepId, document: Document, edition: Edition) -> Kit:
    return Kit(
        kind=KitKind.STEP,
        id=step.slug,
        title=say("Kit voor stap {number}: {title}", number=step.number, title=mark(step).title),
        about=document.card.purpose if isinstance(document.card, StepCard) else document.card.description or "",
        url=f"{KITS}{step.slug}/",
        back=Link(mark(step).title, step_url(step)),
        parts=tuple(_step_parts(step, document, edition)),
        mark=mark(step),
    )


def _step_parts(step: StepId, document: Document, edition: Edition) -> Iterator[Part]:
    parts = [part for part, _ in parts_of(step, edition)]
    chapters = (chapter(document, whole=True), *(chapter(part) for part in parts))
    first = document.card.questions if isinstance(document.card, StepCard) else ()
    others = (question.id for question in edition.questions if question.step is step)
    yield from _cards(edition, tuple(dict.fromkeys((*first, *others))))
    yield GuidePart(say("Gespreksleidraad"), tuple(found for found in chapters if found.sections))
    for part in (document, *parts):
        yield from letters(part)
    yield from forms(step, edition)
    if step is StepId.ENGAGEMENT and (wall := poster(edition)):
        yield wall


def _plan_kit(view: PlanView, plan: Plan, documents: dict[str, Document], edition: Edition) -> Kit:
    described = documents.get(plan.page)
    chapters = (chapter(described),) if described else ()
    guide = GuidePart(say("Gespreksleidraad"), tuple(found for found in chapters if found.sections))
    return Kit(
        kind=KitKind.PLAN,
        id=f"{PLAN_KIT}{view.id}",
        title=say("Kit: {title}", title=view.title),
        about=view.purpose,
        url=view.kit,
        back=Link(view.title, plan_url(view.id)),
        parts=(
            *_cards(edition, view.questions),
            ready_plan(view),
            *([guide] if guide.chapters else []),
            *(letters(described) if described else ()),
            *forms(plan.step, edition),
        ),
        mark=view.mark,
    )


def _cards(edition: Edition, ids: Sequence[str]) -> Iterator[CardsPart]:
    known = {question.id: question for question in edition.questions}
    found = tuple(known[id] for id in ids if id in known)
    if found:
        yield CardsPart(say("Vraagkaarten"), len(found), sheets(found, known))


def _team_kit(team: PublishedTeam, parts: tuple[TeamPart, ...]) -> Kit:
    return Kit(
        kind=KitKind.TEAM,
        id=team.id,
        title=say("Kit van {team}", team=team.name),
        about=say("De doelen, de schalen en de bijeenkomsten van het team, om op tafel te leggen."),
        url=team_kit_url(team.id),
        back=Link(team_link(team).text, team_url(team.id)),
        parts=parts,
        origin=team.origin.value,
        reference=team.reference,
    )
