"""Dates and steps in an order that cannot be, or that is worth a second look."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..model.dates import PartialDate
from ..model.handbook import Team
from ..model.language import say
from ..model.places import Loc, Problem
from ..model.steps import StepStatus
from .look import Look, TeamRule


def after(earlier: PartialDate | None, later: PartialDate | None) -> bool:
    """Return whether what should be earlier certainly came after what should be later."""
    return earlier is not None and later is not None and earlier.first > later.last


def steps_end_after_they_start(team: Team, look: Look) -> Iterator[Problem]:
    """A step does not end before it begins, and does not begin before its round."""
    for i, round in enumerate(team.portfolio.rounds):
        for step, record in round.steps.items():
            at: Loc = ("rondes", i, "stappen", step.value)
            if after(record.start, record.end):
                yield team.source.error(
                    (*at, "tot"),
                    say(
                        "stap ‘{step}’ eindigt ({end}) voordat hij begint ({start})",
                        step=step.value,
                        start=record.start,
                        end=record.end,
                    ),
                    say("Zijn ‘van’ en ‘tot’ omgewisseld?"),
                )
            elif after(round.started, record.start or record.end):
                yield team.source.error(
                    (*at, "van" if record.start else "tot"),
                    say("stap ‘{step}’ begint voordat de ronde begint ({start})", step=step.value, start=round.started),
                    say("Kijk de datum bij ‘gestart’ na."),
                )


def rounds_follow_each_other(team: Team, look: Look) -> Iterator[Problem]:
    """A later round does not begin before an earlier one."""
    rounds = sorted(enumerate(team.portfolio.rounds), key=lambda pair: pair[1].round)
    for (_, first), (i, second) in pairwise(rounds):
        if after(first.started, second.started):
            yield team.source.error(
                ("rondes", i, "gestart"),
                say("ronde {second} begint voordat ronde {first} begint", first=first.round, second=second.round),
                say("Kijk de datums bij ‘gestart’ na."),
            )


def what_has_been_is_past(team: Team, look: Look) -> Iterator[Problem]:
    """What has been done or given lies in the past. A day ahead is let through: elsewhere it may be that day already.

    A warning, so that an earlier day to reckon from, such as that of a reproducible build, stops nothing.
    """
    portfolio = team.portfolio
    dates: list[tuple[Loc, PartialDate | None]] = [
        (("metingen", i, "datum"), m.date) for i, m in enumerate(portfolio.measurements)
    ]
    dates += [(("agenda", i, "datum"), m.date) for i, m in enumerate(portfolio.agenda) if m.status == "gehouden"]
    for i, round in enumerate(portfolio.rounds):
        at: Loc = ("rondes", i)
        dates.append(((*at, "laatste_contact"), round.last_contact))
        dates.append(((*at, "bekrachtiging", "datum"), round.endorsement.date if round.endorsement else None))
        for step, record in round.steps.items():
            if record.status.begun:
                dates.append(((*at, "stappen", step.value, "van"), record.start))
            if record.status is StepStatus.DONE:
                dates.append(((*at, "stappen", step.value, "tot"), record.end))
    dates += [(("randvoorwaarden", i, "sinds"), c.since) for i, c in enumerate(portfolio.conditions)]
    dates += [
        (("verbeterpunten", i, "sinds"), improvement.since)
        for i, improvement in enumerate(portfolio.improvements)
        if improvement.status == "ingevoerd"
    ]
    if portfolio.goal_choice:
        dates.append((("doelkeuze", "datum"), portfolio.goal_choice.date))
    for i, goal in enumerate(portfolio.goals):
        if goal.elaboration:
            dates.append((("doelen", i, "elaboratie", "datum"), goal.elaboration.date))
        if goal.intervention_theory:
            dates.append((("doelen", i, "interventietheorie", "bevestigd"), goal.intervention_theory.confirmed))
    if portfolio.publication and portfolio.publication.team_consent:
        dates.append((("publicatie", "akkoord_team", "datum"), portfolio.publication.team_consent.date))
    for loc, found in dates:
        if found and (found.first - look.today).days > 1:
            yield team.source.warning(
                loc,
                say("{date} ligt in de toekomst, maar dit is al gebeurd", date=found),
                say("Klopt het jaar? Moet het nog gebeuren, haal de datum dan weg of zet de status op ‘gepland’."),
            )


def running_steps_have_no_end(team: Team, look: Look) -> Iterator[Problem]:
    """A step that is still going on has no day on which it was done."""
    for i, round in enumerate(team.portfolio.rounds):
        for step, record in round.steps.items():
            if record.status is StepStatus.RUNNING and record.end:
                yield team.source.warning(
                    ("rondes", i, "stappen", step.value, "tot"),
                    say("stap ‘{step}’ is bezig, maar heeft een einde ({end})", step=step.value, end=record.end),
                    say("Is de stap klaar? Zet de status op ‘afgerond’. Is hij nog bezig? Haal ‘tot’ dan weg."),
                )


def steps_end_after_earlier_ones_begin(team: Team, look: Look) -> Iterator[Problem]:
    """A step that was over before an earlier one began is worth a look.

    Only that: steps may share a meeting, and a team may go back a step.
    """
    for i, round in enumerate(team.portfolio.rounds):
        records = round.steps.items()
        for place, (step, record) in enumerate(records):
            before = [earlier for earlier, other in records[:place] if after(other.start, record.end)]
            if before:
                yield team.source.warning(
                    ("rondes", i, "stappen", step.value, "tot"),
                    say(
                        "stap ‘{step}’ was klaar voordat stap ‘{earlier}’ begon",
                        step=step.value,
                        earlier=before[-1].value,
                    ),
                    say("Kijk de datums van beide stappen na. Ging het team terug naar een stap? Dan kan het kloppen."),
                )


def steps_in_the_order_of_the_method(team: Team, look: Look) -> Iterator[Problem]:
    """A later step that is done while an earlier one never began is worth a look: often it was only not recorded."""
    for i, round in enumerate(team.portfolio.rounds):
        missed = None
        for step, record in round.steps.items():
            if team.source.lacks("rondes", i, "stappen", step.value, "status"):
                continue
            if record.status in (StepStatus.NOT_STARTED, StepStatus.PLANNED):
                missed = missed or step
            elif record.status is StepStatus.DONE and missed:
                yield team.source.warning(
                    ("rondes", i, "stappen", step.value),
                    say(
                        "stap ‘{step}’ is afgerond, maar stap ‘{missed}’ is nog niet begonnen",
                        step=step.value,
                        missed=missed.value,
                    ),
                    say(
                        "Is stap ‘{missed}’ vergeten op te schrijven, of overgeslagen? Zet dan de status goed.",
                        missed=missed.value,
                    ),
                )
                break


TEAM_RULES: tuple[TeamRule, ...] = (
    steps_end_after_they_start,
    rounds_follow_each_other,
    what_has_been_is_past,
    running_steps_have_no_end,
    steps_end_after_earlier_ones_begin,
    steps_in_the_order_of_the_method,
)
