from __future__ import annotations

from datetime import date
from pathlib import Path

from reflection_handbook.loading import load
from reflection_handbook.model.consent import Audience
from reflection_handbook.model.places import Severity
from reflection_handbook.publishing import publish, withheld
from support import PORTFOLIO, make_handbook, make_practice, make_project, make_team, practice_consent, team_consent

HANDBOOK = make_handbook(
    make_team("west", (make_practice("luisteren", "west"), make_practice("stil", "west", toestemming=None))),
    make_team("oost", publicatie=team_consent("organisatie")),
    make_team("noord", publicatie=team_consent("team")),
    shared=(make_practice("oud", text="Oud.", toestemming=practice_consent("Nieuw.")),),
)


def test_what_is_kept_back_is_said_as_a_warning_with_its_file_and_reason() -> None:
    problems = {problem.file: problem for problem in withheld(HANDBOOK, Audience.PUBLIC)}
    assert all(problem.severity is Severity.WARNING and problem.hint for problem in problems.values())
    assert {file: problem.message.split(": ", 1)[1] for file, problem in problems.items()} == {
        "teams/oost/portfolio.yml": "de toestemming gaat niet verder dan bereik ‘organisatie’",
        "teams/noord/portfolio.yml": "de toestemming gaat niet verder dan bereik ‘team’",
        "teams/west/best-practices/stil.md": "er staat geen toestemming bij",
        "teams/_gedeeld/best-practices/oud.md": "de tekst is veranderd na de goedkeuring",
    }


def test_for_every_circle_each_thing_is_either_published_or_reported() -> None:
    for audience, team in ((a, t) for a in Audience for t in ("west", "oost", "noord", None)):
        edition = publish(HANDBOOK, audience, team)
        shown = {t.id for t in edition.teams} | {p.id for p in edition.practices}
        kept = {
            p.file.split("/")[1] if p.file.endswith(".yml") else p.file.split("/")[-1][:-3]
            for p in withheld(HANDBOOK, audience, team)
        }
        assert shown | kept == {"west", "oost", "noord", "luisteren", "stil", "oud"}
        assert not shown & kept


def test_a_date_that_has_yet_to_come_is_said_until_it_has() -> None:
    agreed = team_consent(akkoord_team={"datum": "2026-11-24", "hoe": "consensus"})
    handbook = make_handbook(make_team(publicatie=agreed))
    (problem,) = withheld(handbook, Audience.PUBLIC, None, date(2026, 11, 23))
    assert "een datum die nog moet komen" in problem.message
    assert list(withheld(handbook, Audience.PUBLIC, None, date(2026, 11, 24))) == []


def test_consent_that_holds_an_error_is_not_called_missing_as_well(tmp_path: Path) -> None:
    files = {
        "teams/west/portfolio.yml": PORTFOLIO.replace("2026-03-12", "gisteren"),
        "teams/oost/portfolio.yml": PORTFOLIO.split("publicatie")[0] + "leden: veel\n",
        "teams/_gedeeld/best-practices/luisteren.md": "---\ntitel: Luisteren\nherkomst: praktijk\n"
        "toestemming: {publiceren: misschien}\n---\nTekst.\n",
    }
    loaded = load(make_project(tmp_path, files))
    assert len(loaded.problems) == 3
    assert [p.file for p in withheld(loaded.handbook, Audience.PUBLIC)] == ["teams/oost/portfolio.yml"]
