"""A kit as PDF, looked at with a PDF reader: tagged, Dutch, in order, and with every card whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from reflection_handbook.model.plan_address import code, plan_text
from reflection_handbook.model.questions import CARD_PURPOSE, CARD_QUESTION, CARD_WORD, Question
from reflection_handbook.rendering.environment import Templates
from reflection_handbook.rendering.kits import kit_html
from reflection_handbook.rendering.pdf import CardOverflowError, PdfUnavailableError, pdf_maker
from reflection_handbook.viewing.kit_plan import opened_plan
from reflection_handbook.viewing.kits import opened_kit
from support import make_edition

WORDS = "Stel je eens voor dat de jeugdhulpverlener morgen een samenwerkingsovereenkomst ondertekent, "
HOME = "https://handboek.voorbeeld.example/reflectie/"


def _text(length: int) -> str:
    return (WORDS * 12)[: length - 1].strip() + "?"


def _word(length: int) -> str:
    """Return a question with a word of so many letters, as wide as words of a language are."""
    return f"Wat is {'jeugdhulpverleningswerkgroep'[:length]}?"


def _question(id: str, text: str = "", purpose: str = "Horen wat er is.", **keys: Any) -> Question:
    filled = {"id": id, "vraag": text or f"Wat is {id}?", "stap": "interviews", "techniek": "oplossingsgericht"}
    return Question.model_validate(
        {**filled, "niveau": "client-werker", "doel": purpose, "minuten": 20, "herkomst": "eigen", **keys}
    )


def _pdf(*questions: Question, address: str = HOME) -> bytes:
    """Return a plan's kit: its question cards and the plan itself, both with a code to scan."""
    try:
        make = pdf_maker()
    except PdfUnavailableError as error:
        pytest.skip(str(error))
    edition = make_edition(adres=address).model_copy(update={"questions": questions})
    plan = plan_text(90, "x", "0", (("w", 5), *((code(question.id), 10) for question in questions), ("a", 5)))
    kit = opened_kit(opened_plan(plan, edition), edition)
    return make(kit_html(kit, edition, Templates(), for_pdf=True), f"{kit.url}index.html")


@cache
def _usual() -> bytes:
    return _pdf(*(_question(f"vraag-{number}") for number in range(1, 11)))


def _reader() -> PdfReader:
    return PdfReader(BytesIO(_usual()))


def _nodes(node: Any) -> Iterator[Any]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from _nodes(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _nodes(node["/K"])


def _titles(outline: Any) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield entry.title


def test_it_is_a_tagged_dutch_pdf_with_a_title_and_says_so() -> None:
    reader = _reader()
    root = reader.root_object
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata and reader.metadata.title == "Kit: Mijn plan - Proefhandboek"
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    assert all("/StructParents" in page and page["/Tabs"] == "/S" for page in reader.pages if page.extract_text())


def test_its_structure_has_one_title_and_headings_that_skip_no_level() -> None:
    tags = [node["/S"] for node in _nodes(_reader().root_object["/StructTreeRoot"]["/K"])]
    assert tags[0] == "/Document"
    levels = [int(tag[2]) for tag in tags if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {"/P", "/L", "/LI", "/Table", "/TH", "/TD"} <= set(tags)


def test_a_code_to_scan_says_what_it_is() -> None:
    figures = [node for node in _nodes(_reader().root_object["/StructTreeRoot"]["/K"]) if node.get("/S") == "/Figure"]
    said = Counter(figure["/Alt"] for figure in figures)
    assert said == {"Code naar deze vraag in het handboek": 10, "Code naar dit plan in het handboek": 1}


def test_its_bookmarks_lead_to_each_part() -> None:
    titles = list(_titles(_reader().outline))
    assert titles[0] == "Kit: Mijn plan"
    assert titles[1].startswith("Vraagkaarten") and titles[2:] == ["Het plan: Mijn plan"]


def test_it_is_read_in_the_order_of_its_sheets_and_on_a4() -> None:
    reader = _reader()
    text = "\n".join(page.extract_text() for page in reader.pages)
    words = ["Kit: Mijn plan", "In deze kit", "Wat is vraag-1?", "Wat is vraag-8?", "Horen wat er is"]
    places = [text.index(word) for word in [*words, "Wat is vraag-9?", "Er zijn 90 minuten", "Welkom", "Afspraken"]]
    assert places == sorted(places)
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {(595, 842)}


def _places(page: Any, pattern: str) -> dict[str, tuple[float, float]]:
    found = {}

    def visit(text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        for word in re.findall(pattern, text):
            x, y = tm[4], tm[5]
            found[word] = (cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5])

    page.extract_text(visitor_text=visit)
    return found


def test_a_back_lies_behind_its_front_when_the_sheet_is_turned_over_its_long_edge() -> None:
    reader = _reader()
    page, back = reader.pages[2], reader.pages[3]  # a right-hand page, and the other side of its sheet
    middle, row = 595.28 / 2, 66 * 72 / 25.4
    fronts, backs = _places(page, r"vraag-\d+"), _places(back, r"vraag-\d+")
    assert sorted(fronts) == sorted(backs) == [f"vraag-{number}" for number in range(1, 9)]
    for id, (x, y) in fronts.items():
        other = backs[id]
        assert (x < middle) is (other[0] > middle), id
        assert abs(y - other[1]) < row, id
    assert fronts["vraag-1"][0] < middle and fronts["vraag-1"][1] > fronts["vraag-3"][1]


def test_the_same_kit_is_the_same_file_whatever_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    questions = [_question(f"vraag-{number}") for number in range(1, 11)]
    assert _pdf(*questions) == _usual()


def test_the_longest_card_that_a_check_lets_through_fits() -> None:
    id = "een-lange-korte-naam-van-een-vraag-vooraf"
    words = [_question(f"woord-{size}", _word(size)) for size in (15, 20, CARD_WORD)]
    own = [_question(f"{id}-{size}", _text(size), _text(CARD_PURPOSE), vervolg=["lang"]) for size in (40, 75, 130)]
    _pdf(*words, *own, _question("lang", _text(CARD_QUESTION), _text(CARD_PURPOSE), vervolg=["half", "half"]),
         _question("half", _text(CARD_QUESTION // 2)))  # fmt: skip


def test_a_card_that_would_overflow_makes_no_pdf_and_names_the_question() -> None:
    for bad in (_question("te-lang", _text(700)), _question("te-lang", purpose=_text(900))):
        with pytest.raises(CardOverflowError, match="‘te-lang’"):
            _pdf(_question("goed"), bad)


def test_a_machine_without_weasyprint_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    with pytest.raises(PdfUnavailableError, match="libpango"):
        pdf_maker()
