"""A last look at a built site before anybody else sees it: is it whole, do links lead somewhere, does nothing leak?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs.utils import clean_directory

from ..model.language import say
from ..publishing.leaks import LeakScan
from ..rendering import Asset, Output, Page, Text
from ..viewing.addresses import document_url
from .prepare import Prepared
from .publication import PublicationError
from .shipped import shipped_hashes

_ATTRIBUTE = re.compile(r"""\s([^\s=<>"'/]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
"""Any attribute, so that what looks like one inside the value of another is passed over with that value."""
_TAG = re.compile(r"""<[a-zA-Z][^<>"']*+(?:(?:"[^"]*"|'[^']*')[^<>"']*+)*+>""")
"""An opening tag: what looks like an attribute outside of one is text, such as an escaped name."""
_FETCHED = {
    "link": ("href",),
    "object": ("data",),
    "video": ("src", "poster"),
    **dict.fromkeys(("script", "img", "iframe", "frame", "embed", "source", "audio", "track", "input"), ("src",)),
}
"""Elements that fetch something as soon as a page opens, and where they say what."""
_LOADED = frozenset("stylesheet icon preload prefetch preconnect dns-prefetch modulepreload manifest".split())
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_ELSEWHERE = "https://site.invalid/"
_SHOWN = 10

Link = tuple[str, str]
"""A page and an address in it, as it stands there."""


@dataclass(frozen=True, slots=True)
class _Tag:
    """What an opening tag says of the page it stands on."""

    names: tuple[str, ...]
    links: tuple[str, ...]
    fetches: bool
    """Whether it fetches something from another host."""


@dataclass(slots=True)
class _Page:
    """What a page holds."""

    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    """Every address that it points at."""
    fetches: set[str] = field(default_factory=set)
    """Its tags that fetch something from another host."""


Pages = Mapping[Path, _Page]


def verify(site: Path, prepared: Prepared) -> None:
    """Look at a whole built site.

    Args:
        site: its folder.
        prepared: what should be in it, and what must not.

    Raises:
        PublicationError: when something is missing, a link of the site leads nowhere, or something personal or
            withheld stands in a file; it names the first few, and never what it found.
    """
    pages = _pages(site)
    _refuse(
        say("De nieuwe site klopt niet en wordt niet gepubliceerd."),
        [
            *prepared.scan.findings(site, shipped_hashes(), _SHOWN),
            *_missing(site, prepared.outputs),
            *_dead_links(site, pages, prepared),
            *_fetched_elsewhere(site, pages),
        ],
    )


def verify_or_clear(site: Path, prepared: Prepared) -> None:
    """Look at a whole built site, and take away what was just written when it must not be published.

    What the engine clears away before a build is cleared away now, too; other hidden things, such as ``.git``, stay.

    Raises:
        PublicationError: as ``verify`` does.
    """
    try:
        verify(site, prepared)
    except BaseException:
        clean_directory(str(site))
        (site / ".htaccess").unlink(missing_ok=True)
        raise


def verify_export(tree: Path, scan: LeakScan) -> None:
    """Look at a whole export.

    Raises:
        PublicationError: when something personal or withheld stands in a file.
    """
    _refuse(
        say("Hier staat iets in dat niet naar buiten mag. Er is niets geschreven."),
        scan.findings(tree, shipped_hashes(), _SHOWN),
    )


def _refuse(sentence: str, faults: Sequence[str]) -> None:
    if faults:
        shown = list(faults[:_SHOWN])
        if len(faults) > _SHOWN:
            shown.append(say("… en nog {count}.", count=len(faults) - _SHOWN))
        raise PublicationError("\n".join([sentence, *shown]))


def _missing(site: Path, outputs: Sequence[Output]) -> Iterator[str]:
    for output in outputs:
        whole = isinstance(output, Asset)
        path = site / output.uri if whole else site / document_url(output.uri) / "index.html"
        if not path.is_file() or not path.stat().st_size:
            yield say("{path} ontbreekt.", path=path.relative_to(site).as_posix())


def _dead_links(site: Path, pages: Pages, prepared: Prepared) -> Iterator[str]:
    """Yield a sentence for each link that leads nowhere, with the line in the sources where that can be found."""
    sources = {
        f"{document_url(output.uri)}index.html": output
        for output in prepared.outputs
        if isinstance(output, Page | Text)
    }
    for number, (page, link) in enumerate(_leading_nowhere(site, pages)):
        where = ""
        if number < _SHOWN:
            source = sources.get(page)
            first = f"docs/{source.uri}" if isinstance(source, Text) else ""
            place = prepared.scan.sources.find(partial(_written, link), first)
            where = say(" ({file}, regel {line})", file=place.file, line=place.line) if place else ""
        shown = prepared.scan.shown(link)
        yield say("{page}: de link ‘{link}’ leidt nergens heen", page=page, link=shown) + f"{where}."


def _fetched_elsewhere(site: Path, pages: Pages) -> Iterator[str]:
    """Yield a sentence for each page that would fetch something from another host. Source: DESIGN, rule 7.

    Prose and pages of ``docs/`` cannot; a setting of the engine or a theme of somebody's own can.
    """
    told: set[str] = set()
    for path, found in pages.items():
        page = path.relative_to(site).as_posix()
        for _ in found.fetches - told:
            yield say("{page}: haalt iets op bij een andere website; die ziet dan wie dit handboek leest.", page=page)
        told |= found.fetches


def _written(link: str, text: str) -> bool:
    """Return whether a link stands in a text of the sources: as it is, or by the anchor that it ends with."""
    return link in text or unquote(link) in text or ("#" in link and f"#{link.partition('#')[2]}" in text)


def _leading_nowhere(site: Path, pages: Pages) -> Iterator[Link]:
    there: dict[Path, bool] = {}
    # 404.html is shown at any address, with links from the site's root.
    for path, link in ((path, link) for path, page in pages.items() if path.name != "404.html" for link in page.links):
        if link[:1] == "#" and unquote(link[1:]) in pages[path].anchors:
            continue
        base = path.parent.relative_to(site).as_posix()
        try:
            parts = urlsplit(urljoin(_ELSEWHERE + (f"{base}/" if base != "." else ""), link))
        except ValueError:  # no address at all
            yield path.relative_to(site).as_posix(), link
            continue
        if not f"{parts.scheme}://{parts.netloc}/".startswith(_ELSEWHERE):
            continue
        target = site / unquote(parts.path).lstrip("/")
        if parts.path.endswith("/"):
            target /= "index.html"
        if target not in there:
            there[target] = target.is_file()
        anchor = "" if "=" in parts.fragment else unquote(parts.fragment)  # that names no place: it tells a script
        if not there[target] or (anchor and target in pages and anchor not in pages[target].anchors):
            yield path.relative_to(site).as_posix(), link


def _pages(site: Path) -> Pages:
    """Read every page once; a tag that stands on many of them is looked into once."""
    pages: dict[Path, _Page] = {}
    seen: dict[str, _Tag] = {}
    for path in sorted(site.rglob("*.html")):
        page = pages[path] = _Page()
        for tag in _TAG.findall(path.read_text(encoding="utf-8")):
            if (found := seen.get(tag)) is None:
                found = seen[tag] = _read_tag(tag)
            page.anchors.update(found.names)
            page.links += found.links
            if found.fetches:
                page.fetches.add(tag)
    return pages


def _read_tag(tag: str) -> _Tag:
    values = [(name, unescape("".join(parts))) for name, *parts in _ATTRIBUTE.findall(tag)]
    return _Tag(
        names=tuple(value for name, value in values if name in ("id", "name")),
        links=tuple(value for name, value in values if name in ("href", "src")),
        fetches=_fetches(tag[1:].split(None, 1)[0].rstrip("/>").lower(), values),
    )


def _fetches(name: str, attributes: Sequence[tuple[str, str]]) -> bool:
    """Return whether an element fetches something from another host as soon as a page opens."""
    values = {key.lower(): value for key, value in attributes}
    if name == "link" and _LOADED.isdisjoint(values.get("rel", "").lower().split()):
        return False  # only says where something is
    return any(_HOST.match(values.get(key, "").strip()) for key in _FETCHED.get(name, ()))
