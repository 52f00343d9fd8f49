"""The MkDocs plugin: events only. It places what ``prepare`` hands out, and decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import get_toc

from ..model.errors import HandbookError
from ..model.language import say
from ..rendering import Asset, Page, Text
from ..rendering.policy import content_security_policy
from .options import PluginOptions
from .prepare import Prepared, prepare

_PACKAGE = Path(__file__).parents[1]
log = get_plugin_logger("handboek")


class ReflectionHandbookPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]
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

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme's templates state the policy under which a page runs."""
        env.filters["content_security_policy"] = content_security_policy
        return env

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read and check before the engine empties an earlier site; the site's name is the organisation's."""
        try:
            prepared = self.prepared or prepare(Path(config.config_file_path).parent, self.config.wish())
        except HandbookError as error:
            raise PluginError(str(error)) from None
        for warning in prepared.warnings:
            log.warning("%s", warning)
        self.outputs = {output.uri: output for output in prepared.outputs}
        config.site_name = escape(prepared.name)
        config.site_description = escape(prepared.subtitle or config.site_description or "")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add our outputs before the engine reads its pages, so that it links, indexes and writes them as its own."""
        for output in self.outputs.values():
            if not isinstance(output, Text):  # pages of docs/ are there already
                content = output.content if isinstance(output, Asset) else ""
                files.append(File.generated(config, output.uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_page_markdown(self, markdown: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Replace the engine's reading of a page by ours, which is checked; put a page of ours under its section."""
        ours = self.outputs.get(page.file.src_uri)
        if not isinstance(ours, Page | Text):
            return markdown
        page.meta = {key: escape(value) if isinstance(value, str) else value for key, value in ours.card.items()}
        if isinstance(ours, Text):
            return ours.markdown
        section = files.get_file_from_path(ours.section)
        page.parent = section.page.parent if section and section.page else None
        return ""

    def on_page_content(self, html: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Give a page of ours its body and table of contents; Markdown has never touched them."""
        self.progress(page.file.src_uri)
        ours = self.outputs.get(page.file.src_uri)
        if isinstance(ours, Page):
            page.toc = get_toc(ours.toc_tokens)
        return ours.html if isinstance(ours, Page) else html

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild also when a portfolio, the organisation's settings or a template of ours changes."""
        root = Path(config.config_file_path).parent
        for path in filter(Path.exists, (root / "teams", root / "handbook.yml", _PACKAGE / "rendering")):
            server.watch(str(path))
        return server
