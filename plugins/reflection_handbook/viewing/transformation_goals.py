"""``/transformatiedoelen/``: what teams work towards, who serves each, and which none serves yet."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.goals import GoalStatus
from ..model.organisation import TransformationGoal
from ..model.published import Edition
from .addresses import Link, team_link, team_url, transformation_goal_url
from .practices import PracticeView, practice_views


@dataclass(frozen=True, slots=True)
class ServingGoal:
    """A goal of a team that serves a transformation goal."""

    team: Link
    goal: Link
    replaced: bool


@dataclass(frozen=True, slots=True)
class TransformationGoalView:
    """A transformation goal with everything that serves it."""

    id: str
    name: str
    url: str
    explanation: str | None
    goals: tuple[ServingGoal, ...]
    practices: tuple[PracticeView, ...]

    @property
    def served(self) -> bool:
        """Whether any team's goal serves it now."""
        return any(not goal.replaced for goal in self.goals)


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
            found = ServingGoal(team_link(team), link, goal.status is GoalStatus.REPLACED)
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
        goals=tuple(goals),
        practices=tuple(p for p in practices if any(link.url == url for link in p.transformation_goals)),
    )
