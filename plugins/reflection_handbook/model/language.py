"""Sentences for people. The Dutch sentence is its own key, so that a catalogue for another language can follow."""

from __future__ import annotations

import difflib
import gettext
from collections.abc import Iterable
from functools import cache
from pathlib import Path

DOMAIN = "handbook"
LANGUAGE = "nl"
MAX_GUESSES = 200
"""The number of words above which ``closest`` does not guess."""

LOCALE = Path(__file__).parent.parent / "rendering" / "locale"


@cache
def translations(language: str = LANGUAGE) -> gettext.NullTranslations:
    """Return the catalogue of a language; without one the Dutch sentences stand as they are."""
    return gettext.translation(DOMAIN, LOCALE, languages=[language], fallback=True)


def say(sentence: str, /, **values: object) -> str:
    """Return a sentence in the reader's language, with its ``{places}`` filled in.

    Args:
        sentence: the Dutch sentence, which is also the key in the catalogue.
        values: what stands in its places; each is put on one line, and cut where it is far too long to read.
    """
    return translations().gettext(sentence).format(**{key: _short(value) for key, value in values.items()})


def listing(words: list[str] | tuple[str, ...], last: str = "of") -> str:
    """Join words as a Dutch sentence does: ``a, b of c``."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant; nothing where there are so many that a guess takes long."""
    options = {option.casefold(): option for option in known}
    if len(options) > MAX_GUESSES:
        return None
    found = difflib.get_close_matches(word.casefold(), options, n=1, cutoff=0.6)
    return options[found[0]] if found else None


def _short(value: object) -> object:
    if not isinstance(value, str):
        return value
    line = " ".join(value.encode("utf-8", "replace").decode().split())  # a file's name need not be UTF-8
    limit = 60 if " " not in line[:60] else 600
    return line if len(line) <= limit else line[: limit - 1] + "…"
