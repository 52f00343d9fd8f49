from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from reflection_handbook.publishing.leaks import built_texts
from reflection_handbook.publishing.leaks.built_texts import Reader
from reflection_handbook.publishing.leaks.texts import Kind, UnreadableError


def _lines(name: str, data: bytes, *kinds: Kind) -> list[str]:
    found = Reader().passages(name, data)
    return [line for passage in found for line in passage.lines if not kinds or passage.kind in kinds]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1))
def test_a_calendar_s_value_comes_out_as_it_was_put_in(text: str) -> None:
    event = Event()
    event.add("description", f"begin {text} einde")
    calendar = Calendar()
    calendar.add_component(event)
    assert f"begin {text} einde" in _lines("x.ics", calendar.to_ical(), Kind.READABLE)


def test_what_a_machine_put_into_a_calendar_is_an_address() -> None:
    data = b"BEGIN:VEVENT\nUID:06-12345678@x\nDTSTART;TZID=x:20260612T101010\nSUMMARY;LANGUAGE=nl:Wat\nraar\n"
    assert _lines("x.ics", data, Kind.READABLE) == ["VEVENT", ";LANGUAGE=nl", "Wat", "raar"]
    assert _lines("x.ics", data, Kind.ADDRESS)[0] == "06-12345678@x"


def test_every_key_and_value_of_json_is_read_with_the_key_before_it() -> None:
    data = b'{"a": ["x", {"b": 12345678901234567890}], "c": null, "d": true, "e": 1.50, "f": "1 < 2"}'
    lines = _lines("x.json", data)
    assert set(lines) == {"a: x", "b: 12345678901234567890", "c: None", "d: True", "e: 1.50", "f", "1 < 2"}


def test_html_in_json_is_read_as_html() -> None:
    assert "geheim" in _lines("x.json", b'{"text": "<p>ge<b>heim</b></p>"}')


def test_deep_json_is_read_as_text() -> None:
    assert "geheim" in _lines("x.json", b"[" * 100_000 + b'"geheim"')[0]


@pytest.mark.parametrize("name", ["x.xml", "x.svg", "x.html"])
def test_marked_up_files_are_read_as_such(name: str) -> None:
    assert "geheim" in _lines(name, b"<text>ge<tspan>heim</tspan></text>")


@pytest.mark.parametrize(("name", "kind"), [("x.js", Kind.CODE), ("x.css", Kind.CODE), ("x", Kind.READABLE)])
def test_other_files_are_text(name: str, kind: Kind) -> None:
    assert _lines(name, b"een\ntwee", kind) == ["een", "twee"]


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00", b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF\x00\x00\x00\x00WEBPVP8 "]
)
def test_a_picture_says_nothing(data: bytes) -> None:
    assert _lines("x", data) == []


def test_what_is_packed_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    monkeypatch.setattr(built_texts, "MOST", 1000)
    assert _lines("x.gz", gzip.compress(b"a" * 1000)) == ["a" * 1000]
    with pytest.raises(UnreadableError):
        _lines("x.gz", gzip.compress(b"a" * 1001))


@pytest.mark.parametrize("text", ["data:,een", "data:text/plain,een", "DATA:text/plain;charset=utf-8;base64,ZWVu"])
def test_a_packed_text_is_taken_out_and_read(text: str) -> None:
    lines = _lines("x.txt", f"voor url({text}) na".encode())
    assert lines[0] == "voor url( ) na"
    assert lines[-1] == "een"


@pytest.mark.parametrize("text", ["data:text/plain;base64,Z", "data:font/woff2;base64,AAECAw=="])
def test_a_packed_text_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        _lines("x.css", text.encode())


def test_a_word_that_looks_like_a_packed_text_is_text() -> None:
    assert _lines("x.txt", b"mijn data: een, twee") == ["mijn data: een, twee"]
