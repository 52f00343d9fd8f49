"""What a team recorded of each step, as sentences: who decided, how many took part, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model.dates import PartialDate
from ..model.goals import Goal
from ..model.language import say
from ..model.published import NOT_SHOWN, CountWord, Mean, PublishedRound, PublishedStep, PublishedTeam
from ..model.steps import StepId

_SENTENCES = {
    "samen": "Team en teamleider besloten samen om mee te doen.",
    "team": "Het team besloot om mee te doen.",
    "teamleider": "De teamleider besloot om mee te doen.",
    "leiding": "De leiding besloot om mee te doen.",
    "individueel": "De gesprekken waren per persoon.",
    "groep": "Er was één gesprek met de hele groep.",
}
_MANNERS = {
    "stemming": "Het team koos zijn doelen door te stemmen.",
    "rangorde": "Ieder zette de doelen op volgorde. Samen gaf dat de keuze.",
    "gesprek": "Het team koos zijn doelen in gesprek.",
}
_TOOLS = {
    "wondervraag": "de wondervraag",
    "voorbeeldcasus": "voorbeeldcasussen",
    "model": "een model",
    "anders": "een ander hulpmiddel",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that was recorded of a step."""

    text: str
    date: PartialDate | None = None
    """A day that the sentence ends with."""


@dataclass(frozen=True, slots=True)
class Average:
    """An average of the evaluation forms, as it may be shown."""

    what: str
    mean: Mean


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded of a step."""

    facts: tuple[Fact, ...] = ()
    averages: tuple[Average, ...] = ()
    """Of the evaluation forms after the interviews."""
    forms: str = ""
    """How many forms those rest on, as a band."""


def recorded(step: StepId, round: PublishedRound, team: PublishedTeam) -> Recorded:
    """Return what was recorded of a step in a round.

    Counts of people are words, and where they may not be told that is said once.
    """
    facts = list(_FACTS[step](round, team)) if step in _FACTS else []
    facts += map(Fact, _order(step, round))
    evaluation = round.interview_evaluation if step is StepId.INTERVIEWS else None
    if _withheld(step, round):
        facts.append(Fact(say("Over aantallen: {words}.", words=say(NOT_SHOWN))))
    if evaluation is None or evaluation.completed is None:
        return Recorded(tuple(facts))
    means = (
        (say("leuk"), evaluation.enjoyable),
        (say("energie"), evaluation.energy),
        (say("reflectie"), evaluation.reflection),
        (say("inzicht in eigen doelen"), evaluation.insight),
    )
    found = tuple(Average(what, mean) for what, mean in means if mean is not None)
    return Recorded(tuple(facts), found, evaluation.completed if found else "")


def tool_word(tool: str) -> str:
    """Return what a goal was explored with, in words."""
    return say(_TOOLS[tool])


def manner_sentence(manner: str) -> str:
    """Return how a team chose its goals, as a sentence."""
    return say(_MANNERS[manner])


def _engagement(round: PublishedRound, team: PublishedTeam) -> Iterator[Fact]:
    yield from _said(round.steps[StepId.ENGAGEMENT].decision)


def _interviews(round: PublishedRound, team: PublishedTeam) -> Iterator[Fact]:
    record = round.steps[StepId.INTERVIEWS]
    yield from _said(record.form)
    yield from _counted(record.invited, "{people} zijn uitgenodigd voor een gesprek.")
    yield from _counted(record.held, "{people} hadden een gesprek.")
    if record.letters:
        yield from _counted(record.letters.sent, "{people} kregen een persoonlijke brief.")
        yield from _counted(record.letters.approved, "{people} keurden hun brief goed.")


def _feedback(round: PublishedRound, team: PublishedTeam) -> Iterator[Fact]:
    given = round.endorsement
    if given is None:
        return
    if given.date:
        yield Fact(say("Bekrachtiging: de drie vragen zijn gesteld op"), given.date)
    yield from _counted(given.participants, "{people} gaven antwoord.")
    yield from _counted(given.gained_more, "{people} vinden dat het meer opleverde dan het kostte.")
    yield from _counted(given.go_on, "{people} willen doorgaan.")
    yield from _counted(given.grant_other_teams, "{people} gunnen het ook andere teams.")


def _factors(round: PublishedRound, team: PublishedTeam) -> Iterator[Fact]:
    inventory = round.steps[StepId.FACTORS].inventory
    if inventory is None:
        return
    if inventory.recognisable is not None:
        known = "Het team herkende zich in het overzicht."
        yield Fact(say(known if inventory.recognisable else "Het team herkende zich nog niet in het overzicht."))
    if inventory.complete is not None:
        whole = "Het overzicht was volledig."
        yield Fact(say(whole if inventory.complete else "Het team vond het overzicht nog niet volledig."))


def _choice(round: PublishedRound, team: PublishedTeam) -> Iterator[Fact]:
    """Yield how goals were chosen, and for each goal of this round how it was explored and what scales came of it."""
    chosen = team.goal_choice
    if chosen and round.round == _latest_choice(team):
        yield Fact(manner_sentence(chosen.manner))
        if chosen.date:
            yield Fact(say("De keuze was op"), chosen.date)
        yield from _counted(chosen.voters, "{people} deden mee aan de keuze.")
    first = min(found.round for found in team.rounds)
    for goal in team.goals:
        if (goal.round or first) == round.round:
            yield from _worked_out(goal, team)


def _latest_choice(team: PublishedTeam) -> int:
    """Return the round that the choice of goals belongs to: of the choices only the latest is kept."""
    begun = [round.round for round in team.rounds if round.steps[StepId.CHOICE].status.begun]
    return max(begun or [round.round for round in team.rounds])


def _worked_out(goal: Goal, team: PublishedTeam) -> Iterator[Fact]:
    scales = sum(1 for scale in team.scales if scale.goal == goal.id)
    if goal.elaboration and goal.elaboration.tool:
        tool = tool_word(goal.elaboration.tool)
        yield Fact(say("‘{goal}’ is verkend met {tool}.", goal=goal.name, tool=tool))
    if scales:
        sentence = "Bij ‘{goal}’ kwam een schaal." if scales == 1 else "Bij ‘{goal}’ kwamen {scales} schalen."
        yield Fact(say(sentence, goal=goal.name, scales=scales))


def _monitoring(round: PublishedRound, team: PublishedTeam) -> Iterator[Fact]:
    record = round.steps[StepId.MONITORING]
    sentences = {"kopgroep": "Een kopgroep probeert de schalen eerst uit.", "team": "Het hele team doet mee."}
    if record.form in sentences:
        yield Fact(say(sentences[record.form]))


_FACTS: dict[StepId, Callable[[PublishedRound, PublishedTeam], Iterator[Fact]]] = {
    StepId.ENGAGEMENT: _engagement,
    StepId.INTERVIEWS: _interviews,
    StepId.FEEDBACK: _feedback,
    StepId.FACTORS: _factors,
    StepId.CHOICE: _choice,
    StepId.MONITORING: _monitoring,
}


def _order(step: StepId, round: PublishedRound) -> Iterator[str]:
    """Yield what is normal but may surprise: two steps in one meeting, and going back a step."""
    feedback, factors, choice = (round.steps[one] for one in (StepId.FEEDBACK, StepId.FACTORS, StepId.CHOICE))
    if step is not StepId.FACTORS:
        return
    if feedback.end and feedback.end.exact and feedback.end == factors.end:
        yield say("Stap 3 en 4 waren in één bijeenkomst. Dat kan heel goed.")
    if _went_back(factors, choice):
        yield say("Het team ging van stap 5 terug naar stap 4. Dat hoort erbij.")


def _went_back(factors: PublishedStep, choice: PublishedStep) -> bool:
    if not choice.status.begun:
        return False
    if factors.status == "bezig":
        return True
    return bool(factors.start and choice.start and factors.start.first > choice.start.last)


def _said(word: str | None) -> Iterator[Fact]:
    if word in _SENTENCES:
        yield Fact(say(_SENTENCES[word]))


def _counted(people: CountWord | None, sentence: str) -> Iterator[Fact]:
    """Yield a sentence about how many people, where that may be told."""
    if people is not None and people != NOT_SHOWN:
        yield Fact(say(sentence, people=say(people).capitalize()))


def _withheld(step: StepId, round: PublishedRound) -> bool:
    record, given, forms = round.steps[step], round.endorsement, round.interview_evaluation
    counts: list[str | None] = [record.invited, record.held]
    if record.letters:
        counts += [record.letters.sent, record.letters.approved]
    if step is StepId.FEEDBACK and given:
        counts += [given.participants, given.gained_more, given.go_on, given.grant_other_teams]
    if step is StepId.INTERVIEWS and forms:
        counts.append(forms.not_shown)
    return NOT_SHOWN in counts
