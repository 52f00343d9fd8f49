"""A new team's folder, with a portfolio that is valid from its first line."""

from __future__ import annotations

from pathlib import Path

from ..model.base import is_id
from ..model.errors import WrongUseError
from ..model.language import say

PORTFOLIO = """\
# Het portfolio van een team. Regels met # zijn uitleg en komen niet op de site.
# Spring in met spaties, nooit met tabs. Kijk het na met: handbook check
naam: {name}
soort: wijkteam                  # wijkteam | specialistisch | anders
herkomst: praktijk

# Zonder instemming van het team verschijnt er niets. Haal de # weg als het team akkoord is.
# publicatie:
#   bereik: organisatie          # team | organisatie | openbaar
#   akkoord_team: {{datum: 2026-03-12, hoe: consensus}}   # consensus | stemming

# De eerste ronde. Haal de # weg als jullie beginnen.
# rondes:
#   - ronde: 1
#     gestart: 2026-03-12
#     stappen:
#       engagement: {{status: bezig, van: 2026-03-12}}
#     laatste_contact: 2026-03-12
#     volgende_stap: {{stap: interviews, wat: Eerste interviews, wanneer: 2026-03-26, wie: gespreksleider}}
"""


def new_team(root: Path, id: str) -> str:
    """Make ``teams/<id>/portfolio.yml`` and return its path from the project's root.

    Raises:
        WrongUseError: when the id cannot be an address, the team is there already, or this is no handbook.
    """
    if not (root / "handbook.yml").is_file():
        raise WrongUseError(say("In deze map staat geen handbook.yml. Ga naar de map van het handboek."))
    if not is_id(id):
        raise WrongUseError(
            say(
                "‘{id}’ kan geen korte naam zijn. Gebruik kleine letters, cijfers en streepjes, zoals ‘wijkteam-west’.",
                id=id,
            )
        )
    path = root / "teams" / id / "portfolio.yml"
    if path.parent.exists():
        raise WrongUseError(say("De map teams/{id} is er al.", id=id))
    path.parent.mkdir(parents=True)
    path.write_text(PORTFOLIO.format(name=id.replace("-", " ").capitalize()), encoding="utf-8", newline="\n")
    return path.relative_to(root).as_posix()
