from __future__ import annotations

from reflection_handbook.model.language import listing, say


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
