"""``handbook check --language``: long sentences, heaps of passives, jargon, and figures. Advice, not a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from pyphen import Pyphen  # type: ignore[import-untyped]

from ..model.glossary import same_word
from ..model.handbook import Handbook
from ..model.language import say
from ..model.places import Source
from ..model.readability import Advice, AdviceKind, PageReading
from .passives import passives
from .plain_text import Sentence, sentences

LONGEST = 25
"""The most words of a sentence that reads easily."""


def readings(handbook: Handbook) -> tuple[PageReading, ...]:
    """Return how each page of ``docs/`` and each best practice reads."""
    known = {same_word(word) for entry in handbook.glossary for word in entry.term.words}
    jargon = {word: plain for word, plain in _jargon().items() if word not in known}
    pages: list[tuple[Source, str]] = [(document.source, document.text) for document in handbook.documents]
    pages += ((practice.source, practice.text) for practice in handbook.practices)
    return tuple(reading(source, text, jargon) for source, text in sorted(pages, key=lambda page: page[0].file))


def reading(source: Source, text: str, jargon: dict[str, str]) -> PageReading:
    """Return how one page reads.

    Args:
        source: its file, and the line on which its text begins.
        text: its Markdown.
        jargon: words that a reader may not know, each with what to say instead.
    """
    found = tuple(sentences(text))
    whole = [sentence for sentence in found if sentence.whole]
    words = [word for sentence in whole for word in sentence.words]
    advice = [*_long(found), *_passives(found), *_hard_words(found, jargon)]
    placed = (Advice(source.body_line + row, kind, told, hint) for row, kind, told, hint in advice)
    return PageReading(
        file=source.file,
        words=len(words),
        sentences=len(whole),
        words_per_sentence=len(words) / len(whole) if whole else None,
        flesch_douma=flesch_douma(words, len(whole)) if whole else None,
        advice=tuple(sorted(placed, key=lambda one: (one.line, one.kind))),
    )


def flesch_douma(words: list[str], sentences: int) -> float:
    """Return how easily a text reads, from about 0 (very hard) to 100 (very easy).

    206.84 - 0.77 × syllables per 100 words - 0.93 × words per sentence. Source: W. H. Douma, "De leesbaarheid van
    landbouwbladen", Bulletin 17, Landbouwhogeschool Wageningen, 1960: the reading ease of Flesch, set for Dutch.
    """
    per_hundred = 100 * sum(map(syllables, words)) / len(words)
    return 206.84 - 0.77 * per_hundred - 0.93 * len(words) / sentences


@cache
def syllables(word: str) -> int:
    """Return of how many syllables a word is, as far as hyphenation tells."""
    return len(_hyphens().positions(word.casefold())) + 1


@cache
def _hyphens() -> Pyphen:
    return Pyphen(lang="nl_NL", left=1, right=1)


def _long(found: Iterable[Sentence]) -> Iterator[tuple[int, AdviceKind, str, str]]:
    for sentence in found:
        if (count := len(sentence.words)) > LONGEST:
            hint = say("{count} woorden. Maak er twee zinnen van.", count=count)
            yield sentence.row, AdviceKind.LONG, sentence.text, hint


def _passives(found: tuple[Sentence, ...]) -> Iterator[tuple[int, AdviceKind, str, str]]:
    """Yield where passives heap up: two in a sentence, or one after another."""
    before: Sentence | None = None
    told = False
    for sentence in found:
        count = passives(sentence.words)
        follows = before is not None and before.block == sentence.block
        if count > 1 or (count and follows and not told):
            hint = say("Wie doet het? Noem die persoon, dan leest het makkelijker.")
            hint = hint if count > 1 else say("De zin hiervoor ook.") + f" {hint}"
            yield sentence.row, AdviceKind.PASSIVE, sentence.text, hint
            told = True
        elif not count or not follows:
            told = False
        before = sentence if count else None


def _hard_words(found: Iterable[Sentence], jargon: dict[str, str]) -> Iterator[tuple[int, AdviceKind, str, str]]:
    """Yield where a page first uses a word of the jargon list."""
    pattern = _either(tuple(sorted(jargon, key=len, reverse=True)))
    seen: set[str] = set()
    for sentence in found:
        for word in pattern.findall(sentence.text):
            key = same_word(word)
            if key not in seen:
                seen.add(key)
                plain = say("Zeg liever: {plain}.", plain=jargon[key]) if jargon[key] else ""
                hint = say("Leg het uit bij de begrippen, of kies een gewoner woord.")
                yield sentence.row, AdviceKind.JARGON, word, plain or hint


@cache
def _either(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?![\w-])", re.IGNORECASE)


@cache
def _jargon() -> dict[str, str]:
    """Return the words of ``jargon.txt``, each with what to say instead, which may be nothing."""
    rows = (files(__package__) / "jargon.txt").read_text(encoding="utf-8").splitlines()
    parts = (row.partition("|") for row in rows if row.strip() and not row.startswith("#"))
    return {same_word(word): plain.strip() for word, _, plain in parts}
