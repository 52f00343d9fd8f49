from __future__ import annotations

import pytest

from reflection_handbook.model.pages import slots, stray_slots


@pytest.mark.parametrize(
    "text", ["<!-- handboek: teams -->", "<!--handboek:teams-->", "a\n\n<!-- handboek: teams --> \nb"]
)
def test_a_line_that_asks_is_read(text: str) -> None:
    assert [name for _, name in slots(text)] == ["teams"]
    assert stray_slots(text) == []


@pytest.mark.parametrize("text", [
    " <!-- handboek: teams -->",
    "- <!-- handboek: teams -->",
    "> <!-- handboek: teams -->",
    "Kijk: <!-- handboek: teams -->",
    "<!-- handboek: teams --> en meer",
    "<!-- handboek: best practices -->",
    "<!-- handboek:\nteams -->",
    "<!-- HANDBOEK: teams -->",
    "<!-- handboek: -->",
])  # fmt: skip
def test_asking_in_another_way_is_told_with_its_row(text: str) -> None:
    assert slots(f"Eerst.\n\n{text}\n") == []
    assert stray_slots(f"Eerst.\n\n{text}\n") == [2]


@pytest.mark.parametrize("text", ["`<!-- handboek: teams -->`", "<!-- over het handboek: iets -->", "handboek: teams"])
def test_what_asks_nothing_is_left_alone(text: str) -> None:
    assert slots(text) == stray_slots(text) == []
