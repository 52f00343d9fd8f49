"""Consent as a table: what lets a text through, for whom, and with which reason not."""

from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.handbook import Practice
from reflection_handbook.model.origin import Origin
from reflection_handbook.publishing.consent import Circle, objection_to_portfolio, objection_to_practice, origin_of
from support import TODAY, make_practice, make_team, practice_consent, team_consent

TEXT = "Eerst luisteren."
OWN = Circle(Audience.TEAM, "west", TODAY)
OTHER = Circle(Audience.TEAM, "oost", TODAY)
ORGANISATION = Circle(Audience.ORGANISATION, None, TODAY)
PUBLIC = Circle(Audience.PUBLIC, None, TODAY)
CIRCLES = {"own": OWN, "other": OTHER, "organisation": ORGANISATION, "public": PUBLIC}
ALL = frozenset(CIRCLES)
INSIDE = ALL - {"public"}
NOBODY: frozenset[str] = frozenset()

WITHOUT = object()
"""Stands for a key that is not there."""


def _with(base: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {key: value for key, value in {**base, **changes}.items() if value is not WITHOUT}


def _agreed(when: str) -> dict[str, Any]:
    return team_consent(akkoord_team={"datum": when, "hoe": "consensus"})


def _checked(when: str) -> dict[str, Any]:
    return practice_consent(TEXT, herkenbaarheid_getoetst={"datum": when, "door": "tweede gespreksleider"})


SOURCE = {"grondslag": "openbare-bron", "verwijzing": "Rapport, paragraaf 3.3"}

# what it is; the team's consent; the portfolio's origin; who sees it; a word of the reason
PORTFOLIOS = [
    ("everybody", team_consent("openbaar"), "praktijk", ALL, ""),
    ("organisation", team_consent("organisatie"), "praktijk", INSIDE, "‘organisatie’"),
    ("team", team_consent("team"), "praktijk", {"own"}, "‘team’"),
    ("after a vote", team_consent(akkoord_team={"datum": "2026-03-12", "hoe": "stemming"}), "praktijk", ALL, ""),
    ("made up, agreed", team_consent("openbaar"), "voorbeeld", ALL, ""),
    ("agreed today", _agreed("2026-11-23"), "praktijk", ALL, ""),
    ("agreed in a month that has begun", _agreed("2026-11"), "praktijk", ALL, ""),
    ("agreed in a year that has begun", _agreed("2026"), "praktijk", ALL, ""),
    ("agreed tomorrow", _agreed("2026-11-24"), "praktijk", NOBODY, "nog moet komen"),
    ("agreed next month", _agreed("2026-12"), "praktijk", NOBODY, "nog moet komen"),
    ("agreed next year", _agreed("2027"), "praktijk", NOBODY, "nog moet komen"),
    ("no consent at all", None, "praktijk", NOBODY, "wie dit portfolio mag zien"),
    ("made up, no consent", None, "voorbeeld", NOBODY, "wie dit portfolio mag zien"),
    ("pilot, no consent", None, "pilot", NOBODY, "wie dit portfolio mag zien"),
    ("empty consent", {}, "praktijk", NOBODY, "wie dit portfolio mag zien"),
    ("no audience", _with(team_consent(), bereik=WITHOUT), "praktijk", NOBODY, "wie dit portfolio mag zien"),
    ("not when and how", {"bereik": "openbaar"}, "praktijk", NOBODY, "wanneer en hoe"),
    ("withdrawn", team_consent(ingetrokken="2026-10-01"), "praktijk", NOBODY, "ingetrokken"),
    ("withdrawn, vaguely", team_consent(ingetrokken="2026"), "praktijk", NOBODY, "ingetrokken"),
    ("withdrawn, in the future", team_consent(ingetrokken="2027-01-01"), "praktijk", NOBODY, "ingetrokken"),
    ("retold", {"bereik": "openbaar", **SOURCE}, "pilot", ALL, ""),
    ("retold, for the organisation", {"bereik": "organisatie", **SOURCE}, "pilot", INSIDE, "‘organisatie’"),
    ("retold, for nobody named", SOURCE, "pilot", NOBODY, "wie dit portfolio mag zien"),
    ("retold, withdrawn", {"bereik": "openbaar", "ingetrokken": "2026", **SOURCE}, "pilot", NOBODY, "ingetrokken"),
    ("retold, not of the pilot", {"bereik": "openbaar", **SOURCE}, "praktijk", NOBODY, "herkomst pilot"),
    ("retold, made up", {"bereik": "openbaar", **SOURCE}, "voorbeeld", NOBODY, "herkomst pilot"),
    (
        "retold and agreed, not of the pilot: contradictory",
        team_consent(**SOURCE),
        "praktijk",
        NOBODY,
        "herkomst pilot",
    ),
    (
        "retold without a reference",
        {"bereik": "openbaar", "grondslag": "openbare-bron"},
        "pilot",
        NOBODY,
        "welke openbare bron",
    ),
    ("a reference alone is no basis", {"bereik": "openbaar", "verwijzing": "x"}, "pilot", NOBODY, "wanneer en hoe"),
]


@pytest.mark.parametrize(("what", "consent", "origin", "seen_by", "reason"), PORTFOLIOS, ids=[c[0] for c in PORTFOLIOS])
def test_a_portfolio_is_seen_by_those_the_team_agreed_to(
    what: str, consent: dict[str, Any] | None, origin: str, seen_by: frozenset[str], reason: str
) -> None:
    team = make_team("west", publicatie=consent, herkomst=origin)
    reasons = {name: objection_to_portfolio(team, circle) for name, circle in CIRCLES.items()}
    assert {name for name, found in reasons.items() if found is None} == seen_by
    assert all(reason in found for found in reasons.values() if found)


def _interviews(**record: str) -> list[dict[str, Any]]:
    return [{"ronde": 1, "stappen": {"interviews": record}}]


GROUP, GROUP_TO_COME = _interviews(status="afgerond", vorm="groep"), _interviews(status="gepland", vorm="groep")
ALONE = _interviews(status="afgerond", vorm="individueel")
RUNNING, DONE, PLANNED = (_interviews(status=status) for status in ("bezig", "afgerond", "gepland"))
TWO = [*GROUP, {**ALONE[0], "ronde": 2}]
HIDDEN = "<!-- Hier komt het verhaal:\n\n" + TEXT + " -->\n"
BETWEEN = f"{HIDDEN}{TEXT}\n{HIDDEN}"

# what it is; the person's consent; what is around it: rounds, origin, text; who sees it; a word of the reason
PRACTICES = [
    ("everybody", practice_consent(TEXT), {}, ALL, ""),
    ("organisation", practice_consent(TEXT, "organisatie"), {}, INSIDE, "‘organisatie’"),
    ("team", practice_consent(TEXT, "team"), {}, {"own"}, "‘team’"),
    ("no consent at all", None, {}, NOBODY, "geen toestemming"),
    ("empty consent", {}, {}, NOBODY, "niet gezegd"),
    ("withdrawn", practice_consent(TEXT, ingetrokken="2026-10-01"), {}, NOBODY, "ingetrokken"),
    ("letter not approved", practice_consent(TEXT, brief_goedgekeurd="nee"), {}, NOBODY, "brief"),
    ("letter not mentioned", _with(practice_consent(TEXT), brief_goedgekeurd=WITHOUT), {}, NOBODY, "brief"),
    ("publication refused", practice_consent(TEXT, publiceren="nee"), {}, NOBODY, "wil niet"),
    ("publication not mentioned", _with(practice_consent(TEXT), publiceren=WITHOUT), {}, NOBODY, "niet gezegd"),
    ("clients not checked", _with(practice_consent(TEXT), herkenbaarheid_getoetst=WITHOUT), {}, NOBODY, "herkenbaar"),
    ("no audience", _with(practice_consent(TEXT), bereik=WITHOUT), {}, NOBODY, "wie de tekst mag zien"),
    ("no fingerprint", _with(practice_consent(TEXT), tekst_sha256=WITHOUT), {}, NOBODY, "nog niet goedgekeurd"),
    ("another fingerprint", practice_consent("Een andere tekst."), {}, NOBODY, "veranderd"),
    ("white space around does not matter", practice_consent(f"\r\n {TEXT}\n\n"), {}, ALL, ""),
    ("one letter does", practice_consent(TEXT.replace("E", "e")), {}, NOBODY, "veranderd"),
    ("checked today", _checked("2026-11-23"), {}, ALL, ""),
    ("checked in a month that has begun", _checked("2026-11"), {}, ALL, ""),
    ("checked tomorrow", _checked("2026-11-24"), {}, NOBODY, "nog moet komen"),
    ("checked next year", _checked("2027"), {}, NOBODY, "nog moet komen"),
    ("a group of which all agreed", practice_consent(TEXT), {"rounds": GROUP, "agreed": "allen"}, ALL, ""),
    ("a group without all", practice_consent(TEXT), {"rounds": GROUP}, NOBODY, "alle deelnemers"),
    ("a group to come, without all", practice_consent(TEXT), {"rounds": GROUP_TO_COME}, NOBODY, "alle deelnemers"),
    ("a group in another round, without all", practice_consent(TEXT), {"rounds": TWO}, NOBODY, "alle deelnemers"),
    ("perhaps a group, without all", practice_consent(TEXT), {"rounds": RUNNING}, NOBODY, "alle deelnemers"),
    ("perhaps a group once, without all", practice_consent(TEXT), {"rounds": DONE}, NOBODY, "alle deelnemers"),
    ("perhaps a group of which all agreed", practice_consent(TEXT), {"rounds": DONE, "agreed": "allen"}, ALL, ""),
    ("no interviews yet", practice_consent(TEXT), {"rounds": PLANNED}, ALL, ""),
    ("one person at a time", practice_consent(TEXT), {"rounds": ALONE}, ALL, ""),
    ("no text", practice_consent(""), {"text": ""}, NOBODY, "geen tekst"),
    ("nothing but white space", practice_consent(""), {"text": " \r\n\t\n"}, NOBODY, "geen tekst"),
    ("nothing but a comment", practice_consent(HIDDEN), {"text": HIDDEN}, NOBODY, "geen tekst"),
    ("nothing but two comments", practice_consent(HIDDEN * 2), {"text": HIDDEN * 2}, NOBODY, "geen tekst"),
    ("text between comments", practice_consent(BETWEEN), {"text": BETWEEN}, ALL, ""),
    ("retold", SOURCE, {"origin": "pilot"}, ALL, ""),
    ("retold from a group", SOURCE, {"origin": "pilot", "rounds": GROUP}, ALL, ""),
    ("retold, nothing told", SOURCE, {"origin": "pilot", "text": HIDDEN}, NOBODY, "geen tekst"),
    ("retold, for the organisation", {"bereik": "organisatie", **SOURCE}, {"origin": "pilot"}, INSIDE, "‘organ"),
    ("retold, not of the pilot", SOURCE, {"origin": "praktijk"}, NOBODY, "herkomst pilot"),
    ("retold, made up", SOURCE, {"origin": "voorbeeld"}, NOBODY, "herkomst pilot"),
    ("retold and agreed, not of the pilot", practice_consent(TEXT, **SOURCE), {}, NOBODY, "herkomst pilot"),
    ("retold and refused", {"publiceren": "nee", **SOURCE}, {"origin": "pilot"}, NOBODY, "wil niet"),
    ("retold, letter refused", {"brief_goedgekeurd": "nee", **SOURCE}, {"origin": "pilot"}, NOBODY, "brief"),
    ("retold and withdrawn", {"ingetrokken": "2026", **SOURCE}, {"origin": "pilot"}, NOBODY, "ingetrokken"),
    ("retold without a reference", {"grondslag": "openbare-bron"}, {"origin": "pilot"}, NOBODY, "welke openbare bron"),
    ("of the pilot, but no basis", {"publiceren": "ja"}, {"origin": "pilot"}, NOBODY, "brief"),
]


@pytest.mark.parametrize(("what", "consent", "around", "seen_by", "reason"), PRACTICES, ids=[c[0] for c in PRACTICES])
def test_a_practice_is_seen_by_those_its_person_agreed_to(
    what: str, consent: dict[str, Any] | None, around: dict[str, Any], seen_by: frozenset[str], reason: str
) -> None:
    text, agreed = around.get("text", TEXT), around.get("agreed")
    practice = make_practice(team="west", text=text, toestemming=consent, deelnemers_akkoord=agreed)
    team = make_team("west", herkomst=around.get("origin", "praktijk"), rondes=around.get("rounds", ()))
    reasons = {name: objection_to_practice(practice, team, circle) for name, circle in CIRCLES.items()}
    assert {name for name, found in reasons.items() if found is None} == seen_by
    assert all(reason in found for found in reasons.values() if found)


def test_without_a_day_dates_are_not_looked_at() -> None:
    circle = Circle(Audience.PUBLIC)
    assert objection_to_portfolio(make_team(publicatie=_agreed("2099")), circle) is None
    assert objection_to_practice(make_practice(text=TEXT, toestemming=_checked("2099")), None, circle) is None


def _seen_by(shared: Practice) -> set[str]:
    return {name for name, circle in CIRCLES.items() if objection_to_practice(shared, None, circle) is None}


def test_a_practice_of_no_one_team_for_the_team_alone_is_seen_by_no_team() -> None:
    assert _seen_by(make_practice(text=TEXT, toestemming=practice_consent(TEXT, "team"))) == set()


def test_a_practice_of_no_one_team_for_the_organisation_is_seen_by_every_team() -> None:
    assert _seen_by(make_practice(text=TEXT, toestemming=practice_consent(TEXT, "organisatie"))) == INSIDE


def test_a_build_for_a_team_without_a_name_shows_what_the_organisation_may_see() -> None:
    nameless = Circle(Audience.TEAM)
    assert objection_to_portfolio(make_team(publicatie=team_consent("team")), nameless)
    assert objection_to_portfolio(make_team(publicatie=team_consent("organisatie")), nameless) is None
    shared = make_practice(text=TEXT, toestemming=practice_consent(TEXT, "team"))
    assert objection_to_practice(shared, None, nameless)


@pytest.mark.parametrize("card", [None, "pilot", "praktijk", "voorbeeld"])
def test_where_a_practice_comes_from_its_team_says_and_the_card_only_where_there_is_none(card: str | None) -> None:
    practice = make_practice(herkomst=card)
    assert origin_of(practice, None) == Origin(card or "praktijk")
    for origin in Origin:
        assert origin_of(practice, make_team(herkomst=origin.value)) is origin


@pytest.mark.parametrize(
    ("consented", "wanted"), [(a, b) for i, a in enumerate(Audience) for b in list(Audience)[: i + 1]]
)
def test_consent_for_a_wide_circle_holds_for_the_narrower_ones_only(consented: Audience, wanted: Audience) -> None:
    assert consented.includes(wanted)
    assert wanted.includes(consented) is (consented is wanted)
