"""Words of the glossary, marked where a page first uses them: a link to the term with its explanation at hand.

Without our script it is a plain link with a title; ``assets/terms.js`` makes a card of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from ..model.code import without_code
from ..model.glossary import Term, same_word
from ..viewing.addresses import term_url
from .environment import relative
from .open_text import open_in_html, open_in_markdown

MOST = 10
"""How many words of a page are marked, so that it stays calm."""

_BLANK = r"(?:[ \t]+|[ \t]*\n[ \t]*)"
"""What may stand between two words that belong together: never a whole empty line."""
_BEFORE, _AFTER = r"\b(?<!\w[-'’])", r"\b(?!-\w|['’]\w)"
"""A word is a whole one: no part of another, nor of a compound with a hyphen."""
_MEANT = re.compile(r"[^\w\s.,;?‘’…–-]|_")
"""Signs of a text that Markdown, HTML or an engine could give a meaning."""
_BY_HAND = re.compile(r"\[(?P<word>[^\[\]<>]+)\]\((?:\.\./)*begrippen/(?:index\.md)?#(?P<id>[a-z0-9-]+)\)")
"""A link that an author made to a term."""


@dataclass(frozen=True)
class Terms:
    """Marks the words of a glossary."""

    pattern: re.Pattern[str] | None
    """Every form of every term that is marked, longer ones first; nothing when there is none."""
    by_word: Mapping[str, Term]
    by_id: Mapping[str, Term]

    @classmethod
    def of(cls, glossary: Iterable[Term]) -> Terms:
        """Return what marks the terms of a glossary that ask for it."""
        terms = tuple(glossary)
        words = {same_word(word): (word, term) for term in terms if term.marked for word in term.words}
        return cls(
            _pattern([word for word, _ in words.values()]) if words else None,
            {key: term for key, (_, term) in words.items()},
            {term.id: term for term in terms},
        )

    def in_markdown(self, text: str, at: str) -> str:
        """Return a page of ``docs/`` with its first uses marked; links that its author made to terms are marked, too.

        Args:
            text: Markdown.
            at: the page's address, from the site's root.
        """
        text, seen = self._by_hand(text, at)
        return self._marked(text, open_in_markdown(text), at, seen)

    def in_html(self, html: str, at: str) -> str:
        """Return a page that our own templates made with its first uses marked."""
        return self._marked(html, open_in_html(html), at, set())

    def _marked(self, text: str, spans: Iterable[tuple[int, int]], at: str, seen: set[str]) -> str:
        parts, end = [], 0
        for start, word, term in self._first_uses(text, spans, seen):
            parts += [text[end:start], _mark(word, term, at)]
            end = start + len(word)
        return "".join([*parts, text[end:]])

    def _first_uses(
        self, text: str, spans: Iterable[tuple[int, int]], seen: set[str]
    ) -> Iterator[tuple[int, str, Term]]:
        left = MOST
        for start, end in spans:
            for found in self.pattern.finditer(text, start, end) if self.pattern else ():
                term = self.by_word[same_word(found[0])]
                if term.id not in seen:
                    seen.add(term.id)
                    yield found.start(), found[0], term
                    left -= 1
                    if not left:
                        return

    def _by_hand(self, text: str, at: str) -> tuple[str, set[str]]:
        """Return a page with its own links to terms marked, and the ids of those terms."""
        shown = without_code(text)
        parts, end, seen = [], 0, set()
        for found in _BY_HAND.finditer(text):
            term = self.by_id.get(found["id"])
            if term and shown.startswith(found[0], found.start()):
                parts += [text[end : found.start()], _mark(found["word"], term, at)]
                end = found.end()
                seen.add(term.id)
        return "".join([*parts, text[end:]]), seen


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the words: in any case, but an abbreviation only in capitals.

    They are grouped by their first letter, so that most of a text is passed over after one look.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        groups[word[0].casefold()].append(word)
    either = "|".join(f"{re.escape(first)}(?:{'|'.join(map(_rest, group))})" for first, group in groups.items())
    return re.compile(f"{_BEFORE}(?:{either}){_AFTER}", re.IGNORECASE)


def _rest(word: str) -> str:
    """Return what finds a word behind its first letter."""
    rest = _BLANK.join(map(re.escape, word[1:].split()))
    return f"(?<=(?-i:{re.escape(word[0])}))(?-i:{rest})" if word.isupper() else rest


def _mark(word: str, term: Term, at: str) -> str:
    address = escape(relative(term_url(term.id), at))
    title = _MEANT.sub(lambda sign: f"&#{ord(sign[0])};", term.explanation)
    return f'<a class="hb-term" href="{address}" title="{title}">{word}</a>'
