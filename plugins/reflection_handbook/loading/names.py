"""``namen.txt``: a local list of people who must not appear in the handbook. It is never committed."""

from __future__ import annotations

import re

from ..model.language import say
from .files import Folder

FILE = "namen.txt"

_LETTERS = re.compile(r"[^\W\d_]{2}")


def names(folder: Folder) -> tuple[str, ...]:
    """Return the names on the list, one a line; an empty line and one that begins with ``#`` hold none.

    A list that cannot be read is an error, as is a line without a name: whoever made it counts on it. What stands on a
    line is not shown.
    """
    path = folder.root / FILE
    if not path.exists() and not path.is_symlink():
        return ()
    found = []
    for number, line in enumerate((folder.read(path) or "").split("\n"), 1):
        name = line.partition("#")[0].strip()
        if name and _LETTERS.search(name) is None:
            folder.error(
                path,
                say("op deze regel staat geen naam"),
                say("Zet op elke regel één naam van ten minste twee letters."),
                line=number,
            )
        elif name:
            found.append(name)
    return tuple(found)
