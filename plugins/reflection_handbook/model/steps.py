"""The seven steps of the method, and what a team records of each."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from .base import Date, Model, Prose, Whole, YesNo


class StepId(StrEnum):
    """A step of the cycle, in its order. Source: evaluation report, table 1."""

    ENGAGEMENT = "engagement"
    INTERVIEWS = "interviews"
    FEEDBACK = "teruglegging"
    FACTORS = "werkzame-factoren"
    CHOICE = "keuze-monitoring"
    MONITORING = "monitoren"
    REPETITION = "herhaling"

    @property
    def number(self) -> int:
        """Its place in the cycle, from 1 to 7."""
        return list(StepId).index(self) + 1

    @property
    def slug(self) -> str:
        """Its name in addresses, such as ``2-interviews``."""
        return f"{self.number}-{self.value}"

    @property
    def following(self) -> StepId:
        """The step that the method puts after it; after the seventh comes a new round, so the second."""
        steps = list(StepId)
        return steps[self.number] if self.number < len(steps) else StepId.INTERVIEWS


class StepStatus(StrEnum):
    """How far a team is with a step."""

    NOT_STARTED = "niet-gestart"
    PLANNED = "gepland"
    RUNNING = "bezig"
    DONE = "afgerond"
    SKIPPED = "overgeslagen"

    @property
    def begun(self) -> bool:
        """Whether there has been anything of it."""
        return self in (StepStatus.RUNNING, StepStatus.DONE)


class StepRecord(Model):
    """Wat een team van één stap vastlegt."""

    status: StepStatus = StepStatus.NOT_STARTED
    """Hoe ver het team met deze stap is."""
    start: Date | None = None
    """Wanneer de stap begon, of zal beginnen."""
    end: Date | None = None
    """Wanneer de stap klaar was."""
    remark: Prose | None = None
    """Wat erbij hoort te staan, in een paar zinnen."""


class EngagementRecord(StepRecord):
    """Stap 1: betrokkenheid."""

    decision: Literal["samen", "team", "teamleider", "leiding"] | None = None
    """Wie besloot om mee te doen."""


class Letters(Model):
    """De persoonlijke brieven na de interviews."""

    sent: Whole | None = None
    """Hoeveel brieven zijn verstuurd."""
    approved: Whole | None = None
    """Hoeveel brieven zijn goedgekeurd door wie ze kreeg."""


class InterviewsRecord(StepRecord):
    """Stap 2: interviews."""

    form: Literal["individueel", "groep"] | None = None
    """Een gesprek per persoon, of met de groep."""
    invited: Whole | None = None
    """Hoeveel mensen zijn uitgenodigd."""
    held: Whole | None = None
    """Hoeveel gesprekken zijn gehouden."""
    letters: Letters | None = None
    """De persoonlijke brieven."""


class Inventory(Model):
    """Het overzicht van kwaliteiten en werkzame factoren, zoals het team het beoordeelde."""

    recognisable: YesNo | None = None
    """Of het team zich erin herkent."""
    complete: YesNo | None = None
    """Of er niets ontbreekt."""


class FactorsRecord(StepRecord):
    """Stap 4: werkzame factoren."""

    inventory: Inventory | None = None
    """Wat het team van het overzicht vond."""


class MonitoringRecord(StepRecord):
    """Stap 6: monitoren."""

    form: Literal["team", "kopgroep"] | None = None
    """Het hele team, of eerst een kopgroep."""


class Steps(Model):
    """De zeven stappen van een ronde."""

    engagement: EngagementRecord = EngagementRecord()
    """Stap 1: betrokkenheid."""
    interviews: InterviewsRecord = InterviewsRecord()
    """Stap 2: interviews."""
    feedback: StepRecord = StepRecord()
    """Stap 3: teruglegging."""
    factors: FactorsRecord = FactorsRecord()
    """Stap 4: werkzame factoren."""
    choice: StepRecord = StepRecord()
    """Stap 5: keuze en voorbereiding van het monitoren."""
    monitoring: MonitoringRecord = MonitoringRecord()
    """Stap 6: monitoren."""
    repetition: StepRecord = StepRecord()
    """Stap 7: herhaling."""

    def items(self) -> list[tuple[StepId, StepRecord]]:
        """Return each step with its record, in the order of the method."""
        return list(zip(StepId, (record for _, record in self), strict=True))
