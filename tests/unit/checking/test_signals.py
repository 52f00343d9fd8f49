from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from golden.cases import cases
from reflection_handbook.checking.look import Look
from reflection_handbook.checking.signals import SIGNAL_RULES, Found, signals, what_asks_for_attention
from reflection_handbook.loading import load
from reflection_handbook.model.places import Severity, Source
from reflection_handbook.model.signals import SignalKind
from support import ROOT, TODAY, make_handbook, make_project, make_team

STALLED: dict[str, Any] = {
    "leden": 7919,
    "stabiliteit": {"wisselingen_12_maanden": 6863, "reorganisatie_voorzien": "ja"},
    "betrokkenen": [{"rol": "teamleider kanarierol", "betrokken_bij": ["engagement"]}],
    "rondes": [
        {
            "ronde": 1,
            "stappen": {
                "engagement": {"status": "afgerond"},
                "interviews": {"status": "afgerond", "uitgenodigd": 7907, "gehouden": 7901},
                "keuze-monitoring": {"status": "bezig", "van": "2026-03"},
            },
            "laatste_contact": "2026-05-29",
            "volgende_stap": {"stap": "keuze-monitoring", "wanneer": "2026-06-10"},
        }
    ],
    "doelen": [{"id": f"d{n}", "naam": f"Doel {n}"} for n in range(4)],
    "schalen": [{"id": "samen", "doel": "d0", "vraag": "Hoe samen?"}],
    "metingen": [{"schaal": "samen", "datum": "2026-05-21", "uitgenodigd": 7753, "scores": [7, 7]}],
}
"""A team with everything that can ask for attention."""


def found(day: date = TODAY, **keys: Any) -> tuple[Found, ...]:
    team = make_team(**keys)
    return signals(team, Look(make_handbook(team), day))


def kinds(**keys: Any) -> set[SignalKind]:
    return {entry.signal.kind for entry in found(**keys)}


def test_each_kind_has_one_rule_and_both_stand_in_one_order() -> None:
    assert len(SIGNAL_RULES) == len(SignalKind) == len(set(SIGNAL_RULES))
    assert list(dict.fromkeys(entry.signal.kind for entry in found(**STALLED))) == list(SignalKind)


@pytest.mark.parametrize("rule", SIGNAL_RULES, ids=lambda rule: rule.__name__)
def test_each_rule_tells_of_its_own_kind_only(rule: Any) -> None:
    team = make_team(**STALLED)
    assert rule.__doc__
    assert len({entry.signal.kind for entry in rule(team, Look(make_handbook(team), TODAY))}) == 1


def test_a_golden_case_shows_each_kind_to_a_facilitator(tmp_path: Path) -> None:
    shown = set()
    for case in cases("checking"):
        handbook = load(make_project(tmp_path / case.path.stem, case.files)).handbook
        shown |= {e.signal.kind for team in handbook.teams for e in signals(team, Look(handbook, case.day))}
    assert shown == set(SignalKind)


def test_the_pilot_asks_for_nothing() -> None:
    assert found(**STALLED, herkomst="pilot") == ()
    assert len(found(**STALLED, herkomst="voorbeeld")) == len(found(**STALLED))


def test_a_team_that_has_not_begun_is_asked_nothing_about_a_round() -> None:
    assert kinds() == set()
    waiting = {"ronde": 1, "stappen": {"engagement": {"status": "gepland"}}}
    about_the_team = {SignalKind.CHANGES, SignalKind.REORGANISATION}
    about_its_goals = {SignalKind.TRANSFORMATION_GOAL, SignalKind.MANY_GOALS}
    assert kinds(**{**STALLED, "rondes": [waiting]}) == about_the_team | about_its_goals


def test_no_signal_holds_a_number_of_people_a_role_as_it_was_written_or_a_score() -> None:
    private = {"7919", "6863", "7907", "7901", "7753", "kanarierol"}
    told = " ".join(f"{e.signal.message} {e.signal.advice}" for e in found(**STALLED))
    assert not [word for word in private if word in told]
    # Whoever adds one looks at it: a round, a step and thresholds, and nothing of people.
    assert set(re.findall(r"\d+", told)) == {"0", "1", "2", "3", "5", "6", "8"}


def test_a_message_is_one_sentence_and_an_advice_ends_as_one() -> None:
    for entry in found(**STALLED):
        assert re.fullmatch(r"[A-Z][^.!?]*(?:\?’[^.!?]*)?\.", entry.signal.message), entry.signal.message
        assert entry.signal.advice.endswith((".", "?"))


def test_the_warning_says_the_same_at_its_line() -> None:
    team = make_team(**STALLED)
    lines = {entry.loc: number for number, entry in enumerate(found(**STALLED), 2)}
    team = team.model_copy(update={"source": Source("teams/west/portfolio.yml", lines)})
    problems = list(what_asks_for_attention(team, Look(make_handbook(team), TODAY)))
    assert [problem.line for problem in problems] == [lines[entry.loc] for entry in found(**STALLED)]
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    first, signal = problems[0], found(**STALLED)[0].signal
    assert (f"{first.message}.", first.hint) == (f"h{signal.message[1:]}", signal.advice)


def test_every_page_and_anchor_is_there_in_the_handbook_as_it_is_shipped() -> None:
    more = found(**{**STALLED, "rondes": [{"ronde": 1, "stappen": {"werkzame-factoren": {"status": "bezig"}}}]})
    scales = [{"id": f"s{n}", "doel": "d0"} for n in range(4)]
    more += found(**{**STALLED, "doelen": STALLED["doelen"][:1], "schalen": scales})
    for entry in (*found(**STALLED), *more):
        path, _, anchor = entry.signal.page.partition("#")
        pages = [ROOT / "docs" / f"{path.rstrip('/')}.md", ROOT / "docs" / path / "index.md"]
        (page,) = [page for page in pages if page.is_file()]
        assert not anchor or f"{{ #{anchor} }}" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("role", "leads"),
    [
        ("teamleider", True),
        ("Teamleidster", True),
        ("teamleiders", True),
        ("team-manager", True),
        ("team leider", True),
        ("leidinggevende", True),
        ("manager", True),
        ("operationeel manager", True),
        ("teamleiding", True),
        ("afdelingshoofd", True),
        ("waarnemend teamleider", True),
        ("gespreksleider", False),
        ("tweede gespreksleider", False),
        ("gespreks-leider", False),
        ("procesbegeleider", False),
        ("projectleider", False),
        ("casemanager", False),
        ("case-manager", False),
        ("oud-teamleider", False),
        ("leiding", False),
        ("hoofdaannemer", False),
        ("teamlid", False),
    ],
)
def test_only_who_leads_the_team_is_its_leader(role: str, leads: bool) -> None:
    assert (SignalKind.LEADER in kinds(**{**STALLED, "betrokkenen": [{"rol": role}]})) is leads


def test_a_number_of_weeks_is_written_as_people_say_it() -> None:
    team = make_team(**STALLED)
    for weeks, words in ((1, "een week"), (2, "2 weken")):
        thresholds = {"weken_zonder_contact": weeks, "weken_bij_keuze": weeks}
        told = [e.signal.message for e in signals(team, Look(make_handbook(team, drempels=thresholds), TODAY))]
        assert sum(f"langer dan {words}" in message for message in told) == 2
