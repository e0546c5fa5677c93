"""The check before each commit: put in force by `transparency new`, run by git itself, and about what is committed."""

import os
import subprocess
from pathlib import Path

import pytest

from generator.cli import main

MEASURE = """- id: homes
  title: Children in such homes
  subject: The number of children in such homes
  unit: count
  polarity: lower
  counts: children
  period_kind: snapshot
  definition: Made for a test.
  publisher: Exampleshire County Council
  source: OWN
  judgement: help_protection
  local: true
"""
SMALL = "homes,E10000999,2025-03-31,all,3,,,,,OWN,\n"
HIDDEN = "homes,E10000999,2025-03-31,all,,,,c,,OWN,\n"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of this machine, no program on the path but git's and the shell's own, no repository around."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in {
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CEILING_DIRECTORIES": str(tmp_path.parent),
        "GIT_AUTHOR_NAME": "An Officer", "GIT_AUTHOR_EMAIL": "officer@example.org",
        "GIT_COMMITTER_NAME": "An Officer", "GIT_COMMITTER_EMAIL": "officer@example.org", "PATH": "/usr/bin:/bin",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=False)


def made(folder: Path, *rows: str) -> Path:
    """A new council's folder with an indicator of its own, and these values."""
    assert main(["new", "Exampleshire County Council", str(folder)]) == 0
    council = folder / "data/council.yml"
    council.write_text(council.read_text(encoding="utf-8").replace("E06000000", "E10000999"), encoding="utf-8")
    with (folder / "data/sources.csv").open("a", encoding="utf-8") as opened:
        opened.write("OWN,The council's own returns,Exampleshire County Council,,2026-10-01,primary,,,,\n")
    with (folder / "data/indicators.yml").open("a", encoding="utf-8") as opened:
        opened.write("\n" + MEASURE)
    values(folder, *rows)
    git(folder, "add", "--all")
    return folder


def values(folder: Path, *rows: str) -> None:
    header = "indicator,area,period,breakdown,value,numerator,denominator,symbol,status,source,note\n"
    (folder / "data/observations/own.csv").write_text(header + "".join(rows), encoding="utf-8")


def commit(folder: Path, *arguments: str) -> tuple[bool, str]:
    """Whether a commit was made, and everything that was said."""
    done = git(folder, "commit", "--message", "Figures", *arguments)
    assert (git(folder, "rev-parse", "HEAD").returncode == 0) == (done.returncode == 0), "one commit at most in these tests"
    return done.returncode == 0, done.stdout + done.stderr


def test_a_new_folder_is_a_repository_whose_commits_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made(tmp_path / "council", HIDDEN)
    assert "Each commit there is checked first" in capsys.readouterr().out
    was_made, said = commit(folder)
    assert was_made, said


def test_an_unprotected_small_number_is_not_committed_and_not_echoed(tmp_path: Path) -> None:
    was_made, said = commit(made(tmp_path / "council", SMALL))
    assert not was_made
    _, _, error = said.partition("error small-count\n")
    place, found, *_ = error.splitlines()
    assert place == "  data/observations/own.csv, row 2, column value"
    assert "3" not in found
    assert said.endswith("Nothing was committed. Mend the files, add them again and commit.\n")


def test_what_counts_is_what_would_be_committed_and_not_what_stands_in_the_folder(tmp_path: Path) -> None:
    folder = made(tmp_path / "council", SMALL)
    values(folder, HIDDEN)
    assert not commit(folder)[0]
    git(folder, "add", "--all")
    values(folder, SMALL)
    was_made, said = commit(folder)
    assert was_made, said
    assert ",3," not in git(folder, "show", "HEAD:data/observations/own.csv").stdout


def test_a_commit_of_everything_that_changed_is_checked_as_well(tmp_path: Path) -> None:
    folder = made(tmp_path / "council", HIDDEN)
    values(folder, SMALL)
    assert not commit(folder, "--all")[0]


def test_without_the_program_nothing_is_committed(tmp_path: Path) -> None:
    folder = made(tmp_path / "council", HIDDEN)
    git(folder, "config", "--unset", "transparency.python")
    was_made, said = commit(folder)
    assert not was_made
    assert "the program transparency is not on the path" in said


def test_an_empty_repository_may_be_there_already(tmp_path: Path) -> None:
    folder = tmp_path / "council"
    folder.mkdir()
    git(folder, "init", "--quiet")
    assert not commit(made(folder, SMALL))[0]


def test_a_repository_around_the_folder_is_left_alone_and_the_officer_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(tmp_path, "init", "--quiet")
    folder = made(tmp_path / "council", SMALL)
    assert "`git config core.hooksPath .hooks`" in capsys.readouterr().out
    assert git(tmp_path, "config", "core.hooksPath").returncode == 1
    git(tmp_path, "config", "core.hooksPath", "council/.hooks")
    git(tmp_path, "config", "transparency.python", git_python(tmp_path))
    git(tmp_path, "add", "--all")
    assert not commit(folder)[0]


def git_python(tmp_path: Path) -> str:
    """The interpreter that `new` writes down for a folder of its own."""
    other = tmp_path.parent / f"{tmp_path.name}-other"
    assert main(["new", "Other Council", str(other)]) == 0
    return git(other, "config", "transparency.python").stdout.strip()


def test_hooks_that_a_repository_has_already_stay(tmp_path: Path) -> None:
    folder = tmp_path / "council"
    folder.mkdir()
    git(folder, "init", "--quiet")
    git(folder, "config", "core.hooksPath", "other")
    made(folder, HIDDEN)
    assert git(folder, "config", "core.hooksPath").stdout == "other\n"
