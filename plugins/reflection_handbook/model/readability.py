"""How a page reads: figures and advice, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AdviceKind(StrEnum):
    """What makes a sentence hard to read."""

    LONG = "lange zin"
    PASSIVE = "lijdende vorm"
    JARGON = "vakwoord"


@dataclass(frozen=True, slots=True)
class Advice:
    """A place that may read easier."""

    line: int
    """Counted from 1."""
    kind: AdviceKind
    text: str
    """The sentence, or the word."""
    hint: str


@dataclass(frozen=True, slots=True)
class PageReading:
    """How one page reads."""

    file: str
    words: int
    """In whole sentences; headings, labels and loose words are none."""
    sentences: int
    words_per_sentence: float | None
    """Nothing for a page without a sentence."""
    flesch_douma: float | None
    """From 0, very hard, to 100, very easy."""
    advice: tuple[Advice, ...]
