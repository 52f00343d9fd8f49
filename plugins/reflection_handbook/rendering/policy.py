"""The Content-Security-Policy of a page: nothing runs but what we ship, and the page talks to no other host."""

from __future__ import annotations

import base64
import hashlib
import re

from markupsafe import Markup

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def content_security_policy(scripts: str) -> Markup:
    """Return the policy for a page, as the value of an HTML attribute.

    The theme has a few inline scripts, which differ with a page's depth. Only those get a hash: what a page contains is
    never looked at, so nothing that somebody wrote can earn one. Source: https://www.w3.org/TR/CSP3/

    Args:
        scripts: the HTML of the theme's own scripts, as they stand on the page.
    """
    hashes = sorted({_hash(script) for script in _INLINE.findall(scripts)})
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'none'"],
        "base-uri": ["'none'"],
    }
    return Markup("; ").join(Markup(f"{name} {' '.join(sources)}") for name, sources in rules.items())


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
