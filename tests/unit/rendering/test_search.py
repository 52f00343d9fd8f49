from __future__ import annotations

from reflection_handbook.rendering.search import searched


def test_what_is_left_is_words_under_their_headings() -> None:
    html = (
        '<h1 id="top">Team</h1><p>Een <a href="#x">twee</a></p><h2 class="q" id="deel">Deel</h2><ul><li>Drie</li></ul>'
    )
    assert searched(html).split() == [
        *'<h1 id="top">Team</h1> Een twee'.split(),
        *'<h2 class="q" id="deel">Deel</h2> Drie'.split(),
    ]


def test_a_drawing_is_left_out_with_its_words() -> None:
    assert searched('<p>Voor<svg viewBox="0 0 1 1"><title>Weg</title><path d="M0 0"/></svg>na</p>').split() == [
        "Voorna"
    ]


def test_words_of_two_elements_stay_apart() -> None:
    assert searched("<li>een</li><li>twee</li>").split() == ["een", "twee"]


def test_a_sign_in_an_attribute_ends_no_tag() -> None:
    assert searched("<a title=\"a > b\" href='c > d'>Tekst</a>").split() == ["Tekst"]


def test_what_was_escaped_stays_escaped() -> None:
    assert searched("<p>1 &lt; 2 &lt;script&gt;</p>").strip() == "1 &lt; 2 &lt;script&gt;"
