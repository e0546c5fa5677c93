"""The metadata file beside a file: whether it has the form that DfE asks for.

It comes with files that DfE has not published yet. A fault that changes how the data file is read is an error; one
that only keeps DfE from publishing it is a warning. Where it contradicts the data file is found with the headings.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from generator.importers.ees.reading import FIRST_ROW, LARGEST_METADATA, EesTable, more, warning
from generator.importers.ees.words import NAMES_AS_FILTERS, NULLS, UNIT_COLUMNS
from generator.problems import Place, Problem

COLUMNS: Final = (
    "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint",
    "filter_grouping_column",
)  # fmt: skip
NEEDED: Final = frozenset({"col_name", "col_type"})
NEWER_COLUMNS: Final = frozenset({"filter_default"})
LONGEST_LABEL: Final = 80
UNITS: Final = frozenset({"%", "pp", "£", "£m"})
KINDS: Final = frozenset({"Filter", "Indicator"})
Row = dict[str, str]
Rule = tuple[bool, str, str, Callable[[Row], object]]
"""Whether it is an error, the column, what was found, and which rows it is found in."""


def _filter(row: Row) -> bool:
    return row["col_type"] == "Filter"


def _indicator(row: Row) -> bool:
    return row["col_type"] == "Indicator"


_RULES: Final[tuple[Rule, ...]] = (
    (True, "col_name", "The column's name is blank", lambda row: not row["col_name"].strip()),
    (True, "col_name", "The column's name has a space in it", lambda row: re.search(r"\s", row["col_name"])),
    (True, "col_type", "The kind of column is neither Filter nor Indicator", lambda row: row["col_type"] not in KINDS),
    (False, "label", "The label is blank", lambda row: not row["label"].strip()),
    (False, "label", f"The label is longer than {LONGEST_LABEL} characters", lambda row: len(row["label"]) > LONGEST_LABEL),
    (False, "indicator_grouping", "A filter has a group of indicators", lambda row: _filter(row) and row["indicator_grouping"]),
    (False, "indicator_unit", "A filter has a unit", lambda row: _filter(row) and row["indicator_unit"]),
    (False, "indicator_dp", "A filter has a number of decimal places", lambda row: _filter(row) and row["indicator_dp"]),
    (False, "filter_hint", "An indicator has a filter's hint", lambda row: _indicator(row) and row["filter_hint"]),
    (False, "filter_grouping_column", "An indicator has a filter's group", lambda row: _indicator(row) and row["filter_grouping_column"]),
    (False, "indicator_unit", "The unit is not one of DfE's", lambda row: _indicator(row) and row["indicator_unit"] and row["indicator_unit"] not in UNITS),
    (False, "indicator_dp", "The number of decimal places is not a whole number", lambda row: _indicator(row) and row["indicator_dp"] and not re.fullmatch(r"\d{1,2}", row["indicator_dp"], re.ASCII)),
    (False, "indicator_dp", "An indicator does not say its number of decimal places", lambda row: _indicator(row) and not row["indicator_dp"]),
)  # fmt: skip


def metadata_problems(path: Path, table: EesTable) -> Iterator[Problem]:
    """Find faults in the metadata file beside a data file; none when there is no such file."""
    beside = path.with_name(f"{path.stem}.meta.csv")
    if not beside.is_file():
        return
    records = _records(beside)
    if records is None:
        found = "The metadata file is not a table of UTF-8 text, separated by commas."
        yield _fault(beside.name, 1, None, found)
        return
    headings = [heading.strip() for heading in records[0]]
    yield from _heading_problems(beside.name, headings)
    if not set(headings) >= NEEDED:
        return
    blank = [row for row, record in enumerate(records, 1) if not any(map(str.strip, record))]
    if blank:
        yield _unpublished(beside.name, blank, None, "The row is blank")
    rows = [
        (number, dict.fromkeys(COLUMNS, "") | dict(zip(headings, record, strict=False)))
        for number, record in enumerate(records[1:], FIRST_ROW)
        if any(map(str.strip, record))
    ]
    for is_error, column, found, faulty in _RULES:
        faulted = [number for number, row in rows if faulty(row)]
        if faulted:
            yield (_read_wrongly if is_error else _unpublished)(beside.name, faulted, column, found)
    yield from _across(beside.name, rows)
    yield from _alike(beside.name, rows, table)


def _records(beside: Path) -> list[list[str]] | None:
    """Read the metadata file's rows; None when it is not such a table."""
    if beside.stat().st_size > LARGEST_METADATA:
        return None
    try:
        text = beside.read_bytes().decode("utf-8-sig")
        records = list(csv.reader(text.splitlines(keepends=True), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
    return records if records and len(records[0]) > 1 else None


def _heading_problems(name: str, headings: list[str]) -> Iterator[Problem]:
    for column in COLUMNS:
        if column not in headings:
            found = "The column is missing, and every metadata file has it"
            yield (_read_wrongly if column in NEEDED else _unpublished)(name, [1], column, found)
    for heading, count in Counter(headings).items():
        if heading not in {*COLUMNS, *NEWER_COLUMNS}:
            yield _unpublished(name, [1], heading or None, "The heading is not one of a metadata file's")
        elif count > 1:
            yield _read_wrongly(name, [1], heading, f"The heading stands {count} times")


def _across(name: str, rows: list[tuple[int, Row]]) -> Iterator[Problem]:
    """Find what shows only when the rows are read together."""
    names = [row["col_name"] for _, row in rows]
    filters = [row for _, row in rows if _filter(row)]
    places = UNIT_COLUMNS - (NAMES_AS_FILTERS if len(filters) == 1 else frozenset())
    checks: tuple[tuple[bool, str, str, Iterable[int]], ...] = (
        (True, "col_name", "The column is named a second time", _again(rows, "col_name")),
        (False, "label", "The label is that of another column", _again(rows, "label")),
        (True, "col_name", "A column of time or place is neither a filter nor an indicator",
         [number for number, row in rows if {row["col_name"], row["filter_grouping_column"]} & places]),
        (False, "filter_grouping_column", "A group of filters is named as a column of its own",
         [number for number, row in rows if row["filter_grouping_column"] and row["filter_grouping_column"] in names]),
        (False, "col_name", "The row has a word that a program wrote for nothing (NA or null)",
         [number for number, row in rows if NULLS & set(row.values())]),
    )  # fmt: skip
    for is_error, column, found, numbers in checks:
        faulted = list(numbers)
        if faulted:
            yield (_read_wrongly if is_error else _unpublished)(name, faulted, column, found)


def _again(rows: list[tuple[int, Row]], column: str) -> Iterator[int]:
    seen: set[str] = set()
    for number, row in rows:
        if row[column] and row[column] in seen:
            yield number
        seen.add(row[column])


def _alike(name: str, rows: list[tuple[int, Row]], table: EesTable) -> Iterator[Problem]:
    """Find groups that differ only in punctuation or spaces, of filters and of indicators."""
    for column in dict.fromkeys(table.groups.values()):
        if _differ_in_signs(table.column(column)):
            found = "Two groups of filters differ only in spaces or punctuation."
            yield warning(Place(table.name, 1, column), "ees-filters", found, "Write each group in one way.")
    if _differ_in_signs(row["indicator_grouping"] for _, row in rows if _indicator(row)):
        found = "Two groups of indicators differ only in spaces or punctuation"
        yield _unpublished(name, [1], "indicator_grouping", found)


def _differ_in_signs(cells: Iterable[str]) -> bool:
    distinct = {cell for cell in cells if cell}
    return len({"".join(filter(str.isalnum, cell)) for cell in distinct}) < len(distinct)


def _fault(name: str, row: int, column: str | None, found: str) -> Problem:
    fix = "Mend the metadata file, or take it away: without it the columns are told from what stands in them."
    return Problem(Place(name, row, column), "ees-columns", found, fix)


def _read_wrongly(name: str, rows: list[int], column: str | None, found: str) -> Problem:
    return _fault(name, rows[0], column, f"{found}{more(len(rows))}.")


def _unpublished(name: str, rows: list[int], column: str | None, found: str) -> Problem:
    fix = "Nothing, unless you publish the file."
    return warning(Place(name, rows[0], column), "ees-columns", f"{found}{more(len(rows))}.", fix)
