"""The scan itself: every file of a built site or export, and what was found there, said without showing it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path, PurePosixPath

from ...model.handbook import Handbook
from ...model.language import say
from ...model.published import Edition
from . import patterns
from .allowed import Allowed, allowed_texts
from .built_texts import Reader
from .codes import Codes, respondent_codes
from .found import Hit, Place
from .names import Names, names_of
from .sources import Sources
from .texts import Kind, Passage, UnreadableError, clean, readings, squeeze, unmarked
from .withheld import PIECE, Withheld, withheld_texts

_TAIL = PIECE - 1
_BEFORE = 120
"""How much of the line before is read along: an address may be spread over two."""


@dataclass(frozen=True, slots=True)
class LeakScan:
    """What has to be looked for after a build of one edition."""

    withheld: Withheld = field(default_factory=Withheld)
    codes: Codes = field(default_factory=Codes)
    names: Names = field(default_factory=Names)
    allowed: Allowed = field(default_factory=Allowed)
    addresses: Mapping[str, Place] = field(default_factory=dict, repr=False)
    """Folders of the site that must not be there: those of withheld teams and practices."""
    sources: Sources = field(default_factory=Sources)

    def findings(self, folder: Path, known: frozenset[str] = frozenset(), most: int = 10) -> list[str]:
        """Read every file below a folder and return what was found, a Dutch sentence each.

        Args:
            folder: what was built.
            known: the SHA-256 of files that need no look, since they come with the theme.
            most: of how many the line in the sources is looked up.
        """
        hits, unreadable = _Run(self).over(folder, known)
        places = self._places([hit for hit, _ in hits[:most]])
        return [
            *(self._told(name, hit, places.get(hit.key, hit.place)) for hit, name in hits),
            *map(self._closed, unreadable),
        ]

    def shown(self, text: str) -> str:
        """Return a file's path or a link as it may be shown: a part in which something was found is left out."""
        return "/".join("…" if any(_Run(self).named(part)) else part for part in text.split("/"))

    def in_plain_words(self, text: str, kind: Kind) -> Iterator[Hit]:
        """Yield the codes, names, numbers and addresses of people in a text, but for what is public."""
        yield from self.codes.find(text)
        hits = self.names.find(text, parts=kind is not Kind.CODE)
        if kind is not Kind.CODE:
            hits = chain(hits, patterns.find(text, address=kind is Kind.ADDRESS))
        for hit, start, end in hits:
            if not self.allowed.covers(text, start, end, hit.value):
                yield hit

    def _places(self, hits: Iterable[Hit]) -> dict[tuple[str, str], Place]:
        """Return the lines of the sources that hits come from, where they can be found; each file is read once."""
        wanted = {hit.key: hit for hit in hits if hit.elsewhere}
        found: dict[tuple[str, str], Place] = {}
        for file, text in self.sources.files():
            if len(found) == len(wanted):
                break
            for number, line in enumerate(text.split("\n"), 1) if self._keys(text) & wanted.keys() else ():
                for key in (self._keys(line) & wanted.keys()) - found.keys():
                    if wanted[key].place != Place(file, number):
                        found[key] = Place(file, number)
        return found

    def _keys(self, text: str) -> set[tuple[str, str]]:
        return {hit.key for hit in self.in_plain_words(clean(unmarked(text)), Kind.READABLE)}

    def _told(self, name: str, hit: Hit, place: Place | None) -> str:
        where = say(" ({file}, regel {line})", file=self.shown(place.file), line=place.line) if place else ""
        return f"{self.shown(name)}: {hit.what}{where}.\n    → {hit.hint}"

    def _closed(self, name: str) -> str:
        told = say(
            "{name}: in dit bestand kan het handboek niet kijken; daarom komt het niet op de site.",
            name=self.shown(name),
        )
        return told + "\n    → " + say("Haal het weg, of maak er een gewone tekst, PDF of afbeelding van.")


def leak_scan(handbook: Handbook, edition: Edition, root: Path | None = None, public: Iterable[str] = ()) -> LeakScan:
    """Return what to look for after a build.

    Args:
        handbook: everything that was read, with the local list of names.
        edition: what its audience may see.
        root: the project's folder, to name the line that a hit comes from.
        public: texts that everybody may read beside the edition, such as those of our own templates.
    """
    return LeakScan(
        withheld=withheld_texts(handbook, edition, public),
        codes=respondent_codes(handbook),
        names=names_of(handbook.names),
        allowed=allowed_texts(entry.text for entry in handbook.organisation.allowed),
        addresses=_withheld_addresses(handbook, edition),
        sources=Sources(root),
    )


def _withheld_addresses(handbook: Handbook, edition: Edition) -> dict[str, Place]:
    made = {f"teams/{team.id}": Place(team.source.file, 1) for team in handbook.teams}
    made |= {f"best-practices/{practice.id}": Place(practice.source.file, 1) for practice in handbook.practices}
    shown = {f"teams/{team.id}" for team in edition.teams} | {f"best-practices/{p.id}" for p in edition.practices}
    return {address: place for address, place in made.items() if address not in shown}


class _Run:
    """One walk over a built tree, with what it met so far: pages are much alike, and nothing is looked at twice."""

    def __init__(self, scan: LeakScan) -> None:
        self._scan = scan
        self._reader = Reader()
        self._lines: dict[str, tuple[tuple[str, str], ...]] = {}
        self._squeezed: set[str] = set()
        self._plain: dict[Kind, set[tuple[str, str]]] = {kind: set() for kind in Kind}

    def over(self, folder: Path, known: frozenset[str]) -> tuple[list[tuple[Hit, str]], list[str]]:
        """Return what is found below a folder, each with the first file that has it, and the files without a way in."""
        hits: dict[tuple[str, str], tuple[Hit, str]] = {}
        unreadable: list[str] = []
        names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
        # Pages first: of all files that say the same, a page tells a person most.
        for name in sorted(names, key=lambda name: (not name.endswith((".html", ".md")), name)):
            data = (folder / name).read_bytes()
            if name.startswith(".git/") or hashlib.sha256(data).hexdigest() in known:
                continue
            try:
                for hit in self._in_file(name, data):
                    hits.setdefault(hit.key, (hit, name))
            except UnreadableError:
                unreadable.append(name)
        return list(hits.values()), unreadable

    def named(self, name: str) -> Iterator[Hit]:
        """Yield what is found in a name or an address."""
        return self._look(Passage(Kind.ADDRESS, (name,)))

    def _in_file(self, name: str, data: bytes) -> Iterator[Hit]:
        yield from self.named(name)
        parts = PurePosixPath(name).parts
        address = "/".join(parts[:2])
        if len(parts) > 2 and (place := self._scan.addresses.get(address)):
            what = say("dit hoort bij een team of verhaal dat niet gepubliceerd mag worden")
            hint = say("Zoek uit wat dit bestand hier zette: een plugin, een sjabloon of een los bestand.")
            yield Hit(what, hint, address, place, elsewhere=False)
        for passage in self._reader.passages(name, data):
            yield from self._look(passage)

    def _look(self, passage: Passage) -> Iterator[Hit]:
        kind, before, tail = passage.kind, "", ""
        plain_seen = self._plain[kind]
        for line in passage.lines:
            if (known := self._lines.get(line)) is None:
                known = self._lines[line] = tuple((squeeze(reading), clean(reading)) for reading in readings(line))
            for place, (squeezed, plain) in enumerate(known):
                if place == 0:
                    squeezed = tail + squeezed
                    tail = squeezed[-_TAIL:]
                if squeezed not in self._squeezed:
                    self._squeezed.add(squeezed)
                    yield from self._scan.withheld.find(squeezed)
                if (before, plain) not in plain_seen and kind is not Kind.SHAPE:
                    plain_seen.add((before, plain))
                    yield from self._scan.in_plain_words(f"{before}\n{plain}" if before else plain, kind)
            if kind is Kind.READABLE:
                before = known[0][1][-_BEFORE:]
