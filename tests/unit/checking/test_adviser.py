"""The optional adviser, with a stand-in that has deduce's shape: loading the real one takes minutes."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass, replace
from types import ModuleType

import pytest

from reflection_handbook.checking.adviser import advise
from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.model.places import Severity, Source
from support import make_handbook, make_practice, make_team

WORDS = {"Karin": "persoon", "Piet": "patient", "Utrecht": "locatie", "maart": "datum"}


@dataclass
class _Annotation:
    text: str
    start_char: int
    end_char: int
    tag: str


@dataclass
class _Document:
    text: str

    @property
    def annotations(self) -> list[_Annotation]:
        return [
            _Annotation(word, at, at + len(word), tag)
            for word, tag in WORDS.items()
            for at in range(len(self.text))
            if self.text.startswith(word, at)
        ]


class _Deduce:
    def deidentify(self, text: str) -> _Document:
        logging.getLogger().debug("looked at a text")
        return _Document(text)


@pytest.fixture
def deduce(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("deduce")
    module.Deduce = _Deduce  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "deduce", module)


@pytest.mark.usefixtures("deduce")
def test_what_may_be_a_name_is_asked_about_with_file_and_line_and_not_shown() -> None:
    practice = make_practice("x", "west", "Eerst.\n\nToen zei Karin iets,\nen Piet ook.", titel="Karin vertelt")
    practice = practice.model_copy(
        update={"source": replace(practice.source, body_line=5, lines={(): 1, ("titel",): 2})}
    )
    team = make_team(
        "west",
        (practice,),
        over="Karin en Karin en Piet",
        regio="Utrecht",
        agenda=[{"datum": "2026-12-10", "wat": "Met Piet"}],
    )
    lines = {(): 1, ("over",): 4, ("agenda", 0, "wat"): 9}
    team = team.model_copy(update={"source": Source("teams/west/portfolio.yml", lines)})
    found = list(advise(make_handbook(team)))
    assert [(problem.file[-13:], problem.line) for problem in found] == [
        ("portfolio.yml", 4),
        ("portfolio.yml", 9),
        ("ractices/x.md", 2),
        ("ractices/x.md", 7),
        ("ractices/x.md", 8),
    ]
    assert {problem.severity for problem in found} == {Severity.WARNING}
    assert not [name for name in WORDS for problem in found if name in str(problem)]


@pytest.mark.usefixtures("deduce")
def test_places_dates_and_fixed_words_are_not_asked_about() -> None:
    assert list(advise(make_handbook(make_team(regio="In Utrecht", over="Op 12 maart")))) == []


@pytest.mark.usefixtures("deduce")
def test_what_it_tells_its_log_reaches_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    before = (list(logging.getLogger().handlers), logging.getLogger().level)
    list(advise(make_handbook(make_team(over="Met Karin"))))
    assert (list(logging.getLogger().handlers), logging.getLogger().level) == before
    assert capsys.readouterr() == ("", "")


def test_without_it_a_person_hears_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "deduce", None)
    with pytest.raises(WrongUseError, match="pip install deduce"):
        next(advise(make_handbook(make_team())))


def test_it_is_only_loaded_when_it_is_asked_for() -> None:
    assert "deduce" not in sys.modules
    advise(make_handbook(make_team()))
    assert "deduce" not in sys.modules
