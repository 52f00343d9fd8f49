from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflection_handbook.loading.active import (
    HTML,
    SVG,
    bare,
    html_faults,
    is_notorious,
    line_of,
    link_faults,
    picture_faults,
)

DISGUISES = [
    "javascript:x",
    "JaVaScRiPt:x",
    " javascript:x",
    "\x01javascript:x",
    "java\tscript:x",
    "java\r\nscript:x",
    "javascript&colon;x",
    "&#106;avascript:x",
    "&#x6A;avascript:x",
    "&amp;#106;avascript:x",
    "java%73cript:x",
    "java%2573cript:x",
    "java\u200bscript:x",
    "java\u00adscript:x",
    "ｊavascript:x",
    "javascript\uff1ax",
]


@pytest.mark.parametrize("url", DISGUISES)
def test_no_disguise_helps(url: str) -> None:
    assert bare(url) == "javascript:x"
    assert list(link_faults(url)) and list(picture_faults(url))


@pytest.mark.parametrize(
    "url", ["https://a.nl", "HTTP://a.nl", "mailto:a@b.nl", "tel:+316", "../x/", "#x", "x.md", "", "?a:b", "a/b:c"]
)
def test_a_link_may_lead_to_pages_mail_and_telephones(url: str) -> None:
    assert list(link_faults(url)) == []


@pytest.mark.parametrize("url", ["data:,x", "file:///x", "blob:x", "vbscript:x", "ftp://x", "about:blank", "ms-word:x"])
def test_a_link_leads_to_nothing_else(url: str) -> None:
    assert list(link_faults(url))


@pytest.mark.parametrize(
    "url", ["https://a.nl/x.png", "//a.nl/x.png", "\\\\a.nl\\x.png", "/\\a.nl/x.png", "data:image/png;base64,A"]
)
def test_a_picture_of_elsewhere_is_refused(url: str) -> None:
    assert list(picture_faults(url))


@pytest.mark.parametrize("url", ["x.png", "../beeld/x.png", "/beeld/x.png", "beeld/12 30.png", "%C3%A9.png"])
def test_a_picture_of_our_own_is_not(url: str) -> None:
    assert list(picture_faults(url)) == []


@pytest.mark.parametrize(
    "rest", ['<p title="', "<p title='x", "<!-- open", "<p ", "<a href=x", "<title>", "<![CDATA[ x", "<?x"]
)
def test_what_is_not_closed_would_swallow_the_rest_of_the_page(rest: str) -> None:
    assert list(html_faults(f"<p>Tekst</p>{rest}"))


@pytest.mark.parametrize("html", ["<body onload=x>", "</body><html class=x>", "<head><base>", "</article><body id=x>"])
def test_nothing_reaches_the_page_around_it(html: str) -> None:
    assert list(html_faults(html))


@pytest.mark.parametrize(
    "html", ["<p>Tekst", "<b><i>Tekst</b>", "</p></div></article>", "<p>5 < 7 & 8", "<ul><li>een<li>twee", "<!-- x -->"]
)
def test_untidy_html_is_no_fault(html: str) -> None:
    assert list(html_faults(html)) == []


def test_nothing_that_people_use_to_make_a_page_do_something_is_known_as_harmless() -> None:
    assert not [tag for tag in HTML | SVG if is_notorious(tag) and tag != "input"]


def test_a_title_belongs_in_a_drawing_only() -> None:
    assert list(html_faults("<svg><title>Ring</title></svg>")) == []
    assert list(html_faults("<title>Ring</title>"))


def test_ten_thousand_elements_in_each_other_are_looked_at() -> None:
    deep = "<div>" * 10_000
    assert list(html_faults(deep)) == []
    assert len(list(html_faults(f"{deep}<script></script>"))) == 1


@given(st.lists(st.text(min_size=1, max_size=3), min_size=1, max_size=3), st.text(max_size=30))
def test_the_line_of_a_sign_is_where_it_stands(signs: list[str], text: str) -> None:
    line = line_of(signs, text)
    low = text.lower()
    first = next((sign for sign in signs if sign.lower() in low), None)
    assert line == (None if first is None else low[: low.index(first.lower())].count("\n") + 1)
