"""The start check in a real browser: the same advice as ours, with its reasons, kept until it is wiped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from meeting_tools import (
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
from reflection_handbook.model.startcheck import QUESTIONS
from reflection_handbook.viewing.start_check import start_check_view
from support import ROOT, make_edition

pytestmark = pytest.mark.browser

SHARED = json.loads((ROOT / "tests" / "shared" / "startcheck.json").read_text(encoding="utf-8"))
URL = "voorbereiden/startcheck/"
TOOL = ("startcheck", "start-check.js", start_check_view(make_edition()))


def _answer(page: Page, answers: dict[str, str | None]) -> None:
    for id, answer in ({question.id: "ja" for question in QUESTIONS} | answers).items():
        if answer:
            page.locator(f"[data-question={id}]").get_by_role("radio", name=answer, exact=True).check()


def _advice(page: Page) -> str | None:
    return page.locator("[data-advice]:visible").get_attribute("data-advice")


@pytest.mark.parametrize("share", sorted({case.get("share", 0.33) for case in SHARED}))
def test_the_browser_advises_as_we_do(browser: Browser, share: float) -> None:
    view = start_check_view(make_edition(drempels={"wisselingen_deel": str(share)}))
    with bare_tool(browser, *TOOL[:2], view) as page:
        for case in SHARED:
            if case.get("share", 0.33) != share:
                continue
            answers = {question.id: "ja" for question in QUESTIONS} | case["answers"]
            put(page, {f"[data-question={id}] [value={answer}]": "" for id, answer in answers.items() if answer})
            put(page, {f"[data-part={part}]": str(case.get(part, "")) for part in ("members", "changed")})
            if case["advice"]:
                assert _advice(page) == case["advice"], case["shows"]
            else:
                assert page.locator("[data-advice]:visible").count() == 0, case["shows"]
                assert page.get_by_text("Nog één vraag te gaan.").is_visible()
            press(page, "Wis alles")


def test_the_advice_gives_its_reasons_and_a_block_and_a_reload_loses_nothing(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    with tool_page(browser, f"{address}{URL}") as page:
        page.context.set_offline(True)
        assert page.get_by_text("Nog 9 vragen te gaan.").is_visible()
        assert page.get_by_label("Voor het portfolio").is_hidden()
        _answer(page, {"uren": "nee", "kwaliteit": "twijfel"})
        page.locator("[data-part=small-team]").get_by_role("radio", name="ja").check()
        assert page.locator(".hb-advice__title:visible").inner_text() == "Eerst regelen"
        reasons = page.locator("[data-part=reasons] li").all_inner_texts()
        assert [reason.split(".")[0] for reason in reasons] == ["4", "9"]
        assert page.get_by_text("een groepsgesprek mag").is_visible()
        assert block(page) == "stabiliteit:\n  reorganisatie_voorzien: nee"
        page.get_by_label("Hoeveel mensen werken").fill("10")
        page.get_by_label("Hoeveel mensen kwamen of gingen").fill("4")
        assert page.locator(".hb-advice__title:visible").inner_text() == "Liever wachten"
        assert page.get_by_text("4 van de 10 mensen wisselden").is_visible()
        is_usable_by_everybody(page)
        _answer(page, {"reorganisatie": "nee"})
        expected = "leden: 10\nstabiliteit:\n  wisselingen_12_maanden: 4\n  reorganisatie_voorzien: ja"
        assert block(page) == expected
        _answer(page, {"reorganisatie": "twijfel"})
        assert block(page) == expected.rpartition("\n")[0]
        said = pasted(tmp_path, FRESH + expected, FRESH + block(page))
        assert "In twaalf maanden is er veel gewisseld" not in said  # a signal is for a team with a running round
        page.get_by_label("Dit spreken we af").fill("De teamleider vraagt het na.")
        page.emulate_media(media="print")
        assert page.get_by_text("Liever wachten", exact=True).is_visible()
        assert not page.get_by_role("button", name="Wis alles").is_visible()
        page.emulate_media(media="screen")
        page.context.set_offline(False)
        page.reload()
        assert _advice(page) == "wachten"
        assert page.get_by_label("Dit spreken we af").input_value() == "De teamleider vraagt het na."
        page.locator("[data-part=reasons]").get_by_role("link", name="Blijft een ingrijpende").click()
        page.wait_for_url("**/invoeren/is-dit-team-klaar/#reorganisatie")
        assert page.locator("#reorganisatie").is_visible()
        page.go_back()
        press(page, "Wis alles")
        told(page, "Alles is gewist.")
        assert "teamleider vraagt" not in storage(page)
        page.reload()
        assert page.locator("input:checked[name^=hb-]").count() == 0


def test_it_can_be_answered_with_the_keyboard_alone(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        page.get_by_label("Hoeveel mensen kwamen of gingen").focus()
        for _ in QUESTIONS:
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
        assert _advice(page) == "doorgaan"


BROKEN = ["{", "7", '{"answers": {"uren": "misschien", "nee": "nee"}}', '{"members": 4, "answers": {"nee": "nee"}}']


def test_what_was_kept_and_is_broken_is_said_and_the_rest_kept(browser: Browser) -> None:
    with bare_tool(browser, *TOOL) as page:
        for text in BROKEN:
            break_storage(page, "startcheck", text, "localStorage")
            told(page, "niet te lezen")
            no = page.locator("[data-question=nee]").get_by_role("radio", name="nee")
            assert no.is_checked() == ("answers" in text)
            _answer(page, {})
            assert _advice(page) == "doorgaan"


def test_it_works_from_a_folder(browser: Browser, site: Path) -> None:
    with tool_page(browser, (site / URL / "index.html").as_uri()) as page:
        _answer(page, {})
        page.reload()
        assert _advice(page) == "doorgaan"
