from __future__ import annotations

from pathlib import Path

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.errors import ContentError, WrongUseError
from reflection_handbook.model.places import Severity
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
    assert prepare(root, wish).audience is audience


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


def test_a_folder_that_is_no_handbook_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match=r"handbook\.yml"):
        inspect(tmp_path, Wish(TODAY))


def test_progress_hears_of_every_team(tmp_path: Path) -> None:
    root = make_project(tmp_path, {f"teams/{id}/portfolio.yml": PORTFOLIO for id in ("west", "oost")})
    heard: list[str] = []
    prepare(root, Wish(TODAY), heard.append)
    assert heard == ["oost", "west"]
