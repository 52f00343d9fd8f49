"""The MkDocs plugin: events only. It places what ``prepare`` hands out, and decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import TableOfContents, get_toc

from ..model.consent import Audience
from ..model.errors import HandbookError
from ..model.language import say
from ..rendering import Asset, Page
from .prepare import Prepared, Wish, prepare
from .today import today

_PACKAGE = Path(str(resources("reflection_handbook")))
log = get_plugin_logger("handboek")


class PluginConfig(Config):  # type: ignore[no-untyped-call]
    """What can be set under the plugin's name in ``mkdocs.yml``."""

    audience = Optional(Choice([audience.value for audience in Audience]))
    team = Optional(Type(str))


class ReflectionHandbookPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Places the handbook's own pages and files next to those of ``docs/``."""

    prepared: Prepared | None = None
    """What ``handbook build`` has made ready already; otherwise every build reads the files anew."""
    progress: Callable[[str], None] = staticmethod(lambda name: None)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our few theme overrides before Material's templates, before those are read."""
        if not config.use_directory_urls:
            raise PluginError(say("Zet ‘use_directory_urls’ niet uit: de adressen van het handboek staan vast."))
        config.theme.dirs.insert(0, str(_PACKAGE / "rendering" / "theme"))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add our outputs before the engine reads its pages, so that it links, indexes and writes them as its own."""
        audience = Audience(self.config.audience) if self.config.audience else None
        root = Path(config.config_file_path).parent
        try:
            prepared = self.prepared or prepare(root, Wish(today(), audience, self.config.team))
        except HandbookError as error:
            raise PluginError(str(error)) from None
        for warning in prepared.warnings:
            log.warning("%s", warning)
        self.pages = {output.uri: output for output in prepared.outputs if isinstance(output, Page)}
        self.texts = {o.uri: o.markdown for o in prepared.outputs if not isinstance(o, Page | Asset)}
        for output in prepared.outputs:
            if output.uri not in self.texts:
                content = output.content if isinstance(output, Asset) else ""
                files.append(File.generated(config, output.uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_page_markdown(self, markdown: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Fill in the parts that a page asks for; give a page of ours its title and its place under a section."""
        if ours := self.pages.get(page.file.src_uri):
            page.meta.update(title=escape(ours.title), description=escape(ours.description), hide=["navigation"])
            section = files.get_file_from_path(ours.section)
            page.parent = section.page.parent if section and section.page else None
        return self.texts.get(page.file.src_uri, markdown)

    def on_page_content(self, html: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Give a page of ours its body and table of contents; Markdown has never touched them."""
        self.progress(page.file.src_uri)
        ours = self.pages.get(page.file.src_uri)
        if not ours:
            return html
        page.toc = _toc(ours)
        return ours.html

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild also when a portfolio, the organisation's settings or a template of ours changes."""
        root = Path(config.config_file_path).parent
        for path in (root / "teams", root / "handbook.yml", _PACKAGE / "rendering"):
            if path.exists():
                server.watch(str(path))
        return server


def _toc(page: Page) -> TableOfContents:
    first, *rest = page.headings
    entries: list[Any] = [{"level": 2, "id": h.id, "name": str(escape(h.text)), "children": []} for h in rest]
    return get_toc([{"level": 1, "id": first.id, "name": str(escape(first.text)), "children": entries}])
