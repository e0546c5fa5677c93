"""One broken file gives its own problems and hides none of the others; nothing that refers to it is told as well."""

from pathlib import Path

import pytest

from generator.problems import Problem
from generator.records.assemble import read_council
from generator.records.collected import MOST_OF_A_KIND
from tests.councils.making import AS_AT, made_council, problems_after

FILES = [
    "data/sources.csv",
    "data/threads.csv",
    "data/indicators.yml",
    "data/council.yml",
    "data/conflicts.csv",
    "data/inspections/2025-ilacs.yml",
    "data/inspections/2025-ilacs.findings.csv",
    "data/observations/imported/national.csv",
    "data/reported.csv",
    "data/public_people.csv",
    "site_src/help/index.md",
]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xff\xfea\x00", b"a\x00b", b'"open\n'], ids=str)
def test_a_file_that_cannot_be_read_is_told_once(file: str, content: bytes, tmp_path: Path) -> None:
    folder = made_council(
        tmp_path / "council", "in data/corrections.csv\n+ second,tomorrow,A mistake.,,RETURNS"
    )
    (folder / file).write_bytes(content)
    told = [
        (problem.place.file, problem.code)
        for problem in sorted(read_everything(folder))
        if problem.severity == "error"
    ]
    of_the_file = [code for name, code in told if name == file]
    assert len(of_the_file) == 1
    assert [pair for pair in told if pair[0] != file] == [("data/corrections.csv", "bad-date")]


def read_everything(folder: Path) -> tuple[Problem, ...]:
    """All problems on the fixed day."""
    return read_council(folder, AS_AT)[1]


@pytest.mark.parametrize("file", FILES[:4])
def test_a_needed_file_that_is_missing_is_told_once(file: str, tmp_path: Path) -> None:
    assert [problem.code for problem in problems_after(tmp_path / "council", f"remove {file}")] == [
        "missing-file"
    ]


def test_a_refused_row_does_not_make_its_id_unknown(tmp_path: Path) -> None:
    change = "in data/threads.csv\n- homes,Enough homes for children,yes\n+ homes,Enough homes for children,perhaps"
    assert [problem.code for problem in problems_after(tmp_path / "council", change)] == ["bad-yes-no"]


def test_a_row_of_the_wrong_length_does_not_make_its_id_unknown(tmp_path: Path) -> None:
    change = "in data/threads.csv\n- homes,Enough homes for children,yes\n+ homes,Enough homes for children"
    assert [problem.code for problem in problems_after(tmp_path / "council", change)] == ["short-row"]


def test_a_refused_indicator_does_not_make_its_observations_unknown(tmp_path: Path) -> None:
    change = "in data/indicators.yml\n-   period_kind: month\n+   period_kind: monthly"
    assert [problem.code for problem in problems_after(tmp_path / "council", change)] == ["unknown-word"]


def test_several_faults_of_one_row_are_all_told(tmp_path: Path) -> None:
    change = (
        "in data/observations/local.csv\n- interviews-local,E06000999,2026-08,all,12,,,,,RETURNS,\n"
        "+ interviews-locale,E0600099,2026-8,all,12%,,,,finale,,"
    )
    told = [(problem.place.column, problem.code) for problem in problems_after(tmp_path / "council", change)]
    assert told == [
        ("area", "bad-area-code"),
        ("indicator", "unknown-indicator"),
        ("source", "uncited"),
        ("status", "unknown-word"),
        ("value", "not-a-number"),
    ]


def test_a_thousand_of_a_kind_are_told_and_the_rest_as_a_number(tmp_path: Path) -> None:
    rows = "\n".join(
        f"+ interviews-local,E06000999,2026-08,b{number},1O,,,,,RETURNS," for number in range(3000)
    )
    problems = problems_after(tmp_path / "council", f"in data/observations/local.csv\n{rows}")
    assert len(problems) == MOST_OF_A_KIND + 1
    assert problems[0].found == "2,000 more places in this file have the same fault."


def test_a_table_with_thousands_of_faults_is_left_before_its_end(tmp_path: Path) -> None:
    rows = "+ x\n" * 400_000
    problems = problems_after(tmp_path / "council", f"in data/observations/local.csv\n{rows}")
    assert len(problems) == MOST_OF_A_KIND + 1
    assert problems[0].found == (
        "4,001 more places in this file have the same fault. After so many faults its other rows were not read."
    )
