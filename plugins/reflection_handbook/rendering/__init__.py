"""From views to what is written: HTML, SVG, calendars and JSON, as a list of outputs that any writer can place."""

from .outputs import Asset, Output, Page, Text
from .site import render

__all__ = ["Asset", "Output", "Page", "Text", "render"]
