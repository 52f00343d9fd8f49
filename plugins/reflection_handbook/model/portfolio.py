"""A team's portfolio: what it is, where it stands, and what may be published of it."""

from __future__ import annotations

from typing import Literal

from .agenda import Condition, Improvement, LearningWish, Meeting, NextStep
from .base import Date, Decimal, Id, Model, Prose, Role, Text, Whole, YesNo
from .consent import Publication
from .goals import Goal, GoalChoice, Quality, WorkingFactor
from .origin import Origin
from .scales import Measurement, Scale
from .steps import StepId, Steps


class Stability(Model):
    """Hoe stabiel het team is."""

    changes_12_months: Whole | None = None
    """Hoeveel mensen in twaalf maanden kwamen of gingen."""
    reorganisation_expected: YesNo | None = None
    """Of er een reorganisatie aankomt."""


class Involved(Model):
    """Wie betrokken is: een rol, nooit een naam."""

    role: Role
    """De rol, bijvoorbeeld teamleider."""
    involved_in: tuple[StepId, ...] = ()
    """Bij welke stappen."""
    external: YesNo | None = None
    """Of deze rol van buiten het team komt."""


class Endorsement(Model):
    """De drie vragen van de bekrachtiging."""

    date: Date | None = None
    """Wanneer de vragen zijn gesteld."""
    participants: Whole | None = None
    """Hoeveel mensen antwoord gaven."""
    gained_more: Whole | None = None
    """Hoeveel mensen zeiden dat het meer opleverde dan het kostte."""
    go_on: Whole | None = None
    """Hoeveel mensen door willen gaan."""
    grant_other_teams: Whole | None = None
    """Hoeveel mensen dit andere teams gunnen."""


class InterviewEvaluation(Model):
    """De evaluatieformulieren na de interviews: gemiddelden van 1 tot 10."""

    completed: Whole | None = None
    """Hoeveel formulieren zijn ingevuld."""
    enjoyable: Decimal | None = None
    """Hoe leuk het gesprek was."""
    energy: Decimal | None = None
    """Hoeveel energie het gaf."""
    reflection: Decimal | None = None
    """Hoeveel het aan reflectie gaf."""
    insight: Decimal | None = None
    """Hoeveel inzicht in eigen doelen het gaf."""


class Round(Model):
    """Eén ronde door de zeven stappen."""

    round: Whole
    """De hoeveelste ronde dit is."""
    started: Date | None = None
    """Wanneer de ronde begon."""
    steps: Steps = Steps()
    """Hoe ver het team met elke stap is."""
    endorsement: Endorsement | None = None
    """De drie vragen van de bekrachtiging."""
    interview_evaluation: InterviewEvaluation | None = None
    """De evaluatieformulieren na de interviews."""
    last_contact: Date | None = None
    """Wanneer team en gespreksleider elkaar voor het laatst spraken."""
    next_step: NextStep | None = None
    """Wat er nu komt."""

    @property
    def running(self) -> bool:
        """Whether it has begun and there is still something to do in it."""
        states = [record.status for _, record in self.steps.items()]
        return any(s.begun for s in states) and not all(s in ("afgerond", "overgeslagen") for s in states)


class Portfolio(Model):
    """Het portfolio van een team."""

    name: Text
    """De naam van het team zoals die op de site staat."""
    kind: Literal["wijkteam", "specialistisch", "anders"]
    """Wat voor team het is."""
    field_of_work: Text | None = None
    """Wat het team doet, in een paar woorden."""
    region: Text | None = None
    """Waar het team werkt."""
    origin: Origin
    """Waar dit portfolio vandaan komt: de pilot, de praktijk, of verzonnen als voorbeeld."""
    reference_date: Date | None = None
    """Bij herkomst pilot: tot wanneer de gegevens lopen."""
    about: Prose | None = None
    """Wie het team is, in een paar zinnen. Markdown mag."""
    members: Whole | None = None
    """Hoeveel mensen in het team werken."""
    publication: Publication | None = None
    """Wie dit portfolio mag zien, en hoe het team daarmee instemde."""
    stability: Stability | None = None
    """Hoe stabiel het team is."""
    people: tuple[Involved, ...] = ()
    """Wie betrokken zijn: rollen, nooit namen."""
    rounds: tuple[Round, ...] = ()
    """De rondes door de zeven stappen."""
    qualities: tuple[Quality, ...] = ()
    """Waar mensen in het team goed in zijn."""
    working_factors: tuple[WorkingFactor, ...] = ()
    """Wat volgens het team werkt."""
    goal_choice: GoalChoice | None = None
    """Hoe het team zijn doelen koos: alleen de uitslag."""
    goals: tuple[Goal, ...] = ()
    """De doelen van het team."""
    scales: tuple[Scale, ...] = ()
    """De schalen waarmee het team over een doel praat."""
    measurements: tuple[Measurement, ...] = ()
    """De metingen, met het gesprek dat erbij hoorde."""
    conditions: tuple[Condition, ...] = ()
    """Wat het team nodig heeft om goed te werken, en van wie."""
    learning_wishes: tuple[LearningWish, ...] = ()
    """Wat het team wil leren."""
    improvements: tuple[Improvement, ...] = ()
    """Wat het team anders is gaan doen."""
    agenda: tuple[Meeting, ...] = ()
    """De bijeenkomsten, geweest en gepland."""

    def known(self, part: str) -> frozenset[Id]:
        """Return the ids of its qualities, working factors, goals or scales."""
        return frozenset(item.id for item in getattr(self, part))
