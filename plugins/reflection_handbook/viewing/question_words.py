"""What the question bank calls its techniques, the people one asks, and what a question is for."""

from __future__ import annotations

from ..model.language import say
from ..model.questions import Aim, Technique

LEVELS = {
    "individueel": "met één persoon",
    "client-werker": "tussen cliënt en professional",
    "team": "met het team",
    "leiding": "met de teamleider",
}
TECHNIQUES = {
    Technique.APPRECIATIVE: ("Waarderend", "Vraag naar wat goed gaat, en waar iemand trots op is."),
    Technique.SOLUTION_FOCUSED: ("Oplossingsgericht", "Vraag naar wat werkt, en naar de volgende kleine stap."),
    Technique.EXCEPTION: ("Uitzondering", "Zoek het moment waarop het wél lukte."),
    Technique.COMPLIMENT: ("Compliment", "Zeg wat je goed vindt, of laat een ander dat zeggen."),
    Technique.MOTIVATIONAL: ("Motiverend", "Vraag waarom iemand iets wil, en luister zonder te duwen."),
    Technique.MIRACLE: ("Wondervraag", "Stel je voor dat het gelukt is. Waaraan merk je dat?"),
    Technique.ENDORSEMENT: ("Bekrachtiging", "Vraag of het team verder wil, vóór je verdergaat."),
    Technique.ELABORATION: ("Elaboratie", "Verken samen wat een doel betekent."),
    Technique.SCALING: ("Schaalvraag", "Geef een cijfer van 1 tot 10, om erover te praten."),
    Technique.MONITORING: ("Monitoring", "Praat over wat er sinds de vorige keer veranderde."),
    Technique.CLOSING: ("Afsluiting", "Rond het gesprek rustig af, en spreek af wat er komt."),
}

AIMS = {
    Aim.OPEN: "Het gesprek openen",
    Aim.QUALITY: "Kwaliteit vinden",
    Aim.DEEPEN: "Verdiepen",
    Aim.GOAL: "Een doel kiezen",
    Aim.AHEAD: "Vooruitkijken",
    Aim.MEASURE: "Meten en erover praten",
    Aim.AGREE: "Iets afspreken",
    Aim.CLOSE: "Afsluiten",
}


def technique_word(technique: Technique) -> str:
    """Return the name of a way of asking."""
    return say(TECHNIQUES[technique][0])


def level_word(level: str) -> str:
    """Return with whom a question is asked, in words."""
    return say(LEVELS[level])
