"""Codes of respondents: published nowhere, for no audience."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...model.handbook import Handbook
from ...model.language import say
from ...model.places import Problem
from .found import Hit, Place
from .texts import clean

_WORD = re.compile(r"[^\W_]+")
_LETTER, _DIGIT = re.compile(r"[^\W\d_]"), re.compile(r"\d")
_FEWEST_LETTERS = 4
_MOST_PARTS = 4
_FEWEST_SIGNS = 4
"""A shorter code counts only as it was written: ‘r3’ may be anything."""


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes that are looked for, each with the line it stands on."""

    exact: Mapping[str, Place] = field(default_factory=dict, repr=False)
    """Codes of letters alone: as they are written, since in small letters they may be a word."""
    numbered: Mapping[str, tuple[str, Place]] = field(default_factory=dict, repr=False)
    """Codes with a digit, by their letters and digits in small: ``VB-02`` is ``vb02``, as a file may be called."""

    def find(self, text: str) -> Iterator[Hit]:
        """Yield the codes that stand in a text as whole words."""
        words = _WORD.findall(text)
        for word in self.exact.keys() & words:
            yield _hit(word, self.exact[word])
        if not self.numbered:
            return
        small = [word.casefold() for word in words]
        for count in range(1, _MOST_PARTS + 1):
            for parts in zip(*(small[at:] for at in range(count)), strict=False):
                if (joined := "".join(parts)) in self.numbered:
                    code, place = self.numbered[joined]
                    if len(joined) >= _FEWEST_SIGNS or code in text:
                        yield _hit(code, place)


def respondent_codes(handbook: Handbook) -> Codes:
    """Return the codes of everybody who told something, shown or not."""
    exact: dict[str, Place] = {}
    numbered: dict[str, tuple[str, Place]] = {}
    for practice in handbook.practices:
        code = clean(practice.card.respondent or "")
        if not _tells(code):
            continue
        place = Place(practice.source.file, practice.source.line("bron"))
        if _DIGIT.search(code):
            numbered.setdefault("".join(_WORD.findall(code.casefold())), (code, place))
        else:
            exact.update((word, place) for word in _WORD.findall(code) if len(word) >= _FEWEST_LETTERS)
    return Codes(exact, numbered)


def plain_codes(handbook: Handbook) -> Iterator[Problem]:
    """Yield a warning for each code that is too plain to be looked for, such as ``3``: it stands on every page."""
    for practice in handbook.practices:
        if (code := practice.card.respondent) and not _tells(code):
            yield practice.source.warning(
                ("bron",),
                say("deze code is te kort: komt hij per ongeluk op de site, dan kan het handboek hem niet vinden"),
                say("Kies een code met letters en cijfers, zoals ‘VB02’."),
            )


def _tells(code: str) -> bool:
    letters = len(_LETTER.findall(code))
    return letters >= _FEWEST_LETTERS or (letters > 0 and _DIGIT.search(code) is not None)


def _hit(code: str, place: Place) -> Hit:
    what = say("hier staat de code van iemand die iets vertelde; die hoort nergens op de site")
    hint = say("Haal de code weg. Is het een gewoon woord, kies dan achter ‘bron’ een andere code.")
    return Hit(what, hint, code, place)
