"""MkDocs from within our own process: the same build and serve that ``mkdocs`` gives, for an audience."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from ..model.consent import Audience
from ..model.errors import HandbookError, WrongUseError
from ..model.language import say
from .mkdocs_plugin import ReflectionHandbookPlugin
from .prepare import Wish, prepare

PLUGIN = "reflection-handbook"


def site_folder(wish: Wish) -> str | None:
    """Return the folder for a build that was asked for a circle of its own, so that no two circles mix."""
    if wish.audience is None:
        return None
    return f"site-team-{wish.team}" if wish.audience is Audience.TEAM else f"site-{wish.audience.value}"


def build_site(root: Path, wish: Wish, progress: Callable[[str], None] = lambda name: None) -> str:
    """Build the site and return its folder's name.

    The content is read and checked before the engine starts: broken content leaves an earlier site untouched.

    Raises:
        ContentError: when the content has errors.
        WrongUseError: when the folder is no handbook, or the engine refuses its settings.
    """
    _require_settings(root)
    with _engine(logging.WARNING):
        folder = site_folder(wish)
        config = load_config(str(root / "mkdocs.yml"), **({"site_dir": str(root / folder)} if folder else {}))
        plugin = config.plugins.get(PLUGIN)
        if not isinstance(plugin, ReflectionHandbookPlugin):
            raise WrongUseError(
                say("In mkdocs.yml ontbreekt de plugin ‘{name}’; zonder die plugin is er geen handboek.", name=PLUGIN)
            )
        asked = wish if wish.audience or wish.team else replace(plugin.wish(), today=wish.today)
        plugin.prepared, plugin.progress = prepare(root, asked), progress
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    return Path(config.site_dir).name


def serve_site(root: Path, address: str) -> None:
    """Show the site on this machine, rebuilt at every change, until somebody stops it.

    Raises:
        WrongUseError: when the folder is no handbook, or the engine refuses its settings.
    """
    _require_settings(root)
    with _engine(logging.INFO):
        serve(str(root / "mkdocs.yml"), livereload=True, dev_addr=address)


def _require_settings(root: Path) -> None:
    if not (root / "mkdocs.yml").is_file():
        raise WrongUseError(say("In deze map staat geen mkdocs.yml. Ga naar de map van het handboek."))


@contextmanager
def _engine(level: int) -> Iterator[None]:
    """Let the engine speak on stderr while it works, and turn its refusals into ours."""
    logger, handler = logging.getLogger("mkdocs"), logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    except HandbookError:
        raise
    except Abort as error:  # the engine has just said why
        raise WrongUseError(say("Het bouwen is gestopt. Hierboven staat waarom.")) from error
    except MkDocsException as error:
        raise WrongUseError(str(error)) from error
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
