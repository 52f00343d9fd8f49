"""A small published site as a handbook leaves it, made by hand: quick to lay out, and every place is known."""

from __future__ import annotations

import gzip
import json
from typing import Any

STORY = "Ik bel altijd eerst even op voordat ik kom."
OTHER = "Wij drinken altijd eerst een kop koffie samen."
ABOUT = "Een team dat van wandelen houdt en van stilte."


def page(body: str) -> str:
    return f"<!doctype html><html lang=nl><title>x</title><body>{body}</body></html>\n"


def data() -> dict[str, Any]:
    return {
        "versie": 1,
        "teams": [
            {"id": "west", "naam": "West", "over": ABOUT, "metingen": [{"niet_getoond": "te weinig om te tonen hier"}]},
            {"id": "oost", "naam": "Oost"},
        ],
        "best_practices": [
            {
                "id": "een",
                "titel": "Een",
                "team": "west",
                "kwaliteiten": ["k"],
                "werkzame_factoren": ["f"],
                "tekst": STORY,
            },
            {"id": "twee", "titel": "Twee", "kwaliteiten": [], "werkzame_factoren": [], "tekst": f"{OTHER} {OTHER}"},
        ],
        "transformatiedoelen": [],
    }


def search() -> dict[str, Any]:
    return {
        "config": {"lang": ["nl"]},
        "docs": [
            {"location": "", "title": "Start", "text": "x"},
            {"location": "over/", "title": "Over", "text": "<p>y</p>"},
            {"location": "best-practices/", "title": "Best practices", "text": "Een Twee"},
            {"location": "best-practices/een/", "title": "Een", "text": STORY},
            {"location": "best-practices/een/#meer", "title": "Meer", "text": "z"},
            {"location": "best-practices/twee/", "title": "Twee", "text": OTHER},
            {"location": "teams/west/", "title": "West", "text": ABOUT},
        ],
    }


def sitemap() -> str:
    addresses = ["", "best-practices/een/", "best-practices/twee/", "teams/west/", "teams/west-zuid/"]
    urls = (f"    <url>\n         <loc>https://h.nl/x/{it}</loc>\n    </url>\n" for it in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset>\n{"".join(urls)}</urlset>'


def release(root: str = "site") -> dict[str, bytes]:
    """Return the files of a site in which team west has a practice, and one belongs to nobody."""
    files: dict[str, str | bytes] = {
        "index.html": page("<p>Welkom</p>"),
        "over/index.html": page("<p>Over ons</p>"),
        "best-practices/index.html": page(
            "<ul><li class=card><h2><a href='een/'>Een</a></h2><p data-of='teams/west/'>k</p></li>"
            "<li><h2><a href='twee/'>Twee</a></h2></li></ul>"
        ),
        "best-practices/een/index.html": page(
            f"<p>{STORY}</p><dl><div data-of='teams/west/'><dt>Team</dt><dd><a href='../../teams/west/'>West</a></dd>"
            "</div></dl>"
        ),
        "best-practices/twee/index.html": page(f"<p>{OTHER}</p>"),
        "teams/index.html": page(
            "<table><tr><td><a href='west/'>West</a></td></tr><tr><td><a href='oost/'>Oost</a></td></tr></table>"
        ),
        "teams/west/index.html": page(f"<p>{ABOUT}</p><ul><li><a href='../../best-practices/een/'>Een</a></li></ul>"),
        "teams/west/agenda.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "teams/oost/index.html": page("<p>Oost</p>"),
        "data/handbook.json": json.dumps(data(), indent=2),
        "data/handbook.schema.json": '{"const": "te weinig om te tonen hier"}',
        "search/search_index.json": json.dumps(search()),
        "sitemap.xml": sitemap(),
        "sitemap.xml.gz": gzip.compress(sitemap().encode(), mtime=7),
        "assets/stijl.css": "p{color:red}",
        "assets/letter.woff2": bytes(range(256)),
    }
    return {f"{root}/{name}": text.encode() if isinstance(text, str) else text for name, text in files.items()}
