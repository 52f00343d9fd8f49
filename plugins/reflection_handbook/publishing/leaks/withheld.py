"""Texts of the sources that are published nowhere: found again however a built file spells them.

Every text of the sources that no reader may see is squeezed to its letters and digits and cut into pieces of one
length. What also stands somewhere in what is published is no secret and falls away. The rest is looked up, sign by
sign, in what a built file says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from pydantic import BaseModel

from ...model.handbook import Handbook
from ...model.language import say
from ...model.leaves import leaves
from ...model.places import Loc, Source
from ...model.published import Edition
from .found import Hit, Place
from .texts import squeeze

PIECE = 24
"""The length of a piece: four or five words. Shorter ones occur by chance in what others write."""
LEAST = 16
"""A text shorter than a piece counts from this length on, when it has at least ``LEAST_WORDS`` words."""
LEAST_WORDS = 3

_NOT_SHOWN = re.compile(
    r"(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)|(?<=\])\[[^\]]*\]|<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL
)
"""What a page does not show of a text in Markdown: addresses of links, comments and tags."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """The pieces of withheld texts, by their first signs."""

    pieces: Mapping[str, Mapping[str, Place]] = field(default_factory=dict, repr=False)

    def find(self, squeezed: str) -> Iterator[Hit]:
        """Yield the withheld pieces in a squeezed text."""
        for piece in _among(squeezed, self.pieces):
            place = self.pieces[piece[:LEAST]][piece]
            yield Hit(
                say("hier staat een tekst die niet gepubliceerd mag worden"),
                say(
                    "Zoek uit hoe die tekst hier kwam: een sjabloon, een plugin, een los bestand, een overgenomen zin."
                ),
                f"{place.file}:{place.line}",  # however many pieces of a line there are, it is told once
                place,
                elsewhere=False,
            )


def withheld_texts(handbook: Handbook, edition: Edition, public: Iterable[str] = ()) -> Withheld:
    """Return the texts of a handbook that an edition does not show.

    Args:
        handbook: everything that was read.
        edition: what its audience may see.
        public: texts that everybody may read beside the edition, such as those of our own templates.
    """
    shown = {text.strip() for text in _strings(edition)}
    pieces: dict[str, dict[str, Place]] = {}
    done: set[str] = set()
    for text, source, loc in _sources(handbook):
        bare = text.strip()
        if bare not in shown and bare not in done:
            done.add(bare)
            place = None if loc == _BODY else Place(source.file, source.line(*loc))
            for piece, row in _pieces(text):
                found = pieces.setdefault(piece[:LEAST], {})
                if piece not in found:
                    found[piece] = place or Place(source.file, source.body_line + row)
    for text in {*shown, *public} if pieces else ():
        for spelling in _spellings(text):
            for piece in set(_among(squeeze(spelling), pieces)):
                del pieces[piece[:LEAST]][piece]
    return Withheld({head: found for head, found in pieces.items() if found})


_BODY: Loc = ("",)
"""Stands for the text under the data of a Markdown file."""


def _sources(handbook: Handbook) -> Iterator[tuple[str, Source, Loc]]:
    for team in handbook.teams:
        for text, loc in leaves(team.portfolio):
            yield text, team.source, loc
    for practice in handbook.practices:
        for text, loc in leaves(practice.card):
            yield text, practice.source, loc
        yield practice.text, practice.source, _BODY


def _strings(edition: Edition) -> Iterator[str]:
    # The list of what is public lifts names and numbers; it is no page, and makes no withheld text public.
    organisation = edition.organisation.model_copy(update={"allowed": ()})
    effort = (edition.effort,) if edition.effort else ()
    plans = (edition.plans,) if edition.plans else ()
    beside_pages: tuple[BaseModel, ...] = (*edition.questions, *edition.glossary, *edition.literature, *effort, *plans)
    parts: tuple[BaseModel, ...] = (organisation, *beside_pages, *edition.teams, *edition.practices)
    for part in parts:
        for text, _ in leaves(part):
            yield text
    for document in edition.documents:
        yield document.text
        for text, _ in leaves(document.card):
            yield text


def _spellings(text: str) -> set[str]:
    """Return a text as it is written, and as a page shows it: without the addresses of links, tags and comments."""
    return {text, _NOT_SHOWN.sub("", text)} if "]" in text or "<" in text else {text}


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield the pieces of a text, each with the row in which it begins, counted from 0."""
    for spelling in _spellings(text):
        rows = [squeeze(row) for row in spelling.split("\n")]
        starts = [0, *accumulate(map(len, rows))]
        whole = "".join(rows)
        if len(whole) < PIECE:
            if len(whole) >= LEAST and len(text.split()) >= LEAST_WORDS:
                yield whole, bisect_right(starts, 0) - 1
            continue
        for start in {*range(0, len(whole) - PIECE + 1, PIECE), len(whole) - PIECE}:
            yield whole[start : start + PIECE], bisect_right(starts, start) - 1


def _among(squeezed: str, pieces: Mapping[str, Mapping[str, Place]]) -> list[str]:
    """Return the pieces that a squeezed text holds."""
    if not pieces:
        return []
    # Quick, since it sees every sign of every page: nothing but slices and one look-up for each.
    heads = [at for at in range(len(squeezed) - LEAST + 1) if squeezed[at : at + LEAST] in pieces]
    return [piece for at in heads for piece in pieces[squeezed[at : at + LEAST]] if squeezed.startswith(piece, at)]
