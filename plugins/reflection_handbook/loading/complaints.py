"""What pydantic finds wrong, said as a colleague would say it."""

from __future__ import annotations

import types
import unicodedata
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ..model.base import MAX_ID
from ..model.language import closest, listing, say
from ..model.places import Loc

_EXPECTED = {
    "string_type": "hier hoort één tekst te staan",
    "tuple_type": "hier hoort een lijst te staan",
    "model_type": "hier hoort een groep sleutels te staan",
    "model_attributes_type": "hier hoort een groep sleutels te staan",
    "enum": "deze waarde kan hier niet",
    "literal_error": "deze waarde kan hier niet",
}


def complaint(error: ErrorDetails, raw: object, model: type[BaseModel]) -> tuple[str, str]:
    """Return the Dutch message and hint for one error.

    Args:
        error: as pydantic gives it, with the Dutch keys in its ``loc``.
        raw: what the file holds at that place: a text, a list, a dictionary, or nothing.
        model: the model that was read.
    """
    loc: Loc = error["loc"]
    key = next((str(part) for part in reversed(loc) if isinstance(part, str)), "")
    text = _shown(raw) if isinstance(raw, str) else _kind(raw)
    match error["type"]:
        case "missing":
            return say("‘{key}’ ontbreekt", key=key), _purpose(model, loc)
        case "extra_forbidden":
            return say("de sleutel ‘{key}’ kent het handboek hier niet", key=key), _likely(key, _keys(model, loc[:-1]))
        case "enum" | "literal_error":
            return say("‘{text}’ kan niet bij ‘{key}’", text=text, key=key), _likely(text, _choices(model, loc))
        case "yes_no":
            return say("‘{text}’ is geen ja of nee", text=text), say("Schrijf ja of nee.")
        case "score":
            return say("‘{text}’ is geen cijfer van 1 tot 10", text=text), say("Een schaal loopt van 1 tot en met 10.")
        case "whole":
            return say("‘{text}’ is geen heel getal", text=text), say(
                "Schrijf een heel getal in cijfers, bijvoorbeeld 7."
            )
        case "negative":
            return say("‘{text}’ is minder dan nul", text=text), say("Een aantal is 0 of meer.")
        case "decimal":
            number = text.replace(" ", "").replace(",", ".", 1)
            hint = say("Schrijf een punt in plaats van een komma: {number}.", number=number)
            decimal = "," in text and number.replace(".", "", 1).isdecimal()
            return say("‘{text}’ is geen getal", text=text), hint if decimal else say("Bijvoorbeeld 7.5.")
        case "floor":
            return say("‘{text}’ is te laag bij ‘{key}’", text=text, key=key), say(
                "Lager dan {least} gaat het handboek niet, want dan is een antwoord te herleiden. Hoger mag.",
                least=error.get("ctx", {}).get("least", ""),
            )
        case "web-address":
            return say("‘{text}’ is geen adres van een site", text=text), say(
                "Schrijf het hele adres, zoals https://handboek.voorbeeld.nl/reflectie/."
            )
        case "share":
            return say("‘{text}’ is meer dan iedereen", text=text), say("Een deel is ten hoogste 1, en 0.6 is 60 %.")
        case "date":
            return say("‘{text}’ is geen datum", text=text), say(
                "Schrijf jaar, maand en dag, zoals 2026-03-12. Alleen 2026-03 of 2026 mag ook."
            )
        case "id":
            return say("‘{text}’ kan geen korte naam zijn", text=text), say(
                "Gebruik kleine letters, cijfers en streepjes, zoals ‘{example}’.",
                example=slug(str(text)) or "samen-sterk",
            )
        case "empty" | "string_too_short" | "too_short":
            return say("‘{key}’ is leeg", key=key), say("Vul iets in, of haal de regel weg.")
        case "one_line":
            return say("‘{key}’ hoort op één regel", key=key), say(
                "Gebruik een langere tekst bij ‘over’ of ‘toelichting’."
            )
        case "string_too_long" | "too_long":
            most = error.get("ctx", {}).get("max_length", 0)
            return say("‘{key}’ is te lang: meer dan {most} tekens", key=key, most=most), say("Maak het korter.")
        case "string_pattern_mismatch":
            return say("‘{key}’ heeft niet de goede vorm", key=key), say(
                "Laat ‘handbook approve’ deze regel schrijven."
            )
        case kind:
            message = _EXPECTED.get(kind, "deze waarde past hier niet")
            return say("‘{key}’: ", key=key) + say(message), say("Er staat nu {found}.", found=_kind(raw))


def slug(text: str) -> str:
    """Return a text as an id: lower-case letters, digits and hyphens, at most as many as an id may have."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    plain = "".join(char if char.isascii() and char.isalnum() else "-" for char in bare.casefold())
    return "-".join(filter(None, plain.split("-")))[:MAX_ID].strip("-")


def _likely(word: str, known: list[str]) -> str:
    if meant := closest(word, known):
        return say("Bedoelde je ‘{word}’?", word=meant)
    return say("Kies uit: {options}.", options=listing(known)) if known else ""


def _shown(raw: str) -> str:
    line = "".join(sign if sign.isprintable() else "�" for sign in " ".join(raw.split()))
    return line if len(line) <= 60 else line[:59] + "…"


def _kind(raw: object) -> str:
    if isinstance(raw, dict):
        return say("een groep sleutels")
    if isinstance(raw, list):
        return say("een lijst")
    return say("één waarde") if raw is not None else say("niets")


def _purpose(model: type[BaseModel], loc: Loc) -> str:
    owner = _model_at(model, loc[:-1])
    field = next((f for f in owner.model_fields.values() if f.alias == loc[-1]), None) if owner else None
    return field.description or "" if field else ""


def _keys(model: type[BaseModel], loc: Loc) -> list[str]:
    owner = _model_at(model, loc)
    return [field.alias or name for name, field in owner.model_fields.items()] if owner else []


def _choices(model: type[BaseModel], loc: Loc) -> list[str]:
    found = _type_at(model, loc)
    return [str(getattr(option, "value", option)) for option in (get_args(found) or list(found or []))]


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    found = _type_at(model, loc)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _type_at(kind: Any, loc: Loc) -> Any:
    """Return the bare type of the field at a place, without ``None`` and annotations."""
    kind = _bare(kind)
    for part in loc:
        if isinstance(part, int):
            kind = _bare(get_args(kind)[0])
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            field = next((f for f in kind.model_fields.values() if f.alias == part), None)
            kind = _bare(field.annotation) if field else None
        else:
            return None
    return kind


def _bare(kind: Any) -> Any:
    while get_origin(kind) in (Annotated, Union, types.UnionType):
        kind = next(option for option in get_args(kind) if option is not type(None))
    return kind
