"""Faults of the metadata file beside a data file, and of words that DfE has harmonised: each with its message."""

from pathlib import Path

import pytest

from generator.importers.ees import screen_file
from tests.importers.ees.made_ees import HEADINGS, Row, rows, write

GOOD = """col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
outcome,Filter,Outcome,,,,Choose one,
leaver_count,Indicator,Number,,,0,,
leaver_percent,Indicator,Share,,%,1,,
"""
ABOUT = "f.meta.csv, row"


def told(folder: Path, meta: bytes, table: list[Row] | None = None, *more_headings: str) -> list[str]:
    """Screen the sound file with a metadata file beside it."""
    path = write(folder, table, headings=(*HEADINGS[:10], *more_headings, *HEADINGS[10:]), name="f.csv")
    path.with_name("f.meta.csv").write_bytes(meta)
    return [f"{one.severity.value} {one.code} | {one.place} | {one.found}" for one in screen_file(path)]


def test_a_sound_pair_of_files_passes(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD.encode()) == []
    assert told(tmp_path, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == []
    with_default = GOOD.replace("column\n", "column,filter_default\n").replace("one,\n", "one,,Total\n").replace(",,\n", ",,,\n")
    assert told(tmp_path, with_default.encode()) == []


READ_WRONGLY = [
    ("outcome,Filter", ",Filter", "2, column col_name | The column's name is blank."),
    ("outcome,Filter", "out come,Filter", "2, column col_name | The column's name has a space in it."),
    ("outcome,Filter", "outcome,filter", "2, column col_type | The kind of column is neither Filter nor Indicator."),
    ("outcome,Filter", "outcome,", "2, column col_type | The kind of column is neither Filter nor Indicator."),
    ("outcome,", "leaver_count,", "3, column col_name | The column is named a second time."),
    ("outcome,", "la_name,", "2, column col_name | A column of time or place is neither a filter nor an indicator."),
    ("one,", "one,region_name", "2, column col_name | A column of time or place is neither a filter nor an indicator."),
    ("col_name,", "column,", "1, column col_name | The column is missing, and every metadata file has it."),
    ("col_type,", "type,", "1, column col_type | The column is missing, and every metadata file has it."),
    ("label,", "col_type,", "1, column col_type | The heading stands 2 times."),
]


@pytest.mark.parametrize(("old", "new", "expected"), READ_WRONGLY)
def test_what_makes_the_data_file_read_wrongly_is_refused(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert f"error ees-columns | {ABOUT} {expected}" in told(tmp_path, GOOD.replace(old, new, 1).encode())


@pytest.mark.parametrize(
    "meta", [GOOD.replace("Share", "Sh£re").encode("cp1252"), GOOD.replace(",", ";").encode(), b"", b'col_name,"open'], ids=range(4)
)
def test_what_is_no_table_is_refused(tmp_path: Path, meta: bytes) -> None:
    found = "The metadata file is not a table of UTF-8 text, separated by commas."
    assert f"error ees-columns | {ABOUT} 1 | {found}" in told(tmp_path, meta)


UNPUBLISHED = [
    ("filter_hint,", "hint,", "1, column filter_hint | The column is missing, and every metadata file has it."),
    ("filter_hint,", "hint,", "1, column hint | The heading is not one of a metadata file's."),
    ("Outcome", "", "2, column label | The label is blank."),
    ("Outcome", "x" * 81, "2, column label | The label is longer than 80 characters."),
    ("Outcome", "Share", "4, column label | The label is that of another column."),
    ("Outcome,,", "Outcome,Leavers,", "2, column indicator_grouping | A filter has a group of indicators."),
    ("Outcome,,,", "Outcome,,%,", "2, column indicator_unit | A filter has a unit."),
    ("Outcome,,,,", "Outcome,,,0,", "2, column indicator_dp | A filter has a number of decimal places."),
    ("Number,,,0,,", "Number,,,0,Hint,", "3, column filter_hint | An indicator has a filter's hint."),
    ("Number,,,0,,", "Number,,,0,,outcome", "3, column filter_grouping_column | An indicator has a filter's group."),
    (",%,", ",per cent,", "4, column indicator_unit | The unit is not one of DfE's."),
    (",%,1", ",%,-1", "4, column indicator_dp | The number of decimal places is not a whole number."),
    (",%,1", ",%,two", "4, column indicator_dp | The number of decimal places is not a whole number."),
    (",%,1", ",%,", "4, column indicator_dp | An indicator does not say its number of decimal places."),
    ("one,", "one,leaver_count", "2, column filter_grouping_column | A group of filters is named as a column of its own."),
    ("Outcome", "NULL", "2, column col_name | The row has a word that a program wrote for nothing (NA or null)."),
    ("outcome,", ",,,,,,,\noutcome,", "2 | The row is blank."),
    ("Number,,,0,,\nleaver_percent,Indicator,Share,", "Number,All leavers,,0,,\nleaver_percent,Indicator,Share,All-leavers",
     "1, column indicator_grouping | Two groups of indicators differ only in spaces or punctuation."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), UNPUBLISHED)
def test_what_only_keeps_dfe_from_publishing_is_a_warning(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert f"warning ees-columns | {ABOUT} {expected}" in told(tmp_path, GOOD.replace(old, new, 1).encode())


def test_groups_of_filters_that_differ_in_a_sign_are_told(tmp_path: Path) -> None:
    table = [row | {"kind": "In work" if row["outcome"] == "Total" else "In-work"} for row in rows()]
    lines = told(tmp_path, GOOD.replace("one,", "one,kind", 1).encode(), table, "kind")
    assert "warning ees-filters | f.csv, row 1, column kind | Two groups of filters differ only in spaces or punctuation." in lines


def of_group(**cells: str) -> list[Row]:
    """Give the sound file with further columns, the same in each row but the first."""
    return [row | (cells if place else {}) for place, row in enumerate(rows())]


def screened(folder: Path, first: Row, **cells: str) -> list[str]:
    table = of_group(**cells)
    table[0] |= first
    path = write(folder, table, headings=(*HEADINGS[:10], *first, *HEADINGS[10:]), name="f.csv")
    return [f"{one.severity.value} {one.place} | {one.found}" for one in screen_file(path)]


@pytest.mark.parametrize(
    ("major", "minor", "listed"),
    [
        ("White", "Roma", True),
        ("White", "English / Welsh / Scottish / Northern Irish / British", True),
        ("Mixed / Multiple ethnic groups", "White and Asian", True),
        ("Mixed/Multiple ethnic groups", "Total", True),
        ("Unknown", "Unknown", True),
        ("Unknown", "Total", False),
        ("White", "Indian", False),
        ("White British", "Total", False),
        ("Mixed / Multiple ethnic groups", "Any other Mixed/Multiple ethnic background", False),
        ("Asian/ Asian British", "Indian", False),
        ("white", "Irish", False),
    ],
)
def test_ethnic_groups_are_those_of_the_harmonised_list(tmp_path: Path, major: str, minor: str, *, listed: bool) -> None:
    first = {"ethnicity_major": "Total", "ethnicity_minor": "Total"}
    found = "warning f.csv, row 3, column ethnicity_minor | The ethnic group is not one of the harmonised list (and 14 more rows)."
    assert (found in screened(tmp_path, first, ethnicity_major=major, ethnicity_minor=minor)) == (not listed)


@pytest.mark.parametrize(
    ("column", "group", "listed"),
    [
        ("ethnicity_major", "Other ethnic group", True),
        ("ethnicity_major", "Arab", False),
        ("ethnicity_minor", "Arab", True),
        ("ethnicity_minor", "Other ethnic group", False),
    ],
)
def test_major_and_minor_groups_are_known_by_themselves(tmp_path: Path, column: str, group: str, *, listed: bool) -> None:
    lines = screened(tmp_path, {column: "Total"}, **{column: group})
    assert any("harmonised list" in line for line in lines) == (not listed)


@pytest.mark.parametrize(
    ("group", "value", "expected"),
    [
        ("Ethnicity Major", "White", ""),
        ("Gender and Minority Ethnic", "Irish", ""),
        ("Gender", "Irishman", ""),
        ("Ethnicity Major", "Whyte", "characteristic | The ethnic group is not one of the harmonised list (and 14 more rows)."),
        ("Ethnicity", "White", "characteristic_group | The kind of ethnic group is not one of DfE's (and 14 more rows)."),
    ],
)
def test_ethnic_groups_among_characteristics_are_looked_at_too(
    tmp_path: Path, group: str, value: str, expected: str
) -> None:
    first = {"characteristic_group": "Total", "characteristic": "Total"}
    lines = [line for line in screened(tmp_path, first, characteristic_group=group, characteristic=value) if "thnic" in line]
    assert lines == ([f"warning f.csv, row 3, column {expected}"] if expected else [])


@pytest.mark.parametrize(
    ("heading", "standard"),
    [("ethnicity_major", True), ("ethnicity", False), ("school_type", False), ("education_phase", True), ("phase", False), ("sen_need", False), ("characteristic", False)],
)  # fmt: skip
def test_headings_are_the_harmonised_ones(tmp_path: Path, heading: str, *, standard: bool) -> None:
    lines = screened(tmp_path, {heading: "Total"}, **{heading: "White"})
    found = f"warning f.csv, row 1, column {heading} | The heading is not one of DfE's standard headings."
    assert (found in lines) == (not standard)


def test_every_council_is_known_by_its_name(shared_folder: Path) -> None:
    """The fingerprints are those of the names in the published files, where every council has one."""
    for path in sorted((shared_folder / "reference/ees").glob("*.csv")):
        assert not [one for one in screen_file(path) if one.place.column == "la_name"]
