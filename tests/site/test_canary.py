"""A canary in every private field of every source, each another one; whole builds; and no canary in any file of them.

The builds are those of ``build_site``. That a scan of the result would find some of the canaries is of no help here:
the gate never lets one through, so there is nothing to stop.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote

import pytest
import yaml
from PIL import Image, PngImagePlugin
from pydantic import BaseModel
from pypdf import PdfReader

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.portfolio import Portfolio
from reflection_handbook.model.practices import PracticeCard, fingerprint
from reflection_handbook.writing.engine import build_site
from reflection_handbook.writing.prepare import Wish
from support import ROOT, TODAY, lay_out, lean_project

from .conftest import EPOCH, run

WEST, OOST, HIDDEN, GONE = "west", "oost", "kanarieteam-verborgen", "kanarieteam-ingetrokken"
CIRCLES: list[tuple[Audience, str | None]] = [
    (Audience.PUBLIC, None),
    (Audience.ORGANISATION, None),
    (Audience.TEAM, WEST),
    (Audience.TEAM, OOST),
]
PICTURE = "over/beeld.png"


class Canaries:
    """Hands out values that stand nowhere else, and remembers them."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.handed_out: list[str] = []
        self.days = 0

    def keep(self, text: str) -> str:
        self.handed_out.append(text)
        return text

    @property
    def _next(self) -> int:
        return len(self.handed_out)

    def word(self, hint: str) -> str:
        return self.keep(f"kanarie-{self.kind}-{self._next}-{hint}")

    def number(self) -> int:
        """Return a number lower than the ones before: a part is never larger than its whole."""
        return int(self.keep(str(987_654_321 - 1_003 * self._next - 100_000_000 * (self.kind == "weg"))))

    def average(self) -> float:
        self.keep(f"8.4{7_000 + self._next}")
        return float(self.handed_out[-1])

    def day(self) -> str:
        """Return a day in a year of its own, since a page may write it in words."""
        self.days += 1
        year = (1900 if self.kind == "west" else 1940) + self.days
        return f"{self.keep(str(year))}-02-03"


def portfolio(canary: Canaries, publication: dict[str, Any], hidden: bool) -> dict[str, Any]:
    """Return a portfolio with every key there is: canaries in what is private, and where it is hidden in all texts."""

    def told(hint: str) -> str:
        return canary.word(hint) if hidden else f"gewone-{hint}"

    def prose(hint: str) -> str:
        return f"{told(hint)}\n\n<!-- {canary.word('kanttekening')} -->"

    quality, factor, goal, second, scale, newer = (told(hint) for hint in ("kw", "wf", "doel", "doel2", "sch", "sch2"))
    return {
        "naam": told("team"),
        "soort": "wijkteam",
        "werkveld": told("werkveld"),
        "regio": told("regio"),
        "herkomst": "praktijk",
        "peildatum": "2026-10",
        "over": prose("over"),
        "leden": canary.number(),
        "publicatie": publication,
        "stabiliteit": {"wisselingen_12_maanden": canary.number(), "reorganisatie_voorzien": "ja"},
        "betrokkenen": [{"rol": canary.word("rol"), "betrokken_bij": ["engagement"], "extern": "ja"}],
        "rondes": [
            {
                "ronde": 1,
                "gestart": "2026-01-15",
                "stappen": {
                    "engagement": {"status": "afgerond", "van": "2026-01-15", "tot": "2026-01-29", "besluit": "samen"},
                    "interviews": {
                        "status": "afgerond",
                        "vorm": "individueel",
                        "uitgenodigd": canary.number(),
                        "gehouden": canary.number(),
                        "brieven": {"verstuurd": canary.number(), "goedgekeurd": canary.number()},
                        "toelichting": prose("toelichting"),
                    },
                    "teruglegging": {"status": "afgerond"},
                    "werkzame-factoren": {"status": "afgerond", "inventaris": {"herkenbaar": "ja", "volledig": "ja"}},
                    "keuze-monitoring": {"status": "afgerond"},
                    "monitoren": {"status": "bezig", "vorm": "kopgroep"},
                    "herhaling": {"status": "gepland"},
                },
                "bekrachtiging": {
                    "datum": "2026-03-12",
                    "deelnemers": canary.number(),
                    "meer_opgeleverd_dan_gekost": canary.number(),
                    "doorgaan": canary.number(),
                    "gun_andere_teams": canary.number(),
                },
                "evaluatie_interviews": {
                    "ingevuld": canary.number(),
                    "leuk": canary.average(),
                    "energie": canary.average(),
                    "reflectie": canary.average(),
                    "inzicht_in_doelen": canary.average(),
                },
                "laatste_contact": "2026-10-29",
                "volgende_stap": {
                    "stap": "monitoren",
                    "wat": told("stap"),
                    "wanneer": "2026-12-10",
                    "wie": told("wie"),
                },
            }
        ],
        "kwaliteiten": [{"id": quality, "naam": told("kwaliteit")}],
        "werkzame_factoren": [{"id": factor, "naam": told("factor"), "kwaliteiten": [quality]}],
        "doelkeuze": {
            "manier": "stemming",
            "datum": "2026-03-26",
            "stemmers": canary.number(),
            "uitslag": [{"doel": goal, "punten": canary.number()}, {"doel": second, "punten": canary.number()}],
        },
        "doelen": [
            {
                "id": goal,
                "naam": told("doelnaam"),
                "status": "vervangen",
                "vervangen_door": second,
                "reden": prose("reden"),
                "ronde": 1,
                "werkzame_factoren": [factor],
                "transformatiedoelen": ["eigen-kracht"],
                "elaboratie": {
                    "hulpmiddel": "wondervraag",
                    "datum": "2026-04-09",
                    "kenmerken": [{"wat": told("kenmerk"), "bestemming": "schaal"}],
                },
                "interventietheorie": {
                    "wij_doen": told("wij-doen"),
                    "omdat": told("omdat"),
                    "zodat": told("zodat"),
                    "bevestigd": "2026-04-23",
                },
            },
            {"id": second, "naam": told("doelnaam2"), "transformatiedoelen": ["normaliseren"]},
        ],
        "schalen": [
            {
                "id": scale,
                "doel": second,
                "vraag": told("vraag"),
                "laag": told("laag"),
                "hoog": told("hoog"),
                "ingevuld_door": "team",
                "gespreksniveau": "team",
                "instrument": "eigen",
                "vervangen_door": newer,
            },
            {"id": newer, "doel": second, "vraag": told("vraag2")},
        ],
        "metingen": [
            {
                "schaal": scale,
                "datum": "2026-05-21",
                "uitgenodigd": canary.number(),
                "wisselingen": canary.number(),
                "scores": [1, 9, 9, 9, 9],
                "gesprek": {"opbrengst": prose("opbrengst"), "een_cijfer_hoger": prose("hoger")},
            }
        ],
        "randvoorwaarden": [
            {"wat": told("voorwaarde"), "aan": told("aan"), "sinds": "2026-04-09", "antwoord": prose("antwoord")}
        ],
        "leerwensen": [{"wat": told("leerwens"), "status": "gepland"}],
        "verbeterpunten": [{"wat": told("verbeterpunt"), "uit": second, "sinds": "2026-04-13", "status": "ingevoerd"}],
        "agenda": [
            {
                "datum": "2026-12-10",
                "stap": "monitoren",
                "wat": told("bijeenkomst"),
                "wie": told("leider"),
                "status": "gepland",
                "opbrengst": prose("uitkomst"),
                "id": told("afspraak"),
                "versie": 1,
            }
        ],
    }


def publication(canary: Canaries, audience: str, **more: Any) -> dict[str, Any]:
    agreed = {"datum": canary.day(), "hoe": "stemming"}
    return {"bereik": audience, "akkoord_team": agreed, "verwijzing": canary.word("nota"), **more}


def practice(canary: Canaries, text: str, title: str, comment: str, **consent: Any) -> str:
    """Return a practice with every key there is, but for what makes it retell a public source."""
    body = f"{text}\n\n<!-- {comment} -->\n"
    card = {
        "titel": title,
        "kwaliteiten": [],
        "werkzame_factoren": [],
        "transformatiedoelen": ["eigen-kracht"],
        "vragen": ["waar-ben-je-goed-in"],
        "bron": canary.word("bron"),
        "herkomst": "praktijk",
        "deelnemers_akkoord": "allen",
        "toestemming": {
            "brief_goedgekeurd": "ja",
            "herkenbaarheid_getoetst": {"datum": canary.day(), "door": canary.word("controleur")},
            "publiceren": "ja",
            "scholing": "nee",
            "bijeenkomst": "nee",
            "opname": "ja",
            "bereik": "openbaar",
            "tekst_sha256": canary.keep(fingerprint(body)),
            "goedgekeurd_op": canary.day(),
            "verwijzing": canary.word("vindplaats"),
            **consent,
        },
    }
    return f"---\n{as_yaml(card, canary)}---\n{body}"


def as_yaml(data: dict[str, Any], canary: Canaries) -> str:
    """Return data as YAML, which JSON is, below a comment that is nobody's business either."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in data.items())
    return f"# {canary.word('aantekening')}\n" + "".join(lines)


def picture(canary: Canaries) -> bytes:
    """Return a picture that says where and by whom it was made."""
    about = PngImagePlugin.PngInfo()
    about.add_text("Author", canary.word("maker"))
    found = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(found, "PNG", pnginfo=about)
    return found.getvalue()


def sources(private: Canaries, gone: Canaries) -> dict[str, str | bytes]:
    """Return the files of which these canaries are a part; those of ``gone`` may be seen by their own team."""
    organisation = {
        "naam": "Handboek Reflectie",
        "transformatiedoelen": yaml.safe_load((ROOT / "handbook.yml").read_text(encoding="utf-8"))[
            "transformatiedoelen"
        ],
        "drempels": {"weken_zonder_contact": private.number(), "minste_antwoorden": 5},
        "toegestaan": [{"tekst": private.word("openbaar"), "reden": private.word("waarom")}],
    }
    west = {**portfolio(private, publication(private, "openbaar"), hidden=False), "naam": "Wijkteam West"}
    oost = {"naam": "Wijkteam Oost", "soort": "wijkteam", "herkomst": "praktijk"}
    hidden = portfolio(gone, publication(gone, "team"), hidden=True)
    withdrawn = portfolio(private, publication(private, "openbaar", ingetrokken=private.day()), hidden=True)

    def shared(hint: str, **consent: Any) -> tuple[str, str]:
        name = private.word(hint)
        text, title = private.word("verhaal"), private.word("titel")
        return f"teams/_gedeeld/best-practices/{name}.md", practice(private, text, title, text, **consent)

    return {
        "handbook.yml": as_yaml(organisation, private),
        "namen.txt": f"# {private.word('lijst')}\n{private.keep('Zwartkop Vlierbessen')}\n",
        "aantekeningen.md": private.word("losse-tekst"),
        f"docs/{PICTURE}": picture(private),
        f"teams/{WEST}/portfolio.yml": as_yaml(west, private),
        f"teams/{WEST}/best-practices/luisteren.md": practice(
            private, "Wij luisteren eerst.", "Eerst luisteren", private.word("commentaar")
        ),
        f"teams/{OOST}/portfolio.yml": as_yaml(oost | {"publicatie": publication(private, "openbaar")}, private),
        f"teams/{HIDDEN}/portfolio.yml": as_yaml(hidden, gone),
        f"teams/{GONE}/portfolio.yml": as_yaml(withdrawn, private),
        f"teams/{GONE}/best-practices/{private.word('bestand')}.md": practice(
            private,
            private.word("verhaal"),
            private.word("titel"),
            private.word("commentaar"),
            ingetrokken="2026-10-01",
        ),
        **dict(
            [
                shared("zonder-brief", brief_goedgekeurd="nee"),
                shared("niet-in-handboek", publiceren="nee"),
                shared("veranderd", tekst_sha256=hashlib.sha256(b"").hexdigest()),
                shared("voor-een-team", bereik="team"),
                shared("later", goedgekeurd_op="2030-01-01"),
            ]
        ),
    }


@pytest.fixture(scope="module")
def canaries() -> tuple[Canaries, Canaries]:
    """What nobody may see anywhere, and what only the team may see that agreed to show it to itself."""
    return Canaries("west"), Canaries("weg")


@pytest.fixture(scope="module")
def nest(tmp_path_factory: pytest.TempPathFactory, canaries: tuple[Canaries, Canaries]) -> Path:
    """The real handbook, with teams of ours beside its own."""
    root = lean_project(tmp_path_factory.mktemp("canary") / "project")
    return lay_out(root, sources(*canaries))


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the real handbook as it is: a file that is the same there cannot hold a canary."""
    root = lean_project(tmp_path_factory.mktemp("bare") / "project")
    return {name: data for name, data in files_of(root / build_site(root, Wish(TODAY)))}


def files_of(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix(), path.read_bytes()


def readable(name: str, data: bytes) -> str:
    """Return all that a file says: its name, its bytes, and what is packed or written otherwise in them."""
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    text = data.decode("utf-8", errors="ignore") + data.decode("utf-16", errors="ignore")
    if name.endswith(".pdf"):
        reader = PdfReader(io.BytesIO(data))
        text += "\n".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)])
    return "\n".join((name, text, html.unescape(text), unquote(text))).casefold()


def found(site: Path, bare: dict[str, bytes], markers: list[str]) -> list[tuple[str, str]]:
    """Return which canaries sit in which files; a number is one only where no other figure touches it."""
    looks = {marker: re.compile(rf"(?<![0-9]){re.escape(marker.casefold())}(?![0-9])") for marker in markers}
    hits = []
    for name, data in files_of(site):
        if bare.get(name) != data:
            text = readable(name, data)
            hits += [
                (name, marker) for marker, look in looks.items() if marker.casefold() in text and look.search(text)
            ]
    return hits


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    logger = logging.getLogger("mkdocs")
    before = logger.level, list(logger.handlers)
    yield
    logger.setLevel(before[0])
    logger.handlers = before[1]


def keys(model: Any) -> set[tuple[str, str]]:
    """Return every key of a model and of all that it holds, each with the name of the model it stands in."""
    if isinstance(model, type) and issubclass(model, BaseModel):
        own = {(model.__name__, field.alias or name) for name, field in model.model_fields.items()}
        return own.union(*(keys(field.annotation) for field in model.model_fields.values()))
    return set().union(*(keys(part) for part in get_args(model)))


def written(model: Any, value: Any) -> set[tuple[str, str]]:
    """Return which of those keys some data has."""
    if isinstance(model, type) and issubclass(model, BaseModel):
        fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
        assert isinstance(value, dict)
        own = {(model.__name__, key) for key in value}
        return own.union(*(written(fields[key], item) for key, item in value.items()))
    if isinstance(value, list):
        return set().union(*(written(model, item) for item in value))
    if isinstance(value, dict):
        inner = [part for part in get_args(model) if isinstance(part, type) and issubclass(part, BaseModel)]
        return set().union(*(written(part, value) for part in inner))
    return set()


def test_every_key_of_a_portfolio_and_of_a_practice_is_in_the_nest() -> None:
    canary = Canaries("west")
    filled = portfolio(canary, publication(canary, "team", ingetrokken="2026"), hidden=True)
    # What retells a public source is shown on purpose; a replaced scale and what a step says stand in one of several.
    left_out = {("Publication", "grondslag")}
    assert keys(Portfolio) - written(Portfolio, filled) - left_out <= {
        (name, key)
        for name in ("StepRecord", "EngagementRecord", "FactorsRecord", "MonitoringRecord", "InterviewsRecord")
        for key in ("status", "van", "tot", "toelichting")
    }
    card = json.loads(
        "{"
        + ",".join(f'"{line.partition(": ")[0]}": {line.partition(": ")[2]}' for line in _front_matter(canary))
        + "}"
    )
    assert keys(PracticeCard) - written(PracticeCard, card) == {("PracticeConsent", "grondslag")}


def _front_matter(canary: Canaries) -> list[str]:
    lines = practice(canary, "x", "x", "x", ingetrokken="2026-10-01").split("---\n")[1].splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_no_canary_is_another_s() -> None:
    one, other = Canaries("west"), Canaries("weg")
    sources(one, other)
    handed_out = [*one.handed_out, *other.handed_out]
    assert len(handed_out) > 150
    assert len(set(handed_out)) == len(handed_out)


@pytest.mark.parametrize(("audience", "team"), CIRCLES, ids=[f"{a.value}-{t}" if t else a.value for a, t in CIRCLES])
def test_no_canary_is_in_any_file_of_a_build(
    nest: Path, canaries: tuple[Canaries, Canaries], bare: dict[str, bytes], audience: Audience, team: str | None
) -> None:
    private, gone = canaries
    site = nest / build_site(nest, Wish(TODAY, audience, team))
    names = {name for name, _ in files_of(site)}
    # What may be seen is there, so the build was of this nest.
    assert {f"teams/{WEST}/index.html", "best-practices/luisteren/index.html", PICTURE, "sitemap.xml.gz"} <= names
    assert "gewone-opbrengst" in (site / "teams" / WEST / "index.html").read_text(encoding="utf-8")
    assert found(site, bare, [*private.handed_out, *gone.handed_out]) == []


def test_what_a_team_shows_to_itself_alone_is_in_its_own_build_so_the_search_does_find(
    nest: Path, canaries: tuple[Canaries, Canaries], bare: dict[str, bytes]
) -> None:
    private, gone = canaries
    site = nest / build_site(nest, Wish(TODAY, Audience.TEAM, HIDDEN))
    assert found(site, bare, private.handed_out) == []
    hits = found(site, bare, gone.handed_out)
    places = {name.rpartition(".")[2] for name, _ in hits}
    assert {"html", "json", "ics"} <= places
    seen = {marker for _, marker in hits}
    assert {m.rpartition("-")[2] for m in seen} >= {"opbrengst", "antwoord", "bijeenkomst", "reden", "vraag", "regio"}
    # Its numbers, roles and notes stay private for the team itself.
    assert not [
        m
        for m in seen
        if not m.startswith("kanarie-") or m.endswith(("-rol", "-nota", "-aantekening", "-kanttekening"))
    ]


def test_without_the_plugin_no_canary_is_in_any_file(
    nest: Path, canaries: tuple[Canaries, Canaries], bare: dict[str, bytes], tmp_path: Path
) -> None:
    root = lean_project(tmp_path / "project")
    lay_out(root, {path.relative_to(nest).as_posix(): path.read_bytes() for path in _of_teams(nest)})
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert "  - reflection-handbook\n" in settings
    (root / "mkdocs.yml").write_text(settings.replace("  - reflection-handbook\n", ""), encoding="utf-8")
    done = run(root, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    private, gone = canaries
    assert found(root / "site", bare, [*private.handed_out, *gone.handed_out]) == []
    names = {name for name, _ in files_of(root / "site")}
    assert "index.html" in names
    assert not [name for name in names if "kanarie" in name or name.startswith(f"teams/{WEST}")]


def _of_teams(nest: Path) -> list[Path]:
    """Return the files outside ``docs/`` that hold canaries. A picture there is the engine's own, and goes as it is."""
    return [path for path in (nest / "teams").rglob("*") if path.is_file()] + [
        nest / name for name in ("handbook.yml", "namen.txt", "aantekeningen.md")
    ]
