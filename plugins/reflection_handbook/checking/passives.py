"""How many times a Dutch sentence is in the passive, as far as its words tell without a grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BECOMES = frozenset({"word", "wordt", "worden", "werd", "werden", "geworden"})
_IS = frozenset({"ben", "bent", "is", "zijn", "was", "waren"})

_PARTICIPLE = re.compile(
    r"(?:aan|achter|af|bij|binnen|door|goed|in|klaar|kwijt|los|mee|na|om|onder|op|over|samen|terug|tegen|toe|uit|vast|voor|weg)?"
    r"ge[a-zà-ÿ]{2,}(?:d|t|en)"
    r"|(?:aan|af|bij|in|op|over|toe|uit|voor)?(?:be|ver|ont|her)[a-zà-ÿ]{2,}(?:d|(?:ch|[kfsp])t)"
    r"|(?:be|ver|ont|her)(?:broken|dreven|geten|geven|holpen|houden|kozen|laten|lezen|loren|nomen|schreven|sproken"
    r"|vangen|wezen|worpen)"
)
_NO_PARTICIPLE = frozenset(
    """
    gebied gebieden geld gezond geduld gerust gemeend geen gezinnen gesprekken gedachten gevallen gebeurtenissen
    gemeenten getallen gewoonten gelegenheden geheimen gebreken gevoelens gebouwen gebaren gezichten geluiden getuigen
    gelden gewichten genoeg geregeld gewoon gedurende beleid bericht bezit verband verdriet verschil verstand verzet
    verwijt besluit begint bekend bekent belangrijkst bestaat betekent betreft bevat bewust verhaal herkent vertelt
    verandert vergeet verwacht vergelijkt ontstaat ontvangt herkomst verkeert beste bereikt bent benut bezoekt
    """.split()
)
"""Words that only look like one, or are far more often something else."""
_OF_MOVING = frozenset(
    """
    gegaan gekomen gebleven geweest geworden gebeurd gelukt gestart gestopt gegroeid geslaagd gestegen gedaald geboren
    geland gelopen gevallen overgegaan doorgegaan meegegaan weggegaan teruggekomen opgestaan verdwenen vertrokken
    veranderd ontstaan bekend gericht bedoeld verbonden bereid bezig geschikt gewend gemotiveerd tevreden betrokken
    """.split()
)
"""Participles that with "zijn" tell what somebody did or is, and nothing that was done to them."""


def passives(words: Iterable[str]) -> int:
    """Return how many passives a sentence holds: a form of "worden" or "zijn" with a participle of its own."""
    small = [word.casefold() for word in words]
    becomes = sum(word in _BECOMES for word in small)
    is_so = sum(word in _IS for word in small)
    found = [word for word in small if _PARTICIPLE.fullmatch(word) and word not in _NO_PARTICIPLE | _BECOMES]
    done = [word for word in found if word not in _OF_MOVING]
    by_becoming = min(becomes, len(found))
    return by_becoming + min(is_so, max(0, len(done) - by_becoming))
