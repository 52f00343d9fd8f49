"""The plans for conversations, from their file."""

from __future__ import annotations

from ..model.handbook import Plans
from ..model.plans import PLANS, PlanFile
from .files import Folder
from .reading import read_model
from .yaml_tree import read_yaml


def read_plans(folder: Folder) -> Plans | None:
    """Return the plans, where there are any that can be read.

    Args:
        folder: the project's; it keeps what is wrong.
    """
    path = folder.root / "docs" / PLANS
    text = folder.read(path) if path.is_file() else None
    if text is None:
        return None
    tree, problems = read_yaml(text, folder.name(path))
    folder.problems += problems
    if tree is None:
        return None
    read = read_model(PlanFile, tree, folder.name(path))
    folder.problems += read.problems
    return Plans(file=read.value, source=read.source) if read.value else None
