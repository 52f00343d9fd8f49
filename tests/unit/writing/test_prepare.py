from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.errors import ContentError, WrongUseError
from reflection_handbook.model.places import Severity
from reflection_handbook.rendering import Asset
from reflection_handbook.writing.prepare import Wish, inspect, prepare
from support import ORGANISATION, PORTFOLIO, TODAY, make_project


def test_broken_content_is_refused_with_every_error_and_without_the_warnings(tmp_path: Path) -> None:
    root = make_project(
        tmp_path,
        {
            "teams/west/portfolio.yml": "naam: West\nsoort: iets\nherkomst: praktijk\n",
            "teams/oost/portfolio.yml": "naam: Oost\nsoort: wijkteam\n",
            "teams/noord/portfolio.yml": "naam: Noord\nsoort: wijkteam\nherkomst: praktijk\n",
        },
    )
    with pytest.raises(ContentError) as caught:
        prepare(root, Wish(TODAY))
    assert {p.file for p in caught.value.problems} == {"teams/west/portfolio.yml", "teams/oost/portfolio.yml"}
    assert all(p.severity is Severity.ERROR for p in caught.value.problems)
    assert "teams/west/portfolio.yml:2" in str(caught.value)


def test_what_is_kept_back_is_a_warning_and_stops_nothing(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": "naam: West\nsoort: wijkteam\nherkomst: praktijk\n"})
    prepared = prepare(root, Wish(TODAY))
    assert [p.file for p in prepared.warnings] == ["teams/west/portfolio.yml"]
    assert not [output.uri for output in prepared.outputs if "west" in output.uri]


@pytest.mark.parametrize(
    ("settings", "wish", "audience"),
    [
        (ORGANISATION, Wish(TODAY), Audience.PUBLIC),
        (f"{ORGANISATION}bereik: organisatie\n", Wish(TODAY), Audience.ORGANISATION),
        (f"{ORGANISATION}bereik: organisatie\n", Wish(TODAY, Audience.PUBLIC), Audience.PUBLIC),
        (ORGANISATION, Wish(TODAY, Audience.TEAM, "west"), Audience.TEAM),
    ],
)
def test_the_audience_is_the_one_asked_for_or_else_the_organisation_s(
    tmp_path: Path, settings: str, wish: Wish, audience: Audience
) -> None:
    root = make_project(tmp_path, {"handbook.yml": settings, "teams/west/portfolio.yml": PORTFOLIO})
    assets = {output.uri: output.content for output in prepare(root, wish).outputs if isinstance(output, Asset)}
    assert json.loads(assets["data/handbook.json"])["bereik"] == audience


@pytest.mark.parametrize(
    "wish",
    [
        Wish(TODAY, Audience.TEAM),
        Wish(TODAY, Audience.TEAM, "zuid"),
        Wish(TODAY, Audience.TEAM, "_gedeeld"),
        Wish(TODAY, Audience.ORGANISATION, "west"),
        Wish(TODAY, None, "west"),
    ],
)
def test_a_team_belongs_to_a_build_for_that_team_and_to_no_other(tmp_path: Path, wish: Wish) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    with pytest.raises(WrongUseError, match="team"):
        prepare(root, wish)


WISHES = [Wish(TODAY, Audience.TEAM), Wish(TODAY, Audience.TEAM, "zuid"), Wish(TODAY, None, "west")]


@pytest.mark.parametrize("wish", WISHES)
def test_what_is_broken_is_said_before_anything_about_a_team(tmp_path: Path, wish: Wish) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": "naam: West\nsoort: iets\nherkomst: praktijk\n"})
    with pytest.raises(ContentError, match=r"teams/west/portfolio\.yml:2"):
        prepare(root, wish)


@pytest.mark.parametrize("wish", WISHES)
def test_to_look_at_what_is_wrong_no_team_is_needed(tmp_path: Path, wish: Wish) -> None:
    loaded, _ = inspect(make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO}), wish)
    assert [team.id for team in loaded.handbook.teams] == ["west"]


def test_the_day_of_building_decides_whether_consent_has_been_given(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})  # the team agreed on 12 March
    for day, shown in ((date(2026, 3, 11), False), (date(2026, 3, 12), True)):
        prepared = prepare(root, Wish(day))
        assert ("teams/west/index.md" in {output.uri for output in prepared.outputs}) is shown
        assert any("komt niet in het handboek" in problem.message for problem in prepared.warnings) is not shown


def test_the_site_is_called_as_the_organisation_calls_it(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"handbook.yml": "naam: Samen leren\nondertitel: Stap voor stap\n"})
    prepared = prepare(root, Wish(TODAY))
    assert (prepared.name, prepared.subtitle) == ("Samen leren", "Stap voor stap")
    assert prepare(make_project(tmp_path), Wish(TODAY)).subtitle == ""


def test_a_folder_that_is_no_handbook_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match=r"handbook\.yml"):
        inspect(tmp_path, Wish(TODAY))


def test_progress_hears_of_every_team(tmp_path: Path) -> None:
    root = make_project(tmp_path, {f"teams/{id}/portfolio.yml": PORTFOLIO for id in ("west", "oost")})
    heard: list[str] = []
    prepare(root, Wish(TODAY), heard.append)
    assert heard == ["oost", "west"]
