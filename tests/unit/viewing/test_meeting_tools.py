from __future__ import annotations

from reflection_handbook.viewing.meeting_tools import meeting_view
from support import make_edition


def test_the_tools_follow_the_thresholds_of_the_organisation() -> None:
    view = meeting_view(
        make_edition(drempels={"minste_antwoorden": "7", "minste_respons": "0.75", "doelen_tegelijk": "2"})
    )
    assert (view.fewest_answers, view.least_response, view.goals_at_once) == (7, 0.75, 2)
    assert view.response_percentage == 75
    assert view.transformation_goals[0] == ("eigen-kracht", "Eigen kracht")
