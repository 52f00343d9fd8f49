"""A handbook with things that must not come out, and ways of letting them out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.handbook import Handbook
from reflection_handbook.publishing import publish
from reflection_handbook.publishing.leaks import LeakScan, leak_scan
from support import lay_out, make_handbook, make_practice, make_team

SECRET = "Na de crème en de thee vertelde zij over haar broertje dat nooit meer buiten speelt."
"""The text of a best practice without consent."""
CODE = "VB02"
NAME = "Jan de Vries"


def private_handbook(**organisation: Any) -> Handbook:
    """Return a handbook with one team that everybody may see, and a practice that nobody may."""
    practice = make_practice("broertje", "west", SECRET, titel="Over thuis", bron=CODE, toestemming=None)
    handbook = make_handbook(make_team("west", (practice,), over="Wij helpen gezinnen in de wijk."), **organisation)
    return handbook.model_copy(update={"names": (NAME, "Zoë Bos")})


def private_scan(root: Path | None = None, **organisation: Any) -> LeakScan:
    """Return what has to be looked for once that handbook has been built for everybody."""
    handbook = private_handbook(**organisation)
    return leak_scan(handbook, publish(handbook, Audience.PUBLIC), root)


def findings(folder: Path, content: str | bytes, name: str = "index.html", **organisation: Any) -> list[str]:
    """Write one file, and return what the scan finds."""
    return private_scan(**organisation).findings(lay_out(folder / "site", {name: content}))


def make_pdf(text: str = "Gewone tekst", **about: str) -> bytes:
    """Return a PDF of one page with a text; ``about`` goes into its description."""
    writer = PdfWriter()
    page = writer.add_blank_page(400, 400)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode("cp1252"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({f"/{key}": value for key, value in about.items()})
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
