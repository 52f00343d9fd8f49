from __future__ import annotations

from typing import Any

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.documents import Document
from reflection_handbook.model.handbook import Work
from reflection_handbook.model.literature import Reference
from reflection_handbook.model.pages import StepCard
from reflection_handbook.model.places import Source
from reflection_handbook.model.published import Edition
from reflection_handbook.publishing import publish
from reflection_handbook.viewing.addresses import Link
from reflection_handbook.viewing.literature import cites, holds_literature, literature_view
from support import make_document, make_handbook


def edition(*documents: Document, **groups: str) -> Edition:
    works = tuple(
        Work(
            reference=Reference.model_validate({"id": id, "type": "book", "title": id, "custom": {"groep": group}}),
            index=index,
            source=Source("x"),
        )
        for index, (id, group) in enumerate(groups.items())
    )
    handbook = make_handbook(documents=documents).model_copy(update={"literature": works})
    return publish(handbook, Audience.PUBLIC)


def step(text: str, *sources: str) -> Document:
    data: dict[str, Any] = {"stap": "interviews", "doel": "D", "duur_bron": "advies", "bronnen": list(sources)}
    card = StepCard.model_validate({**data, "duur_minuten": {"minimum": 1, "maximum": 2}})
    return Document(uri="methode/2-interviews/index.md", card=card, text=text, source=Source("x"))


def test_groups_stand_as_in_the_file_and_works_in_the_order_that_is_asked() -> None:
    groups = literature_view(edition(z="Twee", b="Een", a="Twee"), sorted)
    assert [(group.title, [work.key for work in group.works]) for group in groups] == [
        ("Twee", ["a", "z"]),
        ("Een", ["b"]),
    ]


def test_a_work_knows_the_pages_that_cite_it_in_text_or_data() -> None:
    pages = (make_document("theorie/index.md", "# Theorie\n\n[@a]"), step("# Interviews\n\nTekst.", "a", "b"))
    (group,) = literature_view(edition(*pages, a="G", b="G", c="G"), sorted)
    interviews = "methode/2-interviews/#bron-"
    assert [work.pages for work in group.works] == [
        (Link("Theorie", "theorie/#bron-a"), Link("Interviews", f"{interviews}a")),
        (Link("Interviews", f"{interviews}b"),),
        (),
    ]


def test_the_page_of_the_literature_does_not_count_as_one_that_cites() -> None:
    page = make_document("literatuur/index.md", "# L\n\n[@a]\n\n<!-- handboek: literatuur -->\n")
    assert holds_literature(page)
    assert not holds_literature(step(""))
    (group,) = literature_view(edition(page, a="G"), sorted)
    assert group.works[0].pages == ()


def test_a_page_cites_what_its_text_and_its_data_name() -> None:
    assert cites(step("[@b; @c] `[@d]`", "a", "b")) == {"a", "b", "c"}
