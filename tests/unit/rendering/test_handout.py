from __future__ import annotations

from reflection_handbook.rendering.handout import Handout


def test_a_link_becomes_underlined_words() -> None:
    assert Handout()("Lees [meer](../x.md).") == "<p>Lees <u>meer</u>.</p>"


def test_a_callout_stays_one_and_what_could_run_does_not() -> None:
    html = Handout()('!!! tip "Zo"\n    Doe dit.\n\n<script>alert(1)</script><img src=x onerror=y>')
    assert '<div class="admonition tip">' in html and "Doe dit." in html
    assert "script" not in html and "<img" not in html


def test_headings_of_a_section_stand_under_its_own() -> None:
    assert Handout()("### Toon { #toon }\n\nx") == "<h5>Toon</h5>\n<p>x</p>"
