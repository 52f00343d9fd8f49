from __future__ import annotations

import pytest
from pydantic import ValidationError

from reflection_handbook.model.scales import Scale
from support import make_practice, make_team


def test_what_was_read_cannot_be_changed() -> None:
    team = make_team(doelen=[{"id": "sterk", "naam": "Sterk"}])
    for thing, field in ((team, "id"), (team.portfolio, "name"), (team.portfolio.goals[0], "name")):
        with pytest.raises(ValidationError, match="frozen"):
            setattr(thing, field, "anders")
    assert isinstance(team.portfolio.goals, tuple)


def test_a_practice_is_frozen_as_well() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        make_practice().text = "Iets anders."  # type: ignore[misc]


@pytest.mark.parametrize("who", ["client", "ouder", "samen"])
def test_no_scores_are_kept_of_what_clients_or_parents_fill_in(who: str) -> None:
    assert not Scale.model_validate({"id": "s", "doel": "d", "ingevuld_door": who}).keeps_scores


@pytest.mark.parametrize("instrument", ["ORS", "SRS"])
@pytest.mark.parametrize("who", [None, "team", "medewerker"])
def test_no_scores_are_kept_of_ors_and_srs_whoever_fills_in(instrument: str, who: str | None) -> None:
    written = {"id": "s", "doel": "d", "ingevuld_door": who, "instrument": instrument}
    assert not Scale.model_validate(written).keeps_scores


@pytest.mark.parametrize("who", [None, "team", "medewerker"])
def test_scores_of_the_professionals_themselves_are_kept(who: str | None) -> None:
    assert Scale.model_validate({"id": "s", "doel": "d", "ingevuld_door": who}).keeps_scores


@pytest.mark.parametrize(("who", "kept"), [(None, False), ("team", True), ("medewerker", True), ("client", False)])
def test_a_scale_for_the_talk_with_a_client_keeps_scores_only_of_a_professional(who: str | None, kept: bool) -> None:
    written = {"id": "s", "doel": "d", "gespreksniveau": "client-werker", "ingevuld_door": who}
    assert Scale.model_validate(written).keeps_scores is kept
