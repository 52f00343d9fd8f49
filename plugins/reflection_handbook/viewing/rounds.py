"""A team's rounds laid side by side, in words: which goals stayed, were reached or were replaced. Never people."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.dates import PartialDate
from ..model.goals import Goal, GoalStatus
from ..model.language import say
from ..model.published import PublishedRound, PublishedTeam
from .addresses import Link
from .steps import StepState, current_round, round_states


@dataclass(frozen=True, slots=True)
class GoalInRound:
    """A goal in a round, and what became of it."""

    goal: Link
    word: str
    successor: Link | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round as one looks back on it."""

    number: int
    start: PartialDate | None
    end: PartialDate | None
    current: bool
    summary: str
    """How far it came."""
    goals: tuple[GoalInRound, ...]
    states: tuple[StepState, ...]


def round_views(team: PublishedTeam) -> tuple[RoundView, ...]:
    """Return a team's rounds, the latest first; nothing where there is nothing to compare.

    A goal that does not say in which round it was chosen belongs to the first.
    """
    rounds = sorted(team.rounds, key=lambda round: round.round)
    if len(rounds) < 2:
        return ()
    current = current_round(team)
    return tuple(_round(round, team, rounds, current) for round in reversed(rounds))


def _round(
    round: PublishedRound, team: PublishedTeam, rounds: list[PublishedRound], current: PublishedRound | None
) -> RoundView:
    return RoundView(
        number=round.round,
        start=_start(round),
        end=_end(round),
        current=round is current,
        summary=_summary(round),
        goals=tuple(_goals(round, team, rounds, current)),
        states=round_states(round, team),
    )


def _goals(
    round: PublishedRound, team: PublishedTeam, rounds: list[PublishedRound], current: PublishedRound | None
) -> list[GoalInRound]:
    """Return the goals that came along from an earlier round, and then those that were chosen in this one."""
    first, now = rounds[0].round, current.round if current else rounds[0].round
    links = {goal.id: Link(goal.name, f"#doel-{goal.id}") for goal in team.goals}
    found = []
    for goal in sorted(team.goals, key=lambda goal: goal.round or first):
        chosen = goal.round or first
        if chosen < round.round <= now and goal.status is GoalStatus.RUNNING:
            found.append(GoalInRound(links[goal.id], say("Ging mee uit ronde {round}.", round=chosen), None, None))
        elif chosen == round.round:
            successor = links[goal.replaced_by] if goal.replaced_by else None
            found.append(GoalInRound(links[goal.id], _became(goal, chosen, now), successor, goal.reason))
    return found


def _became(goal: Goal, chosen: int, now: int) -> str:
    if goal.status is GoalStatus.REACHED:
        return say("Behaald.")
    if goal.status is GoalStatus.REPLACED:
        return say("Vervangen door") if goal.replaced_by else say("Vervangen.")
    if chosen < now:
        return say("Ging mee naar ronde {round}.", round=now)
    return say("Gekozen in deze ronde.")


def _summary(round: PublishedRound) -> str:
    done = [record for record in round.steps.values() if record.status == "afgerond"]
    skipped = [record for record in round.steps.values() if record.status == "overgeslagen"]
    if len(done) + len(skipped) == len(round.steps):
        return say("Alle stappen gezet.") if not skipped else say("Klaar.")
    if not any(record.status.begun for record in round.steps.values()):
        return say("Nog niet begonnen.")
    return say("1 van de 7 stappen afgerond.") if len(done) == 1 else say("{n} van de 7 stappen afgerond.", n=len(done))


def _start(round: PublishedRound) -> PartialDate | None:
    starts = [step.start for step in round.steps.values() if step.start]
    return round.started or min(starts, key=lambda start: start.first, default=None)


def _end(round: PublishedRound) -> PartialDate | None:
    """Return when a round ended: with its last step, once no step of it is still to be done."""
    if any(step.status in ("bezig", "gepland", "niet-gestart") for step in round.steps.values()):
        return None
    return max((step.end for step in round.steps.values() if step.end), key=lambda end: end.last, default=None)
