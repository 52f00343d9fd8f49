from __future__ import annotations

from typing import Any

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.documents import Document
from reflection_handbook.model.handbook import BankQuestion
from reflection_handbook.model.pages import PartCard, Span, StepCard
from reflection_handbook.model.places import Source
from reflection_handbook.model.published import Edition
from reflection_handbook.model.questions import Question
from reflection_handbook.publishing import publish
from reflection_handbook.viewing.method import duration, part_views, step_cards, step_views
from support import make_document, make_handbook, make_team


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (60, 60, "1 uur"),
        (60, 90, "1 tot 1½ uur"),
        (90, 90, "1½ uur"),
        (90, 150, "1½ tot 2½ uur"),
        (120, 180, "2 tot 3 uur"),
        (30, 45, "30 tot 45 minuten"),
        (30, 60, "30 tot 60 minuten"),
        (45, 45, "45 minuten"),
        (60, 75, "60 tot 75 minuten"),
    ],
)
def test_a_length_of_time_is_said_as_people_say_it(low: int, high: int, words: str) -> None:
    assert duration(Span(minimum=low, maximum=high)) == words


def _question(id: str, step: str = "interviews", **keys: Any) -> BankQuestion:
    filled = {
        "id": id,
        "vraag": f"Wat is {id}?",
        "stap": step,
        "techniek": "waarderend",
        "niveau": "team",
        "doel": "Om te weten.",
        "herkomst": "eigen",
        **keys,
    }
    return BankQuestion(question=Question.model_validate(filled), index=0, source=Source("docs/vragenbank/a.yml"))


def _step(uri: str, step: str, **keys: Any) -> Document:
    filled = {
        "stap": step,
        "doel": f"Doel van {step}.",
        "duur_minuten": {"minimum": 60, "maximum": 90},
        "duur_bron": "rapport",
        **keys,
    }
    return Document(uri=uri, card=StepCard.model_validate(filled), text="# Stap\n", source=Source(f"docs/{uri}"))


def _part(name: str, step: str, order: int, **keys: Any) -> Document:
    uri = f"methode/2-interviews/{name}.md"
    filled = {"stap": step, "volgorde": order, "doel": f"Doel van {name}.", **keys}
    text = f"# {name.capitalize()} {{ #{name} }}\n"
    return Document(uri=uri, card=PartCard.model_validate(filled), text=text, source=Source(f"docs/{uri}"))


def _edition(*documents: Document, questions: tuple[BankQuestion, ...] = ()) -> Edition:
    busy = make_team(rondes=[{"ronde": 1, "stappen": {"interviews": {"status": "bezig"}}}])
    handbook = make_handbook(busy, documents=documents).model_copy(update={"questions": questions})
    return publish(handbook, Audience.PUBLIC)


def test_a_step_shows_its_questions_the_teams_that_are_there_and_the_way_on() -> None:
    step = _step("methode/2-interviews/index.md", "interviews", vragen=["trots"])
    view = step_views(_edition(step, questions=(_question("trots"), _question("anders"))))[
        "methode/2-interviews/index.md"
    ]
    assert [(link.text, link.url) for link in view.questions] == [("Wat is trots?", "vragenbank/#trots")]
    assert [link.text for link in view.teams] == ["West"]
    assert (view.previous and view.previous.number, view.following.number) == (1, 3)


def test_the_first_step_has_none_before_it_and_after_the_last_a_new_round_begins() -> None:
    views = step_views(_edition(_step("a.md", "engagement"), _step("b.md", "herhaling")))
    assert views["a.md"].previous is None
    assert views["b.md"].following.number == 2


def test_a_page_that_is_no_step_has_no_view() -> None:
    assert step_views(_edition(make_document("over/index.md", "# Over"))) == {}


def test_facts_are_said_only_where_they_are_known() -> None:
    bare = step_views(_edition(_step("a.md", "engagement")))["a.md"]
    assert [(fact.kind, fact.values, fact.note) for fact in bare.facts] == [
        ("time", ("1 tot 1½ uur",), "Volgens het rapport.")
    ]
    full = _step(
        "a.md",
        "engagement",
        duur_bron="advies",
        deelnemers={"minimum": 4, "maximum": 12},
        voor_wie=["professional", "teamleider"],
        voorbereiding_minuten=30,
        nodig=["Een ruimte"],
        opbrengst=["Een brief", "Een plan"],
    )
    facts = {fact.kind: fact for fact in step_views(_edition(full))["a.md"].facts}
    assert "advies" in facts["time"].note
    assert {kind: fact.values for kind, fact in facts.items() if kind != "time"} == {
        "people": ("4 tot 12 mensen",),
        "roles": ("professional en teamleider",),
        "preparation": ("30 minuten",),
        "needed": ("Een ruimte",),
        "outcome": ("Een brief", "Een plan"),
    }


def test_cards_of_steps_stand_in_the_order_of_the_method() -> None:
    cards = step_cards(_edition(_step("b.md", "herhaling"), make_document("x.md", "x"), _step("a.md", "engagement")))
    assert [(card.mark.number, card.duration) for card in cards] == [(1, "1 tot 1½ uur"), (7, "1 tot 1½ uur")]


def test_a_step_names_its_parts_in_their_order_and_counts_its_questions() -> None:
    parts = (_part("brief", "interviews", 2), _part("uitleg", "interviews", 1), _part("kopgroep", "monitoren", 1))
    bank = (_question("a"), _question("b", techniek="afsluiting"), _question("c", "herhaling"))
    step = _step("methode/2-interviews/index.md", "interviews")
    view = step_views(_edition(step, *parts, questions=bank))["methode/2-interviews/index.md"]
    assert [(part.link.text, part.link.url, part.purpose) for part in view.parts] == [
        ("Uitleg", "methode/2-interviews/uitleg/", "Doel van uitleg."),
        ("Brief", "methode/2-interviews/brief/", "Doel van brief."),
    ]
    assert [(group.id, [q.id for q in group.questions]) for group in view.all_questions] == [
        ("waarderend", ["a"]),
        ("afsluiting", ["b"]),
    ]
    assert view.question_count == 2


def test_a_part_says_which_one_it_is_and_leads_to_the_ones_beside_it() -> None:
    parts = [_part(name, "interviews", order) for name, order in (("c", 9), ("a", 1), ("b", 4))]
    views = part_views(_edition(*parts, _part("kopgroep", "monitoren", 1)))
    found = {uri.rpartition("/")[2]: view for uri, view in views.items()}
    assert {name: (view.number, view.count, view.mark.number) for name, view in found.items()} == {
        "a.md": (1, 3, 2),
        "b.md": (2, 3, 2),
        "c.md": (3, 3, 2),
        "kopgroep.md": (1, 1, 6),
    }
    assert [(v.previous and v.previous.text, v.following and v.following.text) for v in found.values()] == [
        (None, "B"),
        ("A", "C"),
        ("B", None),
        (None, None),
    ]


def test_a_part_need_not_say_how_long_and_when_it_does_that_is_our_advice_unless_the_report_says_it() -> None:
    quiet, ours, reported = (
        part_views(_edition(_part("a", "interviews", 1, **keys)))["methode/2-interviews/a.md"].facts
        for keys in (
            {},
            {"duur_minuten": {"minimum": 5, "maximum": 5}},
            {"duur_minuten": {"minimum": 5, "maximum": 5}, "duur_bron": "rapport"},
        )
    )
    assert quiet == ()
    assert [(fact.values, fact.note) for fact in (*ours, *reported)] == [
        (("5 minuten",), "Ons advies."),
        (("5 minuten",), "Volgens het rapport."),
    ]


@pytest.mark.parametrize(
    ("low", "high", "words"), [(1, 1, "1 persoon per gesprek"), (2, 6, "2 tot 6 mensen"), (2, 2, "2 mensen")]
)
def test_with_how_many_is_said_as_people_say_it(low: int, high: int, words: str) -> None:
    part = _part("a", "interviews", 1, deelnemers={"minimum": low, "maximum": high})
    facts = part_views(_edition(part))["methode/2-interviews/a.md"].facts
    assert [fact.values for fact in facts] == [(words,)]
