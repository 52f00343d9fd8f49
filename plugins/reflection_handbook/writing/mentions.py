"""Where a page or a text speaks of a team or a best practice that was taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from ..publishing.leaks.texts import squeeze

_ENTRIES = ("li", "tr")
"""An entry of a list or table goes as a whole."""
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_END = re.compile(r"[.!?:;|\n\[\]()<>]+")
"""Where a sentence ends, or what a page shows of a text in Markdown."""
_LEAST = 20
"""A sentence with fewer letters than this may well be somebody else's too."""


def sentences(text: str) -> frozenset[str]:
    """Return the sentences of a text that are long enough to be known again, as nothing but letters and digits."""
    squeezed = map(squeeze, _END.split(unescape(text)))
    return frozenset(sentence for sentence in squeezed if len(sentence) >= _LEAST)


def speaks_of(text: str, taken: Iterable[str]) -> bool:
    """Return whether a text holds one of such sentences, however it is laid out."""
    plain = squeeze(text)
    return any(sentence in plain for sentence in taken)


def without(html: str, page: str, address: str) -> str:
    """Return a page without the entries that lead to an address and without what is marked as belonging to it.

    Args:
        html: the page.
        page: its own address, from the site's root.
        address: what has to go.
    """
    if address.split("/")[-2] not in html:
        return html
    finder = _Finder(html, page, address)
    finder.feed(html)
    finder.close()
    kept, at = [], 0
    for start, end in sorted(finder.found):
        if start >= at:
            kept.append(html[at:start])
        at = max(at, end)
    return "".join([*kept, html[at:]])


class _Finder(HTMLParser):
    """Finds from where to where a page speaks of an address."""

    def __init__(self, html: str, page: str, address: str) -> None:
        super().__init__()
        self.found: list[tuple[int, int]] = []
        self._page, self._address = page, address
        self._lines = [0, *(found.end() for found in re.finditer("\n", html))]
        self._html = html
        self._open: list[tuple[str, int]] = []
        self._going: set[int] = set()  # where elements begin that have to go

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        start = self._place()
        if tag not in _VOID:
            self._open.append((tag, start))
        if (values.get("data-of") or "").startswith(self._address):
            going = start
        elif self._leads_there(values.get("href") or values.get("src") or ""):
            going = next((begin for name, begin in reversed(self._open) if name in _ENTRIES), start)
        else:
            return
        if going == start and tag in _VOID:
            self.found.append((start, start + len(self.get_starttag_text() or "")))
        else:
            self._going.add(going)

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self._open):
            return
        while self._open:
            name, start = self._open.pop()
            if start in self._going:
                # One that nobody closed ends where what it stands in ends.
                end = self._html.find(">", self._place()) + 1 if name == tag else self._place()
                self.found.append((start, end))
            if name == tag:
                return

    def close(self) -> None:
        super().close()
        self.found += ((start, len(self._html)) for _, start in self._open if start in self._going)

    def _leads_there(self, link: str) -> bool:
        try:
            parts = urlsplit(urljoin(f"https://site.invalid/{self._page}", link))
        except ValueError:  # an address that no browser follows either
            return False
        return parts.netloc == "site.invalid" and parts.path.startswith(f"/{self._address}")

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
