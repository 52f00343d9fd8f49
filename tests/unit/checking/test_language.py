"""Advice on how a page reads, and the figures above it."""

from __future__ import annotations

import pytest

from reflection_handbook.checking.language import flesch_douma, reading, readings, syllables
from reflection_handbook.model.glossary import GlossaryEntry, Term
from reflection_handbook.model.places import Source
from reflection_handbook.model.readability import AdviceKind, PageReading
from support import make_document, make_handbook, make_practice

LONG = " ".join(["woord"] * 26)


def _read(text: str, **jargon: str) -> PageReading:
    return reading(Source("docs/x.md", body_line=5), text, jargon)


def _told(read: PageReading) -> list[tuple[int, str]]:
    return [(advice.line, advice.kind.value) for advice in read.advice]


def test_a_page_that_reads_well_gets_figures_and_no_advice() -> None:
    read = _read("# Kop\n\nDit is kort. Jij leest het zo.\n\n- los\n")
    assert (read.file, read.words, read.sentences, read.words_per_sentence) == ("docs/x.md", 7, 2, 3.5)
    assert read.advice == ()


def test_a_long_sentence_is_named_with_its_line() -> None:
    read = _read(f"Kort.\n\n{LONG[6:]}.\n\n{LONG}.\n")
    assert _told(read) == [(9, "lange zin")]
    assert read.advice[0].hint == "26 woorden. Maak er twee zinnen van."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("De brief wordt geschreven en de schaal wordt ingevuld.", [5]),
        ("De brief wordt geschreven. De schaal wordt ingevuld.", [5]),
        ("De brief wordt geschreven.\nDe schaal wordt ingevuld.\nDe keuze wordt gemaakt.", [6]),
        ("De brief wordt geschreven. Jij leest hem. De schaal wordt ingevuld.", []),
        ("De brief wordt geschreven.\n\nDe schaal wordt ingevuld.", []),
    ],
)
def test_passives_are_named_where_they_heap_up(text: str, lines: list[int]) -> None:
    assert _told(_read(text)) == [(line, "lijdende vorm") for line in lines]


def test_jargon_is_named_once_a_page_with_what_to_say_instead() -> None:
    read = _read("Wij implementeren.\n\nIMPLEMENTEREN, een habitus.", implementeren="invoeren", habitus="")
    assert [(one.line, one.text, one.hint) for one in read.advice] == [
        (5, "implementeren", "Zeg liever: invoeren."),
        (7, "habitus", "Leg het uit bij de begrippen, of kies een gewoner woord."),
    ]


def test_the_shipped_list_is_jargon_unless_the_glossary_has_the_word() -> None:
    handbook = make_handbook(
        documents=(make_document("b.md", "Wij gaan prioriteren."), make_document("a.md", "Een paradigma.")),
        shared=(make_practice(text="Een stakeholder."),),
    )
    assert [(read.file, [one.text for one in read.advice]) for read in readings(handbook)] == [
        ("docs/a.md", ["paradigma"]),
        ("docs/b.md", ["prioriteren"]),
        ("teams/_gedeeld/best-practices/eerst-luisteren.md", ["stakeholder"]),
    ]
    term = Term.model_validate({"id": "x", "begrip": "Paradigma", "uitleg": "Zo.", "herkomst": "eigen"})
    entry = GlossaryEntry(term=term, index=0, source=Source("docs/begrippen/begrippen.yml"))
    known = handbook.model_copy(update={"glossary": (entry,)})
    assert readings(known)[0].advice == ()


def test_a_page_without_a_sentence_has_no_figures() -> None:
    read = _read("# Kop\n\n- los\n")
    assert (read.words, read.sentences, read.words_per_sentence, read.flesch_douma) == (0, 0, None, None)


@pytest.mark.parametrize(
    ("word", "count"),
    [("team", 1), ("kopgroep", 2), ("gesprek", 2), ("gespreksleider", 4), ("Reflecteren", 4), ("7", 1)],
)
def test_syllables_are_counted_as_hyphenation_splits(word: str, count: int) -> None:
    assert syllables(word) == count


def test_flesch_douma_is_the_formula_of_1960() -> None:
    words = ["team", "kopgroep"]  # 3 syllables in 2 words: 150 in 100
    assert flesch_douma(words, 1) == pytest.approx(206.84 - 0.77 * 150 - 0.93 * 2)


def test_every_kind_of_advice_has_a_word() -> None:
    assert [kind.value for kind in AdviceKind] == ["lange zin", "lijdende vorm", "vakwoord"]
