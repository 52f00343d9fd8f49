"""Where things stand on the site: from its root, without a slash in front. Source: DESIGN, "Addresses"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..model.origin import Origin
from ..model.published import PublishedTeam
from ..model.steps import StepId

METHOD = "methode/"
QUESTIONS = "vragenbank/"
GLOSSARY = "begrippen/"
PRACTICES = "best-practices/"
LITERATURE = "literatuur/"
TEAMS = "teams/"
TRANSFORMATION_GOALS = "transformatiedoelen/"
PLAN = "voorbereiden/plan/"
KITS = "voorbereiden/kits/"
PLAN_KIT = "plan-"
"""What the name of a plan's kit begins with: a plan may be called as a step or a team is."""
ABOUT = "over/"
DATA = "data/handbook.json"
SCHEMA = "data/handbook.schema.json"


@dataclass(frozen=True, slots=True)
class Link:
    """A name with its address."""

    text: str
    url: str
    origin: str = ""
    """Where what it leads to comes from: every page that shows something of the pilot or made up says so."""

    @property
    def made_up(self) -> bool:
        """Whether it leads to something made up."""
        return self.origin == Origin.EXAMPLE


def document_url(uri: str) -> str:
    """Return the address of a page of ``docs/``, such as that of ``methode/2-interviews/index.md``."""
    path = uri.removesuffix(".md").removesuffix("index").strip("/")
    return f"{path}/" if path else ""


def step_url(step: StepId) -> str:
    """Return the address of a step's description."""
    return f"{METHOD}{step.slug}/"


def question_url(id: str) -> str:
    """Return the address of a question in the question bank."""
    return f"{QUESTIONS}#{id}"


def plan_url(id: str) -> str:
    """Return the address of a ready-made plan: the plan builder opens it, and without a script it is there to read."""
    return f"{PLAN}#plan-{id}"


def into_plan_url(sign: str) -> str:
    """Return the address that puts a question into the reader's own plan.

    Args:
        sign: its code (``model/plan_address.py``).
    """
    return f"{PLAN}#erbij={sign}"


def work_url(key: str) -> str:
    """Return the address of a work in the literature."""
    return f"{LITERATURE}#{key}"


def citing_id(key: str) -> str:
    """Return the id, on a page, of the place that cites a work first."""
    return f"bron-{key}"


def term_url(id: str) -> str:
    """Return the address of a term in the glossary."""
    return f"{GLOSSARY}#{id}"


def practice_url(id: str) -> str:
    """Return the address of a best practice."""
    return f"{PRACTICES}{id}/"


def team_url(id: str) -> str:
    """Return the address of a team's page."""
    return f"{TEAMS}{id}/"


def agenda_url(id: str) -> str:
    """Return the address of a team's calendar."""
    return f"{TEAMS}{id}/agenda.ics"


def presentation_url(id: str) -> str:
    """Return the address of a team's presentation for steps 3 and 4."""
    return f"{TEAMS}{id}/presentatie/"


def team_kit_url(id: str) -> str:
    """Return the address of the print page of a team's kit."""
    return f"{TEAMS}{id}/kit/"


def plan_kit_url(id: str) -> str:
    """Return the address of the print page of a ready-made plan's kit."""
    return f"{KITS}{PLAN_KIT}{id}/"


def transformation_goal_url(id: str) -> str:
    """Return the address of a transformation goal's page."""
    return f"{TRANSFORMATION_GOALS}{id}/"


def team_link(team: PublishedTeam) -> Link:
    """Return a team's name with its address."""
    return Link(team.name, team_url(team.id), team.origin.value)


def measurement_anchors(team: PublishedTeam) -> tuple[str, ...]:
    """Return where each measurement stands on its team's page, in their own order; a second one on a day gets ``-2``.

    Where that happens to be another's date (the tenth of ``2026`` and one of ``2026-10``), it is the next number.
    """
    plain = [f"meting-{measurement.scale}-{measurement.date}" for measurement in team.measurements]
    taken = set(plain)
    seen: Counter[str] = Counter()
    found = []
    for anchor in plain:
        seen[anchor] += 1
        while seen[anchor] > 1 and f"{anchor}-{seen[anchor]}" in taken:
            seen[anchor] += 1
        found.append(anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}")
    return tuple(found)
