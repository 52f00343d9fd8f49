"""The export: the same outputs as a plain tree that any Markdown engine builds."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import yaml

from ..model.errors import WrongUseError
from ..model.language import say
from ..rendering import Asset, Output, Page, Text
from .prepare import Prepared
from .verification import verify_export

MARK = ".handboek-export"
"""A file that says that a folder was made by this writer, so that it may be replaced."""


def export(prepared: Prepared, docs: Path, target: Path) -> int:
    """Write a tree of Markdown pages and files.

    The tree is made beside the target and put in its place when it is whole.

    Args:
        prepared: what to write.
        docs: the project's ``docs/``, where no export may stand.
        target: the folder to make; an earlier export there is replaced, anything else is not.

    Returns:
        The number of pages.

    Raises:
        PublicationError: when something in it must not leave the building; an earlier export stays as it is.
        WrongUseError: when the target holds something else, or lies among the content.
    """
    target = target.resolve()
    _require_free(target, docs.resolve())
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".export-") as temporary:
        tree = Path(temporary) / "tree"
        tree.mkdir()
        (tree / MARK).touch()
        for output in prepared.outputs:
            _write(output, tree)
        verify_export(tree, prepared.scan)
        pages = sum(1 for _ in tree.rglob("*.md"))
        if target.exists():
            shutil.rmtree(target)
        tree.rename(target)
    return pages


def _require_free(target: Path, docs: Path) -> None:
    if target.exists() and not target.is_dir():
        raise WrongUseError(say("{folder} is een bestand. Noem een map die er nog niet is.", folder=target.name))
    if target.is_relative_to(docs) or target.is_relative_to(docs.parent / "teams"):
        raise WrongUseError(
            say(
                "De map {folder} ligt tussen de bestanden van het handboek. Kies een map daarbuiten.",
                folder=target.name,
            )
        )
    if target.exists() and any(target.iterdir()) and not (target / MARK).exists():
        raise WrongUseError(
            say("De map {folder} is niet leeg en niet eerder door ‘export’ gemaakt.", folder=target.name)
        )


def _write(output: Output, tree: Path) -> None:
    path = tree / output.uri
    path.parent.mkdir(parents=True, exist_ok=True)
    match output:
        case Asset():
            path.write_bytes(output.content)
        case Text() | Page():
            body = output.markdown.lstrip("\n") if isinstance(output, Text) else f"{output.html}\n"
            path.write_text(_front_matter(output.card) + body, encoding="utf-8", newline="\n")


def _front_matter(card: Mapping[str, object]) -> str:
    return f"---\n{yaml.safe_dump(dict(card), allow_unicode=True, sort_keys=False)}---\n\n" if card else ""
