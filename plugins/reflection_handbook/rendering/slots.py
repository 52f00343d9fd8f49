"""The parts that the handbook puts into pages of ``docs/``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ..model.documents import Document
from ..model.pages import SLOT, Slot
from ..model.published import Edition
from ..viewing.method import StepView, step_cards, step_views
from ..viewing.practices import practice_views
from ..viewing.questions import question_groups
from ..viewing.steps import marks
from ..viewing.teams import teams_view
from ..viewing.transformation_goals import transformation_goals_view
from .environment import Templates

_FIRST_SECTION = re.compile(r"^## ", re.MULTILINE)


@dataclass(frozen=True)
class Filler:
    """Fills in pages of ``docs/``."""

    edition: Edition
    templates: Templates

    def fill(self, document: Document) -> str:
        """Return a page's Markdown with its slots filled in and, for a step, its head and foot."""
        at = address(document.uri)
        text = SLOT.sub(lambda found: self._slot(Slot(found[1]), at), document.text)
        if step := self._steps.get(document.uri):
            head = self.templates.render("step_head", at, {"view": step})
            foot = self.templates.render("step_foot", at, {"view": step})
            section = _FIRST_SECTION.search(text)
            cut = section.start() if section else len(text)
            text = f"{text[:cut]}{head}\n\n{text[cut:].rstrip()}\n\n{foot}\n"
        return text

    @cached_property
    def _steps(self) -> dict[str, StepView]:
        return step_views(self.edition)

    def _slot(self, slot: Slot, at: str) -> str:
        return self.templates.render(f"slots/{slot.value}", at, self._values(slot))

    def _values(self, slot: Slot) -> dict[str, object]:
        edition = self.edition
        match slot:
            case Slot.CIRCLE:
                return {"marks": marks()}
            case Slot.STEPS:
                return {"cards": step_cards(edition)}
            case Slot.QUESTIONS:
                return {"groups": question_groups(edition)}
            case Slot.PRACTICES:
                return {"practices": practice_views(edition)}
            case Slot.TEAMS:
                return {"view": teams_view(edition)}
            case Slot.TRANSFORMATION_GOALS:
                return {"view": transformation_goals_view(edition)}
            case Slot.CONTACT:
                return {"organisation": edition.organisation}


def address(uri: str) -> str:
    """Return the address of a page of ``docs/``: ``methode/2-interviews.md`` stands at ``methode/2-interviews/``."""
    path = uri.removesuffix(".md").removesuffix("index").strip("/")
    return f"{path}/" if path else ""
