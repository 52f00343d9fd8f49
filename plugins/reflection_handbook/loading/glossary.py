"""The glossary's file beside its page."""

from __future__ import annotations

from ..model.glossary import GLOSSARY_FILE, GlossaryEntry, GlossaryFile
from ..model.language import say
from .files import Folder
from .reading import read_model
from .yaml_tree import read_yaml


def read_glossary(folder: Folder) -> tuple[GlossaryEntry, ...]:
    """Return the terms that can be read; what is wrong with the others is noted."""
    docs = folder.root / "docs"
    found: list[GlossaryEntry] = []
    for path in folder.walk((docs / GLOSSARY_FILE).parent):
        if path != docs / GLOSSARY_FILE:
            if path.suffix.lower() in (".yml", ".yaml"):
                folder.warn(
                    path,
                    say("deze begrippen worden niet gelezen; het bestand heet ‘begrippen.yml’"),
                    say("Zet ze daarin erbij."),
                )
            continue
        text = folder.read(path)
        if text is None:
            continue
        tree, problems = read_yaml(text, folder.name(path))
        folder.problems += problems
        if tree is None:
            continue
        read = read_model(GlossaryFile, tree, folder.name(path))
        folder.problems += read.problems
        for index, term in enumerate(read.value.terms if read.value else ()):
            found.append(GlossaryEntry(term=term, index=index, source=read.source))
    return tuple(found)
