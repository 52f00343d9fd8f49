from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflection_handbook.checking import check
from reflection_handbook.loading import load
from reflection_handbook.model.errors import WrongUseError
from reflection_handbook.model.places import Severity
from reflection_handbook.model.words import YAML_KEYS
from support import ROOT, TODAY, base_files, lay_out, make_project

PORTFOLIO = "naam: Wijkteam West\nsoort: wijkteam\nherkomst: praktijk\n"
PRACTICE = "---\ntitel: Eerst luisteren\n---\nTekst.\n"


def test_a_folder_without_handbook_yml_is_no_handbook(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match=r"handbook\.yml"):
        load(tmp_path)


def test_everything_lands_in_its_place(tmp_path: Path) -> None:
    files = {
        "teams/west/portfolio.yml": PORTFOLIO,
        "teams/west/best-practices/eerst-luisteren.md": PRACTICE,
        "teams/_gedeeld/best-practices/daarna-praten.md": PRACTICE,
        "teams/oost/portfolio.yml": PORTFOLIO,
    }
    loaded = load(make_project(tmp_path, files))
    assert loaded.problems == ()
    assert [team.id for team in loaded.handbook.teams] == ["oost", "west"]
    assert [(p.id, p.team, p.text) for p in loaded.handbook.practices] == [
        ("eerst-luisteren", "west", "Tekst.\n"),
        ("daarna-praten", None, "Tekst.\n"),
    ]
    assert {document.source.file for document in loaded.handbook.documents} == {
        path for path in base_files() if path.startswith("docs/")
    }


def test_whoever_waits_is_told_of_each_team(tmp_path: Path) -> None:
    told: list[str] = []
    files = {"teams/west/portfolio.yml": PORTFOLIO, "teams/oost/portfolio.yml": "kapot: [", "teams/_gedeeld/x.md": ""}
    load(make_project(tmp_path, files), told.append)
    assert told == ["oost", "west"]


def test_a_team_whose_portfolio_cannot_be_read_is_not_there_and_the_others_are(tmp_path: Path) -> None:
    files = {"teams/west/portfolio.yml": PORTFOLIO, "teams/oost/portfolio.yml": "naam: [", "teams/noord/x.txt": ""}
    assert [team.id for team in load(make_project(tmp_path, files)).handbook.teams] == ["west"]


def test_the_order_of_reading_does_not_depend_on_the_disk(tmp_path: Path) -> None:
    names = ["zuid", "west", "oost", "noord"]
    one = make_project(tmp_path / "een", {f"teams/{name}/portfolio.yml": PORTFOLIO for name in names})
    two = make_project(tmp_path / "twee", {f"teams/{name}/portfolio.yml": PORTFOLIO for name in sorted(names)})
    assert load(one).handbook == load(two).handbook


# ---- Twenty faults at once --------------------------------------------------------------------------------------

PORTFOLIO_OF_EXAMPLE = "teams/voorbeeld/portfolio.yml"
PRACTICES_OF_EXAMPLE = "teams/voorbeeld/best-practices/"

FAULTS: list[tuple[str, str, str, str]] = [
    # file, what stands there, what a tired person makes of it, what the message must say
    (PORTFOLIO_OF_EXAMPLE, "soort: wijkteam ", "soort: wijktaem ", "wijktaem"),
    (PORTFOLIO_OF_EXAMPLE, "leden: 11", "leden: elf", "geen heel getal"),
    (PORTFOLIO_OF_EXAMPLE, "regio: Voorbeeldstad", "reggio: Voorbeeldstad", "de sleutel ‘reggio’"),
    (PORTFOLIO_OF_EXAMPLE, "datum: 2026-03-12, hoe", "datum: 12-03-2026, hoe", "12-03-2026"),
    (PORTFOLIO_OF_EXAMPLE, "_voorzien: nee", "_voorzien: misschien", "geen ja of nee"),
    (PORTFOLIO_OF_EXAMPLE, "{rol: gespreksleider, extern", "{rol: Henk, extern", "een naam"),
    (
        PORTFOLIO_OF_EXAMPLE,
        "van: 2026-02-02, tot: 2026-02-27",
        "van: 2026-02-27, tot: 2026-02-02",
        "voordat hij begint",
    ),
    (PORTFOLIO_OF_EXAMPLE, "goedgekeurd: 10", "goedgekeurd: 12", "meer brieven"),
    (PORTFOLIO_OF_EXAMPLE, "gun_andere_teams: 10", "gun_andere_teams: 11", "(11 van 10)"),
    (PORTFOLIO_OF_EXAMPLE, "leuk: 8.5", "leuk: 8,5", "‘8,5’ is geen getal"),
    (PORTFOLIO_OF_EXAMPLE, "laatste_contact: 2026", "laatste_contact: 2062", "in de toekomst"),
    (PORTFOLIO_OF_EXAMPLE, "[elkaar-vinden, snel-contact]", "[elkaar-vinden, snelcontact]", "geen kwaliteit"),
    (PORTFOLIO_OF_EXAMPLE, "{doel: ouders-aan-zet", "{doel: ouders", "geen doel"),
    (PORTFOLIO_OF_EXAMPLE, "[ouderbetrokkenheid, eigen-kracht]", "[ouderbetrokkenheid, eigenkracht]", "geen transf"),
    (PORTFOLIO_OF_EXAMPLE, "scores: [4, 5, 5, 6", "scores: [4, 5, 5, 16", "‘16’"),
    (PORTFOLIO_OF_EXAMPLE, "2026-07-02, uitgenodigd: 11", "2026-07-02, uitgenodigd: 7", "maar 7 uitgenodigd"),
    (PRACTICES_OF_EXAMPLE + "de-vraag-op-tafel.md", "[samen-kiezen]", "[samen-kijken]", "geen werkzame factor"),
    (PRACTICES_OF_EXAMPLE + "eerst-naast-elkaar.md", "bereik: openbaar", "bereik: iedereen", "iedereen"),
    (PRACTICES_OF_EXAMPLE + "wie-past-bij-dit-gezin.md", "titel:", "kop:", "‘titel’ ontbreekt"),
    ("docs/methode/2-interviews/index.md", "stap: interviews", "stap: interview", "‘interview’"),
]


def test_twenty_different_faults_are_all_named_with_file_and_line(tmp_path: Path) -> None:
    assert len(FAULTS) == 20
    for name in ("docs", "teams"):  # a real project, so that a fault has neighbours
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "handbook.yml", tmp_path)
    for file, right, wrong, _ in FAULTS:
        text = (tmp_path / file).read_text(encoding="utf-8")
        assert text.count(right) >= 1, f"{file} no longer holds {right!r}"
        (tmp_path / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    loaded = load(tmp_path)
    found = {*loaded.problems, *check(loaded.handbook, TODAY)}
    for file, _, wrong, said in FAULTS:
        before = (tmp_path / file).read_text(encoding="utf-8").split(wrong)[0]
        line = 2 if "ontbreekt" in said else before.count("\n") + 1
        assert [p for p in found if (p.file, p.line) == (file, line) and said in p.message], (file, line, said)


# ---- Whatever is in a file, it ends in messages ------------------------------------------------------------------

KEYS = st.sampled_from(sorted(set(YAML_KEYS.values())))
WORDS = st.sampled_from([
    "ja", "1", "11", "-3", "7,5", "2026", "2026-02-30", "2026-03-12", "afgerond", "sterk", "wijkteam", "praktijk",
    "pilot", "team", "~", ".nan", "<<:", "*a", "&a", "!!x", "''",
])  # fmt: skip


@st.composite
def yaml_like(draw: st.DrawFn, depth: int = 0) -> str:
    """Return lines that look like a portfolio somebody wrote in a hurry."""
    written = []
    for _ in range(draw(st.integers(1, 4))):
        mark = draw(st.sampled_from(["", "", "", "- ", "-", "\t", "? "]))
        key = draw(KEYS)
        if depth < 4 and draw(st.booleans()):
            written.append(f"{'  ' * depth}{mark}{key}:\n{draw(yaml_like(depth=depth + 1))}")
        else:
            words = draw(st.lists(WORDS, max_size=3))
            opening, closing = draw(st.sampled_from([("", ""), ("[", "]"), ("{", "}"), ('"', '"'), ("[", "")]))
            written.append(f"{'  ' * depth}{mark}{key}: {opening}{', '.join(words)}{closing}\n")
    return "".join(written)


def all_of_it(data: bytes) -> None:
    """Put the same bytes everywhere, and check whatever can be read of them."""
    everywhere = (
        "teams/west/portfolio.yml",
        "teams/west/best-practices/eerst-luisteren.md",
        "docs/vragenbank/1-engagement.yml",
        "docs/methode/1-engagement/index.md",
        "handbook.yml",
    )
    with TemporaryDirectory() as folder:
        root = lay_out(Path(folder), dict.fromkeys(everywhere, data))
        (root / "teams/oost").mkdir()
        (root / "teams/oost/portfolio.yml").write_bytes(PORTFOLIO.encode() + data)
        (root / "teams/oost/best-practices").mkdir()
        (root / "teams/oost/best-practices/twee.md").write_bytes(b"---\ntitel: Twee\n" + data + b"\n---\nTekst\n")
        loaded = load(root)
        problems = [*loaded.problems, *check(loaded.handbook, date(2026, 11, 23))]
    if "naam" not in data.decode(errors="replace"):
        assert any(problem.file == "handbook.yml" and problem.severity is Severity.ERROR for problem in problems)
    for problem in problems:
        assert problem.message
        assert not problem.file.startswith("/")


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_random_bytes_never_give_a_traceback(data: bytes) -> None:
    all_of_it(data)


@settings(max_examples=150)
@given(yaml_like())
def test_what_looks_like_a_portfolio_never_gives_a_traceback(text: str) -> None:
    all_of_it(text.encode())


@settings(max_examples=60)
@given(st.text(max_size=100), st.sampled_from(["---\n", "\n---\n", "naam: ", "vragen:\n  - ", '"']))
def test_random_text_never_gives_a_traceback(text: str, start: str) -> None:
    all_of_it((start + text).encode(errors="surrogatepass"))
