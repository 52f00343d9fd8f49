"""What is active in HTML: what runs, what sends or fetches something, what changes the page around it.

One judgement for every look at a page: at its source in ``checking``, and at what the engine made of it in ``writing``.
It is an allow-list of elements, since nobody can list all that a browser may come to do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from html import unescape
from secrets import token_hex
from typing import Any
from urllib.parse import unquote, urlsplit

from justhtml import JustHTML

from ..model.language import say

HTML = frozenset(
    """
    a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn
    div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label li main mark nav
    ol p picture pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead
    time tr tt u ul var wbr
    """.split()
)
SVG = frozenset(
    """
    svg g path circle ellipse line polyline polygon rect text tspan textpath title desc defs symbol use lineargradient
    radialgradient stop clippath mask pattern marker switch filter feblend fecolormatrix fecomponenttransfer fecomposite
    feconvolvematrix fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb fefuncg
    fefuncr fegaussianblur femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile
    feturbulence
    """.split()
)
"""Elements of a drawing that only draw, in lower case."""

_RUNS = "script applet object embed portal noscript template slot foreignobject"
_FRAMES = "iframe frame frameset noframes fencedframe"
_FORMS = "form input button select textarea option optgroup fieldset legend datalist output keygen isindex dialog"
_CHANGES = (
    "style link base meta html head body xmp plaintext listing noembed animate animatemotion animatetransform set"
)
_MEDIA = "video audio source track image feimage bgsound marquee blink"

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Where a link may lead, besides to the handbook itself."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):")
_EVENT = re.compile(r"on[a-z]+")
_ACTIVE_ATTRIBUTE = re.compile(r"srcdoc|formaction|action|ping|background|attributename|data-md-.*|data-clipboard.*")
"""Attributes that send, fetch or load, and those by which the theme's own scripts know the parts they work on."""
_ADDRESSES = frozenset({"href", "xlink:href", "src", "poster", "data", "lowsrc", "dynsrc", "longdesc", "manifest"})
_PAINT = frozenset(
    {"fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker-start", "marker-mid", "marker-end"}
)
_ELSEWHERE_IN_PAINT = re.compile(r"url\((?![\"']?#)")
_IGNORED = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Fault:
    """Something active."""

    message: str
    hint: str
    signs: tuple[str, ...]
    """Texts by which it may be found in the source, the surest first."""


def html_faults(html: str) -> Iterator[Fault]:
    """Yield what is active in a part of a page, as a browser reads it (https://html.spec.whatwg.org/#parsing).

    Something that is not closed, such as a quote or a comment, is a fault too: the rest of the page would become part
    of it, and what is harmless here could come alive there.
    """
    end = token_hex(8)  # nobody can have written that beforehand
    # As a whole page: in a part of one, a second ‘<body onload=…>’ would be passed over.
    nodes: list[Any] = [JustHTML(f'<!doctype html><body><article>{html}<i id="{end}"></i>', sanitize=False).root]
    closed = False
    while nodes:
        node = nodes.pop()
        nodes += reversed(node.children or [])
        if node.name.startswith(("#", "!")):
            continue  # text, comments
        attributes = {name.lower(): value or "" for name, value in node.attrs.items()}
        if node.name in ("html", "head", "body") and not attributes:
            continue
        closed = closed or (node.name == "i" and attributes == {"id": end})
        known = {"html": HTML, "svg": SVG | {"a"}}.get(node.namespace or "", frozenset[str]())
        yield from element_faults(node.name.lower(), attributes, known)
    if not closed:
        message = say("op deze bladzijde is iets niet afgesloten; de rest van de bladzijde hoort er dan bij")
        yield Fault(message, say("Sluit HTML af, met ‘>’, met een aanhalingsteken of met ‘-->’."), ())


def element_faults(tag: str, attributes: Mapping[str, str], known: Set[str] = HTML | SVG) -> Iterator[Fault]:
    """Yield what is active in one element.

    Args:
        tag: its name, in lower case.
        attributes: its attributes, with names in lower case.
        known: the elements that may stand where it stands.
    """
    harmless_input = tag == "input" and attributes.get("type", "").lower() in ("checkbox", "radio")
    if tag not in known or (tag == "input" and not harmless_input):
        yield _refused(tag)
        return
    words = attributes.get("title", ""), attributes.get("alt", "")  # what an engine made, may bear what was written
    for name, value in attributes.items():
        for fault in attribute_faults(tag, name, value):
            yield replace(fault, signs=(*fault.signs, *words))


def attribute_faults(tag: str, name: str, value: str) -> Iterator[Fault]:
    """Yield what is active in one attribute; for an attribute of nobody knows what, ``tag`` is empty."""
    signs = (value, f"{name}=")
    if _EVENT.fullmatch(name) or _ACTIVE_ATTRIBUTE.fullmatch(name):
        hint = say("Haal dit attribuut weg. Tekst erover zet je tussen backticks.")
        yield Fault(say("dit attribuut laat iets gebeuren; op een bladzijde gebeurt niets vanzelf"), hint, signs)
    elif name == "style":
        hint = say("Gebruik een class. In een tabel: zet ‘use_align_attribute’ aan in mkdocs.yml.")
        yield Fault(say("opmaak met ‘style’ hoort niet op een bladzijde"), hint, signs)
    elif name == "srcset":
        for candidate in value.split(","):
            yield from picture_faults(candidate, signs)
    elif name == "cite" or (name in _ADDRESSES and tag in ("a", "")):
        yield from link_faults(value, signs)
    elif name in _ADDRESSES:
        yield from picture_faults(value, signs)
    elif name in _PAINT and _ELSEWHERE_IN_PAINT.search(bare(value)):
        yield _from_elsewhere(signs)


def link_faults(url: str, signs: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Yield a fault when a link leads to something other than a page, a mail address or a telephone."""
    try:
        urlsplit(url.strip())
    except ValueError:
        yield Fault(say("dit is geen adres dat een browser kan lezen"), say("Kijk het adres na."), signs or (url,))
    found = _SCHEME.match(bare(url))
    if found and found[1] not in SCHEMES:
        yield Fault(
            say("deze link leidt niet naar een bladzijde; een link kan hier geen programma of gegevens starten"),
            say("Een link begint met https, http, mailto of tel, of is een adres in het handboek."),
            signs or (url,),
        )


def picture_faults(url: str, signs: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Yield a fault when a picture, or anything else that is fetched with the page, is not the handbook's own."""
    if _SCHEME.match(bare(url)) or bare(url).startswith("//"):
        yield _from_elsewhere(signs or (url,))


def bare(url: str) -> str:
    """Return an address without all by which it can be disguised: entities, escapes, odd signs, capitals, backslashes.

    A browser undoes entities, drops tabs and line ends anywhere and control signs in front; we undo more than any
    browser does. Source: https://url.spec.whatwg.org/#concept-basic-url-parser
    """
    for _ in range(4):  # escapes can be escaped; whoever needs five layers is up to something, but no browser follows
        earlier, url = url, unquote(unescape(url))
        if url == earlier:
            break
    plain = unicodedata.normalize("NFKC", url)
    return "".join(sign for sign in plain if unicodedata.category(sign) not in _IGNORED).casefold().replace("\\", "/")


def line_of(signs: Iterable[str], *texts: str) -> int | None:
    """Return the line, from 1, on which the first of some signs stands that is in one of the texts at all."""
    for text in texts:
        low = text.lower()
        for sign in filter(None, signs):
            if (at := low.find(sign.lower())) >= 0:
                return low.count("\n", 0, at) + 1
    return None


def is_notorious(tag: str) -> bool:
    """Return whether an element is one that people use to make a page do something."""
    return any(tag in tags.split() for tags in (_RUNS, _FRAMES, _FORMS, _CHANGES, _MEDIA))


def _refused(tag: str) -> Fault:
    reasons = {
        _RUNS: say("kan iets uitvoeren"),
        _FRAMES: say("laat iets van elders zien"),
        _FORMS: say("vraagt lezers om gegevens"),
        _CHANGES: say("verandert de rest van de site"),
        _MEDIA: say("beweegt, speelt af of haalt iets op"),
    }
    signs = (f"<{tag}", tag)
    hint = say("Haal het weg. Wil je er alleen over schrijven? Zet het dan tussen backticks.")
    for tags, reason in reasons.items():
        if tag in tags.split():
            return Fault(say("‘<{tag}>’ {reason}; dat mag niet op een bladzijde", tag=tag, reason=reason), hint, signs)
    message = say("hier staat iets tussen ‘<’ en ‘>’ dat het handboek niet kent; een lezer ziet het niet")
    return Fault(message, say("Is het gewone tekst? Zet die dan tussen backticks."), signs)


def _from_elsewhere(signs: tuple[str, ...]) -> Fault:
    return Fault(
        say("dit komt van een andere website; die ziet dan wie dit handboek leest"),
        say("Zet een plaatje zelf in de map ‘docs’, en verwijs daarnaar. Een emoji typ je als teken: 🙂"),
        signs,
    )
