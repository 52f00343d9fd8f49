"""Where a page speaks of something that was taken back: all of it goes, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML

from reflection_handbook.writing.mentions import sentences, speaks_of, without

ADDRESS = "best-practices/een/"

CASES = {
    "an entry of a list": (
        '<ul><li>a</li><li>b <a href="../best-practices/een/">Een</a> c</li></ul>',
        "<ul><li>a</li></ul>",
    ),
    "a row of a table": (
        "<table><tbody><tr><td><a href='../best-practices/een/'>Een</a></td><td>x</td></tr>"
        "<tr><td>y</td></tr></tbody></table>",
        "<table><tbody><tr><td>y</td></tr></tbody></table>",
    ),
    "the innermost entry only": (
        "<ul><li>a<ul><li><a href=../best-practices/een/#kop>Een</a></li><li>b</li></ul></li></ul>",
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
    ),
    "an entry with entries in it": (
        '<ul><li><a href="../best-practices/een/">Een</a><ul><li>b</li></ul></li><li>c</li></ul>',
        "<ul><li>c</li></ul>",
    ),
    "a link in a sentence": ('<p>a <a href="../best-practices/een/">Een</a> b</p>', "<p>a  b</p>"),
    "a link in any spelling": (
        '<p><A class=x\nHREF="../teams/../best-practices/./een/?x=1">Een</A>b</p>',
        "<p>b</p>",
    ),
    "what is marked": (
        '<dl><div data-of="best-practices/een/"><dt>a</dt><dd>b</dd></div><div><dt>c</dt></div></dl>',
        "<dl><div><dt>c</dt></div></dl>",
    ),
    "what is marked around a link": (
        '<p data-of="best-practices/een/"><a href="../best-practices/een/">Een</a></p>b',
        "b",
    ),
    "two in one entry": (
        '<ul><li><a href="../best-practices/een/">Een</a><a href="../best-practices/een/">Een</a></li></ul>',
        "<ul></ul>",
    ),
    "a line that only a head has": (
        '<link rel="next" href="../best-practices/een/"><title>a</title>',
        "<title>a</title>",
    ),
    "a picture": ('<p>a<img src="../best-practices/een/a.png" alt="x > y">b<br/></p>', "<p>ab<br/></p>"),
    "a drawing": (
        '<svg><a href="../best-practices/een/"><path d="M1"/><text>Een</text></a><path d="M2"/></svg>',
        '<svg><path d="M2"/></svg>',
    ),
    "an entry that nobody closed": (
        '<ul><li>a<li><a href="../best-practices/een/">Een</a></ul><p>b</p>',
        "<ul><li>a</ul><p>b</p>",
    ),
    "a page that is not whole": ('<p>a</p><p><a href="../best-practices/een/">Een', "<p>a</p><p>"),
}

STAYS = [
    '<p><a href="../best-practices/een-twee/">x</a></p>',
    '<p><a href="../best-practices/eentje/">x</a></p>',
    '<p><a href="../teams/een/">x</a></p>',
    '<p><a href="https://elders.nl/best-practices/een/">x</a></p>',
    '<p data-of="best-practices/eentje/">x</p>',
    "<p>best-practices/een/</p>",
    '<script>"<a href=\\"../best-practices/een/\\">"</script>',
    '<!-- <a href="../best-practices/een/">een</a> -->',
    '<p title="<a href=../best-practices/een/>">x</p>',
    '<p><a href="http://[een">x</a></p>',
]


@pytest.mark.parametrize(("html", "lean"), CASES.values(), ids=CASES)
def test_a_mention_goes_with_the_entry_it_stands_in(html: str, lean: str) -> None:
    assert without(html, "teams/", ADDRESS) == lean
    assert without(lean, "teams/", ADDRESS) == lean


@pytest.mark.parametrize("html", STAYS)
def test_what_only_looks_like_it_stays(html: str) -> None:
    assert without(html, "teams/", ADDRESS) == html


@pytest.mark.parametrize(
    ("page", "link"),
    [("", "best-practices/een/"), ("teams/west/", "../../best-practices/een/"), ("a/b", "../best-practices/een/#x")],
)
def test_a_link_is_followed_from_the_page_it_stands_on(page: str, link: str) -> None:
    assert without(f'<p>a<a href="{link}">b</a></p>', page, ADDRESS) == "<p>a</p>"


def test_line_ends_and_odd_signs_do_not_shift_the_place() -> None:
    html = '<p>é 🙂\r\n\u2028&lt;een&gt;</p>\r\n<ul>\r\n<li>\r\n<a\r\nhref="een/">b</a></li></ul>\r\n'
    assert without(html, "best-practices/", ADDRESS) == "<p>é 🙂\r\n\u2028&lt;een&gt;</p>\r\n<ul>\r\n</ul>\r\n"


PARTS = st.recursive(
    st.sampled_from(
        ["tekst", "<br>", "&amp;", '<a href="een/">een</a>', '<a href="twee/">twee</a>', "<img src=een/a.png>"]
    ),
    lambda inner: st.builds(
        lambda tag, of, parts: f"<{tag}{of}>{''.join(parts)}</{tag}>",
        st.sampled_from(["div", "ul", "li", "span", "section"]),
        st.sampled_from(["", "", ' data-of="best-practices/een/"', ' data-of="teams/west/"']),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@given(PARTS)
def test_any_page_that_was_whole_is_whole_without_it(part: str) -> None:
    def errors(html: str) -> list[object]:
        return list(JustHTML(f"<!doctype html><title>x</title><main>{html}</main>", collect_errors=True).errors)

    lean = without(part, "best-practices/", ADDRESS)
    assert "een" not in lean
    assert lean == part or "een" in part
    assert len(errors(lean)) <= len(errors(part))


# ---- sentences ------------------------------------------------------------------------------------------------------


def test_a_text_is_known_by_its_sentences() -> None:
    text = "Ik bel *altijd* eerst even op. Daarna kom ik!\n\nZie [het verslag van de dag](https://elders.nl/verslag)."
    assert sentences(text) == {"ikbelaltijdeerstevenop"}  # the others are too short to be somebody's


@pytest.mark.parametrize(
    "page",
    [
        "Ik bel altijd eerst even op.",
        "IK BEL ALTIJD\nEERST EVEN OP",
        "Ik bel\u00ad al\u200btijd eerst – even „op”",
        "Zij zei: ik bel altijd eerst even op, en dan kom ik.",
    ],
)
def test_a_sentence_is_found_however_it_is_laid_out(page: str) -> None:
    taken = sentences("Ik bel *altijd* eerst even op. En dan praten wij.")
    assert speaks_of(page, taken)
    assert not speaks_of(page.replace("ltijd", "ltyd").replace("LTIJD", "LTYD").replace("l\u200btijd", "lt"), taken)
