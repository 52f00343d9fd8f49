"""Taking a part of what a built site shows of people out of it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reflection_handbook.writing.releases import people_in
from reflection_handbook.writing.taking_out import take_out
from support import lay_out, tree

from .released import ABOUT, OTHER, STORY, data, page, release, sitemap

PRACTICE, TEAM = "best-practices/een/", "teams/west/"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay_out(tmp_path, release()) / "site"


def _json(site: Path, name: str = "data/handbook.json") -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads((site / name).read_bytes())
    return found


def _changed(before: dict[str, bytes], site: Path) -> set[str]:
    after = tree(site)
    assert not set(after) - set(before)
    return {name for name in before if after.get(name) != before[name]}


def test_people_are_teams_and_practices_and_no_overviews(site: Path) -> None:
    assert people_in(site) == {TEAM, "teams/oost/", PRACTICE, "best-practices/twee/"}
    assert people_in(site / "bestaat-niet") == frozenset()


def test_a_practice_goes_from_everywhere_and_nothing_else_changes(site: Path) -> None:
    before = tree(site)
    take_out(site, PRACTICE)
    assert _changed(before, site) == {
        "best-practices/een/index.html",
        "best-practices/index.html",
        "teams/west/index.html",
        "data/handbook.json",
        "search/search_index.json",
        "sitemap.xml",
        "sitemap.xml.gz",
    }
    assert people_in(site) == {TEAM, "teams/oost/", "best-practices/twee/"}
    assert (site / "best-practices/index.html").read_text() == page(
        "<ul><li><h2><a href='twee/'>Twee</a></h2></li></ul>"
    )
    assert (site / "teams/west/index.html").read_text() == page(f"<p>{ABOUT}</p><ul></ul>")
    expected = data()
    del expected["best_practices"][0]
    assert _json(site) == expected


def test_a_team_goes_and_a_person_s_own_story_stays_without_the_team(site: Path) -> None:
    before = tree(site)
    take_out(site, TEAM)
    assert _changed(before, site) == {
        "best-practices/een/index.html",
        "best-practices/index.html",
        "teams/index.html",
        "teams/west/agenda.ics",
        "teams/west/index.html",
        "data/handbook.json",
        "search/search_index.json",
        "sitemap.xml",
        "sitemap.xml.gz",
    }
    assert (site / "best-practices/een/index.html").read_text() == page(f"<p>{STORY}</p><dl></dl>")
    expected = data()
    del expected["teams"][0]
    expected["best_practices"][0] |= {"kwaliteiten": [], "werkzame_factoren": []}
    del expected["best_practices"][0]["team"]
    assert _json(site) == expected


def test_twice_is_once(site: Path) -> None:
    take_out(site, PRACTICE)
    once = tree(site)
    take_out(site, PRACTICE)
    assert tree(site) == once


def test_what_is_not_there_leaves_everything_as_it_is(site: Path) -> None:
    before = tree(site)
    take_out(site, "best-practices/ander/")
    assert _changed(before, site) <= {"data/handbook.json", "search/search_index.json"}  # only laid out anew
    assert _json(site) == data()


def test_the_search_index_forgets_every_page_that_changed(site: Path) -> None:
    take_out(site, PRACTICE)
    index = _json(site, "search/search_index.json")
    assert index["config"] == {"lang": ["nl"]}
    assert [entry["location"] for entry in index["docs"]] == ["", "over/", "best-practices/twee/"]


@pytest.mark.parametrize("address", [PRACTICE, TEAM])
def test_both_sitemaps_forget_one_address(site: Path, address: str) -> None:
    take_out(site, address)
    expected = sitemap().replace(f"    <url>\n         <loc>https://h.nl/x/{address}</loc>\n    </url>\n", "")
    assert expected != sitemap()
    for text in ((site / "sitemap.xml").read_text(), gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode()):
        assert "".join(text.split()) == "".join(expected.split())


# ---- a sentence that got elsewhere ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spelling",
    [
        f"<p>Iemand zei: “{STORY}”</p>",
        "<p>Ik <b>bel</b> altijd&#32;eerst even&nbsp;op voordat ik kom.</p>",
        "<p>ik bel al&shy;tijd eerst even op voordat ik kom</p>",
    ],
)
def test_a_page_that_still_holds_a_sentence_makes_place_for_a_notice(site: Path, spelling: str) -> None:
    (site / "over/index.html").write_text(page(spelling), encoding="utf-8")
    before = tree(site)
    take_out(site, PRACTICE)
    notice = (site / "over/index.html").read_text(encoding="utf-8")
    assert "Deze bladzijde is er even niet" in notice and "bel" not in notice
    assert "over/index.html" in _changed(before, site)
    assert (site / "index.html").read_bytes() == before["index.html"]


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("los.txt", str.encode),
        ("feed.xml", lambda text: f"<a><b>{text}</b></a>".encode()),
        ("feed.xml.gz", lambda text: gzip.compress(f"<a><b>{text}</b></a>".encode())),
        ("plaat.svg", lambda text: f"<svg><text>{text[:9]}</text><text>{text[9:]}</text></svg>".encode()),
        ("data/ander.json", lambda text: json.dumps({"x": text}).encode()),
    ],
)
def test_another_file_that_still_holds_a_sentence_goes(site: Path, name: str, write: Callable[[str], bytes]) -> None:
    lay_out(site, {name: write(STORY), "blijft.txt": "Iets anders, van niemand in het bijzonder."})
    take_out(site, PRACTICE)
    assert not (site / name).exists()
    assert (site / "blijft.txt").is_file()


def test_a_part_of_the_search_index_that_still_holds_a_sentence_goes(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_bytes())
    index["docs"] += [{"location": "invoeren/#a", "title": "A", "text": f"<p>{STORY}</p>"}]
    (site / "search/search_index.json").write_text(json.dumps(index))
    take_out(site, PRACTICE)
    assert "invoeren/#a" not in [entry["location"] for entry in _json(site, "search/search_index.json")["docs"]]


@pytest.mark.parametrize("own", [STORY, f"# Kop\n\nZoals iemand zei: *{STORY}*"])
def test_a_sentence_of_the_organisation_itself_is_no_mention(site: Path, own: str) -> None:
    (site / "over/index.html").write_text(page(f"<p>{STORY}</p>"))
    before = tree(site)
    take_out(site, PRACTICE, [own])
    assert "over/index.html" not in _changed(before, site)


def test_a_sentence_that_somebody_else_gave_too_is_no_mention(site: Path) -> None:
    content = data()
    content["best_practices"][1]["tekst"] = STORY
    lay_out(
        site, {"data/handbook.json": json.dumps(content), "best-practices/twee/index.html": page(f"<p>{STORY}</p>")}
    )
    before = tree(site)
    take_out(site, PRACTICE)
    assert "best-practices/twee/index.html" not in _changed(before, site)


def test_a_sentence_of_our_own_templates_is_no_mention(site: Path) -> None:
    ours = "Het team heeft nog geen doelen gekozen"
    content = data()
    content["teams"][0]["over"] = f"{ours}. Dat komt nog."
    lay_out(site, {"data/handbook.json": json.dumps(content), "teams/oost/index.html": page(f"<p>{ours}.</p>")})
    before = tree(site)
    take_out(site, TEAM)
    assert "teams/oost/index.html" not in _changed(before, site)


def test_the_fixed_words_of_the_handbook_are_nobodys(site: Path) -> None:
    (site / "over/index.html").write_text(page("<p>te weinig om te tonen hier</p>"))
    before = tree(site)
    take_out(site, TEAM)
    assert not {"over/index.html", "data/handbook.schema.json"} & _changed(before, site)


# ---- a site that is not as we left it -------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"teams": 1, "best_practices": []}', b"\xff", None])
def test_data_that_cannot_be_read_go_as_a_whole(site: Path, content: bytes | None) -> None:
    (site / "data/handbook.json").unlink()
    lay_out(site, {"data/handbook.json": content})
    take_out(site, PRACTICE)
    assert not (site / "data/handbook.json").exists()
    assert PRACTICE not in people_in(site)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"docs": [{}]}', b"\xff"])
def test_a_search_index_that_cannot_be_read_goes_as_a_whole(site: Path, content: bytes) -> None:
    (site / "search/search_index.json").write_bytes(content)
    take_out(site, PRACTICE)
    assert not (site / "search/search_index.json").exists()


def test_without_search_and_sitemap_it_goes_too(site: Path) -> None:
    for name in ("search/search_index.json", "sitemap.xml", "sitemap.xml.gz", "data/handbook.schema.json"):
        (site / name).unlink()
    take_out(site, PRACTICE)
    assert PRACTICE not in people_in(site)


def test_a_page_in_another_coding_keeps_its_signs(site: Path) -> None:
    html = page("<p>Caf\xe9</p><ul><li><a href='../best-practices/een/'>Een</a></li></ul>").encode("latin-1")
    (site / "over/index.html").write_bytes(html)
    take_out(site, PRACTICE)
    assert (site / "over/index.html").read_bytes() == page("<p>Caf\xe9</p><ul></ul>").encode("latin-1")


@pytest.mark.parametrize("content", [b"\x1f\x8bgeen", gzip.compress(b"a" * 99, mtime=0)[:20], b"gewoon"])
def test_a_file_that_only_looks_packed_is_in_nobodys_way(site: Path, content: bytes) -> None:
    lay_out(site, {"los.gz": content, "sitemap.xml.gz": content})
    take_out(site, PRACTICE)
    assert (site / "los.gz").read_bytes() == content


def test_files_are_replaced_and_never_written_into(site: Path, tmp_path: Path) -> None:
    shared = tmp_path / "ander"
    before = tree(site)
    for name in before:
        (shared / name).parent.mkdir(parents=True, exist_ok=True)
        (shared / name).hardlink_to(site / name)
    (site / "over/index.html").write_text(page(f"<p>{STORY}</p>"))
    before = tree(shared)
    take_out(site, PRACTICE)
    take_out(site, TEAM)
    assert tree(shared) == before
    assert OTHER.encode() in b"".join(tree(site).values())
