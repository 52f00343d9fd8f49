"""The package's own Jinja environment: everything is escaped unless it was made safe on purpose."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ..model.language import say, translations
from . import chain, chart, circle, timeline
from .controls import asleep
from .dates import dutch_date, dutch_figure
from .handout import Handout
from .markdown import Prose, without_links
from .outputs import Heading
from .qr import qr

ICONS = {
    "engagement": "handshake-outline",
    "interviews": "forum-outline",
    "teruglegging": "email-heart-outline",
    "werkzame-factoren": "puzzle-heart-outline",
    "keuze-monitoring": "sign-direction",
    "monitoren": "chart-timeline-variant",
    "herhaling": "autorenew",
    "time": "clock-outline",
    "people": "account-group-outline",
    "roles": "account-voice",
    "preparation": "clipboard-text-clock-outline",
    "needed": "bag-personal-outline",
    "outcome": "sprout-outline",
    "where": "map-marker-radius-outline",
    "next": "arrow-right-circle-outline",
    "when": "calendar-clock-outline",
    "who": "account-circle-outline",
    "calendar": "calendar-export-outline",
    "talk": "comment-quote-outline",
    "up": "stairs-up",
    "made-up": "flask-empty-outline",
    "report": "book-open-page-variant-outline",
    "contact": "phone-outline",
    "over-tijd": "calendar-refresh-outline",
    "volgende-stap": "calendar-question-outline",
    "teamleider": "account-tie-outline",
    "wisselingen": "account-switch-outline",
    "reorganisatie": "sitemap-outline",
    "transformatiedoel": "flag-outline",
    "veel-doelen": "format-list-checks",
    "lang-bij-de-keuze": "timer-sand",
    "zonder-gesprek": "comment-question-outline",
    "check": "check",
    "arrow": "arrow-right",
    "back": "arrow-left",
    "present": "presentation-play",
    "full": "fullscreen",
    "print": "printer-outline",
    "plan": "clipboard-list-outline",
    "close": "close",
    "copy": "content-copy",
    "save": "download-outline",
    "wipe": "trash-can-outline",
    "hide": "eye-off-outline",
    "kit": "printer-outline",
    "download": "download-outline",
    "earlier": "arrow-up",
    "later": "arrow-down",
    "swap": "swap-horizontal",
    "note": "pencil-outline",
    "add": "plus",
    "link": "link-variant",
    "open": "folder-open-outline",
    "phone": "cellphone-text",
    "undo": "undo-variant",
}
"""Our names for Material's shipped icons: a step has one icon everywhere."""


class Headings:
    """Writes the headings of a page and remembers them for its table of contents."""

    def __init__(self) -> None:
        self.found: list[Heading] = []

    def __call__(self, id: str, text: str, level: int = 2) -> Markup:
        """Return a heading with an id; those of levels 1 and 2 go into the table of contents."""
        if level <= 2:
            self.found.append(Heading(id, text))
        return Markup('<h{level} id="{id}">{text}</h{level}>').format(level=level, id=id, text=text)


class Templates:
    """Renders the package's templates."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=PackageLoader("reflection_handbook.rendering", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
            auto_reload=False,  # each build has an environment of its own
        )
        self._environment.install_gettext_translations(translations(), newstyle=True)  # type: ignore[attr-defined]
        self._environment.filters.update(
            asleep=asleep,
            date=dutch_date,
            figure=dutch_figure,
            handout=Handout(),
            prose=Prose(),
            unlinked=without_links,
        )
        self._environment.globals.update(
            icon=icon, say=say, circle=circle, chain=chain, chart=chart, qr=qr, timeline=timeline
        )

    def render(self, template: str, at: str, values: Mapping[str, object], heading: Headings | None = None) -> str:
        """Return a template's HTML, without blank lines and indents.

        Args:
            template: its name in ``templates/``, without ending.
            at: the address of the page it stands on, from the site's root; links are made relative to it.
            values: what the template shows.
            heading: remembers the page's headings.
        """
        html = self._environment.get_template(f"{template}.html.j2").render(
            to=lambda url: relative(url, at), heading=heading or Headings(), **values
        )
        return "\n".join(stripped for line in html.splitlines() if (stripped := line.strip()))


def relative(url: str, at: str) -> str:
    """Return an address from the site's root as one that works on a given page, also when the site has a folder.

    >>> relative("methode/2-interviews/", "teams/x/")
    '../../methode/2-interviews/'
    """
    if url.startswith(("#", "https:", "http:")):
        return url
    path, mark, anchor = url.partition("#")
    found = posixpath.relpath(path or ".", at or ".")
    slash = "/" if path.endswith("/") or not path else ""
    return ("./" if found == "." else found + slash) + mark + anchor


@cache
def icon(name: str) -> Markup:
    """Return an icon as inline SVG that screen readers pass over.

    Args:
        name: one of ``ICONS``.
    """
    path = files("material") / "templates" / ".icons" / "material" / f"{ICONS[name]}.svg"
    svg = re.sub(r"^<svg ", '<svg class="hb-icon" aria-hidden="true" ', path.read_text(encoding="utf-8").strip())
    return Markup(svg)  # Material's own file
