from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reflection_handbook.publishing.gate import for_facilitator
from reflection_handbook.viewing.status import StatusView, status_view
from support import PUBLIC_SOURCE, TODAY, make_handbook, make_team


def _round(**keys: Any) -> list[dict[str, Any]]:
    return [{"ronde": 1, "stappen": {"interviews": {"status": "bezig"}}, **keys}]


def _next(when: str | None = "2026-12-10") -> dict[str, Any]:
    return {"stap": "teruglegging", "wie": "gespreksleider", **({"wanneer": when} if when else {})}


WELL = _round(laatste_contact="2026-11-20", volgende_stap=_next())
SILENT = _round(laatste_contact="2026-08-01", volgende_stap=_next())
LONG_SILENT = _round(laatste_contact="2026-05-01", volgende_stap=_next())
LATE = _round(laatste_contact="2026-11-20", volgende_stap=_next("2026-11-01"))
OPEN = _round(laatste_contact="2026-11-20", volgende_stap=_next(None))


def _status(*teams: Any, withheld: dict[str, str] | None = None, today: date = TODAY) -> StatusView:
    return status_view(for_facilitator(make_handbook(*teams), today), withheld or {}, today)


def test_what_stops_a_round_first_comes_first_and_the_pilot_last() -> None:
    found = _status(
        make_team("pilot", herkomst="pilot", naam="A", publicatie=PUBLIC_SOURCE),
        make_team("goed", naam="B", rondes=WELL),
        make_team("open", naam="C", rondes=OPEN),
        make_team("laat", naam="D", rondes=LATE),
        make_team("stil", naam="E", rondes=SILENT),
        make_team("heel-stil", naam="F", rondes=LONG_SILENT),
    )
    assert [row.id for row in found.rows] == ["heel-stil", "stil", "laat", "open", "goed", "pilot"]
    assert [row.id for row in found.asking] == ["heel-stil", "stil", "laat", "open"]


def test_alike_teams_stand_by_name() -> None:
    assert [row.id for row in _status(make_team("b", naam="zuid"), make_team("a", naam="Noord")).rows] == ["a", "b"]


def test_a_row_tells_where_a_team_stands_and_how_far_away_its_next_step_is() -> None:
    (row,) = _status(make_team("west", rondes=LATE)).rows
    assert row.standing.sentence == "Ronde 1, stap 2 van 7. Interviews: bezig."
    assert (str(row.next.when), row.days, row.next.who) == ("2026-11-01", "22 dagen geleden", "gespreksleider")
    assert str(row.last_contact) == "2026-11-20"
    assert [signal.kind.value for signal in row.signals] == ["over-tijd"]


def test_the_pilot_is_never_late() -> None:
    (row,) = _status(make_team("pilot", herkomst="pilot", rondes=LATE)).rows
    assert (row.days, row.signals) == ("", ())


def test_teams_without_consent_are_there_and_say_so() -> None:
    (row,) = _status(make_team("west", publicatie=None), withheld={"west": "er staat niets"}).rows
    assert row.withheld == "er staat niets"


@pytest.mark.parametrize(
    ("teams", "summary"),
    [
        ((), "Er zijn nog geen teams. Begin er een met ‘handbook new-team’."),
        ((make_team("a", rondes=WELL),), "Geen enkel team vraagt nu aandacht."),
        ((make_team("a", rondes=LATE),), "Dit team vraagt aandacht."),
        ((make_team("a", rondes=LATE), make_team("b")), "1 van de 2 teams vraagt aandacht."),
        ((make_team("a", rondes=LATE), make_team("b", rondes=OPEN)), "2 van de 2 teams vragen aandacht."),
    ],
)
def test_how_many_ask_for_attention_is_a_sentence(teams: tuple[Any, ...], summary: str) -> None:
    assert _status(*teams).summary == summary
