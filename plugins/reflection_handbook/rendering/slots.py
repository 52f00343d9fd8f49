"""The parts that the handbook puts into pages of ``docs/``."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from ..model.documents import Document
from ..model.glossary import GLOSSARY_PAGE
from ..model.pages import SLOT, Slot
from ..model.published import Edition
from ..viewing.addresses import document_url
from ..viewing.effort import effort_view
from ..viewing.glossary import glossary_letters
from ..viewing.kits import KitKind
from ..viewing.literature import literature_view
from ..viewing.meeting_tools import meeting_view
from ..viewing.method import PartView, StepView, part_views, step_cards, step_views
from ..viewing.plans import aim_groups, plan_builder
from ..viewing.practices import practice_views
from ..viewing.questions import facet_views, questions_by_technique
from ..viewing.start_check import start_check_view
from ..viewing.steps import StepMark, marks
from ..viewing.teams import teams_view
from ..viewing.transformation_goals import transformation_goals_view
from .apa import Apa
from .citations import Citations
from .environment import Templates
from .kits import MadeKit
from .terms import Terms

_TO_PAGE = re.compile(r"(?<=\]\()(?!https?:)(?P<path>[^)\s#]*\.md)(?=[#)])")
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
        text = self._citations.linked(self._marked(document, at), at)
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
        kit = self._step_kits.get(view.mark)
        foot = self.templates.render(f"{kind}_foot", at, {"view": view, "sources": sources, "kit": kit})
        section = _FIRST_SECTION.search(text)
        cut = section.start() if section else len(text)
        return f"{text[:cut].rstrip()}\n\n{head}\n\n{text[cut:].rstrip()}\n\n{foot}\n"

    def _marked(self, document: Document, at: str) -> str:
        """Return a page with words of the glossary marked, but not the glossary itself."""
        return document.text if document.uri == GLOSSARY_PAGE else self._terms.in_markdown(document.text, at)

    @cached_property
    def _terms(self) -> Terms:
        return Terms.of(self.edition.glossary)

    @cached_property
    def _citations(self) -> Citations:
        return Citations(Apa(self.edition.literature), self.templates)

    @cached_property
    def _steps(self) -> dict[str, StepView]:
        return step_views(self.edition)

    @cached_property
    def _parts(self) -> dict[str, PartView]:
        return part_views(self.edition)

    @cached_property
    def _step_kits(self) -> dict[StepMark, MadeKit]:
        return {made.kit.mark: made for made in self.printed if made.kit.kind is KitKind.STEP and made.kit.mark}

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
                return {"groups": questions_by_technique(edition), "facets": facet_views(edition)}
            case Slot.GLOSSARY:
                return {"letters": glossary_letters(edition), "linked": _linked}
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
            case Slot.AIMS:
                return {"groups": aim_groups(edition)}
            case Slot.PLAN:
                return {"view": plan_builder(edition)}
            case Slot.KITS:
                return {"printed": self.printed}
            case Slot.CONTACT:
                return {"organisation": edition.organisation}
            case Slot.LITERATURE:
                apa = self._citations.apa
                return {"groups": literature_view(edition, apa.sorted), "apa": apa}
            case Slot.SCALE_ROUND | Slot.GOAL_CHOICE:
                return {"view": meeting_view(edition)}
            case Slot.START_CHECK:
                return {"view": start_check_view(edition)}
            case Slot.FOR_YOURSELF | Slot.INVENTORY:
                return {}


def _linked(text: str, to: Callable[[str], str]) -> str:
    """Return Markdown from beside the glossary with its links to pages as links to their addresses.

    Args:
        text: what stands with a term.
        to: makes an address from the site's root into one that works where the text is shown.
    """

    def link(found: re.Match[str]) -> str:
        return to(document_url(posixpath.normpath(posixpath.join(posixpath.dirname(GLOSSARY_PAGE), found["path"]))))

    return _TO_PAGE.sub(link, text)
