"""The whole handbook from a project's folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..model.base import MAX_PROSE, is_id
from ..model.documents import Document
from ..model.errors import WrongUseError
from ..model.handbook import Handbook, Practice, Team
from ..model.language import say
from ..model.organisation import Organisation
from ..model.pages import RESERVED, STEP_FOLDERS, STEP_PAGES, PageCard, PartCard, StepCard
from ..model.places import Problem, Source
from ..model.portfolio import Portfolio
from ..model.practices import PracticeCard
from .attachments import OTHER_MARKDOWN, check_name, read_attachments
from .complaints import slug
from .effort import read_effort
from .files import Folder
from .front_matter import split
from .glossary import read_glossary
from .literature import read_literature
from .names import names
from .nodes import Mapping
from .plans import read_plans
from .questions import read_questions
from .reading import Read, read_model
from .yaml_tree import read_yaml

SHARED = "_gedeeld"
"""The folder in ``teams/`` with practices of no one team."""

Progress = Callable[[str], None]
"""Is told the name of each thing that has been read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and what was wrong with it."""

    handbook: Handbook
    problems: tuple[Problem, ...]


def load(root: Path, progress: Progress = lambda name: None) -> Loaded:
    """Read a project.

    Args:
        root: the folder that holds ``handbook.yml``, ``docs/`` and ``teams/``.
        progress: is told the id of each team that has been read.

    Raises:
        WrongUseError: when the folder holds no ``handbook.yml``.
    """
    if not (root / "handbook.yml").is_file():
        raise WrongUseError(
            say("In de map {folder} staat geen handbook.yml. Ga naar de map van het handboek.", folder=root.name or ".")
        )
    folder = Folder(root)
    reader = _Reader(folder)
    organisation, source = reader.organisation()
    questions, questions_broken = read_questions(folder)
    literature, literature_broken = read_literature(folder)
    handbook = Handbook(
        organisation=organisation,
        organisation_source=source,
        documents=reader.documents(),
        attachments=read_attachments(folder, folder.root / "docs"),
        questions=questions,
        questions_broken=questions_broken,
        literature=literature,
        literature_broken=literature_broken,
        effort=read_effort(folder),
        plans=read_plans(folder),
        glossary=read_glossary(folder),
        teams=reader.teams(progress),
        shared_practices=reader.practices(folder.root / "teams" / SHARED, None),
        names=names(folder),
    )
    return Loaded(handbook, tuple(sorted(set(folder.problems))))


def load_folder(root: Path, name: str) -> Loaded:
    """Read one folder of ``teams/`` and nothing else: what somebody does with one file waits for no other.

    Args:
        root: the project's folder.
        name: the folder of a team, or ``SHARED``.

    Returns:
        A handbook with at most that team, or the shared practices.
    """
    folder = Folder(root)
    reader = _Reader(folder)
    path = folder.root / "teams" / name
    team = reader.team(path) if name != SHARED else None
    handbook = Handbook(
        organisation=Organisation(name="?"),
        organisation_source=Source("handbook.yml"),
        teams=(team,) if team else (),
        shared_practices=reader.practices(path, None) if name == SHARED else (),
    )
    return Loaded(handbook, tuple(sorted(set(folder.problems))))


def _card_of(uri: str, data: Mapping) -> type[PageCard]:
    """Return what the data above a page should be: of a step, of a part in a step's folder, or of any page."""
    if "stap" not in data.entries:
        return PageCard
    return PartCard if uri.startswith(STEP_FOLDERS) and uri not in STEP_PAGES else StepCard


@dataclass(frozen=True, slots=True)
class _Reader:
    folder: Folder

    def tree(self, path: Path) -> Mapping | None:
        text = self.folder.read(path)
        if text is None:
            return None
        tree, problems = read_yaml(text, self.folder.name(path))
        self.folder.problems += problems
        return tree

    def kept(self, read: Read[Any]) -> None:
        self.folder.problems += read.problems

    def organisation(self) -> tuple[Organisation, Source]:
        path = self.folder.root / "handbook.yml"
        tree = self.tree(path)
        if tree is None:
            return Organisation(name="?"), Source("handbook.yml")
        read = read_model(Organisation, tree, "handbook.yml", {"naam": "?"})
        self.kept(read)
        return read.value or Organisation(name="?"), read.source

    def documents(self) -> tuple[Document, ...]:
        docs = self.folder.root / "docs"
        self.folder.survey(docs)
        for reserved in RESERVED:
            for path in self.folder.walk(docs / reserved):
                self.folder.error(
                    path,
                    say("in de map ‘{folder}’ van de site zet het handboek zelf bestanden", folder=reserved),
                    say("Zet dit bestand in een andere map."),
                )
        found = []
        for path in self.folder.walk(docs):
            uri = path.relative_to(docs).as_posix()
            check_name(self.folder, path, uri)
            if path.suffix == ".md":
                found.append(self.document(path, uri))
            elif path.suffix in OTHER_MARKDOWN:
                message = say("het handboek leest alleen bladzijden die op ‘.md’ eindigen")
                self.folder.error(path, message, say("Geef het bestand een naam die op ‘.md’ eindigt."))
        return tuple(found)

    def document(self, path: Path, uri: str) -> Document:
        file = self.folder.name(path)
        text = self.folder.read(path)
        if text is None:
            return Document(uri=uri, card=PageCard(), text="", source=Source(file, {(): 1}), broken=True)
        parts, problems = split(text, file)
        self.folder.problems += problems
        if parts.card is None:
            source = Source(file, {(): 1}, body_line=parts.body_line)
            return Document(uri=uri, card=PageCard(), text=parts.body, source=source, broken=bool(problems))
        read = read_model(_card_of(uri, parts.card), parts.card, file)
        self.kept(read)
        source = replace(read.source, body_line=parts.body_line)
        card = read.value or PageCard()
        return Document(uri=uri, card=card, text=parts.body, source=source, broken=read.value is None)

    def teams(self, progress: Progress) -> tuple[Team, ...]:
        found: list[Team] = []
        for path in self.folder.entries(self.folder.root / "teams"):
            if not path.is_dir():
                self.folder.warn(
                    path,
                    say("dit bestand hoort niet in ‘teams’; het wordt niet gebruikt"),
                    say("Elk team heeft een eigen map."),
                )
            elif path.name == SHARED:
                self.strays(path, "best-practices")
            else:
                if team := self.team(path):
                    found.append(team)
                progress(path.name)
        return tuple(found)

    def team(self, path: Path) -> Team | None:
        if not is_id(path.name):
            self.folder.error(
                path,
                say("‘{name}’ kan geen naam van een map zijn, want die wordt het adres van het team", name=path.name),
                say("Noem de map bijvoorbeeld ‘{example}’.", example=slug(path.name) or "wijkteam-west"),
            )
            return None
        portfolio = path / "portfolio.yml"
        self.strays(path, "portfolio.yml", "best-practices")
        practices = self.practices(path, path.name)
        if not portfolio.exists() and not portfolio.is_symlink():
            self.folder.error(
                path,
                say("in deze map staat geen portfolio.yml"),
                say(
                    "Heet het bestand misschien net anders? Een nieuw team begin je met ‘handbook new-team {id}’.",
                    id=path.name,
                ),
            )
            return None
        if (tree := self.tree(portfolio)) is None:
            return None
        standins = {"naam": path.name, "soort": "anders", "herkomst": "praktijk"}
        read = read_model(Portfolio, tree, self.folder.name(portfolio), standins)
        self.kept(read)
        if read.value is None:
            return None
        return Team(id=path.name, portfolio=read.value, practices=practices, source=read.source)

    def strays(self, path: Path, *expected: str) -> None:
        """Warn about files that nobody reads: letters and notes about people do not belong here."""
        for entry in self.folder.entries(path):
            if entry.name not in expected:
                self.folder.warn(
                    entry,
                    say("dit bestand hoort niet bij een portfolio; het wordt nergens gebruikt"),
                    say("Bewaar brieven, opnamen en notities over mensen buiten deze map."),
                )

    def practices(self, path: Path, team: str | None) -> tuple[Practice, ...]:
        found: list[Practice] = []
        for file in self.folder.walk(path / "best-practices"):
            if file.suffix != ".md":
                self.folder.warn(
                    file,
                    say("dit bestand is geen best practice; het wordt nergens gebruikt"),
                    say("De naam van een best practice eindigt op ‘.md’. Bewaar al het andere buiten deze map."),
                )
            elif practice := self.practice(file, team):
                found.append(practice)
        return tuple(found)

    def practice(self, path: Path, team: str | None) -> Practice | None:
        file = self.folder.name(path)
        if not is_id(path.stem):
            self.folder.error(
                path,
                say("‘{name}’ kan geen naam van een best practice zijn, want die wordt het adres", name=path.name),
                say("Noem het bestand bijvoorbeeld ‘{example}.md’.", example=slug(path.stem) or "eerst-het-contact"),
            )
            return None
        text = self.folder.read(path)
        if text is None:
            return None
        parts, problems = split(text, file)
        self.folder.problems += problems
        if parts.card is None:
            if not problems:
                self.folder.error(
                    path,
                    say("boven deze best practice ontbreken de gegevens"),
                    say("Begin met ‘---’, ‘titel: …’ en ‘---’."),
                )
            return None
        read = read_model(PracticeCard, parts.card, file, {"titel": path.stem})
        self.kept(read)
        if len(parts.body.strip()) > MAX_PROSE:
            self.folder.error(
                path,
                say("deze best practice is te lang: meer dan {most} tekens", most=MAX_PROSE),
                say("Maak er een kort verhaal van, of verdeel het over meer bestanden."),
                line=parts.body_line,
            )
        if read.value is None:
            return None
        source = replace(read.source, body_line=parts.body_line)
        return Practice(id=path.stem, team=team, card=read.value, text=parts.body, source=source)
