from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from leaks import make_pdf
from reflection_handbook.publishing.leaks.pdf import pdf_passages
from reflection_handbook.publishing.leaks.texts import Kind, Passage, UnreadableError


def _lines(data: bytes) -> list[str]:
    found = pdf_passages(data, lambda name, inside: iter([Passage(Kind.READABLE, (f"{name}: {inside.decode()}",))]))
    return [line for passage in found for line in passage.lines]


def _changed(change: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(make_pdf())))
    match change:
        case "note":
            writer.add_annotation(0, FreeText(text="geheim", rect=(0, 0, 9, 9)))
        case "bookmark":
            writer.add_outline_item(title="geheim", page_number=0)
        case "attachment":
            writer.add_attachment("geheim.txt", b"geheim")
        case "description":
            writer.xmp_metadata = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>geheim</x:xmpmeta>"
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_the_text_of_a_page_and_what_stands_about_it_are_read() -> None:
    lines = _lines(make_pdf("Een geheim", Title="Titel", Author="Schrijver"))
    assert {"Een geheim", "Titel", "Schrijver"} <= set(lines)


@pytest.mark.parametrize("change", ["note", "bookmark", "attachment", "description"])
def test_whatever_else_says_something_is_read(change: str) -> None:
    assert any("geheim" in line for line in _lines(_changed(change)))


def test_the_days_on_which_it_was_made_are_no_text() -> None:
    assert not [line for line in _lines(make_pdf(CreationDate="D:20260612101010Z")) if "2026" in line]


@pytest.mark.parametrize("cut", [20, 300, 600])
def test_a_broken_file_is_refused_or_read_and_never_a_traceback(cut: int) -> None:
    whole = make_pdf("Een geheim")
    try:
        _lines(whole[:cut] + b"\x00\xff" + whole[cut + 40 :])
    except UnreadableError:
        return


def test_a_file_that_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnreadableError):
        _lines(b"%PDF-1.7\nniets")
