"""Small makers of what tests need: parts of a handbook, and a project in a folder."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from reflection_handbook.checking.documents import STABLE
from reflection_handbook.model.consent import Audience
from reflection_handbook.model.documents import Document
from reflection_handbook.model.handbook import BankQuestion, Handbook, Practice, Team
from reflection_handbook.model.organisation import Organisation
from reflection_handbook.model.pages import SLOT, PageCard, Slot
from reflection_handbook.model.places import Source
from reflection_handbook.model.portfolio import Portfolio
from reflection_handbook.model.practices import PracticeCard, fingerprint
from reflection_handbook.model.published import Edition, PublishedTeam
from reflection_handbook.model.questions import Question
from reflection_handbook.model.steps import StepId
from reflection_handbook.publishing import publish

ROOT = Path(__file__).resolve().parent.parent
"""This repository: the shipped handbook."""

TODAY = date(2026, 11, 23)

AIMS = [{"id": "eigen-kracht", "naam": "Eigen kracht"}, {"id": "normaliseren", "naam": "Normaliseren"}]


def team_consent(audience: str = "openbaar", **keys: Any) -> dict[str, Any]:
    """Return a team's consent, as a portfolio has it under ``publicatie``."""
    return {"bereik": audience, "akkoord_team": {"datum": "2026-03-12", "hoe": "consensus"}, **keys}


PUBLIC_SOURCE = {"bereik": "openbaar", "grondslag": "openbare-bron", "verwijzing": "Het rapport"}
"""What stands in the place of a team's or a person's consent, for a team of the pilot."""


def make_team(id: str = "west", practices: tuple[Practice, ...] = (), **keys: Any) -> Team:
    """Return a team of practice that agreed to be seen by all; ``keys`` are those of a portfolio."""
    filled = {
        "naam": id.capitalize(),
        "soort": "wijkteam",
        "herkomst": "praktijk",
        "publicatie": team_consent(),
        **keys,
    }
    return Team(
        id=id,
        portfolio=Portfolio.model_validate(filled),
        practices=practices,
        source=Source(f"teams/{id}/portfolio.yml"),
    )


def practice_consent(text: str, audience: str = "openbaar", **keys: Any) -> dict[str, Any]:
    """Return a person's consent, as a best practice has it under ``toestemming``."""
    return {
        "brief_goedgekeurd": "ja",
        "herkenbaarheid_getoetst": {"datum": "2026-03-05", "door": "tweede gespreksleider"},
        "publiceren": "ja",
        "bereik": audience,
        "tekst_sha256": fingerprint(text),
        **keys,
    }


def make_practice(
    id: str = "eerst-luisteren", team: str | None = None, text: str = "Eerst luisteren.", **keys: Any
) -> Practice:
    """Return a practice that may be seen by all; ``keys`` are those of its front matter."""
    filled = {"titel": "Eerst luisteren", "toestemming": practice_consent(text), **keys}
    folder = team or "_gedeeld"
    return Practice(
        id=id,
        team=team,
        card=PracticeCard.model_validate(filled),
        text=text,
        source=Source(f"teams/{folder}/best-practices/{id}.md"),
    )


def make_document(uri: str, text: str) -> Document:
    """Return a page of ``docs/`` without front matter."""
    return Document(uri=uri, card=PageCard(), text=text, source=Source(f"docs/{uri}"))


def make_bank(*questions: dict[str, Any]) -> tuple[BankQuestion, ...]:
    """Return a question bank; each question by the keys of its file, of which only ``id`` has to be given."""
    usual = {
        "stap": "interviews",
        "techniek": "waarderend",
        "niveau": "team",
        "doel": "Om te weten.",
        "herkomst": "eigen",
    }
    source = Source("docs/vragenbank/a.yml")
    return tuple(
        BankQuestion(
            question=Question.model_validate({"vraag": f"Wat is {keys['id']}?", **usual, **keys}),
            index=i,
            source=source,
        )
        for i, keys in enumerate(questions)
    )


def make_handbook(
    *teams: Team, shared: tuple[Practice, ...] = (), documents: tuple[Document, ...] = (), **organisation: Any
) -> Handbook:
    """Return a handbook with two transformation goals; ``organisation`` are keys of ``handbook.yml``."""
    filled = {"naam": "Proefhandboek", "transformatiedoelen": AIMS, **organisation}
    return Handbook(
        organisation=Organisation.model_validate(filled),
        organisation_source=Source("handbook.yml"),
        teams=teams,
        shared_practices=shared,
        documents=documents,
    )


def make_edition(*teams: Team, audience: Audience = Audience.PUBLIC, **parts: Any) -> Edition:
    """Return what an audience may see of such a handbook."""
    return publish(make_handbook(*teams, **parts), audience)


def published(**keys: Any) -> PublishedTeam:
    """Return a single team as everybody sees it; ``keys`` are those of a portfolio."""
    return make_edition(make_team(**keys)).teams[0]


# ---- A project in a folder ------------------------------------------------------------------------------------------

SETTINGS = """\
site_name: Proefhandboek
theme: {name: material, language: nl, font: false}
plugins: [search, reflection-handbook]
markdown_extensions: [attr_list, md_in_html]
"""

ORGANISATION = """\
naam: Proefhandboek
transformatiedoelen:
  - {id: eigen-kracht, naam: Eigen kracht}
  - {id: normaliseren, naam: Normaliseren}
"""

PORTFOLIO = """\
naam: Wijkteam West
soort: wijkteam
herkomst: praktijk
publicatie: {bereik: openbaar, akkoord_team: {datum: 2026-03-12, hoe: consensus}}
"""

STORY = """\
---
titel: Eerst luisteren
herkomst: pilot
toestemming: {grondslag: openbare-bron, verwijzing: Het rapport}
---
Eerst *luisteren*.
"""
"""A best practice of no one team, that everybody may read."""


def base_files() -> dict[str, str]:
    """Return the files of the smallest project that builds: settings and the pages that have to be there."""
    files = {f"docs/{uri}": f"# {uri.removesuffix('.md')}\n\nTekst.\n" for uri in STABLE}
    for step in StepId:
        card = f"stap: {step}\ndoel: Waar het voor is.\nduur_minuten: {{minimum: 60, maximum: 90}}\nduur_bron: advies"
        files[f"docs/methode/{step.slug}/index.md"] = f"---\n{card}\n---\n# Stap {step.number}\n\nTekst.\n"
    files["docs/teams/index.md"] = "# Teams\n\n<!-- handboek: teams -->\n"
    files["docs/best-practices/index.md"] = "# Best practices\n\n<!-- handboek: best-practices -->\n"
    files["handbook.yml"] = ORGANISATION
    files["mkdocs.yml"] = SETTINGS
    return files


def lay_out(root: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write a project's files and return its folder; what is None is left out."""
    for name, content in files.items():
        if content is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def make_project(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Lay out the smallest project with more files, or with some replaced or left out (None)."""
    return lay_out(root, {**base_files(), **(files or {})})


def tree(root: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path there."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def copy_project(target: Path) -> Path:
    """Copy what a handbook is made of: settings, pages and teams."""
    target.mkdir(parents=True, exist_ok=True)
    for name in ("docs", "teams"):
        shutil.copytree(ROOT / name, target / name)
    for name in ("mkdocs.yml", "handbook.yml"):
        shutil.copy(ROOT / name, target / name)
    return target


def lean_project(target: Path, *more: str) -> Path:
    """Copy the project with its teams whole and its pages bare: their data, their title and the parts they ask for.

    For tests that build many times, and look at what comes of the teams.

    Args:
        target: the folder to lay it out in.
        more: patterns of pages in ``docs/`` that stay, besides those that every handbook has.
    """
    copy_project(target)
    docs = target / "docs"
    kept = {docs / uri for uri in STABLE}.union(*(docs.glob(pattern) for pattern in more))
    for page in docs.rglob("*.md"):
        if page not in kept:
            page.unlink()
            continue
        card, title, rest = re.split(r"^(# .*)$", page.read_text(encoding="utf-8"), maxsplit=1, flags=re.MULTILINE)
        slots = [found[0] for found in SLOT.finditer(rest) if found[1] != Slot.INTERVENTION_THEORY]
        card = card[: card.rfind("---") + 3] if card.startswith("---") else ""
        page.write_text("\n\n".join([card, title, "Tekst.", *slots]).lstrip() + "\n", encoding="utf-8")
    glossary = docs / "begrippen" / "begrippen.yml"  # what stands with a term leads to pages that are not there
    terms = re.sub(r"^    meer:.*\n(?:      .*\n)*", "", glossary.read_text(encoding="utf-8"), flags=re.MULTILINE)
    glossary.write_text(terms, encoding="utf-8")
    plans = docs / "voorbereiden" / "plannen.yml"
    lines = re.sub(r"(bladzijde: methode/[^/]+/).*", r"\1index.md", plans.read_text(encoding="utf-8"))
    plans.write_text(lines, encoding="utf-8")
    settings = target / "mkdocs.yml"
    text = re.sub(r"^nav:\n(?:[ ].*\n)+", "", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    settings.write_text(text, encoding="utf-8")
    return target
