from __future__ import annotations

import os
from pathlib import Path

import pytest

from reflection_handbook.loading import load
from reflection_handbook.loading.files import CONTROL, MAX_BYTES, Folder
from support import base_files, make_project

PORTFOLIO = "naam: Wijkteam West\nsoort: wijkteam\nherkomst: praktijk\n"
PRACTICE = "---\ntitel: Eerst luisteren\nherkomst: praktijk\n---\nGEHEIM\n"
OUTSIDE = "dit is een verwijzing naar iets buiten het project; die wordt niet gevolgd"
NOWHERE = "dit is een verwijzing die nergens of bij zichzelf uitkomt"
ROUND = "deze verwijzing komt bij zichzelf uit"


def messages(root: Path) -> list[tuple[str, str]]:
    return [(problem.file, problem.message) for problem in load(root).problems]


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "buiten"
    (folder / "best-practices").mkdir(parents=True)
    (folder / "portfolio.yml").write_text(PORTFOLIO)
    (folder / "best-practices" / "eerst-luisteren.md").write_text(PRACTICE)
    return folder


@pytest.mark.parametrize(("link", "target"), [
    ("teams/west/portfolio.yml", "portfolio.yml"),
    ("teams/west/best-practices", "best-practices"),
    ("teams/west/best-practices/eerst-luisteren.md", "best-practices/eerst-luisteren.md"),
    ("teams/west", "."),
    ("teams/_gedeeld", "."),
    ("teams/_gedeeld/best-practices", "best-practices"),
    ("docs/extra", "best-practices"),
    ("docs/extra.md", "best-practices/eerst-luisteren.md"),
    ("docs/vragenbank", "best-practices"),
])  # fmt: skip
def test_a_link_out_of_the_project_is_named_once_and_not_followed(
    link: str, target: str, outside: Path, tmp_path: Path
) -> None:
    files: dict[str, str | bytes | None] = {"docs/vragenbank/index.md": None} if link == "docs/vragenbank" else {}
    root = make_project(tmp_path / "project", {"teams/oost/portfolio.yml": PORTFOLIO, **files})
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(outside / target)
    loaded = load(root)
    assert [(p.file, p.message) for p in loaded.problems if p.message == OUTSIDE] == [(link, OUTSIDE)]
    assert "GEHEIM" not in loaded.handbook.model_dump_json(exclude={"organisation_source"}, fallback=str)
    assert [team.id for team in loaded.handbook.teams] == ["oost"] or link.startswith("teams/west/best")


@pytest.mark.parametrize("name", ["teams", "docs"])
def test_a_whole_folder_that_leads_out_is_refused(name: str, outside: Path, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {path: None for path in base_files() if path.startswith(f"{name}/")})
    (root / name).symlink_to(outside.parent)
    assert (name, OUTSIDE) in messages(root)


def test_a_handbook_yml_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elders.yml").write_text("naam: Elders\n")
    root = make_project(tmp_path / "project", {"handbook.yml": None})
    (root / "handbook.yml").symlink_to(tmp_path / "elders.yml")
    assert messages(root) == [("handbook.yml", OUTSIDE)]


def test_a_link_inside_a_team_is_followed(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/best-practices/echt.md": PRACTICE})
    (root / "teams/west/portfolio.yml").symlink_to("best-practices/west.yml")
    (root / "teams/west/best-practices/west.yml").write_text(PORTFOLIO)
    (root / "teams/west/best-practices/ook.md").symlink_to("echt.md")
    loaded = load(root)
    assert [p.file for p in loaded.problems] == ["teams/west/best-practices/west.yml"]  # no best practice
    assert [practice.id for practice in loaded.handbook.practices] == ["echt", "ook"]


@pytest.mark.parametrize(("link", "target", "home"), [
    ("docs/geheim.txt", "teams/west/portfolio.yml", "docs"),
    ("docs/beelden/geheim.txt", "teams/west/portfolio.yml", "docs"),
    ("docs/.geheim.txt", "teams/west/portfolio.yml", "docs"),
    ("docs/.map/geheim.txt", "teams/west/portfolio.yml", "docs"),
    ("docs/alles", "teams", "docs"),
    ("docs/instellingen.yml", "handbook.yml", "docs"),
    ("teams/oost", "teams/west", "teams/oost"),
    ("teams/oost/portfolio.yml", "teams/west/portfolio.yml", "teams/oost"),
    ("teams/oost/best-practices", "teams/west/best-practices", "teams/oost"),
    ("teams/west/best-practices/over.md", "docs/over/index.md", "teams/west"),
    ("teams/_gedeeld/best-practices", "teams/west/best-practices", "teams/_gedeeld"),
])  # fmt: skip
def test_a_link_inside_the_project_that_leads_out_of_its_own_part_is_refused(
    link: str, target: str, home: str, tmp_path: Path
) -> None:
    files = {"teams/west/portfolio.yml": PORTFOLIO, "teams/west/best-practices/echt.md": PRACTICE}
    root = make_project(tmp_path, files)
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(root / target)
    loaded = load(root)
    told = f"deze verwijzing leidt uit de map ‘{home}’; die wordt niet gevolgd"
    assert [(p.file, p.message) for p in loaded.problems if "verwijzing" in p.message] == [(link, told)]
    assert [practice.id for practice in loaded.handbook.practices] == ["echt"]
    assert [team.id for team in loaded.handbook.teams] == ["west"]


@pytest.mark.parametrize("name", ["docs", "teams"])
def test_a_whole_folder_that_is_another_of_the_project_is_refused(name: str, tmp_path: Path) -> None:
    away: dict[str, str | bytes | None] = {path: None for path in base_files() if path.startswith(f"{name}/")}
    root = make_project(tmp_path, {**away, "elders/west/portfolio.yml": PORTFOLIO})
    (root / name).symlink_to("elders")
    assert (name, f"deze verwijzing leidt uit de map ‘{name}’; die wordt niet gevolgd") in messages(root)
    assert load(root).handbook.teams == ()


def test_a_link_inside_docs_is_the_authors_own(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"docs/beelden/kring.txt": "Kring"})
    (root / "docs" / "kring.txt").symlink_to("beelden/kring.txt")
    (root / "docs" / "over" / "beelden").symlink_to("../beelden")
    assert messages(root) == []


def test_what_is_no_file_cannot_go_to_the_site(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"docs/.map/x.txt": "x"})
    for name in ("pijp", ".map/pijp"):
        os.mkfifo(root / "docs" / name)
    told = "dit is geen gewoon bestand; het kan niet op de site"
    assert messages(root) == [("docs/.map/pijp", told), ("docs/pijp", told)]


def test_the_lock_that_an_editor_leaves_is_left_alone(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / "docs" / ".#index.md").symlink_to("iemand@machine.123:456")
    assert messages(root) == []


def test_a_portfolio_that_leads_nowhere_gets_one_message(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / "teams" / "west").mkdir(parents=True)
    (root / "teams" / "west" / "portfolio.yml").symlink_to("nergens")
    assert messages(root) == [("teams/west/portfolio.yml", NOWHERE)]


@pytest.mark.parametrize("name", ["docs/caf\udce9.md", "docs/\udcff.svg", "teams/\udce9", "teams/west/\udce9.txt"])
def test_a_name_that_is_no_text_is_named_and_not_read(name: str, tmp_path: Path) -> None:
    root = make_project(tmp_path, {"teams/west/portfolio.yml": PORTFOLIO})
    try:
        (root / name).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    (problem,) = load(root).problems
    assert problem.message == "de naam van dit bestand is niet in UTF-8 opgeslagen"
    assert "�" in str(problem).encode().decode()


def test_a_name_with_odd_signs_is_shown_without_them(tmp_path: Path) -> None:
    assert Folder(tmp_path).name(tmp_path.resolve() / "een\n\x1b[2Jtwee.md") == "een��[2Jtwee.md"


def test_a_project_that_is_reached_through_a_link_is_not_outside_itself(tmp_path: Path) -> None:
    make_project(tmp_path / "echt", {"teams/west/portfolio.yml": PORTFOLIO})
    (tmp_path / "link").symlink_to(tmp_path / "echt")
    assert messages(tmp_path / "link") == []


def test_links_that_end_nowhere_are_named(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / "docs" / "weg.md").symlink_to("bestaat-niet.md")
    (root / "docs" / "zelf.md").symlink_to("zelf.md")
    assert messages(root) == [("docs/weg.md", NOWHERE), ("docs/zelf.md", NOWHERE)]


def test_a_link_to_a_folder_around_it_is_named(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"docs/extra/een.md": "# Een\n"})
    (root / "docs" / "extra" / "rond").symlink_to(root / "docs")
    (root / "docs" / "alles").symlink_to(root)
    found = messages(root)
    assert found == [("docs/alles", ROUND), ("docs/extra/rond", ROUND)]


def test_links_that_lead_to_each_other_end(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    for name, target in (("a", "b"), ("b", "c"), ("c", "b")):
        (root / "docs" / name).mkdir()
        (root / "docs" / name / "verder").symlink_to(root / "docs" / target)
    assert messages(root) == [
        ("docs/a/verder/verder/verder", ROUND),
        ("docs/b/verder/verder", ROUND),
        ("docs/c/verder/verder", ROUND),
    ]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / "teams" / "west").mkdir(parents=True)
    os.mkfifo(root / "teams" / "west" / "portfolio.yml")
    assert messages(root) == [("teams/west/portfolio.yml", "dit bestand kan niet gelezen worden")]


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    files = {"teams/.git/portfolio.yml": "x", "teams/.DS_Store": "x", "docs/.oud/kapot.md": "---\n"}
    root = make_project(tmp_path, files)
    assert messages(root) == []


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    (tmp_path / "past.md").write_bytes(b"x" * MAX_BYTES)
    (tmp_path / "te-groot.md").write_bytes(b"x" * (MAX_BYTES + 1))
    folder = Folder(tmp_path)
    assert folder.read(folder.root / "past.md") == "x" * MAX_BYTES
    assert folder.read(folder.root / "te-groot.md") is None
    assert [problem.file for problem in folder.problems] == ["te-groot.md"]


@pytest.mark.parametrize("data", [b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\nb\n"])
def test_every_editor_gives_the_same_text(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "tekst.md").write_bytes(data)
    folder = Folder(tmp_path)
    assert folder.read(folder.root / "tekst.md") == "a\nb\n"


def test_what_people_type_is_never_a_hidden_sign() -> None:
    assert not CONTROL.search("É ‘één’ – 10 €… \t\n\u00a0 «ça» 👩‍👩‍👧 ½ ﬁ ș 漢字 العربية")


@pytest.mark.parametrize("sign", "\0\x08\x0b\x1b\x7f\x85\x9f\u2028\u2029\u202e\u2066\ufeff\uffff")
def test_signs_that_hide_or_turn_text_are_named_with_their_line(sign: str, tmp_path: Path) -> None:
    (tmp_path / "tekst.md").write_text(f"een\ntwee{sign}\ndrie\n", encoding="utf-8")
    folder = Folder(tmp_path)
    assert folder.read(folder.root / "tekst.md") is None
    assert [(problem.file, problem.line) for problem in folder.problems] == [("tekst.md", 2)]
