"""``handbook kit``: one kit as a PDF, for whoever prepares a conversation and builds no site."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..model.errors import WrongUseError
from ..model.language import closest, listing, say
from ..rendering.environment import Templates
from ..rendering.kits import kit_html
from ..rendering.pdf import pdf_maker
from ..viewing.kit_plan import is_plan_address, opened_plan
from ..viewing.kits import Kit, kits, opened_kit
from .prepare import Wish, edition_of
from .publication import Report
from .verification import verify_export


def write_kit(
    root: Path, name: str, wish: Wish, target: Path | None = None, report: Report = lambda text: None
) -> Path:
    """Write a kit as a PDF; return where.

    Nothing is written when something in it must not leave the building.

    Args:
        root: the project's folder.
        name: a step, by its number or its name; a plan, by its name or the address of one's own; ``poster``; a team.
        wish: for whom, and from which day: of a team only what that circle may see.
        target: the file to write; by default one in the current folder.
        report: is told what of a plan is no longer what it was.

    Raises:
        ContentError: when the content has errors.
        PdfUnavailableError: when this machine cannot make a PDF.
        PublicationError: when something personal would be in it.
        WrongUseError: when there is no such kit or more than one, or the target is no PDF.
    """
    if target and target.suffix.lower() != ".pdf":
        raise WrongUseError(say("Geef een bestand dat op .pdf eindigt; ‘{name}’ doet dat niet.", name=target.name))
    edition, scan, _ = edition_of(root, wish)
    if is_plan_address(name):
        opened = opened_plan(name, edition)
        for sentence in opened.told:
            report(sentence)
        kit = opened_kit(opened, edition)
    else:
        kit = _named(name, kits(edition))
    pdf = pdf_maker()(kit_html(kit, edition, Templates(), for_pdf=True), f"{kit.url}index.html")
    target = target or Path(kit.name)
    with tempfile.TemporaryDirectory() as folder:  # looked at before it stands anywhere
        (Path(folder) / kit.name).write_bytes(pdf)
        verify_export(Path(folder), scan)
    (root / target).parent.mkdir(parents=True, exist_ok=True)
    (root / target).write_bytes(pdf)
    return target


def _named(name: str, known: tuple[Kit, ...]) -> Kit:
    wanted = name.strip().casefold()
    found = [kit for kit in known if wanted in kit.called]
    if len(found) == 1:
        return found[0]
    if found:
        either = listing([kit.id for kit in found])
        raise WrongUseError(say("‘{name}’ kan meer dan één kit zijn. Kies uit: {ids}.", name=name, ids=either))
    ids = [kit.id for kit in known]
    guess = closest(wanted, [called for kit in known for called in kit.called])
    meant = say(" Bedoelde je ‘{guess}’?", guess=guess) if guess else ""
    raise WrongUseError(
        say("Er is geen kit ‘{name}’.", name=name)
        + meant
        + " "
        + say("Kies een stap, een plan, de poster of een team dat hier te zien is: {ids}.", ids=listing(ids) or "-")
        + " "
        + say("Maakte je zelf een plan? Geef dan het adres ervan, tussen aanhalingstekens.")
    )
