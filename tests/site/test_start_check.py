"""The start check in a real browser: the same advice as ours, with its reasons, kept until it is wiped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from meeting_tools import bare_tool, break_storage, is_usable_by_everybody, press, storage, told, tool_page
from reflection_handbook.model.startcheck import QUESTIONS
from reflection_handbook.viewing.start_check import start_check_view
from support import ROOT, make_edition

pytestmark = pytest.mark.browser

SHARED = json.loads((ROOT / "tests" / "shared" / "startcheck.json").read_text(encoding="utf-8"))
URL = "voorbereiden/startcheck/"


def _answer(page: Page, answers: dict[str, str | None]) -> None:
    for id, answer in ({question.id: "ja" for question in QUESTIONS} | answers).items():
        if answer:
            page.locator(f"[data-question={id}]").get_by_role("radio", name=answer, exact=True).check()


def _advice(page: Page) -> str | None:
    return page.locator("[data-advice]:visible").get_attribute("data-advice")


@pytest.mark.parametrize("case", SHARED, ids=[case["shows"] for case in SHARED])
def test_the_browser_advises_as_we_do(browser: Browser, case: dict[str, Any]) -> None:
    view = start_check_view(make_edition(drempels={"wisselingen_deel": str(case.get("share", 0.33))}))
    page = bare_tool(browser, "startcheck", "start-check.js", view)
    _answer(page, case["answers"])
    for name, part in (("members", "Hoeveel mensen werken"), ("changed", "Hoeveel mensen kwamen of gingen")):
        page.get_by_label(part).fill(str(case.get(name, "")))
    if case["advice"]:
        assert _advice(page) == case["advice"]
    else:
        assert page.locator("[data-advice]:visible").count() == 0
        assert page.get_by_text("Nog één vraag te gaan.").is_visible()
    page.close()


def test_the_advice_gives_its_reasons_and_leads_to_them(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        assert page.get_by_text("Nog 9 vragen te gaan.").is_visible()
        _answer(page, {"uren": "nee", "kwaliteit": "twijfel"})
        page.locator("[data-part=small-team]").get_by_role("radio", name="ja").check()
        assert page.locator(".hb-advice__title:visible").inner_text() == "Eerst regelen"
        reasons = page.locator("[data-part=reasons] li").all_inner_texts()
        assert [reason.split(".")[0] for reason in reasons] == ["4", "9"]
        assert page.get_by_text("een groepsgesprek mag").is_visible()
        page.get_by_label("Hoeveel mensen werken").fill("10")
        page.get_by_label("Hoeveel mensen kwamen of gingen").fill("4")
        assert page.locator(".hb-advice__title:visible").inner_text() == "Liever wachten"
        assert page.get_by_text("4 van de 10 mensen wisselden").is_visible()
        page.locator("[data-part=reasons]").get_by_role("link", name="Heeft de gespreksleider uren").click()
        page.wait_for_url("**/invoeren/is-dit-team-klaar/#uren")
        assert page.locator("#uren").is_visible()


def test_a_reload_loses_nothing_and_one_click_wipes(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        _answer(page, {"nee": "nee"})
        page.get_by_label("Dit spreken we af").fill("De teamleider vraagt het na.")
        page.reload()
        assert _advice(page) == "regelen"
        assert page.get_by_label("Dit spreken we af").input_value() == "De teamleider vraagt het na."
        press(page, "Wis alles")
        told(page, "Alles is gewist.")
        assert "teamleider vraagt" not in storage(page)
        page.reload()
        assert page.locator("input:checked[name^=hb-]").count() == 0


def test_it_can_be_answered_with_the_keyboard_alone(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        page.get_by_label("Hoeveel mensen kwamen of gingen").focus()
        for _ in QUESTIONS:
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
        assert _advice(page) == "doorgaan"


BROKEN = ["{", "7", '{"answers": {"uren": "misschien", "nee": "nee"}}', '{"members": 4, "answers": {"nee": "nee"}}']


@pytest.mark.parametrize("text", BROKEN)
def test_what_was_kept_and_is_broken_is_said_and_the_rest_kept(browser: Browser, address: str, text: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        break_storage(page, "startcheck", text, "localStorage")
        told(page, "niet te lezen")
        no = page.locator("[data-question=nee]").get_by_role("radio", name="nee")
        assert no.is_checked() == ("answers" in text)
        _answer(page, {})
        assert _advice(page) == "doorgaan"


def test_on_paper_the_answers_stay_and_the_buttons_go(browser: Browser, address: str) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        _answer(page, {})
        page.emulate_media(media="print")
        assert page.get_by_text("Jullie kunnen beginnen").is_visible()
        assert not page.get_by_role("button", name="Wis alles").is_visible()


def test_it_works_from_a_folder_and_without_javascript_there_is_a_form(
    browser: Browser, site: Path, address: str
) -> None:
    with tool_page(browser, (site / "voorbereiden" / "startcheck" / "index.html").as_uri()) as page:
        _answer(page, {})
        assert _advice(page) == "doorgaan"
    with tool_page(browser, f"{address}{URL}", java_script_enabled=False) as page:
        assert page.get_by_text("Op papier: vul ieder apart het formulier in").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_used_by_everybody(browser: Browser, address: str, width: int, scheme: Any) -> None:
    screen = {"viewport": {"width": width, "height": 844}, "color_scheme": scheme}
    with tool_page(browser, f"{address}{URL}", **screen) as page:
        _answer(page, {"uren": "twijfel", "stabiliteit": "nee"})
        is_usable_by_everybody(page)
