"""Counts and scores that cannot be, and scores that may not be here at all."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.handbook import Team
from ..model.language import say
from ..model.places import Loc, Problem
from .look import Look, TeamRule


def more_scores_than_invited(team: Team, look: Look) -> Iterator[Problem]:
    """Nobody can fill in a scale who was not invited."""
    for i, measurement in enumerate(team.portfolio.measurements):
        if measurement.invited is not None and len(measurement.scores) > measurement.invited:
            yield team.source.error(
                ("metingen", i, "scores"),
                say(
                    "er zijn {count} cijfers, maar {invited} uitgenodigd",
                    count=len(measurement.scores),
                    invited=measurement.invited,
                ),
                say("Staat er een cijfer te veel, of klopt het aantal uitgenodigden niet?"),
            )


def parts_larger_than_the_whole(team: Team, look: Look) -> Iterator[Problem]:
    """A part of a group cannot be larger than the group. A group interview is one talk with many."""
    for i, round in enumerate(team.portfolio.rounds):
        interviews, evaluation = round.steps.interviews, round.interview_evaluation
        at: Loc = ("rondes", i, "stappen", "interviews")
        letters = interviews.letters
        if interviews.form != "groep":
            for loc, part, whole, message in (
                (
                    (*at, "gehouden"),
                    interviews.held,
                    interviews.invited,
                    say("er zijn meer gesprekken gehouden dan mensen uitgenodigd"),
                ),
                (
                    (*at, "brieven", "verstuurd"),
                    letters.sent if letters else None,
                    interviews.held,
                    say("er zijn meer brieven verstuurd dan gesprekken gehouden"),
                ),
                (
                    ("rondes", i, "evaluatie_interviews", "ingevuld"),
                    evaluation.completed if evaluation else None,
                    interviews.held,
                    say("er zijn meer formulieren ingevuld dan gesprekken gehouden"),
                ),
            ):
                hint = say("Kijk beide aantallen na. Waren het gesprekken met een groep? Zet dan ‘vorm: groep’ erbij.")
                yield from _larger(team, loc, part, whole, message, hint)
        if letters:
            message = say("er zijn meer brieven goedgekeurd dan verstuurd")
            yield from _larger(team, (*at, "brieven", "goedgekeurd"), letters.approved, letters.sent, message)
        if endorsement := round.endorsement:
            for key, value in (
                ("meer_opgeleverd_dan_gekost", endorsement.gained_more),
                ("doorgaan", endorsement.go_on),
                ("gun_andere_teams", endorsement.grant_other_teams),
            ):
                message = say("bij de bekrachtiging zeiden meer mensen ja dan er deelnemers waren")
                yield from _larger(team, ("rondes", i, "bekrachtiging", key), value, endorsement.participants, message)


def _larger(
    team: Team, loc: Loc, part: int | None, whole: int | None, message: str, hint: str = ""
) -> Iterator[Problem]:
    if part is not None and whole is not None and part > whole:
        yield team.source.error(
            loc,
            say("{message} ({part} van {whole})", message=message, part=part, whole=whole),
            hint or say("Kijk beide aantallen na."),
        )


def more_people_than_members(team: Team, look: Look) -> Iterator[Problem]:
    """More people than the team has is worth a look, no more than that: a leader or a student may have taken part."""
    portfolio = team.portfolio
    counts: list[tuple[Loc, int | None, str]] = [
        (
            ("rondes", i, "bekrachtiging", "deelnemers"),
            round.endorsement.participants,
            say("aan de bekrachtiging deden meer mensen mee dan het team leden heeft"),
        )
        for i, round in enumerate(portfolio.rounds)
        if round.endorsement
    ]
    if portfolio.goal_choice:
        message = say("bij de keuze van doelen stemden meer mensen dan het team leden heeft")
        counts.append((("doelkeuze", "stemmers"), portfolio.goal_choice.voters, message))
    for loc, count, message in counts:
        if count is not None and portfolio.members is not None and count > portfolio.members:
            yield team.source.warning(
                loc,
                say("{message} ({part} van {whole})", message=message, part=count, whole=portfolio.members),
                say("Dat kan, als bijvoorbeeld de teamleider of een stagiair meedeed. Kijk anders de aantallen na."),
            )


def averages_on_the_scale(team: Team, look: Look) -> Iterator[Problem]:
    """The averages of the evaluation forms lie from 1 to 10."""
    for i, round in enumerate(team.portfolio.rounds):
        if evaluation := round.interview_evaluation:
            for key, value in (
                ("leuk", evaluation.enjoyable),
                ("energie", evaluation.energy),
                ("reflectie", evaluation.reflection),
                ("inzicht_in_doelen", evaluation.insight),
            ):
                if value is not None and not 1 <= value <= 10:
                    yield team.source.error(
                        ("rondes", i, "evaluatie_interviews", key),
                        say("een gemiddelde van {value} kan niet op een schaal van 1 tot 10", value=value),
                        say("Kijk het getal na."),
                    )


def no_scores_of_clients(team: Team, look: Look) -> Iterator[Problem]:
    """What clients or parents fill in is never stored as a score. Source: DESIGN, publication rule 5."""
    scales = {scale.id: scale for scale in team.portfolio.scales}
    for i, measurement in enumerate(team.portfolio.measurements):
        scale = scales.get(measurement.scale)
        if scale and measurement.scores and not scale.keeps_scores:
            yield team.source.error(
                ("metingen", i, "scores"),
                say("cijfers van cliënten of ouders, en van de ORS en SRS, horen hier niet te staan"),
                say("Haal ‘scores’ weg en schrijf bij ‘gesprek’ wat het gesprek opleverde."),
            )


TEAM_RULES: tuple[TeamRule, ...] = (
    more_scores_than_invited,
    parts_larger_than_the_whole,
    more_people_than_members,
    averages_on_the_scale,
    no_scores_of_clients,
)
