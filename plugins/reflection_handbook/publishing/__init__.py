"""The gate: what a given audience may see. Everything after it works with the smaller handbook that it returns."""

from .gate import publish
from .report import withheld

__all__ = ["publish", "withheld"]
