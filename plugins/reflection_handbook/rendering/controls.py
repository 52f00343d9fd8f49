"""Fields and buttons of the tools, as pages may hold them: asleep, until their script wakes them.

No page asks readers for anything (``loading/active.py``), and without its script a field would do nothing. So a
template writes ``<button type="button">`` and the page holds ``<span data-as="button" data-as-type="button">``, which
``assets/kept.js`` turns into the button. It knows no other elements and attributes than these.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_BLOCKS = frozenset({"fieldset", "form"})
_CONTROLS = _BLOCKS | {"button", "input", "label", "legend", "option", "select", "textarea"}
_OWN = frozenset(
    "type min max maxlength rows inputmode pattern value name for checked selected readonly wrap spellcheck "
    "autocomplete autocapitalize".split()
)
_TAG = re.compile(rf'<(/?)({"|".join(sorted(_CONTROLS))})\b((?:[^>"]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r'(\s)([a-z-]+)(?:="([^"]*)")?')


def asleep(html: Markup) -> Markup:
    """Return a tool's HTML with its fields and buttons asleep.

    >>> str(asleep(Markup('<input type="number" checked>')))
    '<span data-as="input" data-as-type="number" data-as-checked=""></span>'
    """
    return Markup(_TAG.sub(_put_to_sleep, html))  # a template's own elements, renamed


def _put_to_sleep(found: re.Match[str]) -> str:
    closing, tag, attributes = found.groups()
    element = "div" if tag in _BLOCKS else "span"
    if closing:
        return f"</{element}>"
    end = "</span>" if tag == "input" else ""
    return f'<{element} data-as="{tag}"{_ATTRIBUTE.sub(_renamed, attributes)}>{end}'


def _renamed(found: re.Match[str]) -> str:
    space, name, value = found.groups()
    return f'{space}data-as-{name}="{value or ""}"' if name in _OWN else found[0]
