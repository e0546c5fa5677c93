"""Faults of DfE's format: each is refused or warned about with its row and column, and sound files pass."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.importers.ees import reading, screen_file
from generator.importers.ees.reading import read_table
from generator.importers.ees.screening import screen
from generator.problems import Refused, Severity
from tests.importers.ees.made_ees import COUNCIL, HEADINGS, Row, rows, text, write

Change = Callable[[list[Row]], object]


def told(path: Path) -> list[str]:
    """Screen a file and give each fault in a line."""
    return [
        f"{problem.severity.value} {problem.code} | {problem.place} | {problem.found}"
        for problem in screen_file(path)
    ]


def put(row: int, **cells: str) -> Change:
    """Change cells of one row, numbered as a spreadsheet does."""
    return lambda table: table[row - 2].update(cells)


def everywhere(**cells: str) -> Change:
    """Change cells of every row."""
    return lambda table: [row.update(cells) for row in table]


def test_a_sound_file_passes(tmp_path: Path) -> None:
    """With no fault and no warning but the filter that has one age only."""
    assert told(write(tmp_path)) == []


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    """About half of the published files begin with one."""
    path = tmp_path / "leavers.csv"
    path.write_bytes(b"\xef\xbb\xbf" + text(rows()).encode())
    assert told(path) == []


def test_the_order_of_the_council_s_columns_does_not_matter(tmp_path: Path) -> None:
    """It varies between files."""
    assert (
        told(
            write(tmp_path, headings=(*HEADINGS[:7], "old_la_code", "new_la_code", "la_name", *HEADINGS[10:]))
        )
        == []
    )


ERRORS: list[tuple[str, Change, str]] = [
    (
        "a blank value",
        put(6, leaver_count=""),
        "ees-values | f.csv, row 6, column leaver_count | The cell is blank, and blank says nothing about why there is no value.",
    ),
    (
        "the symbol ~",
        put(6, leaver_count="~"),
        "ees-values | f.csv, row 6, column leaver_count | The cell has the obsolete symbol '~'.",
    ),
    (
        "the symbol :",
        put(6, leaver_count=":"),
        "ees-values | f.csv, row 6, column leaver_count | The cell has the obsolete symbol ':'.",
    ),
    (
        "commas in a number",
        put(2, leaver_count="6,400"),
        "ees-values | f.csv, row 2, column leaver_count | The number has commas in it.",
    ),
    (
        "a percent sign",
        put(2, leaver_percent="64%"),
        "ees-values | f.csv, row 2, column leaver_percent | The cell is neither a number nor a symbol.",
    ),
    (
        "a space in a value",
        put(2, leaver_percent=" 64"),
        "ees-values | f.csv, row 2, column leaver_percent | The cell begins or ends with a space.",
    ),
    (
        "a word for nothing",
        put(6, leaver_count="NULL"),
        "ees-values | f.csv, row 6, column leaver_count | The cell has a word that a program wrote for nothing (NA or null).",
    ),
    (
        "a word for nothing in a place",
        put(6, la_name="NA"),
        "ees-values | f.csv, row 6, column la_name | The cell has a word that a program wrote for nothing (NA or null).",
    ),
    (
        "a blank filter",
        put(6, outcome=""),
        "ees-filters | f.csv, row 6, column outcome | A filter's cell is blank.",
    ),
    (
        "a space at a filter's end",
        put(6, outcome="At work "),
        "ees-filters | f.csv, row 6, column outcome | A filter's cell begins or ends with a space.",
    ),
    (
        "an unknown kind of time",
        everywhere(time_identifier="School year"),
        "ees-time | f.csv, row 2, column time_identifier | The kind of time is blank or not known (and 15 more rows).",
    ),
    (
        "a blank kind of time",
        put(4, time_identifier=""),
        "ees-time | f.csv, row 4, column time_identifier | The kind of time is blank or not known.",
    ),
    (
        "two kinds of time",
        put(4, time_identifier="Calendar year"),
        "ees-time | f.csv, row 4, column time_identifier | The kind of time is not one that can stand in a file with the first row's.",
    ),
    (
        "a period in words",
        put(4, time_period="2024 Q1"),
        "ees-time | f.csv, row 4, column time_period | The period is not a number.",
    ),
    (
        "six digits for a reporting year",
        put(4, time_period="202324"),
        "ees-time | f.csv, row 4, column time_period | The period must have four digits with this kind of time.",
    ),
    (
        "four digits for a school year",
        everywhere(time_identifier="Academic year"),
        "ees-time | f.csv, row 2, column time_period | The period must have six digits with this kind of time (and 15 more rows).",
    ),
    (
        "years that do not follow",
        lambda table: [
            row.update(time_identifier="Academic year", time_period=row["time_period"] + "27")
            for row in table
        ],
        "ees-time | f.csv, row 2, column time_period | The six digits are not two years that follow one another, such as 202425 (and 15 more rows).",
    ),
    (
        "an unknown level",
        put(6, geographic_level="Council"),
        "ees-geography | f.csv, row 6, column geographic_level | The level is blank or not known.",
    ),
    (
        "a blank level",
        put(6, geographic_level=""),
        "ees-geography | f.csv, row 6, column geographic_level | The level is blank or not known.",
    ),
    (
        "a council without its number",
        put(6, old_la_code=""),
        "ees-geography | f.csv, row 6, column old_la_code | The cell is blank in a row of the level Local authority.",
    ),
    (
        "a council without its name",
        put(6, la_name=""),
        "ees-geography | f.csv, row 6, column la_name | The cell is blank in a row of the level Local authority.",
    ),
    (
        "a number of four digits",
        put(6, old_la_code="3010"),
        "ees-geography | f.csv, row 6, column old_la_code | The code does not have the form of this level's codes.",
    ),
    (
        "another council's code",
        put(6, new_la_code="E09000003"),
        "ees-geography | f.csv, row 6, column new_la_code | The council's number and its code do not belong together.",
    ),
    (
        "an obsolete symbol for a code",
        put(6, new_la_code=":"),
        "ees-geography | f.csv, row 6, column new_la_code | The council's number and its code do not belong together.",
    ),
    (
        "a region without its name",
        put(6, region_name=""),
        "ees-geography | f.csv, row 6, column region_code | Of a region's code and name the row has only one.",
    ),
    (
        "a region under another's name",
        put(4, region_name="South West"),
        "ees-geography | f.csv, row 4, column region_code | The code and the name do not belong together.",
    ),
    (
        "a country under another's name",
        put(2, country_name="Wales"),
        "ees-geography | f.csv, row 2, column country_code | The code and the name do not belong together.",
    ),
    (
        "a council in a national row",
        put(2, old_la_code="301", la_name="Northford", new_la_code="E09000002"),
        "ees-geography | f.csv, row 2, column old_la_code | The cell is filled in a row that is not about such a place.",
    ),
    (
        "a region in a national row",
        put(2, region_code="E12000001", region_name="North East"),
        "ees-geography | f.csv, row 2, column region_code | The cell is filled in a row that is not about such a place.",
    ),
    (
        "Total for a place",
        put(4, la_name="Total"),
        "ees-geography | f.csv, row 4, column la_name | The cell says Total or All, which is not a time or a place.",
    ),
    (
        "a row twice",
        lambda table: table.append(dict(table[4])),
        "ees-duplicates | f.csv, row 18 | The row is about the same time, place and filters as row 6.",
    ),
    (
        "a row twice with another value",
        lambda table: table.append(table[4] | {"leaver_count": "40"}),
        "ees-duplicates | f.csv, row 18 | The row is about the same time, place and filters as row 6.",
    ),
]


@pytest.mark.parametrize(
    ("change", "expected"), [error[1:] for error in ERRORS], ids=[error[0] for error in ERRORS]
)
def test_a_fault_is_refused_with_its_row_and_column(tmp_path: Path, change: Change, expected: str) -> None:
    """One fault in an otherwise sound file."""
    table = rows()
    change(table)
    assert f"error {expected}" in told(write(tmp_path, table, name="f.csv"))


@pytest.mark.parametrize(
    "column", ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"]
)
def test_a_column_that_every_file_has_must_be_there(tmp_path: Path, column: str) -> None:
    """Without it the rest is not checked."""
    path = write(tmp_path, headings=tuple(heading for heading in HEADINGS if heading != column))
    assert told(path) == [
        f"error ees-columns | {path.name}, row 1, column {column} | The column is missing, and every such file has it."
    ]


@pytest.mark.parametrize("column", ["region_code", "region_name", "old_la_code", "la_name", "new_la_code"])
def test_a_level_s_columns_must_be_there(tmp_path: Path, column: str) -> None:
    """A file with councils has the three columns of a council, and the two of a region."""
    path = write(tmp_path, headings=tuple(heading for heading in HEADINGS if heading != column))
    assert any(
        f"column {column} | The column is missing, and rows of the level" in line for line in told(path)
    )


def headed(old: str, new: str) -> str:
    """Write the sound file with another heading."""
    head, _, body = text(rows()).partition("\n")
    return f"{head.replace(old, new)}\n{body}"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            headed("leaver_percent", "leaver_count"),
            "ees-columns | f.csv, row 1, column leaver_count | The heading stands 2 times.",
        ),
        (
            headed("leaver_count", "leaver count"),
            "ees-columns | f.csv, row 1, column leaver count | The heading has a space in it.",
        ),
        (headed("leaver_percent", ""), "ees-columns | f.csv, row 1 | A column has no heading."),
        (text(rows()) + ",,,,,,,,,,,,,\n", "ees-rows | f.csv, row 18 | The row is blank."),
        (
            text(rows()) + "2025,Reporting year\n",
            "ees-rows | f.csv, row 18 | The row does not have as many cells as there are headings.",
        ),
        (
            text(rows()).replace(",", ";"),
            "import-file | f.csv, row 1 | The columns are not separated by commas.",
        ),
        (text([]), "import-file | f.csv | The file has no rows under its headings."),
        ("", "import-file | f.csv | The file is empty."),
        (
            text(rows()).replace("Barking", "Bark\x00ing", 1),
            "import-file | f.csv, row 6 | The row has a control character, which no text has.",
        ),
        (
            text(rows()) + '2025,"open',
            "import-file | f.csv, row 18 | A quotation mark is not closed, or a cell is far too long.",
        ),
        (
            text(rows()) + "2025," + "x" * 20_000,
            "import-file | f.csv, row 18 | A quotation mark is not closed, or a cell is far too long.",
        ),
    ],
)
def test_a_fault_of_the_file_s_shape_is_refused(tmp_path: Path, content: str, expected: str) -> None:
    """Headings, rows and characters."""
    path = tmp_path / "f.csv"
    path.write_text(content, encoding="utf-8")
    assert f"error {expected}" in told(path)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (text(rows()).encode("utf-16"), "The file is UTF-16 text."),
        (text(rows()).replace("Barking", "Bark£ng", 1).encode("cp1252"), "The row is not UTF-8 text."),
        (b"PK\x03\x04 a workbook", "This is a workbook or a zip file, not a CSV."),
    ],
)
def test_other_encodings_and_workbooks_are_refused(tmp_path: Path, content: bytes, expected: str) -> None:
    """With the advice to save as CSV UTF-8."""
    path = tmp_path / "f.csv"
    path.write_bytes(content)
    problem = screen_file(path)[0]
    assert problem.found == expected
    assert problem.fix.startswith("Save ")


WARNINGS: list[tuple[str, Change, str]] = [
    (
        "a region's name in other letters",
        put(4, region_name="north east"),
        "ees-geography | f.csv, row 4, column region_code | The code, or the name as it is written, is not in the list.",
    ),
    (
        "a region that is not listed",
        put(4, region_code="E12000099", region_name="Far North"),
        "ees-geography | f.csv, row 4, column region_code | The code, or the name as it is written, is not in the list.",
    ),
    (
        "only rows of schools",
        everywhere(geographic_level="School"),
        "ees-geography | f.csv, column geographic_level | Every row is of schools or providers, which are passed over.",
    ),
    (
        "a council that is not known",
        put(6, old_la_code="999", new_la_code="E06000999"),
        "ees-geography | f.csv, row 6, column new_la_code | The council's number and its code are not known.",
    ),
    (
        "a council under two names",
        put(6, la_name="North Ford"),
        "ees-geography | f.csv, column la_name | A council's code stands with two names.",
    ),
    (
        "a value longer than most",
        put(6, outcome="x" * 121),
        "ees-filters | f.csv, row 1, column outcome | The filter has a value longer than 120 characters.",
    ),
    (
        "a legacy sign",
        put(6, leaver_count="-"),
        "ees-values | f.csv, row 6, column leaver_count | The cell has a sign for a missing value that is no longer used.",
    ),
    (
        "no total",
        lambda table: [row.update(outcome="At rest") for row in table if row["outcome"] == "Total"],
        "ees-filters | f.csv, row 1, column outcome | The filter has no value Total.",
    ),
    (
        "a council without region",
        put(6, region_code="", region_name=""),
        "ees-geography | f.csv, row 6, column region_code | The row of a council does not say its region.",
    ),
    (
        "a council under another's name",
        everywhere(la_name="Barnet", region_code="", region_name="", geographic_level="Local authority"),
        "ees-geography | f.csv, row 6, column la_name | The council's name is not the one that DfE uses for its number (and 3 more rows).",
    ),
    (
        "a sign for nothing in a filter",
        put(6, outcome="n/a"),
        "ees-values | f.csv, row 6, column outcome | The cell has a sign for a missing value that is no longer used.",
    ),
    (
        "a column of a place that is blank",
        lambda table: [row.update(region_code="", region_name="") for row in table],
        "ees-columns | f.csv, row 1, column region_code | Every cell of the column is blank.",
    ),
    (
        "a long name of a place",
        put(6, la_name="x" * 121),
        "ees-geography | f.csv, row 6, column la_name | The cell is longer than 120 characters.",
    ),
    (
        "some rows of schools",
        put(6, geographic_level="School"),
        "ees-geography | f.csv, column geographic_level | Some rows are of schools or providers, which are passed over.",
    ),
]


@pytest.mark.parametrize(
    ("change", "expected"), [warned[1:] for warned in WARNINGS], ids=[warned[0] for warned in WARNINGS]
)
def test_what_dfe_only_advises_against_is_a_warning(tmp_path: Path, change: Change, expected: str) -> None:
    """It does not stop an import."""
    table = rows()
    change(table)
    assert f"warning {expected}" in told(write(tmp_path, table, name="f.csv"))


@pytest.mark.parametrize("heading", ["2_years_or_more", "turnover_rate_%", "CPP_start", "x" * 51])
def test_odd_headings_are_read_with_a_warning(tmp_path: Path, heading: str) -> None:
    """Published files have such headings."""
    path = tmp_path / "f.csv"
    path.write_text(headed("leaver_percent", heading), encoding="utf-8")
    assert {problem.severity for problem in screen_file(path)} == {Severity.WARNING}


@pytest.mark.parametrize("cell", ["c", "x", "z", "u", "k", "low", "0", "-1.5", "01:07"])
def test_numbers_durations_and_symbols_in_use_pass(tmp_path: Path, cell: str) -> None:
    """K and low are not zero; 01:07 is one year and seven months."""
    table = rows()
    put(6, leaver_count=cell)(table)
    assert told(write(tmp_path, table)) == []


def test_rows_about_two_councils_and_reorganised_councils_pass(tmp_path: Path) -> None:
    """Their codes stand with a slash between; an old number may have two codes."""
    table = rows()
    table += [
        row | {"old_la_code": "314 / 318", "new_la_code": "E09000021 / E09000027", "la_name": "Kingston upon Thames / Richmond upon Thames"}
        for row in table[4:6]
    ]
    table += [
        row | {"old_la_code": "815", "new_la_code": code, "la_name": "North Yorkshire"}
        for row in table[4:6]
        for code in ("E10000023", "E06000065")
    ]
    assert told(write(tmp_path, table)) == []


def test_a_filter_of_numbers_is_a_filter_and_not_a_duplicate(tmp_path: Path) -> None:
    """Ages stand before the last filter, and have no symbols."""
    table = [row | {"age": age} for row in rows() for age in ("17", "18", "Total")]
    table = [row for row in table if row["age"] != "Total"]
    assert not any("duplicates" in line for line in told(write(tmp_path, table)))


def test_the_metadata_file_says_which_columns_are_filters(tmp_path: Path) -> None:
    """It lies beside the file; a filter with one value does not belong in it."""
    path = write(tmp_path, name="f.csv")
    meta = "col_name,col_type,label\nage,Filter,Age\noutcome,Filter,O\nleaver_count,Indicator,C\nleaver_percent,Indicator,P\ngone,Indicator,G\n"
    (tmp_path / "f.meta.csv").write_text(meta, encoding="utf-8")
    assert [line for line in told(path) if line.startswith("error")] == [
        "error ees-columns | f.csv, row 1, column gone | The metadata file names this column, and the file does not have it.",
        "error ees-columns | f.csv, row 1, column age | The metadata file calls this a filter, and it has one value only.",
    ]


def placed(level: str, *columns: str, **cells: str) -> tuple[list[Row], tuple[str, ...]]:
    """Give a file with a row of another level, whose columns stand after the council's."""
    other = rows()[0] | {"geographic_level": level, "age": "17 to 18", "outcome": "At rest"} | cells
    return [*rows(), other], (*HEADINGS[:10], *columns, *HEADINGS[10:])


@pytest.mark.parametrize(
    ("level", "cells", "expected"),
    [
        (
            "MAT",
            {"trust_id": "x", "trust_name": "Ark"},
            "column trust_name | The code is x, and the name is not",
        ),
        (
            "MAT",
            {"trust_id": "1", "trust_name": "Not available"},
            "column trust_id | The name is 'Not available'",
        ),
        ("MAT", {"trust_id": "1"}, "column trust_name | The cell is blank in a row of the level MAT."),
        (
            "Ward",
            {"ward_code": "E0500001", "ward_name": "Castle"},
            "column ward_code | The code does not have the form",
        ),
        (
            "Ward",
            {"ward_code": "E14000001", "ward_name": "Castle"},
            "column ward_code | The code does not begin as codes",
        ),
    ],
)
def test_other_levels_are_looked_at_too(tmp_path: Path, level: str, cells: Row, expected: str) -> None:
    """Each by the rules of its own columns."""
    columns = ("trust_id", "trust_name") if level == "MAT" else ("ward_code", "ward_name")
    table, headings = placed(level, *columns, **cells)
    assert any(expected in line for line in told(write(tmp_path, table, headings=headings)))


def test_a_level_that_is_never_imported_is_said_not_to_be_compared(tmp_path: Path) -> None:
    """The national lists of wards and constituencies are not held here."""
    table, headings = placed("Ward", "ward_code", "ward_name", ward_code="E05000001", ward_name="Castle")
    table.append(table[-1] | {"outcome": "At sea", "ward_name": "Abbey"})
    lines = told(write(tmp_path, table, headings=headings, name="f.csv"))
    assert lines == [
        "warning ees-geography | f.csv, column ward_code | Codes of the level Ward are not compared with the national list.",
        "warning ees-geography | f.csv, column ward_name | A code stands with two names.",
    ]


@pytest.mark.parametrize("missing", ["old_la_code", "la_name", "new_la_code"])
def test_a_council_s_columns_come_together_where_no_row_is_a_council_s(tmp_path: Path, missing: str) -> None:
    """DfE asks for all three or none."""
    table = [row for row in rows() if row["geographic_level"] != "Local authority"]
    path = write(tmp_path, table, headings=tuple(heading for heading in HEADINGS if heading != missing))
    expected = f"column {missing} | The column is missing, and the file has the others of a council."
    assert any(expected in line for line in told(path))


@pytest.mark.parametrize(("headings", "refused"), [(HEADINGS[10:], True), (HEADINGS[12:], False)])
def test_a_school_s_name_is_a_filter_only_where_it_is_the_only_one(
    tmp_path: Path, headings: tuple[str, ...], *, refused: bool
) -> None:
    """Then it may say Total; beside another filter it is a place."""
    table = [row | {"school_name": name} for row in rows()[::2] for name in ("Elm School", "Total")]
    table += [row | {"outcome": "At sea"} for row in table if refused]
    lines = told(write(tmp_path, table, headings=(*HEADINGS[:10], "school_name", *headings)))
    assert any("column school_name | The cell says Total or All" in line for line in lines) == refused


def test_each_level_s_second_code_is_needed_but_a_planning_area_s_is_not(tmp_path: Path) -> None:
    """Schools have two numbers; no figure of a planning area is shown anywhere."""
    columns = ("school_urn", "school_name", "school_laestab", "planning_area_code", "planning_area_name")
    table, headings = placed("School", *columns, school_urn="100000", school_name="Elm School")
    table.append(rows()[0] | {"geographic_level": "Planning area", "outcome": "At sea"})
    lines = [line for line in told(write(tmp_path, table, headings=headings, name="f.csv")) if "blank" in line]
    assert lines == [
        "warning ees-columns | f.csv, row 1, column school_laestab | Every cell of the column is blank.",
        "warning ees-columns | f.csv, row 1, column planning_area_code | Every cell of the column is blank.",
        "warning ees-columns | f.csv, row 1, column planning_area_name | Every cell of the column is blank.",
        "error ees-geography | f.csv, row 18, column school_laestab | The cell is blank in a row of the level School.",
    ]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"trust_id": "1", "trust_name": "Elm"}, "column trust_id | A code stands with two names."),
        ({"trust_id": "2", "trust_name": "Ark"}, "column trust_name | A name stands with two codes."),
    ],
)
def test_a_place_without_a_national_list_has_one_name_and_one_code(
    tmp_path: Path, other: Row, found: str
) -> None:
    """The file itself shows the fault."""
    table, headings = placed("MAT", "trust_id", "trust_name", trust_id="1", trust_name="Ark")
    table.append(table[-1] | {"outcome": "At sea"} | other)
    assert any(found in line for line in told(write(tmp_path, table, headings=headings)))


def test_a_file_whose_only_filter_is_a_number_passes(tmp_path: Path) -> None:
    """Most rows would be twice there if the ages were values."""
    headings = (*HEADINGS[:10], "age", *HEADINGS[12:])
    table = [row | {"age": age} for row in rows()[::2] for age in ("17", "18")]
    assert told(write(tmp_path, table, headings=headings)) == []
    table.append(table[-1])
    assert any("ees-duplicates" in line for line in told(write(tmp_path, table, headings=headings)))


def test_a_whole_column_of_bad_numbers_is_not_taken_for_a_filter(tmp_path: Path) -> None:
    """It was meant as an indicator."""
    table = [
        row | {"leaver_percent": row["leaver_percent"] + "%"}
        for row in rows()
        if row["leaver_percent"] != "c"
    ]
    path = write(tmp_path, table, name="f.csv")
    assert told(path)[0].endswith(
        "column leaver_percent | The cell is neither a number nor a symbol (and 13 more rows)."
    )


def test_a_filter_s_groups_are_fewer_than_its_values(tmp_path: Path) -> None:
    """The metadata file says which column groups which."""
    path = write(tmp_path, name="f.csv")
    meta = "col_name,col_type,filter_grouping_column\noutcome,Filter,la_name\nleaver_count,Indicator,\nleaver_percent,Indicator,\n"
    (tmp_path / "f.meta.csv").write_text(meta, encoding="utf-8")
    assert any(
        line.endswith("The column la_name groups this filter, and has more values than it.")
        for line in told(path)
    )


def test_many_blank_rows_take_no_longer_than_others(tmp_path: Path) -> None:
    """They are counted, not looked for again and again."""
    path = tmp_path / "f.csv"
    path.write_text(text(rows()) + "\n" * 100_000, encoding="utf-8")
    began = time.process_time()
    assert told(path) == ["error ees-rows | f.csv, row 18 | The row is blank (and 99999 more rows)."]
    assert time.process_time() - began < 5


def test_a_file_of_more_rows_than_any_is_not_read_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor one of more bytes."""
    path = write(tmp_path, name="f.csv")
    monkeypatch.setattr(reading, "MOST_ROWS", 10)
    assert told(path) == ["error import-file | f.csv, row 11 | The file has more than 10 rows."]
    monkeypatch.setattr(reading, "LARGEST_FILE", 1_000)
    assert told(path) == ["error import-file | f.csv | The file is larger than 0.001 MB."]


def test_signs_that_some_programs_take_for_the_end_of_a_line_are_not_one(tmp_path: Path) -> None:
    """A name may hold them; a row ends with a line break only."""
    table = rows()
    put(6, outcome="At\u2028work\u0085")(table)
    lines = told(write(tmp_path, table, name="f.csv"))
    assert not any("as many cells" in line for line in lines)


def test_a_file_in_which_no_row_is_whole_is_told_so(tmp_path: Path) -> None:
    """Nothing is left to compare."""
    path = tmp_path / "f.csv"
    path.write_text(f"{','.join(HEADINGS)}\n2025,Reporting year\n2024\n", encoding="utf-8")
    expected = "error ees-rows | f.csv, row 2 | The row does not have as many cells as there are headings (and 1 more rows)."
    assert expected in told(path)


def test_a_value_is_never_repeated_in_a_problem(tmp_path: Path) -> None:
    """It could be a count of children."""
    table = rows()
    put(6, leaver_count="3 children")(table)
    assert "3 children" not in " ".join(told(write(tmp_path, table)))


def test_every_published_file_passes(shared_folder: Path) -> None:
    """None of the real files has an error."""
    files = sorted((shared_folder / "reference/ees").glob("*.csv"))
    assert len(files) == 19
    for path in files:
        assert [problem for problem in screen_file(path) if problem.severity is Severity.ERROR] == []


def test_a_file_that_is_no_table_raises_and_the_screen_says_so(tmp_path: Path) -> None:
    """Reading refuses; screening tells."""
    with pytest.raises(Refused):
        read_table(tmp_path / "none.csv")
    assert told(tmp_path / "none.csv") == ["error import-file | none.csv | There is no such file."]
    assert screen(read_table(write(tmp_path))[0]) == ()
    assert COUNCIL["new_la_code"] == "E09000002"
