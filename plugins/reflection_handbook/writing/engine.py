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
from .prepare import Wish, marks, may_be_shown, prepare
from .publication import Place, Report, publish_site, roll_back
from .releases import may_return
from .shipped import shipped_hashes
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
        asked = _asked(wish, plugin)
        seen = marks(root)
        prepared = prepare(root, asked)
        plugin.prepared, plugin.progress = prepared, progress
        place = Place(Path(config.site_dir))

        def write(folder: Path) -> None:
            nonlocal prepared
            if marks(root) != seen:  # while we waited our turn: somebody may have taken something back
                plugin.prepared = prepared = prepare(root, asked)
            config.site_dir = str(folder)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
            verify(folder, prepared)  # when nothing of the engine or of any plugin runs any more

        publish_site(place, write, lambda release: may_return(release, prepared.people), report)
    return place.live.name


def roll_back_site(root: Path, wish: Wish, report: Report = lambda text: None) -> str:
    """Put the earlier release back, if all that it shows may still be shown today; return its folder's name.

    Raises:
        WrongUseError: when there is none, when it must not come back, or the folder is no handbook.
    """
    with _engine(logging.WARNING):
        config, plugin = _settings(root, wish)
    asked, place = _asked(wish, plugin), Place(Path(config.site_dir))

    def allowed(release: Path) -> bool:
        people, scan = may_be_shown(root, asked)
        return may_return(release, people) and not scan.findings(release, shipped_hashes(), most=0)

    roll_back(place, allowed, report)
    return place.live.name


def places(root: Path) -> tuple[tuple[Place, ...], bool]:
    """Return every place where a site of this project may stand: that of the organisation, and those of other circles.

    Returns:
        The places, and whether the first is certain: the engine's own default stands in where its settings cannot be
        read.
    """
    certain = True
    try:
        with _engine(logging.WARNING):
            live = Path(_settings(root, Wish(today()))[0].site_dir)
    except HandbookError:
        live, certain = root / "site", False
    found = [live, *(path for path in (root / "site",) if path.is_dir())]  # the last, where the setting was changed
    for name in ("site-openbaar", "site-organisatie", "site-team-*"):  # as site_folder() names them
        found += sorted(root.glob(name))
        found += (Place.beside(work) for work in sorted(root.glob(f".{name}")))
    return tuple(map(Place, dict.fromkeys(found))), certain


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


def _asked(wish: Wish, plugin: ReflectionHandbookPlugin) -> Wish:
    """Return what somebody asks for; without a word about it, what the plugin's options say."""
    return wish if wish.audience or wish.team else replace(plugin.config.wish(), today=wish.today, kits=wish.kits)


def _require_settings(root: Path) -> None:
    if not (root / "mkdocs.yml").is_file():
        raise WrongUseError(say("In deze map staat geen mkdocs.yml. Ga naar de map van het handboek."))


def _not_of_the_machine(record: logging.LogRecord) -> bool:
    """Keep back what the engine says of a full disk and the like: whoever catches that error says it in Dutch."""
    return record.levelno < logging.ERROR or not isinstance(sys.exc_info()[1], OSError)


@contextmanager
def _engine(level: int) -> Iterator[None]:
    """Let the engine speak on stderr while it works, and turn its refusals into ours."""
    logger, handler = logging.getLogger("mkdocs"), logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(_not_of_the_machine)
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
