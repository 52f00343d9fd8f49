"""The whole list of outputs of an edition. Both writers place exactly this list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain

from ..model.language import LANGUAGE, say
from ..model.published import Edition
from ..viewing.addresses import (
    DATA,
    SCHEMA,
    document_url,
    practice_url,
    presentation_url,
    team_url,
    transformation_goal_url,
)
from ..viewing.calendar import calendar_view
from ..viewing.practices import practice_views
from ..viewing.presentation import PresentationView, presentation_view
from ..viewing.team import team_view
from ..viewing.transformation_goals import transformation_goals_view
from .calendar import ics
from .data import handbook_json, handbook_schema
from .environment import Headings, Templates
from .kits import MadeKit, PdfMaker, made_kits
from .outputs import Asset, Output, Page, Text
from .policy import policy_of_file
from .slots import Filler
from .terms import Terms

ENGINE_KEYS = {"page_title", "description", "hide", "icon", "search"}
"""The fields above a page of ``docs/`` that are the engine's."""


def render(edition: Edition, today: date, make_pdf: PdfMaker | None = None) -> Iterator[Output]:
    """Yield everything that an edition publishes.

    Args:
        edition: what the gate let through.
        today: the day to reckon from.
        make_pdf: makes the kits' PDFs; without it there are only their print pages.
    """
    templates = Templates()
    printed = made_kits(edition, templates, make_pdf)
    yield from _documents(edition, templates, printed)
    terms = Terms.of(edition.glossary)
    for output in chain(
        _teams(edition, templates, today), _practices(edition, templates), _transformation_goals(edition, templates)
    ):
        yield _marked(output, terms)
    yield from (Asset(attachment.uri, attachment.content) for attachment in edition.attachments)
    for made in printed:
        yield from made.assets
    yield Asset(DATA, handbook_json(edition, today))
    yield Asset(SCHEMA, handbook_schema())
    yield from _assets(files("reflection_handbook.rendering") / "assets", "assets/handboek/")


def _documents(edition: Edition, templates: Templates, printed: tuple[MadeKit, ...]) -> Iterator[Text]:
    filler = Filler(edition, templates, printed)
    for document in edition.documents:
        card = document.card.model_dump(mode="json", include=ENGINE_KEYS, exclude_none=True, exclude_defaults=True)
        yield Text(document.uri, card, filler.fill(document))


def _teams(edition: Edition, templates: Templates, today: date) -> Iterator[Output]:
    for team in edition.teams:
        url, view = team_url(team.id), team_view(team, edition, today)
        description = f"{view.name}: {view.standing.sentence}"
        yield _page(templates, "team", url, team.name, description, "teams/index.md", view)
        if presentation := presentation_view(team, edition, today):
            yield _presentation(templates, presentation_url(team.id), presentation)
        if calendar := calendar_view(team):
            yield Asset(f"{url}agenda.ics", ics(calendar, today))


def _presentation(templates: Templates, url: str, view: PresentationView) -> Asset:
    """Return a page that stands by itself: without the theme, so that it opens at once, also from a memory stick."""
    html = templates.render("presentation", url, {"view": view, "policy": policy_of_file(), "language": LANGUAGE})
    return Asset(f"{url}index.html", f"{html}\n".encode())


def _practices(edition: Edition, templates: Templates) -> Iterator[Page]:
    for view in practice_views(edition):
        description = say("Een best practice: {title}.", title=view.title)
        url = practice_url(view.id)
        yield _page(templates, "practice", url, view.title, description, "best-practices/index.md", view)


def _transformation_goals(edition: Edition, templates: Templates) -> Iterator[Page]:
    for view in transformation_goals_view(edition).goals:
        description = say("Welke doelen en best practices bijdragen aan ‘{name}’.", name=view.name)
        url = transformation_goal_url(view.id)
        section = "transformatiedoelen/index.md"
        yield _page(templates, "transformation_goal", url, view.name, description, section, view)


def _page(
    templates: Templates, template: str, url: str, title: str, description: str, section: str, view: object
) -> Page:
    headings = Headings()
    html = templates.render(template, url, {"view": view}, headings)
    return Page(f"{url}index.md", title, description, section, html, tuple(headings.found))


def _marked(output: Output, terms: Terms) -> Output:
    """Return a page with words of the glossary marked; anything else as it is."""
    return (
        replace(output, html=terms.in_html(output.html, document_url(output.uri)))
        if isinstance(output, Page)
        else output
    )


def _assets(folder: Traversable, uri: str) -> Iterator[Asset]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _assets(entry, f"{uri}{entry.name}/")
        else:
            yield Asset(f"{uri}{entry.name}", entry.read_bytes())
