"""What comes with the theme and with this package: the same for everybody, so it holds nobody's secret."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

_THEMES = (
    ("material", "templates/assets"),
    ("mkdocs", "themes"),
    ("mkdocs.contrib.search", "templates"),
    ("reflection_handbook", "rendering/assets"),
)
"""Where files lie that the engine copies to a site as they are."""

_SENTENCES = ("model", "viewing", "rendering")
"""Our own folders with sentences that a page may show."""


def shipped_hashes() -> frozenset[str]:
    """Return the SHA-256 of every file that a theme or this package brings along.

    They are told by their content: a file that somebody put in their place is no longer one of them.
    """
    found = (entry for package, folder in _THEMES for entry in _below(files(package).joinpath(folder)))
    return frozenset(hashlib.sha256(entry.read_bytes()).hexdigest() for entry in found)


def shipped_texts() -> Iterator[str]:
    """Yield the texts of this package in which sentences of pages stand."""
    for folder in _SENTENCES:
        for entry in _below(files("reflection_handbook").joinpath(folder)):
            if entry.name.endswith((".py", ".j2", ".html", ".po")):
                yield entry.read_text(encoding="utf-8")


def _below(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry)
        else:
            yield entry
