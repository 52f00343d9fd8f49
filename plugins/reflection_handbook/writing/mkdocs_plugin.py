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
from mkdocs.structure.toc import get_toc

from ..model.consent import Audience
from ..model.errors import HandbookError
from ..model.language import say
from ..rendering import Asset, Page, Text
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

    def wish(self) -> Wish:
        """Return what ``mkdocs.yml`` asks for; what it leaves open, ``handbook.yml`` says."""
        return Wish(today(), Audience(self.config.audience) if self.config.audience else None, self.config.team)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our few theme overrides before Material's templates, before those are read."""
        if not config.use_directory_urls:
            raise PluginError(say("Zet ‘use_directory_urls’ niet uit: de adressen van het handboek staan vast."))
        config.theme.dirs.insert(0, str(_PACKAGE / "rendering" / "theme"))
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read and check before the engine empties an earlier site: broken content leaves that as it is."""
        try:
            prepared = self.prepared or prepare(Path(config.config_file_path).parent, self.wish())
        except HandbookError as error:
            raise PluginError(str(error)) from None
        for warning in prepared.warnings:
            log.warning("%s", warning)
        self.outputs = {output.uri: output for output in prepared.outputs}

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add our outputs before the engine reads its pages, so that it links, indexes and writes them as its own."""
        for output in self.outputs.values():
            if not isinstance(output, Text):
                content = output.content if isinstance(output, Asset) else ""
                files.append(File.generated(config, output.uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_page_markdown(self, markdown: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Fill in the parts that a page asks for; give a page of ours its title and its place under a section."""
        ours = self.outputs.get(page.file.src_uri)
        if isinstance(ours, Page):
            page.meta.update(title=escape(ours.title), description=escape(ours.description), hide=["navigation"])
            section = files.get_file_from_path(ours.section)
            page.parent = section.page.parent if section and section.page else None
        return ours.markdown if isinstance(ours, Text) else markdown

    def on_page_content(self, html: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Give a page of ours its body and table of contents; Markdown has never touched them."""
        self.progress(page.file.src_uri)
        ours = self.outputs.get(page.file.src_uri)
        if not isinstance(ours, Page):
            return html
        page.toc = get_toc(ours.toc_tokens)
        return ours.html

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild also when a portfolio, the organisation's settings or a template of ours changes."""
        root = Path(config.config_file_path).parent
        for path in (root / "teams", root / "handbook.yml", _PACKAGE / "rendering"):
            if path.exists():
                server.watch(str(path))
        return server
