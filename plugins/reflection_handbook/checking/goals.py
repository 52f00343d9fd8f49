"""What replaced goals and scales need: a successor, a reason, and no chain that comes round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.goals import Goal, GoalStatus
from ..model.handbook import Team
from ..model.language import say
from ..model.places import Problem
from ..model.scales import Scale
from .look import Look, TeamRule


def replaced_goals_and_scales_say_by_what(team: Team, look: Look) -> Iterator[Problem]:
    """A replaced goal names its successor and the reason; only a replaced goal has them, and no chain comes round."""
    for i, goal in enumerate(team.portfolio.goals):
        if goal.status is GoalStatus.REPLACED:
            for key, value in (("vervangen_door", goal.replaced_by), ("reden", goal.reason)):
                if value is None and not team.source.lacks("doelen", i, key):
                    yield team.source.warning(
                        ("doelen", i),
                        say("het doel ‘{name}’ is vervangen, maar ‘{key}’ staat er niet bij", name=goal.name, key=key),
                        say("Wie later leest, wil weten wat ervoor in de plaats kwam en waarom."),
                    )
        elif goal.replaced_by and not team.source.lacks("doelen", i, "status"):
            yield team.source.error(
                ("doelen", i, "vervangen_door"),
                say("het doel ‘{name}’ heeft een opvolger, maar de status is niet ‘vervangen’", name=goal.name),
                say("Zet ‘status: vervangen’ erbij, of haal ‘vervangen_door’ weg."),
            )
    replaceable: tuple[tuple[str, Sequence[Goal | Scale]], ...] = (
        ("doelen", team.portfolio.goals),
        ("schalen", team.portfolio.scales),
    )
    for key, items in replaceable:
        round_about = _in_a_ring({item.id: item.replaced_by for item in items})
        for i, item in enumerate(items):
            if item.id in round_about:
                yield team.source.error(
                    (key, i, "vervangen_door"),
                    say("‘{id}’ wordt via een omweg door zichzelf vervangen", id=item.id),
                    say("Kijk de regels met ‘vervangen_door’ na."),
                )


def _in_a_ring(successor: dict[str, str | None]) -> set[str]:
    """Return the ids that come round to themselves; each id is passed at most twice, however long the chain."""
    rings: set[str] = set()
    done: set[str] = set()
    for start in successor:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in done and at not in way:
            way[at] = None
            at = successor.get(at)
        if at in way:
            passed = list(way)
            rings.update(passed[passed.index(at) :])
        done.update(way)
    return rings


TEAM_RULES: tuple[TeamRule, ...] = (replaced_goals_and_scales_say_by_what,)
