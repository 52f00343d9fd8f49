"""Why a file beside the pages is refused."""

from __future__ import annotations


class RefusalError(Exception):
    """A file that must not be published; the text is for a person."""

    def __init__(self, message: str, hint: str, line: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.line = message, hint, line
