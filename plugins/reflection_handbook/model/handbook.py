"""A handbook as it was read: everything, private things included. Only ``publishing`` and ``checking`` may see it."""

from __future__ import annotations

from pydantic import Field

from .attachments import Attachment
from .documents import Document, Record
from .effort import EffortFile
from .glossary import GlossaryEntry
from .literature import Reference
from .organisation import Organisation
from .places import Source
from .plans import PlanFile
from .portfolio import Portfolio
from .practices import PracticeCard
from .questions import Question


class Practice(Record):
    """A best practice: its card, its text and where it stands."""

    id: str
    """The file's name without its ending; unique over all teams."""
    team: str | None
    """The team's id, or nothing for a practice of no one team."""
    card: PracticeCard
    text: str
    source: Source


class Team(Record):
    """A team: its portfolio, its practices and where they stand."""

    id: str
    """The folder's name."""
    portfolio: Portfolio
    practices: tuple[Practice, ...] = ()
    source: Source


class BankQuestion(Record):
    """A question with its place."""

    question: Question
    index: int
    """Its place in its file, from 0."""
    source: Source


class Work(Record):
    """A work of the literature with its place."""

    reference: Reference
    index: int
    """Its place in its file, from 0."""
    source: Source


class Effort(Record):
    """The assumptions about effort, with their place."""

    file: EffortFile
    source: Source


class Plans(Record):
    """The plans for conversations, with their place."""

    file: PlanFile
    source: Source


class Handbook(Record):
    """Everything that was read."""

    organisation: Organisation
    organisation_source: Source
    documents: tuple[Document, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    questions: tuple[BankQuestion, ...] = ()
    questions_broken: bool = False
    """Whether a whole file of questions could not be read; then no rule can say that a question does not exist."""
    literature: tuple[Work, ...] = ()
    literature_broken: bool = False
    """Whether a whole file of works could not be read; then no rule can say that a work does not exist."""
    effort: Effort | None = None
    plans: Plans | None = None
    glossary: tuple[GlossaryEntry, ...] = ()
    teams: tuple[Team, ...] = ()
    shared_practices: tuple[Practice, ...] = ()
    names: tuple[str, ...] = Field(default=(), repr=False)
    """Names of people that must be published nowhere, from the local ``namen.txt``. No message ever shows one."""

    @property
    def practices(self) -> tuple[Practice, ...]:
        """All practices, those of teams first."""
        return tuple(practice for team in self.teams for practice in team.practices) + self.shared_practices
