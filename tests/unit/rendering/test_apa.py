"""APA in Dutch, as it comes out: what citeproc-py and the style do, and what we do about it."""

from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.loading import load
from reflection_handbook.model.literature import Reference
from reflection_handbook.rendering.apa import Apa
from support import ROOT


def work(id: str = "a", type: str = "document", year: int | None = 2013, **keys: Any) -> Reference:
    issued = {"issued": {"date-parts": [[year]]}} if year else {}
    return Reference.model_validate({"id": id, "type": type, **issued, "custom": {"groep": "G"}, **keys})


def names(*families: str) -> list[dict[str, str]]:
    return [dict(zip(("family", "given"), name.split(", "), strict=False)) for name in families]


def both(*works: Reference, key: str = "a") -> tuple[str, str]:
    apa = Apa(works)
    return apa.reference(key), "{0.maker}, {0.year}".format(apa.in_text(key))


BOOK = {"type": "book", "title": "Een boek", "publisher": "Een uitgever"}
CHAPTER = {
    "type": "chapter",
    "title": "Hoofdstuk",
    "author": names("Een, A."),
    "editor": names("Twee, B.", "Drie, C."),
    "container-title": "Een boek",
    "page": "12-34",
    "publisher": "Uitgever",
}
ARTICLE = {
    "type": "article-journal",
    "title": "Wat werkt?",
    "author": names("Een, Anna", "Twee, B. C."),
    "container-title": "Tijdschrift & zo",
    "volume": "22",
    "issue": "4",
    "page": "316-335",
    "DOI": "10.1000/j.1-2",
}


@pytest.mark.parametrize(
    ("keys", "reference", "in_text"),
    [
        (
            {"author": names("Bartelink, C."), **BOOK},
            "Bartelink, C. (2013). <em>Een boek</em>. Een uitgever.",
            "Bartelink, 2013",
        ),
        (
            {"author": names("Een, A.", "Twee, B."), **BOOK, "title": "Wat werkt?"},
            "Een, A., &amp; Twee, B. (2013). <em>Wat werkt?</em> Een uitgever.",
            "Een &amp; Twee, 2013",
        ),
        (
            {"author": names("Een, A.", "Twee, B.", "Drie, C."), **BOOK, "edition": "2"},
            "Een, A., Twee, B., &amp; Drie, C. (2013). <em>Een boek</em> (2de dr.). Een uitgever.",
            "Een et al., 2013",
        ),
        (
            {"author": [*names("Een"), {"literal": "et al."}]},
            "Een et al. (2013).",
            "Een et al., 2013",
        ),
        ({"author": names("Een", "Twee")}, "Een &amp; Twee. (2013).", "Een &amp; Twee, 2013"),
        ({"author": [{"literal": "Gemeente <b> & zo"}], "year": None}, "Gemeente &lt;b&gt; &amp; zo. (z.d.).",
         "Gemeente &lt;b&gt; &amp; zo, z.d."),
        (
            {"author": [{"family": "Broeck", "given": "Anja", "non-dropping-particle": "Van den"}], **BOOK},
            "Van den Broeck, A. (2013). <em>Een boek</em>. Een uitgever.",
            "Van den Broeck, 2013",
        ),
        ({"author": [{"family": "Jong", "non-dropping-particle": "De"}]}, "De Jong. (2013).", "De Jong, 2013"),
        (BOOK, "<em>Een boek</em>. (2013). Een uitgever.", "<em>Een boek</em>, 2013"),
        ({"title": "Wie, wat? <i>"}, "<em>Wie, wat? &lt;i&gt;</em>. (2013).", "<em>Wie, wat? &lt;i&gt;</em>, 2013"),
        (
            {"author": [{"literal": "Gemeente"}], "type": "report", "genre": "evaluatie", "publisher": "O&B"},
            "Gemeente. (2013). [Evaluatie]. O&amp;B.",
            "Gemeente, 2013",
        ),
        (
            CHAPTER,
            "Een, A. (2013). Hoofdstuk. In B. Twee &amp; C. Drie (red.), <em>Een boek</em> (pp. 12–34). Uitgever.",
            "Een, 2013",
        ),
        (
            ARTICLE,
            "Een, A., &amp; Twee, B. C. (2013). Wat werkt? <em>Tijdschrift &amp; zo</em>, <em>22</em>(4), 316–335. "
            '<a class="hb-url" href="https://doi.org/10.1000/j.1-2">https://doi.org/10.1000/j.1-2</a>',
            "Een &amp; Twee, 2013",
        ),
        (
            {"author": names("Een"), "title": "Site", "type": "webpage", "URL": "https://voorbeeld.nl/a?b=1&c=<2>\"x"},
            'Een. (2013). <em>Site</em>. <a class="hb-url" href="https://voorbeeld.nl/a?b=1&amp;c=&lt;2&gt;&#34;x">'
            "https://voorbeeld.nl/a?b=1&amp;c=&lt;2&gt;&#34;x</a>",
            "Een, 2013",
        ),
    ],
)  # fmt: skip
def test_a_work_in_the_list_and_in_the_text(keys: dict[str, Any], reference: str, in_text: str) -> None:
    assert both(work(**keys)) == (reference, in_text)


def test_a_month_stands_where_the_style_wants_it() -> None:
    assert both(work(author=names("Een"), issued={"date-parts": [[2012, 11]]}))[0] == "Een. (2012, november)."


def test_what_one_maker_made_in_a_year_gets_letters_by_title() -> None:
    first = work("b", author=names("Een"), title="Twee")
    second = work("a", author=names("Een"), title="Een")
    other = work("c", author=names("Een"), title="Drie", year=2014)
    apa = Apa((first, second, other))
    assert [apa.in_text(key).year for key in "abc"] == ["2013a", "2013b", "2014"]
    assert apa.reference("b").startswith("Een. (2013b).")


def test_works_without_a_year_get_letters_too() -> None:
    apa = Apa(
        (work("a", author=names("Een"), title="A", year=None), work("b", author=names("Een"), title="B", year=None))
    )
    assert [apa.in_text(key).year for key in "ab"] == ["z.d.-a", "z.d.-b"]


def test_the_list_goes_by_maker_and_year() -> None:
    works = [
        work("z", author=names("Zwart")),
        work("b2", author=names("Bruin"), year=2014),
        work("b1", author=names("Bruin"), year=2013),
        work("t", title="Appel"),
        work("v", author=[{"family": "Broek", "non-dropping-particle": "Van den"}]),
        work("o", author=names("Östman")),
    ]
    apa = Apa(tuple(works))
    assert apa.sorted(["z", "b2", "o", "t", "b1", "v", "z"]) == ["t", "b1", "b2", "o", "v", "z"]


def test_without_works_there_is_nothing_to_do() -> None:
    assert Apa(()).sorted([]) == []


def test_the_shipped_works_come_out_without_loose_ends() -> None:
    apa = Apa(tuple(work.reference for work in load(ROOT).handbook.literature))
    assert apa.in_text("bartelink2013a").year == "2013a"
    for key in (reference.id for reference in apa.references):
        text = apa.reference(key)
        assert text.strip() == text
        for sign in ("..", "?.", " ,", "  ", "& et al", "None", "\x02", "\x03", "&amp;amp;", "()"):
            assert sign not in text, key
