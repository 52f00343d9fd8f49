"""What the engine's settings leave out and we would publish."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflection_handbook.model.errors import ContentError
from reflection_handbook.writing.engine import build_site
from reflection_handbook.writing.left_out import problems_left_out
from reflection_handbook.writing.prepare import Wish, prepare
from support import SETTINGS, TODAY, lay_out, make_project

URIS = ["index.md", "over/index.md", "concept/een.md", "beeld/ring.txt", "templates/x.md", "diep/templates/x.md"]


@pytest.mark.parametrize(
    ("settings", "left_out"),
    [
        ("", []),
        ("exclude_docs: |\n  *.yml\n", []),
        ("exclude_docs: concept/\n", ["concept/een.md"]),
        ("exclude_docs: |\n  /concept/\n  *.txt\n", ["concept/een.md", "beeld/ring.txt"]),
        ("draft_docs: over/*.md\n", ["over/index.md"]),
        ("exclude_docs: |\n  *.md\n  !index.md\n", ["concept/een.md", "diep/templates/x.md"]),
        ("exclude_docs: [over/]\n", []),
        ("site_name: !!python/name:os.system\nexclude_docs: over/\n", ["over/index.md"]),
        ("kapot: [", []),
        ("- een\n- twee\n", []),
    ],
)
def test_what_the_settings_leave_out_is_named(settings: str, left_out: list[str], tmp_path: Path) -> None:
    lay_out(tmp_path, {"mkdocs.yml": settings})
    found = [problem.file.removeprefix("docs/") for problem in problems_left_out(tmp_path, URIS)]
    assert found == [uri for uri in URIS if uri in left_out or uri == "templates/x.md"]


def test_without_settings_nothing_but_the_engines_own_folder_is_left_out(tmp_path: Path) -> None:
    assert [problem.file for problem in problems_left_out(tmp_path, URIS)] == ["docs/templates/x.md"]


def test_neither_a_build_nor_an_export_goes_on(tmp_path: Path) -> None:
    settings = SETTINGS + "exclude_docs: concept.md\n"
    root = make_project(tmp_path, {"docs/concept.md": "# Concept\n", "mkdocs.yml": settings})
    for work in (prepare, build_site):
        with pytest.raises(ContentError, match=r"docs/concept\.md"):
            work(root, Wish(TODAY))
    assert not (root / "site").exists()
