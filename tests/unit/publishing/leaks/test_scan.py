"""Leaks of each kind in each kind of file, hidden in each way; next to them what must pass."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from leaks import CODE, NAME, SECRET, findings, make_pdf, private_handbook, private_scan
from reflection_handbook.model.consent import Audience
from reflection_handbook.publishing import publish
from reflection_handbook.publishing.leaks import LeakScan, leak_scan
from support import lay_out, make_team

TEXT = "hier staat een tekst die niet gepubliceerd mag worden"
RESPONDENT = "hier staat de code van iemand die iets vertelde"
LISTED = "hier staat een naam uit de lijst"
PHONE = "op een telefoonnummer lijkt"
EMAIL = "op een e-mailadres lijkt"
CITIZEN = "op een burgerservicenummer lijkt"
PLATE = "op een kenteken lijkt"
HOME = "op een woonadres lijkt"
BIRTH = "op een geboortedatum lijkt"

PART = "vertelde zij over haar broertje dat nooit"


def _folded(line: str) -> str:
    """Return a calendar's line folded after every ten octets, as RFC 5545 lets a writer do."""
    data = line.encode()
    return b"\r\n ".join(data[at : at + 10] for at in range(0, len(data), 10)).decode("utf-8", "surrogateescape")


def _event(value: str, name: str = "DESCRIPTION") -> bytes:
    line = _folded(f"{name}:{value}").encode("utf-8", "surrogateescape")
    return b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + line + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def _with_attachment() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(make_pdf())))
    writer.add_attachment("brief.txt", SECRET.encode())
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _data_address(media: str, content: str) -> str:
    return f"data:{media};base64,{base64.b64encode(content.encode()).decode()}"


SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'

LEAKS: list[tuple[str, str, str | bytes, str]] = [
    # What is hidden how; the file; its content; what is said.
    ("plain", "index.html", f"<p>{SECRET}</p>", TEXT),
    ("a part", "index.html", f"<p>Iemand zei: ‘{SECRET[10:70]}’.</p>", TEXT),
    ("capitals, no accents", "index.html", f"<p>{SECRET.upper().replace('È', 'E')}</p>", TEXT),
    ("over tags", "index.html", "<p>" + "<b>en</b>".join(SECRET.split("en", 3)) + "</p>", TEXT),
    ("every sign in a tag", "index.html", "".join(f"<i>{sign}</i>" for sign in SECRET), TEXT),
    ("over blocks", "index.html", "<p>" + "</p>\n<p>".join(SECRET.split()) + "</p>", TEXT),
    ("comments between", "index.html", "<!-- x -->".join(SECRET.split()), TEXT),
    ("entities", "index.html", "".join(f"&#{ord(sign)};" for sign in SECRET), TEXT),
    ("hexadecimal entities", "index.html", "".join(f"&#x{ord(sign):x};" for sign in SECRET), TEXT),
    ("entities twice", "index.html", escape("".join(f"&#{ord(sign)};" for sign in SECRET)), TEXT),
    ("soft hyphens", "index.html", "&shy;".join(SECRET), TEXT),
    ("zero-width signs", "index.html", "\u200b".join(SECRET), TEXT),
    ("letters apart from accents", "index.html", SECRET.replace("è", "e\u0300"), TEXT),
    ("title", "index.html", f'<abbr title="{SECRET}">x</abbr>', TEXT),
    ("alt", "index.html", f'<img alt="{SECRET}" src=x.png>', TEXT),
    ("aria-label", "index.html", f"<a aria-label='{SECRET}'>x</a>", TEXT),
    ("description", "index.html", f'<meta name="description" content="{SECRET}">', TEXT),
    ("data attribute", "index.html", f'<div data-x="{SECRET}"></div>', TEXT),
    ("unquoted attribute", "index.html", f"<p title={PART.replace(' ', '_')}>x", TEXT),
    ("quote that never ends", "index.html", f'<p title="x>{SECRET}</p>', TEXT),
    ("address", "index.html", f'<a href="/?q={quote(SECRET)}">x</a>', TEXT),
    ("address with plus", "index.html", f'<a href="/?q={SECRET.replace(" ", "+")}">x</a>', TEXT),
    ("comment", "index.html", f"<!-- {SECRET} -->", TEXT),
    (
        "comment with tags",
        "index.html",
        f"<!-- <p>{SECRET.replace('een', 'e<b>e</b>n').replace('de', '<i>de</i>')} -->",
        TEXT,
    ),
    ("comment that never ends", "index.html", f"<!-- {SECRET}", TEXT),
    ("script", "index.html", f"<script>let x = {json.dumps(SECRET)}</script>", TEXT),
    ("data in a script", "index.html", f'<script type="application/json">{json.dumps([SECRET])}</script>', TEXT),
    ("style", "index.html", f"<style>p::before {{ content: '{SECRET}' }}</style>", TEXT),
    ("class and id", "index.html", f'<p id="{PART.replace(" ", "-")}">', TEXT),
    ("vector geometry", "x.svg", SVG.format(f'<path d="{PART}"/>'), TEXT),
    ("packed page", "index.html", f'<a href="{_data_address("text/html", f"<p>{SECRET}</p>")}">x</a>', TEXT),
    ("packed drawing", "index.html", f"<img src='{_data_address('image/svg+xml', SVG.format(SECRET))}'>", TEXT),
    (
        "packed twice",
        "x.css",
        f"a {{ b: url({_data_address('text/css', _data_address('text/plain', SECRET))}) }}",
        TEXT,
    ),
    ("packed with percent signs", "index.html", f'<img src="data:image/svg+xml,{quote(SVG.format(SECRET))}">', TEXT),
    ("search index", "search/search_index.json", json.dumps({"docs": [{"text": f"<p>{SECRET}</p>"}]}), TEXT),
    ("escapes of JSON", "x.json", json.dumps({"a": SECRET}), TEXT),
    ("a key of JSON", "x.json", json.dumps({SECRET: 1}), TEXT),
    ("broken JSON", "x.json", f'{{"a": "{SECRET}"', TEXT),
    ("folded calendar", "agenda.ics", _event(SECRET.replace(",", "\\,")), TEXT),
    ("parameter of a calendar", "agenda.ics", f'BEGIN:X\nATTENDEE;CN="{SECRET}":x\nEND:X\n', TEXT),
    ("feed", "feed.xml", f"<rss><title><![CDATA[<b>{SECRET}</b>]]></title></rss>", TEXT),
    ("drawing", "x.svg", SVG.format(f"<text>{'</text><text>'.join(SECRET.split())}</text>"), TEXT),
    ("drawing's title", "x.svg", SVG.format(f"<title>{SECRET}</title>"), TEXT),
    ("an entity of XML", "x.svg", f'<!DOCTYPE svg [<!ENTITY x "{SECRET}">]>' + SVG.format("&x;"), TEXT),
    ("text file", "x.txt", SECRET, TEXT),
    ("table", "x.csv", ";".join(SECRET.split()), TEXT),
    ("sixteen bits", "x.txt", SECRET.encode("utf-16"), TEXT),
    ("Markdown", "x.md", f"---\ntitle: x\n---\n{SECRET.replace('thee', '**thee**')}\n", TEXT),
    ("Markdown with HTML", "x.md", f"---\ntitle: x\n---\n<p>{'<br>'.join(SECRET.split())}</p>\n", TEXT),
    ("script of its own", "x.js", f"let x = '{SECRET.replace('è', chr(92) + 'u00e8')}'", TEXT),
    ("file without an ending", "_headers", f"/*\n  X: {SECRET}\n", TEXT),
    ("hidden file", ".htaccess", f"# {SECRET}\n", TEXT),
    ("PDF", "x.pdf", make_pdf(SECRET), TEXT),
    ("PDF's title", "x.pdf", make_pdf(Title=SECRET), TEXT),
    ("PDF with another ending", "x.txt", make_pdf(SECRET), TEXT),
    ("attached to a PDF", "x.pdf", _with_attachment(), TEXT),
    ("packed file", "sitemap.xml.gz", gzip.compress(f"<loc>{SECRET}</loc>".encode()), TEXT),
    ("packed file, twice", "x.gz", gzip.compress(gzip.compress(SECRET.encode())), TEXT),
    ("text with the name of a picture", "x.png", SECRET, TEXT),
    ("name of a file", f"{PART.replace(' ', '-')}.png", b"\x89PNG\r\n\x1a\n", TEXT),
    ("code in a text", "index.html", f"<p>Bron: {CODE}.</p>", RESPONDENT),
    ("code over tags", "index.html", "<p>V<b>B</b>&shy;02</p>", RESPONDENT),
    ("code in an id", "index.html", f'<p id="bron-{CODE}">', RESPONDENT),
    ("code in an address", "index.html", f'<a href="../{CODE}/">x</a>', RESPONDENT),
    ("code in data", "x.json", json.dumps({"bron": CODE}), RESPONDENT),
    ("code in the name of a file", f"brief_{CODE}.png", b"\xff\xd8\xff", RESPONDENT),
    ("name", "index.html", f"<p>{NAME} zei dat.</p>", LISTED),
    ("name in a title", "index.html", '<p title="door J. de Vries">', LISTED),
    ("name in the name of a file", "foto-jan-de-vries.png", b"\xff\xd8\xff", LISTED),
    ("name in an address", "index.html", '<a href="/jan%20de%20vries/">', LISTED),
    ("name in a calendar", "agenda.ics", _event("Met Jan de Vries"), LISTED),
    ("name over lines", "x.md", "Wij spraken met Jan\nde Vries.", LISTED),
    ("name in a script", "x.js", "let wie = 'jan de vries'", LISTED),
    ("telephone", "index.html", "<p>Bel 06-12345678.</p>", PHONE),
    ("telephone over tags", "index.html", "<p>Bel 06<b>-1234</b>5678.</p>", PHONE),
    ("telephone behind a link", "index.html", '<a href="tel:+31612345678">bel</a>', PHONE),
    ("telephone in a chat's address", "index.html", '<a href="https://wa.me/31612345678">app</a>', PHONE),
    ("telephone in a comment", "index.html", "<!-- 010 123 45 67 -->", PHONE),
    ("telephone in the search index", "x.json", json.dumps({"text": "Bel (010) 1234567"}), PHONE),
    ("telephone in a drawing", "x.svg", SVG.format("<text>010-1234567</text>"), PHONE),
    ("e-mail", "index.html", "<p>Mail naam@voorbeeld.nl</p>", EMAIL),
    ("e-mail with entities", "index.html", "".join(f"&#{ord(s)};" for s in "naam@voorbeeld.nl"), EMAIL),
    ("e-mail behind a link", "index.html", '<a href="mailto:naam%40voorbeeld.nl">mail</a>', EMAIL),
    ("e-mail in disguise", "index.html", "<p>naam [at] voorbeeld [punt] nl</p>", EMAIL),
    ("e-mail in a calendar", "agenda.ics", _event("MAILTO:naam@voorbeeld.nl", "ORGANIZER"), EMAIL),
    ("e-mail in a PDF", "x.pdf", make_pdf(Author="naam@voorbeeld.nl"), EMAIL),
    ("citizen service number", "index.html", "<td>123456782</td>", CITIZEN),
    ("citizen service number as a number", "x.json", '{"bsn": 123456782}', CITIZEN),
    ("licence plate", "index.html", "<p>de auto 12-ABC-3</p>", PLATE),
    ("home", "index.html", "<p>Dorpsstraat 5<br>1234 AB Voorbeeld</p>", HOME),
    ("postcode and number", "x.csv", "1234 AB; 12\n", HOME),
    ("postcode and number in data", "x.json", '{"postcode": "1234AB 12"}', HOME),
    ("date of birth", "index.html", "<p>Zij is geboren op 3 maart 2012.</p>", BIRTH),
    ("date of birth in data", "x.json", '{"geboortedatum": "2012-03-03"}', BIRTH),
]


@pytest.mark.parametrize(("name", "content", "said"), [leak[1:] for leak in LEAKS], ids=[leak[0] for leak in LEAKS])
def test_a_leak_is_found_wherever_and_however_it_is_hidden(
    tmp_path: Path, name: str, content: str | bytes, said: str
) -> None:
    found = findings(tmp_path, content, name)
    assert any(said in sentence for sentence in found)
    shown = "\n".join(found).casefold()
    secrets = [SECRET[:20], PART, PART.replace(" ", "-"), CODE, "vries", "12345678", "1234567", "naam@", "dorpsstraat"]
    assert not [secret for secret in secrets if secret.casefold() in shown], "a message shows what it found"


HARMLESS: dict[str, str] = {
    "a page of the report": "<p>Het rapport, p. 12-18, 201 en 0612.</p>",
    "years": "<p>Tussen 2016 en 2017, van 2015-2016 tot 2026.</p>",
    "years in capitals": "<h2>2016 EN 2017</h2>",
    "date and time": "<p>Op 06-12-2016 12:30 en op 01-02-2026 09.15 uur.</p>",
    "ISO dates": "<p>2026-03-12, 2026-03-12T10:00:00Z</p>",
    "compact date": "<p>20260312 en 31122026</p>",
    "ISBN": "<p>ISBN 978-90-313-8123-4, ISBN 90-313-8123-4, ISBN 0-471-95833-9, ISBN 0471958339</p>",
    "ISSN": "<p>ISSN 0022-006X en ISSN 1234-5679</p>",
    "DOI": "<p>https://doi.org/10.1016/0145-2134(94)00089-8 en doi:10.1037/0022-006X.76.5.909</p>",
    "DOI in an address": '<a href="https://doi.org/10.1080/0123456789">x</a>',
    "pages of a journal": "<p>Tijdschrift, 12(3), 123-145, 010-019.</p>",
    "amounts": "<p>€ 1.000.000 en 123.456 euro, 12.345.678,90</p>",
    "scores": "<p>4, 5, 5, 6, 6, 6, 6, 7 van 10; 5–9; 60 %</p>",
    "law": "<p>Artikel 2.3.1 Jeugdwet, Stb. 2014, 105</p>",
    "public number": "<p>Veilig Thuis: 0800-2000. Spoed: 112.</p>",
    "at sign": "<p>Volg @handboek. De rest volgt @ 12 uur; voorbeeld@handboek-reflectie</p>",
    "icon": '<svg viewBox="0 0 24 24"><path d="M06 12345678V12 010 1234567"/></svg>',
    "hash": "<meta content=\"script-src 'sha256-06/12345678VB02+06-12345678+VB02/0='\">",
    "picture": f'<img src="{_data_address("image/gif", "GIF89a VB02 06-12345678")}">',
    "postcode by itself": "<p>In postcode 1234 AB wonen veel gezinnen.</p>",
    "units": "<p>1500 km, 1000 px 12, 3000 EURO 15</p>",
    "born, not a person": "<p>Het idee is geboren in het voorjaar van 2016.</p>",
    "small words of a name": "<p>Van de eerste stap naar de laatste. De vries­kast bij de Bosrand.</p>",
    "name inside a word": "<p>Januari, Vriesland, Jansonius, Boskoop</p>",
    "code inside a word": "<p>VB021, AVB02, vb021, vb-021</p>",
    "published text": "<p>Wij helpen gezinnen in de wijk. Over thuis praten.</p>",
    "a few of the same words": "<p>Na de thee vertelde zij over de wijk en haar broertje.</p>",
    "version": "<p>mkdocs-material 9.8.1, versie 1.2.3-4, RFC 5545</p>",
    "range of numbers": "<p>nr. 0123-456 en 100-200-300</p>",
    "plate-like words": "<p>A-12, KB-2016-12, 12-03-26, R-12-AB-34</p>",
}


@pytest.mark.parametrize("content", HARMLESS.values(), ids=HARMLESS)
def test_what_only_looks_like_a_leak_passes(tmp_path: Path, content: str) -> None:
    assert findings(tmp_path, content) == []
    text = re.sub(r"<[^>]*>", "", content)
    assert findings(tmp_path / "text", text, "x.txt") == []


def test_a_calendar_of_ours_holds_nothing_that_looks_like_a_leak(tmp_path: Path) -> None:
    lines = [
        "BEGIN:VEVENT",
        "DTSTART;VALUE=DATE:20260612",
        "DTSTAMP:20260612T123456Z",
        "UID:06-12345678@x",
        "SEQUENCE:1",
    ]
    assert findings(tmp_path, "\r\n".join(lines), "x.ics") == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.docx", b"PK\x03\x04\x00\x00\x8a"),
        ("x.woff2", b"wOF2\x00\x01\x00\x00"),
        ("x.bin", b"tekst \x00 en meer"),
        ("x.html", "<p>één</p>".encode("latin-1")),
        ("x.pdf", b"%PDF-1.7\nstuk"),
        ("x.gz", b"\x1f\x8bstuk"),
        ("index.html", '<a href="data:application/zip;base64,UEsDBIoA">x</a>'),
    ],
)
def test_a_file_that_nobody_can_look_into_is_named(tmp_path: Path, name: str, content: str | bytes) -> None:
    found = findings(tmp_path, content, name)
    assert found == [
        f"{name}: in dit bestand kan het handboek niet kijken; daarom komt het niet op de site.\n"
        "    → Haal het weg, of maak er een gewone tekst, PDF of afbeelding van."
    ]


def test_a_locked_pdf_is_a_file_that_nobody_can_look_into(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(make_pdf())))
    writer.encrypt("geheim", algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    assert "niet kijken" in findings(tmp_path, written.getvalue(), "x.pdf")[0]


def test_what_is_packed_too_deep_is_a_file_that_nobody_can_look_into(tmp_path: Path) -> None:
    data = b"tekst"
    for _ in range(8):
        data = gzip.compress(data)
    assert "niet kijken" in findings(tmp_path, data, "x.gz")[0]


def test_a_file_of_the_theme_is_known_by_its_content_alone(tmp_path: Path) -> None:
    content = b"let x = 'VB02'"
    known = frozenset({hashlib.sha256(content).hexdigest()})
    site = lay_out(tmp_path, {"bundle.js": content})
    assert private_scan().findings(site, known) == []
    lay_out(site, {"bundle.js": content + b";"})
    assert len(private_scan().findings(site, known)) == 1


def test_what_git_keeps_in_a_folder_of_its_own_is_no_part_of_the_site(tmp_path: Path) -> None:
    assert findings(tmp_path, b"\x00" + SECRET.encode(), ".git/objects/x") == []


@pytest.mark.parametrize("name", ["teams/oost/index.html", "teams/oost/agenda.ics", "best-practices/broertje/x/y.html"])
def test_nothing_stands_at_the_address_of_what_is_withheld(tmp_path: Path, name: str) -> None:
    handbook = private_handbook()
    handbook = handbook.model_copy(update={"teams": (*handbook.teams, make_team("oost", publicatie=None))})
    scan = leak_scan(handbook, publish(handbook, Audience.PUBLIC))
    (found,) = scan.findings(lay_out(tmp_path, {name: "x", "teams/west/index.html": "x", "teams/oost.png": b"GIF89a"}))
    assert found.startswith(f"{name}: dit hoort bij een team of verhaal dat niet gepubliceerd mag worden (teams/")


def test_the_message_names_file_and_line_of_the_source_and_what_to_do(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            "docs/over/index.md": "# Over\n\nBel 06 12 34 56 78.\n\nOf vraag naar Jan de Vries.\n",
            "teams/west/best-practices/ander.md": "---\nbron: VB02\n---\nDit vertelde VB02.\n",
            "teams/west/best-practices/broertje.md": f"---\ntitel: x\n---\n{SECRET}\n",
            "handbook.yml": "naam: x\n# mail: naam@voorbeeld.nl\n",
        },
    )
    pages = {
        "a/index.html": "<p>Bel <b>06-12345678</b></p>",
        "b/index.html": "<p>Vraag naar Jan de Vries</p>",
        "c/index.html": "<p>VB02</p>",
        "d/index.html": f"<p>{SECRET}</p>",
        "e/index.html": "<p>naam@voorbeeld.nl</p>",
        "f/index.html": "<p>12-ABC-3</p>",
    }
    scan = private_scan(tmp_path)
    found = [sentence.split("\n") for sentence in scan.findings(lay_out(tmp_path / "site", pages))]
    places = dict.fromkeys(re.sub(r": .*?( \(.*\))?\.$", r"\1", sentence) for sentence, _ in found)
    assert list(places) == [
        "a/index.html (docs/over/index.md, regel 3)",
        "b/index.html (docs/over/index.md, regel 5)",
        "c/index.html (teams/west/best-practices/ander.md, regel 2)",
        "d/index.html (teams/west/best-practices/broertje.md, regel 1)",
        "e/index.html (handbook.yml, regel 2)",
        "f/index.html",
    ]
    assert all(hint.startswith("    → ") for _, hint in found)


def test_the_same_leak_in_many_files_is_one_finding_on_the_page_that_shows_it(tmp_path: Path) -> None:
    files = {name: "06-12345678" for name in ("a.json", "z.txt", "p/index.html", "q/index.html")}
    (found,) = private_scan().findings(lay_out(tmp_path, files))
    assert found.startswith("p/index.html: ")


def test_a_name_in_a_path_is_left_out_of_every_message(tmp_path: Path) -> None:
    name = "jan-de-vries/06-12345678/naam@voorbeeld.nl/x.bin"
    found = findings(tmp_path, b"\x00", name)
    assert found and all(sentence.startswith("…/06-12345678/…/x.bin: ") for sentence in found)


def test_what_is_allowed_lifts_names_and_numbers_and_nothing_else(tmp_path: Path) -> None:
    allowed = [
        {"tekst": text, "reden": "Openbaar."}
        for text in ("Vries, J. de (2016)", "info@voorbeeld.nl", "010 123 45 67", SECRET, CODE)
    ]
    page = "<p>Vries, J. de (2016). info@voorbeeld.nl, <a href='tel:+31101234567'>(010) 123 45 67</a></p>"
    assert findings(tmp_path, page, toegestaan=allowed) == []
    assert len(findings(tmp_path, page)) == 3
    others = f"<p>J. de Vries</p> <p>ander@voorbeeld.nl</p> <p>010 123 45 68</p> <p>{SECRET} {CODE}</p>"
    assert {s.split(": ")[1].split(" (")[0] for s in findings(tmp_path, others, toegestaan=allowed)} == {
        s.split(": ")[1].split(" (")[0] for s in findings(tmp_path, others)
    }


def test_a_scan_that_knows_of_no_sources_still_sees_numbers(tmp_path: Path) -> None:
    site = lay_out(tmp_path, {"index.html": "<p>06-12345678</p>"})
    assert len(LeakScan().findings(site)) == 1


SPLITS = ["<b>", "</b>", "<br>", "</p><p>", "&shy;", "\u00ad", "&#8203;", "\u200b", "&nbsp;", " ", "\n", "<!-- x -->"]
SPLITS += ['<span class="x">', "</span>", "<wbr>", "-", "<i></i>"]


@given(st.lists(st.tuples(st.integers(0, len(SECRET)), st.sampled_from(SPLITS)), max_size=40))
def test_a_withheld_text_is_found_however_it_is_split(cuts: list[tuple[int, str]]) -> None:
    text = SECRET
    for at, split in sorted(cuts, reverse=True):
        text = text[:at] + split + text[at:]
    with TemporaryDirectory() as folder:
        assert any(TEXT in found for found in findings(Path(folder), f"<p>Iets vooraf. {text} Iets erna.</p>"))


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_a_withheld_text_is_found_in_the_middle_of_anything(before: str, after: str) -> None:
    with TemporaryDirectory() as folder:
        content = json.dumps({"a": f"{before} {SECRET} {after}".replace("<", "")})
        assert any(TEXT in found for found in findings(Path(folder), content, "x.json"))
