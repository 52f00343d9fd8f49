from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflection_handbook.publishing.leaks.markup import Markup
from reflection_handbook.publishing.leaks.texts import Kind, Passage


def _embedded(media: str, text: str) -> Iterator[Passage]:
    yield Passage(Kind.CODE, (media, text))


def _passages(text: str, paragraphs: bool = False) -> list[Passage]:
    return list(Markup(_embedded).passages(text, paragraphs))


def _text(text: str, paragraphs: bool = False) -> tuple[str, ...]:
    return _passages(text, paragraphs)[-1].lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a<b>b</b>c<wbr>d", ("abcd",)),
        ("<p>a</p><p>b</p>", ("a", "b")),
        ("a<br>b<BR/>c", ("a", "b", "c")),
        ("a\n  b\tc", ("a b c",)),
        ("a &amp;lt; &eacute;", ("a &lt; é",)),
        ("a <!-- x --> b", ("a b",)),
        ("<![CDATA[a <b>&amp;]]>c", ("a <b>&amp;c",)),
        ("<!doctype html><p>a", ("!doctype html>", "a")),
        ("a < b > c", ("a < b > c",)),
        ("1 <2", ("1 <2",)),
        ("<p title='>'>a", ("a",)),
        ("<p>a</p", ("a</p",)),
        ("<script>x</script>a<style>y</style>b", ("a", "b")),
    ],
)
def test_inline_tags_join_a_text_and_others_part_it(text: str, lines: tuple[str, ...]) -> None:
    assert tuple(line for line in _text(text) if line != ">") == lines


def test_in_markdown_an_empty_line_ends_a_paragraph() -> None:
    assert _text("a\nb\n\nc", paragraphs=True) == ("a b", "c")
    assert _text("a\nb\n\nc") == ("a b c",)


def test_attributes_are_told_apart_by_what_they_are() -> None:
    tag = """<a title="t &amp; u" href='h' id=i style="s" onclick="o" d="M0" data-x="x" hidden>"""
    kinds = {line: passage.kind for passage in _passages(tag) for line in passage.lines}
    assert kinds == {
        "t & u": Kind.READABLE,
        "h": Kind.ADDRESS,
        "i": Kind.ADDRESS,
        "s": Kind.CODE,
        "o": Kind.CODE,
        "M0": Kind.SHAPE,
        "x": Kind.READABLE,
        "title   href   id   style   onclick   d   data-x  hidden": Kind.ADDRESS,
    }


def test_a_tag_is_handed_out_once() -> None:
    markup = Markup(_embedded)
    assert len(list(markup.passages('<p title="a">'))) == 3
    assert len(list(markup.passages('<p title="a">'))) == 1
    assert len(list(markup.passages('<p title="b">'))) == 3


@pytest.mark.parametrize(
    ("text", "media", "inside"),
    [
        ("<script>a < b</script>", "text/javascript", "a < b"),
        ("<SCRIPT type='application/LD+json'>{}</SCRIPT >", "application/ld+json", "{}"),
        ("<style media=x>p{}</style>", "text/css", "p{}"),
        ("<script>never ends", "text/javascript", "never ends"),
        ('<script type="a&#47;b">x</script>', "a/b", "x"),
    ],
)
def test_scripts_and_styles_are_read_by_who_knows_their_language(text: str, media: str, inside: str) -> None:
    (found,) = [passage for passage in _passages(text) if passage.kind is Kind.CODE]
    assert found.lines[0] == media and found.lines[1].startswith(inside)


def test_comments_inside_comments_are_read_and_the_deepest_as_they_stand() -> None:
    assert ("x",) in [p.lines for p in _passages("<!-- <p>x</p> -->")]
    deep = "<!-- " * 50 + "geheim"
    assert any("geheim" in line for passage in _passages(deep) for line in passage.lines)


@given(st.text(st.sampled_from(list("<>\"'=!-/[]&;ab \n")) | st.characters(exclude_categories=["Cs"])))
def test_no_word_gets_lost_whatever_the_text_looks_like(text: str) -> None:
    said = "".join(line for passage in _passages(f"{text} geheim {text}") for line in passage.lines)
    assert "geheim" in said


def test_many_tags_that_never_end_take_no_long_time() -> None:
    for sign in ("<a ", '<a "', "<!--", "<![CDATA[", "<script>", "<a x='", "<", "</a"):
        assert _passages(sign * 3000)
