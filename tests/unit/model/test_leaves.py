from __future__ import annotations

from reflection_handbook.model.leaves import leaves
from reflection_handbook.model.portfolio import Portfolio


def test_every_text_comes_with_its_place_in_the_file_from_top_to_bottom() -> None:
    portfolio = Portfolio.model_validate(
        {
            "naam": "West",
            "soort": "wijkteam",
            "herkomst": "praktijk",
            "leden": "11",
            "rondes": [{"ronde": "1", "stappen": {"engagement": {"status": "gepland", "toelichting": "Kort"}}}],
            "agenda": [{"datum": "2026-12-10", "wat": "Een"}, {"datum": "2026-12-11", "wat": "Twee"}],
        }
    )
    found = [(text, loc) for text, loc in leaves(portfolio) if text[0].isupper()]
    assert found == [
        ("West", ("naam",)),
        ("Kort", ("rondes", 0, "stappen", "engagement", "toelichting")),
        ("Een", ("agenda", 0, "wat")),
        ("Twee", ("agenda", 1, "wat")),
    ]
