"""The plans for conversations, from their file."""

from __future__ import annotations

from ..model.handbook import Plans
from ..model.plans import PLANS, PlanFile
from .data_files import read_data
from .files import Folder


def read_plans(folder: Folder) -> Plans | None:
    """Return the plans, where there are any that can be read.

    Args:
        folder: the project's; it keeps what is wrong.
    """
    path = folder.root / "docs" / PLANS
    read = read_data(folder, path, PlanFile) if path.is_file() else None
    return Plans(file=read.value, source=read.source) if read and read.value else None
