from __future__ import annotations

import pytest

from reflection_handbook.checking.passives import passives


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("De brief wordt geschreven", 1),
        ("De brief wordt geschreven en de schaal werd ingevuld", 2),
        ("De brief is door haar goedgekeurd", 1),
        ("Er werden vragen gesteld en keuzes gemaakt die zijn besproken", 2),
        ("De teams worden beter", 0),
        ("Zij is gekomen en hij is gebleven", 0),
        ("Het gesprek met de gezinnen is fijn", 0),
        ("Je herhaalt wat goed is", 0),
        ("Wij schrijven de brief", 0),
        ("", 0),
    ],
)
def test_passives_are_counted(sentence: str, count: int) -> None:
    assert passives(sentence.split()) == count
