from __future__ import annotations

from pathlib import Path

import pytest

from reflection_handbook.checking import check
from reflection_handbook.loading import load
from reflection_handbook.loading.nodes import plain
from reflection_handbook.loading.yaml_tree import read_yaml
from reflection_handbook.model.consent import Audience
from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.model.portfolio import Portfolio
from reflection_handbook.publishing import publish
from reflection_handbook.writing.start import new_team
from support import TODAY, make_project, tree


def test_a_new_team_is_valid_and_published_nowhere(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    assert new_team(root, "wijkteam-west") == "teams/wijkteam-west/portfolio.yml"
    loaded = load(root)
    assert loaded.problems == ()
    assert check(loaded.handbook, TODAY) == ()
    (team,) = loaded.handbook.teams
    assert (team.id, team.portfolio.name) == ("wijkteam-west", "Wijkteam west")
    for audience in Audience:
        assert publish(loaded.handbook, audience, "wijkteam-west").teams == ()


def test_what_a_new_portfolio_holds_as_an_example_is_valid_too(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    text = (root / new_team(root, "west")).read_text(encoding="utf-8")
    rows = text.split("\n")
    start = next(index for index, row in enumerate(rows) if row == "# publicatie:")
    opened = [row.removeprefix("# ") for row in rows[start:] if not row.startswith("# De eerste ronde")]
    mapping, problems = read_yaml("\n".join(rows[:start] + opened), "portfolio.yml")
    assert (problems, mapping is not None) == ([], True)
    assert mapping is not None
    portfolio = Portfolio.model_validate(plain(mapping))
    assert portfolio.publication and portfolio.publication.audience is Audience.ORGANISATION
    assert portfolio.rounds[0].next_step and portfolio.rounds[0].next_step.who == "gespreksleider"


@pytest.mark.parametrize(
    "id",
    [
        "",
        ".",
        "..",
        "../west",
        "west/oost",
        "/west",
        "West",
        "wijkteam west",
        "_gedeeld",
        "-west",
        "west-",
        "wést",
        "a.b",
        "west\n",
        "a--b",
    ],
)
def test_a_name_that_can_be_no_address_is_refused_and_nothing_is_made(tmp_path: Path, id: str) -> None:
    root = make_project(tmp_path / "project")
    before = tree(tmp_path)
    with pytest.raises(WrongUseError):
        new_team(root, id)
    assert tree(tmp_path) == before
    assert not (root / "teams").exists()


def test_a_team_that_is_there_is_left_alone(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": "naam: Al begonnen\n"})
    before = tree(tmp_path)
    with pytest.raises(WrongUseError, match="is er al"):
        new_team(root, "west")
    assert tree(tmp_path) == before


def test_outside_a_handbook_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match=r"handbook\.yml"):
        new_team(tmp_path, "west")
    assert list(tmp_path.iterdir()) == []
