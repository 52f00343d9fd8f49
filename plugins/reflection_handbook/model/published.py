"""What may leave the building. The gate fills these; nothing after the gate sees anything else.

Every field here was let through on purpose: a new key of a portfolio is published nowhere until it stands here too.
The same classes, with their Dutch keys, are what ``data/handbook.json`` holds.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from .agenda import Condition, Improvement, LearningWish, Meeting, NextStep
from .attachments import Attachment
from .base import Date, Id, Model, Prose, Score, Text, Whole
from .consent import Audience
from .documents import Document
from .effort import EffortFile
from .glossary import Term
from .goals import Goal, Quality, WorkingFactor
from .literature import Reference
from .organisation import Organisation, TransformationGoal
from .origin import Origin
from .plans import PlanFile
from .questions import Question
from .scales import Conversation, Scale
from .signals import Signal
from .steps import Inventory, StepId, StepStatus

NOT_SHOWN: Final = "te weinig gegevens om te tonen"
"""What stands in the place of a figure, whatever the reason: the reason itself would tell something."""

CountWord = Literal["allen", "bijna allen", "de meesten", "te weinig gegevens om te tonen"]
"""A count of people as a word. Source: DESIGN, publication rule 5."""
Mean = float | Literal["3 of lager", "9 of hoger"]
"""A mean in halves, and near the ends of the scale only its side. Source: DESIGN, publication rule 3."""
Band = Literal["5–9", "10+"]
"""A number of respondents. Source: the same rule."""


class PublishedLetters(Model):
    """De persoonlijke brieven na de interviews, in woorden."""

    sent: CountWord | None = None
    """Hoeveel mensen een brief kregen."""
    approved: CountWord | None = None
    """Hoeveel brieven zijn goedgekeurd door wie ze kreeg."""


class PublishedStep(Model):
    """Hoe ver een team is met een stap."""

    status: StepStatus
    """Hoe ver het team met deze stap is."""
    start: Date | None = None
    """Wanneer de stap begon, of zal beginnen."""
    end: Date | None = None
    """Wanneer de stap klaar was."""
    remark: Prose | None = None
    """Wat erbij hoort te staan."""
    decision: Text | None = None
    """Bij stap 1: wie besloot om mee te doen."""
    form: Text | None = None
    """Bij stap 2: individueel of groep. Bij stap 6: team of kopgroep."""
    invited: CountWord | None = None
    """Bij stap 2: hoeveel mensen zijn uitgenodigd, in een woord."""
    held: CountWord | None = None
    """Bij stap 2: hoeveel mensen een gesprek hadden, in een woord."""
    letters: PublishedLetters | None = None
    """Bij stap 2: de persoonlijke brieven."""
    inventory: Inventory | None = None
    """Bij stap 4: wat het team van het overzicht vond."""


class PublishedEndorsement(Model):
    """De drie vragen van de bekrachtiging, met de antwoorden in woorden."""

    date: Date | None = None
    """Wanneer de vragen zijn gesteld."""
    participants: CountWord | None = None
    """Hoeveel mensen antwoord gaven."""
    gained_more: CountWord | None = None
    """Hoeveel mensen zeiden dat het meer opleverde dan het kostte."""
    go_on: CountWord | None = None
    """Hoeveel mensen door willen gaan."""
    grant_other_teams: CountWord | None = None
    """Hoeveel mensen dit andere teams gunnen."""


class PublishedEvaluation(Model):
    """De evaluatieformulieren na de interviews."""

    completed: Band | None = None
    """Hoeveel formulieren zijn ingevuld."""
    enjoyable: Mean | None = None
    """Hoe leuk het gesprek was, van 1 tot 10."""
    energy: Mean | None = None
    """Hoeveel energie het gaf."""
    reflection: Mean | None = None
    """Hoeveel het aan reflectie gaf."""
    insight: Mean | None = None
    """Hoeveel inzicht in eigen doelen het gaf."""
    not_shown: Literal["te weinig gegevens om te tonen"] | None = None
    """Staat er in plaats van de cijfers."""


class PublishedRound(Model):
    """Een ronde door de zeven stappen."""

    round: Whole
    """De hoeveelste ronde dit is."""
    started: Date | None = None
    """Wanneer de ronde begon."""
    steps: dict[StepId, PublishedStep]
    """Hoe ver het team met elke stap is."""
    endorsement: PublishedEndorsement | None = None
    """De drie vragen van de bekrachtiging."""
    interview_evaluation: PublishedEvaluation | None = None
    """De evaluatieformulieren na de interviews."""
    last_contact: Date | None = None
    """Wanneer team en gespreksleider elkaar voor het laatst spraken."""
    next_step: NextStep | None = None
    """Wat er nu komt."""


class PublishedTally(Model):
    """De uitslag voor één doel, zonder punten of stemmen."""

    goal: Id
    """Het doel."""
    place: Whole
    """De hoeveelste plaats; doelen met evenveel punten delen een plaats."""
    support: CountWord | None = None
    """Bij een stemming: hoeveel van wie stemden dit doel kozen, in een woord."""


class PublishedChoice(Model):
    """Hoe het team zijn doelen koos."""

    manner: Text
    """Door te stemmen, met een rangorde per persoon, of in gesprek."""
    date: Date | None = None
    """Wanneer het team koos."""
    voters: CountWord | None = None
    """Hoeveel mensen meededen, in een woord."""
    result: tuple[PublishedTally, ...] = ()
    """De doelen waarover het ging, het hoogste eerst."""


class ScoreCount(Model):
    """Hoe vaak een cijfer gegeven is."""

    score: Score
    """Het cijfer."""
    count: Whole
    """Hoe vaak."""


class PublishedMeasurement(Model):
    """Een meting: het gesprek, en geen cijfer waar dat iemand zou kunnen aanwijzen."""

    scale: Id
    """Welke schaal."""
    date: Date
    """Wanneer."""
    mean: Mean | None = None
    """Het gemiddelde, op een half cijfer."""
    count: Band | None = None
    """Hoeveel mensen een cijfer gaven."""
    distribution: tuple[ScoreCount, ...] | None = None
    """Alleen voor het team zelf: hoe vaak elk cijfer gegeven is."""
    not_shown: Literal["te weinig gegevens om te tonen"] | None = None
    """Staat er in plaats van de cijfers."""
    conversation: Conversation | None = None
    """Wat het gesprek opleverde."""


class PublishedTeam(Model):
    """Wat iedereen die dit mag zien over een team ziet."""

    id: Id
    """De korte naam van het team, ook in het adres."""
    name: Text
    """De naam van het team."""
    kind: Literal["wijkteam", "specialistisch", "anders"]
    """Wat voor team het is."""
    field_of_work: Text | None = None
    """Wat het team doet."""
    region: Text | None = None
    """Waar het team werkt."""
    origin: Origin
    """Waar dit portfolio vandaan komt."""
    reference_date: Date | None = None
    """Bij herkomst pilot: tot wanneer de gegevens lopen."""
    about: Prose | None = None
    """Wie het team is."""
    reference: Text | None = None
    """Welk openbaar stuk dit portfolio navertelt."""
    rounds: tuple[PublishedRound, ...] = ()
    """De rondes door de zeven stappen."""
    qualities: tuple[Quality, ...] = ()
    """Waar mensen in het team goed in zijn."""
    working_factors: tuple[WorkingFactor, ...] = ()
    """Wat volgens het team werkt."""
    goal_choice: PublishedChoice | None = None
    """Hoe het team zijn doelen koos."""
    goals: tuple[Goal, ...] = ()
    """De doelen van het team."""
    scales: tuple[Scale, ...] = ()
    """De schalen waarmee het team over een doel praat."""
    measurements: tuple[PublishedMeasurement, ...] = ()
    """De metingen, met het gesprek dat erbij hoorde."""
    conditions: tuple[Condition, ...] = ()
    """Wat het team nodig heeft om goed te werken."""
    learning_wishes: tuple[LearningWish, ...] = ()
    """Wat het team wil leren."""
    improvements: tuple[Improvement, ...] = ()
    """Wat het team anders is gaan doen."""
    agenda: tuple[Meeting, ...] = ()
    """De bijeenkomsten, geweest en gepland."""
    signals: tuple[Signal, ...] = ()
    """Wat aandacht vraagt. Alleen voor het team en de organisatie."""


class PublishedPractice(Model):
    """Een best practice die in het handboek mag."""

    id: Id
    """De korte naam, ook in het adres."""
    title: Text
    """De titel."""
    team: Id | None = None
    """Het team waar het verhaal bij hoort."""
    origin: Origin
    """Waar de tekst vandaan komt."""
    qualities: tuple[Text, ...] = ()
    """De kwaliteiten die eruit spreken."""
    working_factors: tuple[Id, ...] = ()
    """De werkzame factoren van het team."""
    transformation_goals: tuple[Id, ...] = ()
    """De transformatiedoelen waar dit aan bijdraagt."""
    questions: tuple[Id, ...] = ()
    """Vragen uit de vragenbank om over dit verhaal door te praten."""
    reference: Text | None = None
    """Welk openbaar stuk deze tekst navertelt."""
    text: Prose
    """De tekst, in Markdown."""


class HandbookData(Model):
    """Het handboek als gegevens: alles wat dit bereik mag zien."""

    version: Literal[1] = 1
    """De versie van dit formaat."""
    built: Date
    """Op welke dag het handboek gebouwd is."""
    audience: Audience
    """Voor wie het handboek gebouwd is."""
    teams: tuple[PublishedTeam, ...]
    """De teams."""
    best_practices: tuple[PublishedPractice, ...]
    """De best practices."""
    transformation_goals: tuple[TransformationGoal, ...]
    """De transformatiedoelen."""


class Edition(BaseModel):
    """The handbook for one audience: all that the rooms after the gate ever receive."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    audience: Audience
    organisation: Organisation
    documents: tuple[Document, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    questions: tuple[Question, ...] = ()
    literature: tuple[Reference, ...] = ()
    effort: EffortFile | None = None
    plans: PlanFile | None = None
    glossary: tuple[Term, ...] = ()
    teams: tuple[PublishedTeam, ...] = ()
    practices: tuple[PublishedPractice, ...] = ()

    def signals(self, team: PublishedTeam) -> bool:
        """Return whether this audience may see what could ask for attention in a team's process.

        A team and its organisation may, others never; a portfolio of the pilot only retells and asks for nothing.
        """
        return self.audience is not Audience.PUBLIC and team.origin is not Origin.PILOT

    def team(self, id: str | None) -> PublishedTeam | None:
        """Return a team that this audience may see."""
        return next((team for team in self.teams if team.id == id), None)


__all__ = [
    "NOT_SHOWN",
    "Band",
    "CountWord",
    "Edition",
    "HandbookData",
    "Mean",
    "PublishedChoice",
    "PublishedEndorsement",
    "PublishedEvaluation",
    "PublishedLetters",
    "PublishedMeasurement",
    "PublishedPractice",
    "PublishedRound",
    "PublishedStep",
    "PublishedTally",
    "PublishedTeam",
    "ScoreCount",
]
