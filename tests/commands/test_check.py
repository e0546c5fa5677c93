"""`transparency check`: every problem in one run, in the form that is asked for, with an exit code that a program can act on."""

import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.councils.making import made_council

DAY = ("--as-at", "2026-11-22")
MISTAKES = (
    "in data/threads.csv\n+ homes,Homes,no\n"
    "in data/conflicts.csv\n- interviews,Return interviews,The department counts children and the council counts interviews.,"
    "One child can have several interviews.,Both are shown and never on one line.,yes,STATS;RETURNS\n"
    "+ interviews,Return interviews,The department counts children and the council counts interviews.,"
    "One child can have several interviews.,Both are shown and never on one line.,perhaps,STATS;RETURNS"
)
GIVEN_AWAY = (
    "in data/observations/local.csv\n"
    "+ interviews-local,E06000999,2026-08,sex: girls,,,,c,,RETURNS,\n"
    "+ interviews-local,E06000999,2026-08,sex: boys,9,,,,,RETURNS,"
)


def check(folder: Path, *options: str) -> int:
    return main(["check", str(folder), *DAY, *options])


def test_a_council_in_which_nothing_is_wrong_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(made_council(tmp_path)) == 0
    assert capsys.readouterr() == ("No errors, no warnings and no notices.\n", "")


def test_every_mistake_is_told_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(made_council(tmp_path, MISTAKES)) == 1
    said = capsys.readouterr().out
    assert "error bad-yes-no\n  data/conflicts.csv, row 2, column important\n" in said
    assert said.endswith("\nOne error, no warnings and no notices.\n") or said.endswith("\nTwo errors, no warnings and no notices.\n")
    assert "perhaps" not in said


def test_errors_come_last_where_they_are_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(made_council(tmp_path, MISTAKES), "--as-at", "2030-01-01") == 1
    first_words = [line.split(" ")[0] for line in capsys.readouterr().out.splitlines() if line.startswith(("notice ", "warning ", "error "))]
    assert first_words == sorted(first_words, key=("notice", "warning", "error").index)
    assert {"warning", "error"} <= set(first_words)


def test_a_program_reads_json_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(made_council(tmp_path, MISTAKES), "--format", "json") == 1
    rows = json.loads(capsys.readouterr().out)
    assert {"bad-yes-no"} <= {row["code"] for row in rows}


def test_github_is_told_beside_the_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(made_council(tmp_path, MISTAKES), "--format", "github") == 1
    assert capsys.readouterr().out.startswith("::error file=data/conflicts.csv,line=2,title=bad-yes-no%3A data/conflicts.csv")


def test_what_would_give_a_child_away_has_an_exit_code_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(made_council(tmp_path, GIVEN_AWAY)) == 4
    said = capsys.readouterr().out
    assert said.startswith("error recoverable-count\n  data/observations/local.csv, row 5, column symbol\n")
    assert said.endswith("\nOne error, no warnings and no notices.\n")


def test_the_day_of_the_check_decides_what_has_passed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_council(tmp_path)
    assert main(["check", str(folder), "--as-at", "2030-01-01"]) == 0
    assert "review-passed" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path / "nowhere") == 1
    assert capsys.readouterr().out.startswith("error missing-folder\n")


def test_an_earlier_release_that_is_not_there_is_a_mistake_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(made_council(tmp_path / "council"), "--earlier", str(tmp_path / "old")) == 2
    assert capsys.readouterr().err == f"There is nothing at {tmp_path / 'old'}.\n"
