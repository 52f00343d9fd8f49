"""When a question is asked, and what there is around it."""

from __future__ import annotations

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.pages import StepCard
from reflection_handbook.model.questions import Aim
from reflection_handbook.publishing import publish
from reflection_handbook.viewing.addresses import Link
from reflection_handbook.viewing.question_uses import moment, question_uses
from support import make_bank, make_document, make_handbook, make_practice, practice_consent

BANK = make_bank({"id": "eerst", "vervolg": ["daarna", "daarna"]}, {"id": "daarna"}, {"id": "los"})


def test_a_question_knows_what_it_follows_who_asks_it_and_which_story_goes_with_it() -> None:
    step = make_document("methode/2-interviews/index.md", "# Interviews")
    span = {"minimum": 60, "maximum": 75}
    keys = {"stap": "interviews", "doel": "Horen.", "duur_minuten": span, "duur_bron": "advies", "vragen": ["daarna"]}
    handbook = make_handbook(
        shared=(
            make_practice("open", vragen=["daarna"]),
            make_practice("dicht", vragen=["daarna"], toestemming=practice_consent("x", "organisatie")),
        ),
        documents=(step.model_copy(update={"card": StepCard.model_validate(keys)}),),
    ).model_copy(update={"questions": BANK})
    uses = question_uses(publish(handbook, Audience.PUBLIC))
    assert uses.keys() == {"daarna"}
    assert uses["daarna"].after == [Link("Wat is eerst?", "vragenbank/#eerst")]
    assert uses["daarna"].descriptions == [Link("Interviews", "methode/2-interviews/")]
    assert uses["daarna"].practices == [Link("Eerst luisteren", "best-practices/open/", "praktijk")]  # not the other


def test_each_aim_has_its_moment_and_no_aim_none() -> None:
    ids = {aim: aim.value for aim in Aim}
    bank = make_bank(*({"id": id, "bedoeling": aim.value} for aim, id in ids.items()))
    assert len({moment(entry.question) for entry in bank}) == len(Aim)
    assert moment(BANK[0].question) == ""
