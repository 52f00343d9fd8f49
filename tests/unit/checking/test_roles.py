from __future__ import annotations

import pytest

from reflection_handbook.checking.look import Look
from reflection_handbook.checking.roles import roles_are_no_names
from support import TODAY, make_handbook, make_team

ROLES = ["teamleider", "tweede gespreksleider", "GZ-psycholoog", "POH-GGZ", "hbo'er", "wmo-consulent", "lid OR"]
NAMES = [
    "Karin",
    "karin de Boer",
    "Özlem",
    "gespreksleider (Henk)",
    "teamleider/Jan",
    "McDonald",
    "Jan-Willem",
    "Čapek",
]


def told(role: str) -> list[int]:
    team = make_team(betrokkenen=[{"rol": role}])
    return [problem.line for problem in roles_are_no_names(team, Look(make_handbook(team), TODAY))]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_no_name(role: str) -> None:
    assert told(role) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_no_role(name: str) -> None:
    assert len(told(name)) == 1


def test_every_place_for_a_role_is_looked_at() -> None:
    team = make_team(
        betrokkenen=[{"rol": "Anne"}],
        agenda=[{"datum": "2026-12-01", "wat": "Gesprek", "wie": "Bram"}],
        randvoorwaarden=[{"wat": "Tijd", "aan": "Carla"}],
        rondes=[{"ronde": 1, "volgende_stap": {"stap": "interviews", "wie": "Dirk"}}],
    )
    assert len(list(roles_are_no_names(team, Look(make_handbook(team), TODAY)))) == 4
