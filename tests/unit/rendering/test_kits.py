"""A kit as a page: whole, harmless, and the same sheets as the PDF gets."""

from __future__ import annotations

from collections.abc import Iterator

from justhtml import JustHTML

from reflection_handbook.rendering import Asset, Text, render
from reflection_handbook.rendering.environment import Templates
from reflection_handbook.rendering.kits import kit_html, made_kits
from reflection_handbook.viewing.kits import kits
from support import TODAY, make_document, make_edition, make_team

HOSTILE = "\"><img src=x onerror=alert(1)><script>alert('kwaad')</script></h2>&amp;{{ 7*7 }}</section>"
LIST = make_document("voorbereiden/kits.md", "# Kits\n\n<!-- handboek: kits -->\n")


def _team(word: str = "Gewoon") -> dict[str, object]:
    return {
        "naam": word,
        "doelen": [{"id": "d", "naam": word, "interventietheorie": {"wij_doen": word, "omdat": word, "zodat": word}}],
        "schalen": [{"id": "s", "doel": "d", "vraag": word, "laag": word, "hoog": word}],
        "agenda": [{"datum": "2026-12-10", "wat": word, "wie": word[:80]}],
    }


def _html(word: str = "Gewoon") -> str:
    edition = make_edition(make_team("west", **_team(word)))
    (kit,) = kits(edition)
    return kit_html(kit, edition, Templates(), size=12)


def _outputs(pdf: bool) -> Iterator[Asset | Text]:
    edition = make_edition(make_team("west", **_team()), documents=(LIST,))
    make_pdf = (lambda html, at: b"%PDF " + at.encode() + b"x" * 2600) if pdf else None
    return (o for o in render(edition, TODAY, make_pdf) if isinstance(o, Asset | Text))


def test_a_page_is_whole_and_words_of_people_stay_words() -> None:
    for word in ("Gewoon", HOSTILE):
        html = _html(word)
        assert not JustHTML(html, collect_errors=True, sanitize=False).errors
        assert "<img" not in html and html.count("<script") == 1  # ours, which prints


def test_the_pdf_gets_the_sheets_and_nothing_to_press() -> None:
    edition = make_edition(make_team("west", **_team()))
    (kit,) = kits(edition)
    html = kit_html(kit, edition, Templates(), for_pdf=True)
    assert "Onze doelen" in html
    assert "<a " not in html and "<button" not in html and "<script" not in html


def test_a_site_without_pdf_offers_pages_and_no_dead_download() -> None:
    for pdf in (False, True):
        outputs = {output.uri: output for output in _outputs(pdf)}
        page, listed = outputs["teams/west/kit/index.html"], outputs["voorbereiden/kits.md"]
        assert isinstance(page, Asset) and isinstance(listed, Text)
        assert ("teams/west/kit/kit-west.pdf" in outputs) is pdf
        assert ("kit-west.pdf" in page.content.decode()) is pdf
        assert ("../../teams/west/kit/kit-west.pdf" in listed.markdown) is pdf
        assert ("PDF, 3 kB" in listed.markdown) is pdf
        assert 'href="../../teams/west/kit/"' in listed.markdown


def test_without_kits_the_list_says_what_will_stand_there() -> None:
    (listed,) = (o for o in render(make_edition(documents=(LIST,)), TODAY) if isinstance(o, Text))
    assert "Nog geen kits" in listed.markdown
    assert made_kits(make_edition(), Templates()) == ()
