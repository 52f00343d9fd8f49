"""Bad luck while publishing: a full disk, a folder without rights, two at once, a kill. The old site stays whole."""

from __future__ import annotations

import builtins
import errno
import functools
import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from reflection_handbook.cli import main
from reflection_handbook.writing.prepare import Wish, prepare
from reflection_handbook.writing.publication import Place, exchange
from reflection_handbook.writing.releases import people_in
from reflection_handbook.writing.verification import verify
from reflection_handbook.writing.withdrawal import withdraw
from support import PORTFOLIO, STORY, TODAY, make_project, tree

from .conftest import BIN, EPOCH, run

FILE, ADDRESS = "teams/_gedeeld/best-practices/eerst-luisteren.md", "best-practices/eerst-luisteren/"
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
FULL = "Dat lukte niet: de schijf is vol.\n"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kills, mounts and swaps at once are Linux's")


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a site of two releases."""
    root = make_project(
        tmp_path_factory.mktemp("pech") / "project", {"teams/west/portfolio.yml": PORTFOLIO, FILE: STORY}
    )
    done = run(root, "handbook", "build")
    assert done.returncode == 0, done.stderr
    shutil.copytree(root / "site", root / ".site" / "previous")
    return root


@pytest.fixture
def project(built_once: Path, tmp_path: Path) -> Path:
    shutil.copytree(built_once, tmp_path / "project")
    return tmp_path / "project"


def _beside(root: Path) -> list[str]:
    return sorted(path.name for path in (root / ".site").iterdir())


def _reword(root: Path) -> None:
    """Let the next build give another site than the one that is there."""
    path = root / "docs/over/index.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nEen nieuwe regel.\n", encoding="utf-8")


# ---- a full disk ----------------------------------------------------------------------------------------------------


class FullDisk:
    """A file layer that takes so many writes of a project's files, and then says that the disk is full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path, most: int) -> None:
        self.writes, self._folder, self._most = 0, folder, most
        self._open = io.open
        monkeypatch.setattr(builtins, "open", self.open)
        monkeypatch.setattr(io, "open", self.open)
        monkeypatch.setattr(os, "link", self._no_link)  # a second name takes room as well

    def open(self, file: Any, mode: str = "r", *more: Any, **options: Any) -> IO[Any]:
        counts = set(mode) & set("wax+") and isinstance(file, str | os.PathLike) and self._folder in Path(file).parents
        self.writes += bool(counts)
        if counts and self.writes > self._most:
            raise self.error()
        found: IO[Any] = self._open(file, mode, *more, **options)
        if counts and self.writes == self._most:  # half of it still fits
            with found:
                found.write("x" if "b" not in mode else b"x")
            raise self.error()
        return found

    def _no_link(self, *names: Any) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    @staticmethod
    def error() -> OSError:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _type(root: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.chdir(root)
    monkeypatch.setattr(sys, "argv", ["handbook", *words])
    with pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0)


def _writes(root: Path, *words: str) -> int:
    """Return how many files a command writes, with as much room as it wants."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        disk = FullDisk(monkeypatch, root, 10**9)
        assert _type(root, monkeypatch, *words) == 0
    return disk.writes


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


def test_a_disk_that_is_full_at_any_moment_of_a_build_leaves_the_old_site(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(project, tmp_path / "ruim")
    writes = _writes(tmp_path / "ruim", "build")
    assert writes > 50
    _reword(project)
    before = tree(project)
    for most in (1, 2, *range(7, writes - 1, 11), writes - 1, writes):
        capsys.readouterr()
        with pytest.MonkeyPatch.context() as monkeypatch:
            FullDisk(monkeypatch, project, most)
            code = _type(project, monkeypatch, "build")
        said = capsys.readouterr()
        assert (code, said.out, said.err) == (2, "", FULL), most
        assert tree(project) == before, most
        assert _beside(project) == ["lock", "previous"], most
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert _type(project, monkeypatch, "build") == 0
    assert "Een nieuwe regel" in (project / "site/over/index.html").read_text(encoding="utf-8")


def test_a_disk_that_is_full_at_any_moment_of_a_withdrawal_leaves_the_old_site_or_the_new_one(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(project, tmp_path / "ruim")
    writes = _writes(tmp_path / "ruim", "withdraw", FILE)
    before, source = tree(project / "site"), (project / FILE).read_bytes()
    for most in (1, 2, writes // 2, writes - 1):
        with pytest.MonkeyPatch.context() as monkeypatch:
            FullDisk(monkeypatch, project, most)
            code = _type(project, monkeypatch, "withdraw", FILE)
        said = capsys.readouterr()
        assert code == 1, most
        assert "Traceback" not in said.err
        assert "Let op: Het staat nog in site/: die map kan niet veranderd worden.\n" in said.err
        assert tree(project / "site") == before, most
        assert _beside(project) == ["lock"], most
        assert (project / FILE).read_bytes() == source or b"ingetrokken: 2026-11-23" in (project / FILE).read_bytes()
        assert [path.name for path in (project / FILE).parent.iterdir()] == [Path(FILE).name]
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert _type(project, monkeypatch, "withdraw", FILE) == 0
    assert ADDRESS not in people_in(project / "site")


@contextmanager
def _small_disk(folder: Path, size: int) -> Iterator[None]:
    """Mount a disk of so many bytes on a folder, where the machine lets us."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("this machine lets us mount no small disk; the failing file layer shows the same")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.parametrize("room", [8, 900])
def test_a_real_disk_that_is_full_leaves_the_old_site(built_once: Path, tmp_path: Path, room: int) -> None:
    """``room`` is what is left, in kilobytes."""
    with _small_disk(tmp_path / "schijf", 100_000_000):
        root = tmp_path / "schijf" / "project"
        shutil.copytree(built_once, root)
        _reword(root)
        before = tree(root)
        filler = tmp_path / "schijf" / "vol"
        free = shutil.disk_usage(root).free
        filler.write_bytes(bytes(free - room * 1024))
        done = run(root, "handbook", "build")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith(": de schijf is vol.\n") and done.stderr.count("\n") == 1
        assert tree(root) == before
        filler.unlink()
        assert run(root, "handbook", "build").returncode == 0
        assert _beside(root) == ["lock", "previous"]


# ---- no rights ------------------------------------------------------------------------------------------------------


@contextmanager
def _read_only(folder: Path, root: Path) -> Iterator[None]:
    """Let nobody write in a project: by its rights, or for root, who has all rights, by the disk it is on."""
    if os.getuid():
        root.chmod(0o555)
        (root / ".site").chmod(0o555)
        yield
        root.chmod(0o755)
        (root / ".site").chmod(0o755)
    else:
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        yield
        subprocess.run(["mount", "-o", "remount,rw", folder], check=True)


def test_a_folder_in_which_nobody_may_write_keeps_its_site(built_once: Path, tmp_path: Path) -> None:
    disk = _small_disk(tmp_path / "schijf", 100_000_000)
    with disk if not os.getuid() else _plain(tmp_path / "schijf"):
        root = tmp_path / "schijf" / "project"
        shutil.copytree(built_once, root)
        _reword(root)
        before = tree(root)
        with _read_only(tmp_path / "schijf", root):
            for words in (["build"], ["rollback"]):
                done = run(root, "handbook", *words)
                assert (done.returncode, done.stdout) == (2, ""), words
                assert done.stderr.startswith("Dat lukte niet bij ‘") and done.stderr.count("\n") == 1, words
            taken = run(root, "handbook", "withdraw", FILE)
            assert taken.returncode == 1
            assert "Let op: Het staat nog in site/" in taken.stderr
            assert f"Let op: {FILE} is niet veranderd." in taken.stderr
        assert tree(root) == before


@contextmanager
def _plain(folder: Path) -> Iterator[None]:
    folder.mkdir()
    yield


# ---- two at once ----------------------------------------------------------------------------------------------------


@contextmanager
def _holding(lock: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process that holds the lock of a site, as a build does that takes long."""
    script = "import sys, time, filelock; lock = filelock.FileLock(sys.argv[1]); lock.acquire(); print(1, flush=True)"
    command = [sys.executable, "-c", f"{script}; time.sleep(600)", lock]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"1\n"
        yield holder
        holder.kill()


@pytest.mark.parametrize("words", [["build"], ["withdraw", FILE], ["rollback"]], ids=" ".join)
def test_who_comes_second_says_so_and_waits_until_the_first_is_done_or_killed(project: Path, words: list[str]) -> None:
    before = tree(project / "site")
    with (
        _holding(project / ".site" / "lock") as holder,
        subprocess.Popen(
            [BIN / "handbook", *words], cwd=project, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as second,
    ):
        assert second.stderr and second.stdout
        assert second.stderr.readline().decode() == "Iemand anders bouwt dit handboek op dit moment. Even wachten…\n"
        assert second.poll() is None and tree(project / "site") == before
        holder.kill()
        out, err = second.communicate(timeout=60)
        assert (second.returncode, err.decode()) == (0, ""), out
    assert _beside(project)[0] == "lock"


def test_two_builds_at_the_same_time_both_end_well(project: Path) -> None:
    _reword(project)
    builds = [
        subprocess.Popen([BIN / "handbook", "build"], cwd=project, env=ENVIRONMENT, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    for build in builds:
        _, err = build.communicate(timeout=120)
        assert build.returncode == 0, err
    verify(project / "site", prepare(project, Wish(TODAY)))
    assert tree(project / "site") == tree(project / ".site" / "previous")


def test_a_preview_waits_for_nobody_and_leaves_the_site_alone(project: Path) -> None:
    before = tree(project / "site")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    with (
        _holding(project / ".site" / "lock"),
        subprocess.Popen(
            [BIN / "handbook", "serve", "--address", address],
            cwd=project,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # Whoever runs the tests in the background has turned Ctrl-C off for all that it starts.
            preexec_fn=functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        ) as server,
    ):
        try:
            assert "eerst-luisteren" in _fetched(f"http://{address}/best-practices/", server)
            assert tree(project / "site") == before
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)
        finally:
            server.kill()  # or a test that fails would wait for it without end
    assert _beside(project) == ["lock", "previous"]


def _fetched(url: str, server: subprocess.Popen[bytes]) -> str:
    for _ in range(600):
        assert server.poll() is None
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.05)
    raise AssertionError("no preview")


# ---- a kill during a withdrawal -------------------------------------------------------------------------------------

MOMENTS = {
    "before anything": "withdrawal.set_in_file",
    "when the day is written": "publication.Place.locked",
    "when the release before is gone": "shutil.copytree",
    "halfway the copy": "publication._share:20",
    "halfway the change": "taking_out._replace:2",
    "just before the swap": "publication.exchange",
    "just after the swap": "publication._clear:4",
}


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_a_withdrawal_that_is_killed_leaves_a_whole_site_and_a_second_one_finishes(project: Path, moment: str) -> None:
    name, _, times = moment.partition(":")
    owner, _, function = name.rpartition(".")
    script = f"""
        import os, shutil, sys
        from pathlib import Path
        from reflection_handbook.writing import publication, taking_out, withdrawal
        from reflection_handbook.writing.today import today

        real, calls = {owner}.{function}, 0

        def deadly(*given, **named):
            global calls
            calls += 1
            if calls >= {times or 1}:
                os.kill(os.getpid(), 9)
            return real(*given, **named)

        {owner}.{function} = deadly
        withdrawal.withdraw(Path.cwd(), Path({FILE!r}), today())
    """
    old = tree(project / "site")
    done = run(project, "python", "-c", textwrap.dedent(script))
    assert done.returncode == -signal.SIGKILL, done.stderr
    swapped = ADDRESS not in people_in(project / "site")
    assert swapped is (moment == MOMENTS["just after the swap"])
    assert swapped or tree(project / "site") == old
    assert withdraw(project, Path(FILE), TODAY).failed == ()
    assert _beside(project) == ["lock"]
    assert ADDRESS not in people_in(project / "site")
    verify(project / "site", prepare(project, Wish(TODAY)))


def test_a_reader_never_misses_the_site_while_two_releases_change_places(tmp_path: Path) -> None:
    """The narrowest moment of all, many times over."""
    place = Place(tmp_path / "site")
    for folder in (place.live, place.next):
        (folder / "diep").mkdir(parents=True)
        (folder / "diep" / "index.html").write_text("heel")
    faults: list[str] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                (place.live / "diep" / "index.html").read_text()
            except OSError as error:
                faults.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(3000):
        exchange(place.next, place.live)
    done.set()
    reader.join()
    assert faults == []
