"""A QR code as a drawing: what somebody on paper scans to come back to the handbook. Source: ISO/IEC 18004."""

from __future__ import annotations

import segno
from markupsafe import Markup

_QUIET = 4
"""How wide the white edge is that a reader needs, in squares. Source: the same, 6.3.8."""


def qr(address: str, title: str) -> Markup:
    """Return the code of an address as SVG.

    Args:
        address: the whole address, with ``https://``.
        title: what it is, for who does not see it.
    """
    squares = segno.make_qr(address, error="l").matrix  # the least help against dirt that there is: larger squares
    path = "".join(
        f"M{column} {row}h1v1h-1z" for row, line in enumerate(squares) for column, dark in enumerate(line) if dark
    )
    side = len(squares) + 2 * _QUIET
    return Markup('<svg class="hb-qr" viewBox="{} {} {} {}" role="img"><title>{}</title><path d="{}"/></svg>').format(
        -_QUIET, -_QUIET, side, side, title, path
    )
