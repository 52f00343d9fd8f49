"""The files beside the pages: a short list of kinds, each looked into before it may be published."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from ..model.attachments import Attachment
from ..model.language import listing, say
from ..model.pages import RESERVED
from ..model.places import Source
from ..model.plans import PLANS
from .drawings import check_drawing
from .files import Folder
from .literature import is_literature
from .papers import check_calendar, check_pdf, check_table, check_text
from .pictures import clean_picture
from .refusal import RefusalError

OTHER_MARKDOWN = frozenset({".markdown", ".mdown", ".mkdn", ".mkd"})
"""Endings that the engine takes for pages as well; what we have not read, is not published."""

MAX_ATTACHMENT = 10_000_000
"""The largest file that is published, in bytes."""

_PICTURES = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "webp": "WEBP"}
_TEXTS: dict[str, Callable[[str], None]] = {
    "svg": check_drawing,
    "ics": check_calendar,
    "csv": check_table,
    "txt": check_text,
}
KINDS = (*_PICTURES, "svg", "pdf", "ics", "txt", "csv")
"""The endings of files that may be published."""

_PAGES = frozenset("html htm xhtml xht shtml mht mhtml md markdown mdown mkdn mkd".split())
_PROGRAMS = frozenset(
    """
    js mjs cjs ts wasm swf css exe bat cmd com msi sh ps1 vbs jar scr apk dmg
    php phtml cgi pl py rb asp aspx jsp jspx cfm
    """.split()
)
_OFFICE = frozenset("doc docx docm odt rtf pages xls xlsx xlsm ods ppt pptx pptm odp".split())
_PACKED = frozenset("zip gz tar tgz 7z rar bz2 xz".split())
_FILMS = frozenset("mp3 mp4 m4a m4v mov avi mkv webm ogg ogv wav flac wma wmv amr".split())
_OTHER_PICTURES = frozenset("heic heif avif bmp tif tiff ico psd ai eps jfif jxl raw".split())

EFFORT = "invoeren/inzet.yml"
"""Where in ``docs/`` the assumptions about effort stand."""

_NAME = re.compile(r"\w(?:[\w .,()+-]*[\w)])?")


def is_address(uri: str) -> bool:
    """Return whether each part of a path is plain enough to be one of an address, on any machine and host."""
    return all(_NAME.fullmatch(part) for part in uri.split("/"))


def check_name(folder: Folder, path: Path, uri: str) -> None:
    """Note an error about a name in ``docs/`` that cannot be an address, or under which a page would get another's."""
    if not is_address(uri):
        message = say("de naam van dit bestand, of van zijn map, kan geen deel van een adres zijn")
        folder.error(path, message, say("Gebruik letters, cijfers, streepjes en punten."))
    if path.stem.casefold() == "readme" and path.suffix == ".md":
        message = say("de eerste bladzijde van een map heet ‘index.md’")
        folder.error(path, message, say("Noem dit bestand ‘index.md’, of geef het een eigen naam."))


def read_attachments(folder: Folder, docs: Path) -> tuple[Attachment, ...]:
    """Return the files beside the pages; what is read or refused elsewhere is not looked at again."""
    found = []
    for path in folder.walk(docs):
        uri = path.relative_to(docs).as_posix()
        page = path.suffix in {".md", *OTHER_MARKDOWN} or uri.startswith(tuple(f"{name}/" for name in RESERVED))
        data = uri.startswith(("vragenbank/", "begrippen/")) and path.suffix.lower() in (".yml", ".yaml")
        data = data or uri in (EFFORT, PLANS) or is_literature(uri)
        if path.is_file() and not page and not data and (read := read_attachment(folder, path, uri)):
            found.append(read)
    return tuple(found)


def read_attachment(folder: Folder, path: Path, uri: str) -> Attachment | None:
    """Return a file as it may be published; nothing, and a problem, when it may not."""
    ending = path.suffix.lower().lstrip(".")
    try:
        _require_kind(path.name)
        data = folder.read_bytes(path, MAX_ATTACHMENT, say("Maak het kleiner, of verdeel het."))
        if data is None:
            return None
        if ending in _PICTURES:
            data = clean_picture(data, _PICTURES[ending])
        elif ending == "pdf":
            check_pdf(data)
        else:
            text = folder.decode(path, data)
            if text is None:
                return None
            _TEXTS[ending](text)
    except RefusalError as refusal:
        folder.error(path, refusal.message, refusal.hint, refusal.line)
        return None
    return Attachment(uri=uri, content=data, source=Source(folder.name(path), {(): 0}))


def _require_kind(name: str) -> None:
    *inner, ending = name.split(".")[1:] or [""]
    # Some servers look at each ending of a name, so that ‘photo.php.jpg’ would run.
    ending = next((part for part in inner if part.lower() in _PAGES | _PROGRAMS), ending)
    if not ending:
        raise RefusalError(say("de naam van dit bestand zegt niet wat voor bestand het is"), _advice(""))
    if ending.lower() not in KINDS:
        message = say("dit soort bestand komt niet op de site (‘.{ending}’)", ending=ending)
        raise RefusalError(message, _advice(ending.lower()))


def _advice(ending: str) -> str:
    if ending in _PAGES:
        return say("Een bladzijde schrijf je in Markdown; de naam eindigt op ‘.md’, in kleine letters.")
    if ending in _PROGRAMS:
        return say("Op de site draait niets en geldt één opmaak. Haal dit bestand weg uit ‘docs’.")
    if ending in _OFFICE:
        return say("Bewaar het als PDF. Een tabel kan ook als ‘.csv’.")
    if ending in _PACKED:
        return say("Pak het uit, en zet de bestanden los in ‘docs’.")
    if ending in _FILMS:
        return say("Opnamen van mensen publiceert het handboek nooit. Zet een ander filmpje elders, en link ernaar.")
    if ending in _OTHER_PICTURES:
        return say("Bewaar het plaatje als ‘.jpg’ of ‘.png’.")
    return say("Dit mag wel: {kinds}. Haal al het andere weg uit ‘docs’.", kinds=listing(KINDS))
