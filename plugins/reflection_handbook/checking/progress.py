"""Does it go on, when and with whom? In the pilot it stood still as soon as nobody pushed (report, section 4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.handbook import Team
from ..model.language import listing, say
from ..model.signals import SignalKind
from ..model.steps import StepId, StepStatus
from .found import Found, found, page_of, running, weeks
from .look import Look

_KEEP_GOING = "invoeren/#gaande-houden"
_LEADERS_PART = "invoeren/#teamleider"

_LEADER = re.compile(
    r"(?<![\w-])(?:(?:team|groeps?|unit|afdelings?|cluster)-?)?(?:leid(?:er|ster)s?|managers?)\b"
    r"|(?<![\w-])(?:team|groeps?|unit|afdelings?|cluster)-?(?:leiding|hoofd)\b|(?<![\w-])leidinggevenden?\b",
    re.IGNORECASE,
)
"""The role of whoever leads the team; a ``gespreksleider`` or ``projectmanager`` leads something else."""


def contact(team: Team, look: Look) -> Iterator[Found]:
    """A running round has had contact in the last weeks (section 4.2, third point; 3.5 says "frequent")."""
    most = look.handbook.organisation.thresholds.weeks_without_contact
    for i, round in running(team):
        last = round.last_contact
        if last is None and not team.source.lacks("rondes", i, "laatste_contact"):
            yield found(
                SignalKind.CONTACT,
                ("rondes", i),
                say(
                    "Ronde {round} loopt, maar er staat niet wanneer er voor het laatst contact was.",
                    round=round.round,
                ),
                say("Zoek elkaar even op, en schrijf op wanneer dat was. Zonder contact valt een ronde vaak stil."),
                _KEEP_GOING,
            )
        elif last and (look.today - last.last).days > 7 * most:
            yield found(
                SignalKind.CONTACT,
                ("rondes", i, "laatste_contact"),
                say("Het laatste contact dat hier staat, is langer dan {weeks} geleden.", weeks=weeks(most)),
                say("Bel elkaar of kom langs. In de pilot viel het stil als niemand een zetje gaf."),
                _KEEP_GOING,
            )


def overdue(team: Team, look: Look) -> Iterator[Found]:
    """The day of a running round's next step is not past (section 4.2, first point)."""
    for i, round in running(team):
        step = round.next_step
        if step and step.when and step.when.last < look.today:
            yield found(
                SignalKind.OVERDUE,
                ("rondes", i, "volgende_stap", "wanneer"),
                say("De datum van de volgende stap is voorbij."),
                say("Is het gebeurd? Schrijf op wat er nu komt. Kwam het er niet van? Spreek samen een nieuwe dag af."),
                page_of(step.step),
            )


def next_step(team: Team, look: Look) -> Iterator[Found]:
    """A running round has a next step, with a date and a role (section 4.2, first point)."""
    for i, round in running(team):
        step, at = round.next_step, ("rondes", i, "volgende_stap")
        if step is None:
            if not team.source.lacks(*at):
                yield found(
                    SignalKind.NEXT_STEP,
                    ("rondes", i),
                    say("Ronde {round} loopt, maar er staat geen volgende stap.", round=round.round),
                    say("Spreek samen af wat er komt, wanneer dat is en wie het oppakt."),
                    _KEEP_GOING,
                )
            continue
        parts = ((say("wanneer die is"), "wanneer", step.when), (say("wie die oppakt"), "wie", step.who))
        missing = [word for word, key, value in parts if value is None and not team.source.lacks(*at, key)]
        if missing:
            yield found(
                SignalKind.NEXT_STEP,
                at,
                say("Bij de volgende stap staat nog niet {missing}.", missing=listing(missing, "en")),
                say("Mensen willen weten wanneer het verdergaat en bij wie ze moeten zijn."),
                _KEEP_GOING,
            )


def leader(team: Team, look: Look) -> Iterator[Found]:
    """The team's leader takes part in more than the first step (section 3.4; section 4.2, fourth point).

    Where no leader is written down, nobody knows; then there is nothing to say.
    """
    leaders = [
        (i, person)
        for i, person in enumerate(team.portfolio.people)
        if not person.external and _LEADER.search(person.role)
    ]
    known = not team.source.lacks("betrokkenen") and not any(
        team.source.lacks("betrokkenen", i, "betrokken_bij") for i, _ in leaders
    )
    later = any(
        record.status.begun and step is not StepId.ENGAGEMENT
        for _, round in running(team)
        for step, record in round.steps.items()
    )
    if leaders and known and later and all(set(who.involved_in) <= {StepId.ENGAGEMENT} for _, who in leaders):
        yield found(
            SignalKind.LEADER,
            ("betrokkenen", leaders[0][0], "betrokken_bij"),
            say("Er staat niet dat de teamleider na stap 1 nog meedeed."),
            say("Vraag de teamleider ook bij de stappen daarna. Die helpt om richting te houden en verder te komen."),
            _LEADERS_PART,
        )


def long_choice(team: Team, look: Look) -> Iterator[Found]:
    """Choosing a goal and making a scale of it does not go on for long; in one team it did (section 3.4)."""
    most = look.handbook.organisation.thresholds.weeks_in_choice
    begin_small = {
        StepId.FACTORS: say("Kies één doel om mee te beginnen. Een ander doel mag later."),
        StepId.CHOICE: say("Begin klein, met één schaal. Bijstellen mag later."),
    }
    for i, round in running(team):
        records = dict(round.steps.items())
        for step, advice in begin_small.items():
            start = records[step].start if records[step].status is StepStatus.RUNNING else None
            if start and (look.today - start.last).days > 7 * most:
                yield found(
                    SignalKind.LONG_CHOICE,
                    ("rondes", i, "stappen", step.value, "van"),
                    say("Stap {number} duurt al langer dan {weeks}.", number=step.number, weeks=weeks(most)),
                    advice,
                    page_of(step),
                )
                break  # the steps go together: once a round is enough
