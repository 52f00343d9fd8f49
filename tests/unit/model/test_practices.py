from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflection_handbook.model.practices import fingerprint


def test_the_fingerprint_is_what_anybody_can_work_out() -> None:
    assert fingerprint("Ik luister.\n") == hashlib.sha256(b"Ik luister.").hexdigest()


@pytest.mark.parametrize("text", ["Een\nTwee", "\n\nEen\nTwee\n\n", "Een\r\nTwee\r\n", "Een\rTwee", "  Een\nTwee\t"])
def test_line_ends_and_outer_white_space_do_not_count(text: str) -> None:
    assert fingerprint(text) == fingerprint("Een\nTwee")


@pytest.mark.parametrize(
    "text", ["Een\n\nTwee", "Een \nTwee", "een\nTwee", "Een\nTwee.", "Een\nTwée", "Een\nTwe\u200be"]
)
def test_every_other_change_counts(text: str) -> None:
    assert fingerprint(text) != fingerprint("Een\nTwee")


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_has_one(text: str) -> None:
    assert len(fingerprint(text)) == 64
