"""``/transformatiedoelen/``: what teams work towards, who serves each, and which none serves yet."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.goals import GoalStatus
from ..model.language import say
from ..model.organisation import TransformationGoal
from ..model.published import Edition
from .addresses import Link, team_link, team_url, transformation_goal_url
from .practices import PracticeView, practice_views
from .teams import teams_with


@dataclass(frozen=True, slots=True)
class ServingGoal:
    """A goal of a team that serves a transformation goal."""

    team: Link
    goal: Link
    status: GoalStatus

    @property
    def replaced(self) -> bool:
        """Whether another goal came in its place."""
        return self.status is GoalStatus.REPLACED


@dataclass(frozen=True, slots=True)
class TransformationGoalView:
    """A transformation goal with everything that serves it."""

    id: str
    name: str
    url: str
    explanation: str | None
    goals: tuple[ServingGoal, ...]
    """Running goals first, then reached and at last replaced ones."""
    narrowed: str
    """The overview of teams, narrowed to those with a running goal that serves it."""
    practices: tuple[PracticeView, ...]

    @property
    def served(self) -> bool:
        """Whether any team's goal serves it now."""
        return any(not goal.replaced for goal in self.goals)

    @property
    def groups(self) -> tuple[tuple[str, tuple[ServingGoal, ...]], ...]:
        """The goals by where they stand, as far as there are any."""
        found = ((word, tuple(goal for goal in self.goals if goal.status is status)) for status, word in _words())
        return tuple((word, goals) for word, goals in found if goals)

    @property
    def teams(self) -> tuple[Link, ...]:
        """The teams that serve it, or have served it with a goal they reached."""
        return tuple(dict.fromkeys(goal.team for goal in self.goals if not goal.replaced))


@dataclass(frozen=True, slots=True)
class TransformationGoalsView:
    """All transformation goals and, for audiences that may see signals, the goals of teams that serve none."""

    goals: tuple[TransformationGoalView, ...]
    loose: tuple[ServingGoal, ...]


def transformation_goals_view(edition: Edition) -> TransformationGoalsView:
    """Return the transformation goals in the organisation's own order."""
    practices = practice_views(edition)
    serving: dict[str, list[ServingGoal]] = {}
    loose = []
    for team in edition.teams:
        for goal in team.goals:
            link = Link(goal.name, f"{team_url(team.id)}#doel-{goal.id}", team.origin.value)
            found = ServingGoal(team_link(team), link, goal.status)
            for id in goal.transformation_goals:
                serving.setdefault(id, []).append(found)
            if edition.signals(team) and not goal.transformation_goals and not found.replaced:
                loose.append(found)
    return TransformationGoalsView(
        tuple(_view(aim, serving.get(aim.id, []), practices) for aim in edition.organisation.transformation_goals),
        tuple(loose),
    )


def _view(
    aim: TransformationGoal, goals: list[ServingGoal], practices: tuple[PracticeView, ...]
) -> TransformationGoalView:
    url = transformation_goal_url(aim.id)
    return TransformationGoalView(
        id=aim.id,
        name=aim.name,
        url=url,
        explanation=aim.explanation,
        goals=tuple(sorted(goals, key=lambda goal: list(GoalStatus).index(goal.status))),
        narrowed=teams_with("doel", aim.id),
        practices=tuple(p for p in practices if any(link.url == url for link in p.transformation_goals)),
    )


def _words() -> tuple[tuple[GoalStatus, str], ...]:
    return (
        (GoalStatus.RUNNING, say("Hier werken teams nu aan")),
        (GoalStatus.REACHED, say("Behaald")),
        (GoalStatus.REPLACED, say("Vervangen door een ander doel")),
    )
