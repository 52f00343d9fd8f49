"""What the plugin asks of the engine's files and pages: only what we have read and looked at goes to the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from ..loading.active import html_faults, line_of
from ..model.base import without_comments
from ..model.code import without_code
from ..model.errors import ContentError, HandbookError
from ..model.places import Problem, Severity
from ..rendering import Asset, Output, Text
from ..rendering.headers import header_files
from ..rendering.policy import Policies
from .left_out import left_out
from .prepare import Prepared
from .verification import verify_or_clear


@contextmanager
def refusing(engine: bool = True) -> Iterator[None]:
    """Turn an error of ours into one that the engine stops at, and says without a traceback.

    Args:
        engine: whether the engine was started by itself; otherwise our own command says what is wrong.
    """
    try:
        yield
    except HandbookError as error:
        if not engine:
            raise
        raise PluginError(str(error)) from error


def place(files: Files, outputs: Mapping[str, Output], config: MkDocsConfig) -> Files:
    """Put our outputs among the engine's files, and take away what stands in ``docs/`` and is none of them.

    Pictures and documents come from us, too: ours are looked into and hold nothing that a camera or program added.

    Raises:
        ContentError: when a setting of the engine leaves something out that we have read.
    """
    theirs = [file for file in files if file.src_dir == config.docs_dir]
    excluded = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
    if forgotten := [file.src_uri for file in theirs if file.src_uri in outputs and file.inclusion in excluded]:
        raise ContentError([left_out(uri) for uri in forgotten])
    for file in theirs:
        if not isinstance(outputs.get(file.src_uri), Text):
            files.remove(file)
    for output in outputs.values():
        if not isinstance(output, Text):  # pages of docs/ are there already
            content = output.content if isinstance(output, Asset) else ""
            files.append(File.generated(config, output.uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def harmless(html: str, file: File) -> str:
    """Return what the engine made of a page without its comments, which are the writer's own; look at all of it.

    Whatever the engine's settings and other plugins are, nothing active may be left.

    Raises:
        ContentError: when something active is in it; with the line where that can be found.
    """
    if faults := list(html_faults(html)):
        source = file.content_string if file.src_uri.endswith(".md") else ""
        lines = [line_of(fault.signs, without_code(source), source) or 0 for fault in faults]
        raise ContentError(
            Problem(f"docs/{file.src_uri}", line, Severity.ERROR, fault.message, fault.hint)
            for line, fault in zip(lines, faults, strict=True)
        )
    return without_comments(html)


def watched(root: Path) -> Iterator[Path]:
    """Yield what a site depends on beside ``docs/`` and ``mkdocs.yml``, as far as it is there."""
    own = (root / name for name in ("teams", "handbook.yml", "namen.txt"))
    yield from filter(Path.exists, (*own, Path(__file__).parents[1] / "rendering"))


def finish(site: Path, policies: Policies, prepared: Prepared | None) -> None:
    """Write the header files for common hosts into a built site, and look all of it over.

    Args:
        site: its folder.
        policies: those of its pages.
        prepared: what should be in it; nothing where our own command looks, when the engine is done altogether.

    Raises:
        PluginError: when the site must not be published; what was written is taken away.
    """
    for asset in header_files(policies.of_site()):
        (site / asset.uri).write_bytes(asset.content)
    if prepared:
        with refusing():
            verify_or_clear(site, prepared)
