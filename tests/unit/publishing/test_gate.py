"""The gate: what is private reaches no page, feed or file, for no audience."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.handbook import Handbook
from reflection_handbook.model.signals import SignalKind
from reflection_handbook.publishing import publish
from reflection_handbook.rendering import Asset, Page, Text, render
from support import (
    PUBLIC_SOURCE,
    TODAY,
    make_document,
    make_handbook,
    make_practice,
    make_team,
    practice_consent,
    team_consent,
)

CIRCLES = [
    (Audience.PUBLIC, None),
    (Audience.ORGANISATION, None),
    (Audience.TEAM, "west"),
    (Audience.TEAM, "oost"),
]

SLOTS = tuple(
    make_document(f"{slot}.md", f"# Blad\n\n<!-- handboek: {slot} -->\n")
    for slot in ("cirkel", "stappen", "vragen", "best-practices", "teams", "transformatiedoelen", "contact")
)

# Each private value of a portfolio, twice: in words that occur nowhere else, and otherwise. Counts and averages differ
# so that what may be said of them in words is the same.
PRIVATE: dict[str, Any] = {
    "leden": 7919,
    "stabiliteit": {"wisselingen_12_maanden": 6863, "reorganisatie_voorzien": "ja"},
    "betrokkenen": [
        {"rol": "kanarierol", "betrokken_bij": ["engagement"], "extern": "ja"},
        {"rol": "tweede-kanarierol"},
    ],
    "publicatie": team_consent(akkoord_team={"datum": "1957-11-03", "hoe": "stemming"}),
    "rondes": [
        {
            "ronde": 1,
            "gestart": "2026-01-15",
            "stappen": {
                "interviews": {
                    "status": "afgerond",
                    "vorm": "individueel",
                    "uitgenodigd": 7907,
                    "gehouden": 7901,
                    "brieven": {"verstuurd": 7883, "goedgekeurd": 7879},
                }
            },
            "bekrachtiging": {
                "datum": "2026-06-04",
                "deelnemers": 7877,
                "meer_opgeleverd_dan_gekost": 7873,
                "doorgaan": 7867,
                "gun_andere_teams": 7853,
            },
            "evaluatie_interviews": {
                "ingevuld": 7841,
                "leuk": 7829.5,
                "energie": 7823.5,
                "reflectie": 7817.5,
                "inzicht_in_doelen": 7793.5,
            },
        }
    ],
    "doelkeuze": {
        "manier": "stemming",
        "stemmers": 7789,
        "uitslag": [{"doel": "samen", "punten": 7759}, {"doel": "vrij", "punten": 7757}],
    },
    "metingen": [
        {"schaal": "samen-schaal", "datum": "2026-05-21", "uitgenodigd": 7753, "wisselingen": 7741, "scores": [1, 9, 9]}
    ],
}
OTHERWISE: dict[str, Any] = {
    "leden": 20,
    "stabiliteit": {"wisselingen_12_maanden": 1, "reorganisatie_voorzien": "nee"},
    "betrokkenen": [{"rol": "gespreksleider"}],
    "publicatie": team_consent(akkoord_team={"datum": "2026-03-12", "hoe": "consensus"}),
    "rondes": [
        {
            "ronde": 1,
            "gestart": "2026-01-15",
            "stappen": {
                "interviews": {
                    "status": "afgerond",
                    "vorm": "individueel",
                    "uitgenodigd": 19,
                    "gehouden": 18,
                    "brieven": {"verstuurd": 17, "goedgekeurd": 16},
                }
            },
            "bekrachtiging": {
                "datum": "2026-06-04",
                "deelnemers": 19,
                "meer_opgeleverd_dan_gekost": 18,
                "doorgaan": 17,
                "gun_andere_teams": 16,
            },
            "evaluatie_interviews": {
                "ingevuld": 15,
                "leuk": 9.1,
                "energie": 9.2,
                "reflectie": 9.3,
                "inzicht_in_doelen": 9.4,
            },
        }
    ],
    "doelkeuze": {
        "manier": "stemming",
        "stemmers": 18,
        "uitslag": [{"doel": "samen", "punten": 17}, {"doel": "vrij", "punten": 16}],
    },
    "metingen": [{"schaal": "samen-schaal", "datum": "2026-05-21", "uitgenodigd": 11, "scores": [4, 5, 6, 6, 7, 8]}],
}
OPEN: dict[str, Any] = {
    "doelen": [
        {"id": "samen", "naam": "Samen sterk", "transformatiedoelen": ["eigen-kracht"]},
        {"id": "vrij", "naam": "Vrij"},
    ],
    "schalen": [{"id": "samen-schaal", "doel": "samen", "vraag": "Hoe samen?", "ingevuld_door": "team"}],
}
MARKERS = (
    *("7919", "6863", "kanarierol", "tweede-kanarierol", "1957", "7907", "7901", "7883", "7879"),
    *("7877", "7873", "7867", "7853", "7841", "7829", "7823", "7817", "7793", "7789", "7759", "7757", "7753", "7741"),
)

SECRET = {
    "naam": "Verborgenteam",
    "regio": "Verborgenregio",
    "werkveld": "Verborgenwerkveld",
    "over": "Verborgenover",
    "kwaliteiten": [{"id": "verborgenkwaliteit", "naam": "Verborgenkwaliteitsnaam"}],
    "werkzame_factoren": [{"id": "verborgenfactor", "naam": "Verborgenfactornaam"}],
    "doelen": [{"id": "verborgendoel", "naam": "Verborgendoelnaam", "transformatiedoelen": ["eigen-kracht"]}],
    "schalen": [{"id": "verborgenschaal", "doel": "verborgendoel", "vraag": "Verborgenvraag?"}],
    "metingen": [{"schaal": "verborgenschaal", "datum": "2026-05-21", "gesprek": {"opbrengst": "Verborgengesprek"}}],
    "randvoorwaarden": [{"wat": "Verborgenrandvoorwaarde"}],
    "leerwensen": [{"wat": "Verborgenleerwens"}],
    "verbeterpunten": [{"wat": "Verborgenverbeterpunt"}],
    "agenda": [{"datum": "2026-12-10", "wat": "Verborgenbijeenkomst"}],
    "rondes": [
        {"ronde": 1, "stappen": {"engagement": {"toelichting": "Verborgentoelichting"}}},
        {"ronde": 2, "volgende_stap": {"stap": "interviews", "wat": "Verborgenstap", "wie": "verborgenrol"}},
    ],
}


def _handbook(private: dict[str, Any], hidden: dict[str, Any], respondent: str, checker: str) -> Handbook:
    """Return a handbook with a team to be seen, one to be hidden, and practices of which some are withdrawn."""
    story = "Wij luisteren eerst."
    told = practice_consent(story, herkenbaarheid_getoetst={"datum": "1959-11-03", "door": checker})
    gone = practice_consent("Verborgenverhaal", ingetrokken="2026-10-01")
    secret = "verborgen-team"
    return make_handbook(
        make_team(
            "west",
            practices=(
                make_practice("luisteren", "west", story, bron=respondent, toestemming=told),
                make_practice(
                    "verborgen-ingetrokken", "west", "Verborgenverhaal", titel="Verborgentitel", toestemming=gone
                ),
            ),
            **{**OPEN, **private},
        ),
        make_team("oost"),
        make_team(
            secret,
            practices=(
                make_practice(
                    "van-elders",
                    secret,
                    story,
                    titel="Van elders",
                    kwaliteiten=["verborgenkwaliteit"],
                    werkzame_factoren=["verborgenfactor"],
                    toestemming=told,
                ),
            ),
            **hidden,
        ),
        shared=(
            make_practice("verborgen-gedeeld", None, "Verborgengedeeld", titel="Verborgengedeelde", toestemming=None),
        ),
        documents=SLOTS,
        drempels={"weken_zonder_contact": 7727, "wisselingen_deel": 0.7723},
    )


def _written(handbook: Handbook, audience: Audience, team: str | None, day: date | None = None) -> dict[str, bytes]:
    """Return every output that has to do with content, as bytes by its place; with a day there may be signals."""
    found: dict[str, bytes] = {}
    for output in render(publish(handbook, audience, team, day), TODAY):
        match output:
            case Asset():
                content = output.content
            case Text():
                content = f"{output.card}\n{output.markdown}".encode()
            case Page():
                content = f"{output.title}\n{output.description}\n{output.headings}\n{output.html}".encode()
        found[output.uri] = content
    return found


@pytest.mark.parametrize("day", [None, TODAY])
@pytest.mark.parametrize(("audience", "team"), CIRCLES)
def test_nothing_private_is_in_any_output(audience: Audience, team: str | None, day: date | None) -> None:
    hidden = {**SECRET, "publicatie": None}
    written = _written(_handbook(PRIVATE, hidden, "KANARIE-WP03", "kanariecontroleur"), audience, team, day)
    markers = [*MARKERS, "KANARIE-WP03", "kanariecontroleur", "1959", "verborgen", "7727", "7723"]
    content = {uri: data for uri, data in written.items() if not uri.startswith("assets/")}
    assert {"teams/west/index.md", "best-practices/luisteren/index.md", "best-practices/van-elders/index.md"} <= set(
        content
    )
    leaks = [(uri, m) for uri, data in content.items() for m in markers if m.casefold().encode() in data.lower()]
    assert leaks == []
    assert [uri for uri in written if "verborgen" in uri] == []
    # The look's own files are the same bytes in every build, so nothing of the content can be in them.
    bare = _written(make_handbook(), audience, None)
    assert all(data == bare[uri] for uri, data in written.items() if uri.startswith("assets/"))


@pytest.mark.parametrize(("audience", "team"), CIRCLES)
def test_private_things_change_no_byte_of_any_output(audience: Audience, team: str | None) -> None:
    one = _handbook(PRIVATE, {**SECRET, "publicatie": None}, "WP03", "tweede gespreksleider")
    other = _handbook(OTHERWISE, {"publicatie": None}, "KZ02", "teamleider")
    assert _written(one, audience, team) == _written(other, audience, team)


@pytest.mark.parametrize(("audience", "team"), CIRCLES)
def test_on_a_day_private_things_change_nothing_but_signals_and_for_the_public_nothing(
    audience: Audience, team: str | None
) -> None:
    one = _handbook(PRIVATE, {**SECRET, "publicatie": None}, "WP03", "tweede gespreksleider")
    other = _handbook(OTHERWISE, {"publicatie": None}, "KZ02", "teamleider")
    editions = [publish(handbook, audience, team, TODAY) for handbook in (one, other)]
    bare = [[team.model_copy(update={"signals": ()}) for team in edition.teams] for edition in editions]
    assert bare[0] == bare[1]
    first, second = ({signal.kind for found in edition.teams for signal in found.signals} for edition in editions)
    public = audience is Audience.PUBLIC
    assert first ^ second == (set() if public else {SignalKind.CHANGES, SignalKind.REORGANISATION})
    assert (_written(one, audience, team, TODAY) == _written(other, audience, team, TODAY)) is public


@pytest.mark.parametrize(("audience", "team"), CIRCLES)
@pytest.mark.parametrize("origin", ["praktijk", "voorbeeld", "pilot"])
def test_a_team_sees_all_its_signals_its_organisation_none_about_a_role_and_others_none(
    audience: Audience, team: str | None, origin: str
) -> None:
    steps = {"engagement": {"status": "afgerond"}, "interviews": {"status": "bezig"}}
    stalled = make_team(
        "west",
        herkomst=origin,
        publicatie=PUBLIC_SOURCE if origin == "pilot" else team_consent(),
        betrokkenen=[{"rol": "teamleider", "betrokken_bij": ["engagement"]}],
        rondes=[{"ronde": 1, "stappen": steps, "laatste_contact": "2026-01-15"}],
    )
    (west, _) = publish(make_handbook(stalled, make_team("oost")), audience, team, TODAY).teams
    process = {SignalKind.CONTACT, SignalKind.NEXT_STEP}
    seen = process | ({SignalKind.LEADER} if team == "west" else set())
    nothing = audience is Audience.PUBLIC or origin == "pilot"
    assert {signal.kind for signal in west.signals} == (set() if nothing else seen)


def test_without_a_day_nothing_asks_for_attention() -> None:
    stalled = make_team("west", stabiliteit={"reorganisatie_voorzien": "ja"})
    assert publish(make_handbook(stalled), Audience.ORGANISATION).teams[0].signals == ()
    assert publish(make_handbook(stalled), Audience.ORGANISATION, None, TODAY).teams[0].signals != ()


@pytest.mark.parametrize("key", sorted(PRIVATE))
def test_the_private_values_really_differ(key: str) -> None:
    assert PRIVATE[key] != OTHERWISE[key]


@pytest.mark.parametrize(
    ("consented", "seen_by"),
    [
        ("team", [(Audience.TEAM, "verborgen-team")]),
        ("organisatie", [*CIRCLES[1:], (Audience.TEAM, "verborgen-team")]),
        ("openbaar", [*CIRCLES, (Audience.TEAM, "verborgen-team")]),
    ],
)
def test_a_team_is_in_the_outputs_of_the_circles_it_agreed_to_and_of_no_other(
    consented: str, seen_by: list[tuple[Audience, str | None]]
) -> None:
    handbook = _handbook(OTHERWISE, {**SECRET, "publicatie": team_consent(consented)}, "WP03", "teamleider")
    for circle in [*CIRCLES, (Audience.TEAM, "verborgen-team")]:
        seen = any(b"Verborgenteam" in data for data in _written(handbook, *circle).values())
        assert seen is (circle in seen_by)


@pytest.mark.parametrize(("audience", "team"), CIRCLES)
def test_other_scores_with_the_same_mean_change_a_byte_for_the_team_itself_only(
    audience: Audience, team: str | None
) -> None:
    def built(scores: list[int], invited: int) -> dict[str, bytes]:
        talk = {"schaal": "samen-schaal", "datum": "2026-05-21", "uitgenodigd": invited, "scores": scores}
        return _written(
            make_handbook(make_team("west", **{**OPEN, "metingen": [talk]}), make_team("oost")), audience, team
        )

    one, other = built([6, 6, 6, 6, 7], 5), built([2, 4, 6, 8, 8, 8], 10)
    assert b'"gemiddelde": 6.0' in one["data/handbook.json"]
    assert (one == other) is ((audience, team) != (Audience.TEAM, "west"))


def test_the_distribution_is_for_the_team_itself_only() -> None:
    talk = {"schaal": "samen-schaal", "datum": "2026-05-21", "uitgenodigd": 6, "scores": [6, 7, 6, 2, 6]}
    handbook = make_handbook(make_team("west", **{**OPEN, "metingen": [talk]}), make_team("oost"))
    for audience, team in CIRCLES:
        (found,) = publish(handbook, audience, team).teams[0].measurements
        counts = [(part.score, part.count) for part in found.distribution or ()]
        assert counts == ([(2, 1), (6, 3), (7, 1)] if team == "west" else [])


def test_what_clients_filled_in_shows_no_figure_whoever_wrote_one_down() -> None:
    for kept, scale in (
        (True, {"ingevuld_door": "team"}),
        (False, {"ingevuld_door": "ouder"}),
        (False, {"ingevuld_door": "medewerker", "instrument": "ORS"}),
        (False, {"gespreksniveau": "client-werker"}),
    ):
        talk = {"schaal": "samen-schaal", "datum": "2026-05-21", "uitgenodigd": 5, "scores": [5, 6, 6, 7, 7]}
        scales = [{"id": "samen-schaal", "doel": "samen", **scale}]
        team = make_team("west", **{**OPEN, "schalen": scales, "metingen": [talk]})
        for audience, circle in CIRCLES:
            (found,) = publish(make_handbook(team), audience, circle).teams[0].measurements
            figures = (found.mean, found.count, found.distribution is not None)
            assert figures == ((6.0, "5–9", circle == "west") if kept else (None, None, False))


def test_scores_leave_words_in_the_place_of_figures() -> None:
    edition = publish(_handbook(PRIVATE, SECRET, "WP03", "teamleider"), Audience.PUBLIC)
    (measurement,) = edition.teams[0].measurements
    assert measurement.not_shown == "te weinig gegevens om te tonen"
    data = measurement.model_dump(mode="json", exclude_none=True)
    assert data == {"schaal": "samen-schaal", "datum": "2026-05-21", "niet_getoond": "te weinig gegevens om te tonen"}


def test_a_measurement_without_scores_has_no_words_about_figures() -> None:
    talk = {"schaal": "samen-schaal", "datum": "2026-05-21", "gesprek": {"opbrengst": "Het helpt."}}
    edition = publish(make_handbook(make_team(**{**OPEN, "metingen": [talk]})), Audience.TEAM, "west")
    assert edition.teams[0].measurements[0].not_shown is None


def test_a_practice_of_a_hidden_team_stands_without_its_team_qualities_and_factors() -> None:
    handbook = _handbook(OTHERWISE, {**SECRET, "publicatie": None}, "WP03", "teamleider")
    practice = next(p for p in publish(handbook, Audience.PUBLIC).practices if p.id == "van-elders")
    assert (practice.team, practice.qualities, practice.working_factors) == (None, (), ())
    assert practice.text == "Wij luisteren eerst."


def test_consent_of_a_later_day_publishes_nothing_until_that_day() -> None:
    told = practice_consent("Eerst luisteren.", herkenbaarheid_getoetst={"datum": "2026-11-24", "door": "teamleider"})
    agreed = team_consent(akkoord_team={"datum": "2026-11-24", "hoe": "consensus"})
    handbook = make_handbook(make_team(publicatie=agreed), shared=(make_practice(toestemming=told),))
    for day, count in ((date(2026, 11, 23), 0), (date(2026, 11, 24), 1)):
        edition = publish(handbook, Audience.PUBLIC, None, day)
        assert (len(edition.teams), len(edition.practices)) == (count, count)


def test_a_group_interview_in_any_round_asks_for_the_consent_of_all() -> None:
    group = {"ronde": 1, "stappen": {"interviews": {"vorm": "groep"}}}
    alone = {"ronde": 2, "stappen": {"interviews": {"vorm": "individueel"}}}
    for agreed, count in ((None, 0), ("allen", 1)):
        practice = make_practice("samen", "west", deelnemers_akkoord=agreed)
        handbook = make_handbook(make_team("west", (practice,), rondes=[group, alone]))
        assert len(publish(handbook, Audience.PUBLIC).practices) == count


def test_a_public_source_is_a_basis_by_the_team_s_origin_and_not_by_the_card_s() -> None:
    retold = {"grondslag": "openbare-bron", "verwijzing": "Rapport"}
    practice = make_practice("navertel", "west", herkomst="pilot", toestemming=retold)
    assert publish(make_handbook(make_team("west", (practice,))), Audience.PUBLIC).practices == ()
    shared = make_practice("navertel", None, herkomst="pilot", toestemming=retold)
    assert [p.reference for p in publish(make_handbook(shared=(shared,)), Audience.PUBLIC).practices] == ["Rapport"]


def test_a_reference_is_shown_only_where_it_is_the_basis() -> None:
    team = make_team(publicatie=team_consent(verwijzing="Een interne nota"))
    told = make_practice(toestemming=practice_consent("Eerst luisteren.", verwijzing="Een interne nota"))
    edition = publish(make_handbook(team, shared=(told,)), Audience.PUBLIC)
    assert (edition.teams[0].reference, edition.practices[0].reference) == (None, None)


def test_publishing_leaves_the_handbook_as_it_was() -> None:
    handbook = _handbook(PRIVATE, SECRET, "WP03", "teamleider")
    before = deepcopy(handbook.model_dump())
    publish(handbook, Audience.PUBLIC)
    assert handbook.model_dump() == before


def test_an_empty_handbook_is_an_empty_edition() -> None:
    edition = publish(make_handbook(), Audience.PUBLIC)
    assert (edition.teams, edition.practices, edition.audience) == ((), (), Audience.PUBLIC)
