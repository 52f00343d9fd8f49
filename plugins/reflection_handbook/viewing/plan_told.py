"""What is said of the address of a plan that could not be read whole; here and in the browser in the same words."""

from __future__ import annotations

from ..model.language import say
from ..model.plan_address import MOST_PARTS

_SENTENCES = {
    "broken": "Dit adres is niet te lezen. Begin met een plan dat klaarligt, of vraag het adres opnieuw.",
    "version": "Dit adres is van een andere versie van het handboek. We openden wat we herkennen.",
    "minutes": "De tijd stond niet goed in het adres. We namen een uur.",
    "end": "Het adres is niet heel: er kan aan het eind iets ontbreken.",
    "many": "Het plan was te lang. Wat na onderdeel {most} kwam, is weggelaten.",
    "part": "Onderdeel {number} is niet te lezen en is weggelaten.",
    "gone": "De vraag op plaats {number} bestaat niet meer en is weggelaten.",
    "replaced": "De vraag op plaats {number} is vervangen door een nieuwe.",
    "time": "Bij onderdeel {number} stond de tijd niet goed. We namen 10 minuten.",
}


def sentence(told: str) -> str:
    """Return in words what ``model.plan_address.open_plan`` told, such as ``gone 2``."""
    what, _, number = told.partition(" ")
    return say(_SENTENCES[what], number=number, most=MOST_PARTS)


def sentences_to_fill() -> dict[str, str]:
    """Return all of them for the browser, which puts the number in the place of ``{number}``."""
    return {what: sentence(f"{what} {{number}}") for what in _SENTENCES}
