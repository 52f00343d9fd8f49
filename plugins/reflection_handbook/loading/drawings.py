"""Drawings in SVG: a drawing only draws. One that can do more is refused, with the line."""

from __future__ import annotations

import re
from xml.parsers import expat

from ..model.language import say
from .active import SVG, attribute_faults, bare
from .refusal import RefusalError

SPACE = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_LOADS = re.compile(r"@import|@font-face|url\((?![\"']?#)|image-set|src\(|expression\(|binding|behavior|javascript:")
_MAX_DEPTH = 200


def check_drawing(text: str) -> None:
    """Look at a drawing with a parser that opens nothing else, and takes no entities.

    Source: https://www.w3.org/TR/SVG2/conform.html, "secure static mode", which browsers use for pictures; a reader can
    open the file by itself as well, and then all of it counts.

    Raises:
        RefusalError: when it is no drawing, or holds more than a drawing needs.
    """
    parser = expat.ParserCreate(encoding="utf-8", namespace_separator="\n")
    look = _Look(parser)
    parser.StartDoctypeDeclHandler = look.doctype
    parser.EntityDeclHandler = look.doctype
    parser.XmlDeclHandler = look.declaration
    parser.ProcessingInstructionHandler = look.instruction
    parser.StartElementHandler = look.start
    parser.EndElementHandler = look.end
    parser.CharacterDataHandler = look.text
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise RefusalError(
            say("deze tekening kan niet gelezen worden"),
            say("Open haar in een tekenprogramma en bewaar haar opnieuw als SVG."),
            error.lineno,
        ) from None


class _Look:
    """What the parser tells, in the order of the file."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        self._open: list[str] = []
        self._style = ""

    def doctype(self, *_: object) -> None:
        raise self._refusal(say("boven deze tekening staat een DOCTYPE; die kan andere bestanden ophalen"))

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if (encoding or "utf-8").lower() not in ("utf-8", "utf8", "us-ascii"):
            raise self._refusal(say("deze tekening is niet in UTF-8 opgeslagen"))

    def instruction(self, target: str, data: str) -> None:
        raise self._refusal(say("deze tekening verwijst naar een ander bestand voor haar opmaak"))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition("\n")
        tag = tag.lower()
        if not self._open and (space, tag) != (SPACE, "svg"):
            raise self._refusal(say("dit bestand heet een tekening, maar is het niet"))
        if tag == "metadata" or (space != SPACE and len(self._open) == 1):
            raise self._refusal(say("in deze tekening staan gegevens over de maker of het tekenprogramma"))
        if space != SPACE or tag not in SVG | {"style", "a"}:
            raise self._refusal(say("in deze tekening staat iets dat meer doet dan tekenen"))
        if len(self._open) >= _MAX_DEPTH:
            raise self._refusal(say("deze tekening is te ingewikkeld"))
        self._open.append(tag)
        for full, value in attributes.items():
            self._attribute(tag, full, value)

    def end(self, name: str) -> None:
        if self._open.pop() == "style":
            self._css(self._style)
            self._style = ""

    def text(self, data: str) -> None:
        if self._open and self._open[-1] == "style":
            self._style += data

    def _attribute(self, tag: str, full: str, value: str) -> None:
        space, _, name = full.rpartition("\n")
        if space not in ("", _XLINK, _XML) or (space == _XML and name == "base"):
            raise self._refusal(say("in deze tekening staan gegevens over de maker of het tekenprogramma"))
        if name == "style":
            self._css(value)
        elif name == "href" and tag != "a" and not value.startswith("#"):
            raise self._refusal(say("deze tekening haalt iets op uit een ander bestand"))
        elif any(attribute_faults(tag, name.lower(), value)):
            raise self._refusal(say("in deze tekening staat iets dat meer doet dan tekenen"))

    def _css(self, text: str) -> None:
        if "\\" in text or _LOADS.search(bare(text)):
            raise self._refusal(say("de opmaak in deze tekening haalt iets op uit een ander bestand"))

    def _refusal(self, message: str) -> RefusalError:
        hint = say("Bewaar haar als gewone SVG voor het web (in Inkscape: ‘Geoptimaliseerde SVG’), of als PNG.")
        return RefusalError(message, hint, self._parser.CurrentLineNumber)
