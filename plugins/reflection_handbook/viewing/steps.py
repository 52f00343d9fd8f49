"""The steps as every page shows them: number, name, state, and where a team stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.dates import PartialDate
from ..model.language import say
from ..model.origin import Origin
from ..model.published import (
    NOT_SHOWN,
    CountWord,
    PublishedEndorsement,
    PublishedRound,
    PublishedStep,
    PublishedTeam,
)
from ..model.steps import StepId, StepStatus
from .addresses import Link, step_url, team_link

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
    detail: str | None
    """What was recorded of this step in particular, as a sentence."""


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
    states = tuple(_state(step, round) for step in StepId)
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


def _state(step: StepId, round: PublishedRound) -> StepState:
    record = round.steps[step]
    return StepState(
        mark(step),
        record.status.value,
        say(_WORDS[record.status]),
        record.start,
        record.end,
        record.remark,
        " ".join([*_detail(record), *(_endorsed(round.endorsement) if step is StepId.FEEDBACK else [])]) or None,
    )


def _detail(record: PublishedStep) -> list[str]:
    """Return what was recorded of one step in particular."""
    sentences = {
        "samen": "Team en teamleider besloten samen om mee te doen.",
        "team": "Het team besloot om mee te doen.",
        "teamleider": "De teamleider besloot om mee te doen.",
        "leiding": "De leiding besloot om mee te doen.",
        "individueel": "De gesprekken waren per persoon.",
        "groep": "Er was één gesprek met de hele groep.",
        "kopgroep": "Een kopgroep begint.",
    }
    said = [say(sentences[word]) for word in (record.decision, record.form) if word in sentences]
    said += _counted(record.held, "{people} hadden een gesprek.")
    if record.letters:
        said += _counted(record.letters.approved, "{people} keurden hun brief goed.")
    if record.inventory:
        if record.inventory.recognisable:
            said.append(say("Het team herkende zich in het overzicht."))
        if record.inventory.complete:
            said.append(say("Het overzicht was volledig."))
    return said


def _endorsed(given: PublishedEndorsement | None) -> list[str]:
    """Return what a team answered to the three questions of the endorsement."""
    if given is None:
        return []
    return [
        *_counted(given.gained_more, "{people} vinden dat het meer opleverde dan het kostte."),
        *_counted(given.go_on, "{people} willen doorgaan."),
        *_counted(given.grant_other_teams, "{people} gunnen het ook andere teams."),
    ]


def _counted(people: CountWord | None, sentence: str) -> list[str]:
    """Return a sentence about how many people, where that may be told."""
    if people is None or people == NOT_SHOWN:
        return []
    return [say(sentence, people=say(people).capitalize())]
