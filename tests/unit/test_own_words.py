"""The handbook tells the report in its own words: no run of twelve words of the report stands in what we wrote.

Set questions that come from the report may be the report's own, and so may titles of works.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from reflection_handbook.loading import load
from support import ROOT

RUN = 12
REPORT = ROOT.parent / "shared" / "source" / "evaluatierapport-2016.txt"
LITERATURE = "docs/literatuur/literatuur.json"


def words(text: str) -> list[tuple[str, int]]:
    """Return the words of a text in lower case, each with its line; a word cut at the end of a line is one word."""
    text = re.sub(r"(\w)[-\u00ad]\n[ \t]*(?=[a-zà-ÿ])", r"\1", text)
    text = re.sub(r"[\u00ad’'‘]", "", text)
    return [(found[0].lower(), text.count("\n", 0, found.start()) + 1) for found in re.finditer(r"[^\W_]+", text)]


def runs(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield every run of so many words of a text, with the line on which it begins."""
    found = words(text)
    for at in range(len(found) - RUN + 1):
        yield tuple(word for word, _ in found[at : at + RUN]), found[at][1]


def copied(text: str, source: frozenset[tuple[str, ...]]) -> list[str]:
    """Return where runs of a source stand in a text; of those that overlap, the first."""
    shown: list[str] = []
    last = -RUN
    for at, (run, line) in enumerate(runs(text)):
        if run in source and at - last >= RUN:
            shown.append(f"{line}: {' '.join(run)}")
            last = at
    return shown


def without(texts: Iterable[str], text: str) -> str:
    """Return a text with a sign that ends every run in the place of some other texts, however those are broken off."""
    for other in texts:
        rows = r"[\W_]+".join(re.escape(word) for word, _ in words(other))
        text = re.sub(rf"\b{rows}\b", lambda found: " zzz " + "\n" * found[0].count("\n"), text, flags=re.I)
    return text


def written() -> Iterator[tuple[str, str]]:
    """Yield what we wrote, by its path."""
    package = ROOT / "plugins" / "reflection_handbook"
    kinds = (".md", ".yml", ".json", ".csv", ".txt", ".svg")
    paths = [path for part in ("docs", "teams") for path in (ROOT / part).rglob("*") if path.suffix in kinds]
    paths += [ROOT / "handbook.yml", ROOT / "README.md", *(package / "rendering" / "templates").rglob("*.j2")]
    for path in sorted([*paths, *package.rglob("*.py")]):
        if (name := path.relative_to(ROOT).as_posix()) != LITERATURE:
            yield name, path.read_text(encoding="utf-8")


PLANTED = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien"


def source_of(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(run for run, _ in runs(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nul. Een twee drie vier vijf zes zeven acht negen tien elf twaalf.", 1),
        ("Een, *twee* drie:\nvier vijf “zes” ze-\nven acht negen; tien (elf) [twaalf](x.md)", 1),
        (PLANTED, 1),
        (f"{PLANTED} en {PLANTED}", 2),
        ("een twee drie vier vijf zes zeven acht negen tien elf", 0),
        ("een twee drie vier vijf zes en zeven acht negen tien elf twaalf", 0),
    ],
)
def test_twelve_words_in_a_row_are_found_and_eleven_are_not(text: str, found: int) -> None:
    assert len(copied(text, source_of(PLANTED))) == found


def test_a_word_that_the_source_cuts_at_the_end_of_a_line_is_one_word() -> None:
    assert copied(PLANTED, source_of(PLANTED.replace("zeven", "ze-\nven"))) == [
        f"1: {PLANTED.removesuffix(' dertien')}"
    ]


def test_a_set_question_may_be_the_reports_own_but_not_what_stands_around_it() -> None:
    source = source_of(f"Vraag dan. {PLANTED}? Veertien vijftien zestien zeventien achttien negentien twintig.")
    question = f"{PLANTED}?".capitalize()
    assert copied(f"{question}\nVeertien vijftien", source)
    assert not copied(
        without([question], f"Vraag dan: *{question.replace(' vier', chr(10) + 'vier')}* Veertien"), source
    )
    assert copied(without(["Veertien?"], f"Veertien {PLANTED}"), source)


def test_there_is_something_to_look_at() -> None:
    names = {name for name, _ in written()}
    assert {"docs/index.md", "handbook.yml", "docs/theorie/index.md"} <= names
    assert any(name.startswith("teams/") for name in names)
    assert any(name.endswith(".j2") for name in names)


@pytest.mark.skipif(not REPORT.is_file(), reason="the report is not beside this repository")
def test_no_run_of_twelve_words_of_the_report_stands_in_the_handbook() -> None:
    source = source_of(REPORT.read_text(encoding="utf-8"))
    assert len(source) > 10_000
    questions = load(ROOT).handbook.questions
    asked = {entry.question.question for entry in questions if entry.question.origin == "rapport"}
    suspect = {name: text for name, text in written() if copied(text, source)}
    found = {name: place for name, text in suspect.items() if (place := copied(without(asked, text), source))}
    assert not found
