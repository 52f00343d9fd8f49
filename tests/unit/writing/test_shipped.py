from __future__ import annotations

import hashlib
from pathlib import Path

import material

import reflection_handbook
from reflection_handbook.writing.shipped import shipped_hashes, shipped_texts


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_files_of_the_theme_and_our_own_are_known_and_pages_of_the_theme_are_not() -> None:
    known = shipped_hashes()
    theme = Path(material.__file__).parent / "templates"
    assert {_hash(path) for path in (theme / "assets").rglob("*.js")} <= known
    own = Path(reflection_handbook.__file__).parent / "rendering"
    assert {_hash(path) for path in (own / "assets").rglob("*") if path.is_file()} <= known
    assert not {_hash(theme / "404.html"), _hash(theme / "main.html"), _hash(own / "theme/main.html")} & known


def test_the_sentences_of_our_pages_are_among_our_texts() -> None:
    texts = "\n".join(shipped_texts())
    assert "te weinig gegevens om te tonen" in texts
    assert "Hier komt elk team te staan" in texts
    assert "Wat het team doet, in een paar woorden." in texts
