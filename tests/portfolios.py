"""Arbitrary portfolios that are valid: every key of the format, as a facilitator could have filled them in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from reflection_handbook.model.steps import StepId

WORDS = ["Samen", "Ouders & kind", "é <b>dik</b>", "*sterk*", "7,5", "nee", "[haak]", '‘tussen’ "deze"', "😀"]
WORDS.append("x" * 40)
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
PROSE = st.lists(TEXT, min_size=1, max_size=3).map("\n\n".join) | st.sampled_from(["- een\n- twee", "# Kop\n\nTekst"])
ROLE = st.sampled_from(["gespreksleider", "teamleider", "gedragswetenschapper"])
IDS = ["een", "twee", "drie-vier", "vijf"]
AIMS = ["eigen-kracht", "normaliseren"]
FIRST_DAY = date(2019, 1, 1)


def partial(day: date) -> st.SearchStrategy[str]:
    """Return a day as precisely as it may be known."""
    return st.sampled_from([day.isoformat(), f"{day.year}-{day.month:02}", f"{day.year}"])


def dates(year: int = 2026) -> st.SearchStrategy[str]:
    """Return a date in a year."""
    return st.integers(0, 364).map(lambda days: date(year, 1, 1) + timedelta(days)).flatmap(partial)


def maybe(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return an object with some of these keys."""
    return st.fixed_dictionaries({}, optional=keys)


def some(ids: list[str]) -> st.SearchStrategy[list[str]]:
    """Return a few of these, each once."""
    return st.lists(st.sampled_from(ids), unique=True, max_size=3) if ids else st.just([])


@st.composite
def steps(draw: st.DrawFn, year: int, running: bool) -> dict[str, Any]:
    """Return the steps of a round; each begins in the year of the round or the next, and ends after it began."""
    found: dict[str, Any] = {}
    for step in StepId:
        status = draw(st.sampled_from(["niet-gestart", "gepland", "bezig", "afgerond", "overgeslagen"]))
        record: dict[str, Any] = {"status": status}
        if draw(st.booleans()):
            record["van"] = draw(dates(year))
        if status == "afgerond" and draw(st.booleans()):
            record["tot"] = draw(dates(year + 1))
        record |= draw(maybe(toelichting=PROSE))
        record |= draw(_details(step))
        found[step.value] = record
    return found


def _details(step: StepId) -> st.SearchStrategy[dict[str, Any]]:
    match step:
        case StepId.ENGAGEMENT:
            return maybe(besluit=st.sampled_from(["samen", "team", "teamleider", "leiding"]))
        case StepId.INTERVIEWS:
            return _interviews()
        case StepId.FACTORS:
            judged = st.sampled_from(["ja", "nee"])
            return maybe(inventaris=maybe(herkenbaar=judged, volledig=judged))
        case StepId.MONITORING:
            return maybe(vorm=st.sampled_from(["team", "kopgroep"]))
        case _:
            return st.just({})


@st.composite
def _interviews(draw: st.DrawFn) -> dict[str, Any]:
    invited = draw(st.integers(0, 15))
    held = draw(st.integers(0, invited))
    sent = draw(st.integers(0, held))
    letters = {"verstuurd": sent, "goedgekeurd": draw(st.integers(0, sent))}
    return draw(
        st.sampled_from(
            [
                {},
                {"vorm": "groep"},
                {"vorm": "individueel", "uitgenodigd": invited, "gehouden": held},
                {"uitgenodigd": invited, "gehouden": held, "brieven": letters},
            ]
        )
    )


@st.composite
def rounds(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Return up to three rounds, some years apart."""
    found = []
    for number in range(1, draw(st.integers(0, 3)) + 1):
        year = FIRST_DAY.year + 2 * number
        answered = draw(st.integers(0, 12))
        count = st.integers(0, answered)
        average = st.floats(1, 10).map(lambda value: round(value, 1))
        held: dict[str, Any] = draw(
            maybe(
                gestart=st.just(f"{year}-01-01"),
                bekrachtiging=st.fixed_dictionaries(
                    {"deelnemers": st.just(answered)},
                    optional={
                        "datum": dates(year),
                        "meer_opgeleverd_dan_gekost": count,
                        "doorgaan": count,
                        "gun_andere_teams": count,
                    },
                ),
                evaluatie_interviews=maybe(leuk=average, energie=average, reflectie=average, inzicht_in_doelen=average),
                laatste_contact=dates(year),
                volgende_stap=st.fixed_dictionaries(
                    {"stap": st.sampled_from([step.value for step in StepId])},
                    optional={"wat": TEXT, "wanneer": dates(year + 1), "wie": ROLE},
                ),
            )
        )
        found.append({"ronde": number, "stappen": draw(steps(year, running=True)), **held})
    return found


@st.composite
def goals(draw: st.DrawFn, factors: list[str], many_rounds: int) -> list[dict[str, Any]]:
    """Return goals; one that was replaced points at a later one, so that no chain comes round."""
    ids = IDS[: draw(st.integers(0, 4))]
    found = []
    for place, id in enumerate(ids):
        goal: dict[str, Any] = {"id": id, "naam": draw(TEXT), "status": draw(st.sampled_from(["lopend", "behaald"]))}
        goal |= draw(
            maybe(
                werkzame_factoren=some(factors),
                transformatiedoelen=some(AIMS),
                elaboratie=maybe(
                    hulpmiddel=st.sampled_from(["wondervraag", "voorbeeldcasus", "model", "anders"]),
                    datum=dates(),
                    kenmerken=st.lists(
                        st.fixed_dictionaries(
                            {"wat": TEXT},
                            optional={"bestemming": st.sampled_from(["nu", "schaal", "buiten-invloed", "vervallen"])},
                        ),
                        max_size=3,
                    ),
                ),
                interventietheorie=st.fixed_dictionaries(
                    {"wij_doen": TEXT, "omdat": TEXT, "zodat": TEXT}, optional={"bevestigd": dates()}
                ),
            )
        )
        if many_rounds and draw(st.booleans()):
            goal["ronde"] = draw(st.integers(1, many_rounds))
        if place + 1 < len(ids) and draw(st.booleans()):
            goal |= {"status": "vervangen", "vervangen_door": ids[place + 1], "reden": draw(PROSE)}
        found.append(goal)
    return found


@st.composite
def scales(draw: st.DrawFn, goals: list[str]) -> list[dict[str, Any]]:
    """Return scales of some goals; one that was reworded points at a later one."""
    ids = [f"schaal-{id}" for id in IDS[: draw(st.integers(0, 4))]] if goals else []
    found = []
    for place, id in enumerate(ids):
        scale: dict[str, Any] = {"id": id, "doel": draw(st.sampled_from(goals))}
        scale |= draw(
            maybe(
                vraag=TEXT,
                laag=TEXT,
                hoog=TEXT,
                ingevuld_door=st.sampled_from(["team", "medewerker", "client", "ouder", "samen"]),
                gespreksniveau=st.sampled_from(["client-werker", "individueel", "team"]),
                instrument=st.sampled_from(["eigen", "ORS", "SRS", "anders"]),
            )
        )
        if place + 1 < len(ids) and draw(st.booleans()):
            scale["vervangen_door"] = ids[place + 1]
        found.append(scale)
    return found


def keeps_scores(scale: dict[str, Any]) -> bool:
    """Return whether figures of a scale may be written down, in the words of the format."""
    if scale.get("instrument") in ("ORS", "SRS") or scale.get("ingevuld_door") in ("client", "ouder", "samen"):
        return False
    return scale.get("gespreksniveau") != "client-werker" or "ingevuld_door" in scale


@st.composite
def measurements(draw: st.DrawFn, scales: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return measurements, with around as many figures as may just be shown."""
    found = []
    for _ in range(draw(st.integers(0, 6)) if scales else 0):
        scale = draw(st.sampled_from(scales))
        one: dict[str, Any] = {"schaal": scale["id"], "datum": draw(dates(draw(st.integers(2020, 2026))))}
        one |= draw(maybe(gesprek=maybe(opbrengst=PROSE, een_cijfer_hoger=PROSE), wisselingen=st.integers(0, 3)))
        if keeps_scores(scale) and draw(st.booleans()):
            scores = draw(st.lists(st.integers(1, 10), max_size=12))
            one |= {"scores": scores, "uitgenodigd": len(scores) + draw(st.integers(0, 4))}
        found.append(one)
    return found


@st.composite
def portfolios(draw: st.DrawFn, origin: str | None = None) -> dict[str, Any]:
    """Return a whole portfolio, with its team's consent, as YAML would give it."""
    origin = origin or draw(st.sampled_from(["praktijk", "voorbeeld"]))
    qualities = IDS[: draw(st.integers(0, 4))]
    factors = [f"factor-{id}" for id in IDS[: draw(st.integers(0, 3))]]
    of_rounds = draw(rounds())
    of_goals = draw(goals(factors, len(of_rounds)))
    ids = [goal["id"] for goal in of_goals]
    of_scales = draw(scales(ids))
    day = draw(dates())
    voters = draw(st.integers(0, 12))
    return {
        "naam": draw(TEXT),
        "soort": draw(st.sampled_from(["wijkteam", "specialistisch", "anders"])),
        "herkomst": origin,
        "publicatie": {"bereik": "openbaar", "akkoord_team": {"datum": "2026-03-12", "hoe": "consensus"}},
        **draw(maybe(werkveld=TEXT, regio=TEXT, over=PROSE, leden=st.integers(1, 15))),
        **draw(
            maybe(
                stabiliteit=maybe(
                    wisselingen_12_maanden=st.integers(0, 9), reorganisatie_voorzien=st.sampled_from(["ja", "nee"])
                ),
                betrokkenen=st.lists(
                    st.fixed_dictionaries(
                        {"rol": ROLE}, optional={"betrokken_bij": some([step.value for step in StepId])}
                    ),
                    max_size=2,
                ),
                randvoorwaarden=st.lists(
                    st.fixed_dictionaries({"wat": TEXT}, optional={"aan": ROLE, "sinds": dates(), "antwoord": PROSE}),
                    max_size=3,
                ),
                leerwensen=st.lists(
                    st.fixed_dictionaries({"wat": TEXT, "status": st.sampled_from(["gewenst", "gepland", "gedaan"])}),
                    max_size=2,
                ),
            )
        ),
        "rondes": of_rounds,
        "kwaliteiten": [{"id": id, "naam": draw(TEXT)} for id in qualities],
        "werkzame_factoren": [{"id": id, "naam": draw(TEXT), "kwaliteiten": draw(some(qualities))} for id in factors],
        **(
            {
                "doelkeuze": {
                    "manier": draw(st.sampled_from(["stemming", "rangorde", "gesprek"])),
                    "datum": day,
                    "stemmers": voters,
                    "uitslag": [{"doel": id, "punten": draw(st.integers(0, voters))} for id in draw(some(ids))],
                }
            }
            if ids
            else {}
        ),
        "doelen": of_goals,
        "schalen": of_scales,
        "metingen": draw(measurements(of_scales)),
        "verbeterpunten": draw(
            st.lists(
                st.fixed_dictionaries(
                    {"wat": TEXT, "status": st.sampled_from(["idee", "afgesproken", "ingevoerd", "gestopt"])},
                    optional={"sinds": dates(), **({"uit": st.sampled_from(ids)} if ids else {})},
                ),
                max_size=4,
            )
        ),
        "agenda": [
            {"datum": date, "wat": f"{number} {what}", **rest}
            for number, (date, what, rest) in enumerate(
                draw(
                    st.lists(
                        st.tuples(
                            dates(draw(st.integers(2025, 2027))),
                            TEXT,
                            maybe(
                                stap=st.sampled_from([step.value for step in StepId]),
                                wie=ROLE,
                                status=st.sampled_from(["gepland", "gehouden", "verzet", "afgezegd"]),
                                opbrengst=PROSE,
                                versie=st.integers(0, 3),
                            ),
                        ),
                        max_size=5,
                        unique_by=lambda meeting: (meeting[0], meeting[2].get("stap")),
                    )
                ),
                1,
            )
        ],
    }
