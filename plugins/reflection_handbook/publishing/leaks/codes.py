"""Codes of respondents: published nowhere, for no audience."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...model.handbook import Handbook
from ...model.language import say
from ...model.places import Problem
from .found import Hit, Place

_WORD = re.compile(r"[^\W_]+")
_LETTER, _DIGIT = re.compile(r"[^\W\d_]"), re.compile(r"\d")
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes that are looked for, each with the line it stands on."""

    words: Mapping[str, Place] = field(default_factory=dict, repr=False)
    """Codes of one word."""
    others: Mapping[str, Place] = field(default_factory=dict, repr=False)
    """Codes with other signs in them, such as ``R-12``."""

    def find(self, text: str) -> Iterator[Hit]:
        """Yield the codes that stand in a text as whole words, with capitals where they have them."""
        if self.words:
            for word in self.words.keys() & _WORD.findall(text):
                yield _hit(word, self.words[word])
        for code, place in self.others.items():
            if code in text and re.search(rf"(?<![^\W_]){re.escape(code)}(?![^\W_])", text):
                yield _hit(code, place)


def respondent_codes(handbook: Handbook) -> Codes:
    """Return the codes of everybody who told something, shown or not."""
    words: dict[str, Place] = {}
    others: dict[str, Place] = {}
    for practice in handbook.practices:
        if (code := practice.card.respondent) and _tells(code):
            kind = words if _WORD.fullmatch(code) else others
            kind.setdefault(code, Place(practice.source.file, practice.source.line("bron")))
    return Codes(words, others)


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
