"""Pages that the engine's settings leave out: refused, so that what stands in ``docs/`` is what is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pathspec
import yaml

from ..model.language import say
from ..model.places import Problem, Severity

_KEYS = ("exclude_docs", "draft_docs")
_ALWAYS = "/templates/\n"
"""What MkDocs leaves out by itself, besides hidden files. Source: mkdocs.structure.files."""


def left_out(uri: str) -> Problem:
    """Return the problem of a file that we have read and the engine would leave out."""
    return Problem(
        f"docs/{uri}",
        0,
        Severity.ERROR,
        say("mkdocs.yml laat dit bestand weg, maar het handboek publiceert alles wat in ‘docs’ staat"),
        say("Bewaar wat nog niet klaar is buiten ‘docs’, of laat de naam met een punt beginnen."),
    )


def problems_left_out(root: Path, uris: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each file that ``exclude_docs`` or ``draft_docs`` would leave out.

    The export uses no engine and no settings of it; without this, what somebody meant to keep back would be in it.

    Args:
        root: the project's folder.
        uris: paths in ``docs/`` of what is published.
    """
    patterns = _ALWAYS + "\n".join(_settings(root / "mkdocs.yml"))
    spec = pathspec.GitIgnoreSpec.from_lines(patterns.splitlines())
    yield from (left_out(uri) for uri in uris if spec.match_file(uri))


def _settings(path: Path) -> list[str]:
    """Return the patterns in the engine's settings; nothing is made of them but texts, and faults are the engine's."""
    try:
        tree = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return []
    if not isinstance(tree, yaml.MappingNode):
        return []
    return [value.value for key, value in tree.value if key.value in _KEYS and isinstance(value, yaml.ScalarNode)]
