"""Every field that leaves the gate was looked at. Whoever adds one reads DESIGN, "What may be published", first."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel

from reflection_handbook.model.documents import Document
from reflection_handbook.model.published import Edition, HandbookData

REVIEWED = {
    "Edition": "audience documents organisation practices questions teams",
    "HandbookData": "audience best_practices built teams transformation_goals version",
    "PublishedTeam": "about agenda conditions field_of_work goal_choice goals id improvements kind learning_wishes"
    " measurements name origin qualities reference reference_date region rounds scales working_factors",
    "PublishedRound": "last_contact next_step round started steps",
    "PublishedStep": "decision end form inventory remark start status",
    "PublishedChoice": "date manner result",
    "PublishedMeasurement": "conversation date not_shown scale",
    "PublishedPractice": "id origin qualities reference team text title transformation_goals working_factors",
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
    "Organisation": "audience contact name organisation subtitle thresholds transformation_goals",
    "TransformationGoal": "explanation id name",
    "Thresholds": "change_share weeks_without_contact",
    "Question": "follow_up id level minutes origin purpose question section step technique",
    "Document": "broken card source text uri",
    "PageCard": "description hide icon page_title search",
    "SearchSettings": "exclude",
    "StepCard": "description duration_minutes duration_source for_whom hide icon needed outcome page_title participants"
    " preparation_minutes purpose questions search step techniques",
    "Span": "maximum minimum",
}


def _models(kind: Any) -> set[type[BaseModel]]:
    """Return every model that a type is or holds, however deep."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {kind}.union(*(_models(field.annotation) for field in kind.model_fields.values()))
    return set().union(*(_models(part) for part in get_args(kind)))


def test_every_field_after_the_gate_is_on_the_reviewed_list() -> None:
    found = {model.__name__: " ".join(sorted(model.model_fields)) for model in _models(Edition) | _models(HandbookData)}
    assert found == REVIEWED


def test_what_the_data_file_holds_is_less_than_what_the_pages_get() -> None:
    names = {model.__name__ for model in _models(HandbookData)}
    assert not names & {"Organisation", "Thresholds", Document.__name__}


def test_no_field_after_the_gate_is_named_after_something_private() -> None:
    private = {"respondent", "scores", "invited", "changes", "members", "people", "consent", "publication", "voters"}
    private |= {"points", "endorsement", "interview_evaluation", "stability", "letters", "participants_agreed", "held"}
    fields = {name for model in _models(Edition) | _models(HandbookData) for name in model.model_fields}
    assert not fields & private
