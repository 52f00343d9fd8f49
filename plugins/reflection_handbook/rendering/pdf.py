"""A print page as a tagged PDF that a screen reader can read: PDF/UA-1, in Dutch, with bookmarks.

WeasyPrint lays it out. It is an extra (``pdf``) and needs Pango of the machine, so it is looked for only when somebody
asks for a PDF. Source of the tags: ISO 14289-1, and https://doc.courtbouillon.org/weasyprint/stable/.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from ..model.errors import HandbookError, WrongUseError
from ..model.language import say
from .kits import PdfMaker

_SITE = "https://handboek.invalid/"
"""Stands for the site's root, so that a page's own addresses can be followed to the files of this package."""
_ASSETS = "assets/handboek/"
_CARD, _FOOT = "hb-kit__card", "hb-kit__foot"
_SLACK = 0.5
"""In pixels: what rounding makes of a length."""


class CardOverflowError(HandbookError):
    """A question does not fit on its card."""

    exit_code = 1


class PdfUnavailableError(WrongUseError):
    """WeasyPrint, or Pango under it, is not on this machine."""


def pdf_maker() -> PdfMaker:
    """Return what makes a PDF of a print page.

    Raises:
        PdfUnavailableError: when WeasyPrint or Pango is missing; it says what to install.
    """
    try:
        import weasyprint
    except (ImportError, OSError) as error:  # OSError: the package is there and Pango is not
        raise PdfUnavailableError(
            say(
                "Een PDF maken kan hier niet: WeasyPrint of Pango ontbreekt. Installeer "
                "‘reflection-handbook[pdf]’ met pip, en op Debian of Ubuntu: "
                "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. "
                "De printbladzijden werken ook zonder."
            )
        ) from error
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    fonts = weasyprint.text.fonts.FontConfiguration()
    fetcher = _fetcher(weasyprint)

    def make(html: str, at: str) -> bytes:
        page = weasyprint.HTML(string=html, base_url=_SITE + at, url_fetcher=fetcher, media_type="print")
        laid_out = page.render(font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True)
        if too_long := list(dict.fromkeys(_overflowing(laid_out))):
            raise CardOverflowError(
                "\n".join(
                    say("De vraag ‘{id}’ past niet op een kaart. Maak de vraag of het doel korter.", id=id)
                    for id in too_long
                )
            )
        name = hashlib.sha256(html.encode()).digest()[:16]  # the same in, the same out: no random name of the file
        return bytes(laid_out.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True, pdf_identifier=name))

    return make


def _fetcher(weasyprint: Any) -> Any:
    """Return what gets a page's files: from this package and from nowhere else."""
    shipped = files("reflection_handbook.rendering") / "assets"

    class Shipped(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            path = urlsplit(url).path.lstrip("/")
            if not url.startswith(_SITE + _ASSETS) or ".." in path.split("/"):
                raise ValueError(url)
            content = shipped.joinpath(*path.removeprefix(_ASSETS).split("/")).read_bytes()
            kind = {"css": "text/css", "woff2": "font/woff2", "svg": "image/svg+xml"}.get(path.rpartition(".")[2], "")
            return weasyprint.urls.URLFetcherResponse(url, content, {"Content-Type": kind})

    return Shipped()


def _overflowing(laid_out: Any) -> Iterator[str]:
    """Yield the questions of cards from which something sticks out, as they were laid out."""
    for page in laid_out.pages:
        for box in page._page_box.descendants():
            element = box.element
            if element is None or _CARD not in (element.get("class") or "").split() or not element.get("data-question"):
                continue
            if _sticks_out(box):
                yield element.get("data-question")


def _sticks_out(card: Any) -> bool:
    """Return whether something on a laid-out card lies outside of it, or runs into the line at its foot."""
    right, bottom = card.content_box_x() + card.width, card.content_box_y() + card.height
    for child in card.children:
        lowest = card.position_y + card.height + card.padding_top + card.padding_bottom if _foot(child) else bottom
        for box in (child, *(child.descendants() if hasattr(child, "descendants") else ())):
            if box.position_x + box.width > right + _SLACK or box.position_y + box.height > lowest + _SLACK:
                return True
        if _foot(child) and child.position_y < bottom - _SLACK:
            return True
    return False


def _foot(box: Any) -> bool:
    return box.element is not None and _FOOT in (box.element.get("class") or "").split()
