"""Works in APA style, in Dutch: each is formatted once, for the list and for the text.

citeproc-py does the work. What it does not do is done here: letters that tell apart what one maker made in one year,
escaping (it leaves that of the works' own words to others), and a few corners of the style.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from string import ascii_lowercase
from types import SimpleNamespace
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup, escape

from ..model.literature import Name, Reference

LOCALE = "nl-NL"
_ITALIC, _PLAIN = "\x02", "\x03"  # no file that is read may hold these
_FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=lambda text: f"{_ITALIC}{text}{_PLAIN}",
    Oblique=lambda text: f"{_ITALIC}{text}{_PLAIN}",
    **dict.fromkeys(("Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str),
)
_UNUSED = {"id", "custom", "note"}
_URL = re.compile(r"https?://[^\s<>]+[^\s<>.,;]")
_OTHERS = re.compile(r",? (?:&|en) et al\.")
_TWO_POINTS = re.compile(rf"([?!]{_PLAIN}?)\.")


@dataclass(frozen=True, slots=True)
class InText:
    """A work as a text names it, between brackets that are not here."""

    maker: Markup
    """Who made it; where nobody is named, its title."""
    year: Markup


@dataclass(frozen=True)
class Apa:
    """Works in APA style."""

    references: tuple[Reference, ...]

    def reference(self, key: str) -> Markup:
        """Return a work as it stands in a list, with its addresses as links."""
        return self._entries[key]

    def in_text(self, key: str) -> InText:
        """Return a work as a text names it."""
        return self._names[key]

    def sorted(self, keys: Iterable[str]) -> list[str]:
        """Return keys without doubles, in the order of the list: by maker, year and title."""
        return sorted(set(keys), key=self._order.index)

    @cached_property
    def _order(self) -> list[str]:
        """By maker as people look for one, without accents; citeproc-py has put those of one maker in order."""
        return sorted(self._texts, key=lambda key: _looked_for(self._texts[key]))

    @cached_property
    def _entries(self) -> dict[str, Markup]:
        works = {reference.id: reference for reference in self.references}
        return {key: _linked(_html(_mended(text, works[key]))) for key, text in self._texts.items()}

    @cached_property
    def _texts(self) -> dict[str, str]:
        return dict(zip(self._bibliography.keys, map(str, self._bibliography.bibliography()), strict=True))

    @cached_property
    def _names(self) -> dict[str, InText]:
        names = {}
        for reference, citation in zip(self.references, self._citations, strict=True):
            text = str(self._bibliography.cite(citation, _never)).removeprefix("(").removesuffix(")")
            maker, _, year = _OTHERS.sub(" et al.", text).rpartition(", ")
            names[reference.id] = InText(_html(maker), _html(year))
        return names

    @cached_property
    def _citations(self) -> list[Citation]:
        return [Citation([CitationItem(reference.id)]) for reference in self.references]

    @cached_property
    def _bibliography(self) -> CitationStylesBibliography:
        letters = _letters(self.references)
        source = CiteProcJSON([_plain(reference, letters.get(reference.id, "")) for reference in self.references])
        with as_file(files("reflection_handbook.rendering") / "style" / "apa.csl") as path:
            style = CitationStylesStyle(str(path), locale=LOCALE, validate=False)
        bibliography = CitationStylesBibliography(style, source, _FORMATTER)
        for citation in self._citations:
            bibliography.register(citation)
        bibliography.sort()
        return bibliography


def _looked_for(text: str) -> list[str]:
    """Return the words of an entry's maker, as a list is put in order by them."""
    maker = unicodedata.normalize("NFKD", text.partition(" (")[0])
    bare = "".join(sign for sign in maker if not unicodedata.combining(sign))
    return re.findall(r"\w+", bare.casefold())


def _letters(references: Sequence[Reference]) -> dict[str, str]:
    """Return the letter of each work whose makers made another in the same year; they go by title."""
    alike = defaultdict(list)
    for reference in references:
        makers = reference.author or reference.title
        alike[(makers, reference.year)].append(reference)
    found = {}
    for group in alike.values():
        for letter, reference in zip(ascii_lowercase, sorted(group, key=lambda r: (r.title or "", r.id)), strict=False):
            if len(group) > 1:
                found[reference.id] = letter
    return found


def _plain(reference: Reference, letter: str) -> dict[str, Any]:
    """Return a work as citeproc-py takes it."""
    data = reference.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=_UNUSED)
    data |= {part: [_named(name) for name in getattr(reference, part)] for part in ("author", "editor") if data[part]}
    known = {key: value for key, value in data.items() if value != []}
    return {"language": LOCALE, **known, "id": reference.id, **({"year-suffix": letter} if letter else {})}


def _named(name: Name) -> dict[str, str]:
    """Return a maker; citeproc-py warns of one that has both a whole name and its parts."""
    parts: dict[str, str] = name.model_dump(by_alias=True, exclude_none=True)
    return {"literal": parts["literal"]} if "literal" in parts else parts


def _mended(text: str, reference: Reference) -> str:
    """Return an entry with what citeproc-py does otherwise than the style asks."""
    text = _OTHERS.sub(" et al.", text)
    if len(reference.author) == 2 and not any(name.given for name in reference.author):
        text = text.replace(", & ", " & ", 1)  # the comma belongs to initials
    if not reference.author and reference.title:  # then the title stands in front, and not again
        front, title, rest = text.partition(reference.title)
        text = front + title + re.sub(rf" {_ITALIC}?{re.escape(reference.title)}{_PLAIN}?\.?", "", rest, count=1)
    if reference.page:
        text = text.replace(reference.page, reference.page.replace("-", "–"))
    return _TWO_POINTS.sub(r"\1", text)


def _html(text: str) -> Markup:
    return Markup(str(escape(text)).replace(_ITALIC, "<em>").replace(_PLAIN, "</em>"))


def _linked(html: Markup) -> Markup:
    return Markup(_URL.sub(lambda url: f'<a class="hb-url" href="{url[0]}">{url[0]}</a>', html))  # escaped already


def _never(item: CitationItem) -> None:
    """Is called for a key that is not there, which a check has refused."""
