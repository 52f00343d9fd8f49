"""Approval: what is shown is what is hashed, and what is hashed is what the gate lets through."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from reflection_handbook.model.consent import Audience
from reflection_handbook.model.errors import ContentError, WrongUseError
from reflection_handbook.model.practices import fingerprint
from reflection_handbook.writing.approval import Approval, approval_of
from reflection_handbook.writing.prepare import Wish, may_be_shown
from support import PORTFOLIO, STORY, TODAY, make_project

FILE = "teams/west/best-practices/eerst-luisteren.md"
SHARED = "teams/_gedeeld/best-practices/samen-kijken.md"

HEAD = """\
titel: Eerst luisteren.   # zo noemt zij het
bron: R7
toestemming:   # besproken op 3 maart
  brief_goedgekeurd: ja
  herkenbaarheid_getoetst: {datum: 2026-03-05, door: tweede gespreksleider}
  publiceren: ja
  bereik: openbaar
"""
BODY = "\nEerst *luisteren*.\n\nDan pas praten.\n\n"


def _story(head: str = HEAD, body: str = BODY) -> str:
    return f"---\n{head}---\n{body}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO, FILE: _story(), SHARED: _story()})


def _put(root: Path, text: str, file: str = FILE) -> None:
    (root / file).write_bytes(text.encode())


def _approve(root: Path, file: str = FILE, day: date = TODAY) -> Approval:
    return approval_of(root, Path(file), day)


def _shown(root: Path, audience: Audience = Audience.PUBLIC, day: date = TODAY, file: str = FILE) -> bool:
    team = "west" if audience is Audience.TEAM else None
    return f"best-practices/{Path(file).stem}/" in may_be_shown(root, Wish(day, audience, team))[0].pages


@pytest.mark.parametrize("file", [FILE, SHARED])
def test_after_approval_the_text_shows(root: Path, file: str) -> None:
    assert not _shown(root, file=file)
    before = (root / file).read_text(encoding="utf-8")
    assert _approve(root, file).write() is None
    assert _shown(root, file=file)
    new = f'  tekst_sha256: "{fingerprint(BODY)}"\n  goedgekeurd_op: 2026-11-23\n'
    assert (root / file).read_text(encoding="utf-8") == before.replace("  brief_g", f"{new}  brief_g")


@pytest.mark.parametrize("body", [BODY, BODY.replace("\n", "\r\n"), "\n \t\n# Kop\n\n> a  \n<!-- b -->\n"])
def test_the_text_that_is_shown_is_the_text_that_is_hashed(root: Path, body: str) -> None:
    _put(root, _story(body=body))
    approval = _approve(root)
    approval.write()
    assert f'"{fingerprint(approval.text)}"' in (root / FILE).read_text(encoding="utf-8")
    assert approval.text == body.replace("\r\n", "\n").strip()


@pytest.mark.parametrize("change", ["Dan pas praten!", "dan pas praten.", "Dan  pas praten.", "Dan pas\npraten."])
def test_one_sign_changed_and_it_is_gone(root: Path, change: str) -> None:
    _approve(root).write()
    text = (root / FILE).read_text(encoding="utf-8")
    _put(root, text.replace("Dan pas praten.", change))
    assert not _shown(root)
    _put(root, text)
    assert _shown(root)


@pytest.mark.parametrize("body", [BODY.strip(), BODY.replace("\n", "\r\n"), f"\n\n \t{BODY}\n  \n"])
def test_white_space_at_the_ends_is_no_change(root: Path, body: str) -> None:
    _approve(root).write()
    text = (root / FILE).read_text(encoding="utf-8")
    _put(root, text.replace(BODY, body))
    assert _shown(root)


def test_a_change_after_it_was_shown_is_not_approved(root: Path) -> None:
    approval = _approve(root)
    _put(root, _story(body="Iets anders.\n"))
    approval.write()
    assert not _shown(root)


def test_approving_again_replaces_the_mark(root: Path) -> None:
    _approve(root).write()
    text = (root / FILE).read_text(encoding="utf-8").replace("praten", "spreken")
    _put(root, text)
    assert _approve(root, day=TODAY + timedelta(1)).write() is None
    again = (root / FILE).read_text(encoding="utf-8")
    assert again.count("tekst_sha256") == again.count("goedgekeurd_op") == 1
    assert "goedgekeurd_op: 2026-11-24\n" in again
    assert _shown(root, day=TODAY + timedelta(1))


def test_an_approval_that_lies_ahead_is_none_yet(root: Path) -> None:
    assert _approve(root, day=TODAY + timedelta(7)).write() is None
    assert not _shown(root)
    assert _shown(root, day=TODAY + timedelta(7))


# ---- what it means --------------------------------------------------------------------------------------------------


def test_the_person_hears_everything_it_means(root: Path) -> None:
    said = _approve(root).meaning()
    assert said == [
        "Komt mee op de pagina, maar valt buiten de goedkeuring: de titel ‘Eerst luisteren’.",
        "Wie dit kan lezen: iedereen. De tekst staat dan op internet en een zoekmachine kan hem vinden.",
        "In het handboek: ja.",
        "Bij scholing: niet ingevuld, dus nee.",
        "In een bijeenkomst: niet ingevuld, dus nee.",
        "Een opname van het gesprek, die nooit op de site komt: niet ingevuld, dus nee.",
        "De brief is goedgekeurd: ja.",
        "Een tweede persoon keek of een cliënt herkenbaar is: ja.",
        "Kwam het uit een groepsgesprek? Dan moet iedereen ja zeggen. Zet erbij: deelnemers_akkoord: allen",
        "Verandert er later één woord, dan verdwijnt de tekst tot er opnieuw goedkeuring is.",
        f"Intrekken kan altijd, zonder reden: handbook withdraw {FILE}",
    ]
    assert not any("R7" in sentence for sentence in said)


@pytest.mark.parametrize("word", ["ja", "nee"])
def test_the_person_hears_each_purpose(root: Path, word: str) -> None:
    purposes = f"  scholing: {word}\n  bijeenkomst: {word}\n  opname: {word}\n"
    _put(root, _story(HEAD.replace("publiceren: ja", f"publiceren: {word}") + purposes))
    said = _approve(root).meaning()
    recording = "Een opname van het gesprek, die nooit op de site komt"
    for purpose in ("In het handboek", "Bij scholing", "In een bijeenkomst", recording):
        assert f"{purpose}: {word}." in said


@pytest.mark.parametrize(
    ("audience", "who"),
    [
        ("team", "alleen het team"),
        ("organisatie", "iedereen in de organisatie, ook leidinggevenden"),
        (None, "niemand, want er staat geen bereik"),
    ],
)
def test_the_person_hears_who_will_read_it(root: Path, audience: str | None, who: str) -> None:
    line = f"  bereik: {audience}\n" if audience else ""
    _put(root, _story(HEAD.replace("  bereik: openbaar\n", line)))
    assert any(sentence.startswith(f"Wie dit kan lezen: {who}") for sentence in _approve(root).meaning())


def test_without_any_consent_every_answer_is_no(root: Path) -> None:
    _put(root, _story("titel: Eerst luisteren\n"))
    approval = _approve(root)
    assert sum(sentence.endswith("niet ingevuld, dus nee.") for sentence in approval.meaning()) == 6
    assert approval.write() == "de persoon heeft niet gezegd dat de tekst in het handboek mag"
    assert not _shown(root, Audience.TEAM)


def test_a_group_hears_that_all_agreed(root: Path) -> None:
    _put(root, _story(HEAD + "deelnemers_akkoord: allen\n"))
    assert "Alle deelnemers van het groepsgesprek zijn akkoord: ja." in _approve(root).meaning()


# ---- what still stands in its way -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("publiceren: ja", "publiceren: nee", "de persoon wil niet dat de tekst in het handboek komt"),
        ("brief_goedgekeurd: ja", "brief_goedgekeurd: nee", "de brief is niet goedgekeurd"),
        ("  bereik: openbaar\n", "", "er staat niet bij wie de tekst mag zien"),
        ("2026-03-05", "2027-03-05", "de controle op herkenbaarheid heeft een datum die nog moet komen"),
    ],
)
def test_what_is_still_missing_is_said(root: Path, old: str, new: str, reason: str) -> None:
    _put(root, _story(HEAD.replace(old, new)))
    assert _approve(root).write() == reason
    assert not any(_shown(root, audience) for audience in Audience)


@pytest.mark.parametrize("audience", list(Audience))
def test_the_text_shows_as_far_as_was_agreed_and_no_further(root: Path, audience: Audience) -> None:
    _put(root, _story(HEAD.replace("openbaar", audience.value)))
    assert _approve(root).write() is None
    assert [_shown(root, wanted) for wanted in Audience] == [audience.includes(wanted) for wanted in Audience]


def test_after_a_group_interview_all_have_to_agree(root: Path) -> None:
    round = "rondes: [{ronde: 1, stappen: {interviews: {status: afgerond, tot: 2026-02-02, vorm: groep}}}]\n"
    (root / "teams/west/portfolio.yml").write_text(PORTFOLIO + round, encoding="utf-8")
    reason = "er staat niet bij dat alle deelnemers van het groepsgesprek akkoord zijn"
    assert _approve(root).write() == reason
    _put(root, _story(HEAD + "deelnemers_akkoord: allen\n"))
    assert _approve(root).write() is None


# ---- what cannot be approved ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("teams/west/portfolio.yml", PORTFOLIO, "Een portfolio keurt het team zelf goed"),
        ("teams/west/best-practices/weg.md", None, "is er niet"),
        (FILE, _story(HEAD + "  ingetrokken: 2026-10-01\n"), "is ingetrokken"),
        (SHARED, STORY, "openbaar stuk"),
        (FILE, _story(body=" \n\t\n"), "nog geen tekst"),
        ("docs/over/index.md", "# Over\n", "geen portfolio of best practice"),
    ],
)
def test_what_needs_or_can_have_no_approval_says_why(root: Path, file: str, text: str | None, said: str) -> None:
    if text is not None:
        _put(root, text, file)
    with pytest.raises(WrongUseError, match=said):
        _approve(root, file)
    if text is not None:
        assert (root / file).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "text",
    [
        _story(HEAD + "  nog_iets: ja\n"),
        _story(HEAD.replace("publiceren: ja", "publiceren: misschien")),
        _story(HEAD + "titel: Nog een\n"),
        "Geen gegevens\n",
        "---\ntitel: [\n---\nTekst\n",
        _story(body="Een onzichtbaar \u202eteken\n"),
        _story(body="Een \x1b[8mverborgen\x1b[0m woord\n"),
    ],
)
def test_a_file_with_an_error_is_not_approved(root: Path, text: str) -> None:
    _put(root, text)
    with pytest.raises(ContentError, match="eerst-luisteren"):
        _approve(root)
    assert (root / FILE).read_bytes() == text.encode()


def test_a_link_out_of_the_project_is_not_approved(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elders") / "verhaal.md"
    elsewhere.write_text(_story(), encoding="utf-8")
    (root / FILE).unlink()
    (root / FILE).symlink_to(elsewhere)
    with pytest.raises(WrongUseError, match="geen portfolio of best practice"):
        _approve(root)
    assert elsewhere.read_text(encoding="utf-8") == _story()


def test_errors_elsewhere_do_not_stand_in_the_way(root: Path) -> None:
    (root / "teams/oost").mkdir()
    _put(root, "naam: [\n", "teams/oost/portfolio.yml")
    _put(root, "soort: geen\n", "handbook.yml")
    _put(root, _story(HEAD + "nog_iets: ja\n"), "teams/west/best-practices/ander.md")
    assert _approve(root).write() is None


def test_a_practice_of_a_team_that_cannot_be_read_waits(root: Path) -> None:
    """Without the portfolio nobody knows whether the story was told in a group."""
    _put(root, "naam: [\n", "teams/west/portfolio.yml")
    with pytest.raises(WrongUseError, match="handbook check"):
        _approve(root)


def test_what_we_dare_not_write_in_stays_as_it_is_and_says_what_to_type(root: Path) -> None:
    text = f"---\n{{titel: Een}}\n---\n{BODY}"
    _put(root, text)
    with pytest.raises(WrongUseError, match=f"tekst_sha256: {fingerprint(BODY)}"):
        _approve(root).write()
    assert (root / FILE).read_text(encoding="utf-8") == text


def test_a_long_name_is_said_whole(root: Path) -> None:
    file = f"teams/west/best-practices/{'heel-' * 11}lang.md"
    _put(root, _story(), file)
    assert f"Intrekken kan altijd, zonder reden: handbook withdraw {file}" in _approve(root, file).meaning()


def test_a_text_that_no_build_would_take_is_not_sealed(root: Path) -> None:
    path = root / FILE
    path.write_text(path.read_text(encoding="utf-8") + "\n<script>alert(1)</script>\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(ContentError, match=FILE):
        _approve(root)
    assert path.read_bytes() == before
