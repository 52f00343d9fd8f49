from __future__ import annotations

import pytest

from reflection_handbook.publishing.leaks.patterns import find, spellings

PHONES = [
    "06-12345678",
    "06 12345678",
    "06 12 34 56 78",
    "06.12.34.56.78",
    "06 - 1234 5678",
    "(06) 12345678",
    "0612345678",
    "+31 6 12345678",
    "+31612345678",
    "+31 (0)6 1234 5678",
    "+31-6-12345678",
    "0031 6 12345678",
    "0031612345678",
    "010-1234567",
    "010 123 45 67",
    "(010) 123 45 67",
    "010/1234567",
    "0512-345678",
    "0512 34 56 78",
    "+31 (0)10 123 45 67",
    "088 123 4567",
    "+32 2 123 45 67",
    "020-1234567/06-12345678",
]
EMAILS = [
    "naam@voorbeeld.nl",
    "voor.naam+x@mail.voorbeeld-zorg.nl",
    "NAAM@VOORBEELD.NL",
    "naam @ voorbeeld.nl",
    "naam[at]voorbeeld.nl",
    "naam (at) voorbeeld (dot) nl",
    "naam [apenstaartje] voorbeeld [punt] nl",
    "mailto:naam@voorbeeld.nl",
]
CITIZENS = [
    "123456782",
    "111222333",
    "1234.56.782",
    "1234 56 782",
    "123.456.782",
    "123 456 782",
    "BSN: 123456782",
    "10000008",
]
PLATES = ["AB-12-34", "12-34-AB", "12-AB-34", "AB-12-CD", "AB-CD-12", "12-AB-CD", "12-ABC-3", "1-ABC-23", "AB-123-C"]
PLATES += ["A-123-BC", "ABC-12-D", "A-12-BCD", "1-AB-234", "123-AB-4"]
HOMES = [
    "1234 AB 12",
    "1234AB 12a",
    "1234 AB, nr. 5",
    "1234 AB huisnummer: 5",
    "Dorpsstraat 5, 1234 AB",
    "Van der Waalslaan 12-3 1234AB Voorbeeld",
    "Plein 1945 nr 3; 1234 AB 3",
    "Kerkstraat 12",
    "Lindenlaan 3b",
]
BIRTHS = [
    "geboren op 3 maart 2012",
    "geboren: 03-03-2012",
    "geb. 3-3-12",
    "Geboortedatum 2012-03-03",
    "geb.datum 03/03/2012",
    "(° 3.3.2012)",
    "geboren te Voorbeeld, 3 mrt. 2012",
    "GEBOREN 3 MEI 2012",
]
EACH = {
    "een telefoonnummer": PHONES,
    "een e-mailadres": EMAILS,
    "een burgerservicenummer": CITIZENS,
    "een kenteken": PLATES,
    "een woonadres": HOMES,
    "een geboortedatum": BIRTHS,
}
FORMS = [(what, text) for what, texts in EACH.items() for text in texts]


def _said(text: str, address: bool = False) -> set[str]:
    return {
        hit.what.removeprefix("hier staat iets dat op ").removesuffix(" lijkt") for hit, _, _ in find(text, address)
    }


@pytest.mark.parametrize(("what", "text"), FORMS)
@pytest.mark.parametrize("around", ["{}", "Zie {}.", "({})", "tekst {} tekst", "a: {}; b"])
def test_a_form_is_known_by_how_people_write_it(what: str, text: str, around: str) -> None:
    assert what in _said(around.format(text))


@pytest.mark.parametrize(
    "text",
    [
        "123456789",  # fails the test of eleven
        "000000000",
        "1234567820",
        "A123456782",
        "100 000 000 000",
        "20160315",
        "31122016",
        "0123456",
        "01234567890123",
        "12-34-56",
        "AB-CD-EF",
        "12-ab-34",
        "R-12-AB-34",
        "1234 SS 12",
        "0234 AB 12",
        "1234 ABC 12",
        "2016 EN 2017",
        "Stap 5, 2016",
        "12 straat 5",
        "naam@voorbeeld",
        "@voorbeeld.nl",
        "naam at voorbeeld.nl",
        "geboren in Voorbeeld",
        "gebied 3-3-2012",
        "06-12-2016 12:30",
        "01-02-2016 12:30:45",
        "06/12/2016 1234",
        "1.06-12345678",
        "ISBN 0612345678",
        "KvK 12345678, KvK-nummer 10000008, KvK nr. 10000008",
        "ISBN-10: 0612345678",
        "doi: 10.1016/0612345678",
        "5 + 31 = 36",
        "",
    ],
)
def test_what_is_near_a_form_is_not_taken_for_it(text: str) -> None:
    assert _said(text) == set()
    assert _said(f"Dan: {text} en verder") == set()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("tel:0612345678", {"een telefoonnummer"}),
        ("tel:+31-6-12345678", {"een telefoonnummer"}),
        ("sms:0612345678", {"een telefoonnummer"}),
        ("https://wa.me/31612345678", {"een telefoonnummer"}),
        ("mailto:naam@voorbeeld.nl?subject=x", {"een e-mailadres"}),
        ("/pagina/06-12345678/123456782/12-ABC-3/", set()),
        ("https://doi.org/10.1016/0612345678", set()),
        ("tel:112", set()),
    ],
)
def test_in_an_address_only_what_calls_or_mails_counts(text: str, what: set[str]) -> None:
    assert _said(text, address=True) == what


def test_a_number_behind_that_of_a_book_or_an_organisation_is_one() -> None:
    assert _said("KvK 12345678 tel. 06-12345678") == {"een telefoonnummer"}
    assert _said("ISBN 978-90-313-8123-4. Bel 010 1234567") == {"een telefoonnummer"}


def test_a_hit_is_told_in_one_spelling_for_all_ways_of_writing_it() -> None:
    same = ["06-12345678", "+31 6 1234 5678", "0031612345678", "(06) 12 34 56 78", "+31 (0)6 12345678"]
    assert len({hit.value for text in same for hit, _, _ in find(text)}) == 1
    assert {hit.value for hit, _, _ in find("+31612345678")} <= spellings("06 12 34 56 78")
    assert {hit.value for hit, _, _ in find("Naam [at] voorbeeld [punt] nl")} <= spellings("mailto:naam@voorbeeld.nl")
    assert {hit.value for hit, _, _ in find("1234ab 5".upper())} <= spellings("1234 AB 5")


def test_the_place_of_a_hit_is_that_in_the_text() -> None:
    text = "Bel 06-12345678 of mail naam@voorbeeld.nl."
    assert [text[start:end] for _, start, end in find(text)] == ["06-12345678", "naam@voorbeeld.nl"]


def test_a_long_text_that_is_nearly_a_form_everywhere_takes_no_long_time() -> None:
    for sign in ("a.", "0 ", "06-", "1234 ", "A ", "geb. ", "+", "a@", "[at]"):
        assert _said(sign * 20_000 + "!") == set()
