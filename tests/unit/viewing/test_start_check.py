from __future__ import annotations

from reflection_handbook.model.startcheck import QUESTIONS, Advice
from reflection_handbook.viewing.start_check import start_check_view
from support import make_edition


def test_the_view_has_the_threshold_of_the_organisation_and_leads_to_the_reasons() -> None:
    view = start_check_view(make_edition(drempels={"wisselingen_deel": "0.25"}))
    assert view.change_share == 0.25
    assert [question.id for question in view.questions] == [question.id for question in QUESTIONS]
    assert view.questions[0].url == "invoeren/is-dit-team-klaar/#stabiliteit"


def test_every_advice_has_its_words_the_lightest_first() -> None:
    view = start_check_view(make_edition())
    assert [key for key, title, sentence in view.advice if title and sentence] == list(Advice)
