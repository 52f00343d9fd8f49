from __future__ import annotations

import pytest

from reflection_handbook.model.language import LOCALE, MAX_GUESSES, closest, listing, say


def test_what_a_user_wrote_is_never_taken_for_a_place_to_fill() -> None:
    assert say("‘{text}’ is geen datum", text="{0.__class__} {x}") == "‘{0.__class__} {x}’ is geen datum"


def test_what_a_user_wrote_stays_on_one_line() -> None:
    assert say("‘{text}’", text="een\ntwee\r\n\tdrie") == "‘een twee drie’"


def test_what_is_far_too_long_is_cut() -> None:
    assert say("{text}", text="x" * 500) == "x" * 59 + "…"
    assert len(say("{text}", text="een woord " * 500)) == 600
    assert say("{text}", text="een gewone zin, die best wat langer dan zestig tekens mag zijn") == (
        "een gewone zin, die best wat langer dan zestig tekens mag zijn"
    )


def test_a_listing_reads_as_a_sentence() -> None:
    assert listing([]) == ""
    assert listing(["a"]) == "a"
    assert listing(("a", "b")) == "a of b"
    assert listing(["a", "b", "c"], "en") == "a, b en c"


@pytest.mark.parametrize(("word", "meant"), [
    ("Afgerond", "afgerond"), ("ors", "ORS"), ("afgeront", "afgerond"), ("iets heel anders", None), ("", None),
])  # fmt: skip
def test_the_word_that_was_probably_meant(word: str, meant: str | None) -> None:
    assert closest(word, ["afgerond", "bezig", "ORS"]) == meant


def test_among_very_many_words_there_is_no_guessing() -> None:
    known = [f"doel-{n}" for n in range(MAX_GUESSES)]
    assert closest("doel-1x", known) == "doel-1"
    assert closest("doel-1x", [*known, "een-te-veel"]) is None


def test_the_folder_of_the_catalogues_is_there_and_says_how_to_add_one() -> None:
    assert (LOCALE / "README.md").is_file()


def test_a_name_that_is_no_utf_8_can_be_said() -> None:
    assert say("‘{name}’", name="caf\udce9").encode() == "‘caf?’".encode()
