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
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import get_toc

from ..model.language import say
from ..rendering import Page, Text
from ..rendering.policy import Policies
from .options import PluginOptions
from .placing import finish, harmless, place, refusing, watched
from .prepare import Prepared, prepare

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
        config.theme.dirs.insert(0, str(Path(__file__).parents[1] / "rendering" / "theme"))
        return config

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme's templates state the policy under which a page runs."""
        self.policies = Policies()
        env.filters["content_security_policy"] = self.policies.of_page
        return env

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read and check before the engine empties an earlier site; the site's name is the organisation's."""
        with refusing():
            self.ready = self.prepared or prepare(Path(config.config_file_path).parent, self.config.wish())
        for warning in self.ready.warnings:
            log.warning("%s", warning)
        self.outputs = {output.uri: output for output in self.ready.outputs}
        config.site_name = escape(self.ready.name)
        config.site_description = escape(self.ready.subtitle or config.site_description or "")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Put our outputs in place before the engine reads its pages, so that it links and indexes them as its own."""
        with refusing(self.prepared is None):
            return place(files, self.outputs, config)

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
        """Give a page of ours its table of contents and what the search may read of it; look at any other."""
        self.progress(page.file.src_uri)
        if isinstance(ours := self.outputs.get(page.file.src_uri), Page):
            page.toc = get_toc(ours.toc_tokens)
            return ours.searched
        with refusing(self.prepared is None):
            return harmless(html, page.file)

    @event_priority(-100)  # when the search has read it
    def on_page_context(self, context: Any, *, page: EnginePage, config: MkDocsConfig, nav: Any) -> None:
        """Give a page of ours its body, which Markdown never touched."""
        if isinstance(ours := self.outputs.get(page.file.src_uri), Page):
            page.content = ours.html

    @event_priority(-100)  # when every other plugin has written what it writes
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add what a server should send with the site, and look all of it over; what must not be seen is taken away."""
        finish(Path(config.site_dir), self.policies, None if self.prepared else self.ready)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild also when a portfolio, the organisation's settings or a template of ours changes."""
        for path in watched(Path(config.config_file_path).parent):
            server.watch(str(path))
        return server
