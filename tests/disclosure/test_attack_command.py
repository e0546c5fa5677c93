"""`transparency attack`: both formats, both faces, the exit codes, and help that shows the format."""

import json
from pathlib import Path

import pytest

from generator.cli import main

V1 = "x,1,2,3,4,Total\nAlpha,15,c,c,c,20\nBeta,20,c,c,15,55\nGamma,c,10,10,c,25\nDelta,c,14,7,c,35\nTotal,50,35,30,20,135\n"
SAFE = "x,a,b,Total\none,c,c,20\ntwo,c,c,30\nTotal,25,25,50\n"


def attack(path: Path, text: str, *more: str) -> int:
    path.write_text(text, encoding="utf-8")
    return main(["attack", str(path), *more])


def test_a_leaking_table_ends_with_4_and_says_what_leaks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert attack(tmp_path / "table.csv", V1) == 4
    assert "Alpha/4  1         RECOVERED: can be worked out exactly" in capsys.readouterr().out


def test_a_safe_table_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert attack(tmp_path / "table.csv", SAFE) == 0
    assert capsys.readouterr().out.startswith("None of 4 counts not printed can be worked out")


def test_the_answer_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = {"cells": {"total": {"value": 7}, "a": {"symbol": "c"}, "b": {"value": 4}}, "sums": [["total", ["a", "b"]]]}
    assert attack(tmp_path / "facts.json", json.dumps(facts), "--format", "json") == 4
    assert json.loads(capsys.readouterr().out) == {"cells": {"a": {"min": 3, "max": 3, "verdict": "RECOVERED"}}, "contradiction": False}


def test_facts_are_known_by_their_leading_bracket_whatever_the_file_is_called(tmp_path: Path) -> None:
    assert attack(tmp_path / "facts.txt", '\n {"cells": {"a": {"symbol": "c"}}}') == 0


def test_figures_that_cannot_all_be_true_end_with_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert attack(tmp_path / "table.csv", "x,a,b,Total\none,7,4,10\n") == 4
    assert capsys.readouterr().out.startswith("CONTRADICTION")


@pytest.mark.parametrize(
    ("text", "more", "code"),
    [
        ("x,a,b,Sum\none,c,4,9\n", ("--total", "Sum"), 4),
        ("x,a,b,Total\none,c,c,7\n", (), 0),
        ("x,a,b,Total\none,c,c,7\n", ("--threshold", "6", "--keep", "7"), 4),
        ("x,a,b,Total\none,c,c,2\n", (), 4),
        ("x,a,b,Total\none,c,c,2\n", ("--zeros-hidden",), 0),
    ],
)
def test_the_options_change_the_verdict(tmp_path: Path, text: str, more: tuple[str, ...], code: int) -> None:
    assert attack(tmp_path / "table.csv", text, *more) == code


@pytest.mark.parametrize("text", ["", "x,a\n", "x,a,Total\none,three,4\n", "{]", '{"cells": {"a": {"value": -1}}}', "\x00"])
def test_a_file_that_is_neither_ends_with_1_and_every_problem(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert attack(tmp_path / "table.csv", text) == 1
    assert "Fix: " in capsys.readouterr().out


def test_problems_of_a_file_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert attack(tmp_path / "table.csv", "x,a,Total\none,three,4\n", "--format", "json") == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["code"], problem["row"], problem["column"]) == ("facts-file", 2, "a")


def test_a_file_that_is_not_there_ends_with_1(tmp_path: Path) -> None:
    assert main(["attack", str(tmp_path / "nothing.csv")]) == 1


def test_the_example_in_the_help_is_read_and_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["attack", "--help"])
    shown = capsys.readouterr().out
    example = shown[shown.index('{"threshold"') : shown.index("\n  cells ")]
    complete = json.loads(example)
    complete["cells"]["total"] = {"min": 1}
    assert attack(tmp_path / "facts.json", json.dumps(complete), "--format", "json") in (0, 4)
    assert set(json.loads(capsys.readouterr().out)["cells"]) == {"b", "n", "d", "total", "rest"}


def test_a_file_that_is_not_there_is_told_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["attack", str(tmp_path / "tabel.csv")]) == 1
    assert "  tabel.csv\n  There is no file of this name here.\n" in capsys.readouterr().out
