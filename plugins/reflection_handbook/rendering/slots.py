"""The parts that the handbook puts into pages of ``docs/``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from ..model.documents import Document
from ..model.pages import SLOT, Slot
from ..model.published import Edition
from ..viewing.addresses import document_url
from ..viewing.effort import effort_view
from ..viewing.literature import literature_view
from ..viewing.method import PartView, StepView, part_views, step_cards, step_views
from ..viewing.practices import practice_views
from ..viewing.questions import questions_by_technique
from ..viewing.steps import marks
from ..viewing.teams import teams_view
from ..viewing.transformation_goals import transformation_goals_view
from .apa import Apa
from .citations import Citations
from .environment import Templates
from .kits import MadeKit

_FIRST_SECTION = re.compile(r"^## ", re.MULTILINE)


@dataclass(frozen=True)
class Filler:
    """Fills in pages of ``docs/``."""

    edition: Edition
    templates: Templates
    printed: tuple[MadeKit, ...] = ()
    """The kits, for the page that lists them and for the pages of their steps."""

    def fill(self, document: Document) -> str:
        """Return a page's Markdown with its slots filled in and, for a step or a part of it, its head and foot."""
        at = document_url(document.uri)
        text = self._citations.linked(document.text, at)
        text = SLOT.sub(lambda found: self._slot(Slot(found[1]), at), text)
        sources = self._citations.sources(document, at)
        if step := self._steps.get(document.uri):
            return self._framed(text, at, "step", step, sources)
        if part := self._parts.get(document.uri):
            return self._framed(text, at, "part", part, sources)
        return f"{text.rstrip()}\n\n{sources}\n" if sources else text

    def _framed(self, text: str, at: str, kind: str, view: StepView | PartView, sources: Markup) -> str:
        """Return a description with its head before its first section, and its foot at the end."""
        head = self.templates.render(f"{kind}_head", at, {"view": view})
        kit = next((made for made in self.printed if made.kit.mark == view.mark), None)
        foot = self.templates.render(f"{kind}_foot", at, {"view": view, "sources": sources, "kit": kit})
        section = _FIRST_SECTION.search(text)
        cut = section.start() if section else len(text)
        return f"{text[:cut].rstrip()}\n\n{head}\n\n{text[cut:].rstrip()}\n\n{foot}\n"

    @cached_property
    def _citations(self) -> Citations:
        return Citations(Apa(self.edition.literature), self.templates)

    @cached_property
    def _steps(self) -> dict[str, StepView]:
        return step_views(self.edition)

    @cached_property
    def _parts(self) -> dict[str, PartView]:
        return part_views(self.edition)

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
                return {"groups": questions_by_technique(edition)}
            case Slot.PRACTICES:
                return {"practices": practice_views(edition)}
            case Slot.TEAMS:
                return {"view": teams_view(edition)}
            case Slot.TRANSFORMATION_GOALS:
                return {"view": transformation_goals_view(edition)}
            case Slot.INTERVENTION_THEORY:
                return {}
            case Slot.EFFORT:
                return {"view": effort_view(edition.effort) if edition.effort else None}
            case Slot.KITS:
                return {"printed": self.printed}
            case Slot.CONTACT:
                return {"organisation": edition.organisation}
            case Slot.LITERATURE:
                apa = self._citations.apa
                return {"groups": literature_view(edition, apa.sorted), "apa": apa}
