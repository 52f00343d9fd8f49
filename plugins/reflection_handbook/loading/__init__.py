"""From files to the model, with the file and line of every value."""

from .handbook import Loaded, load

__all__ = ["Loaded", "load"]
