"""The assumptions about effort, beside their page."""

from __future__ import annotations

from ..model.effort import EffortFile
from ..model.handbook import Effort
from .attachments import EFFORT
from .data_files import read_data
from .files import Folder


def read_effort(folder: Folder) -> Effort | None:
    """Return the assumptions about effort, where there are any; what is wrong with them is noted."""
    path = folder.root / "docs" / EFFORT
    read = read_data(folder, path, EffortFile) if path.is_file() else None
    return Effort(file=read.value, source=read.source) if read and read.value else None
