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
    """A part of a group cannot be larger than the group."""
    for i, round in enumerate(team.portfolio.rounds):
        interviews = round.steps.interviews
        at: Loc = ("rondes", i, "stappen", "interviews")
        letters = interviews.letters
        pairs: list[tuple[Loc, int | None, int | None, str]] = []
        if interviews.form != "groep":
            pairs.append(
                (
                    (*at, "gehouden"),
                    interviews.held,
                    interviews.invited,
                    say("er zijn meer gesprekken gehouden dan mensen uitgenodigd"),
                )
            )
        if letters:
            pairs.append(
                (
                    (*at, "brieven", "goedgekeurd"),
                    letters.approved,
                    letters.sent,
                    say("er zijn meer brieven goedgekeurd dan verstuurd"),
                )
            )
        if endorsement := round.endorsement:
            for key, value in (
                ("meer_opgeleverd_dan_gekost", endorsement.gained_more),
                ("doorgaan", endorsement.go_on),
                ("gun_andere_teams", endorsement.grant_other_teams),
            ):
                message = say("bij de bekrachtiging zeiden meer mensen ja dan er deelnemers waren")
                pairs.append((("rondes", i, "bekrachtiging", key), value, endorsement.participants, message))
        for loc, part, whole, message in pairs:
            if part is not None and whole is not None and part > whole:
                yield team.source.error(
                    loc,
                    say("{message} ({part} van {whole})", message=message, part=part, whole=whole),
                    say("Kijk beide aantallen na."),
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
    averages_on_the_scale,
    no_scores_of_clients,
)
