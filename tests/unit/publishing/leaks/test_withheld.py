from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.glossary import Term
from reflection_handbook.model.handbook import Handbook
from reflection_handbook.model.places import Source
from reflection_handbook.publishing import publish
from reflection_handbook.publishing.leaks.found import Place
from reflection_handbook.publishing.leaks.texts import squeeze
from reflection_handbook.publishing.leaks.withheld import withheld_texts
from support import make_document, make_handbook, make_practice, make_team

SECRET = "Iets dat alleen in de brief hoort en nergens anders"


def _places(
    handbook: Handbook, text: str, public: tuple[str, ...] = (), audience: Audience = Audience.PUBLIC
) -> set[Place]:
    edition = publish(handbook, audience, "west" if audience is Audience.TEAM else None)
    return {hit.place for hit in withheld_texts(handbook, edition, public).find(squeeze(text)) if hit.place}


HIDDEN: dict[str, Any] = {"publicatie": None}


def test_every_text_of_a_withheld_portfolio_is_looked_for() -> None:
    keys = {
        "naam": "Wijkteam achter de oude molen",
        "over": SECRET,
        "doelen": [{"id": "x", "naam": "Samen met ouders aan tafel zitten", "status": "lopend"}],
    }
    handbook = make_handbook(make_team(**HIDDEN, **keys))
    for text in (keys["naam"], SECRET, "Samen met ouders aan tafel zitten"):
        assert _places(handbook, text) == {Place("teams/west/portfolio.yml", 1)}


def test_a_field_that_no_page_shows_is_looked_for_in_a_published_portfolio_too() -> None:
    handbook = make_handbook(make_team(betrokkenen=[{"rol": "de oudste van de drie leiders"}]))
    assert _places(handbook, "de oudste van de drie leiders")


@pytest.mark.parametrize("where", ["other team", "page", "question", "organisation", "public"])
def test_what_is_published_elsewhere_is_no_secret(where: str) -> None:
    hidden = make_team("oost", **HIDDEN, over=SECRET)
    assert _places(make_handbook(hidden), SECRET)
    if where == "other team":
        handbook = make_handbook(hidden, make_team("west", over=f"Wij zeggen: {SECRET}!"))
    elif where == "page":
        handbook = make_handbook(hidden, documents=(make_document("a.md", f"# A\n\n**{SECRET}**, zegt men."),))
    elif where == "organisation":
        handbook = make_handbook(hidden, contact=SECRET)
    else:
        handbook = make_handbook(hidden)
    assert bool(_places(handbook, SECRET, (SECRET,) if where == "public" else ())) == (where == "question")


def test_what_one_audience_may_see_is_a_secret_for_another() -> None:
    team = make_team(
        "west", over=SECRET, publicatie={"bereik": "team", "akkoord_team": {"datum": "2026-03-12", "hoe": "consensus"}}
    )
    handbook = make_handbook(team)
    assert _places(handbook, SECRET)
    assert not _places(handbook, SECRET, audience=Audience.TEAM)


@pytest.mark.parametrize("text", ["Kort", "Samen aan tafel", "samenaantafelzittenn", "12 of 13 keer"])
def test_a_text_that_is_too_short_to_mean_something_is_not_looked_for(text: str) -> None:
    assert not _places(make_handbook(make_team(**HIDDEN, over=text)), text)


def test_a_short_text_of_three_words_is_looked_for_as_a_whole() -> None:
    handbook = make_handbook(make_team(**HIDDEN, over="Altijd weer ruzie"))
    assert not _places(handbook, "Altijd weer")
    assert not _places(make_handbook(make_team(**HIDDEN, over="Altijd weer r")), "Altijd weer r")
    assert _places(make_handbook(make_team(**HIDDEN, over="Altijd weer ruzies")), "altijd, weer: ruzies!")
    assert not _places(make_handbook(make_team(**HIDDEN, over="Altijd weer ruzies")), "altijd weer ruzie s nachts"[:16])


def test_the_line_of_a_text_under_the_data_is_that_of_the_text_itself() -> None:
    text = f"Een eerste regel met genoeg woorden erin.\n\n{SECRET}.\n\nEn een laatste regel die ook lang genoeg is."
    practice = make_practice(text=text, toestemming=None)
    practice = practice.model_copy(update={"source": replace(practice.source, body_line=7)})
    file = practice.source.file
    handbook = make_handbook(shared=(practice,))
    assert Place(file, 9) in _places(handbook, SECRET)
    assert _places(handbook, "En een laatste regel die ook lang genoeg is") >= {Place(file, 11)}


def test_the_line_of_a_value_is_that_in_its_file() -> None:
    team = make_team(**HIDDEN, over=SECRET)
    team = team.model_copy(update={"source": Source("teams/west/portfolio.yml", {(): 1, ("over",): 5})})
    assert _places(make_handbook(team), SECRET) == {Place("teams/west/portfolio.yml", 5)}


def test_addresses_of_links_in_a_text_do_not_hide_it() -> None:
    text = "Wij [zochten samen](https://voorbeeld.nl/een/lang/adres 'x') naar [een plek][plek] voor <b>haar</b> zusje."
    handbook = make_handbook(shared=(make_practice(text=text, toestemming=None),))
    assert _places(handbook, "Wij zochten samen naar een plek voor haar zusje.")


def test_no_secret_is_shown_in_what_is_said() -> None:
    handbook = make_handbook(make_team(**HIDDEN, over=SECRET))
    texts = withheld_texts(handbook, publish(handbook, Audience.PUBLIC))
    assert squeeze(SECRET)[:16] not in squeeze(repr(texts))
    for hit in texts.find(squeeze(SECRET)):
        assert squeeze(hit.what + hit.hint).find(hit.value) == -1


def test_what_the_glossary_says_is_no_secret() -> None:
    handbook = make_handbook(make_team("oost", **HIDDEN, over=SECRET))
    edition = publish(handbook, Audience.PUBLIC)
    term = Term.model_validate({"id": "brief", "begrip": "Brief", "uitleg": f"{SECRET}.", "herkomst": "eigen"})
    for glossary, secret in (((), True), ((term,), False)):
        shown = edition.model_copy(update={"glossary": glossary})
        assert bool(list(withheld_texts(handbook, shown, ()).find(squeeze(SECRET)))) == secret
