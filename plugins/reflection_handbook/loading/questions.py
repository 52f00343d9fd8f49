"""The question bank, from its files."""

from __future__ import annotations

from ..model.handbook import BankQuestion
from ..model.language import say
from ..model.questions import QuestionFile
from .data_files import read_data
from .files import Folder


def read_questions(folder: Folder) -> tuple[tuple[BankQuestion, ...], bool]:
    """Return the questions that can be read, and whether a whole file of them cannot; what is wrong is noted."""
    found: list[BankQuestion] = []
    broken = False
    for path in folder.walk(folder.root / "docs" / "vragenbank"):
        if path.suffix != ".yml":
            if path.suffix.lower() in (".yml", ".yaml"):
                folder.warn(
                    path,
                    say("deze vragen worden niet gelezen; de naam moet eindigen op ‘.yml’"),
                    say("Noem het bestand ‘{name}’.", name=f"{path.stem}.yml"),
                )
            continue
        read = read_data(folder, path, QuestionFile)
        if not read or not read.value or (read.problems and not read.value.questions):
            broken = True
            continue
        for index, question in enumerate(read.value.questions):
            found.append(BankQuestion(question=question, index=index, source=read.source))
    return tuple(found), broken
