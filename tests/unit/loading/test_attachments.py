"""Files beside the pages: what is read of them, and what of them is published."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from reflection_handbook.loading import attachments, load
from reflection_handbook.loading.attachments import KINDS, is_address
from reflection_handbook.model.consent import Audience
from reflection_handbook.publishing import publish
from reflection_handbook.rendering import Asset, render
from support import TODAY, make_project

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'
OURS = ("assets/handboek/", "data/", "voorbereiden/kits/")
"""Where the handbook puts files of its own."""


def photo() -> bytes:
    data = Image.Exif()
    data[0x010F] = "GEHEIM"
    target = BytesIO()
    Image.new("RGB", (4, 4), "red").save(target, format="JPEG", exif=data)
    return target.getvalue()


def test_files_of_docs_are_outputs_and_a_picture_only_as_it_was_made_anew(tmp_path: Path) -> None:
    files = {
        "docs/beeld/ring.svg": DRAWING,
        "docs/beeld/FOTO.JPG": photo(),
        "docs/robots.txt": "User-agent: *\r\n",
        "docs/.geheim.txt": "x",
        "docs/.map/x.txt": "x",
        "docs/vragenbank/vragen.yml": "vragen: []\n",
    }
    loaded = load(make_project(tmp_path, files))
    assert loaded.problems == ()
    outputs = {
        o.uri: o.content for o in render(publish(loaded.handbook, Audience.PUBLIC), TODAY) if isinstance(o, Asset)
    }
    ours = {uri: content for uri, content in outputs.items() if not uri.startswith(OURS)}
    assert ours.keys() == {"beeld/ring.svg", "beeld/FOTO.JPG", "robots.txt"}
    assert ours["beeld/ring.svg"] == DRAWING.encode()
    assert ours["robots.txt"] == b"User-agent: *\r\n"
    assert b"GEHEIM" in photo() and b"GEHEIM" not in ours["beeld/FOTO.JPG"]


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MAX_ATTACHMENT", 2_000_000)
    root = make_project(tmp_path, {"docs/lijst.txt": "a" * 2_000_000, "docs/lang.txt": "a" * 2_000_001})
    assert [(p.file, p.message) for p in load(root).problems] == [("docs/lang.txt", "dit bestand is groter dan 2 MB")]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_looked_into(kind: str, tmp_path: Path) -> None:
    active = "<script>alert(1)</script>" if kind != "csv" else "=1+1"
    problems = load(make_project(tmp_path, {f"docs/bestand.{kind}": active})).problems
    assert [problem.file for problem in problems] == [f"docs/bestand.{kind}"]


@pytest.mark.parametrize(
    "uri", ["a.md", "over/index.md", "één/Ring 2 (klein).png", "_x.md", "a_b-c.d+e,f.txt", "2026.csv"]
)
def test_a_plain_name_is_an_address(uri: str) -> None:
    assert is_address(uri)


@pytest.mark.parametrize(
    "uri", ["<b>.md", "a b .md/", "-a.md", "a/.b", "a//b", "a:b.md", "a%2e.md", "a\u202eb.md", "a\n.md", "a'b", ""]
)
def test_anything_else_is_none(uri: str) -> None:
    assert not is_address(uri)
