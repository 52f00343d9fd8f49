"""Text can be read: each colour of text on each colour behind it, in light and dark, has a contrast of 7:1 or more."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

ASSETS = files("reflection_handbook.rendering") / "assets"
CSS = (ASSETS / "handboek.css").read_text(encoding="utf-8")
STEPS = [f"step-{number}" for number in range(1, 8)]
TEXT = ["ink", "quiet", "deep", "warm", *STEPS]
BEHIND = ["paper", "card", "wash"]


def _scheme(name: str) -> dict[str, str]:
    """Return the colours of a scheme by their names without ``--hb-``."""
    block = re.search(rf'\[data-md-color-scheme="{name}"\] \{{(.*?)\}}', CSS, re.DOTALL)
    assert block
    return dict(re.findall(r"--hb-([a-z0-9-]+):\s*([^;]+);", block[1]))


SCHEMES = {name: _scheme(name) for name in ("default", "slate")}


def _channels(colour: str) -> tuple[float, float, float]:
    assert re.fullmatch(r"#[0-9a-f]{6}", colour), colour
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _luminance(channels: tuple[float, float, float]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Return the contrast of two colours. Source: WCAG 2.2, "contrast ratio"."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _mixed(colour: str, share: float, under: str) -> tuple[float, float, float]:
    """Return ``color-mix(in srgb, colour share, under)``."""
    pairs = zip(_channels(colour), _channels(under), strict=True)
    red, green, blue = (a * share + b * (1 - share) for a, b in pairs)
    return red, green, blue


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert _contrast(_channels("#000000"), _channels("#ffffff")) == pytest.approx(21)
    assert _contrast(_channels("#777777"), _channels("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_gives_the_same_names_a_colour(scheme: str) -> None:
    assert set(SCHEMES[scheme]) == set(SCHEMES["default"])
    assert set(TEXT + BEHIND + ["on-step", "warm-wash"]) <= set(SCHEMES[scheme])


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("text", TEXT)
def test_text_stands_out(scheme: str, text: str, behind: str) -> None:
    colours = SCHEMES[scheme]
    assert _contrast(_channels(colours[text]), _channels(colours[behind])) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("text", ["ink", "warm"])
def test_text_stands_out_on_the_note_of_what_is_made_up(scheme: str, text: str) -> None:
    colours = SCHEMES[scheme]
    assert _contrast(_channels(colours[text]), _channels(colours["warm-wash"])) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("step", STEPS)
def test_a_number_stands_out_on_the_colour_of_its_step(scheme: str, step: str) -> None:
    colours = SCHEMES[scheme]
    assert _contrast(_channels(colours["on-step"]), _channels(colours[step])) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("step", STEPS)
def test_a_name_stands_out_on_the_tint_of_its_step(scheme: str, step: str) -> None:
    colours = SCHEMES[scheme]
    share = float(colours["tint"].removesuffix("%")) / 100
    assert _contrast(_channels(colours["ink"]), _mixed(colours[step], share, colours["card"])) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("step", STEPS)
def test_a_quiet_word_stands_out_on_the_board_that_a_team_s_page_opens_with(scheme: str, step: str) -> None:
    colours = SCHEMES[scheme]
    found = re.search(r"\.hb-board__cell--wide \{ background: color-mix\(in srgb, .+? (\d+)%, var\(--hb-card\)\)", CSS)
    assert found
    assert _contrast(_channels(colours["quiet"]), _mixed(colours[step], int(found[1]) / 100, colours["card"])) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
def test_steps_have_seven_different_colours(scheme: str) -> None:
    assert len({SCHEMES[scheme][step] for step in STEPS}) == 7


def test_a_step_has_its_own_colour_everywhere() -> None:
    for step in STEPS:
        assert f".hb-{step} {{ --hb-step: var(--hb-{step}); }}" in CSS


def test_a_kit_has_the_colours_of_daylight() -> None:
    kit = (ASSETS / "kit.css").read_text(encoding="utf-8")
    root = re.search(r":root \{ (.+?) \}", kit)
    assert root
    colours = dict(re.findall(r"--hb-([a-z]+): (#\w+)", root[1]))
    assert colours.items() <= {**SCHEMES["default"], "step": SCHEMES["default"]["deep"]}.items()
    for step in STEPS:
        assert f".hb-{step} {{ --hb-step: {SCHEMES['default'][step]}; }}" in kit


def test_the_look_fetches_nothing_from_elsewhere_and_ships_every_font_it_names() -> None:
    sheets = [entry.read_text(encoding="utf-8") for entry in ASSETS.iterdir() if entry.name.endswith(".css")]
    found = [path for sheet in sheets for path in re.findall(r"url\(\"?([^\")]+)\"?\)", sheet)]
    assert found
    assert all((ASSETS / path).is_file() for path in found)
    assert not [sheet[:80] for sheet in sheets if "@import" in sheet or "http" in sheet]
