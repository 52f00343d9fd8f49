"""The plan builder in a real browser: by the same rules as ours, with and without a server."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from meeting_tools import tool_page
from support import ROOT

from .test_teams import opened

pytestmark = pytest.mark.browser

SHARED = json.loads((ROOT / "tests" / "shared" / "plan.json").read_text(encoding="utf-8"))
RULES = ROOT / "plugins" / "reflection_handbook" / "rendering" / "assets" / "plan-rules.js"
PLANS = [plan["id"] for plan in yaml.safe_load((ROOT / "docs/voorbereiden/plannen.yml").read_text("utf-8"))["plannen"]]
PHONE = {"viewport": {"width": 390, "height": 844}}


def parts(page: Page) -> list[str]:
    return page.locator(".hb-planner__what > p:first-child").all_inner_texts()


def sheet_parts(page: Page) -> list[str]:
    return page.locator(".hb-sheet__what").all_inner_texts()


def told(page: Page) -> str:
    return page.locator(".hb-planner__opened").inner_text()


def faults(page: Page, width: int, rules: list[str] | None = None) -> list[tuple[str, list[str]]]:
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    options = {"runOnly": {"type": "rule", "values": rules}} if rules else {}
    found = Axe().run(page, context=".md-content", options=options).response["violations"]
    return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]


def test_the_browser_opens_an_address_as_we_do(browser: Browser) -> None:
    page = browser.new_page()
    page.add_script_tag(path=RULES)
    for case in SHARED["open"]:
        found = page.evaluate(
            "([text, known]) => handboekPlan.open(text, new Map(Object.entries(known)))",
            [case["text"], SHARED["questions"]],
        )
        assert found == case["opened"], case["shows"]
        if not found["told"]:
            assert page.evaluate("(plan) => handboekPlan.text(plan)", found) == case["text"]
    page.close()


def test_the_browser_says_about_a_plan_what_we_do(browser: Browser) -> None:
    page = browser.new_page()
    page.add_script_tag(path=RULES)
    for case in SHARED["remarks"]:
        asked = [case["parts"], case["minutes"], case["leader"], case["unchanged"]]
        assert page.evaluate("(asked) => handboekPlan.remarks(...asked)", asked) == case["remarks"], case["shows"]
    page.close()


def test_from_the_aim_to_a_plan_that_opens_the_same_elsewhere(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}voorbereiden/") as page:
        page.get_by_text("Een doel levend houden").click()
        page.locator(".hb-aim[open]").get_by_role("link", name="Gesprek over de schaal", exact=True).click()
        page.locator(".hb-planner__part").first.wait_for()
        before = parts(page)
        assert before[1].startswith("Waar sta je nu")
        assert page.locator(".hb-planner__sum").inner_text() == "60 van de 60 minuten"
        assert "Maatwerk" in page.locator(".hb-planner__advice").inner_text()

        page.get_by_role("button", name="Omlaag: Waar sta je nu").focus()
        page.keyboard.press("Enter")
        assert parts(page)[2] == before[1]
        page.keyboard.press("Alt+ArrowUp")
        assert parts(page) == before

        page.get_by_role("button", name="Haal weg: Hoe zou één cijfer hoger").click()
        assert len(parts(page)) == len(before) - 1
        page.get_by_role("button", name="Zet terug").click()
        assert parts(page) == before

        page.get_by_role("button", name="Ruil: Hoe zou één cijfer hoger").press("Enter")
        page.keyboard.press("Enter")  # the first of the questions that are like it has the keyboard
        assert parts(page)[3] != before[3]

        page.get_by_label("Zoek een vraag").fill("trots dag")
        page.get_by_role("button", name="Voeg toe: Waar ben je trots op").click()
        page.get_by_role("button", name="Pauze", exact=True).click()
        assert parts(page)[-1] == "Afspraken"  # what ends a conversation stays at its end
        page.get_by_label("Minuten voor: Pauze").fill("20")
        assert "te veel" in page.locator(".hb-planner__sum").inner_text()
        page.get_by_label("Wie leidt het gesprek?").select_option("e")
        advice = page.locator(".hb-planner__advice").inner_text()
        assert "iemand uit het team zelf" in advice
        assert "meer in dan er tijd is" in advice
        page.get_by_role("button", name="Notitie schrijven bij:").first.click()
        page.get_by_label("Notitie bij:").first.fill("Neem de flap mee")
        page.get_by_label("Naam van het plan").fill("Donderdag")
        made, url = parts(page), page.url
        assert "flap" not in url and "Donderdag" not in url
        page.reload()
        assert parts(page) == made
        assert page.get_by_label("Notitie bij:").first.input_value() == "Neem de flap mee"
        page.get_by_label("Zet mijn notities en de naam in het adres").check()
        with_notes = page.url
    with opened(browser, url, **PHONE) as page:
        assert parts(page) == made
        assert page.get_by_label("Naam van het plan").input_value() == ""
        assert page.evaluate("location.hash.split('&')[0]") == url[url.index("#") :]
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.goto(with_notes)
        page.get_by_role("heading", name="Donderdag").wait_for()
        assert parts(page) == made
        assert page.get_by_label("Naam van het plan").input_value() == "Donderdag"
        assert page.get_by_label("Notitie bij:").first.input_value() == "Neem de flap mee"
        small = page.evaluate("""[...document.querySelectorAll(".hb-planner :is(button, a.md-button, input, select)")]
            .filter((one) => one.checkVisibility() && one.type !== "checkbox" && !one.matches(".hb-hidden"))
            .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
            .filter(([, { width, height }]) => width < 44 || height < 43.9).map(([html]) => html)""")
        assert small == []


def test_a_broken_or_old_address_says_so_and_keeps_the_rest(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}voorbereiden/plan/#plan=1.60.n.0.00000-10.p-5.t-") as page:
        assert parts(page) == ["Pauze", "Terugkijken"]
        assert "De vraag op plaats 1 bestaat niet meer" in told(page)
        assert "niet heel" in told(page)
        assert "De rest van het plan is er nog" in told(page)
        for fragment, message, rest in (
            ("#plan=<b>onzin</b>", "niet te lezen", []),
            ("#plan-van-vroeger", "ligt niet meer klaar", []),
            ("#erbij=00000", "staat niet meer in de vragenbank", ["Pauze", "Terugkijken"]),
            ("#plan-van-vroeger", "ligt niet meer klaar", []),
            ("#plan=1.60.n.0.p-5.z", "", ["Pauze"]),
            ("#plan=" + "1.60.n.0" + ".__proto__-9" * 900, "nog meer niet te lezen", []),
            ("#plan=7.60.n.0.p-5.z&titel=%3Cimg src=x onerror=alert(1)%3E", "andere versie", ["Pauze"]),
            ("#plan=1.60.n.0.p-5.t-10.z).", "", ["Pauze", "Terugkijken"]),
        ):
            page.evaluate("(fragment) => (location.hash = fragment)", fragment)
            if rest:
                page.locator(".hb-planner__part").nth(len(rest) - 1).wait_for()
            else:
                page.locator("[data-screen=start]").wait_for()
            assert message in told(page), fragment
            assert parts(page) == rest, fragment
            assert page.locator(".hb-planner img").count() == 0
        assert told(page) == ""
        page.evaluate("""localStorage.setItem(
            Object.keys(localStorage).find((key) => key.endsWith(" plan")), '{"plans": [3, null, {"id": 1}]}')""")
        page.goto(f"{address}voorbereiden/plan/")
        page.get_by_role("button", name="Begin").click()
        assert len(parts(page)) == 9


HARD = 'Vraag \'rustig\' "door": niet te snel\n- onderdeel: {a: 1}\nplan: "1.60.n.0.z"\n<b>&amp; 👩‍👩‍👧 # ok'


def test_a_plan_is_saved_as_a_file_and_to_read_opened_again_and_wiped(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    with opened(browser, f"{address}voorbereiden/plan/#plan-interview") as page:
        page.get_by_role("button", name="Notitie schrijven bij:").nth(1).click()
        page.get_by_label("Notitie bij:").nth(1).fill(HARD)
        page.get_by_label("Naam van het plan").fill("Voor 'dinsdag': <i>")
        made = parts(page)
        for button, name in (("Bewaar als bestand", "plan.yml"), ("Bewaar om te lezen", "plan.html")):
            with page.expect_download() as download:
                page.get_by_role("button", name=button).click()
            assert download.value.suggested_filename == f"voor-dinsdag-i{Path(name).suffix}"
            download.value.save_as(tmp_path / name)
        page.get_by_role("button", name="Wis alles").click()
        assert page.get_by_role("heading", name="Waarmee begin je?").is_visible()
        assert page.locator(".hb-planner__part").count() == 0
        assert page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(' plan'))") == []
        page.reload()
        assert not page.get_by_role("button", name="Wis alles").first.is_visible()
        # A browser asks for the icon again at every change of the address, with or without a network.
        page.route("**/favicon.svg", lambda route: route.fulfill(body="", content_type="image/svg+xml"))
        page.context.set_offline(True)
        for name in ("plan.yml", "plan.html"):
            page.locator(".hb-planner input[type=file]").set_input_files(tmp_path / name)
            page.get_by_text("Het plan is geopend.").wait_for()
            assert parts(page) == made
            assert page.get_by_label("Notitie bij:").nth(1).input_value() == HARD
            assert page.get_by_label("Naam van het plan").input_value() == "Voor 'dinsdag': <i>"
            page.get_by_role("button", name="Wis alles").last.click()
        (tmp_path / "anders.yml").write_text("iets: anders\n", encoding="utf-8")
        page.locator(".hb-planner input[type=file]").set_input_files(tmp_path / "anders.yml")
        page.get_by_text("staat geen plan").wait_for()
    read = yaml.safe_load((tmp_path / "plan.yml").read_text(encoding="utf-8"))
    assert [part["wat"] for part in read["onderdelen"]] == made
    assert read["onderdelen"][1]["notitie"] == HARD
    with opened(browser, (tmp_path / "plan.html").as_uri(), **PHONE, offline=True) as page:
        assert page.locator("html").get_attribute("lang") == "nl"
        assert page.title() == "Voor 'dinsdag': <i>"
        assert sheet_parts(page) == made
        assert page.locator(".hb-sheet__note").inner_text() == HARD
        assert page.locator("script, [onclick], img, link, b").count() == 0
        assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [390, 390]
        assert Axe().run(page).response["violations"] == []


def test_what_is_printed_is_the_plan_with_a_code(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}voorbereiden/plan/#plan-interview") as page:
        asked = parts(page)
        assert len(asked) == 9
        page.emulate_media(media="print")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        sheet = page.locator(".hb-planner__sheet")
        assert sheet_parts(page) == asked
        assert sheet.locator(".hb-sheet__clock").first.inner_text().split() == ["0–5", "5", "min"]
        shown = page.evaluate("""[...document.body.querySelectorAll("*")]
            .filter((one) => one.checkVisibility({opacityProperty: true}) && one.innerText
            && !one.children.length && !one.closest(".hb-planner__sheet")).map((one) => one.innerText)""")
        assert shown == []
        # The code is read back: its modules are those of the library for this address, and around them is white.
        drawn = page.evaluate("""() => {
            const made = qrcode(0, "M");
            made.addData(location.href, "Byte");
            made.make();
            const svg = document.querySelector(".hb-sheet__code svg");
            const path = svg.firstChild.getAttribute("d");
            const dark = new Set([...path.matchAll(/M(\\d+ \\d+)h/g)].map(([, place]) => place));
            const size = made.getModuleCount();
            let same = dark.size > 0;
            for (let y = 0; y < size; y += 1)
                for (let x = 0; x < size; x += 1) same &&= made.isDark(y, x) === dark.has(`${x} ${y}`);
            return [same, svg.getAttribute("viewBox") === `-4 -4 ${size + 8} ${size + 8}`];
        }""")
        assert drawn == [True, True]
        for plan in PLANS:
            page.evaluate("(plan) => (location.hash = `#plan-${plan}`)", plan)
            page.wait_for_function("/^#plan=/.test(location.hash)")
            sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
            assert len(sheets) <= 2, plan
            text = " ".join("".join(sheet.extract_text() for sheet in sheets).split())
            at = text.index("Datum")
            for part in sheet_parts(page):  # each after the one before
                at = text.index(" ".join(part.split()), at) + 1


def test_without_javascript_the_plans_are_there_to_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}voorbereiden/plan/")
    assert page.locator(".hb-plans__one").count() == 9
    assert page.get_by_text("Schrijf een plan hieronder over").is_visible()
    assert not page.locator(".hb-planner").is_visible()
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_and_can_be_used_by_everybody(browser: Browser, address: str, width: int) -> None:
    with opened(browser, f"{address}voorbereiden/", viewport={"width": width, "height": 844}) as page:
        page.locator(".md-content details").first.evaluate("(one) => (one.open = true)")
        assert faults(page, width) == []
        page.goto(f"{address}voorbereiden/plan/#plan-terugleggen")
        page.get_by_label("Zoek een vraag").fill("trots")
        page.get_by_role("button", name="Notitie schrijven bij:").first.click()
        page.get_by_role("button", name="Ruil:").first.click()
        page.get_by_role("button", name="Omlaag:").first.click()
        page.get_by_role("button", name="Zet terug").wait_for()
        assert faults(page, width) == []
        page.evaluate("document.body.dataset.mdColorScheme = 'slate'")  # as the button for light and dark does
        assert faults(page, width, rules=["color-contrast"]) == []
        page.get_by_role("button", name="Ander plan").click()
        assert page.get_by_text("Of ga verder met").is_visible()
        assert faults(page, width) == []


def test_it_works_from_a_folder_without_a_server(browser: Browser, site: Path, address: str) -> None:
    start = (site / "voorbereiden" / "plan" / "index.html").as_uri()
    with tool_page(browser, f"{start}#plan=1.60.x.0.w-5.t-10.a-5.z", **PHONE, offline=True) as page:
        assert parts(page) == ["Welkom", "Terugkijken", "Afspraken"]
        page.get_by_role("button", name="Pauze", exact=True).click()
        made, fragment = parts(page), page.evaluate("location.hash")
        page.reload()
        assert parts(page) == made == ["Welkom", "Terugkijken", "Pauze", "Afspraken"]
        page.goto(start)
        assert parts(page) == made
        page.get_by_role("button", name="Ander plan").click()
        assert page.get_by_role("button", name="Mijn plan 60 minuten").is_visible()
    with opened(browser, f"{address}voorbereiden/plan/{fragment}") as page:
        assert parts(page) == made
