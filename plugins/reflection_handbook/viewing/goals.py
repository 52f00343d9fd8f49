"""What a team works on: its goals with everything that hangs on them, and the factors and qualities they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.agenda import Improvement
from ..model.dates import PartialDate
from ..model.goals import Feature, Goal, InterventionTheory
from ..model.language import say
from ..model.published import Edition, PublishedTeam
from .addresses import Link, transformation_goal_url
from .scales import ScaleView, scale_views

_GOAL_WORDS = {"lopend": "hier werkt het team nu aan", "behaald": "behaald", "vervangen": "vervangen"}
_TOOLS = {
    "wondervraag": "de wondervraag",
    "voorbeeldcasus": "voorbeeldcasussen",
    "model": "een model",
    "anders": "een ander hulpmiddel",
}
_DESTINATIONS = {
    "nu": "Meteen gedaan",
    "schaal": "Hier kwam een schaal uit",
    "buiten-invloed": "Ligt buiten onze invloed",
    "vervallen": "Laten vallen",
    None: "Kwam ter sprake",
}


@dataclass(frozen=True, slots=True)
class FeatureGroup:
    """What came out of an elaboration, by what became of it."""

    title: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal with everything that hangs on it."""

    id: str
    name: str
    status: str
    word: str
    reason: str | None
    successor: Link | None
    working_factors: tuple[Link, ...]
    transformation_goals: tuple[Link, ...]
    tool: str | None
    elaborated: PartialDate | None
    features: tuple[FeatureGroup, ...]
    theory: InterventionTheory | None
    scales: tuple[ScaleView, ...]
    improvements: tuple[Improvement, ...]


@dataclass(frozen=True, slots=True)
class FactorView:
    """A working factor with the qualities it rests on."""

    id: str
    name: str
    qualities: tuple[Link, ...]


def goal_view(goal: Goal, team: PublishedTeam, edition: Edition) -> GoalView:
    """Return a goal with everything that hangs on it."""
    names = {found.id: found.name for found in team.goals}
    factors = {factor.id: factor.name for factor in team.working_factors}
    aims = {aim.id: aim.name for aim in edition.organisation.transformation_goals}
    elaboration = goal.elaboration
    return GoalView(
        id=goal.id,
        name=goal.name,
        status=goal.status.value,
        word=say(_GOAL_WORDS[goal.status.value]),
        reason=goal.reason,
        successor=Link(names[goal.replaced_by], f"#doel-{goal.replaced_by}") if goal.replaced_by else None,
        working_factors=tuple(Link(factors[id], f"#factor-{id}") for id in goal.working_factors),
        transformation_goals=tuple(Link(aims[id], transformation_goal_url(id)) for id in goal.transformation_goals),
        tool=say(_TOOLS[elaboration.tool]) if elaboration and elaboration.tool else None,
        elaborated=elaboration.date if elaboration else None,
        features=tuple(_grouped(elaboration.features)) if elaboration else (),
        theory=goal.intervention_theory,
        scales=scale_views(goal.id, team),
        improvements=tuple(i for i in team.improvements if i.from_goal == goal.id),
    )


def _grouped(features: tuple[Feature, ...]) -> list[FeatureGroup]:
    groups = []
    for destination, title in _DESTINATIONS.items():
        found = tuple(feature.what for feature in features if feature.destination == destination)
        if found:
            groups.append(FeatureGroup(say(title), found))
    return groups


def factor_views(team: PublishedTeam) -> tuple[FactorView, ...]:
    """Return what works for a team, each with the qualities it rests on."""
    names = {quality.id: quality.name for quality in team.qualities}
    return tuple(
        FactorView(factor.id, factor.name, tuple(Link(names[id], f"#kwaliteit-{id}") for id in factor.qualities))
        for factor in team.working_factors
    )


def choice_sentence(team: PublishedTeam) -> str | None:
    """Return how a team chose its goals."""
    sentences = {
        "stemming": "Het team koos zijn doelen door te stemmen.",
        "rangorde": "Ieder zette de doelen op volgorde. Samen gaf dat de keuze.",
        "gesprek": "Het team koos zijn doelen in gesprek.",
    }
    return say(sentences[team.goal_choice.manner]) if team.goal_choice else None
