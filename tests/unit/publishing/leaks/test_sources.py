from __future__ import annotations

from pathlib import Path

from reflection_handbook.publishing.leaks.found import Place
from reflection_handbook.publishing.leaks.sources import Sources
from support import lay_out

FILES = {
    "handbook.yml": "naam: x\n",
    "mkdocs.yml": "site_name: x\n",
    "docs/a.md": "een\nzoek\n",
    "docs/b.md": "zoek\n",
    "docs/x.png": b"\x89PNGzoek",
    "teams/west/portfolio.yml": "naam: x\nover: daar\n",
    "elders/c.md": "verborgen\n",
    "namen.txt": "verborgen\n",
}


def test_the_first_line_is_found_and_the_named_file_goes_first(tmp_path: Path) -> None:
    sources = Sources(lay_out(tmp_path, FILES))
    assert sources.find(lambda text: "zoek" in text) == Place("docs/a.md", 2)
    assert sources.find(lambda text: "zoek" in text, "docs/b.md") == Place("docs/b.md", 1)
    assert sources.find(lambda text: "zoek" in text, "docs/weg.md") == Place("docs/a.md", 2)
    assert sources.find(lambda text: "daar" in text) == Place("teams/west/portfolio.yml", 2)
    assert sources.find(lambda text: "site_name" in text) == Place("mkdocs.yml", 1)


def test_only_what_people_write_for_the_site_is_looked_through(tmp_path: Path) -> None:
    sources = Sources(lay_out(tmp_path, FILES))
    assert sources.find(lambda text: "verborgen" in text) is None
    assert {file for file, _ in sources.files()} == {*FILES} - {"docs/x.png", "elders/c.md", "namen.txt"}


def test_without_a_folder_nothing_is_found() -> None:
    assert Sources().find(lambda text: True) is None
