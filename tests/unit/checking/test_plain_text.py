"""What is a sentence, and what only lays a page out."""

from __future__ import annotations

import pytest

from reflection_handbook.checking.plain_text import sentences

CASES: dict[str, list[str]] = {
    "Eén zin. En nog een? Ja!": ["Eén zin.", "En nog een?", "Ja!"],
    "Een zin over\ntwee rijen. Nog een.": ["Een zin over twee rijen.", "Nog een."],
    "# Kop\n\nTekst.\n\n## Nog een kop": ["Tekst."],
    "Kop\n===\n\nTekst.": ["Kop", "Tekst."],
    "Neem bijv. een vraag. Of o.a. twee.": ["Neem bijv. een vraag.", "Of o.a. twee."],
    "Zie par. 3.3 van het rapport. Klaar.": ["Zie par. 3.3 van het rapport.", "Klaar."],
    "Vragen, ideeën enz. Daarna verder.": ["Vragen, ideeën enz.", "Daarna verder."],
    "Van 1. tot 10. Een schaal.": ["Van 1. tot 10.", "Een schaal."],
    'Zeg: "Fijn dat je er bent. Ga zitten." Wacht dan.': ['Zeg: "Fijn dat je er bent.', 'Ga zitten."', "Wacht dan."],
    "Vraag: ‘Wat ging goed?’ en luister.": ["Vraag: ‘Wat ging goed?’ en luister."],
    "- Eerste.\n- tweede\n- Derde zin. Vierde.": ["Eerste.", "tweede", "Derde zin.", "Vierde."],
    "1. **Doe dit.** Zo gaat het.\n   En verder.": ["Doe dit.", "Zo gaat het.", "En verder."],
    "| A | B |\n| --- | :-: |\n| Een cel. | los woord |": ["A", "B", "Een cel.", "los woord"],
    '!!! tip "Let op. Dit is een titel."\n    Tekst erin.': ["Tekst erin."],
    '??? note "Titel"\n\n    Eén.\n\n    Twee.': ["Eén.", "Twee."],
    "Een [link. Met punt](x.md#a) en ![plaatje](y.png).": ["Een link.", "Met punt en."],
    "Zo is het [@rapport2016, par. 2.3]. Ja.": ["Zo is het.", "Ja."],
    "<!-- handboek: teams. Echt. -->\n\nTekst.": ["Tekst."],
    "Code `x. Y.` hier.\n\n```\nGeen. Zin.\n```": ["Code hier."],
    "Woord\n:   Wat het is.": ["Woord", "Wat het is."],
    "> Een citaat.\n> Dat doorgaat.": ["Een citaat.", "Dat doorgaat."],
    "Tekst { #anker }\n\nLos.": ["Tekst", "Los."],
    "Kijk op https://example.org/a.b. Dan verder.": ["Kijk op Dan verder."],
    "Sterk **en *schuin* woord**.": ["Sterk en schuin woord."],
    "*[ORS]: Outcome.\n\n[x]: y.md\n\nTekst.": ["Tekst."],
    "---\n\n***": [],
    "": [],
}


@pytest.mark.parametrize("text", CASES)
def test_a_page_is_read_as_these_sentences(text: str) -> None:
    assert [sentence.text for sentence in sentences(text)] == CASES[text]


def test_a_sentence_knows_its_row_and_its_block() -> None:
    found = list(sentences("# Kop\n\nEén zin.\nTwee\nzinnen. Drie.\n\n- Vier.\n\n| A |\n| - |\n| Vijf. |\n"))
    assert [(one.text, one.row) for one in found] == [
        ("Eén zin.", 2),
        ("Twee zinnen.", 3),
        ("Drie.", 4),
        ("Vier.", 6),
        ("A", 8),
        ("Vijf.", 10),
    ]
    assert found[0].block == found[2].block != found[3].block


def test_loose_words_are_no_sentence() -> None:
    found = {
        one.text: one.whole for one in sentences("Alinea zonder punt\n\n- los\n- Zin.\n- Vraag:\n\n| cel | Zin. |")
    }
    assert found == {"Alinea zonder punt": True, "los": False, "Zin.": True, "Vraag:": True, "cel": False} | {
        "Zin.": True
    }


def test_numbers_and_compounds_are_words() -> None:
    (one,) = sentences("De 7 reflectie-agenda's van 1½ uur: zo’n 10 tot 12.")
    assert one.words == ("De", "7", "reflectie-agenda's", "van", "1½", "uur", "zo’n", "10", "tot", "12")
