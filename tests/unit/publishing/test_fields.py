"""Every field that leaves the gate was looked at. Whoever adds one reads DESIGN, "What may be published", first."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import BaseModel

from reflection_handbook.model.documents import Document
from reflection_handbook.model.pages import DescriptionCard
from reflection_handbook.model.published import (
    Band,
    CountWord,
    Edition,
    HandbookData,
    Mean,
    PublishedEvaluation,
    PublishedLetters,
    PublishedMeasurement,
    ScoreCount,
)

REVIEWED = {
    "Edition": "attachments audience documents effort glossary literature organisation plans practices questions teams",
    "HandbookData": "audience best_practices built teams transformation_goals version",
    "PublishedTeam": "about agenda conditions field_of_work goal_choice goals id improvements kind learning_wishes"
    " measurements name origin qualities reference reference_date region rounds scales signals working_factors",
    "PublishedRound": "endorsement interview_evaluation last_contact next_step round started steps",
    "PublishedStep": "decision end form held inventory invited letters remark start status",
    "PublishedLetters": "approved sent",
    "PublishedEndorsement": "date gained_more go_on grant_other_teams participants",
    "PublishedEvaluation": "completed energy enjoyable insight not_shown reflection",
    "PublishedChoice": "date manner result voters",
    "PublishedTally": "goal place support",
    # For a team itself, and as far as they are about no role for its organisation; they count nobody (test_signals).
    "Signal": "advice kind message page",
    "PublishedMeasurement": "conversation count date distribution mean not_shown scale",
    "ScoreCount": "count score",
    "PublishedPractice": "id origin qualities questions reference team text title transformation_goals working_factors",
    "NextStep": "step what when who",
    "Inventory": "complete recognisable",
    "Quality": "id name",
    "WorkingFactor": "id name qualities",
    "Goal": "elaboration id intervention_theory name reason replaced_by round status transformation_goals"
    " working_factors",
    "Elaboration": "date features tool",
    "Feature": "destination what",
    "InterventionTheory": "because confirmed so_that we_do",
    "Scale": "filled_in_by goal high id instrument low question replaced_by talk_level",
    "Conversation": "one_point_higher outcome",
    "Condition": "addressed_to answer since what",
    "LearningWish": "status what",
    "Improvement": "from_goal since status what",
    "Meeting": "date id outcome status step version what who",
    # ``allowed`` is for the leak scan; no page and no file shows it (tests/site/test_canary).
    "Organisation": "address allowed audience contact name organisation subtitle thresholds transformation_goals",
    "PublicText": "reason text",
    "TransformationGoal": "explanation id name",
    "Thresholds": "change_share fewest_answers goals_at_once least_response weeks_in_choice weeks_without_contact",
    "Question": "aim follow_up id level minutes origin purpose question replaced_by section step technique",
    "EffortFile": "assumptions example",
    "PlanFile": "aims plans",
    "Plan": "for_whom id minutes page parts purpose step title",
    "Part": "kind minutes question remark",
    "Aim": "group id page plan reason techniques title",
    "EffortExample": "team_size teams",
    "Assumption": "hours id origin per remark section step times what who",
    "Reference": "accessed author collection_title container_title custom doi edition editor genre id isbn issn issue"
    " issued language note number page publisher publisher_place title type url volume",
    "Name": "dropping_particle family given literal non_dropping_particle suffix",
    "Issued": "date_parts",
    "Ours": "added group via",
    "Term": "also explanation id marked more origin related term",
    "Attachment": "content source uri",
    "Document": "broken card source text uri",
    "PageCard": "description hide icon page_title search sources",
    "SearchSettings": "exclude",
    "StepCard": "description duration_minutes duration_source for_whom hide icon needed outcome page_title participants"
    " preparation_minutes purpose questions search sources step techniques",
    "PartCard": "description duration_minutes duration_source for_whom hide icon needed order outcome page_title"
    " participants preparation_minutes purpose questions search sources step techniques",
    "Span": "maximum minimum",
}


def _models(kind: Any) -> set[type[BaseModel]]:
    """Return every model that a type is or holds, however deep."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {kind}.union(*(_models(field.annotation) for field in kind.model_fields.values()))
    return set().union(*(_models(part) for part in get_args(kind)))


AFTER_THE_GATE = sorted(_models(Edition) | _models(HandbookData), key=lambda model: model.__name__)
FIELDS = [(model, name, field.annotation) for model in AFTER_THE_GATE for name, field in model.model_fields.items()]

COUNTS_OF_PEOPLE = {"invited", "held", "sent", "approved", "voters", "participants"}
COUNTS_OF_PEOPLE |= {"gained_more", "go_on", "grant_other_teams", "support"}

NUMBERS = {
    # The team's own: how often each figure was given. The gate fills it for nobody else (test_gate).
    "ScoreCount": "count score",
    "PublishedRound": "round",
    # The place of a goal among the goals; of how many votes it had, a word at most.
    "PublishedTally": "place",
    "Goal": "round",
    "Meeting": "version",
    # What the organisation set, and what a page or a question says about itself.
    "Thresholds": "change_share fewest_answers goals_at_once least_response weeks_in_choice weeks_without_contact",
    "Question": "minutes",
    "Plan": "minutes",
    "Part": "minutes",
    "EffortExample": "team_size teams",
    "Assumption": "hours times",
    "Issued": "date_parts",
    "Span": "maximum minimum",
    "StepCard": "preparation_minutes",
    "PartCard": "order preparation_minutes",
    "HandbookData": "version",
    # Means in halves: rule 3, with the band below.
    "PublishedMeasurement": "mean",
    "PublishedEvaluation": "energy enjoyable insight reflection",
}
"""Which fields after the gate may hold a number at all."""


def _kinds(kind: Any) -> set[Any]:
    """Return the types that a field can hold, without what annotations and containers put around them."""
    inside = [part for part in get_args(kind) if part is not ...]
    if isinstance(kind, type) and not inside:
        return {kind}
    return set().union(*(_kinds(part) if not isinstance(part, str | int) else {type(part)} for part in inside))


def test_every_field_after_the_gate_is_on_the_reviewed_list() -> None:
    found = {model.__name__: " ".join(sorted(model.model_fields)) for model in AFTER_THE_GATE}
    assert found == REVIEWED


def test_what_the_data_file_holds_is_less_than_what_the_pages_get() -> None:
    names = {model.__name__ for model in _models(HandbookData)}
    assert not names & {"Organisation", "Thresholds", Document.__name__}


def test_no_field_after_the_gate_is_named_after_something_private() -> None:
    private = {"respondent", "scores", "changes", "changes_12_months", "members", "people", "consent", "publication"}
    private |= {"points", "stability", "participants_agreed", "recognisability_checked", "team_consent", "withdrawn"}
    assert not {name for _, name, _ in FIELDS} & private


@pytest.mark.parametrize("name", sorted(COUNTS_OF_PEOPLE))
def test_a_count_of_people_after_the_gate_is_a_word(name: str) -> None:
    # A page of docs/ says for how many people a step is meant; that is nobody's count.
    kinds = [kind for model, field, kind in FIELDS if field == name and not issubclass(model, DescriptionCard)]
    assert kinds == [CountWord | None]


def test_what_holds_counts_of_people_holds_nothing_else() -> None:
    kinds = {(model, kind) for model, name, kind in FIELDS if name == "letters"}
    assert [kind for _, kind in kinds] == [PublishedLetters | None]
    assert {field.annotation for field in PublishedLetters.model_fields.values()} == {CountWord | None}
    assert [kind for model, name, kind in FIELDS if name == "completed"] == [Band | None]
    assert [kind for model, name, kind in FIELDS if name == "count" and model is not ScoreCount] == [Band | None]


def test_words_bands_and_means_say_no_more_than_they_may() -> None:
    assert get_args(CountWord) == ("allen", "bijna allen", "de meesten", "te weinig gegevens om te tonen")
    assert get_args(Band) == ("5–9", "10+")
    assert [get_args(part) or part for part in get_args(Mean)] == [float, ("3 of lager", "9 of hoger")]
    means = [PublishedEvaluation.model_fields[name].annotation for name in NUMBERS["PublishedEvaluation"].split()]
    assert [PublishedMeasurement.model_fields["mean"].annotation, *means] == [Mean | None] * 5


def test_every_number_after_the_gate_was_looked_at() -> None:
    found: dict[str, set[str]] = {}
    for model, name, kind in FIELDS:
        if _kinds(kind) & {int, float}:
            found.setdefault(model.__name__, set()).add(name)
    assert found == {model: set(names.split()) for model, names in NUMBERS.items()}
