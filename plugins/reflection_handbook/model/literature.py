"""The literature: works as CSL-JSON has them, with what the handbook itself wants to know of each.

The keys are those of the format, so that a file can come from a reference manager; only what stands under ``custom``,
which the format leaves to its users, is ours and Dutch.
Source: https://github.com/citation-style-language/schema, ``csl-data.json``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from .base import Id, Model, Text, Whole

LITERATURE_FOLDER = "literatuur"
"""The folder of ``docs/`` with the files of works."""
LITERATURE_ENDING = ".json"

_CAPITALS = {"doi": "DOI", "url": "URL", "isbn": "ISBN", "issn": "ISSN"}


def csl_key(field: str) -> str:
    """Return the key of CSL-JSON under which a field stands: ``container-title``, ``DOI``."""
    return _CAPITALS.get(field, field.replace("_", "-"))


class Csl(BaseModel):
    """A frozen part of CSL-JSON, under the format's own keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=csl_key,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )


class Name(Csl):
    """Een maker: een mens met een familienaam, of een organisatie."""

    family: Text | None = None
    """De familienaam."""
    given: Text | None = None
    """De voornaam of voorletters."""
    literal: Text | None = None
    """De hele naam van een organisatie, of ‘et al.’ als de anderen niet bekend zijn."""
    dropping_particle: Text | None = None
    """Een voorvoegsel dat in de tekst wegvalt."""
    non_dropping_particle: Text | None = None
    """Een voorvoegsel dat blijft staan, zoals ‘Van den’."""
    suffix: Text | None = None
    """Wat achter de naam staat, zoals ‘jr.’."""


class Issued(Csl):
    """Een datum."""

    date_parts: Annotated[
        tuple[Annotated[tuple[Whole, ...], Field(min_length=1, max_length=3)], ...], Field(min_length=1, max_length=1)
    ]
    """Jaar, maand en dag, zo ver als bekend: [[2013, 2]]."""


class Ours(Model):
    """Wat dit handboek zelf bij een werk vastlegt."""

    group: Text
    """Onder welk kopje van de literatuurlijst het werk staat."""
    via: Id | None = None
    """De sleutel van het werk waaruit het rapport dit werk aanhaalt."""
    added: Text | None = None
    """Welke gegevens wij zelf hebben toegevoegd."""


class Reference(Csl):
    """Een werk."""

    id: Id
    """De sleutel waarmee teksten het werk aanhalen."""
    type: Literal[
        "article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "document",
        "entry-encyclopedia", "manuscript", "motion_picture", "paper-conference", "periodical", "post-weblog", "report",
        "speech", "thesis", "webpage",
    ]  # fmt: skip
    """Wat voor werk het is."""
    title: Text | None = None
    """De titel."""
    author: tuple[Name, ...] = ()
    """De makers."""
    editor: tuple[Name, ...] = ()
    """De redactie van het boek waar het in staat."""
    issued: Issued | None = None
    """Wanneer het verscheen."""
    accessed: Issued | None = None
    """Wanneer het geraadpleegd is."""
    container_title: Text | None = None
    """Het tijdschrift of boek waar het in staat."""
    collection_title: Text | None = None
    """De reeks."""
    publisher: Text | None = None
    """De uitgever."""
    publisher_place: Text | None = None
    """De plaats van de uitgever."""
    volume: Text | None = None
    """De jaargang of het deel."""
    issue: Text | None = None
    """Het nummer van een tijdschrift."""
    page: Text | None = None
    """De bladzijden."""
    edition: Text | None = None
    """De druk."""
    genre: Text | None = None
    """De soort, zoals ‘proefschrift’."""
    number: Text | None = None
    """Het nummer van een rapport."""
    doi: Text | None = None
    """De DOI, zonder https://doi.org/."""
    url: Text | None = None
    """Het adres op het web."""
    isbn: Text | None = None
    """Het ISBN."""
    issn: Text | None = None
    """Het ISSN."""
    language: Text | None = None
    """De taal, zoals nl-NL."""
    note: Text | None = None
    """Waarvoor het gebruikt is."""
    custom: Ours
    """Wat dit handboek zelf bij het werk vastlegt."""

    @property
    def year(self) -> int | None:
        """The year in which it came out, if that is known."""
        return self.issued.date_parts[0][0] if self.issued else None


class ReferenceFile(Csl):
    """Een bestand met werken, zoals een bibliotheekprogramma dat als CSL-JSON uitvoert."""

    works: tuple[Reference, ...]
    """De werken."""
