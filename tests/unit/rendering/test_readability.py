from __future__ import annotations

from reflection_handbook.model.readability import Advice, AdviceKind, PageReading
from reflection_handbook.rendering.readability import readings_data, readings_text

READINGS = (
    PageReading("docs/a.md", 7, 2, 3.54, 81.25, (Advice(4, AdviceKind.LONG, "woord " * 40, "Maak er twee van."),)),
    PageReading("docs/b.md", 0, 0, None, None, ()),
)


def test_a_table_and_then_each_place() -> None:
    rows = readings_text(READINGS, 100).splitlines()
    assert [row.split() for row in rows if row.strip().startswith("docs/") and ":" not in row] == [
        ["docs/a.md", "2", "3,5", "81,2", "1"],
        ["docs/b.md", "0", "–", "–", "–"],
    ]
    at = next(index for index, row in enumerate(rows) if row.startswith("docs/a.md:4: lange zin: woord"))
    assert rows[at].endswith("…") and len(rows[at]) < 140
    assert rows[at + 1] == "    → Maak er twee van."
    assert rows[-1] == "Dit is advies, geen oordeel. Plekken om nog eens te lezen: 1."


def test_a_line_holds_no_sign_that_a_terminal_would_obey() -> None:
    bad = PageReading("docs/a.md", 1, 1, 1.0, 1.0, (Advice(1, AdviceKind.JARGON, "\x1b[31mrood", "x"),))
    assert "\x1b" not in readings_text((bad,), 80)


def test_the_same_as_data() -> None:
    one, other = readings_data(READINGS)
    assert (one["bestand"], one["zinnen"], one["woorden_per_zin"], one["flesch_douma"]) == ("docs/a.md", 2, 3.5, 81.2)
    assert one["adviezen"] == [{"regel": 4, "soort": "lange zin", "tekst": "woord " * 40, "hint": "Maak er twee van."}]
    assert (other["woorden_per_zin"], other["adviezen"]) == (None, [])
