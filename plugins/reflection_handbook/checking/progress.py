"""Does it go on, when and with whom? In the pilot it stood still as soon as nobody pushed (report, section 4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.handbook import Team
from ..model.language import listing, say
from ..model.places import Loc, Problem
from .look import Look, TeamRule, retold


def next_step_is_known(team: Team, look: Look) -> Iterator[Problem]:
    """A running round has a next step, with a date and a role."""
    if retold(team):
        return
    for i, round in enumerate(team.portfolio.rounds):
        if not round.running:
            continue
        step = round.next_step
        at: Loc = ("rondes", i, "volgende_stap")
        if step is None:
            if not team.source.lacks(*at):
                yield team.source.warning(
                    ("rondes", i),
                    say("ronde {round} loopt, maar er staat geen volgende stap", round=round.round),
                    say("Spreek af wat er komt, wanneer en wie het doet, en zet dat bij ‘volgende_stap’."),
                )
            continue
        missing = [
            word
            for word, key, value in ((say("geen datum"), "wanneer", step.when), (say("geen rol"), "wie", step.who))
            if value is None and not team.source.lacks(*at, key)
        ]
        if missing:
            yield team.source.warning(
                at,
                say("de volgende stap heeft nog {missing}", missing=listing(missing, "en")),
                say("Mensen willen weten wanneer het verdergaat en bij wie ze moeten zijn."),
            )
        elif step.when and step.when.last < look.today:
            yield team.source.warning(
                (*at, "wanneer"),
                say("de volgende stap stond gepland op {date}; dat is voorbij", date=step.when),
                say("Is het gebeurd? Zet het in de agenda en schrijf op wat er nu komt."),
            )


def contact_is_recent(team: Team, look: Look) -> Iterator[Problem]:
    """A running round has had contact in the last weeks. The report says "frequent"; the number is ours."""
    if retold(team):
        return
    weeks = look.handbook.organisation.thresholds.weeks_without_contact
    for i, round in enumerate(team.portfolio.rounds):
        if not round.running:
            continue
        if round.last_contact is None:
            if not team.source.lacks("rondes", i, "laatste_contact"):
                yield team.source.warning(
                    ("rondes", i),
                    say(
                        "ronde {round} loopt, maar er staat niet wanneer er voor het laatst contact was",
                        round=round.round,
                    ),
                    say("Zet ‘laatste_contact’ erbij. Zonder contact valt een ronde vaak stil."),
                )
        elif (look.today - round.last_contact.last).days > 7 * weeks:
            yield team.source.warning(
                ("rondes", i, "laatste_contact"),
                say(
                    "het laatste contact was {date}: langer dan {weeks} weken geleden",
                    date=round.last_contact,
                    weeks=weeks,
                ),
                say("Bel of bezoek het team. In de pilot viel het stil als niemand een zetje gaf."),
            )


TEAM_RULES: tuple[TeamRule, ...] = (next_step_is_known, contact_is_recent)
