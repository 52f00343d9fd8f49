"""Taking a team or a best practice out of a release that stands there already, without a build."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import zlib
from collections.abc import Iterable, Iterator
from html import escape, unescape
from pathlib import Path

from ..model.language import LANGUAGE, say
from ..model.leaves import leaves_of
from ..publishing.leaks.built_texts import Reader
from ..publishing.leaks.texts import UnreadableError, readings, squeeze
from ..rendering.data import as_json
from ..viewing.addresses import DATA, SCHEMA, practice_url, team_url
from .mentions import sentences, speaks_of, without
from .shipped import shipped_texts

_SEARCH = "search/search_index.json"


def take_out(site: Path, address: str, own: Iterable[str] = ()) -> None:
    """Take a team or a best practice out of a release: its page, and every mention of it elsewhere.

    Its page, the entries of lists and tables that lead to it, and what is marked as its own (``data-of``) go; so does
    its part of the data, the search index and the sitemap. Then every file is read once more; a page that still holds
    a sentence of it makes place for a notice. No file is written into: each is replaced.

    Args:
        site: the folder of the release.
        address: of its page, from the site's root, such as ``best-practices/eerst-luisteren/``.
        own: texts of the organisation itself; a sentence that stands in them as well is no mention.
    """
    needles = _take_out_of_data(site, address, own)
    shutil.rmtree(site / address, ignore_errors=True)
    changed = {address}
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix().removesuffix("index.html")
        html = _text(path.read_bytes())
        lean = without(html, page, address)
        if lean != html:
            changed.add(page)
            _replace(path, _bytes(lean))
    _take_out_of_search(site, changed, needles)
    _take_out_of_sitemap(site, address)
    for path in sorted(site.rglob("*")) if needles else ():
        if path.is_file() and speaks_of(words_of(path), needles):
            if path.suffix == ".html":
                _replace(path, _notice().encode())
            else:
                path.unlink()


def _take_out_of_data(site: Path, address: str, own: Iterable[str]) -> frozenset[str]:
    """Take it out of ``handbook.json``; return the sentences of it that stand in nothing that stays."""
    path = site / DATA
    try:
        data = json.loads(path.read_bytes())
        gone = [team for team in data["teams"] if team_url(team["id"]) == address]
        gone += [practice for practice in data["best_practices"] if practice_url(practice["id"]) == address]
        data["teams"] = [team for team in data["teams"] if team not in gone]
        data["best_practices"] = [practice for practice in data["best_practices"] if practice not in gone]
        for practice in data["best_practices"]:
            if practice.get("team") and team_url(practice["team"]) == address:
                # As the gate does for a practice of a team that is not shown.
                practice |= {"kwaliteiten": [], "werkzame_factoren": []}
                del practice["team"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        path.unlink(missing_ok=True)
        return frozenset()
    _replace(path, as_json(data))
    schema = _text((site / SCHEMA).read_bytes()) if (site / SCHEMA).is_file() else ""  # it names the fixed words
    kept = "\n".join(map(squeeze, [*_texts(data), schema, *own, *shipped_texts()]))
    return frozenset(found for text in _texts(gone) for found in sentences(text) if found not in kept)


def _take_out_of_search(site: Path, changed: set[str], needles: frozenset[str]) -> None:
    """Take pages out of the search index until the next build; of others, the parts that hold something of it."""
    path = site / _SEARCH
    if not path.is_file():
        return
    try:
        index = json.loads(path.read_bytes())
        index["docs"] = [
            entry
            for entry in index["docs"]
            if entry["location"].partition("#")[0] not in changed
            and not speaks_of("\n".join(map(_bare, _texts(entry))), needles)
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        path.unlink()
        return
    _replace(path, json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode())


def _take_out_of_sitemap(site: Path, address: str) -> None:
    entry = re.compile(rf"\s*<url>(?:(?!</url>).)*?/{re.escape(address)}\s*</loc>.*?</url>", re.DOTALL)
    for path in (site / "sitemap.xml", site / "sitemap.xml.gz"):
        if path.is_file():
            packed = path.suffix == ".gz"
            text = _text(_unpacked(path.read_bytes()))
            lean = entry.sub("", text)
            if lean != text:
                _replace(path, gzip.compress(_bytes(lean), mtime=0) if packed else _bytes(lean))


def _texts(data: object) -> Iterator[str]:
    return (text for text, _ in leaves_of(data))


def words_of(path: Path) -> str:
    """Return all that a file says: a page, a PDF, a calendar, something packed; as far as it can be looked into."""
    content = path.read_bytes()
    try:
        return "\n".join(
            reading
            for passage in Reader().passages(path.name, content)
            for line in passage.lines
            for reading in readings(line)
        )
    except UnreadableError:
        return _bare(_text(_unpacked(content)))


def _bare(text: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", text))


def _unpacked(content: bytes) -> bytes:
    if content.startswith(b"\x1f\x8b"):
        try:
            return gzip.decompress(content)
        except (OSError, EOFError, zlib.error):  # somebody's own file, that only looks packed
            return content
    return content


def _text(content: bytes) -> str:
    """Return a file's text; what is no UTF-8 in it comes back as it was with ``_bytes``."""
    return content.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _replace(path: Path, content: bytes) -> None:
    """Put a file in the place of another; the other may be shared with the live site."""
    path.unlink()
    path.write_bytes(content)


def _notice() -> str:
    title = escape(say("Deze bladzijde is er even niet"))
    text = escape(say("Wij werken haar bij. Binnenkort staat zij er weer."))
    return (
        f'<!doctype html>\n<html lang="{LANGUAGE}">\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        '<meta name="viewport" content="width=device-width">\n<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n<h1>{title}</h1>\n<p>{text}</p>\n</html>\n"
    )
