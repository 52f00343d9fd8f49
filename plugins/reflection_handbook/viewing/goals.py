"""What a team works on: its goals with everything that hangs on them, and the factors and qualities they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.dates import PartialDate
from ..model.goals import Feature, Goal, GoalStatus, InterventionTheory, WorkingFactor
from ..model.language import say
from ..model.origin import Origin
from ..model.published import Edition, PublishedTeam
from .addresses import Link, transformation_goal_url
from .chain import Chain, chain
from .elements import Element, Kind
from .improvements import ImprovementView, improvement_views
from .neighbours import Neighbours
from .recorded import tool_word
from .scales import ROUND_PAGE, ScaleView, scale_views

_GOAL_WORDS = {
    GoalStatus.RUNNING: "Hier werkt het team nu aan",
    GoalStatus.REACHED: "Behaald. Daar mag het team trots op zijn.",
    GoalStatus.REPLACED: "Vervangen",
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
    scales: tuple[Link, ...] = ()
    """The scales of the goal, where these features became one."""


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal with everything that hangs on it."""

    id: str
    name: str
    status: str
    word: str
    """The word for people."""
    chosen: str | None
    """In which round the team chose it, where there were more rounds than one."""
    reason: str | None
    successor: Link | None
    predecessors: tuple[Link, ...]
    """The goals it came in the place of."""
    working_factors: tuple[Link, ...]
    transformation_goals: tuple[Link, ...]
    tool: str | None
    elaborated: PartialDate | None
    features: tuple[FeatureGroup, ...]
    theory: InterventionTheory | None
    scales: tuple[ScaleView, ...]
    improvements: tuple[ImprovementView, ...]
    chain: Chain | None
    """What it hangs together with, where there is anything."""
    missing: str | None
    """What to say where it serves no transformation goal yet. Source: evaluation report, section 4.2."""

    @property
    def settled(self) -> bool:
        """Whether the team works on it no more."""
        return self.status != GoalStatus.RUNNING

    @property
    def told(self) -> bool:
        """Whether there is anything to read about it, next to its name and its scales."""
        parts = (self.theory, self.working_factors, self.transformation_goals, self.missing, self.tool)
        return any((*parts, self.elaborated, self.features, self.improvements))


@dataclass(frozen=True, slots=True)
class FactorView:
    """A working factor with the qualities it rests on."""

    id: str
    name: str
    qualities: tuple[Link, ...]
    beside: tuple[Element, ...]
    """What else stands beside it: the goals that rest on it, and the practices that show it."""


def goal_view(goal: Goal, team: PublishedTeam, edition: Edition, beside: Neighbours) -> GoalView:
    """Return a goal with everything that hangs on it.

    Args:
        goal: one of the team's.
        team: the team.
        edition: what may be seen.
        beside: what stands beside each thing of the team.
    """
    factors = {factor.id: factor.name for factor in team.working_factors}
    aims = {aim.id: aim.name for aim in edition.organisation.transformation_goals}
    elaboration = goal.elaboration
    scales = scale_views(goal.id, team, rounds=any(page.uri == ROUND_PAGE for page in edition.documents))
    return GoalView(
        id=goal.id,
        name=goal.name,
        status=goal.status.value,
        word=say(_GOAL_WORDS[goal.status]),
        chosen=say("Gekozen in ronde {round}.", round=goal.round) if goal.round and len(team.rounds) > 1 else None,
        reason=goal.reason,
        successor=next((_link(other) for other in team.goals if other.id == goal.replaced_by), None),
        predecessors=tuple(_link(other) for other in team.goals if other.replaced_by == goal.id),
        working_factors=tuple(Link(factors[id], f"#factor-{id}") for id in goal.working_factors),
        transformation_goals=tuple(Link(aims[id], transformation_goal_url(id)) for id in goal.transformation_goals),
        tool=tool_word(elaboration.tool) if elaboration and elaboration.tool else None,
        elaborated=elaboration.date if elaboration else None,
        features=tuple(_grouped(elaboration.features, scales)) if elaboration else (),
        theory=goal.intervention_theory,
        scales=scales,
        improvements=tuple(i for i in improvement_views(team) if i.from_goal == goal.id),
        chain=chain(goal, team, beside),
        missing=_missing(goal, team, edition),
    )


def _missing(goal: Goal, team: PublishedTeam, edition: Edition) -> str | None:
    """Return what to say of a running goal without a transformation goal: a question to team and organisation."""
    if goal.transformation_goals or goal.status is not GoalStatus.RUNNING:
        return None
    if team.origin is Origin.PILOT:
        return say("Het rapport koppelt dit doel niet aan een transformatiedoel.")
    return say("Nog geen transformatiedoel. Waar draagt dit aan bij?") if edition.signals(team) else None


def _link(goal: Goal) -> Link:
    return Link(goal.name, f"#doel-{goal.id}")


def _grouped(features: tuple[Feature, ...], scales: tuple[ScaleView, ...]) -> list[FeatureGroup]:
    links = tuple(Link(scale.question, f"#schaal-{scale.id}") for scale in scales)
    groups = []
    for destination, title in _DESTINATIONS.items():
        found = tuple(feature.what for feature in features if feature.destination == destination)
        if found:
            groups.append(FeatureGroup(say(title), found, links if destination == "schaal" else ()))
    return groups


def factor_views(team: PublishedTeam, beside: Neighbours) -> tuple[FactorView, ...]:
    """Return what works for a team, each with the qualities it rests on and what else stands beside it."""
    return tuple(_factor(factor, beside.get((Kind.FACTOR, factor.id), ())) for factor in team.working_factors)


def _factor(factor: WorkingFactor, beside: tuple[Element, ...]) -> FactorView:
    qualities = tuple(Link(found.text, found.url) for found in beside if found.kind is Kind.QUALITY)
    rest = tuple(found for found in beside if found.kind is not Kind.QUALITY)
    return FactorView(factor.id, factor.name, qualities, rest)
