"""What asks for attention, on a team's page: a question and an advice, with the page of the handbook that helps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.documents import Document
from ..model.published import Edition, PublishedTeam
from .addresses import Link

_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*(?:\{([^{}\n]*)\})?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SignalView:
    """Something that asks for attention."""

    kind: str
    """What it is about, for its icon."""
    message: str
    advice: str
    page: Link | None
    """Where the handbook says more; nothing where this handbook has no such page."""
    about_a_role: bool
    """Whether only the team itself and its facilitator see it. Source: DESIGN, publication rule 5."""


def signal_views(team: PublishedTeam, edition: Edition) -> tuple[SignalView, ...]:
    """Return what asks for attention in a team, as far as this audience may see it."""
    return tuple(
        SignalView(
            kind=signal.kind.value,
            message=signal.message,
            advice=signal.advice,
            page=_link(signal.page, edition.documents),
            about_a_role=signal.kind.about_a_role,
        )
        for signal in team.signals
    )


def _link(url: str, documents: tuple[Document, ...]) -> Link | None:
    """Return a page with its heading, or the part of it that is meant with the heading of that part.

    An organisation writes its own pages: where it has no such part, the page as a whole has to do.
    """
    path, _, anchor = url.partition("#")
    places = (f"{path}index.md", f"{path.rstrip('/')}.md")
    text = next((document.text for document in documents if document.uri in places), None)
    if text is None:
        return None
    headings = [(match[1], (match[2] or "").split()) for match in _HEADING.finditer(text)]
    for title, marks in headings:
        if anchor and f"#{anchor}" in marks:
            return Link(title, url)
    return Link(headings[0][0], path) if headings else None
