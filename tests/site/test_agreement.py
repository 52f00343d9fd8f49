"""The calendar, the data and the page of a team say the same: three readings of one portfolio, laid side by side."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from justhtml import JustHTML

from reflection_handbook.model.dates import PartialDate
from reflection_handbook.rendering.dates import dutch_date, dutch_figure

TEAMS = ["voorbeeld", "pilot-verblijf", "pilot-werkrelatie", "pilot-dagbehandeling"]
CANCELLED = "afgezegd"


@pytest.fixture(scope="module")
def data(site: Path) -> dict[str, Any]:
    found = json.loads((site / "data" / "handbook.json").read_text(encoding="utf-8"))
    return {team["id"]: team for team in found["teams"]}


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, JustHTML]:
    return {
        team: JustHTML((site / "teams" / team / "index.html").read_text(encoding="utf-8"), sanitize=False)
        for team in TEAMS
    }


def _text(page: JustHTML, selector: str) -> list[str]:
    return [" ".join(node.to_text().split()) for node in page.query(selector)]


def _events(site: Path, team: str) -> list[Any]:
    path = site / "teams" / team / "agenda.ics"
    if not path.is_file():
        return []
    return list(vobject.readOne(path.read_text(encoding="utf-8")).vevent_list)


@pytest.mark.parametrize("team", TEAMS)
def test_the_calendar_holds_the_meetings_of_the_data(site: Path, data: dict[str, Any], team: str) -> None:
    meetings = [one for one in data[team]["agenda"] if len(one["datum"]) == len("2026-12-10")]
    expected = {(date.fromisoformat(one["datum"]), one["wat"], one["status"] == CANCELLED) for one in meetings}
    found = set()
    for event in _events(site, team):
        title = re.sub(r"^Afgezegd: | \(verzonnen voorbeeld\)$", "", event.summary.value)
        found.add((event.dtstart.value, title, event.status.value == "CANCELLED"))
    assert found == expected
    sequences = {event.uid.value: int(event.sequence.value) for event in _events(site, team)}
    assert len(sequences) == len(meetings)
    assert sorted(sequences.values()) == sorted(one.get("versie", 0) for one in meetings)


@pytest.mark.parametrize("team", TEAMS)
def test_the_page_holds_the_meetings_of_the_data(data: dict[str, Any], pages: dict[str, JustHTML], team: str) -> None:
    for place, meeting in enumerate(data[team]["agenda"], 1):
        (shown,) = _text(pages[team], f"#bijeenkomst-{place}")
        assert meeting["wat"] in shown
        assert dutch_date(PartialDate.read(meeting["datum"])) in shown


@pytest.mark.parametrize("team", TEAMS)
def test_the_page_says_the_next_step_of_the_data(data: dict[str, Any], pages: dict[str, JustHTML], team: str) -> None:
    board = " ".join(_text(pages[team], ".hb-board"))
    agreed = max(data[team]["rondes"], key=lambda one: int(one["ronde"])).get("volgende_stap")
    if agreed is None:
        assert "volgens de methode" in board
        return
    for key in ("wat", "wie"):
        assert agreed[key] in board
    assert dutch_date(PartialDate.read(agreed["wanneer"])) in board


@pytest.mark.parametrize("team", TEAMS)
def test_goals_scales_and_improvements_are_those_of_the_data(
    data: dict[str, Any], pages: dict[str, JustHTML], team: str
) -> None:
    page, found = pages[team], data[team]
    assert sorted(node.attrs["id"] or "" for node in page.query(".hb-goal")) == sorted(
        f"doel-{goal['id']}" for goal in found["doelen"]
    )
    for goal in found["doelen"]:
        assert goal["naam"] in " ".join(_text(page, f"#doel-{goal['id']}"))
    for scale in found["schalen"]:
        (shown,) = _text(page, f"#schaal-{scale['id']}")
        assert scale["vraag"] in shown
    for place, improvement in enumerate(found["verbeterpunten"], 1):
        (shown,) = _text(page, f"#verbeterpunt-{place}")
        assert improvement["wat"] in shown and improvement["status"] in shown


@pytest.mark.parametrize("team", TEAMS)
def test_every_figure_of_the_data_is_on_the_page_and_no_other(
    data: dict[str, Any], pages: dict[str, JustHTML], team: str
) -> None:
    page = pages[team]
    for measurement in data[team]["metingen"]:
        (talk,) = _text(page, f"#meting-{measurement['schaal']}-{measurement['datum']}")
        mean = measurement.get("gemiddelde")
        if mean is None:
            assert "Gemiddeld" not in talk
        else:
            assert f"Gemiddeld {dutch_figure(mean)}, van {measurement['aantal']} mensen." in talk
        if said := measurement.get("gesprek", {}).get("opbrengst"):
            assert said in talk
    in_tables = [cell for cell in _text(page, "table.hb-figures td") if re.fullmatch(r"\d+(,5)?", cell)]
    means = [dutch_figure(one["gemiddelde"]) for one in data[team]["metingen"] if "gemiddelde" in one]
    rounds = {str(one["ronde"]) for one in data[team]["rondes"]}
    assert not set(in_tables) - set(means) - rounds


def test_the_example_shows_figures_talks_and_two_rounds(data: dict[str, Any], pages: dict[str, JustHTML]) -> None:
    shown = [one for one in data["voorbeeld"]["metingen"] if "gemiddelde" in one]
    assert len(shown) > 5 and len(data["voorbeeld"]["rondes"]) == 2
    assert len(_text(pages["voorbeeld"], "figure.hb-chart")) == len({one["schaal"] for one in shown})
    assert _text(pages["voorbeeld"], "#ronde-1") and _text(pages["voorbeeld"], "#ronde-2")
