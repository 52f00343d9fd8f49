"""How a team chose its goals: the manner, who took part, and the outcome without points or votes."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.dates import PartialDate
from ..model.language import say
from ..model.published import NOT_SHOWN, CountWord, PublishedTeam
from .addresses import Link
from .recorded import manner_sentence


@dataclass(frozen=True, slots=True)
class ChosenGoal:
    """A goal that was up for choice, and where it ended."""

    place: int
    shared: bool
    """Whether another goal ended in the same place."""
    goal: Link
    support: str
    """How many were for it, in words; nothing where that is not known or may not be told."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """How a team chose its goals."""

    manner: str
    date: PartialDate | None
    voters: str
    """How many took part, in words; nothing where that is not known or may not be told."""
    outcome: tuple[ChosenGoal, ...]


def choice_view(team: PublishedTeam) -> ChoiceView | None:
    """Return how a team chose its goals, as far as that was recorded and may be seen."""
    chosen = team.goal_choice
    if chosen is None:
        return None
    names = {goal.id: goal.name for goal in team.goals}
    places = [tally.place for tally in chosen.result]
    return ChoiceView(
        manner=manner_sentence(chosen.manner),
        date=chosen.date,
        voters=_counted(chosen.voters, "{people} deden mee."),
        outcome=tuple(
            ChosenGoal(
                place=tally.place,
                shared=places.count(tally.place) > 1,
                goal=Link(names[tally.goal], f"#doel-{tally.goal}"),
                support=_counted(tally.support, "{people} kozen hiervoor."),
            )
            for tally in chosen.result
        ),
    )


def _counted(people: CountWord | None, sentence: str) -> str:
    return say(sentence, people=say(people).capitalize()) if people and people != NOT_SHOWN else ""
