"""Consent as a table: what lets a text through, for whom, and with which reason not."""

from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.portfolio import Origin
from reflection_handbook.publishing.consent import Circle, objection_to_portfolio, objection_to_practice
from support import make_practice, make_team, practice_consent, team_consent

TEXT = "Eerst luisteren."
OWN = Circle(Audience.TEAM, "west")
OTHER = Circle(Audience.TEAM, "oost")
ORGANISATION = Circle(Audience.ORGANISATION)
PUBLIC = Circle(Audience.PUBLIC)
CIRCLES = {"own": OWN, "other": OTHER, "organisation": ORGANISATION, "public": PUBLIC}
ALL = frozenset(CIRCLES)
INSIDE = ALL - {"public"}
NOBODY: frozenset[str] = frozenset()

WITHOUT = object()
"""Stands for a key that is not there."""


def _with(base: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {key: value for key, value in {**base, **changes}.items() if value is not WITHOUT}


SOURCE = {"grondslag": "openbare-bron", "verwijzing": "Rapport, paragraaf 3.3"}

# what it is; the team's consent; the portfolio's origin; who sees it; a word of the reason
PORTFOLIOS = [
    ("everybody", team_consent("openbaar"), "praktijk", ALL, ""),
    ("organisation", team_consent("organisatie"), "praktijk", INSIDE, "‘organisatie’"),
    ("team", team_consent("team"), "praktijk", {"own"}, "‘team’"),
    ("after a vote", team_consent(akkoord_team={"datum": "2026-03-12", "hoe": "stemming"}), "praktijk", ALL, ""),
    ("made up, agreed", team_consent("openbaar"), "voorbeeld", ALL, ""),
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
    ("a group of which all agreed", practice_consent(TEXT), {"group": True, "agreed": "allen"}, ALL, ""),
    ("a group without all", practice_consent(TEXT), {"group": True}, NOBODY, "alle deelnemers"),
    ("retold", SOURCE, {"origin": "pilot"}, ALL, ""),
    ("retold from a group", SOURCE, {"origin": "pilot", "group": True}, ALL, ""),
    ("retold, for the organisation", {"bereik": "organisatie", **SOURCE}, {"origin": "pilot"}, INSIDE, "‘organ"),
    ("retold, not of the pilot", SOURCE, {"origin": "praktijk"}, NOBODY, "herkomst pilot"),
    ("retold, made up", SOURCE, {"origin": "voorbeeld"}, NOBODY, "herkomst pilot"),
    ("retold and agreed, not of the pilot", practice_consent(TEXT, **SOURCE), {}, NOBODY, "herkomst pilot"),
    ("retold and refused", {"publiceren": "nee", **SOURCE}, {"origin": "pilot"}, NOBODY, "wil niet"),
    ("retold and withdrawn", {"ingetrokken": "2026", **SOURCE}, {"origin": "pilot"}, NOBODY, "ingetrokken"),
    ("retold without a reference", {"grondslag": "openbare-bron"}, {"origin": "pilot"}, NOBODY, "welke openbare bron"),
    ("of the pilot, but no basis", {"publiceren": "ja"}, {"origin": "pilot"}, NOBODY, "brief"),
]


@pytest.mark.parametrize(("what", "consent", "around", "seen_by", "reason"), PRACTICES, ids=[c[0] for c in PRACTICES])
def test_a_practice_is_seen_by_those_its_person_agreed_to(
    what: str, consent: dict[str, Any] | None, around: dict[str, Any], seen_by: frozenset[str], reason: str
) -> None:
    practice = make_practice(team="west", text=TEXT, toestemming=consent, deelnemers_akkoord=around.get("agreed"))
    origin, group = Origin(around.get("origin", "praktijk")), around.get("group", False)
    reasons = {name: objection_to_practice(practice, origin, circle, group) for name, circle in CIRCLES.items()}
    assert {name for name, found in reasons.items() if found is None} == seen_by
    assert all(reason in found for found in reasons.values() if found)


def test_a_practice_of_no_one_team_for_the_team_alone_is_seen_by_no_team() -> None:
    practice = make_practice(text=TEXT, toestemming=practice_consent(TEXT, "team"))
    for circle in CIRCLES.values():
        assert objection_to_practice(practice, Origin.PRACTICE, circle, group=False)


def test_a_practice_of_no_one_team_for_the_organisation_is_seen_by_every_team() -> None:
    practice = make_practice(text=TEXT, toestemming=practice_consent(TEXT, "organisatie"))
    reasons = {n: objection_to_practice(practice, Origin.PRACTICE, c, group=False) for n, c in CIRCLES.items()}
    assert {name for name, reason in reasons.items() if reason is None} == INSIDE


def test_a_build_for_a_team_without_a_name_shows_what_the_organisation_may_see() -> None:
    nameless = Circle(Audience.TEAM)
    assert objection_to_portfolio(make_team(publicatie=team_consent("team")), nameless)
    assert objection_to_portfolio(make_team(publicatie=team_consent("organisatie")), nameless) is None
    shared = make_practice(text=TEXT, toestemming=practice_consent(TEXT, "team"))
    assert objection_to_practice(shared, Origin.PRACTICE, nameless, group=False)


@pytest.mark.parametrize(
    ("consented", "wanted"), [(a, b) for i, a in enumerate(Audience) for b in list(Audience)[: i + 1]]
)
def test_consent_for_a_wide_circle_holds_for_the_narrower_ones_only(consented: Audience, wanted: Audience) -> None:
    assert consented.includes(wanted)
    assert wanted.includes(consented) is (consented is wanted)
