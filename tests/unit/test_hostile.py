"""Hostile input through the whole house: refused with a line, or harmless; and what must stay allowed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from justhtml import JustHTML
from markdown import Markdown
from mkdocs.config import load_config

from hostile import ALLOWED, FRAGMENTS, HOSTILE
from reflection_handbook.checking import check
from reflection_handbook.checking.active import rendered_faults, source_faults
from reflection_handbook.loading import load
from reflection_handbook.loading.active import html_faults
from reflection_handbook.model.places import Severity
from reflection_handbook.rendering.markdown import ALLOWED_TAGS, Prose
from reflection_handbook.writing.engine import build_site
from reflection_handbook.writing.prepare import Wish
from support import PORTFOLIO, ROOT, STORY, TODAY, lean_project, make_document, make_handbook, make_project, tree

BEFORE, AFTER = "# Kop\n\nVoor.\n\n", "\n\nNa.\n"


PROSE = Prose()


@cache
def engine() -> Markdown:
    """Return Markdown as the shipped settings have it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})


def active(html: str) -> list[str]:
    """Return what runs, fetches or sends in HTML, by the rules of HTML5; judged here once more, in other words."""
    found = []
    for node in JustHTML(html, fragment=True, sanitize=False).query("*"):
        name = node.name.lower()
        if re.fullmatch(
            r"script|style|i?frame|frameset|object|embed|applet|form|base|meta|link|template|foreignobject", name
        ):
            found.append(name)
        for key, value in (node.attrs or {}).items():
            bare = re.sub(r"[\x00-\x20]", "", value or "").lower()
            fetched = key in ("src", "srcset", "poster") or (key.endswith("href") and name not in ("a", "link"))
            if key.startswith("on") or key in ("style", "srcdoc", "formaction", "ping"):
                found.append(key)
            elif bare.startswith(("javascript:", "vbscript:", "data:")) and not key.startswith(("alt", "title")):
                found.append(bare[:12])
            elif fetched and re.match(r"[a-z]+:|//|\\\\", bare):
                found.append(bare[:20])
    return found


def test_there_are_enough_of_both() -> None:
    assert len(set(HOSTILE)) >= 100 and len(set(ALLOWED)) >= 60


# ---- Pages ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_with_something_active_is_refused_with_the_line(text: str) -> None:
    document = make_document("over/meer.md", BEFORE + text + AFTER)
    found = [p for p in check(make_handbook(documents=(document,)), TODAY) if p.file == "docs/over/meer.md"]
    assert found and {problem.severity for problem in found} == {Severity.ERROR}
    assert all(5 <= problem.line <= 5 + text.count("\n") for problem in found)
    assert all(problem.message and problem.hint for problem in found)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_the_engine_makes_of_it_is_refused_too_or_harmless(text: str) -> None:
    html = engine().reset().convert(BEFORE + text + AFTER)
    assert list(html_faults(html)) or not active(html)


@pytest.mark.parametrize("text", ALLOWED)
def test_what_people_need_to_write_is_allowed(text: str) -> None:
    whole = BEFORE + text + AFTER
    assert [fault.message for _, fault in source_faults(whole)] == []
    assert [fault.message for _, fault in rendered_faults(whole)] == []
    assert [fault.message for fault in html_faults(engine().reset().convert(whole))] == []


def test_no_text_of_a_page_is_told_in_a_message() -> None:
    for text in HOSTILE:
        secret = text.replace("alert", "GEHEIM").replace("elders", "GEHEIM").replace("team", "geheim")
        document = make_document("over/meer.md", secret)
        told = [p.message + p.hint for p in check(make_handbook(documents=(document,)), TODAY) if "meer" in p.file]
        assert not [message for message in told if "geheim" in message.casefold()]


nasty = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join)


@settings(max_examples=300)
@given(nasty)
def test_whatever_the_looks_let_through_is_harmless(text: str) -> None:
    html = engine().reset().convert(text)
    assert list(html_faults(html)) or not active(html)
    assert sum(1 for _ in source_faults(text)) <= 10 * len(text)


@settings(max_examples=300)
@given(nasty)
def test_prose_never_gives_an_active_tag(text: str) -> None:
    html = PROSE(text)
    assert active(html) == []
    names = {node.name for node in JustHTML(html, fragment=True, sanitize=False).query("*")}
    assert names <= ALLOWED_TAGS


# ---- Prose of facilitators ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "[x](javascript:x)", "<img src=//elders.example/x>", "<p onclick=x>"]
)
def test_a_writer_hears_of_it_wherever_markdown_may_stand(text: str, tmp_path: Path) -> None:
    aim = "  - id: normaliseren\n    naam: Normaliseren\n    uitleg: '{text}'\n"
    files = {
        "handbook.yml": f"naam: Proef\ncontact: '{text}'\ntransformatiedoelen:\n{aim.format(text=text)}",
        "teams/west/portfolio.yml": f"{PORTFOLIO}over: |\n  Eerst.\n\n  {text}\nagenda:\n"
        f"  - {{datum: 2026-01-01, wat: 'Gesprek {text}', opbrengst: '{text}'}}\n",
        "teams/west/best-practices/een.md": f"{STORY}\n\n{text}\n",
        "teams/_gedeeld/best-practices/twee.md": f"{STORY}\n{text}\n",
    }
    found = check(load(make_project(tmp_path, files)).handbook, TODAY)
    assert {(p.file, p.line) for p in found if p.severity is Severity.ERROR} == {
        ("handbook.yml", 2),
        ("handbook.yml", 6),
        ("teams/west/portfolio.yml", 5),
        ("teams/west/portfolio.yml", 10),
        ("teams/west/best-practices/een.md", 9),
        ("teams/_gedeeld/best-practices/twee.md", 8),
    }


# ---- Everything else is text ----------------------------------------------------------------------------------------

WORDS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "{{ config }}{% raw %}{# x #}",
    "javascript:alert(1)",
    "]]>--><!-- </title></style>",
    "&lt;script&gt;&#60;b&#62;",
    "\\r\\nBEGIN:VEVENT \\nEND:VCALENDAR",
    "[x](javascript:alert(1)) `<b>` *x*",
    "</script></svg> </textarea><b>",
    "$(touch x); `touch x` | & %0d%0a",
]
KEYS = {"naam", "werkveld", "regio", "wat", "wij_doen", "omdat", "zodat", "vraag", "laag", "hoog", "titel", "doel"}
KEYS |= {"ondertitel", "organisatie", "verwijzing", "description", "title", "kwaliteiten"}


def fill(value: Any, words: Iterator[str], key: str = "") -> Any:
    """Return data with a word in the place of every text; what is an id or a date stays."""
    if isinstance(value, dict):
        return {name: fill(inner, words, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [fill(inner, words, key) for inner in value]
    is_id = not isinstance(value, str) or re.fullmatch(r"[a-z0-9-]+", value)
    return next(words) if key in KEYS and not is_id else value


def project(root: Path, words: list[str]) -> Path:
    """Lay out the shipped example, with bare pages, and with words in the place of its texts."""
    filler = cycle(words)
    lean_project(root, "voorbereiden/*.md")
    for other in (root / "teams").iterdir():
        if other.name != "voorbeeld":
            shutil.rmtree(other)
    for path in sorted([root / "handbook.yml", *(root / "docs").rglob("*.*"), *(root / "teams").rglob("*.*")]):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".yml":
            text = yaml.safe_dump(fill(yaml.load(text, yaml.BaseLoader), filler), allow_unicode=True)
        elif text.startswith("---\n"):
            _, card, body = text.split("---\n", 2)
            text = (
                f"---\n{yaml.safe_dump(fill(yaml.load(card, yaml.BaseLoader), filler), allow_unicode=True)}---\n{body}"
            )
        path.write_text(text, encoding="utf-8")
    return root


def skeleton(html: bytes) -> list[tuple[str, tuple[str, ...]]]:
    return [(node.name, tuple(node.attrs or ())) for node in JustHTML(html.decode(), sanitize=False).query("*")]


def shape(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: shape(value) for key, value in data.items()}
    return [shape(value) for value in data] if isinstance(data, list) else type(data).__name__


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of the same project with calm words."""
    return site_of(tmp_path_factory.mktemp("calm"), ["Een gewoon woord"] * len(WORDS))


def site_of(root: Path, words: list[str]) -> dict[str, bytes]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795392000")
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        build_site(project(root, words), Wish(TODAY))
    return tree(root / "site")


@pytest.mark.parametrize("turn", [0, 5])
def test_words_of_people_change_no_element_no_attribute_and_no_record(
    turn: int, calm: dict[str, bytes], tmp_path: Path
) -> None:
    site = site_of(tmp_path, WORDS[turn:] + WORDS[:turn])
    assert site.keys() == calm.keys()
    pages = [name for name in site if name.endswith(".html")]
    assert [name for name in pages if skeleton(site[name]) != skeleton(calm[name])] == []
    assert sum(b"alert(1)" in site[name] for name in pages) > 5  # they are there, as text
    data = json.loads(site["data/handbook.json"])
    assert shape(data) == shape(json.loads(calm["data/handbook.json"]))
    assert {data["teams"][0]["naam"], data["best_practices"][0]["titel"]} <= set(WORDS)
    for record in json.loads(site["search/search_index.json"])["docs"]:
        assert active(record["text"]) == [] and active(record["title"]) == []
        assert not re.search(r"<(script|img|b)\b", record["title"] + record["text"])
    before, after = (Calendar.from_ical(found["teams/voorbeeld/agenda.ics"]) for found in (calm, site))
    assert [part.name for part in after.walk()] == [part.name for part in before.walk()]
    assert [sorted(part) for part in after.walk()] == [sorted(part) for part in before.walk()]


SIGNS = {
    "turned round": "\u202eabc",
    "a bell": "\x07",
    "a line": "een\u2028twee",
    "no sign": "\ufeffabc",
    "nothing": "a\x00b",
}


@pytest.mark.parametrize("name", SIGNS)
@pytest.mark.parametrize("file", ["handbook.yml", "teams/west/portfolio.yml", "docs/over/index.md"])
def test_signs_that_nobody_types_are_refused(name: str, file: str, tmp_path: Path) -> None:
    text = {
        "handbook.yml": "naam: Proef\nondertitel: {}\n",
        "teams/west/portfolio.yml": PORTFOLIO + "regio: {}\n",
        "docs/over/index.md": "# Over\n\n{}\n",
    }[file].replace("{}", SIGNS[name])
    found = [p for p in load(make_project(tmp_path, {file: text})).problems if p.severity is Severity.ERROR]
    assert [problem.file for problem in found] == [file]


@pytest.mark.parametrize(
    "value", ['"een\\ntwee"', "|\n  een\n  twee", '"een\\u2028twee"', '"een\\u202etwee"', '"een\\rtwee"']
)
def test_a_title_is_one_line_without_hidden_signs(value: str, tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO + f"regio: {value}\n"})
    assert {p.file for p in load(root).problems if p.severity is Severity.ERROR} == {"teams/west/portfolio.yml"}


NAMES = [
    "<script>.md",
    'a"b.md',
    "a'b.md",
    "{{ x }}.md",
    "javascript:x.md",
    "a\u202eb.md",
    "a&b.md",
    "a\nb.md",
    " a.md",
]
NAMES += ["a?b.md", "a#b.md", "a%41.md", "-x.md", "a\\b.md", "<b>/index.md", "a\u200bb.png", "[x](y).txt", "*.csv"]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_whose_name_is_more_than_a_name_is_refused(name: str, tmp_path: Path) -> None:
    root = make_project(tmp_path, {f"docs/extra/{name}": "tekst"})
    found = [p for p in load(root).problems if p.severity is Severity.ERROR and "docs/extra" in p.file]
    assert any("kan geen deel van een adres zijn" in problem.message for problem in found)
    assert all(problem.file.isprintable() for problem in found)


# ---- Whatever stands in a file, it ends in messages -----------------------------------------------------------------


@settings(max_examples=40)
@given(nasty, nasty, st.sampled_from(["description", "title", "icon", "hide", "stap", "search"]))
def test_random_front_matter_and_markdown_never_give_a_traceback(card: str, body: str, key: str) -> None:
    with TemporaryDirectory() as folder:
        text = f"---\n{key}: {card}\n---\n{body}"
        root = make_project(Path(folder), {"docs/over/index.md": text, "teams/_gedeeld/best-practices/een.md": text})
        loaded = load(root)
        for problem in [*loaded.problems, *check(loaded.handbook, date(2026, 11, 23))]:
            assert problem.message and problem.message.isprintable()
