"""A last look at a built site before anybody else sees it: is it whole, and does every link lead somewhere?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from ..model.language import say
from ..rendering import Asset, Output
from ..rendering.slots import address
from .publication import PublicationError

_ATTRIBUTE = re.compile(r"""\s([^\s=<>"'/]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
"""Any attribute, so that what looks like one inside the value of another is passed over with that value."""
_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
"""An opening tag: what looks like an attribute outside of one is text, such as an escaped name."""
_ELSEWHERE = "https://site.invalid/"
_SHOWN = 10


def verify(site: Path, outputs: Sequence[Output]) -> None:
    """Look at a whole built site.

    Args:
        site: its folder.
        outputs: what should be in it.

    Raises:
        PublicationError: when something is missing, or a link of the site leads nowhere; it names the first few.
    """
    faults = [*_missing(site, outputs), *_dead_links(site)]
    if faults:
        shown = faults[:_SHOWN]
        if len(faults) > _SHOWN:
            shown.append(say("… en nog {count}.", count=len(faults) - _SHOWN))
        raise PublicationError("\n".join([say("De nieuwe site klopt niet; de oude blijft staan."), *shown]))


def _missing(site: Path, outputs: Sequence[Output]) -> Iterator[str]:
    for output in outputs:
        whole = isinstance(output, Asset)
        path = site / output.uri if whole else site / address(output.uri) / "index.html"
        if not path.is_file() or not path.stat().st_size:
            yield say("{path} ontbreekt.", path=path.relative_to(site).as_posix())


def _dead_links(site: Path) -> Iterator[str]:
    anchors: dict[Path, set[str]] = {}
    links: list[tuple[Path, str]] = []
    for path in sorted(site.rglob("*.html")):
        anchors[path] = set()
        tags = "".join(_TAG.findall(path.read_text(encoding="utf-8")))
        for name, *values in _ATTRIBUTE.findall(tags):
            value = unescape("".join(values))
            if name in ("id", "name"):
                anchors[path].add(value)
            # 404.html is shown at any address, with links from the site's root.
            elif name in ("href", "src") and path.name != "404.html":
                links.append((path, value))
    there: dict[Path, bool] = {}
    for path, link in links:
        base = path.parent.relative_to(site).as_posix()
        parts = urlsplit(urljoin(_ELSEWHERE + (f"{base}/" if base != "." else ""), link))
        if not f"{parts.scheme}://{parts.netloc}/".startswith(_ELSEWHERE):
            continue
        target = site / unquote(parts.path).lstrip("/")
        if parts.path.endswith("/"):
            target /= "index.html"
        if target not in there:
            there[target] = target.is_file()
        anchor = unquote(parts.fragment)
        if not there[target] or (anchor and target in anchors and anchor not in anchors[target]):
            yield say("{page}: de link ‘{link}’ leidt nergens heen.", page=path.relative_to(site).as_posix(), link=link)
