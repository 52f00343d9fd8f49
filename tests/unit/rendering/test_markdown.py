"""Prose of facilitators: what must be refused, and what must stay allowed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflection_handbook.rendering.markdown import Prose, without_links

prose = Prose()

# Written out here once more, so that letting more through is a conscious act.
TAGS = {"p", "br", "hr", "blockquote", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "del", "code"}
TAGS |= {"a", "abbr", "table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}}
SCHEMES = {"https", "http", ""}
"""The empty one stands for a link inside the site."""

REFUSED = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://elders.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<p onclick='alert(1)'>tekst</p>",
    "<a href='https://goed.example' onmouseover=alert(1)>tekst</a>",
    "<p ONCLICK=alert(1)>tekst</p>",
    "<p/onclick=alert(1)>tekst</p>",
    "<a href='javascript:alert(1)'>tekst</a>",
    "<a href='JaVaScRiPt:alert(1)'>tekst</a>",
    "<a href=' javascript:alert(1)'>tekst</a>",
    "<a href='java\tscript:alert(1)'>tekst</a>",
    "<a href='java\nscript:alert(1)'>tekst</a>",
    "<a href='&#106;avascript:alert(1)'>tekst</a>",
    "<a href='&#x6A;avascript&colon;alert(1)'>tekst</a>",
    "<a href='\x01javascript:alert(1)'>tekst</a>",
    "[tekst](javascript:alert(1))",
    "[tekst](JAVASCRIPT:alert(1))",
    "[tekst](<javascript:alert(1)>)",
    "[tekst](java&#115;cript:alert(1))",
    "[tekst][x]\n\n[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "[tekst](vbscript:msgbox(1))",
    "[tekst](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "<a href='data:text/html,<script>alert(1)</script>'>tekst</a>",
    "[tekst](file:///etc/passwd)",
    "<iframe src='https://elders.example'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='https://elders.example'></object>",
    "<embed src='https://elders.example'>",
    "<form action='https://elders.example'><input name=x><button>Stuur</button></form>",
    "<img src='https://elders.example/teller.gif'>",
    "<img src=x onerror=alert(1)>",
    "![teller](https://elders.example/teller.gif)",
    "<video src='https://elders.example'></video><audio src=x></audio>",
    "<style>body { display: none }</style>",
    "<p style='background: url(https://elders.example)'>tekst</p>",
    "<link rel=stylesheet href='https://elders.example/x.css'>",
    "<meta http-equiv=refresh content='0; url=https://elders.example'>",
    "<base href='https://elders.example/'>",
    "<p id='top' class='hb-note' name='x'>tekst</p>",
    "# Kop { #top onclick=alert(1) }",
    "<details open ontoggle=alert(1)>tekst</details>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<a href='https://goed.example' target=_blank ping='https://elders.example'>tekst</a>",
    "<!-- <script>alert(1)</script> -->",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "`<script>alert(1)</script>`",
    "<p>open <b>en nooit dicht",
    "</div></article></main><h1>Buiten de pagina</h1>",
]

ALLOWED = [
    ("Gewone tekst.", "<p>Gewone tekst.</p>"),
    ("*schuin* en **vet**", "<p><em>schuin</em> en <strong>vet</strong></p>"),
    ("Eerste.\n\nTweede.", "<p>Eerste.</p>\n<p>Tweede.</p>"),
    ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
    ("3. drie\n4. vier", '<ol start="3">\n<li>drie</li>\n<li>vier</li>\n</ol>'),
    ("> gezegd", "<blockquote>\n<p>gezegd</p>\n</blockquote>"),
    ("`woord`", "<p><code>woord</code></p>"),
    ("regel  \nregel", "<p>regel<br>\nregel</p>"),
    ("---", "<hr>"),
    (
        "[tekst](https://goed.example/x?a=1)",
        '<p><a href="https://goed.example/x?a=1" rel="noopener noreferrer">tekst</a></p>',
    ),
    ("[tekst](../best-practices/)", '<p><a href="../best-practices/" rel="noopener noreferrer">tekst</a></p>'),
    ("[tekst](#doel-samen)", '<p><a href="#doel-samen" rel="noopener noreferrer">tekst</a></p>'),
    ("<abbr title='Outcome Rating Scale'>ORS</abbr>", '<p><abbr title="Outcome Rating Scale">ORS</abbr></p>'),
    ("<del>weg</del>", "<p><del>weg</del></p>"),
    ("5 < 7 & 7 > 5", "<p>5 &lt; 7 &amp; 7 &gt; 5</p>"),
    ("Eén café, ’s avonds – ‘ja’", "<p>Eén café, ’s avonds – ‘ja’</p>"),
    ("    Ingesprongen is geen programma.", "<p>Ingesprongen is geen programma.</p>"),
    ("# Kop\n\n## Onderkop", "<h3>Kop</h3>\n<h4>Onderkop</h4>"),
]


class _Seen(HTMLParser):
    """Which elements and attributes a browser would make of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    handle_decl = unknown_decl = handle_pi = handle_comment


def _scheme(url: str) -> str:
    """Return the scheme that a browser reads: without tabs and line ends, and without control signs in front."""
    bare = re.sub(r"[\t\r\n]", "", url).lstrip("".join(map(chr, range(33)))).casefold()
    found = re.match(r"([a-z][a-z0-9+.-]*):", bare)
    return found[1] if found else ""


def _is_harmless(html: str) -> bool:
    seen = _Seen(html)
    for tag, name, value in seen.attributes:
        if name == "rel" and value == "noopener noreferrer":
            continue
        if name not in ATTRIBUTES.get(tag, ()):
            return False
        if name == "href" and _scheme(value) not in SCHEMES:
            return False
    return set(seen.tags) <= TAGS and not seen.other


@pytest.mark.parametrize("text", REFUSED)
def test_what_could_do_harm_is_refused(text: str) -> None:
    assert _is_harmless(prose(text))
    assert _is_harmless(prose(f"Voor.\n\n{text}\n\nNa."))


@pytest.mark.parametrize("text", [text for text in REFUSED if "javascript" in text.casefold()])
def test_no_link_leads_to_a_program(text: str) -> None:
    links = [value for _, name, value in _Seen(prose(text)).attributes if name == "href"]
    assert "javascript" not in map(_scheme, links)


@pytest.mark.parametrize(("text", "html"), ALLOWED)
def test_what_people_need_to_say_stays_allowed(text: str, html: str) -> None:
    assert prose(text) == html


def test_text_around_a_refused_thing_is_kept() -> None:
    assert "Voor." in prose("Voor.\n\n<iframe src=x></iframe>\n\nNa.")
    assert "Na." in prose("Voor.\n\n<iframe src=x></iframe>\n\nNa.")


def test_a_table_is_a_table_without_style() -> None:
    html = prose("| a | b |\n| --- | ---: |\n| 1 | 2 |")
    assert "<table>" in html and "<td>1</td>" in html
    assert "style" not in html and "align" not in html


@pytest.mark.parametrize(
    ("text", "top", "html"),
    [
        ("# Kop\n\n## Onder", 2, "<h2>Kop</h2>\n<h3>Onder</h3>"),
        ("# Kop\n\n## Onder", 3, "<h3>Kop</h3>\n<h4>Onder</h4>"),
        ("## Kop\n\n### Onder", 2, "<h2>Kop</h2>\n<h3>Onder</h3>"),
        ("### Kop", 3, "<h3>Kop</h3>"),
        ("## Eerst lager\n\n# Dan hoger", 2, "<h3>Eerst lager</h3>\n<h2>Dan hoger</h2>"),
    ],
)
def test_the_highest_headings_of_a_text_fit_under_those_of_the_page(text: str, top: int, html: str) -> None:
    assert prose(text, top) == html


def test_a_text_knows_nothing_of_the_texts_before_it() -> None:
    reader = Prose()
    earlier = "# Kop\n\n[ons plan]: https://voorbeeld.nl/geheim\n\nZie [ons plan] <b>en</b> <img src=x>."
    for text in ("# Kop\n\nZie [ons plan] <b>en</b> meer.", "Gewoon."):
        assert reader(earlier) != reader(text) == Prose()(text)
        assert reader(text, 2) == Prose()(text, 2)


def test_prose_without_links_keeps_their_words() -> None:
    html = prose("Lees **[het plan](../../plan/)**, [elders](https://voorbeeld.nl) en a < b.\n\n3. Drie")
    assert without_links(html) == prose("Lees **het plan**, elders en a < b.\n\n3. Drie")


def test_the_outer_page_is_not_closed_by_what_somebody_writes() -> None:
    html = prose("Tekst.\n\n</div></section></article>\n\nNog meer.")
    assert "</div>" not in html and "</section>" not in html and "</article>" not in html


SIGNS = [*"<>\"'&=/ \t\n[]()#*:;`!-", "script", "img", "a href", "onclick", "src", "javascript:", "&#106;"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=30).map("".join))
def test_whatever_somebody_types_comes_out_harmless(text: str) -> None:
    assert _is_harmless(prose(text))


@pytest.mark.parametrize(
    "html", ["<script>x</script>", "<p onclick=x>x</p>", "<a href=' java\tscript:x'>x</a>", "<!-- x -->", "<img src=x>"]
)
def test_the_judge_of_these_tests_sees_harm(html: str) -> None:
    assert not _is_harmless(html)


PLAIN = st.text(alphabet="abcéZ09 .,;:?!'\"‘’()…–/%€=+-", min_size=1, max_size=40).map(str.strip).filter(bool)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(PLAIN)
def test_a_line_without_markup_is_read_the_same_the_quick_way_and_the_long_way(text: str) -> None:
    # A comment that is taken out again keeps the reader from the quick way.
    assert Prose()(text) == Prose()(f"{text}\n\n<!-- -->").strip()
