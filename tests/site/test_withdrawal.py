"""Something is taken back from a whole built handbook: nothing of it is left, and all the rest is as it was."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from justhtml import JustHTML

from reflection_handbook.model.consent import Audience
from reflection_handbook.writing.engine import build_site
from reflection_handbook.writing.prepare import Wish, prepare
from reflection_handbook.writing.releases import people_in
from reflection_handbook.writing.verification import verify
from reflection_handbook.writing.withdrawal import withdraw
from support import ROOT, SETTINGS, TODAY, lean_project, make_project, practice_consent, team_consent, tree

from .conftest import EPOCH

PRACTICE, SHARED = "teams/west/best-practices/eerst-luisteren.md", "teams/_gedeeld/best-practices/samen-kijken.md"
TEAM = "teams/west/portfolio.yml"
ADDRESSES = {
    PRACTICE: "best-practices/eerst-luisteren/",
    SHARED: "best-practices/samen-kijken/",
    TEAM: "teams/west/",
}
DAY = Wish(TODAY)
CIRCLES = {
    "site": DAY,
    "site-organisatie": Wish(TODAY, Audience.ORGANISATION),
    "site-team-west": Wish(TODAY, Audience.TEAM, "west"),
}
FREE = {
    "naam", "werkveld", "regio", "over", "toelichting", "wat", "vraag", "laag", "hoog", "opbrengst", "een_cijfer_hoger",
    "wij_doen", "omdat", "zodat", "antwoord", "reden", "titel",
}  # fmt: skip
"""Keys behind which a person writes what comes to mind."""
MARK = re.compile(r"kanarie\d{3}x")


def _marked(value: Any, numbers: Iterator[int], key: str = "") -> Any:
    """Return a part of a portfolio with a mark of its own in every text that a person wrote."""
    match value:
        case dict():
            return {name: _marked(part, numbers, name) for name, part in value.items()}
        case list():
            return [_marked(part, numbers, key) for part in value]
        case str() if key in FREE:
            return f"{value} kanarie{next(numbers):03d}x"
    return value


def _practice(numbers: Iterator[int], **keys: Any) -> str:
    body = "\n\n".join(f"Ik luister altijd eerst, zegt *kanarie{next(numbers):03d}x* dan." for _ in range(3))
    card = _marked({"titel": "Eerst luisteren", "toestemming": practice_consent(body), **keys}, numbers)
    return f"---\n{yaml.safe_dump(card, allow_unicode=True)}---\n{body}\n"


def _sources() -> dict[str, str]:
    numbers = count(1)
    example = (ROOT / "teams/voorbeeld/portfolio.yml").read_text(encoding="utf-8")
    west = yaml.safe_load(example) | {"herkomst": "praktijk", "publicatie": team_consent()}
    goals = [*west["doelen"], {"id": "los", "naam": "Een doel dat nergens aan hangt", "status": "lopend"}]
    west |= {"naam": "Wijkteam West", "doelen": goals}
    oost = {"naam": "Wijkteam Oost", "soort": "wijkteam", "herkomst": "praktijk", "publicatie": team_consent()}
    oost["doelen"] = [
        {"id": "ook", "naam": "Ook een doel", "transformatiedoelen": ["eigen-kracht"], "status": "lopend"}
    ]
    aims = ["eigen-kracht", "integraal-werken"]
    return {
        TEAM: yaml.safe_dump(_marked(west, numbers), allow_unicode=True),
        "teams/oost/portfolio.yml": yaml.safe_dump(_marked(oost, numbers), allow_unicode=True),
        PRACTICE: _practice(
            numbers, kwaliteiten=["snel-contact"], werkzame_factoren=["samen-kiezen"], transformatiedoelen=aims
        ),
        SHARED: _practice(numbers, herkomst="praktijk", kwaliteiten=["Geduld"], transformatiedoelen=aims),
        "handbook.yml": (ROOT / "handbook.yml").read_text(encoding="utf-8"),
        "mkdocs.yml": f"site_url: https://handboek.example/pad/\n{SETTINGS}",
        "docs/transformatiedoelen/index.md": "# Doelen\n\n<!-- handboek: transformatiedoelen -->\n",
    }


def _marks(root: Path) -> dict[str, set[str]]:
    """Return which marks stand in which files of all sites and of what lies beside them, packed files too."""
    found = {}
    for folder in root.glob("*site*"):
        for name, content in tree(folder).items():
            text = (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8", "ignore")
            found[f"{folder.name}/{name}"] = set(MARK.findall(re.sub(r"<[^>]*>|&shy;", "", text)) + MARK.findall(text))
    return found


def _all(marks: dict[str, set[str]], folder: str = "") -> set[str]:
    return set().union(*(found for name, found in marks.items() if name.startswith(folder)))


@dataclass(frozen=True)
class Had:
    """A project with sites for three circles, and the same project that never had one of its files."""

    root: Path
    never: dict[str, Path]


@pytest.fixture(scope="module", autouse=True)
def _same_day() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", EPOCH)
        environment.setenv("NO_MKDOCS_2_WARNING", "1")
        yield


@pytest.fixture(scope="module")
def had(tmp_path_factory: pytest.TempPathFactory) -> Had:
    folder = tmp_path_factory.mktemp("teruggenomen")
    root = make_project(folder / "had", _sources())
    for wish in CIRCLES.values():
        build_site(root, wish)
    shutil.copytree(root / "site", root / ".site" / "previous")
    never = {}
    for number, file in enumerate((PRACTICE, SHARED, TEAM)):
        without = {**_sources(), file: None}
        if file == TEAM:  # its practice needs a portfolio: one that nobody ever agreed to show
            without[TEAM] = yaml.safe_dump({**yaml.safe_load(_sources()[TEAM]), "publicatie": {}}, allow_unicode=True)
        never[file] = make_project(folder / f"nooit{number}", without)
        build_site(never[file], CIRCLES["site"])
    return Had(root, never)


@pytest.fixture
def root(had: Had, tmp_path: Path) -> Path:
    shutil.copytree(had.root, tmp_path / "project")
    return tmp_path / "project"


def _take_back(root: Path, file: str) -> None:
    assert withdraw(root, Path(file), TODAY).failed == ()


def test_the_marks_show_what_they_have_to(root: Path) -> None:
    """Otherwise the tests below would find nothing because there is nothing."""
    everything = _all(_marks(root))
    for file in (PRACTICE, SHARED, TEAM):
        own = set(MARK.findall((root / file).read_text(encoding="utf-8")))
        assert len(own & everything) >= min(4, len(own)), file
    assert len(everything) > 40
    assert any("sitemap" in name for name in _marks(root))


@pytest.mark.parametrize("file", [PRACTICE, SHARED, TEAM])
def test_nothing_of_it_is_left_in_any_file_of_any_circle(root: Path, file: str) -> None:
    own = set(MARK.findall((root / file).read_text(encoding="utf-8")))
    before = _marks(root)
    assert _all(before) & own
    _take_back(root, file)
    after = _marks(root)
    assert _all(after) & own == set()
    for circle in CIRCLES:  # and everything of anybody else stands where it stood
        assert _all(after, circle + "/") == _all(before, circle + "/") - own
        assert ADDRESSES[file] not in people_in(root / circle)
        address = ADDRESSES[file].rstrip("/").encode()
        holding = {name for name, content in tree(root / circle).items() if address in _unpacked(name, content)}
        assert holding == set()


def _unpacked(name: str, content: bytes) -> bytes:
    return gzip.decompress(content) if name.endswith(".gz") else content


@pytest.mark.parametrize("file", [PRACTICE, SHARED, TEAM])
def test_every_other_page_is_as_it_was_but_for_what_was_taken(root: Path, had: Had, file: str) -> None:
    before, never = tree(root / "site"), tree(had.never[file] / "site")
    _take_back(root, file)
    after = tree(root / "site")
    gone = {name for name in before if name.startswith(ADDRESSES[file])}
    assert gone and set(after) == set(before) - gone
    machines = {"data/handbook.json", "search/search_index.json", "sitemap.xml", "sitemap.xml.gz"}
    for name in set(after) - machines:
        if _uncounted(before[name]) == _uncounted(never[name]):
            assert after[name] == before[name], name
        else:
            assert name.endswith(".html"), name
            rest = iter(before[name])
            assert len(after[name]) < len(before[name]) and all(sign in rest for sign in after[name]), name
    assert _data(after) == _data(never)
    assert _locations(after) <= _locations(never)
    assert {"methode/", "begrippen/"} <= _locations(after)
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        assert _unpacked(name, after[name]).split() == _unpacked(name, never[name]).split()


def _uncounted(page: bytes) -> bytes:
    """Return a page without the number of practices at a goal: that waits for the next build."""
    return re.sub(rb"\d+ best practices?", b"", page)


def _data(site: dict[str, bytes]) -> Any:
    return json.loads(site["data/handbook.json"])


def _locations(site: dict[str, bytes]) -> set[str]:
    return {entry["location"].partition("#")[0] for entry in json.loads(site["search/search_index.json"])["docs"]}


@pytest.mark.parametrize("file", [PRACTICE, TEAM])
def test_the_site_is_still_whole(root: Path, file: str) -> None:
    _take_back(root, file)
    for circle, wish in CIRCLES.items():
        site = root / circle
        verify(site, prepare(root, wish))  # everything is there, every link leads somewhere, nothing leaks
        for path in site.rglob("*.html"):
            page = JustHTML(path.read_text(encoding="utf-8"), collect_errors=True, sanitize=False)
            assert page.errors == [], path
        schema = json.loads((site / "data/handbook.schema.json").read_bytes())
        Draft202012Validator(schema).validate(json.loads((site / "data/handbook.json").read_bytes()))


@pytest.mark.parametrize("file", [PRACTICE, SHARED, TEAM])
def test_the_next_build_is_as_if_it_had_never_been(root: Path, had: Had, file: str) -> None:
    _take_back(root, file)
    build_site(root, CIRCLES["site"])
    assert tree(root / "site") == tree(had.never[file] / "site")
    assert ADDRESSES[file] not in people_in(root / ".site" / "previous")


def test_a_reader_meanwhile_never_misses_a_page_and_never_sees_half_of_one(root: Path) -> None:
    names = [
        "index.html",
        "teams/index.html",
        "best-practices/index.html",
        "teams/oost/index.html",
        "data/handbook.json",
    ]
    faults: list[str] = []
    looks = count()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            for name in names:
                try:
                    text = (root / "site" / name).read_text(encoding="utf-8").rstrip()
                except OSError as error:
                    faults.append(f"{name}: {error}")
                    continue
                if not text.endswith("</html>" if name.endswith(".html") else "}"):
                    faults.append(f"{name}: half")
                next(looks)
            time.sleep(0.0005)

    reader = threading.Thread(target=read)
    reader.start()
    for file in (PRACTICE, SHARED, TEAM):
        _take_back(root, file)
    done.set()
    reader.join()
    assert faults == []
    assert next(looks) > 50


# ---- the handbook that we ship --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = lean_project(tmp_path_factory.mktemp("handboek") / "project")
    build_site(root, DAY)
    return root


def _shipped_files() -> list[str]:
    files = [*(ROOT / "teams").glob("*/portfolio.yml"), *(ROOT / "teams").glob("*/best-practices/*.md")]
    return sorted(path.relative_to(ROOT).as_posix() for path in files)


def test_of_the_shipped_handbook_everything_can_be_taken_back_one_by_one(shipped: Path, tmp_path: Path) -> None:
    """With every withdrawal one thing goes and no page of the handbook itself; at last the scan finds nobody's text."""
    root = tmp_path / "project"
    shutil.copytree(shipped, root)
    site = root / "site"
    there = set(people_in(site))
    pages = {name for name in tree(site) if name.endswith(".html") and not name.startswith(tuple(there))}
    assert len(there) == len(_shipped_files()) and len(pages) > 20
    for file in _shipped_files():
        _take_back(root, file)
        after = tree(site)
        (gone,) = there - people_in(site)
        there.remove(gone)
        assert Path(gone).name in file
        assert pages <= set(after), file
        assert not [name for name, content in after.items() if b"wordt bijgewerkt" in content], file
        data = json.loads(after["data/handbook.json"])
        assert len(data["teams"]) + len(data["best_practices"]) == len(there), file
    assert not there
    verify(site, prepare(root, DAY))
