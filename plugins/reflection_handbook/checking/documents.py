"""The handbook's own pages: those that others link to are there, and their slots exist."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.language import say
from ..model.pages import Slot, StepCard, slots
from ..model.places import Problem, Severity, Source
from ..model.steps import StepId
from .look import HandbookRule, Look, unknown

STABLE = (
    "index.md",
    "methode/index.md",
    *(f"methode/{step.slug}.md" for step in StepId),
    "vragenbank/index.md",
    "best-practices/index.md",
    "teams/index.md",
    "transformatiedoelen/index.md",
    "theorie/index.md",
    "invoeren/index.md",
    "begrippen/index.md",
    "literatuur/index.md",
    "over/index.md",
)
"""Pages with a stable address. Source: DESIGN, "Addresses"."""


def stable_pages_exist(look: Look) -> Iterator[Problem]:
    """Every page whose address readers may have kept is there."""
    found = {document.uri for document in look.handbook.documents}
    for uri in STABLE:
        if uri not in found:
            yield Problem(
                f"docs/{uri}",
                0,
                Severity.ERROR,
                say("deze bladzijde ontbreekt, en andere bladzijden verwijzen ernaar"),
                say("Zet het bestand terug, ook al staat er nog weinig in."),
            )


def steps_are_described_in_their_place(look: Look) -> Iterator[Problem]:
    """The description of a step stands in the step's own file."""
    for document in look.handbook.documents:
        if isinstance(document.card, StepCard):
            right = f"methode/{document.card.step.slug}.md"
            if document.uri != right:
                yield document.source.error(
                    ("stap",),
                    say(
                        "de beschrijving van stap ‘{step}’ hoort in docs/{uri}",
                        step=document.card.step.value,
                        uri=right,
                    ),
                    say("Klopt de stap, en heet het bestand goed?"),
                )
        elif document.uri in {f"methode/{step.slug}.md" for step in StepId} and not document.broken:
            yield document.source.error(
                (),
                say("boven deze beschrijving ontbreken de gegevens van de stap"),
                say("Begin met ‘---’ en ‘stap: …’."),
            )


def slots_are_known(look: Look) -> Iterator[Problem]:
    """A line such as ``<!-- handboek: teams -->`` names something that the handbook can put there."""
    for document in look.handbook.documents:
        for row, name in slots(document.text):
            where = Source(document.source.file, {(): document.source.body_line + row})
            yield from unknown(where, (), name, [slot.value for slot in Slot], say("invulplek"))


HANDBOOK_RULES: tuple[HandbookRule, ...] = (stable_pages_exist, steps_are_described_in_their_place, slots_are_known)
