"""The glossary's file beside its page."""

from __future__ import annotations

from ..model.glossary import GLOSSARY_FILE, GlossaryEntry, GlossaryFile
from ..model.language import say
from .data_files import read_data
from .files import Folder


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
        read = read_data(folder, path, GlossaryFile)
        if read and read.value:
            terms = enumerate(read.value.terms)
            found += [GlossaryEntry(term=term, index=index, source=read.source) for index, term in terms]
    return tuple(found)
