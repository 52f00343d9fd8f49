"""An adviser that looks for names of people in what teams wrote: ``deduce``, which is optional and far from sure.

It reads Dutch as clinical notes are written, finds about three names in four, and takes some words for names. So it
only asks, and it is off unless somebody wants it. Source: Menger et al., *DEDUCE* (Telematics and Informatics, 2017).
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pydantic import BaseModel

from ..model.errors import WrongUseError
from ..model.handbook import Handbook
from ..model.language import say
from ..model.leaves import leaves
from ..model.places import Problem, Severity, Source

_PEOPLE = frozenset({"persoon", "patient"})
"""The tags of deduce that mean a person. Its others (places, dates, numbers) the leak scan finds by their form."""

_FINDS = Callable[[str], list[int]]
"""Returns where in a text names begin."""


def advise(handbook: Handbook) -> Iterator[Problem]:
    """Yield a warning for each place in a portfolio or best practice where a name of a person may stand.

    The name itself is not shown. Loading deduce takes long, the first time minutes.

    Raises:
        WrongUseError: when deduce is not installed; as soon as the first warning is asked for.
    """
    find = _deduce()
    for team in handbook.teams:
        yield from _in_model(find, team.portfolio, team.source)
    for practice in handbook.practices:
        yield from _in_model(find, practice.card, practice.source)
        for at in find(practice.text):
            line = practice.source.body_line + practice.text.count("\n", 0, at)
            yield _warning(practice.source.file, line)


def _deduce() -> _FINDS:
    """Load deduce.

    Raises:
        WrongUseError: when it is not installed.
    """
    with _quiet():
        try:
            adviser = importlib.import_module("deduce").Deduce()
        except ImportError as error:
            raise WrongUseError(
                say(
                    "Hiervoor is ‘deduce’ nodig, en dat is er nog niet. Zet het erbij met: .venv/bin/pip install deduce"
                )
            ) from error

    def find(text: str) -> list[int]:
        with _quiet():
            return sorted({a.start_char for a in adviser.deidentify(text).annotations if a.tag in _PEOPLE})

    return find


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what deduce tells its log off standard output, where a list for machines may be printed.

    It sets up logging for the whole process as soon as it is imported, unless somebody did so before.
    """
    root, silence, level = logging.getLogger(), logging.NullHandler(), logging.getLogger().level
    root.addHandler(silence)
    try:
        yield
    finally:
        root.removeHandler(silence)
        root.setLevel(level)


def _in_model(find: _FINDS, model: BaseModel, source: Source) -> Iterator[Problem]:
    for text, loc in leaves(model):
        if " " in text or text[:1].isupper():  # ids and fixed words are no names
            for line in {source.line(*loc) for _ in find(text)}:
                yield _warning(source.file, line)


def _warning(file: str, line: int) -> Problem:
    return Problem(
        file,
        line,
        Severity.WARNING,
        say("dit kan een naam zijn; kijk of die hier mag staan"),
        say("Mensen komen in het handboek voor als rol. Is het geen naam, dan hoef je niets te doen."),
    )
