"""A plan for on paper, from its address: whole, in part, or not at all."""

from __future__ import annotations

import pytest

from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.model.plan_address import code
from reflection_handbook.model.plans import PlanFile
from reflection_handbook.model.published import Edition
from reflection_handbook.viewing.kit_plan import is_plan_address, opened_plan
from support import make_bank, make_document, make_edition

BANK = make_bank({"id": "een"}, {"id": "oud", "vervangen_door": "een"}, {"id": "twee", "stap": "herhaling"})
PLAN = {
    "id": "klaar",
    "titel": "Een gesprek",
    "stap": "interviews",
    "doel": "Horen.",
    "minuten": 60,
    "bladzijde": "methode/2-interviews/index.md",
    "onderdelen": [{"soort": "welkom", "minuten": 5, "toelichting": "Rustig."}, {"vraag": "een", "minuten": 20}],
}
ONE, OLD, TWO, BASE = code("een"), code("oud"), code("twee"), code("klaar")


def _edition() -> Edition:
    bank = tuple(entry.question for entry in BANK)
    page = make_document("voorbereiden/plan.md", "# Plan")
    return make_edition(documents=(page,)).model_copy(
        update={"questions": bank, "plans": PlanFile.model_validate({"plannen": [PLAN]})}
    )


def test_a_whole_address_brings_its_parts_its_name_and_its_notes() -> None:
    typed = "titel=Ons+gesprek&notitie.2=Eerst%0Astil"
    opened = opened_plan(f"https://x.example/plan/#plan=1.45.x.0.{TWO}-10.w-5.{ONE}-20.z&{typed}", _edition())
    assert [(row.start, row.end, row.text, row.note) for row in opened.part.rows] == [
        (0, 10, "Wat is twee?", ""),
        (10, 15, "Welkom", "Eerst stil"),
        (15, 35, "Wat is een?", ""),
    ]
    assert (opened.title, opened.part.minutes, opened.questions) == ("Ons gesprek", 45, ("twee", "een"))
    assert (opened.told, opened.mark) == ((), None)


def test_a_plan_that_began_as_a_ready_made_one_keeps_its_name_and_what_is_said_with_a_part() -> None:
    opened = opened_plan(f"1.45.x.{BASE}.{ONE}-20.w-5.w-5.z", _edition())
    assert opened.title == "Een gesprek" and opened.mark and opened.mark.number == 2
    assert [row.remark for row in opened.part.rows] == ["", "Rustig.", ""]  # said once


def test_what_is_gone_is_left_out_and_told_and_notes_stay_with_their_own_part() -> None:
    opened = opened_plan(f"#plan=1.45.x.0.00000-10.{OLD}-10.?.a-5&notitie.2=bij+oud&notitie.4=slot", _edition())
    assert [(row.text, row.note) for row in opened.part.rows] == [("Wat is een?", "bij oud"), ("Afspraken", "slot")]
    assert [sentence for sentence in opened.told if "vervangen" in sentence] == [
        "De vraag op plaats 2 is vervangen door een nieuwe."
    ]
    assert len(opened.told) == 4  # also: one gone, one unreadable, and no end


@pytest.mark.parametrize(
    "address", ["#plan=", "#plan=onzin", "1.45.x.0.z", "https://x.example/#plan=1.60.n.0.00000-5.z"]
)
def test_an_address_without_a_plan_is_refused(address: str) -> None:
    with pytest.raises(WrongUseError, match="geen plan"):
        opened_plan(address, _edition())


def test_an_address_is_told_from_a_name() -> None:
    assert is_plan_address("1.60.n.0.z") and is_plan_address("x#plan=1") and is_plan_address("https://x/?a&plan=1")
    assert not any(map(is_plan_address, ["2", "2-interviews", "wijkteam-1.60", "plan-herhaling", "plan"]))
