"""Writing a few values into a file that a person keeps: nothing else in it changes, not even a comment or a quote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import yaml

from ..loading.files import CONTROL
from ..loading.front_matter import data_rows
from ..loading.nodes import plain
from ..loading.yaml_tree import EMPTY, read_yaml

_BOM = "\ufeff"
_ODD = re.compile(rf"{CONTROL.pattern}|\r(?!\n)")
"""Signs at which a line may end for one reader and not for another."""


class UneditableError(ValueError):
    """The file is not built in a way in which we dare to write."""


def set_in_file(path: Path, group: str, values: Mapping[str, str]) -> None:
    """Set values in a group of a YAML file, or of the data above a Markdown file; the file is replaced in one stroke.

    Args:
        path: the file.
        group: the outermost group's key; the group is made where it is not there.
        values: keys with what stands behind them, as plain YAML.

    Raises:
        UneditableError: when we are not sure that this is all that would change; the file is as it was.
        OSError: when it cannot be read or written; likewise.
    """
    text = _text(path)
    bare = text.removeprefix(_BOM)
    changed = set_in_front_matter(bare, group, values) if path.suffix == ".md" else set_values(bare, group, values)
    with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}-", delete=False) as beside:
        try:
            beside.write((text[: len(text) - len(bare)] + changed).encode())
            beside.close()
            Path(beside.name).chmod(path.stat().st_mode & 0o777)
            Path(beside.name).replace(path)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise


def value_in_file(path: Path, group: str, key: str) -> str:
    """Return a single value of a group of such a file, as it is written; nothing where there is none or we cannot tell.

    Raises:
        OSError: when the file cannot be read.
    """
    try:
        text = _text(path).removeprefix(_BOM)
        if path.suffix == ".md":
            _, text, _ = _parts(text)
        value = _group(_read(text), group).get(key)
    except UneditableError:
        return ""
    return value if isinstance(value, str) else ""


def set_in_front_matter(text: str, group: str, values: Mapping[str, str]) -> str:
    """Return a Markdown file with values set in a group of the data above its text; as ``set_values`` does.

    Raises:
        UneditableError: also when there are no data above the text.
    """
    above, data, below = _parts(text)
    return above + set_values(data, group, values) + below


def set_values(text: str, group: str, values: Mapping[str, str]) -> str:
    """Return a YAML document with values set in an outermost group.

    Raises:
        UneditableError: when the document cannot be read, or reads otherwise afterwards than it should.
    """
    before, changed = _read(text), text
    for key, value in reversed(list(values.items())):
        changed = _set(changed, group, key, value)
    meant = {key: value.strip('"') for key, value in values.items()}
    if _read(changed) != before | {group: _group(before, group) | meant}:
        raise UneditableError
    return changed


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UneditableError from error


def _parts(text: str) -> tuple[str, str, str]:
    """Return a Markdown file in three: what stands above the data, the data, and the rest."""
    rows = text.splitlines(keepends=True)
    if (place := data_rows(rows)) is None:
        raise UneditableError
    first, end = place
    return "".join(rows[:first]), "".join(rows[first:end]), "".join(rows[end:])


def _read(text: str) -> dict[str, Any]:
    if _ODD.search(text):
        raise UneditableError
    tree, _ = read_yaml(text, "")
    if tree is None:
        raise UneditableError
    found: dict[str, Any] = plain(tree)
    return found


def _group(data: dict[str, Any], group: str) -> dict[str, Any]:
    found = data.get(group, {})
    if not isinstance(found, dict):
        raise UneditableError
    return found


def _set(text: str, group: str, key: str, value: str) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    found = _behind(_compose(text), group)
    if found is None:
        whole = text if not text or text.endswith("\n") else text + end
        return f"{whole}{group}:{end}  {key}: {value}{end}"
    start = _index(text, found.start_mark)
    if isinstance(found, yaml.ScalarNode) and found.value in EMPTY:
        space = "" if text[start - 1 : start].isspace() else " "
        return f"{text[:start]}{space}{{{key}: {value}}}{text[_index(text, found.end_mark) :]}"
    if not isinstance(found, yaml.MappingNode):
        raise UneditableError
    if (old := _behind(found, key)) is not None:
        from_, to = _index(text, old.start_mark), _index(text, old.end_mark)
        space = "" if text[from_ - 1 : from_].isspace() else " "
        return f"{text[:from_]}{space}{value}{text[to:]}"
    if found.flow_style:
        comma = ", " if found.value else ""
        return f"{text[: start + 1]}{key}: {value}{comma}{text[start + 1 :]}"
    indent = " " * found.start_mark.column
    return f"{text[:start]}{key}: {value}{end}{indent}{text[start:]}"


def _compose(text: str) -> yaml.MappingNode:
    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError) as error:
        raise UneditableError from error
    if not isinstance(node, yaml.MappingNode):
        raise UneditableError
    return node


def _behind(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    """Return what stands behind a key; which of two is meant, we do not guess."""
    found = [value for name, value in node.value if name.value == key]
    if len(found) > 1:
        raise UneditableError
    return found[0] if found else None


def _index(text: str, mark: yaml.Mark) -> int:
    """Return the place of a mark; libyaml counts in bytes, so only its line and column can be used."""
    start = 0
    for _ in range(mark.line):
        end = text.find("\n", start)
        if end < 0:  # it places the end of a last row without an end on the row after it
            return len(text)
        start = end + 1
    return start + int(mark.column)
