"""Writing a value into a file that a person keeps: the rest stays as it is, byte for byte, or nothing is written."""

from __future__ import annotations

import errno
import os
from itertools import takewhile
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from reflection_handbook.loading.nodes import plain
from reflection_handbook.loading.yaml_tree import read_yaml
from reflection_handbook.writing.editing import (
    UneditableError,
    set_in_file,
    set_in_front_matter,
    set_values,
    value_in_file,
)

GROUP, DAY = "publicatie", {"ingetrokken": "2026-11-23"}

KEPT = {
    "a block group with comments and quotes": (
        "# eerst\nnaam: 'West'   # de naam\npublicatie:\n  # wie\n  bereik: \"openbaar\"  # ver\nsoort: wijkteam\n",
        "# eerst\nnaam: 'West'   # de naam\npublicatie:\n  # wie\n  ingetrokken: 2026-11-23\n"
        '  bereik: "openbaar"  # ver\nsoort: wijkteam\n',
    ),
    "a flow group": (
        'publicatie: {bereik: openbaar, "akkoord_team": {datum: 2026-01-01}}  # zo\n',
        'publicatie: {ingetrokken: 2026-11-23, bereik: openbaar, "akkoord_team": {datum: 2026-01-01}}  # zo\n',
    ),
    "a flow group over lines, with a comment": (
        "publicatie: {  # wie\n  bereik: openbaar}\n",
        "publicatie: {ingetrokken: 2026-11-23,   # wie\n  bereik: openbaar}\n",
    ),
    "an empty flow group": ("publicatie: {}\n", "publicatie: {ingetrokken: 2026-11-23}\n"),
    "an empty group": (
        "publicatie:   # nog niets\nsoort: x\n",
        "publicatie: {ingetrokken: 2026-11-23}   # nog niets\nsoort: x\n",
    ),
    "a group that is nothing": ("publicatie: ~  # niets\n", "publicatie: {ingetrokken: 2026-11-23}  # niets\n"),
    "a group that is nothing, in capitals": ("publicatie: NULL\n", "publicatie: {ingetrokken: 2026-11-23}\n"),
    "no group": ("naam: West\n# einde\n", "naam: West\n# einde\npublicatie:\n  ingetrokken: 2026-11-23\n"),
    "no group and no last line end": ("naam: West", "naam: West\npublicatie:\n  ingetrokken: 2026-11-23\n"),
    "a value that is there": (
        "publicatie:\n  ingetrokken: '2020'  # vroeger\n  bereik: team\n",
        "publicatie:\n  ingetrokken: 2026-11-23  # vroeger\n  bereik: team\n",
    ),
    "a value that is there, in a flow group": (
        "publicatie: {bereik: team, ingetrokken: [1, 2]}\n",
        "publicatie: {bereik: team, ingetrokken: 2026-11-23}\n",
    ),
    "an empty value": (
        "publicatie:\n  ingetrokken:   # leeg\n  bereik: team\n",
        "publicatie:\n  ingetrokken: 2026-11-23   # leeg\n  bereik: team\n",
    ),
    "Windows' line ends": (
        "naam: West\r\npublicatie:\r\n  bereik: team\r\n",
        "naam: West\r\npublicatie:\r\n  ingetrokken: 2026-11-23\r\n  bereik: team\r\n",
    ),
    "Windows' line ends without a group": (
        "naam: West\r\n",
        "naam: West\r\npublicatie:\r\n  ingetrokken: 2026-11-23\r\n",
    ),
    "letters of more than one byte before it": (
        'naam: "Één 🙂 café"\npublicatie: {reden: "é🙂", ingetrokken: 2015 } # 🙂\n',
        'naam: "Één 🙂 café"\npublicatie: {reden: "é🙂", ingetrokken: 2026-11-23 } # 🙂\n',
    ),
    "texts of more lines around it": (
        "over: |+\n  publicatie:\n    bereik: nee\n\npublicatie: {bereik: team}\nslot: >-\n  a\n\n  b\n",
        "over: |+\n  publicatie:\n    bereik: nee\n\npublicatie: {ingetrokken: 2026-11-23, bereik: team}\n"
        "slot: >-\n  a\n\n  b\n",
    ),
    "a key in quotes, and a document that says where it begins": (
        '---\n"publicatie":\n    ? bereik\n    : team\n',
        '---\n"publicatie":\n    ingetrokken: 2026-11-23\n    ? bereik\n    : team\n',
    ),
    "a group of the same name further in": (
        "rondes:\n  - publicatie: {bereik: team}\npublicatie: {bereik: team}\n",
        "rondes:\n  - publicatie: {bereik: team}\npublicatie: {ingetrokken: 2026-11-23, bereik: team}\n",
    ),
}

REFUSED = {
    "nothing": "",
    "only a comment": "# niets\n",
    "a list": "- publicatie\n",
    "a text": "publicatie\n",
    "no YAML": "naam: [West\n",
    "a group that is a text": "publicatie: ja\n",
    "a group that is an empty text": "publicatie: ''\n",
    "a group that is a list": "publicatie:\n  - bereik\n",
    "a group that stands twice": "publicatie: {bereik: team}\npublicatie: {bereik: openbaar}\n",
    "a value that stands twice": "publicatie:\n  ingetrokken: 2020\n  ingetrokken: 2021\n",
    "a group that refers": "basis: &b {bereik: team}\npublicatie: *b\n",
    "a second document": "naam: West\n---\npublicatie: {}\n",
    "an end before the end": "naam: West\n...\n",
    "everything in one flow group": "{naam: West}\n",
    "everything indented": "  naam: West\n  soort: x\n",
    "a key without a colon": "publicatie: {bereik: team, ingetrokken}\n",
    "a value of more lines": "publicatie:\n  ingetrokken: |\n    2020\n  bereik: team\n",
    "a text that would grow": "over: |\n  West",
    "line ends of long ago": "naam: West\rsoort: x\r",
    "a line end that not everybody sees": "naam: West # een\x85publicatie: x\n",
    "a hundred thousand brackets": "naam: " + "[" * 100_000,
}


@pytest.mark.parametrize(("before", "after"), KEPT.values(), ids=KEPT)
def test_only_the_value_is_added(before: str, after: str) -> None:
    assert set_values(before, GROUP, DAY) == after


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_we_are_not_sure_of_is_left_alone(text: str, tmp_path: Path) -> None:
    with pytest.raises(UneditableError):
        set_values(text, GROUP, DAY)
    path = tmp_path / "portfolio.yml"
    path.write_bytes(text.encode())
    with pytest.raises(UneditableError):
        set_in_file(path, GROUP, DAY)
    assert path.read_bytes() == text.encode()
    assert list(tmp_path.iterdir()) == [path]


def test_values_stand_in_the_order_in_which_they_are_given() -> None:
    values = {"tekst_sha256": '"0123"', "goedgekeurd_op": "2026-11-23"}
    text = set_values("toestemming:\n  publiceren: ja\n", "toestemming", values)
    assert text == 'toestemming:\n  tekst_sha256: "0123"\n  goedgekeurd_op: 2026-11-23\n  publiceren: ja\n'
    again = set_values(text, "toestemming", {"tekst_sha256": '"4567"', "goedgekeurd_op": "2027-01-01"})
    assert again == text.replace("0123", "4567").replace("2026-11-23", "2027-01-01")


# ---- the data above a text ------------------------------------------------------------------------------------------

STORY = "---\ntitel: Een\npublicatie: {bereik: team}\n---\npublicatie: {bereik: team}\n---\npublicatie:\n"


@pytest.mark.parametrize("close", ["---", "...", "---  "])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_above_a_text_only_the_data_change(close: str, end: str) -> None:
    head = f"---\ntitel: Een\npublicatie: {{bereik: team}}\n{close}\n".replace("\n", end)
    body = "publicatie: {bereik: team}\n---\n\n  \npublicatie:\n\u2028\x0c".replace("\n", end)
    changed = set_in_front_matter(head + body, GROUP, DAY)
    assert changed == head.replace("{bereik", "{ingetrokken: 2026-11-23, bereik") + body


def test_a_group_is_made_at_the_end_of_the_data() -> None:
    assert set_in_front_matter("---\ntitel: Een\n---\nTekst\n", GROUP, DAY) == (
        "---\ntitel: Een\npublicatie:\n  ingetrokken: 2026-11-23\n---\nTekst\n"
    )


@pytest.mark.parametrize("text", ["", "Tekst\n", "---\ntitel: Een\n", "\n---\ntitel: Een\n---\n", "---\n---\nTekst\n"])
def test_a_text_without_data_is_left_alone(text: str) -> None:
    with pytest.raises(UneditableError):
        set_in_front_matter(text, GROUP, DAY)


# ---- files ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_file_keeps_its_first_signs_and_its_rights(tmp_path: Path, bom: bytes, mode: int) -> None:
    path = tmp_path / "verhaal.md"
    path.write_bytes(bom + STORY.encode())
    path.chmod(mode)
    set_in_file(path, GROUP, DAY)
    assert path.read_bytes() == bom + STORY.replace("{bereik", "{ingetrokken: 2026-11-23, bereik", 1).encode()
    assert path.stat().st_mode & 0o777 == mode
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_no_text_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "portfolio.yml"
    path.write_bytes("naam: Café\n".encode("latin-1"))
    with pytest.raises(UneditableError):
        set_in_file(path, GROUP, DAY)
    assert value_in_file(path, GROUP, "ingetrokken") == ""


@pytest.mark.parametrize("at", ["replace", "chmod"])
def test_a_machine_that_refuses_leaves_the_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    def refuse(*given: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "portfolio.yml"
    path.write_text("naam: West\n", encoding="utf-8")
    monkeypatch.setattr(Path, at, refuse)
    with pytest.raises(OSError, match="No space"):
        set_in_file(path, GROUP, DAY)
    monkeypatch.undo()
    assert path.read_text(encoding="utf-8") == "naam: West\n"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("a.yml", "publicatie: {ingetrokken: 2026-01-02}\n", "2026-01-02"),
        ("a.yml", "\ufeffpublicatie:\n  ingetrokken: '2026'\n", "2026"),
        ("a.md", "---\npublicatie: {ingetrokken: 2026-01}\n---\npublicatie: {ingetrokken: 2020}\n", "2026-01"),
        ("a.md", "publicatie: {ingetrokken: 2020}\n", ""),
        ("a.yml", "publicatie: {}\n", ""),
        ("a.yml", "publicatie: ja\n", ""),
        ("a.yml", "publicatie: {ingetrokken: [2020]}\n", ""),
        ("a.yml", "publicatie: [\n", ""),
        # Something else in the file is wrong; this can still be told.
        ("a.yml", "naam: West\nnaam: Oost\npublicatie: {ingetrokken: 2026-01-02}\n", "2026-01-02"),
    ],
)
def test_a_value_is_read_as_far_as_it_can_be_told(tmp_path: Path, name: str, text: str, value: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert value_in_file(tmp_path / name, GROUP, "ingetrokken") == value


# ---- anything at all ------------------------------------------------------------------------------------------------

COMMENTS = st.sampled_from(["", "", "  # publicatie: {ingetrokken: nee}", " # é 🙂"])
VALUES = st.sampled_from(
    ["a", "'b: c'", '"d # e"', "[f, g]", "{h: i}", "|\n  j\n  k", ">-\n  l\n\n  m", "", "~", "n\n  o"]
)
INNER = st.sampled_from(["bereik: team", "ingetrokken: 2020-01-01", "ingetrokken:", "'x': {y: z}", "- 1", "# los"])
ENDS = st.sampled_from(["\n", "\n", "\r\n"])


@st.composite
def documents(draw: st.DrawFn) -> str:
    rows = []
    for key in draw(st.lists(st.sampled_from(["a", "b", "c", GROUP, f"'{GROUP}'"]), max_size=5)):
        if GROUP in key and draw(st.booleans()):
            inner = draw(st.lists(INNER, max_size=3))
            if draw(st.booleans()):
                rows.append(f"{key}: {{{', '.join(inner)}}}{draw(COMMENTS)}")
            else:
                indent = " " * draw(st.integers(0, 3))
                rows += [f"{key}:{draw(COMMENTS)}", *(f"{indent}{row}{draw(COMMENTS)}" for row in inner)]
        else:
            rows.append(f"{key}: {draw(VALUES)}{draw(COMMENTS)}")
    text = "\n".join(rows) + draw(st.sampled_from(["\n", "", "\n\n# slot\n", "\n...\n"]))
    return text.replace("\n", draw(ENDS))


def _told(text: str) -> dict[str, object]:
    tree, _ = read_yaml(text, "")
    return plain(tree) if tree else {}


@given(documents() | st.text("ab:{}[]#-'\"|>&*!?~, \n\r\t\u2028é🙂", max_size=40).map(f"{GROUP}: {{}}\n".__add__))
@example(f"{GROUP}:\n ingetrokken:\n - 1\n - 1")
def test_either_only_the_group_differs_or_it_is_refused(text: str) -> None:
    try:
        changed = set_values(text, GROUP, DAY)
    except UneditableError:
        return
    before, after = _told(text), _told(changed)
    group = before.get(GROUP, {})
    assert isinstance(group, dict)
    assert after == before | {GROUP: group | DAY}
    assert changed.count("#") == text.count("#")


@given(documents())
def test_what_was_there_stands_there_still(text: str) -> None:
    """Where no value was replaced, the new text is the old one with something put in at one place."""
    try:
        changed = set_values(text, GROUP, DAY)
    except UneditableError:
        return
    group = _told(text).get(GROUP, {})
    assume(isinstance(group, dict) and "ingetrokken" not in group and f"{GROUP}: ~" not in text.replace("'", ""))
    same = _alike(text, changed)
    assert same + _alike(text[same:][::-1], changed[::-1]) == len(text)


def _alike(one: str, other: str) -> int:
    """Return how many signs two texts have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
