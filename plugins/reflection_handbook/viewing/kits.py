"""Kits: what a facilitator takes along to a conversation, as sheets of paper. One for each step, a poster, the teams'.

Question cards come first: a browser cannot be told on which side of a sheet a part begins, so only what follows the
cover is certain to have each back behind its own front. A kit is nothing but a name and parts: whoever has a guide and
questions of its own, such as a plan, makes one with ``plan_kit``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.documents import Document
from ..model.language import say
from ..model.pages import PartCard, StepCard, step_page
from ..model.published import Edition, PublishedTeam
from ..model.steps import StepId
from .addresses import KITS, METHOD, Link, step_url, team_kit_url, team_link, team_url
from .kit_cards import Sheet, sheets
from .kit_guide import Chapter, chapter, letter_templates
from .kit_team import ScalePart, TeamPart, team_parts
from .method import StepCardView, step_cards
from .steps import StepMark, mark

POSTER = "poster"
_EVALUATION = ("was-het-leuk", "gaf-het-energie", "dacht-je-na", "zie-je-je-doelen")
_ENDORSEMENT = ("meer-opgeleverd-dan-gekost", "wil-je-doorgaan", "gun-je-dit-andere-teams")


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


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A template for a letter or a report, to copy or to fill in."""

    title: str
    text: str
    kind: str = "letter"


@dataclass(frozen=True, slots=True)
class FormPart:
    """A form of one page."""

    kind: str
    """``consent``, ``evaluation`` or ``endorsement``."""
    title: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PosterPart:
    """The seven steps on a wall."""

    title: str
    steps: tuple[StepCardView, ...]
    kind: str = "poster"


Part = GuidePart | CardsPart | LetterPart | FormPart | PosterPart | TeamPart


@dataclass(frozen=True, slots=True)
class Kit:
    """Sheets of paper that belong together."""

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
        """Every name under which it can be asked for; a step also by its number or its own name."""
        return (self.id, str(self.mark.number), self.mark.id) if self.mark else (self.id,)


def kits(edition: Edition) -> tuple[Kit, ...]:
    """Return every kit: of the steps that are described, the poster, and of the teams that have something to bring."""
    return tuple(_all(edition))


def step_kit_url(edition: Edition, step: StepId) -> str | None:
    """Return the address of a step's kit, where there is one."""
    described = any(document.uri == step_page(step) for document in edition.documents)
    return f"{KITS}{step.slug}/" if described else None


def plan_kit(
    id: str, title: str, url: str, back: Link, chapters: Sequence[Chapter], asked: Sequence[str], edition: Edition
) -> Kit:
    """Return the kit of a plan: its own parts as the guide, and cards of its questions, in its order.

    Args:
        id: its name, as somebody types it.
        title: what it is called.
        url: where its print page stands.
        back: the plan's own page.
        chapters: a chapter a part of the plan.
        asked: the ids of its questions; one that is not in the bank any more is passed over.
        edition: what may be shown.
    """
    guide = GuidePart(say("Gespreksleidraad"), tuple(chapters))
    return Kit(id, title, say("Alles voor dit gesprek, op papier."), url, back, (*_cards(edition, asked), guide))


def _all(edition: Edition) -> Iterator[Kit]:
    documents = {document.uri: document for document in edition.documents}
    described = [step for step in StepId if step_page(step) in documents]
    for step in described:
        yield _step_kit(step, documents[step_page(step)], edition)
    if len(described) == len(StepId):
        yield Kit(
            id=POSTER,
            title=say("Poster: de zeven stappen"),
            about=say("Voor aan de muur: dan ziet iedereen waar jullie zijn en wat er komt."),
            url=f"{KITS}{POSTER}/",
            back=Link(say("De methode"), METHOD),
            parts=(_poster(edition),),
        )
    for team in edition.teams:
        if parts := team_parts(team, edition):
            yield _team_kit(team, parts)


def _step_kit(step: StepId, document: Document, edition: Edition) -> Kit:
    return Kit(
        id=step.slug,
        title=say("Kit voor stap {number}: {title}", number=step.number, title=mark(step).title),
        about=document.card.purpose if isinstance(document.card, StepCard) else document.card.description or "",
        url=f"{KITS}{step.slug}/",
        back=Link(mark(step).title, step_url(step)),
        parts=tuple(_step_parts(step, document, edition)),
        mark=mark(step),
    )


def _step_parts(step: StepId, document: Document, edition: Edition) -> Iterator[Part]:
    parts = sorted(
        (found for found in edition.documents if isinstance(found.card, PartCard) and found.card.step is step),
        key=lambda found: (found.card.order if isinstance(found.card, PartCard) else 0, found.uri),
    )
    chapters = (chapter(document, whole=True), *(chapter(part) for part in parts))
    first = document.card.questions if isinstance(document.card, StepCard) else ()
    others = (question.id for question in edition.questions if question.step is step)
    yield from _cards(edition, tuple(dict.fromkeys((*first, *others))))
    yield GuidePart(say("Gespreksleidraad"), tuple(found for found in chapters if found.sections))
    for part in (document, *parts):
        yield from (LetterPart(title, text) for title, text in letter_templates(part))
    yield from _forms(step, edition)


def _forms(step: StepId, edition: Edition) -> Iterator[Part]:
    texts = {question.id: question.question for question in edition.questions}

    def asked(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(texts[id] for id in ids if id in texts)

    if step in (StepId.INTERVIEWS, StepId.REPETITION):
        yield FormPart("consent", say("Toestemming, per doel"))
        if questions := asked(_EVALUATION):
            yield FormPart("evaluation", say("Hoe was dit gesprek?"), questions)
    if step in (StepId.FEEDBACK, StepId.REPETITION) and (questions := asked(_ENDORSEMENT)):
        yield FormPart("endorsement", say("De bekrachtiging: drie vragen"), questions)
    if step in (StepId.CHOICE, StepId.MONITORING, StepId.REPETITION):
        yield ScalePart(say("Schaalblad"))
    if step is StepId.ENGAGEMENT and len(step_cards(edition)) == len(StepId):
        yield _poster(edition)


def _cards(edition: Edition, ids: Sequence[str]) -> Iterator[CardsPart]:
    known = {question.id: question for question in edition.questions}
    found = tuple(known[id] for id in ids if id in known)
    if found:
        yield CardsPart(say("Vraagkaarten"), len(found), sheets(found, known))


def _poster(edition: Edition) -> PosterPart:
    return PosterPart(say("De zeven stappen"), tuple(step_cards(edition)))


def _team_kit(team: PublishedTeam, parts: tuple[TeamPart, ...]) -> Kit:
    return Kit(
        id=team.id,
        title=say("Kit van {team}", team=team.name),
        about=say("De doelen, de schalen en de bijeenkomsten van het team, om op tafel te leggen."),
        url=team_kit_url(team.id),
        back=Link(team_link(team).text, team_url(team.id)),
        parts=parts,
        origin=team.origin.value,
        reference=team.reference,
    )
