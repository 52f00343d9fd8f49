from __future__ import annotations

from pathlib import Path

from reflection_handbook.loading.effort import read_effort
from reflection_handbook.loading.files import Folder

WHOLE = """\
voorbeeld: {teamgrootte: 10, teams: 4}
aannames:
  - {id: brief, wat: De brief, wie: gespreksleider, per: professional, uren: 2.0, herkomst: eigen}
"""


def _folder(root: Path, text: str | None) -> Folder:
    path = root / "docs" / "invoeren" / "inzet.yml"
    path.parent.mkdir(parents=True)
    if text is not None:
        path.write_text(text, encoding="utf-8")
    return Folder(root)


def test_the_assumptions_are_read_with_their_lines(tmp_path: Path) -> None:
    folder = _folder(tmp_path, WHOLE)
    effort = read_effort(folder)
    assert effort and [line.hours for line in effort.file.assumptions] == [2.0]
    assert effort.source.line("aannames", 0) == 3
    assert folder.problems == []


def test_without_a_file_there_are_none_and_nothing_is_wrong(tmp_path: Path) -> None:
    folder = _folder(tmp_path, None)
    assert read_effort(folder) is None
    assert folder.problems == []


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "voorbeeld: [")
    assert read_effort(folder) is None
    assert [problem.file for problem in folder.problems] == ["docs/invoeren/inzet.yml"]
