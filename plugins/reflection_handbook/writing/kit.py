"""``handbook kit``: one kit as a PDF, for whoever prepares a conversation and builds no site."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..model.errors import WrongUseError
from ..model.language import closest, listing, say
from ..rendering.environment import Templates
from ..rendering.kits import kit_html
from ..rendering.pdf import pdf_maker
from ..viewing.kits import Kit, kits
from .prepare import Wish, edition_of
from .verification import verify_export


def write_kit(root: Path, name: str, wish: Wish, target: Path | None = None) -> Path:
    """Write a kit as a PDF; return where.

    Nothing is written when something in it must not leave the building.

    Args:
        root: the project's folder.
        name: a step, by its number or its name, ``poster``, or a team.
        wish: for whom, and from which day: of a team only what that circle may see.
        target: the file to write; by default one in the current folder.

    Raises:
        ContentError: when the content has errors.
        PdfUnavailableError: when this machine cannot make a PDF.
        PublicationError: when something personal would be in it.
        WrongUseError: when there is no such kit, or the target is no PDF.
    """
    if target and target.suffix.lower() != ".pdf":
        raise WrongUseError(say("Geef een bestand dat op .pdf eindigt; ‘{name}’ doet dat niet.", name=target.name))
    edition, scan, _ = edition_of(root, wish)
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
    for kit in known:
        if wanted in kit.called:
            return kit
    ids = [kit.id for kit in known]
    guess = closest(wanted, [called for kit in known for called in kit.called])
    meant = say(" Bedoelde je ‘{guess}’?", guess=guess) if guess else ""
    raise WrongUseError(
        say("Er is geen kit ‘{name}’.", name=name)
        + meant
        + " "
        + say("Kies een stap, de poster of een team dat hier te zien is: {ids}.", ids=listing(ids) or "-")
        + " "
        + say("De kit van een plan dat je zelf maakte, print je vanaf de bladzijde van het plan.")
    )
