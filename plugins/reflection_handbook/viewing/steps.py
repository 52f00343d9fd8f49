"""The steps as every page shows them: number, name, state, and where a team stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.dates import PartialDate
from ..model.language import say
from ..model.origin import Origin
from ..model.published import PublishedRound, PublishedTeam
from ..model.steps import StepId, StepStatus
from .addresses import Link, step_url, team_link
from .recorded import Recorded, recorded

_TITLES = {
    StepId.ENGAGEMENT: "Engagement",
    StepId.INTERVIEWS: "Interviews",
    StepId.FEEDBACK: "Teruglegging",
    StepId.FACTORS: "Werkzame factoren",
    StepId.CHOICE: "Keuze en monitoring",
    StepId.MONITORING: "Monitoren",
    StepId.REPETITION: "Herhaling",
}
_WORDS = {
    StepStatus.NOT_STARTED: "nog niet begonnen",
    StepStatus.PLANNED: "gepland",
    StepStatus.RUNNING: "bezig",
    StepStatus.DONE: "afgerond",
    StepStatus.SKIPPED: "overgeslagen",
}


@dataclass(frozen=True, slots=True)
class StepMark:
    """A step by its number and name."""

    id: str
    number: int
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class StepState:
    """How far a team is with a step."""

    mark: StepMark
    status: str
    """The word in the portfolio, for shapes and colours."""
    word: str
    """The word for people."""
    start: PartialDate | None
    end: PartialDate | None
    remark: str | None
    recorded: Recorded
    """What was recorded of this step in particular."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a team stands: the answer to the first two questions of whoever opens its page."""

    round: int | None
    current: StepMark | None
    sentence: str
    """One line, such as: Ronde 1, stap 5 van 7. Keuze en monitoring: bezig."""
    states: tuple[StepState, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next, when and with whom."""

    what: str
    mark: StepMark | None
    when: PartialDate | None
    when_word: str
    who: str
    agreed: bool
    """Whether the team agreed on it; otherwise it is what the method would have."""


def mark(step: StepId) -> StepMark:
    """Return a step by its number and name."""
    return StepMark(step.value, step.number, say(_TITLES[step]), step_url(step))


def marks() -> tuple[StepMark, ...]:
    """Return the seven steps in their order."""
    return tuple(mark(step) for step in StepId)


def current_round(team: PublishedTeam) -> PublishedRound | None:
    """Return the round a team is in: the latest that has begun, or else the first that is planned."""
    begun = [round for round in team.rounds if any(step.status.begun for step in round.steps.values())]
    if begun:
        return max(begun, key=lambda round: round.round)
    return min(team.rounds, key=lambda round: round.round, default=None)


def current_step(round: PublishedRound) -> StepId | None:
    """Return the step a round is at: the last one that runs, else the last one that is done."""
    by_status = {status: [step for step in StepId if round.steps[step].status is status] for status in StepStatus}
    at = by_status[StepStatus.RUNNING] or by_status[StepStatus.DONE]
    return at[-1] if at else None


def standing(team: PublishedTeam) -> Standing:
    """Return where a team stands in its current round."""
    round = current_round(team)
    if round is None:
        return Standing(None, None, say("Het team is nog niet begonnen."), ())
    states = round_states(round, team)
    step = current_step(round)
    if step is None:
        return Standing(round.round, None, say("Ronde {round} is nog niet begonnen.", round=round.round), states)
    found = mark(step)
    sentence = say(
        "Ronde {round}, stap {number} van 7. {title}: {word}.",
        round=round.round,
        number=found.number,
        title=found.title,
        word=say(_WORDS[round.steps[step].status]),
    )
    return Standing(round.round, found, sentence, states)


def next_step(team: PublishedTeam) -> Next:
    """Return what comes next for a team: what it agreed on, or else what the method would have."""
    round = current_round(team)
    if round and round.next_step:
        agreed = round.next_step
        found = mark(agreed.step)
        return Next(
            what=agreed.what or found.title,
            mark=found,
            when=agreed.when,
            when_word="" if agreed.when else say("Nog geen datum"),
            who=agreed.who or say("Nog niet afgesproken"),
            agreed=True,
        )
    step = current_step(round) if round else None
    found = mark(step.following if step else StepId.ENGAGEMENT)
    if team.origin is Origin.PILOT:
        return Next(found.title, found, None, say("Niet bekend"), say("Niet bekend"), agreed=False)
    return Next(found.title, found, None, say("Nog geen datum"), say("Nog niet afgesproken"), agreed=False)


def teams_at(step: StepId, teams: tuple[PublishedTeam, ...]) -> tuple[Link, ...]:
    """Return the teams that are now at a step."""
    return tuple(team_link(team) for team in teams if (round := current_round(team)) and current_step(round) is step)


def round_states(round: PublishedRound, team: PublishedTeam) -> tuple[StepState, ...]:
    """Return how far a team is, or was, with each step of a round."""
    return tuple(_state(step, round, team) for step in StepId)


def _state(step: StepId, round: PublishedRound, team: PublishedTeam) -> StepState:
    record = round.steps[step]
    return StepState(
        mark=mark(step),
        status=record.status.value,
        word=say(_WORDS[record.status]),
        start=record.start,
        end=record.end,
        remark=record.remark,
        recorded=recorded(step, round, team),
    )
