"""Nothing active in what people write: no programs, frames, forms or pictures from elsewhere, in any spelling.

Two looks. The first reads the source and knows the line; it goes for the prose of portfolios and practices as well,
which is made harmless later on, so that a writer hears of it and does not find it gone. Markdown has many corners, so
pages of ``docs/`` get a second look: they are turned into HTML, and that is read as a browser would.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

from markdown import Markdown
from pydantic import BaseModel

from ..loading import active
from ..loading.active import Fault
from ..model.base import Prose
from ..model.code import blank, without_code
from ..model.handbook import Practice, Team
from ..model.places import Loc, Problem, Severity, Source
from .look import HandbookRule, Look, TeamRule

_POSSIBLE = re.compile(r"[<:{&]|//")
"""Without one of these nothing can be active."""

_TAG = re.compile(r"<([a-zA-Z][^\s/<>]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)(>?)")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/={}]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'<>{}]*)")
_ATTR_LIST = re.compile(r"\{:?([^{}\n]*)\}")
_DESTINATION = re.compile(r"(?P<picture>!\[(?:[^\[\]\n]|\[[^\]\n]*\]){0,300})?\]\(\s*<?(?=(?P<url>[^)]{0,300}))")
_REFERENCE = re.compile(r"^[ \t>]*\[(?!\^)[^\]\n]+\]:\s*<?(\S+)[ \t]*(?:[\"'(].*)?$", re.MULTILINE)
_AUTOLINK = re.compile(r"<([a-zA-Z&][^\s<>/]*:[^\s<>]*|[\w.+-]+@[\w.-]+)>")


def source_faults(text: str) -> Iterator[tuple[int, Fault]]:
    """Yield what is active in Markdown, each with its row from 0; what stands between backticks is only told about."""
    if not _POSSIBLE.search(text):
        return
    text = without_code(text)
    for found in _AUTOLINK.finditer(text):
        yield from _at(text, found.start(), active.link_faults(found[1]))
    text = _AUTOLINK.sub(blank, text)
    for found in _TAG.finditer(text):
        tag = found[1].lower()
        attributes = _attributes(found[2])
        # A browser takes a tag without an end for one as well, while text such as ‘a<b’ only looks like one.
        if found[3] or attributes or active.is_notorious(tag):
            yield from _at(text, found.start(), active.element_faults(tag, attributes))
    for found in _ATTR_LIST.finditer(text):
        for name, value in _attributes(found[1]).items():
            yield from _at(text, found.start(), active.attribute_faults("", name, value))
    for found in _DESTINATION.finditer(text):
        judge = active.picture_faults if found["picture"] else active.link_faults
        yield from _at(text, found.start(), judge(found["url"]))
    for found in _REFERENCE.finditer(text):
        yield from _at(text, found.start(1), active.link_faults(found[1]))


def rendered_faults(text: str) -> Iterator[tuple[int, Fault]]:
    """Yield what is active in the HTML that Markdown becomes, each with its row from 0 as far as it can be found."""
    extensions = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"]
    extensions += ["pymdownx.details", "pymdownx.highlight", "pymdownx.superfences"]
    settings = {"tables": {"use_align_attribute": True}, "pymdownx.highlight": {"use_pygments": False}}
    html = Markdown(extensions=extensions, extension_configs=settings).convert(text)
    for fault in active.html_faults(html):
        yield (active.line_of(fault.signs, without_code(text), text) or 1) - 1, fault


def prose_of(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield every text in Markdown inside a part of the model, with the way to it in the file."""
    if isinstance(value, BaseModel):
        for name, key, is_prose in _fields(type(value)):
            inner = getattr(value, name)
            if not isinstance(inner, str):
                yield from prose_of(inner, (*loc, key))
            elif is_prose:
                yield (*loc, key), inner
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from prose_of(inner, (*loc, index))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from prose_of(inner, (*loc, str(key)))


def pages_hold_nothing_active(look: Look) -> Iterator[Problem]:
    """A page of ``docs/`` holds text, pictures of its own and links, and nothing that runs, sends or fetches."""
    for document in look.handbook.documents:
        found = list(source_faults(document.text)) or rendered_faults(document.text)
        yield from _problems(document.source, found)


def shared_practices_hold_nothing_active(look: Look) -> Iterator[Problem]:
    """A practice of no one team holds text and links, and nothing that runs, sends or fetches."""
    yield from _in_practices(look.handbook.shared_practices)


def organisation_holds_nothing_active(look: Look) -> Iterator[Problem]:
    """The texts in ``handbook.yml`` hold nothing active."""
    yield from _in_prose(look.handbook.organisation, look.handbook.organisation_source)


def portfolio_holds_nothing_active(team: Team, look: Look) -> Iterator[Problem]:
    """The texts of a portfolio hold nothing active."""
    yield from _in_prose(team.portfolio, team.source)


def practices_hold_nothing_active(team: Team, look: Look) -> Iterator[Problem]:
    """The practices of a team hold text and links, and nothing that runs, sends or fetches."""
    yield from _in_practices(team.practices)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, bool], ...]:
    """Return the fields of a part of the model: name, key in the file, and whether its text is Markdown."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        (name, field.alias or name, Prose in (hints[name], *get_args(hints[name])))
        for name, field in model.model_fields.items()
    )


def _in_prose(value: BaseModel, source: Source) -> Iterator[Problem]:
    for loc, text in prose_of(value):
        for _, fault in source_faults(text):
            yield source.error(loc, fault.message, fault.hint)


def _in_practices(practices: Iterable[Practice]) -> Iterator[Problem]:
    for practice in practices:
        yield from _problems(practice.source, source_faults(practice.text))


def _problems(source: Source, found: Iterable[tuple[int, Fault]]) -> Iterator[Problem]:
    for row, fault in found:
        yield Problem(source.file, source.body_line + row, Severity.ERROR, fault.message, fault.hint)


def _attributes(text: str) -> dict[str, str]:
    return {found[1].lower(): found[2].strip("\"'") for found in _ATTRIBUTE.finditer(text)}


def _at(text: str, at: int, faults: Iterable[Fault]) -> Iterator[tuple[int, Fault]]:
    for fault in faults:
        yield text.count("\n", 0, at), fault


TEAM_RULES: tuple[TeamRule, ...] = (portfolio_holds_nothing_active, practices_hold_nothing_active)
HANDBOOK_RULES: tuple[HandbookRule, ...] = (
    pages_hold_nothing_active,
    shared_practices_hold_nothing_active,
    organisation_holds_nothing_active,
)
