"""A file of data beside the pages, read whole: its text, its tree and its model object."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from .files import Folder
from .reading import Read, read_model
from .yaml_tree import read_yaml

M = TypeVar("M", bound=BaseModel)


def read_data(folder: Folder, path: Path, model: type[M]) -> Read[M] | None:
    """Return what a YAML file holds, and nothing where there is no tree to read; what is wrong with it is noted.

    Args:
        folder: the project.
        path: the file.
        model: what it describes.
    """
    text = folder.read(path)
    if text is None:
        return None
    tree, problems = read_yaml(text, folder.name(path))
    folder.problems += problems
    if tree is None:
        return None
    read = read_model(model, tree, folder.name(path))
    folder.problems += read.problems
    return read
