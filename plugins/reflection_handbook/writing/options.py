"""What can be set under the plugin's name in ``mkdocs.yml``."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Optional, Type

from ..model.consent import Audience
from .prepare import Wish
from .today import today


class PluginOptions(Config):  # type: ignore[no-untyped-call]
    """For whom the engine builds; what is left open, ``handbook.yml`` says."""

    audience = Optional(Choice([audience.value for audience in Audience]))
    team = Optional(Type(str))

    def wish(self) -> Wish:
        """Return what these options ask for, today."""
        return Wish(today(), Audience(self.audience) if self.audience else None, self.team)
