from __future__ import annotations

from reflection_handbook.model.glossary import Term
from reflection_handbook.viewing.glossary import glossary_letters
from support import make_edition


def _term(id: str, term: str, **keys: object) -> Term:
    return Term.model_validate({"id": id, "begrip": term, "uitleg": "Uitleg.", "herkomst": "rapport", **keys})


def test_terms_stand_by_their_letter_and_in_the_order_of_a_dutch_list() -> None:
    terms = (_term("ors", "ORS"), _term("een", "één stap"), _term("e", "Elaboratie"), _term("or", "’Ondernemen"))
    letters = glossary_letters(make_edition().model_copy(update={"glossary": terms}))
    assert [(letter.letter, letter.id) for letter in letters] == [("E", "letter-e"), ("O", "letter-o")]
    assert [term.id for letter in letters for term in letter.terms] == ["een", "e", "or", "ors"]


def test_a_term_knows_its_neighbours_and_where_it_comes_from() -> None:
    terms = (_term("a", "Aap", zie=["b"], meer="Zie *b*."), _term("b", "Beer", herkomst="eigen"))
    (one,), (other,) = (
        letter.terms for letter in glossary_letters(make_edition().model_copy(update={"glossary": terms}))
    )
    assert [(link.text, link.url) for link in one.related] == [("Beer", "#b")]
    assert (one.more, one.added, other.more, other.added) == ("Zie *b*.", False, "", True)


def test_without_terms_there_are_no_letters() -> None:
    assert glossary_letters(make_edition()) == ()
