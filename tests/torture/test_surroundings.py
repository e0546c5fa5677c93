"""A build among the troubles of a real machine: files edited meanwhile, another build, a log nobody reads, no memory."""

import os
import pty
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import generator.commands.build as command
from generator.cli import main
from generator.commands.outcome import Exit
from generator.commands.unchanged import NOTE
from generator.release.publish import sole_builder, store_of

ROOT = Path(__file__).parents[2]
AS_AT = "2026-11-22"
Build = Callable[..., object]


@pytest.fixture
def small_build(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Give a function that puts a small site in the place of the whole one; something else may happen meanwhile."""
    from generator.figures import Publication
    from generator.release.build import Workshop

    def put(meanwhile: Callable[[], object] = lambda: None) -> None:
        def build_site(publication: Publication, _as_at: date, workshop: Workshop, say: Callable[[str], None]) -> None:
            say("Writing pages")
            (workshop.site / "index.html").write_text(publication.content.corrections[0].what)
            meanwhile()

        monkeypatch.setattr(command, "build_site", build_site)
        monkeypatch.setattr(command, "audit_of", lambda *_: ())

    return put


def built(council: Path, *more: str) -> int:
    return main(["build", str(council), "--as-at", AS_AT, *more])


@pytest.mark.parametrize(
    ("name", "edit"),
    [
        ("data/threads.csv", lambda path: path.write_text(path.read_text().replace("yes", "no "))),
        ("data/new.csv", lambda path: path.write_text("x")),
        ("site_src/help/index.md", lambda path: path.unlink()),
        ("templates/pages/home.md.j2", lambda path: (path.parent.mkdir(parents=True), path.write_text("x"))),
        ("mkdocs.yml", lambda path: path.write_text("x")),
    ],
)
def test_a_file_that_is_edited_during_a_build_is_noticed(
    council: Path, small_build: Build, capsys: pytest.CaptureFixture[str], name: str, edit: Callable[[Path], object]
) -> None:
    small_build()
    assert built(council) == 0
    before = (council / "build/site").readlink()
    (store_of(council / "build/site") / NOTE).unlink()  # or there is nothing to build
    small_build(lambda: edit(council / name))
    assert built(council) == 1
    said = capsys.readouterr().err
    assert said == f"Files changed while the site was being built: {name}. The last good site is untouched. Build again.\n"
    assert (council / "build/site").readlink() == before


def test_a_file_that_is_only_touched_is_no_change(council: Path, small_build: Build) -> None:
    small_build(lambda: [os.utime(path, (1, 1)) for path in council.rglob("*") if path.is_file()])
    assert built(council) == 0


def test_a_second_build_of_the_same_site_is_told_to_wait(council: Path, small_build: Build, capsys: pytest.CaptureFixture[str]) -> None:
    small_build()
    with sole_builder(store_of(council / "build/site")):
        assert built(council) == 3
    assert capsys.readouterr().err == "Another build of this site is running. Wait for it to end, then build again.\n"
    assert built(council) == 0


def test_a_build_into_another_folder_touches_nothing_beside_it(council: Path, tmp_path: Path, small_build: Build) -> None:
    beside = tmp_path / "public" / "docs" / "mine.txt"
    beside.parent.mkdir(parents=True)
    beside.write_text("mine")
    small_build()
    assert built(council, "--into", str(tmp_path / "public" / "site")) == 0
    assert beside.read_text() == "mine"
    assert sorted(path.name for path in (tmp_path / "public").iterdir()) == [".releases", "docs", "site"]


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (MemoryError(), "The computer ran out of memory. The site that stands is whole. Close other programs, then try again."),
        (KeyboardInterrupt(), "Interrupted. The site that stands is whole; run the command again when you like."),
        (ZeroDivisionError("7 children"), "The program made a mistake of its own (ZeroDivisionError)."),
        (RecursionError("7 children"), "The program made a mistake of its own (RecursionError)."),
        (OSError(28, "No space left on device"), "The site was not built: the disk is full."),
        (OSError(13, "Permission denied", "/7 children"), "The site was not built: no permission."),
        (OSError("7 children"), "The site was not built: oserror."),
    ],
)
def test_nothing_ends_a_build_without_a_sentence_and_no_sentence_holds_a_value(
    council: Path, small_build: Build, capsys: pytest.CaptureFixture[str], failure: BaseException, said: str
) -> None:
    def fail() -> None:
        raise failure

    small_build(fail)
    assert built(council) == Exit.ENVIRONMENT
    told = capsys.readouterr()
    assert told.err.startswith(said)
    assert "children" not in told.err
    assert "Traceback" not in told.err + told.out


def test_the_traceback_is_printed_only_when_it_is_asked_for(council: Path, small_build: Build, capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    small_build(fail)
    assert built(council, "--debug") == 3
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_a_template_of_the_council_that_cannot_be_used_is_named(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = council / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "home.md.j2").write_text("{% if %}")
    assert built(council) == 1
    assert "A page template cannot be used (TemplateSyntaxError: home.md.j2, 1)." in capsys.readouterr().err


SMALL = """
import sys
import generator.commands.build as command
def build_site(publication, as_at, workshop, say):
    say("Writing pages")
    (workshop.site / "index.html").write_text("site")
command.build_site = build_site
command.audit_of = lambda *_: ()
from generator.cli import main
sys.exit(main(["build", sys.argv[1], "--as-at", "2026-11-22"]))
"""


def run_small(council: Path, **how: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-c", SMALL, str(council)], cwd=ROOT, timeout=300, check=False, text=True, **{"stderr": subprocess.PIPE} | how
    )


def test_a_full_disk_under_the_log_breaks_nothing(council: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = run_small(council, stdout=full)
    assert (done.returncode, done.stderr) == (0, "")
    assert (council / "build/site/index.html").read_text() == "site"


def test_a_reader_of_the_output_that_has_gone_away_breaks_nothing(council: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run_small(council, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_that_knows_few_characters_breaks_nothing(council: Path) -> None:
    done = run_small(council, stdout=subprocess.PIPE, env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert (done.returncode, done.stderr) == (0, "")
    assert "Checking the council\\u2019s files" in done.stdout


def test_a_terminal_shows_a_bar_and_is_left_clean(council: Path) -> None:
    mine, theirs = pty.openpty()
    told = b""

    def listen() -> None:
        nonlocal told
        try:
            while piece := os.read(mine, 1000):
                told += piece
        except OSError:
            return

    listener = threading.Thread(target=listen)
    listener.start()
    done = run_small(council, stdout=theirs)
    os.close(theirs)
    listener.join(timeout=10)
    os.close(mine)
    assert done.returncode == 0
    assert b"[##" in told
    assert b"\x1b[KThe site is in " in told


def test_a_disk_that_takes_no_more_ends_in_a_sentence_and_the_next_run_succeeds(council: Path) -> None:
    def no_more_than(size: int) -> Callable[[], None]:
        return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = run_small(council, stdout=subprocess.DEVNULL, preexec_fn=no_more_than(2))
    assert done.returncode == 3
    assert done.stderr.startswith("The site was not built: a file is larger than may be written here.")
    assert run_small(council, stdout=subprocess.DEVNULL).returncode == 0


def test_processes_that_draw_end_with_the_build_that_started_them(tmp_path: Path) -> None:
    program = (
        "import sys, time\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import get_context\n"
        "from generator.release.charts.workers import _live_and_die_with_parent\n"
        "if __name__ == '__main__':\n"
        "    pool = ProcessPoolExecutor(1, mp_context=get_context('spawn'), initializer=_live_and_die_with_parent)\n"
        "    import os; print(pool.submit(os.getpid).result(), flush=True); time.sleep(60)\n"
    )
    (tmp_path / "draws.py").write_text(program)
    parent = subprocess.Popen([sys.executable, str(tmp_path / "draws.py")], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert parent.stdout
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and Path(f"/proc/{worker}/cmdline").exists() and Path(f"/proc/{worker}/cmdline").read_bytes():
        time.sleep(0.05)
    assert not (Path(f"/proc/{worker}/cmdline").exists() and Path(f"/proc/{worker}/cmdline").read_bytes())
