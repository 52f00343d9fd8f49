"""What somebody types, through the real entry: exit codes, and what goes to stdout and what to stderr."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reflection_handbook.cli import main
from reflection_handbook.writing import engine
from support import PORTFOLIO, make_project, tree

BROKEN = "naam: West\nsoort: wijkteem\nherkomst: praktijk\n"
QUIET = "naam: West\nsoort: wijkteam\nherkomst: praktijk\n"


class Handbook:
    """The command line in a folder."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._monkeypatch, self._capsys = root, monkeypatch, capsys

    def __call__(self, *words: str) -> tuple[int, str, str]:
        """Return the exit code, and what was said on stdout and on stderr."""
        self._monkeypatch.chdir(self.root)
        self._monkeypatch.setattr(sys, "argv", ["handbook", *words])
        with pytest.raises(SystemExit) as left:
            main()
        said = self._capsys.readouterr()
        assert isinstance(left.value.code, int) or left.value.code is None
        return left.value.code or 0, said.out, said.err


@pytest.fixture
def handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Handbook:
    for name in ("SOURCE_DATE_EPOCH", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return Handbook(make_project(tmp_path / "project", {"teams/west/portfolio.yml": PORTFOLIO}), monkeypatch, capsys)


def _put(handbook: Handbook, text: str) -> None:
    (handbook.root / "teams/west/portfolio.yml").write_text(text, encoding="utf-8")


# ---- check ----------------------------------------------------------------------------------------------------------


def test_check_of_good_content_is_success_and_silent_on_stderr(handbook: Handbook) -> None:
    assert handbook("check") == (0, "1 team gelezen. Fouten: 0. Let op: 0.\n", "")


def test_check_of_broken_content_is_1_and_names_it_on_stdout(handbook: Handbook) -> None:
    _put(handbook, BROKEN)
    code, out, err = handbook("check")
    assert (code, err) == (1, "")
    assert "teams/west/portfolio.yml:2: fout: ‘wijkteem’ kan niet bij ‘soort’\n    → Bedoelde je ‘wijkteam’?\n" in out
    assert "Fouten: 1." in out


def test_check_with_warnings_only_is_success(handbook: Handbook) -> None:
    _put(handbook, QUIET)
    code, out, _ = handbook("check")
    assert code == 0
    assert "teams/west/portfolio.yml:1: let op: " in out
    assert "Fouten: 0. Let op: 1." in out


@pytest.mark.parametrize(("text", "code", "kind"), [(BROKEN, 1, "fout"), (QUIET, 0, "let op"), (PORTFOLIO, 0, None)])
def test_check_for_machines_is_nothing_but_json(handbook: Handbook, text: str, code: int, kind: str | None) -> None:
    _put(handbook, text)
    found, out, err = handbook("check", "--format", "json")
    problems = json.loads(out)
    assert (found, err) == (code, "")
    assert {problem["ernst"] for problem in problems} >= ({kind} if kind else set())
    assert bool(problems) is bool(kind)
    for problem in problems:
        assert list(problem) == ["bestand", "regel", "ernst", "melding", "hint"]
        assert (problem["bestand"], type(problem["regel"])) == ("teams/west/portfolio.yml", int)


def test_check_reckons_from_the_day_that_is_given(handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    round = "rondes: [{ronde: 1, gestart: 2026-01-05, stappen: {engagement: {status: bezig, van: 2026-01-05}}, "
    round += "laatste_contact: 2026-01-05, volgende_stap: {stap: interviews, wanneer: 2027-01-01, wie: teamleider}}]\n"
    _put(handbook, PORTFOLIO.replace("2026-03-12", "2026-01-05") + round)
    _, soon, _ = handbook("check", "--today", "2026-01-06")
    _, late, _ = handbook("check", "--today", "2026-06-01")
    assert "contact" not in soon
    assert "contact" in late
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780272000")  # 1 June 2026
    assert handbook("check")[1] == late
    assert handbook("check", "--today", "2026-01-06")[1] == soon


def test_check_of_the_language_is_advice_and_changes_no_exit_code(handbook: Handbook) -> None:
    text = "# Over\n\nWij gaan prioriteren.\n"
    (handbook.root / "docs/over/index.md").write_text(text, encoding="utf-8")
    code, out, err = handbook("check", "--language")
    assert (code, err) == (0, "")
    assert "docs/over/index.md:3: vakwoord: prioriteren\n" in out and out.endswith("Fouten: 0. Let op: 0.\n")
    code, out, err = handbook("check", "--language", "--format", "json")
    assert (code, err) == (0, "")
    data = json.loads(out)
    assert data["meldingen"] == []
    (page,) = (one for one in data["bladzijden"] if one["bestand"] == "docs/over/index.md")
    assert [(one["regel"], one["soort"], one["tekst"]) for one in page["adviezen"]] == [(3, "vakwoord", "prioriteren")]
    (handbook.root / "teams/west/portfolio.yml").write_text(BROKEN, encoding="utf-8")
    assert handbook("check", "--language")[0] == handbook("check")[0] == 1


# ---- wrong use ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("bestaat-niet",),
        ("check", "--bestaat-niet"),
        ("check", "--format", "xml"),
        ("check", "--today", "gisteren"),
        ("build", "--today", "2026-02-30"),
        ("build", "--audience", "iedereen"),
        ("build", "--audience", "team"),
        ("build", "--audience", "team", "--team", "zuid"),
        ("build", "--team", "west"),
        ("export",),
        ("export", "docs"),
        ("export", "uit", "--audience", "team"),
        ("schema", "huis"),
        ("new-team",),
        ("new-team", "West"),
        ("new-team", "../west"),
        ("new-team", "west"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_2_and_says_why_on_stderr(handbook: Handbook, words: tuple[str, ...]) -> None:
    before = tree(handbook.root)
    code, out, err = handbook(*words)
    assert (code, out) == (2, "")
    assert err.strip()
    assert "Traceback" not in err
    assert tree(handbook.root) == before


@pytest.mark.parametrize(
    "words", [("check",), ("build",), ("export", "uit"), ("new-team", "west"), ("serve",)], ids=" ".join
)
def test_outside_a_handbook_every_command_says_so(handbook: Handbook, tmp_path: Path, words: tuple[str, ...]) -> None:
    handbook.root = tmp_path / "leeg"
    handbook.root.mkdir()
    code, out, err = handbook(*words)
    assert (code, out) == (2, "")
    assert re.search(r"(handbook|mkdocs)\.yml", err)
    assert list(handbook.root.iterdir()) == []


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("bestand/uit", "Dat lukte niet bij ‘bestand’: daar staat al iets anders.\n"),
        ("bestand/een/twee", "Dat lukte niet bij ‘een’: daar staat een bestand waar een map moet komen.\n"),
    ],
    ids=["under a file", "deep under a file"],
)
def test_what_the_disk_refuses_is_said_in_words(handbook: Handbook, target: str, said: str) -> None:
    (handbook.root / "bestand").write_text("van iemand", encoding="utf-8")
    before = tree(handbook.root)
    assert handbook("export", target) == (2, "", said)
    assert tree(handbook.root) == before


def test_broken_content_is_1_also_where_a_team_is_missing(handbook: Handbook) -> None:
    _put(handbook, BROKEN)
    for words in (("build", "--audience", "team"), ("export", "uit", "--team", "zuid")):
        code, _, err = handbook(*words)
        assert code == 1
        assert "teams/west/portfolio.yml:2: fout: " in err and "--team" not in err


# ---- build and export -----------------------------------------------------------------------------------------------


def test_build_makes_the_site_and_says_where(handbook: Handbook) -> None:
    code, out, _ = handbook("build", "--today", "2026-11-23")
    assert (code, out) == (0, "Klaar: site/index.html\n")
    assert json.loads((handbook.root / "site/data/handbook.json").read_bytes())["gebouwd"] == "2026-11-23"


def test_build_for_a_team_goes_to_a_folder_of_its_own(handbook: Handbook) -> None:
    code, out, _ = handbook("build", "--audience", "team", "--team", "west")
    assert (code, out) == (0, "Klaar: site-team-west/index.html\n")
    assert json.loads((handbook.root / "site-team-west/data/handbook.json").read_bytes())["bereik"] == "team"
    assert not (handbook.root / "site").exists()


@pytest.mark.parametrize("words", [("build",), ("export", "uit"), ("serve",)], ids=" ".join)
def test_broken_content_is_1_and_nothing_is_written(
    handbook: Handbook, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(engine, "serve", lambda *settings, **more: pytest.fail("a server was started"))
    _put(handbook, BROKEN)
    before = tree(handbook.root)
    code, out, err = handbook(*words)
    assert (code, out) == (1, "")
    assert err.startswith("Er is 1 fout gevonden; er is niets gebouwd.\nteams/west/portfolio.yml:2: fout: ")
    assert tree(handbook.root) == before


def test_rollback_puts_the_release_before_this_one_back(handbook: Handbook) -> None:
    assert handbook("rollback")[0] == 2  # there is none yet
    for day in ("2026-11-22", "2026-11-23"):
        assert handbook("build", "--today", day)[0] == 0
    assert handbook("rollback") == (0, "De vorige versie staat weer in site/.\n", "")
    assert json.loads((handbook.root / "site/data/handbook.json").read_bytes())["gebouwd"] == "2026-11-22"


def test_export_makes_a_tree_and_says_how_many_pages(handbook: Handbook) -> None:
    code, out, err = handbook("export", "uit", "--today", "2026-11-23")
    pages = len(list((handbook.root / "uit").rglob("*.md")))
    assert (code, out, err) == (0, f"Klaar: {pages} bladzijden in uit\n", "")
    assert (handbook.root / "uit/teams/west/index.md").exists()


# ---- approve, withdraw and rollback ---------------------------------------------------------------------------------

PRACTICE = "teams/west/best-practices/eerst-luisteren.md"
TEXT = """\
---
titel: Eerst luisteren
bron: R7
toestemming:
  brief_goedgekeurd: ja
  herkenbaarheid_getoetst: {datum: 2026-03-05, door: tweede gespreksleider}
  publiceren: ja
  bereik: openbaar
---

Eerst *luisteren*.

Dan pas praten.

"""


@pytest.fixture
def story(handbook: Handbook) -> Path:
    path = handbook.root / PRACTICE
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, encoding="utf-8")
    return path


class Terminal:
    """A person at a terminal who gives one answer."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("file", [PRACTICE, "./" + PRACTICE, None])
def test_approve_shows_the_text_and_what_it_means_and_writes_it_down(
    handbook: Handbook, story: Path, file: str | None
) -> None:
    code, out, err = handbook("approve", file or str(story), "--yes", "--today", "2026-11-23")
    assert (code, err) == (0, "")
    assert out.startswith("\n  Eerst *luisteren*.\n\n  Dan pas praten.\n\n- Komt mee")
    assert "- Wie dit kan lezen: iedereen." in out
    assert "- Bij scholing: niet ingevuld, dus nee.\n" in out
    assert out.endswith(f"Vastgelegd in {PRACTICE}.\n")
    assert "R7" not in out
    assert "  goedgekeurd_op: 2026-11-23\n" in story.read_text(encoding="utf-8")
    assert "Let op: 0." in handbook("check", "--today", "2026-11-23")[1]


def test_approve_says_why_the_text_still_does_not_show(handbook: Handbook, story: Path) -> None:
    story.write_text(TEXT.replace("  publiceren: ja\n", ""), encoding="utf-8")
    code, out, _ = handbook("approve", PRACTICE, "--yes")
    reason = "de persoon heeft niet gezegd dat de tekst in het handboek mag"
    assert (code, out.splitlines()[-1]) == (0, f"De tekst komt nog niet in het handboek: {reason}.")


@pytest.mark.parametrize(
    ("answer", "yes"),
    [("ja", True), (" JA ", True), ("j", True), ("nee", False), ("", False), ("ja hoor", False), (None, False)],
)
def test_approve_asks_and_only_a_plain_yes_is_one(
    handbook: Handbook, story: Path, monkeypatch: pytest.MonkeyPatch, answer: str | None, yes: bool
) -> None:
    asked: list[str] = []

    def said(question: str) -> str:
        asked.append(question)
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("builtins.input", said)
    code, out, _ = handbook("approve", PRACTICE)
    assert code == 0
    assert asked == ["\nKeurt de persoon precies deze tekst goed? [ja/nee] "]
    assert ("tekst_sha256" in story.read_text(encoding="utf-8")) is yes
    assert out.endswith(f"Vastgelegd in {PRACTICE}.\n" if yes else "Er is niets veranderd.\n")


def test_approve_without_a_terminal_changes_nothing(
    handbook: Handbook, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("ja\n"))
    code, _, err = handbook("approve", PRACTICE)
    assert (code, err) == (2, "Hier kan niemand antwoorden. Heeft de persoon al ja gezegd? Voeg dan --yes toe.\n")
    assert story.read_text(encoding="utf-8") == TEXT


def test_approve_of_a_file_with_an_error_is_1(handbook: Handbook, story: Path) -> None:
    story.write_text(TEXT.replace("bron: R7", "brn: R7"), encoding="utf-8")
    code, out, err = handbook("approve", PRACTICE, "--yes")
    assert (code, out) == (1, "")
    assert f"{PRACTICE}:3: fout: " in err


@pytest.mark.parametrize("command", ["approve", "withdraw"])
@pytest.mark.parametrize("file", ["docs/index.md", "teams/west/best-practices/weg.md", "../elders.md", "teams/west"])
def test_approve_and_withdraw_of_another_file_is_2(handbook: Handbook, story: Path, command: str, file: str) -> None:
    before = tree(handbook.root)
    code, out, err = handbook(command, file)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert tree(handbook.root) == before


def test_withdraw_takes_it_from_the_site_and_says_what_is_left_to_do(handbook: Handbook, story: Path) -> None:
    handbook("approve", PRACTICE, "--yes", "--today", "2026-11-20")
    for _ in range(2):
        assert handbook("build", "--today", "2026-11-22")[0] == 0
    assert (handbook.root / "site/best-practices/eerst-luisteren/index.html").is_file()
    code, out, err = handbook("withdraw", PRACTICE, "--today", "2026-11-23")
    assert (code, err) == (0, "")
    done, beyond = out.split("\n\nDit kan het handboek niet terughalen. Kijk of je het zelf kunt doen:\n")
    assert done.splitlines() == [
        f"- In {PRACTICE} staat nu: ingetrokken op 2026-11-23.",
        "- Weg van site/. De versie daarvoor is ook gewist.",
    ]
    assert beyond.count("\n- ") >= 3
    assert not (handbook.root / "site/best-practices/eerst-luisteren").exists()
    assert handbook("rollback") == (
        2,
        "",
        "Er is geen eerdere versie om naar terug te gaan. Na een intrekking is dat altijd zo.\n",
    )
    assert handbook("approve", PRACTICE, "--yes")[0] == 2  # not before somebody talked about it


def test_withdraw_that_leaves_something_to_do_is_1_and_says_what(handbook: Handbook, story: Path) -> None:
    story.write_text("---\ntitel: [\n---\nTekst\n", encoding="utf-8")
    code, out, err = handbook("withdraw", PRACTICE, "--today", "2026-11-23")
    assert code == 1
    assert "Dit kan het handboek niet terughalen." in out
    sentence = f"{PRACTICE} is niet veranderd. Zet er zelf bij, onder ‘toestemming’: ingetrokken: 2026-11-23"
    assert err == f"Let op: {sentence}\n"


# ---- schema, new-team, help -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ((), {"naam": "West", "soort": "wijkteam", "herkomst": "praktijk"}, {"naam": "West"}),
        (("portfolio",), {"naam": "West", "soort": "wijkteam", "herkomst": "praktijk"}, {"titel": "West"}),
        (("best-practice",), {"titel": "Luisteren"}, {"naam": "Luisteren"}),
    ],
)
def test_schema_prints_a_json_schema(handbook: Handbook, words: tuple[str, ...], good: Any, bad: Any) -> None:
    code, out, err = handbook("schema", *words)
    assert (code, err) == (0, "")
    schema = json.loads(out)
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid(good)
    assert not Draft202012Validator(schema).is_valid(bad)


def test_schema_needs_no_project(handbook: Handbook, tmp_path: Path) -> None:
    handbook.root = tmp_path
    assert handbook("schema")[0] == 0


def test_new_team_says_what_it_made_and_check_accepts_it(handbook: Handbook) -> None:
    code, out, err = handbook("new-team", "wijkteam-oost")
    assert (code, err) == (0, "")
    assert "teams/wijkteam-oost/portfolio.yml" in out
    code, out, _ = handbook("check")
    assert code == 0
    assert "2 teams gelezen." in out


def test_help_is_success_and_names_the_commands(handbook: Handbook) -> None:
    code, out, _ = handbook("--help")
    assert code == 0
    for command in ("check", "build", "serve", "export", "schema", "new-team"):
        assert command in out


# ---- status ---------------------------------------------------------------------------------------------------------


def test_status_is_a_table_on_stdout_and_silent_on_stderr(handbook: Handbook) -> None:
    code, out, err = handbook("status", "--today", "2026-11-23")
    assert (code, err) == (0, "")
    assert "Wijkteam West" in out
    assert out.endswith("Gerekend op 23 november 2026.\n")


def test_status_as_data_is_data_and_nothing_else(handbook: Handbook) -> None:
    code, out, err = handbook("status", "--format", "json", "--today", "2026-11-23")
    assert (code, err) == (0, "")
    assert [team["team"] for team in json.loads(out)["teams"]] == ["west"]
    assert handbook("status", "--format", "csv")[1].startswith("team,naam,soort,")


def test_status_gives_a_calendar_of_chosen_teams(handbook: Handbook) -> None:
    _put(handbook, QUIET + "agenda: [{datum: 2026-12-10, wat: Gesprek}]\n")
    code, out, err = handbook("status", "--team", "west", "--ics")
    assert (code, err) == (0, "")
    assert out.startswith("BEGIN:VCALENDAR") and out.rstrip().endswith("END:VCALENDAR")
    assert out.count("BEGIN:VEVENT") == 1


def test_status_without_a_meeting_to_give_is_2_and_says_so(handbook: Handbook) -> None:
    _put(handbook, QUIET)
    code, out, err = handbook("status", "--ics")
    assert (code, out) == (2, "")
    assert "geen bijeenkomst" in err


def test_status_of_an_unknown_team_is_2(handbook: Handbook) -> None:
    code, out, err = handbook("status", "--team", "wset")
    assert (code, out) == (2, "")
    assert "Bedoelde je ‘west’?" in err


def test_status_of_broken_content_shows_what_it_can_and_is_1(handbook: Handbook) -> None:
    lay = handbook.root / "teams" / "oost" / "portfolio.yml"
    lay.parent.mkdir(parents=True)
    lay.write_text(BROKEN, encoding="utf-8")
    code, out, err = handbook("status")
    assert code == 1
    assert "Wijkteam West" in out
    assert "handbook check" in err
