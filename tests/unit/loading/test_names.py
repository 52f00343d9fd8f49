from __future__ import annotations

from pathlib import Path

import pytest

from reflection_handbook.loading import load
from reflection_handbook.loading.files import Folder
from reflection_handbook.loading.names import names
from support import make_project


def _read(root: Path, content: bytes | str) -> tuple[tuple[str, ...], Folder]:
    (root / "namen.txt").write_bytes(content.encode() if isinstance(content, str) else content)
    folder = Folder(root)
    return names(folder), folder


def test_a_name_a_line_and_comments_between_them(tmp_path: Path) -> None:
    found, folder = _read(tmp_path, "\ufeff# Team West\r\n\r\n  Jan de Vries  # gespreksleider\r\nZoë Bos\r\n#\r\n")
    assert found == ("Jan de Vries", "Zoë Bos")
    assert folder.problems == []


def test_without_a_list_there_are_no_names(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert names(folder) == ()
    assert folder.problems == []


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("Jan\nZoë\n".encode("latin-1"), 2, "niet in UTF-8"),
        ("Jan\n" * 300_000, 0, "groter dan 1 MB"),
        ("Jan\nPi\u202eet\n", 2, "onzichtbaar teken"),
        ("Jan\n12\n", 2, "op deze regel staat geen naam"),
        ("Jan\n\n?\n", 3, "op deze regel staat geen naam"),
        ("J.\n", 1, "op deze regel staat geen naam"),
    ],
)
def test_a_list_that_cannot_be_read_is_an_error_that_shows_no_name(
    tmp_path: Path, content: bytes | str, line: int, said: str
) -> None:
    _, folder = _read(tmp_path, content)
    (problem,) = folder.problems
    assert (problem.file, problem.line) == ("namen.txt", line)
    assert said in problem.message
    assert "Jan" not in str(problem)


def test_a_list_that_is_a_folder_or_a_link_to_nowhere_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "een").mkdir()
    (tmp_path / "een/namen.txt").mkdir()
    (tmp_path / "twee").mkdir()
    (tmp_path / "twee/namen.txt").symlink_to(tmp_path / "weg.txt")
    for name in ("een", "twee"):
        folder = Folder(tmp_path / name)
        assert names(folder) == ()
        assert [problem.file for problem in folder.problems] == ["namen.txt"]


def test_the_names_are_part_of_what_was_read_and_of_no_message(tmp_path: Path) -> None:
    loaded = load(make_project(tmp_path, {"namen.txt": "Jan de Vries\n"}))
    assert loaded.handbook.names == ("Jan de Vries",)
    assert "Vries" not in repr(loaded)
