from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator

from reflection_handbook.loading import load
from reflection_handbook.model.consent import Audience
from reflection_handbook.publishing import publish
from reflection_handbook.rendering.data import handbook_json, handbook_schema
from support import ROOT, TODAY, make_edition, make_practice, make_team

SCHEMA = json.loads(handbook_schema())


def _data(*teams: Any, **parts: Any) -> Any:
    return json.loads(handbook_json(make_edition(*teams, **parts), TODAY))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_field_in_the_schema_is_explained() -> None:
    groups = [SCHEMA, *(group for group in SCHEMA["$defs"].values() if "properties" in group)]
    bare = [key for group in groups for key, field in group["properties"].items() if not field.get("description")]
    assert bare == []


def test_the_shipped_handbook_fits_the_schema_for_every_audience() -> None:
    handbook = load(ROOT).handbook
    for audience in Audience:
        data = json.loads(handbook_json(publish(handbook, audience, "voorbeeld"), TODAY))
        assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(data)] == []
        assert data["teams"]


def test_the_schema_refuses_what_does_not_belong() -> None:
    validator = Draft202012Validator(SCHEMA)
    good = _data(make_team())
    assert validator.is_valid(good)
    for broken in (
        {**good, "extra": 1},
        {key: value for key, value in good.items() if key != "bereik"},
        {**good, "bereik": "iedereen"},
        {**good, "teams": [{**good["teams"][0], "leden": 11}]},
        {**good, "teams": [{**good["teams"][0], "metingen": [{"schaal": "s", "datum": "2026", "scores": [1]}]}]},
        {**good, "teams": [{"id": "west"}]},
    ):
        assert not validator.is_valid(broken)


def test_the_data_speaks_the_portfolio_s_own_words() -> None:
    team = make_team(
        "west",
        (make_practice("luisteren", "west"),),
        rondes=[{"ronde": 1, "gestart": "2026-01", "volgende_stap": {"stap": "interviews", "wie": "teamleider"}}],
        doelen=[{"id": "samen", "naam": "Samen", "transformatiedoelen": ["eigen-kracht"]}],
        metingen=[{"schaal": "s", "datum": "2026-05-21", "scores": [5, 6], "gesprek": {"opbrengst": "Het helpt."}}],
    )
    data = _data(team)
    assert (data["versie"], data["gebouwd"], data["bereik"]) == (1, "2026-11-23", "openbaar")
    assert data["transformatiedoelen"][0] == {"id": "eigen-kracht", "naam": "Eigen kracht"}
    (found,) = data["teams"]
    (round,) = found["rondes"]
    assert list(round["stappen"]) == [
        "engagement",
        "interviews",
        "teruglegging",
        "werkzame-factoren",
        "keuze-monitoring",
        "monitoren",
        "herhaling",
    ]
    assert round["gestart"] == "2026-01"
    assert round["volgende_stap"] == {"stap": "interviews", "wie": "teamleider"}
    assert found["metingen"] == [
        {
            "schaal": "s",
            "datum": "2026-05-21",
            "niet_getoond": "te weinig gegevens om te tonen",
            "gesprek": {"opbrengst": "Het helpt."},
        }
    ]
    assert [practice["id"] for practice in data["best_practices"]] == ["luisteren"]


def test_the_data_holds_letters_as_they_are() -> None:
    content = handbook_json(make_edition(make_team(naam="Één ‘team’")), TODAY)
    assert "Één ‘team’".encode() in content
    assert content.endswith(b"}\n")


def test_comments_in_prose_are_the_writer_s_own_and_in_no_data() -> None:
    told = "Wij luisteren. <!-- zei iemand -->\n\nDan praten wij.<!-- open"
    data = _data(make_team("west", (make_practice("luisteren", "west", told),), over=told, agenda=[
        {"datum": "2026-12-10", "wat": "Meting", "opbrengst": told}
    ]))  # fmt: skip
    texts = [data["teams"][0]["over"], data["teams"][0]["agenda"][0]["opbrengst"], data["best_practices"][0]["tekst"]]
    assert texts == ["Wij luisteren. \n\nDan praten wij."] * 3
