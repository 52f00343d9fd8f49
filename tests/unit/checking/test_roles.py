from __future__ import annotations

import unicodedata

import pytest

from reflection_handbook.checking.look import Look
from reflection_handbook.checking.roles import named, roles_are_no_names
from reflection_handbook.model.places import Severity
from support import TODAY, make_handbook, make_team

ROLES = [
    "teamleider",
    "tweede gespreksleider",
    "Gespreksleider",
    "Externe gespreksleider",
    "Tweede Gespreksleider",
    "Teamleider/Gespreksleider",
    "Iedereen",
    "Wijkverpleegkundige",
    "Wethouder",
    "GZ-psycholoog",
    "GZ-Psycholoog",
    "POH-GGZ",
    "gespreksleider CJG",
    "hbo'er",
    "wmo-consulent",
    "lid OR",
    "teamleider A",
    "Raad voor de Kinderbescherming",
    "medewerker van de Raad voor de Kinderbescherming",
    "Veilig Thuis",
    "collega van Veilig Thuis",
    "Raad van Toezicht",
    "gemeente Rotterdam",
    "wethouder van de gemeente Den Haag",
    "regio Zuid-Holland",
    "ambtenaar stad 's-Hertogenbosch",
    "",
]
SURE = [
    "Karin Jansen",
    "Jan de Boer",
    "Jan van der Boer",
    "gespreksleider Karin Jansen",
    "Gespreksleider Jan de Boer",
    "wethouder De Boer",
    "teamleider (Özlem Yılmaz)",
    "J. de Boer",
    "H.J. Jansen",
    "Čapek Šik",
    "Mary O'Brien",
    "Karin",
    "Özlem",
    "gespreksleider (Henk)",
    "teamleider/Jan",
    "Karin (teamleider)",
    "McDonald",
    "Jan-Willem",
    "Čapek",
]
ASKED = [
    "Jan van het wijkteam",
    "Karin gespreksleider",
    "karin de Boer",
    "Gespreksleider Henk",
    "collega van Wijkteam West",
    "gespreksleider in Rotterdam",
    "gemeente Rotterdam Karin",
]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_no_name(role: str) -> None:
    assert named(role) is None


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("role", SURE)
def test_what_surely_is_a_name_is_an_error(role: str, form: str) -> None:
    assert named(unicodedata.normalize(form, role)) is Severity.ERROR  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("role", ASKED)
def test_what_may_be_a_name_is_asked_about(role: str, form: str) -> None:
    assert named(unicodedata.normalize(form, role)) is Severity.WARNING  # type: ignore[arg-type]


def test_every_place_for_a_role_is_looked_at() -> None:
    team = make_team(
        betrokkenen=[{"rol": "Anne"}],
        agenda=[{"datum": "2026-12-01", "wat": "Gesprek", "wie": "Bram"}],
        randvoorwaarden=[{"wat": "Tijd", "aan": "Carla de Wit"}],
        rondes=[{"ronde": 1, "volgende_stap": {"stap": "interviews", "wie": "Dirk"}}],
    )
    found = list(roles_are_no_names(team, Look(make_handbook(team), TODAY)))
    assert sorted(problem.severity for problem in found) == ["fout"] * 4
    names = ("Anne", "Bram", "Carla", "Dirk")
    assert not [problem for problem in found if any(name in str(problem) for name in names)]  # nor printed here
