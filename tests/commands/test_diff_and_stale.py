"""`transparency diff` and `transparency stale`, as an officer or a workflow runs them."""

import functools
import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from tests.councils.making import apply_change, made_council

ROOT = Path(__file__).parents[2]
DAY = ["--as-at", "2026-11-22"]
OCTOBER = 'interviews-local,E06000999,2026-10,all,14,,,,,RETURNS,"Counted again, ""late"" ones left out"'
CHANGE = f"in data/observations/local.csv\n- {OCTOBER}\n+ {OCTOBER.replace(',14,', ',15,')}\n"
WHOLE = "in data/observations/local.csv\n- interviews-local,E06000999,2026-09,all,,,,c,,RETURNS,\n"
"""Nothing is hidden: built sites are compared here, not what hides."""
TOLD = "figure changed: interviews-local/E06000999/2026-10/all was 14; 15\n"


def git(folder: Path, *arguments: str) -> str:
    named = ["-c", "user.name=Officer", "-c", "user.email=officer@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *named, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A council's folder under git: one commit, then a change that is not committed."""
    folder = made_council(tmp_path / "council")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "First figures")
    apply_change(folder, CHANGE)
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented council's site."""
    made = tmp_path_factory.mktemp("built")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", str(made_council(made / "council", WHOLE)), "--into", str(made / "site"), *DAY],
        cwd=ROOT, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return made / "site"


@pytest.fixture
def published(built: Path) -> Iterator[str]:
    """The site at an address."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(built))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_a_revision_is_compared_with_the_folder_as_it_is(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(repository)
    assert main(["diff", "HEAD", *DAY]) == 0
    said = capsys.readouterr().out
    assert TOLD in said
    assert git(repository, "status", "--porcelain").strip() == "M data/observations/local.csv"


def test_two_revisions_are_compared_in_markdown(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "commit", "-q", "-a", "-m", "Count again")
    monkeypatch.chdir(repository)
    assert main(["diff", "HEAD^1", "HEAD", "--format", "markdown", *DAY]) == 0
    assert "| Return interviews held each month | Exampleshire, October 2026 | 14 | 15 |" in capsys.readouterr().out


def test_a_built_site_says_what_its_folder_says(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = made_council(tmp_path / "same", WHOLE)
    assert main(["diff", str(built), str(same), *DAY]) == 0
    assert capsys.readouterr().out == "The public would see no change.\n"


def test_a_published_site_is_compared_by_its_open_data(published: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = made_council(tmp_path / "changed", WHOLE + CHANGE)
    assert main(["diff", published, str(changed), *DAY]) == 0
    assert TOLD in capsys.readouterr().out


def test_what_cannot_be_compared_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(repository)
    assert main(["diff", "no-such-revision", *DAY]) == 2
    assert capsys.readouterr().err == "no-such-revision is neither a folder nor a git revision that this folder knows.\n"
    assert main(["diff", "--format", "json", str(repository / "site_src"), *DAY]) == 2
    assert "is neither a council's folder nor a built site: data/figures.csv is not there." in capsys.readouterr().err
    (repository / "data/sources.csv").write_text("id\n", encoding="utf-8")
    assert main(["diff", "HEAD", *DAY]) == 1
    assert capsys.readouterr().err == "The files of . are refused, so there is nothing to compare. Run `transparency check`.\n"


def test_a_site_that_does_not_answer_is_the_machine_s_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "http://127.0.0.1:9/", *DAY]) == 3
    assert capsys.readouterr().err == "http://127.0.0.1:9/ cannot be reached.\n"


def test_stale_lists_what_is_past_its_day(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stale", str(repository), *DAY]) == 0
    assert capsys.readouterr().out == "Nothing is out of date.\n"
    assert main(["stale", str(repository), "--format", "markdown", *DAY]) == 0
    assert capsys.readouterr().out == ""
    assert main(["stale", str(repository), "--as-at", "2026-12-16"]) == 0
    assert capsys.readouterr().out.endswith("One figure out of date.\n")


def test_stale_refuses_a_folder_that_check_refuses(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "data/council.yml").unlink()
    assert main(["stale", str(repository), *DAY]) == 1
    assert "missing-file" in capsys.readouterr().out
