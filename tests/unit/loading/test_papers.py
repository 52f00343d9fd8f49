"""PDF, calendars, tables and plain text: what only tells is allowed, what does something is refused."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from reflection_handbook.loading.papers import check_calendar, check_pdf, check_table, check_text
from reflection_handbook.loading.refusal import RefusalError


def entry(**values: object) -> DictionaryObject:
    """Return a dictionary of a PDF; a text that begins with a slash is a name there."""
    found = DictionaryObject()
    for key, value in values.items():
        if isinstance(value, str):
            value = NameObject(value) if value.startswith("/") else TextStringObject(value)
        found[NameObject(f"/{key}")] = value  # type: ignore[assignment]
    return found


def pdf(writer: PdfWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def writer(**root: object) -> PdfWriter:
    """Return a PDF of one page, with more in its root."""
    made = PdfWriter()
    made.add_blank_page(200, 200)
    for key, value in entry(**root).items():
        made.root_object[NameObject(key)] = value
    return made


def on_page(**annotation: object) -> bytes:
    made = writer()
    note = made._add_object(entry(Type="/Annot", **annotation))
    made.pages[0][NameObject("/Annots")] = ArrayObject([note])
    return pdf(made)


def with_javascript() -> bytes:
    made = writer()
    program = made._add_object(entry(S="/JavaScript", JS="app.alert(1)"))
    named = entry(JavaScript=entry(Names=ArrayObject([TextStringObject("x"), program])))
    made.root_object[NameObject("/Names")] = named
    return pdf(made)


def with_attachment() -> bytes:
    made = writer()
    made.add_attachment("brief.docx", b"Beste")
    return pdf(made)


def locked() -> bytes:
    made = writer()
    made.encrypt("geheim", algorithm="RC4-128")
    return pdf(made)


def hidden_in_a_stream() -> bytes:
    made = writer()
    stream = StreamObject()
    stream[NameObject("/AA")] = entry(O=entry(S="/JavaScript", JS="app.alert(1)"))
    made._add_object(stream)  # used by nothing
    return pdf(made)


def first_page() -> ArrayObject:
    return ArrayObject([NumberObject(0), NameObject("/Fit")])


ACTIVE = {
    "a program": with_javascript,
    "another file inside": with_attachment,
    "a password": locked,
    "a program that nothing points at": hidden_in_a_stream,
    "a program at the start": lambda: pdf(writer(OpenAction=entry(S="/JavaScript", JS="app.alert(1)"))),
    "a page of elsewhere at the start": lambda: pdf(writer(OpenAction=entry(S="/URI", URI="https://elders.example"))),
    "something that starts": lambda: pdf(writer(OpenAction=entry(S="/Launch", F="cmd.exe"))),
    "an action by itself": lambda: pdf(writer(AA=entry(WC=entry(S="/Named", N="/Print")))),
    "a form that sends": lambda: on_page(Subtype="/Widget", A=entry(S="/SubmitForm", F="https://elders.example")),
    "a form of another kind": lambda: pdf(writer(AcroForm=entry(XFA="x"))),
    "a link to a program": lambda: on_page(Subtype="/Link", A=entry(S="/URI", URI="javascript:alert(1)")),
    "a link to a file": lambda: on_page(Subtype="/Link", A=entry(S="/URI", URI="file:///etc/passwd")),
    "a film": lambda: on_page(Subtype="/Movie"),
    "a file as a note": lambda: on_page(Subtype="/FileAttachment"),
}

BROKEN = {
    "nothing": b"",
    "no pdf": b"PK\x03\x04 een zip",
    "html": b"<html><script>alert(1)</script></html>",
    "something before it": b"<script>alert(1)</script>\n" + pdf(writer()),
    "only its first line": b"%PDF-1.7\n",
    "cut off": pdf(writer())[:120],
}


def test_a_plain_pdf_is_allowed() -> None:
    check_pdf(pdf(writer()))
    check_pdf(pdf(writer(OpenAction=first_page())))
    check_pdf(pdf(writer(OpenAction=entry(S="/GoTo", D=first_page()))))


def test_a_pdf_with_links_is_allowed() -> None:
    for link in ("https://goed.example/x?a=1", "mailto:handboek@voorbeeld.nl"):
        check_pdf(on_page(Subtype="/Link", A=entry(S="/URI", URI=link)))


@pytest.mark.parametrize("name", ACTIVE)
def test_a_pdf_that_does_something_is_refused(name: str) -> None:
    with pytest.raises(RefusalError, match="meer is dan tekst"):
        check_pdf(ACTIVE[name]())


@pytest.mark.parametrize("name", BROKEN)
def test_a_pdf_that_cannot_be_read_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RefusalError, match="beschadigd"):
        check_pdf(BROKEN[name])
    assert capsys.readouterr() == ("", "")


def event(*lines: str) -> str:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y", "BEGIN:VEVENT", "UID:a", "DTSTAMP:20260101T000000Z"]
    return "\r\n".join([*head, *lines, "END:VEVENT", "END:VCALENDAR", ""])


ALARM = ("BEGIN:VALARM", "TRIGGER:-PT15M", "END:VALARM")


@pytest.mark.parametrize(
    "lines",
    [
        ("SUMMARY:Gesprek", "DESCRIPTION:Neem mee: 5 < 7"),
        ("URL:https://goed.example",),
        (*ALARM[:2], "ACTION:DISPLAY", "DESCRIPTION:Straks", ALARM[2]),
    ],
)
def test_a_plain_calendar_is_allowed(lines: tuple[str, ...]) -> None:
    check_calendar(event(*lines))


@pytest.mark.parametrize(
    "lines",
    [
        ("ATTACH:https://elders.example/x.exe",),
        ("ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA",),
        ("URL:javascript:alert(1)",),
        (*ALARM[:2], "ACTION:PROCEDURE", "ATTACH:file:///x.exe", ALARM[2]),
        (*ALARM[:2], "ACTION:EMAIL", ALARM[2]),
        ("X-ALT-DESC;FMTTYPE=text/html:<p onclick=alert(1)>x</p>",),
        ("DESCRIPTION:<img src=https://elders.example/x>",),
    ],
)
def test_a_calendar_that_does_something_is_refused(lines: tuple[str, ...]) -> None:
    with pytest.raises(RefusalError, match="bijlage"):
        check_calendar(event(*lines))


@pytest.mark.parametrize("text", ["", "Geen agenda", "BEGIN:VCALENDAR", "BEGIN:VEVENT\r\nEND:VEVENT\r\n", "<html>"])
def test_what_is_no_calendar_is_refused(text: str) -> None:
    with pytest.raises(RefusalError, match="geen agenda"):
        check_calendar(text)


@pytest.mark.parametrize("text", ["", "Een regel.\n<b>", "5 < 7", "User-agent: *\nDisallow:", "- een\n- twee"])
def test_plain_text_is_allowed(text: str) -> None:
    check_text(text)


@pytest.mark.parametrize(
    "text", ["<!DOCTYPE html>", "\n <html>", "<?xml version='1.0'?>", "<script>", "<svg onload=x>"]
)
def test_html_under_the_name_of_text_is_refused(text: str) -> None:
    with pytest.raises(RefusalError, match="HTML of XML"):
        check_text(text)


@pytest.mark.parametrize(
    "text", ["naam,aantal\nwest,5\noost,-3\n", "a;b\n+31 6;-0,5\n", 'a\n"-"\n', "a,-\n", "m@x.nl,2=2\n"]
)
def test_a_table_of_words_and_numbers_is_allowed(text: str) -> None:
    check_table(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("=1+1\n", 1),
        ("a,b\n1,=HYPERLINK(A1)\n", 2),
        ('a;b\n1;"=cmd|x"\n', 2),
        ("a\n@SUM(1)\n", 2),
        ("a\n+cmd|x\n", 2),
        ("a,b\nx, -cmd\n", 2),
        ("a\tb\nx\t=1\n", 2),
    ],
)
def test_a_table_with_a_formula_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(RefusalError, match="formule") as caught:
        check_table(text)
    assert caught.value.line == line
