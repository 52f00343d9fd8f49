"""The handbook's own pages and texts: those that others link to are there, their slots exist, and nothing is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from ..model.base import without_comments
from ..model.language import say
from ..model.pages import STEP_PAGES, DescriptionCard, PartCard, Slot, slots, step_page, stray_slots
from ..model.places import Problem, Severity, Source
from ..model.steps import StepId
from .look import HandbookRule, Look, unknown

_ICON = re.compile(r"[a-z0-9]+(?:[/-][a-z0-9]+)*")

STABLE = (
    "index.md",
    "methode/index.md",
    *map(step_page, StepId),
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
    """The description of a step stands in the step's own file, and that of a part in the step's own folder."""
    for document in look.handbook.documents:
        card = document.card
        if isinstance(card, DescriptionCard):
            page = step_page(card.step)
            folder = page.removesuffix("index.md")
            if isinstance(card, PartCard) and not document.uri.startswith(folder):
                yield document.source.error(
                    ("stap",),
                    say(
                        "een onderdeel van stap ‘{step}’ hoort in de map docs/{folder}",
                        step=card.step,
                        folder=folder.rstrip("/"),
                    ),
                    say("Klopt de stap? De beschrijving van de hele stap hoort in docs/{uri}.", uri=page),
                )
            elif not isinstance(card, PartCard) and document.uri != page:
                yield document.source.error(
                    ("stap",),
                    say("de beschrijving van stap ‘{step}’ hoort in docs/{uri}", step=card.step, uri=page),
                    say("Klopt de stap, en heet het bestand goed?"),
                )
        elif document.uri in STEP_PAGES and not document.broken:
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
        for row in stray_slots(document.text):
            yield Source(document.source.file, {(): document.source.body_line + row}).error(
                (),
                say("een invulplek hoort op een regel van zichzelf, helemaal vooraan"),
                say("Schrijf bijvoorbeeld ‘<!-- handboek: teams -->’, met niets ervoor of erachter."),
            )


def addresses_are_free(look: Look) -> Iterator[Problem]:
    """A page of ``docs/`` does not stand where the handbook makes one itself, nor another file beside such a page."""
    handbook = look.handbook
    made = {f"teams/{team.id}": team.source.file for team in handbook.teams}
    made |= {f"best-practices/{practice.id}": practice.source.file for practice in handbook.practices}
    goals = handbook.organisation.transformation_goals
    made |= {f"transformatiedoelen/{goal.id}": handbook.organisation_source.file for goal in goals}
    for document in handbook.documents:
        address = re.sub(r"(/index|/README)?\.md$", "", document.uri)
        if address in made:
            yield document.source.error(
                (),
                say("op het adres /{address}/ zet het handboek zelf een bladzijde", address=address),
                say("Die komt uit {file}. Geef dit bestand een andere naam of plaats.", file=made[address]),
            )
    for attachment in handbook.attachments:
        folders = ["/".join(attachment.uri.split("/")[:depth]) for depth in (1, 2, 3)]
        if taken := next((folder for folder in folders if folder in made and folder != attachment.uri), None):
            yield Problem(
                attachment.source.file,
                0,
                Severity.ERROR,
                say("de map /{address}/ van de site vult het handboek zelf", address=taken),
                say("Zet dit bestand in een andere map, bijvoorbeeld ‘docs/bestanden’."),
            )


def icons_are_there(look: Look) -> Iterator[Problem]:
    """The icon of a page is one of those that the theme ships; with another the engine would stop halfway."""
    for document in look.handbook.documents:
        icon = document.card.icon
        if icon and not (_ICON.fullmatch(icon) and (_shipped_icons() / f"{icon}.svg").is_file()):
            yield document.source.error(
                ("icon",),
                say("dit pictogram is er niet"),
                say("Kies er een van Material, bijvoorbeeld ‘material/home’."),
            )


def _shipped_icons() -> Traversable:
    return files("material") / "templates" / ".icons"


def practices_have_a_text(look: Look) -> Iterator[Problem]:
    """A best practice is more than its data."""
    for practice in look.handbook.practices:
        if not without_comments(practice.text):
            where = Source(practice.source.file, {(): practice.source.body_line})
            yield where.warning(
                (), say("er staat geen tekst in deze best practice"), say("Schrijf het verhaal onder de gegevens.")
            )


HANDBOOK_RULES: tuple[HandbookRule, ...] = (
    stable_pages_exist,
    steps_are_described_in_their_place,
    slots_are_known,
    addresses_are_free,
    icons_are_there,
    practices_have_a_text,
)
