"""The three faces of problems, to the letter: for a terminal, for GitHub, for a program."""

import json

import pytest

from generator.problems import Place, Problem, Refused, Severity, as_annotations, as_json, as_text, errors

CELL = Problem(Place("data/sources.csv", 3, "url"), "bad-web-address", "This is not a web address.", "Write it with https://.")
LINE = Problem(Place("data/council.yml", 7, "region"), "bad-area-code", "This is not a code.", "Write a code.", Severity.WARNING)
FILE = Problem(Place("data/sources.csv"), "missing-file", "The file is not there.", "Put it back.", Severity.NOTICE)


def test_a_terminal_shows_place_mistake_and_mending() -> None:
    assert as_text([CELL, LINE, FILE]) == (
        "warning bad-area-code\n"
        "  data/council.yml, line 7, region\n"
        "  This is not a code.\n"
        "  Fix: Write a code.\n"
        "notice missing-file\n"
        "  data/sources.csv\n"
        "  The file is not there.\n"
        "  Fix: Put it back.\n"
        "error bad-web-address\n"
        "  data/sources.csv, row 3, column url\n"
        "  This is not a web address.\n"
        "  Fix: Write it with https://."
    )


def test_github_is_told_the_file_and_the_line() -> None:
    assert as_annotations([CELL, FILE]) == (
        "::notice file=data/sources.csv,title=missing-file%3A data/sources.csv::The file is not there. Fix: Put it back.\n"
        "::error file=data/sources.csv,line=3,title=bad-web-address%3A data/sources.csv%2C row 3%2C column url"
        "::This is not a web address. Fix: Write it with https://."
    )


def test_text_cannot_start_a_command_of_github_s() -> None:
    nasty = Problem(Place("a,b:c.csv"), "missing-file", "One\n::error::two\r100%", "Three.")
    assert as_annotations([nasty]) == (
        "::error file=a%2Cb%3Ac.csv,title=missing-file%3A a%2Cb%3Ac.csv::One%0A::error::two%0D100%25 Fix: Three."
    )


def test_a_program_reads_rows() -> None:
    assert json.loads(as_json([CELL, FILE])) == [
        {
            "code": "missing-file", "severity": "notice", "file": "data/sources.csv", "row": None, "column": None,
            "found": "The file is not there.", "fix": "Put it back.",
        },
        {
            "code": "bad-web-address", "severity": "error", "file": "data/sources.csv", "row": 3, "column": "url",
            "found": "This is not a web address.", "fix": "Write it with https://.",
        },
    ]  # fmt: skip
    assert as_json([]) == "[]"


def test_letters_of_any_language_stay_readable_in_json() -> None:
    assert "é" in as_json([Problem(Place("café.csv"), "missing-file", "Gone.", "Put it back.")])


def test_the_same_problem_is_told_once_in_every_face() -> None:
    assert as_text([CELL, CELL]) == as_text([CELL])
    assert as_annotations([CELL, CELL]) == as_annotations([CELL])
    assert as_json([CELL, CELL]) == as_json([CELL])
    assert as_text([]) == as_annotations([]) == ""


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("data/a.csv", 2, "value"), "data/a.csv, row 2, column value"),
        (Place("data/a.csv", 2), "data/a.csv, row 2"),
        (Place("raw.XLSX", 2, "E"), "raw.XLSX, row 2, column E"),
        (Place("data/a.csv", column="value"), "data/a.csv, column value"),
        (Place("data/a.yml", 2, "region"), "data/a.yml, line 2, region"),
        (Place("data/a.yml", 0), "data/a.yml, line 0"),
        (Place("data"), "data"),
    ],
)
def test_a_place_is_said_as_an_officer_would(place: Place, words: str) -> None:
    assert str(place) == words


def test_places_stand_by_file_row_and_column_with_the_whole_file_first() -> None:
    ordered = [Place("a"), Place("a", 1), Place("a", 2, "a"), Place("a", 2, "b"), Place("a", 10), Place("b")]
    assert sorted(reversed(ordered)) == ordered
    assert not Place("a") < Place("a")


def test_a_refusal_keeps_its_problems_in_order() -> None:
    refusal = Refused([CELL, LINE])
    assert refusal.problems == (LINE, CELL)
    assert str(refusal) == "2 problems"


def test_only_errors_stop_a_build() -> None:
    assert errors([CELL, LINE, FILE]) == (CELL,)


def test_a_problem_needs_a_code_that_is_explained() -> None:
    with pytest.raises(KeyError, match=r"problem code no-such-code has no explanation in codes\.py"):
        Problem(Place("a"), "no-such-code", "Found.", "Fix.")
