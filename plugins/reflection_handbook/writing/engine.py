"""MkDocs from within our own process: the same build and serve that ``mkdocs`` gives, for an audience."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from ..loading.handbook import Progress
from ..model.consent import Audience
from ..model.errors import HandbookError, WrongUseError
from ..model.language import say
from .mkdocs_plugin import ReflectionHandbookPlugin
from .prepare import Wish, prepare
from .publication import Place, Report, publish_site
from .today import today
from .verification import verify

PLUGIN = "reflection-handbook"


def site_folder(wish: Wish) -> str | None:
    """Return the folder for a build that was asked for a circle of its own, so that no two circles mix."""
    if wish.audience is None:
        return None
    return f"site-team-{wish.team}" if wish.audience is Audience.TEAM else f"site-{wish.audience.value}"


def build_site(
    root: Path, wish: Wish, progress: Progress = lambda name: None, report: Report = lambda text: None
) -> str:
    """Build the site, verify it and publish it in one stroke; return its folder's name.

    Whatever goes wrong, an earlier site is left as it was.

    Args:
        root: the project's folder.
        wish: for whom and from which day.
        progress: is told each page that is done.
        report: is told when another build has to end first.

    Raises:
        ContentError: when the content has errors.
        PublicationError: when the built site must not be published.
        WrongUseError: when the folder is no handbook, or the engine refuses its settings.
    """
    with _engine(logging.WARNING):
        config, plugin = _settings(root, wish)
        asked = wish if wish.audience or wish.team else replace(plugin.config.wish(), today=wish.today)
        prepared = prepare(root, asked)
        plugin.prepared, plugin.progress = prepared, progress
        place = Place(Path(config.site_dir))

        def write(folder: Path) -> None:
            config.site_dir = str(folder)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()

        publish_site(place, write, lambda folder: verify(folder, prepared.outputs), report)
    return place.live.name


def site_of(root: Path, wish: Wish) -> Place:
    """Return where the site for a circle is published.

    Raises:
        WrongUseError: as ``build_site`` does.
    """
    with _engine(logging.WARNING):
        return Place(Path(_settings(root, wish)[0].site_dir))


def serve_site(root: Path, address: str) -> None:
    """Show the site on this machine, rebuilt at every change, until somebody stops it.

    Raises:
        ContentError: when the content has errors at the start; later ones are shown, and the last good site stays.
        WrongUseError: when the folder is no handbook, or the engine refuses its settings.
    """
    _require_settings(root)
    prepare(root, Wish(today()))  # the engine would say of broken content only that it stopped
    with _engine(logging.INFO):
        serve(str(root / "mkdocs.yml"), livereload=True, dev_addr=address)


def _settings(root: Path, wish: Wish) -> tuple[MkDocsConfig, ReflectionHandbookPlugin]:
    _require_settings(root)
    folder = site_folder(wish)
    config = load_config(str(root / "mkdocs.yml"), **({"site_dir": str(root / folder)} if folder else {}))
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, ReflectionHandbookPlugin):
        raise WrongUseError(
            say("In mkdocs.yml ontbreekt de plugin ‘{name}’; zonder die plugin is er geen handboek.", name=PLUGIN)
        )
    return config, plugin


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
