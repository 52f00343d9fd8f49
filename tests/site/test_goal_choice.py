"""The choice of goals in a real browser: counted by the same rule as ours, and no ballot is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from meeting_tools import (
    BARE,
    FRESH,
    bare_tool,
    block,
    break_storage,
    is_usable_by_everybody,
    pasted,
    press,
    put,
    storage,
    told,
    tool_page,
)
from reflection_handbook.viewing.meeting_tools import MeetingView
from support import ROOT

pytestmark = pytest.mark.browser

SHARED = json.loads((ROOT / "tests" / "shared" / "tally.json").read_text(encoding="utf-8"))
TOOL = ("doelen-kiezen", "goal-choice.js", MeetingView(5, 0.6, 3, (("eigen-kracht", "Eigen kracht"),)))
URL = "voorbereiden/doelen-kiezen/"
GOALS = "Ouders denken eerder mee\nWe weten wie wat kan\nRustiger afronden"


def _begin(page: Page, goals: str = GOALS, manner: str = "rangorde", most: int = 3) -> None:
    put(page, {"[data-part=goals]": goals, f"input[value={manner}]": "", "[data-part=most]": str(most)})
    press(page, "Verder naar tellen")


def _count(page: Page, ballots: str) -> None:
    page.get_by_label("Lijstjes", exact=True).fill(ballots)
    press(page, "Tel mee en vergeet")


def _counted(page: Page) -> str:
    return page.locator("[data-part=counted]").inner_text()


def test_the_browser_counts_as_we_do(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        for case in SHARED:
            _begin(page, "\n".join(case["goals"]), case["manner"], case["most"])
            _count(page, "\n".join("; ".join(ballot) or "-" for ballot in case["ballots"]))
            if case["invalid"]:
                press(page, "Tel wat overblijft als ongeldig")
            assert _counted(page) == "Geteld: {voters}. Blanco: {blank}. Ongeldig: {invalid}.".format(**case)
            press(page, "Toon de uitslag")
            cells = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
            rows = page.locator("[data-part=lines] tr").evaluate_all(cells)
            found = [
                [goal, int(points), int(support.split()[0]), int(place.split()[-1])]
                for place, goal, points, support in rows
            ]
            assert found == case["lines"], case["shows"]
            places = [place for _, points, _, place in case["lines"] if points]
            tied = {str(place) for place in places if places.count(place) > 1}
            assert {row[0].split()[-1] for row in rows if "gedeeld" in row[0]} == tied, case["shows"]
            assert page.locator("[data-part=ties] li").count() == len(tied)
            press(page, "Wis alles")


def test_ballots_are_typed_as_people_do_and_a_wrong_one_stays_with_its_reason(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        _begin(page, "Eén doel")
        told(page, "ten minste twee doelen")
        _begin(page, "Rust\nOuders\nrust ")
        told(page, "‘rust’ staat er twee keer")
        _begin(page, "Rust, ook op maandag\nOuders\n2 gesprekken")
        press(page, "Toon de uitslag")
        told(page, "Tel eerst ten minste één lijstje.")
        _count(page, "1,2\n2 > 1\nouders; RUST, OOK OP MAANDAG\n Rust, ook op maandag \n3\n2 gesprekken\n–")
        assert _counted(page) == "Geteld: 6. Blanco: 1. Ongeldig: 0."
        press(page, "Andere doelen")
        _begin(page)
        _count(page, "1,2\n2,2\n1,9\n1 2 3 1")
        assert page.locator("[data-part=faults] li").all_inner_texts() == [
            "Regel 1: ‘2’ staat er twee keer.",
            "Regel 2: ‘9’ staat niet op de lijst.",
            "Regel 3: ‘1’ staat er twee keer.",
        ]
        assert page.get_by_label("Lijstjes", exact=True).input_value() == "2,2\n1,9\n1 2 3 1"
        press(page, "Toon de uitslag")  # not while something is wrong
        assert page.get_by_label("Lijstjes", exact=True).is_visible()
        _count(page, "2,1")
        assert _counted(page) == "Geteld: 2. Blanco: 0. Ongeldig: 0."
        _count(page, "")
        told(page, "Er staat nog geen lijstje om te tellen.")


def test_ballots_are_kept_nowhere_and_the_tally_is_once_there_are_five(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        _begin(page)
        _count(page, "1,2\n2,1")
        page.get_by_label("Lijstjes", exact=True).fill("3,2,1")
        assert "3,2,1" not in storage(page) and "points" not in storage(page)
        assert page.get_by_label("Lijstjes", exact=True).input_value() == "3,2,1"
        page.reload()
        assert page.get_by_label("De doelen").input_value() == GOALS  # of two ballots nothing is left
        press(page, "Verder naar tellen")
        assert page.get_by_label("Lijstjes", exact=True).input_value() == ""
        assert _counted(page).startswith("Geteld: 0.")
        _count(page, "1,2\n2,1\n1\n1\n3")
        page.reload()
        assert _counted(page).startswith("Geteld: 5.")
        press(page, "Toon de uitslag")
        rows = page.locator("[data-part=lines] tr").all_inner_texts()
        page.reload()
        assert page.locator("[data-part=lines] tr").all_inner_texts() == rows
        press(page, "Er is nog een lijstje")
        page.get_by_label("Lijstjes", exact=True).fill("3,2,1")
        page.goto(f"{BARE}?")
        page.go_back()
        assert page.get_by_label("Lijstjes", exact=True).input_value() == ""
        press(page, "Wis alles")
        told(page, "Alles is gewist.")
        assert "Ouders" not in storage(page)


def test_what_the_team_takes_goes_into_a_fresh_portfolio(browser: Browser, address: str, tmp_path: Path) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        page.context.set_offline(True)
        is_usable_by_everybody(page)
        _begin(page, "Ouders: 'eerder' aan # zet\nWe weten wie wat kan\nRustiger afronden\nNog een doel")
        _count(page, "1,2,3\n2,1\n1,2\n3\n2,1\n1\n9")
        is_usable_by_everybody(page)
        press(page, "Tel wat overblijft als ongeldig")
        press(page, "Toon de uitslag")
        assert page.evaluate("document.activeElement.textContent") == "De uitslag"
        is_usable_by_everybody(page)
        page.get_by_label("Datum").fill("2026-11-20")
        page.get_by_label("We weten wie wat kan", exact=True).check()
        assert page.get_by_text("Bij welk transformatiedoel hoort dit?").is_visible()
        for name in ("Ouders: 'eerder' aan # zet", "We weten wie wat kan"):
            page.get_by_label(f"Transformatiedoel bij: {name}").select_option("eigen-kracht")
        assert not page.get_by_text("Bij welk transformatiedoel hoort dit?").is_visible()
        given = block(page)
        assert "stemmers: 6" in given and "{doel: ouders-eerder-aan-zet, punten: 13}" in given
        pasted(tmp_path, FRESH + given)
        for name in ("Rustiger afronden", "Nog een doel"):
            page.get_by_label(name, exact=True).check()
        assert page.get_by_text("Dat zijn meer dan 3 doelen tegelijk.").is_visible()
        page.context.set_offline(False)
        page.reload()
        assert page.get_by_label("Nog een doel", exact=True).is_checked()


def test_with_fewer_than_five_there_are_no_figures(browser: Browser, tmp_path: Path) -> None:
    with bare_tool(browser, *TOOL) as page:
        _begin(page)
        _count(page, "1,2\n1\n2,1\n1")
        press(page, "Toon de uitslag")
        assert page.get_by_text("Minder dan 5 lijstjes").is_visible()
        assert page.get_by_role("columnheader").all_inner_texts()[:2] == ["Plaats", "Doel"]
        assert not page.get_by_role("columnheader", name="Punten").is_visible()
        assert "punten" not in block(page) and "stemmers" not in block(page)
        pasted(tmp_path, FRESH + block(page))


BROKEN = ["{", "[]", '{"goals": 5}', '{"goals": "A\\nB", "tally": {"voters": 9, "points": [1], "support": [1, 2]}}']


def test_what_was_kept_and_is_broken_is_said_and_the_rest_works(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        for text in BROKEN:
            break_storage(page, "doelen-kiezen", text)
            told(page, "niet te lezen")
            _begin(page)
            _count(page, "1")
            assert _counted(page).startswith("Geteld: 1."), text


def test_it_works_from_a_folder(browser: Browser, site: Path) -> None:
    with tool_page(browser, (site / URL / "index.html").as_uri()) as page:
        _begin(page)
        _count(page, "1\n1\n1\n2\n2")
        press(page, "Toon de uitslag")
        with page.expect_download() as download:
            press(page, "Bewaar als bestand")
        assert "punten: 9" in Path(download.value.path()).read_text(encoding="utf-8")
