from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from reflection_handbook.publishing.gate import for_facilitator
from reflection_handbook.rendering.status import as_csv, as_text, status_json
from reflection_handbook.viewing.status import StatusView, status_view
from support import TODAY, make_handbook, make_team

LATE = [
    {
        "ronde": 1,
        "stappen": {"interviews": {"status": "bezig"}},
        "laatste_contact": "2026-11-20",
        "volgende_stap": {"stap": "teruglegging", "wanneer": "2026-11-01", "wie": "gespreksleider"},
    }
]


def _view(*teams: Any, withheld: dict[str, str] | None = None) -> StatusView:
    return status_view(for_facilitator(make_handbook(*teams), TODAY), withheld or {}, TODAY)


def test_the_table_names_every_team_and_below_it_stands_why_one_needs_a_push() -> None:
    text = as_text(_view(make_team("west", rondes=LATE), make_team("oost")), TODAY, 120)
    rows = text.splitlines()
    assert next(row for row in rows if "West" in row).split()[0] == "West"
    assert "1 nov 2026, 22 dagen geleden" in text
    assert "West (west)\n  ! De datum van de volgende stap is voorbij.\n    Is het gebeurd?" in text
    assert "methode/3-teruglegging/" in text
    assert "Oost (oost)" not in text
    assert text.endswith("1 van de 2 teams vraagt aandacht. Gerekend op 23 november 2026.\n")


@pytest.mark.parametrize("width", [80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = as_text(_view(make_team("west", naam="Een heel lange naam " * 5, rondes=LATE)), TODAY, width)
    assert max(map(len, text.splitlines())) <= width
    assert not [row for row in text.splitlines() if row != row.rstrip()]


def test_a_team_outside_the_handbook_says_why() -> None:
    text = as_text(_view(make_team("west"), withheld={"west": "er staat niets"}), TODAY, 120)
    assert "West staat niet in het handboek: er staat niets." in text


def test_without_teams_there_is_no_table() -> None:
    assert as_text(_view(), TODAY, 80).startswith("Er zijn nog geen teams.")


def test_what_somebody_wrote_gives_a_terminal_no_orders_and_a_table_no_marks() -> None:
    text = as_text(_view(make_team("west", naam="[bold]\x1b[31mRood", rondes=LATE)), TODAY, 120)
    assert "\x1b" not in text
    assert "[bold]" in text


def test_a_made_up_team_says_so() -> None:
    assert "West (verzonnen)" in as_text(_view(make_team("west", herkomst="voorbeeld")), TODAY, 120)


def test_json_holds_dutch_keys_and_null_for_what_is_not_known() -> None:
    late, quiet = json.loads(status_json(_view(make_team("west", rondes=LATE), make_team("oost")), TODAY))["teams"]
    assert late["volgende_stap"] == {
        "wat": "Teruglegging",
        "stap": "teruglegging",
        "wanneer": "2026-11-01",
        "dagen": "22 dagen geleden",
        "wie": "gespreksleider",
        "afgesproken": True,
    }
    assert [entry["soort"] for entry in late["aandacht"]] == ["over-tijd"]
    assert set(late["aandacht"][0]) == {"soort", "melding", "advies", "bladzijde"}
    assert (quiet["ronde"], quiet["stap"], quiet["laatste_contact"], quiet["aandacht"]) == (None, None, None, [])
    assert quiet["volgende_stap"]["wanneer"] is None


def test_csv_is_a_row_a_team_with_names_above() -> None:
    text = as_csv(_view(make_team("west", naam='Met "komma" erin', rondes=LATE), make_team("oost")))
    assert text.endswith("\r\n")
    late, quiet = csv.DictReader(io.StringIO(text, newline=""))
    assert (late["team"], late["stap"], late["wanneer"], late["aandachtspunten"]) == (
        "west",
        "interviews",
        "2026-11-01",
        "1",
    )
    assert late["naam"] == 'Met "komma" erin'
    assert late["aandacht"] == "De datum van de volgende stap is voorbij."
    assert (quiet["ronde"], quiet["aandachtspunten"], quiet["niet_in_het_handboek"]) == ("", "0", "")


@pytest.mark.parametrize("name", ["=1+1", "+31", "-2", "@som", "=HYPERLINK(1)"])
def test_no_cell_is_a_formula(name: str) -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv(_view(make_team("west", naam=name))), newline=""))
    assert row["naam"] == f"'{name}"
