"""The Content-Security-Policy: nothing runs but what we ship, and a page talks to no other host."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class Policies:
    """States the policy of each page, and then that of the whole site."""

    def __init__(self) -> None:
        self._hashes: set[str] = set()

    def of_page(self, scripts: str) -> Markup:
        """Return the policy for a page, as the value of an HTML attribute.

        The theme has a few inline scripts, which differ with a page's depth. Only those get a hash: what a page
        contains is never looked at, so nothing that somebody wrote can earn one. Source: https://www.w3.org/TR/CSP3/

        Args:
            scripts: the HTML of the theme's own scripts, as they stand on the page.
        """
        hashes = {_hash(script) for script in _INLINE.findall(scripts)}
        self._hashes |= hashes
        return Markup(_policy(hashes))  # words of our own and base64

    def of_site(self) -> str:
        """Return one policy for all pages that were stated so far, as a server sends it.

        Only a header can say who may put a page into a frame: nobody.
        """
        return f"{_policy(self._hashes)}; frame-ancestors 'none'"


def policy_of_file() -> str:
    """Return the policy for a page of our own outside the theme, which has no inline scripts.

    It works from a memory stick too: for a page in a file, browsers differ over what ``'self'`` is. Source:
    https://github.com/w3c/webappsec-csp/issues/459. No browser lets a page from a server have a file.
    """
    rules = {
        "default-src": ["'none'"],
        **{key: ["'self'", "file:"] for key in ("script-src", "style-src", "img-src", "font-src")},
        "form-action": ["'none'"],
        "base-uri": ["'none'"],
    }
    return _joined(rules)


def _policy(hashes: Iterable[str]) -> str:
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *sorted(hashes)],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'none'"],
        "base-uri": ["'none'"],
    }
    return _joined(rules)


def _joined(rules: Mapping[str, Iterable[str]]) -> str:
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
