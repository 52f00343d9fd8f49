"""Which words of a page are marked, in Markdown and in HTML."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from markdown import Markdown

from reflection_handbook.model.glossary import Term
from reflection_handbook.rendering.open_text import open_in_html, open_in_markdown
from reflection_handbook.rendering.search import searched
from reflection_handbook.rendering.terms import MOST, Terms


def make_term(id: str, term: str, *also: str, **keys: Any) -> Term:
    filled = {"id": id, "begrip": term, "ook": also, "uitleg": f"Uitleg van {term}.", "herkomst": "eigen", **keys}
    return Term.model_validate(filled)


TERMS = Terms.of(
    (
        make_term("kopgroep", "Kopgroep", "kopgroepen"),
        make_term("werkzame-factor", "Werkzame factor", "werkzame factoren"),
        make_term("factor", "Factor", "factoren"),
        make_term("schaal", "Schaal", "schalen"),
        make_term("ors", "ORS"),
        make_term("agenda", "Reflectie-agenda", "reflectie-agenda's"),
        make_term("team", "Team", "teams", markeren="nee"),
    )
)


def _short(text: str) -> str:
    """Return a page with each mark as ‹id:word›."""
    return re.sub(
        r'<a class="hb-term" href="[^"#]*#([^"]+)" title="[^"]*">(.*?)</a>', r"‹\1:\2›", text, flags=re.DOTALL
    )


IN_MARKDOWN = {
    # whole words, in any case, longest first, once
    "Een kopgroep begint.": "Een ‹kopgroep:kopgroep› begint.",
    "Kopgroepen, en nog een kopgroep.": "‹kopgroep:Kopgroepen›, en nog een kopgroep.",
    "De werkzame factoren tellen.": "De ‹werkzame-factor:werkzame factoren› tellen.",
    "Een factor en een werkzame factor.": "Een ‹factor:factor› en een ‹werkzame-factor:werkzame factor›.",
    "De werkzame\n   factor telt.": "De ‹werkzame-factor:werkzame\n   factor› telt.",
    "werkzame\n\nfactor": "werkzame\n\n‹factor:factor›",
    "Een kopgroeplid, een subkopgroep.": "Een kopgroeplid, een subkopgroep.",
    "De schaal-vraag en de niet-schaal.": "De schaal-vraag en de niet-schaal.",
    "Een schaal - of twee.": "Een ‹schaal:schaal› - of twee.",
    "Reflectie-agenda's.": "‹agenda:Reflectie-agenda's›.",
    "De schaal's kleur.": "De schaal's kleur.",
    "De ORS, niet de ors.": "De ‹ors:ORS›, niet de ors.",
    "Niet de ors maar ORS.": "Niet de ors maar ‹ors:ORS›.",
    "Een team heeft teams.": "Een team heeft teams.",
    "Niets.": "Niets.",
    "": "",
    # running text in every shape
    "**kopgroep** en *schaal*": "**‹kopgroep:kopgroep›** en *‹schaal:schaal›*",
    "- kopgroep\n- een (schaal)": "- ‹kopgroep:kopgroep›\n- een (‹schaal:schaal›)",
    "> Een kopgroep.": "> Een ‹kopgroep:kopgroep›.",
    '"schaal", ‘kopgroep’': '"‹schaal:schaal›", ‘‹kopgroep:kopgroep›’',
    '!!! tip "Kopgroep"\n    Een kopgroep.': '!!! tip "Kopgroep"\n    Een ‹kopgroep:kopgroep›.',
    '??? note "Schaal"\n\n    Schaal.': '??? note "Schaal"\n\n    ‹schaal:Schaal›.',
    # what is no running text
    "# Kopgroep\n\nDe schaal.\n\n## Schaal": "# Kopgroep\n\nDe ‹schaal:schaal›.\n\n## Schaal",
    "Kopgroep\n========\n\nKopgroep": "Kopgroep\n========\n\n‹kopgroep:Kopgroep›",
    "Kop: schaal\n-----------\n": "Kop: schaal\n-----------\n",
    "[kopgroep](x.md) kopgroep": "[kopgroep](x.md) ‹kopgroep:kopgroep›",
    "[de\nkopgroep](x.md)": "[de\nkopgroep](x.md)",
    "[x](kopgroep.md 'kopgroep') [a][kopgroep]": "[x](kopgroep.md 'kopgroep') [a][kopgroep]",
    "![schaal](schaal.png)": "![schaal](schaal.png)",
    "[schaal]: x.md 'schaal'": "[schaal]: x.md 'schaal'",
    "*[schaal]: uitleg schaal": "*[schaal]: uitleg schaal",
    "Zo [@kopgroep, par. 2; @schaal].": "Zo [@kopgroep, par. 2; @schaal].",
    "`kopgroep` ``a ` schaal``": "`kopgroep` ``a ` schaal``",
    "```\nkopgroep\n```\nschaal": "```\nkopgroep\n```\n‹schaal:schaal›",
    "werkzame `x` factor": "werkzame `x` ‹factor:factor›",
    "<!-- kopgroep -->\n\n<!-- schaal\nschaal -->": "<!-- kopgroep -->\n\n<!-- schaal\nschaal -->",
    "<!-- handboek: schaal -->": "<!-- handboek: schaal -->",
    '<b title="schaal">kopgroep</b>': '<b title="schaal">‹kopgroep:kopgroep›</b>',
    '<a href="x">kopgroep</a> <svg><g>schaal</g></svg>': '<a href="x">kopgroep</a> <svg><g>schaal</g></svg>',
    "<button>schaal</button><summary>kopgroep</summary>": "<button>schaal</button><summary>kopgroep</summary>",
    "https://x.nl/schaal <https://schaal.nl> schaal@kopgroep.nl": (
        "https://x.nl/schaal <https://schaal.nl> schaal@kopgroep.nl"
    ),
    "Tekst { #schaal .kopgroep }": "Tekst { #schaal .kopgroep }",
    "| Kopgroep | A |\n| --- | --- |\n| kopgroep | schaal |": (
        "| Kopgroep | A |\n| --- | --- |\n| ‹kopgroep:kopgroep› | ‹schaal:schaal› |"
    ),
    "Schaal | A\n:-- | --\nschaal | b": "Schaal | A\n:-- | --\n‹schaal:schaal› | b",
    "Schaal\n:   Een kopgroep.": "Schaal\n:   Een ‹kopgroep:kopgroep›.",
    # links that the author made
    "De [kop](../begrippen/index.md#kopgroep), een kopgroep.": "De ‹kopgroep:kop›, een kopgroep.",
    "[kop](../begrippen/index.md#weg) kopgroep": "[kop](../begrippen/index.md#weg) ‹kopgroep:kopgroep›",
    "[de groep](../../begrippen/index.md#team)": "‹team:de groep›",
    "`[kop](../begrippen/index.md#kopgroep)`": "`[kop](../begrippen/index.md#kopgroep)`",
}


@pytest.mark.parametrize("text", IN_MARKDOWN)
def test_the_first_use_in_running_text_is_marked(text: str) -> None:
    assert _short(TERMS.in_markdown(text, "over/")) == IN_MARKDOWN[text]


IN_HTML = {
    "<p>Een kopgroep, een kopgroep.</p>": "<p>Een ‹kopgroep:kopgroep›, een kopgroep.</p>",
    "<p>Kop<b>groep</b> &amp; schaal</p>": "<p>Kop<b>groep</b> &amp; ‹schaal:schaal›</p>",
    '<h2 id="schaal">Schaal</h2><p>schaal</p>': '<h2 id="schaal">Schaal</h2><p>‹schaal:schaal›</p>',
    "<h3>Schaal <small>x</small> kopgroep</h3>": "<h3>Schaal <small>x</small> kopgroep</h3>",
    '<a href="#"><span>schaal</span></a>': '<a href="#"><span>schaal</span></a>',
    "<svg><title>schaal</title></svg><i>schaal</i>": "<svg><title>schaal</title></svg><i>‹schaal:schaal›</i>",
    "<dl><dt>Schaal</dt><dd>schaal</dd></dl>": "<dl><dt>Schaal</dt><dd>‹schaal:schaal›</dd></dl>",
    "<table><thead><tr><td>schaal</td></tr></thead><tr><th>schaal</th><td>schaal</td></tr></table>": (
        "<table><thead><tr><td>schaal</td></tr></thead><tr><th>schaal</th><td>‹schaal:schaal›</td></tr></table>"
    ),
    "<details><summary>schaal</summary><p>schaal</p></details>": (
        "<details><summary>schaal</summary><p>‹schaal:schaal›</p></details>"
    ),
    '<div class="hb-board"><div>schaal</div>schaal</div>schaal': (
        '<div class="hb-board"><div>schaal</div>schaal</div>‹schaal:schaal›'
    ),
    '<span class="x hb-tag hb-tag--y">schaal</span>': '<span class="x hb-tag hb-tag--y">schaal</span>',
    '<p class="hb-tagged">schaal</p>': '<p class="hb-tagged">‹schaal:schaal›</p>',
    '<span aria-hidden="true">schaal<br>schaal</span>': '<span aria-hidden="true">schaal<br>schaal</span>',
    '<p title="a > schaal">kopgroep</p>': '<p title="a > schaal">‹kopgroep:kopgroep›</p>',
    "<code>schaal</code><button>schaal</button>": "<code>schaal</code><button>schaal</button>",
    "<p>schaal": "<p>‹schaal:schaal›",
    "<h2>schaal": "<h2>schaal",
    "schaal": "‹schaal:schaal›",
}


@pytest.mark.parametrize("html", IN_HTML)
def test_a_page_of_ours_is_marked_in_its_texts_only(html: str) -> None:
    assert _short(TERMS.in_html(html, "teams/west/")) == IN_HTML[html]


def test_a_mark_is_a_link_that_says_what_the_word_means() -> None:
    terms = Terms.of((make_term("x", "Woord", uitleg='Wat het is: "zo" & *niet* <zus> [a](b) `c` a_b | 5 > 3'),))
    for at, way in (("", "begrippen/#x"), ("over/", "../begrippen/#x"), ("methode/2/a/", "../../../begrippen/#x")):
        marked = terms.in_markdown("Een woord.", at)
        assert marked.startswith(f'Een <a class="hb-term" href="{way}" title="')
        html = Markdown(extensions=["attr_list", "tables", "md_in_html"]).convert(f"*Kort:* {marked}")
        assert f'href="{way}"' in html and html.endswith(">woord</a>.</p>")
        title = re.search(r'title="([^"]*)"', html)
        assert title and not set("*<>[]`_|") & set(title[1].replace("&#", ""))
        row = Markdown(extensions=["tables"]).convert(f"| A | B |\n| - | - |\n| {marked} | b |")
        assert row.count("<td>") == 2 and 'class="hb-term"' in row


def test_a_page_stays_calm() -> None:
    names = [f"woord{chr(97 + number)}" for number in range(MOST + 5)]
    terms = Terms.of(make_term(name, name) for name in names)
    assert terms.in_markdown(" ".join(names), "").count("hb-term") == MOST
    assert terms.in_html(f"<p>{' '.join(names)}</p>", "").count("hb-term") == MOST


def test_without_a_glossary_a_page_stays_as_it_is() -> None:
    for terms in (Terms.of(()), Terms.of((make_term("team", "Team", markeren="nee"),))):
        assert terms.in_markdown("Een team.", "") == "Een team."
        assert terms.in_html("<p>Een team.</p>", "") == "<p>Een team.</p>"


def test_what_is_open_lies_inside_the_text_and_in_order() -> None:
    for reader, texts in ((open_in_markdown, IN_MARKDOWN), (open_in_html, IN_HTML)):
        for text in texts:
            spans = list(reader(text))
            assert spans == sorted(spans) and all(0 <= start < end <= len(text) for start, end in spans)
            assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_the_search_reads_a_marked_word_as_if_it_were_not_marked() -> None:
    html = "<h2>Kop</h2><p>Een kopgroep.</p>"
    assert searched(TERMS.in_html(html, "")) == searched(html)
