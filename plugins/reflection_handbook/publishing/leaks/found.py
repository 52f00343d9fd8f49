"""What the scan hands from hand to hand: a hit, and the place in the sources that it came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a source."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that must not be published. What it is, is never shown: that would be the leak itself."""

    what: str
    """What it looks like, as a Dutch sentence."""
    hint: str
    """What to do about it."""
    value: str
    """The thing itself, in one spelling, to know it again; never printed."""
    place: Place | None = None
    """Where it comes from, when that is known at once."""
    elsewhere: bool = True
    """Whether it may also stand in another place of the sources, and a person is better told of that one."""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same hit in another file."""
        return self.what, self.value
