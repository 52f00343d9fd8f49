"""Kits as print pages and, where somebody can make them, as PDF: both from the same HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model.language import LANGUAGE
from ..model.published import Edition
from ..viewing.kits import Kit, kits
from .environment import Templates
from .outputs import Asset
from .policy import policy_of_file

PdfMaker = Callable[[str, str], bytes]
"""Makes a PDF of a page's HTML and its address on the site."""


@dataclass(frozen=True, slots=True)
class MadeKit:
    """A kit with what was made of it."""

    kit: Kit
    page: Asset
    pdf: Asset | None

    @property
    def size(self) -> int:
        """How large its PDF is, in kB."""
        return _kilobytes(self.pdf) if self.pdf else 0

    @property
    def assets(self) -> Iterator[Asset]:
        """The files that go to the site."""
        yield self.page
        if self.pdf:
            yield self.pdf


def made_kits(edition: Edition, templates: Templates, make_pdf: PdfMaker | None = None) -> tuple[MadeKit, ...]:
    """Return every kit with its print page and, if there is a maker, its PDF."""
    return tuple(_made(kit, edition, templates, make_pdf) for kit in kits(edition))


def kit_html(kit: Kit, edition: Edition, templates: Templates, size: int | None = None, for_pdf: bool = False) -> str:
    """Return a kit's page as HTML.

    Args:
        kit: what to print.
        edition: what it comes from.
        templates: the package's own.
        size: how large its PDF is, in kB, where the page offers one.
        for_pdf: only the sheets, without what one presses.
    """
    values = {"kit": kit, "organisation": edition.organisation, "size": size, "for_pdf": for_pdf}
    return templates.render("kit", kit.url, {**values, "policy": policy_of_file(), "language": LANGUAGE}) + "\n"


def _made(kit: Kit, edition: Edition, templates: Templates, make_pdf: PdfMaker | None) -> MadeKit:
    uri = f"{kit.url}index.html"
    if make_pdf is None:
        return MadeKit(kit, Asset(uri, kit_html(kit, edition, templates).encode()), None)
    pdf = Asset(kit.pdf_url, make_pdf(kit_html(kit, edition, templates, for_pdf=True), uri))
    return MadeKit(kit, Asset(uri, kit_html(kit, edition, templates, _kilobytes(pdf)).encode()), pdf)


def _kilobytes(pdf: Asset) -> int:
    """Return how large a file is; nothing is never shown as 0."""
    return max(1, round(len(pdf.content) / 1000))
