"""Which file a person means."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.writing.targets import target_of


@pytest.mark.parametrize(
    ("file", "folder", "practice", "group", "address"),
    [
        ("teams/west/portfolio.yml", "west", None, "publicatie", "teams/west/"),
        ("teams/west/best-practices/een.md", "west", "een", "toestemming", "best-practices/een/"),
        ("teams/west/best-practices/2026/een.md", "west", "een", "toestemming", "best-practices/een/"),
        ("teams/_gedeeld/best-practices/een.md", "_gedeeld", "een", "toestemming", "best-practices/een/"),
        ("./docs/../teams/west/portfolio.yml", "west", None, "publicatie", "teams/west/"),
    ],
)
def test_a_portfolio_or_a_practice_is_known_by_its_path(
    tmp_path: Path, file: str, folder: str, practice: str | None, group: str, address: str
) -> None:
    for given in (Path(file), tmp_path / file):
        found = target_of(tmp_path, given)
        assert (found.folder, found.practice, found.group, found.address) == (folder, practice, group, address)
        assert str(found.file) == file.removeprefix("./docs/../")
        assert found.path == tmp_path.resolve() / str(found.file)


@pytest.mark.parametrize(
    "file",
    [
        "",
        "teams/west",
        "teams/west/best-practices",
        "teams/West/portfolio.yml",
        "teams/_gedeeld/portfolio.yml",
        "teams/west/notities.md",
        "teams/west/best-practices/een.txt",
        "teams/west/best-practices/Een Verhaal.md",
        "docs/over/index.md",
        "handbook.yml",
        "../teams/west/portfolio.yml",
        "/etc/passwd",
        "teams/west/best-practices/een\x00.md",
    ],
)
def test_anything_else_is_wrong_use(tmp_path: Path, file: str) -> None:
    with pytest.raises(WrongUseError, match="geen portfolio of best practice"):
        target_of(tmp_path, Path(file))


def test_a_link_out_of_the_project_or_to_itself_is_wrong_use(tmp_path: Path) -> None:
    folder = tmp_path / "project" / "teams" / "west"
    folder.mkdir(parents=True)
    (tmp_path / "elders.yml").write_text("naam: West\n", encoding="utf-8")
    (folder / "portfolio.yml").symlink_to(tmp_path / "elders.yml")
    (folder / "best-practices").symlink_to(folder / "best-practices")
    for name in ("portfolio.yml", "best-practices/een.md"):
        with pytest.raises(WrongUseError, match="geen portfolio of best practice"):
            target_of(tmp_path / "project", Path("teams/west") / name)
