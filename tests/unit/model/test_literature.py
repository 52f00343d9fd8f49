from __future__ import annotations

import pytest

from reflection_handbook.model.literature import Csl, Issued, Name, Ours, Reference, ReferenceFile, csl_key


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("container_title", "container-title"),
        ("doi", "DOI"),
        ("url", "URL"),
        ("non_dropping_particle", "non-dropping-particle"),
    ],
)
def test_a_field_has_the_key_of_the_format(field: str, key: str) -> None:
    assert csl_key(field) == key


@pytest.mark.parametrize("kind", [Name, Issued, Reference, ReferenceFile], ids=lambda kind: kind.__name__)
def test_a_field_says_in_dutch_what_it_is(kind: type[Csl]) -> None:
    for name, field in kind.model_fields.items():
        assert field.alias == csl_key(name)
        assert field.description
        assert field.description[0].isupper()
        assert field.description[-1] in ".?"


def test_a_work_is_frozen_and_can_be_a_key() -> None:
    work = Reference(id="a", type="book", custom=Ours(group="Boeken"))
    assert {work: 1}[work.model_copy()] == 1
    assert work.year is None


def test_a_work_has_the_year_that_its_date_begins_with() -> None:
    issued = Issued.model_validate({"date-parts": [["2013", "2"]]})
    assert Reference(id="a", type="book", issued=issued, custom=Ours(group="Boeken")).year == 2013
