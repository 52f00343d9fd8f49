"""The literature: files of CSL-JSON, as a reference manager writes them."""

from __future__ import annotations

from pathlib import PurePosixPath

from ..model.handbook import Work
from ..model.literature import LITERATURE_ENDING, LITERATURE_FOLDER, ReferenceFile
from .files import Folder
from .reading import read_model
from .yaml_tree import read_yaml


def is_literature(uri: str) -> bool:
    """Return whether a file of ``docs/`` holds works, and so is no page and no file beside one."""
    path = PurePosixPath(uri)
    return path.parts[0] == LITERATURE_FOLDER and path.suffix == LITERATURE_ENDING


def read_literature(folder: Folder) -> tuple[tuple[Work, ...], bool]:
    """Return the works that can be read, and whether a whole file of them cannot; what is wrong is noted."""
    found: list[Work] = []
    broken = False
    docs = folder.root / "docs"
    for path in folder.walk(docs / LITERATURE_FOLDER):
        if not is_literature(path.relative_to(docs).as_posix()):
            continue
        file, text = folder.name(path), folder.read(path)
        if text is None:
            broken = True
            continue
        # JSON is YAML's flow style, apart from tabs; read so, each value keeps its line, and a group around the list
        # that begins and ends on the list's own lines moves none.
        tree, problems = read_yaml('{"works": ' + text.replace("\t", " ").rstrip() + "}", file)
        folder.problems += problems
        read = read_model(ReferenceFile, tree, file) if tree else None
        if read:
            folder.problems += read.problems
        if not read or not read.value or (read.problems and not read.value.works):
            broken = True
            continue
        for index, reference in enumerate(read.value.works):
            found.append(Work(reference=reference, index=index, source=read.source))
    return tuple(found), broken
