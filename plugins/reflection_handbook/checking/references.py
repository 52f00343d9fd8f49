"""Whatever is named must be there, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.handbook import Practice, Team
from ..model.language import say
from ..model.places import Loc, Problem, Source
from .look import HandbookRule, Look, TeamRule, unknown


def once(source: Source, ids: Iterable[tuple[Loc, str]], hint: str = "") -> Iterator[Problem]:
    """Yield an error for every id that was used before."""
    seen: dict[str, int] = {}
    for loc, id in ids:
        if id in seen:
            yield source.error(
                loc,
                say("‘{id}’ is al gebruikt op regel {line}", id=id, line=seen[id]),
                hint or say("Geef het een eigen korte naam."),
            )
        else:
            seen[id] = source.line(*loc)


def ids_once(team: Team, look: Look) -> Iterator[Problem]:
    """Qualities, working factors, goals, scales and meetings each have an id of their own; rounds a number."""
    portfolio = team.portfolio
    for part, key in (
        ("qualities", "kwaliteiten"),
        ("working_factors", "werkzame_factoren"),
        ("goals", "doelen"),
        ("scales", "schalen"),
    ):
        yield from once(team.source, (((key, i, "id"), item.id) for i, item in enumerate(getattr(portfolio, part))))
    meetings = ((("agenda", i, "id"), m.id) for i, m in enumerate(portfolio.agenda) if m.id)
    yield from once(team.source, meetings)
    rounds = ((("rondes", i, "ronde"), str(r.round)) for i, r in enumerate(portfolio.rounds))
    yield from once(team.source, rounds, say("Nummer de rondes 1, 2, 3."))


def meetings_can_be_told_apart(team: Team, look: Look) -> Iterator[Problem]:
    """Two meetings of one step on one day need an id, or people's calendars take them for the same one."""
    seen: dict[tuple[str, str], int] = {}
    for i, meeting in enumerate(team.portfolio.agenda):
        key = (meeting.step.value if meeting.step else "", str(meeting.date))
        if meeting.id or not meeting.date.exact:
            continue
        if key in seen:
            yield team.source.error(
                ("agenda", i),
                say("op {date} staat al een bijeenkomst van dezelfde stap (regel {line})", date=key[1], line=seen[key]),
                say("Geef beide een eigen ‘id’, zodat agenda’s ze uit elkaar houden."),
            )
        else:
            seen[key] = team.source.line("agenda", i)


def qualities_of_factors(team: Team, look: Look) -> Iterator[Problem]:
    """A working factor rests on qualities of the team."""
    known = team.portfolio.known("qualities")
    for i, factor in enumerate(team.portfolio.working_factors):
        for j, id in enumerate(factor.qualities):
            yield from unknown(team.source, ("werkzame_factoren", i, "kwaliteiten", j), id, known, say("kwaliteit"))


def factors_of_goals(team: Team, look: Look) -> Iterator[Problem]:
    """A goal rests on working factors of the team."""
    known = team.portfolio.known("working_factors")
    for i, goal in enumerate(team.portfolio.goals):
        for j, id in enumerate(goal.working_factors):
            yield from unknown(team.source, ("doelen", i, "werkzame_factoren", j), id, known, say("werkzame factor"))


def transformation_goals_of_goals(team: Team, look: Look) -> Iterator[Problem]:
    """A goal serves transformation goals of the organisation."""
    for i, goal in enumerate(team.portfolio.goals):
        for j, id in enumerate(goal.transformation_goals):
            yield from _transformation_goal(team.source, ("doelen", i, "transformatiedoelen", j), id, look)


def goals_of_the_rest(team: Team, look: Look) -> Iterator[Problem]:
    """Scales, improvements, the choice of goals and a replaced goal name goals of the team."""
    portfolio, known = team.portfolio, team.portfolio.known("goals")
    named: list[tuple[Loc, str | None]] = [
        (("schalen", i, "doel"), scale.goal) for i, scale in enumerate(portfolio.scales)
    ]
    named += [
        (("verbeterpunten", i, "uit"), improvement.from_goal) for i, improvement in enumerate(portfolio.improvements)
    ]
    named += [(("doelen", i, "vervangen_door"), goal.replaced_by) for i, goal in enumerate(portfolio.goals)]
    if portfolio.goal_choice:
        named += [
            (("doelkeuze", "uitslag", i, "doel"), tally.goal) for i, tally in enumerate(portfolio.goal_choice.result)
        ]
    for loc, id in named:
        if id is not None:
            yield from unknown(team.source, loc, id, known, say("doel"))


def scales_of_measurements(team: Team, look: Look) -> Iterator[Problem]:
    """A measurement and a replaced scale name scales of the team."""
    portfolio, known = team.portfolio, team.portfolio.known("scales")
    for i, measurement in enumerate(portfolio.measurements):
        yield from unknown(team.source, ("metingen", i, "schaal"), measurement.scale, known, say("schaal"))
    for i, scale in enumerate(portfolio.scales):
        if scale.replaced_by is not None:
            yield from unknown(team.source, ("schalen", i, "vervangen_door"), scale.replaced_by, known, say("schaal"))


def rounds_of_goals(team: Team, look: Look) -> Iterator[Problem]:
    """The round in which a goal was chosen is one of the team's rounds."""
    known = {str(round.round) for round in team.portfolio.rounds}
    for i, goal in enumerate(team.portfolio.goals):
        if goal.round is not None:
            yield from unknown(team.source, ("doelen", i, "ronde"), str(goal.round), known, say("ronde"))


def practices_of_team(team: Team, look: Look) -> Iterator[Problem]:
    """A team's practice names qualities and working factors of that team."""
    qualities = team.portfolio.known("qualities") | team.source.unreadable
    factors = team.portfolio.known("working_factors") | team.source.unreadable
    for practice in team.practices:
        for i, id in enumerate(practice.card.qualities):
            yield from unknown(practice.source, ("kwaliteiten", i), id, qualities, say("kwaliteit"))
        for i, id in enumerate(practice.card.working_factors):
            yield from unknown(practice.source, ("werkzame_factoren", i), id, factors, say("werkzame factor"))


def transformation_goals_of_practices(look: Look) -> Iterator[Problem]:
    """A practice serves transformation goals of the organisation."""
    for practice in look.handbook.practices:
        for i, id in enumerate(practice.card.transformation_goals):
            yield from _transformation_goal(practice.source, ("transformatiedoelen", i), id, look)


def practice_ids_once(look: Look) -> Iterator[Problem]:
    """No two practices have the same id, whatever their team: it is their address."""
    seen: dict[str, Practice] = {}
    for practice in look.handbook.practices:
        first = seen.setdefault(practice.id, practice)
        if first is not practice:
            yield practice.source.error(
                (),
                say("een best practice met de naam ‘{id}’ is er al: {file}", id=practice.id, file=first.source.file),
                say("Geef het bestand een andere naam."),
            )


def shared_practices_have_an_origin(look: Look) -> Iterator[Problem]:
    """A practice of no one team says itself where it comes from."""
    for practice in look.handbook.shared_practices:
        if practice.card.origin is None and not practice.source.lacks("herkomst"):
            yield practice.source.error((), say("‘herkomst’ ontbreekt"), say("Kies uit: pilot, praktijk of voorbeeld."))


def transformation_goals_once(look: Look) -> Iterator[Problem]:
    """Each transformation goal has an id of its own."""
    goals = look.handbook.organisation.transformation_goals
    ids = ((("transformatiedoelen", i, "id"), goal.id) for i, goal in enumerate(goals))
    yield from once(look.handbook.organisation_source, ids)


def _transformation_goal(source: Source, loc: Loc, id: str, look: Look) -> Iterator[Problem]:
    known = {goal.id for goal in look.handbook.organisation.transformation_goals}
    if known and id not in look.handbook.organisation_source.unreadable:
        yield from unknown(source, loc, id, known, say("transformatiedoel"))


TEAM_RULES: tuple[TeamRule, ...] = (
    ids_once,
    meetings_can_be_told_apart,
    qualities_of_factors,
    factors_of_goals,
    transformation_goals_of_goals,
    goals_of_the_rest,
    scales_of_measurements,
    rounds_of_goals,
    practices_of_team,
)

HANDBOOK_RULES: tuple[HandbookRule, ...] = (
    transformation_goals_of_practices,
    practice_ids_once,
    shared_practices_have_an_origin,
    transformation_goals_once,
)
