"""Names of people, from a local list that is never committed: found in all the ways in which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...model.language import say
from .found import Hit
from .texts import without_accents, words

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_PART = 3
_PARTICLES = words(
    """
    van de den der ten ter te het von of bin ben el al la le du da di dos della ibn mac
    """
)
"""Small words inside a name that say nothing by themselves."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names that are looked for."""

    wholes: Mapping[str, frozenset[Words]] = field(default_factory=dict, repr=False)
    """Every way of writing a whole name, in small letters and by its first word."""
    parts: frozenset[str] = frozenset()
    """First names and surnames by themselves, in small letters; they count only with their capital."""

    def find(self, text: str, parts: bool = True) -> Iterator[tuple[Hit, int, int]]:
        """Yield the names in a text, each with where it begins and ends.

        Args:
            text: as a reader sees it.
            parts: whether a first name or a surname by itself counts.
        """
        if not self.wholes:
            return
        bare = without_accents(text)
        exact = len(bare) == len(text)  # or a letter fell apart, and the places are no longer those of the text
        spoken = [(found[0], found.start(), found.end()) for found in _WORD.finditer(bare)]
        small = [word.casefold() for word, _, _ in spoken]
        done = -1
        for at, (word, start, _) in enumerate(spoken):
            if at <= done:
                continue
            last = self._whole(small, at)
            if last is None and parts and word[0].isupper() and self._part(small[at]):
                last = at
            if last is not None:
                done = last
                place = (start, spoken[last][2]) if exact else (0, len(text))
                yield _hit(" ".join(small[at : last + 1])), *place

    def _whole(self, small: list[str], at: int) -> int | None:
        """Return the last word of a whole name that begins at a word."""
        for head in _bases(small[at]):
            for name in self.wholes.get(head, ()):
                last = at + len(name) - 1
                if last == at or (
                    small[at] == name[0]
                    and tuple(small[at + 1 : last]) == name[1:-1]
                    and last < len(small)
                    and name[-1] in _bases(small[last])
                ):
                    return last
        return None

    def _part(self, word: str) -> bool:
        return any(base in self.parts for base in _bases(word))


def names_of(listed: Iterable[str]) -> Names:
    """Return what has to be looked for, given a list of names such as ``Jan de Vries``.

    Besides the name itself that is ``J. de Vries``, ``J. Vries``, ``Jan Vries`` and ``de Vries, Jan``, and each part of
    at least three letters that the list writes with a capital. Case (but for parts) and accents do not matter, nor do
    an s or 's behind it.
    """
    wholes: dict[str, set[Words]] = {}
    parts: set[str] = set()
    for name in listed:
        written = _WORD.findall(without_accents(name))
        small = tuple(word.casefold() for word in written)
        for way in _ways(small):
            wholes.setdefault(way[0], set()).add(way)
        parts |= {
            one
            for one, word in zip(small, written, strict=True)
            if len(one) >= _LEAST_PART and word[0].isupper() and one not in _PARTICLES
        }
    return Names({head: frozenset(ways) for head, ways in wholes.items()}, frozenset(parts))


def _ways(name: Words) -> Iterator[Words]:
    yield name
    carrying = [at for at, word in enumerate(name) if word not in _PARTICLES]
    if len(carrying) < 2:
        return
    last = carrying[-1]
    between = name[carrying[-2] + 1 : last]
    surname, given = name[last:], tuple(name[at] for at in carrying[:-1])
    initials = tuple(word[0] for word in given)
    for first in {given, given[:1], initials, initials[:1], ("".join(initials),)}:
        yield first + between + surname
        yield first + surname
        yield between + surname + first
        yield surname + first + between
        yield surname + first


def _bases(word: str) -> tuple[str, ...]:
    """Return a word, and the word without the s of possession."""
    return (word, word[:-1]) if word.endswith("s") and len(word) > _LEAST_PART else (word,)


def _hit(value: str) -> Hit:
    return Hit(
        say("hier staat een naam uit de lijst namen.txt"),
        say("Schrijf een rol. Is de naam openbaar, zet hem dan met een reden bij ‘toegestaan’ in handbook.yml."),
        value,
    )
