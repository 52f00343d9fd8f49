"""Citations in the text, and the sources at the end of a page: links to the literature, which links back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from ..model.citations import Citation, Cited, citations
from ..model.documents import Document
from ..viewing.addresses import citing_id, work_url
from ..viewing.literature import cites, holds_literature
from .apa import Apa
from .environment import Templates, relative

_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>\\`*_{}[]|~^=:"})
"""Signs that HTML, Markdown, or what extends it, may give a meaning."""


@dataclass(frozen=True, slots=True)
class Citations:
    """Turns citations into what a reader sees."""

    apa: Apa
    templates: Templates

    def linked(self, text: str, at: str) -> str:
        """Return a page's Markdown with its citations as links to the literature.

        Args:
            text: the Markdown, without errors.
            at: the address of the page.
        """
        parts, last, met = [], 0, set[str]()
        for citation in citations(text):
            if citation.works:
                parts += [text[last : citation.start], self._citation(citation, at, met)]
                last = citation.end
        return "".join([*parts, text[last:]])

    def sources(self, document: Document, at: str) -> Markup:
        """Return the section with the sources of a page; nothing where it has none, or where all of them stand."""
        cited = cites(document)
        if not cited or holds_literature(document):
            return Markup()
        in_text = {work.key for citation in citations(document.text) for work in citation.works}
        sources = [
            {
                "html": self.apa.reference(key),
                "url": work_url(key),
                "id": "" if key in in_text else citing_id(key),
                "name": f"{self.apa.in_text(key).maker.striptags()} ({self.apa.in_text(key).year})",
            }
            for key in self.apa.sorted(cited)
        ]
        return Markup(self.templates.render("sources", at, {"sources": sources}))  # our own template

    def _citation(self, citation: Citation, at: str, met: set[str]) -> str:
        order = self.apa.sorted(work.key for work in citation.works)
        works = sorted(citation.works, key=lambda work: order.index(work.key))
        groups = (list(group) for _, group in groupby(works, self._together))
        shown = "; ".join(self._of_one_maker(group, at, met) for group in groups)
        return f'<span class="hb-cite">({shown})</span>'

    def _together(self, work: Cited) -> tuple[str, str]:
        """Return what works have in common that are named in one breath: ``Bartelink, 2013a, 2013b``."""
        return self.apa.in_text(work.key).maker, f"{work.key} {work.locator}" if work.locator else ""

    def _of_one_maker(self, works: Iterable[Cited], at: str, met: set[str]) -> str:
        return ", ".join(self._works(works, at, met))

    def _works(self, works: Iterable[Cited], at: str, met: set[str]) -> Iterator[str]:
        for place, work in enumerate(works):
            name = self.apa.in_text(work.key)
            text = _for_markdown(name.year if place else Markup("{}, {}").format(name.maker, name.year))
            id = "" if work.key in met else f' id="{citing_id(work.key)}"'
            met.add(work.key)
            locator = f", {_for_markdown(escape(work.locator))}" if work.locator else ""
            yield f'<a href="{escape(relative(work_url(work.key), at))}"{id}>{text}</a>{locator}'


def _for_markdown(html: Markup) -> str:
    """Return HTML in which Markdown finds nothing of its own: signs in its texts, not in its tags, become entities."""
    return "".join(part if part.startswith("<") else _entities(part) for part in _pieces(html))


def _pieces(html: str) -> Iterator[str]:
    while html:
        text, tag, rest = html.partition("<")
        inside, end, html = rest.partition(">")
        yield from filter(None, (text, tag + inside + end))


def _entities(text: str) -> str:
    return Markup(text).unescape().translate(_SIGNS)
