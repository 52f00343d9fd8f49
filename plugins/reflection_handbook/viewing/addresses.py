"""Where things stand on the site: from its root, without a slash in front. Source: DESIGN, "Addresses"."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.origin import Origin
from ..model.published import PublishedTeam
from ..model.steps import StepId

METHOD = "methode/"
QUESTIONS = "vragenbank/"
PRACTICES = "best-practices/"
TEAMS = "teams/"
TRANSFORMATION_GOALS = "transformatiedoelen/"
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


def step_url(step: StepId) -> str:
    """Return the address of a step's description."""
    return f"{METHOD}{step.slug}/"


def question_url(id: str) -> str:
    """Return the address of a question in the question bank."""
    return f"{QUESTIONS}#{id}"


def practice_url(id: str) -> str:
    """Return the address of a best practice."""
    return f"{PRACTICES}{id}/"


def team_url(id: str) -> str:
    """Return the address of a team's page."""
    return f"{TEAMS}{id}/"


def agenda_url(id: str) -> str:
    """Return the address of a team's calendar."""
    return f"{TEAMS}{id}/agenda.ics"


def transformation_goal_url(id: str) -> str:
    """Return the address of a transformation goal's page."""
    return f"{TRANSFORMATION_GOALS}{id}/"


def team_link(team: PublishedTeam) -> Link:
    """Return a team's name with its address."""
    return Link(team.name, team_url(team.id), team.origin.value)
