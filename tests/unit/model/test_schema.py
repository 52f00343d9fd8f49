"""The JSON Schema that ``handbook schema`` prints, held against the shipped files by a reader that is not ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from reflection_handbook.model.portfolio import Portfolio
from reflection_handbook.model.practices import PracticeCard
from support import ROOT

PORTFOLIO = Draft202012Validator(Portfolio.model_json_schema(by_alias=True))
PRACTICE = Draft202012Validator(PracticeCard.model_json_schema(by_alias=True))

PORTFOLIOS = sorted((ROOT / "teams").glob("*/portfolio.yml"))
PRACTICES = sorted((ROOT / "teams").glob("*/best-practices/*.md"))


def as_json(value: Any) -> Any:
    """Return what YAML gave with dates as text, since JSON has none."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def portfolio() -> dict[str, Any]:
    read = as_json(yaml.safe_load((ROOT / "teams/voorbeeld/portfolio.yml").read_text(encoding="utf-8")))
    assert isinstance(read, dict)
    return read


def practice() -> dict[str, Any]:
    text = (ROOT / "teams/voorbeeld/best-practices/de-vraag-op-tafel.md").read_text(encoding="utf-8")
    read = as_json(yaml.safe_load(text.split("\n---\n")[0]))
    assert isinstance(read, dict)
    return read


def test_there_are_shipped_files() -> None:
    assert len(PORTFOLIOS) >= 6
    assert len(PRACTICES) >= 9


@pytest.mark.parametrize("validator", [PORTFOLIO, PRACTICE], ids=["portfolio", "best-practice"])
def test_the_schema_is_one(validator: Draft202012Validator) -> None:
    Draft202012Validator.check_schema(validator.schema)


@pytest.mark.parametrize("path", PORTFOLIOS, ids=lambda path: path.parent.name)
def test_every_shipped_portfolio_fits(path: Path) -> None:
    read = as_json(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert [error.message for error in PORTFOLIO.iter_errors(read)] == []


@pytest.mark.parametrize("path", PRACTICES, ids=lambda path: path.stem)
def test_every_shipped_practice_fits(path: Path) -> None:
    opening, card, _ = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == ""
    assert [error.message for error in PRACTICE.iter_errors(as_json(yaml.safe_load(card)))] == []


def test_three_keys_are_enough_for_a_portfolio_and_one_for_a_practice() -> None:
    assert PORTFOLIO.is_valid({"naam": "West", "soort": "wijkteam", "herkomst": "praktijk"})
    assert PRACTICE.is_valid({"titel": "Eerst luisteren"})


@pytest.mark.parametrize("key", ["naam", "soort", "herkomst"])
def test_a_portfolio_without_one_of_them_does_not_fit(key: str) -> None:
    broken = portfolio()
    del broken[key]
    assert not PORTFOLIO.is_valid(broken)


BREAKS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "an unknown key": lambda p: p.update(telefoon="geheim"),
    "an English key": lambda p: p.update(name="West"),
    "an unknown key deep inside": lambda p: p["rondes"][0]["stappen"]["monitoren"].update(besluit="samen"),
    "an unknown kind": lambda p: p.update(soort="dorpsteam"),
    "an unknown state": lambda p: p["rondes"][0]["stappen"]["monitoren"].update(status="klaar"),
    "a score off the scale": lambda p: p["metingen"][0]["scores"].append(11),
    "a score of true": lambda p: p["metingen"][0]["scores"].append(True),
    "half a score": lambda p: p["metingen"][0]["scores"].append(7.5),
    "a count below zero": lambda p: p.update(leden=-1),
    "a date as Dutch people write it": lambda p: p["agenda"][0].update(datum="12-03-2026"),
    "an id with a capital": lambda p: p["doelen"][0].update(id="Samen-sterk"),
    "a list instead of a group": lambda p: p.update(stabiliteit=[]),
    "perhaps instead of yes or no": lambda p: p["stabiliteit"].update(reorganisatie_voorzien="misschien"),
    "a role that is a story": lambda p: p["betrokkenen"][0].update(rol="x" * 81),
    "an empty name": lambda p: p.update(naam=""),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_portfolio_does_not_fit(name: str) -> None:
    broken = portfolio()
    assert PORTFOLIO.is_valid(broken)
    BREAKS[name](broken)
    assert not PORTFOLIO.is_valid(broken)


PRACTICE_BREAKS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "no title": lambda p: p.pop("titel"),
    "an unknown key": lambda p: p.update(auteur="Karin"),
    "a fingerprint that is none": lambda p: p["toestemming"].update(tekst_sha256="abc"),
    "a check without a role": lambda p: p["toestemming"]["herkenbaarheid_getoetst"].pop("door"),
    "an unknown audience": lambda p: p["toestemming"].update(bereik="iedereen"),
    "some agreed": lambda p: p.update(deelnemers_akkoord="sommigen"),
}


@pytest.mark.parametrize("name", PRACTICE_BREAKS)
def test_a_broken_practice_does_not_fit(name: str) -> None:
    broken = practice()
    assert PRACTICE.is_valid(broken)
    PRACTICE_BREAKS[name](broken)
    assert not PRACTICE.is_valid(broken)
