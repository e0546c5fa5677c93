"""Reading a file of Explore education statistics (CSV or .xlsx) into text columns; all is text until it is asked for.

A file that is not a table at all is refused here; what is wrong inside a table is found by the checks.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.importers.decimals import read_decimal
from generator.importers.ees.words import (
    DURATION,
    LEGACY_SYMBOLS,
    MANDATORY_COLUMNS,
    NULLS,
    OBSOLETE_SYMBOLS,
    SYMBOLS,
    UNIT_COLUMNS,
)
from generator.importers.spreadsheet import ENDING, PUBLISHED, in_sheet, read_sheet
from generator.problems import Place, Problem, Refused, Severity

LARGEST_FILE: Final = 300_000_000
LARGEST_CELL: Final = 10_000
MOST_COLUMNS: Final = 1_000
FIRST_ROW: Final = 2
"""Rows are numbered as a spreadsheet does: the headings are row 1."""
_BYTE_ORDER_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_WORKBOOK: Final = b"PK\x03\x04"
_MEANT: Final = re.compile(r"£?-?\d[\d,]*(\.\d+)?%?", re.ASCII)
"""What was meant as a number, but is not written as one."""
_OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class EesTable:
    """A file, read: its columns by name, all of them text."""

    name: str
    headings: tuple[str, ...]
    """As they stand, also those that are blank or stand twice."""
    columns: Mapping[str, tuple[str, ...]]
    """By heading; of a heading that stands twice, the first."""
    rows: int
    metadata: Mapping[str, str] | None = None
    """From the metadata file beside it, if there is one: `Filter` or `Indicator` by column."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """From the metadata file: the column that groups the values of a filter, by the filter."""
    sheet: str | None = None
    """The sheet of a workbook that it stands in."""

    def column(self, name: str) -> tuple[str, ...]:
        """Give a column; blank cells when the file has no such column."""
        return self.columns.get(name) or ("",) * self.rows

    @cached_property
    def filters(self) -> tuple[str, ...]:
        """Columns that divide the rows, in the file's order."""
        return tuple(name for name in self._measured if self._is_filter[name])

    @cached_property
    def indicators(self) -> tuple[str, ...]:
        """Columns that hold values, in the file's order."""
        return tuple(name for name in self._measured if not self._is_filter[name])

    @cached_property
    def _measured(self) -> tuple[str, ...]:
        return tuple(name for name in self.columns if name and name not in UNIT_COLUMNS)

    @cached_property
    def _is_filter(self) -> dict[str, bool]:
        """Tell filters from indicators: by the metadata, or else by what stands in the columns."""
        told = self.metadata or {}
        guessed = {name: not looks_like_values(self.columns[name]) for name in self._measured}
        last_text = max((place for place, name in enumerate(self._measured) if guessed[name]), default=-1)
        for place, name in enumerate(self._measured):
            if name in told:
                guessed[name] = told[name] == "Filter"
            elif place < last_text and not any(cell in SYMBOLS for cell in self.columns[name]):
                # Filters stand before indicators, and some are numbers: ages, years, key stages.
                guessed[name] = True
        return guessed


def looks_like_values(cells: Iterable[str]) -> bool:
    """Tell whether a column holds values: more than half of its cells are numbers, durations or symbols."""
    distinct: dict[str, int] = {}
    for cell in cells:
        distinct[cell] = distinct.get(cell, 0) + 1
    filled = sum(count for cell, count in distinct.items() if cell.strip())
    values = sum(count for cell, count in distinct.items() if cell.strip() and is_value(cell.strip()))
    return values * 2 > filled or filled == 0


def is_value(cell: str) -> bool:
    """Tell whether a cell is, or was meant as, a number, a duration or any symbol, in use or not."""
    known = cell in SYMBOLS or cell in OBSOLETE_SYMBOLS or cell in LEGACY_SYMBOLS or cell in NULLS
    return (
        known
        or read_decimal(cell) is not None
        or DURATION.fullmatch(cell) is not None
        or bool(_MEANT.fullmatch(cell))
    )


def file_problem(path: Path, found: str, fix: str, row: int | None = None) -> Problem:
    """Say that a file is not a table that can be read."""
    return Problem(Place(path.name, row), "import-file", found, fix)


def read_table(path: Path) -> tuple[EesTable, tuple[Problem, ...]]:
    """Read a file and say what is wrong with its rows; raises Refused when it is not a table."""
    content, sheet = _content(path)
    try:
        table, problems = _table(path, _text(path, content), sheet)
    except Refused as refused:
        raise Refused(in_sheet(refused.problems, path, sheet)) from None
    return table, in_sheet(problems, path, sheet)


def _table(path: Path, text: str, sheet: str | None) -> tuple[EesTable, tuple[Problem, ...]]:
    limit = csv.field_size_limit(LARGEST_CELL)
    try:
        records = list(_records(path, text))
    finally:
        csv.field_size_limit(limit)
    if len(records) < FIRST_ROW:
        raise Refused(
            [file_problem(path, "The file has no rows under its headings.", "Download the file again.")]
        )
    headings = tuple(records[0])
    if len(headings) == 1:
        raise Refused(
            [
                file_problem(
                    path,
                    "The columns are not separated by commas.",
                    "Save the file as CSV UTF-8 (comma delimited).",
                    1,
                )
            ]
        )
    if len(headings) > MOST_COLUMNS:
        raise Refused(
            [file_problem(path, "The file has far too many columns.", "Download the file again.", 1)]
        )
    problems = tuple(_row_problems(path, records))
    whole = [record for record in records[1:] if len(record) == len(headings)]
    columns: dict[str, tuple[str, ...]] = {}
    for heading, cells in zip(
        headings, zip(*whole, strict=True) if whole else ((),) * len(headings), strict=True
    ):
        columns.setdefault(heading, cells)
    return EesTable(path.name, headings, columns, len(whole), *read_metadata(path), sheet), problems


def _content(path: Path) -> tuple[bytes, str | None]:
    """The file as CSV, and the sheet of a workbook that it stood in; raises Refused."""
    if not path.is_file():
        raise Refused([file_problem(path, "There is no such file.", "Check the name.")])
    if path.stat().st_size > LARGEST_FILE:
        raise Refused(
            [
                file_problem(
                    path, "The file is far larger than such a file can be.", "Download the file again."
                )
            ]
        )
    if path.suffix.lower() == ENDING and path.stat().st_size:
        sheet = read_sheet(path, headings=MANDATORY_COLUMNS, limits=PUBLISHED)
        return sheet.content, sheet.name
    return path.read_bytes(), None


def _text(path: Path, raw: bytes) -> str:
    if not raw.strip():
        raise Refused([file_problem(path, "The file is empty.", "Download the file again.")])
    if raw.startswith((_WORKBOOK, _OLD_WORKBOOK)):
        raise Refused(
            [
                file_problem(
                    path,
                    "This is a workbook or a zip file, not a CSV.",
                    "Save it as CSV UTF-8 (comma delimited), give a workbook a name that ends in .xlsx, or unpack it.",
                )
            ]
        )
    if raw.startswith(_BYTE_ORDER_MARKS):
        raise Refused(
            [file_problem(path, "The file is UTF-16 text.", "Save the file as CSV UTF-8 (comma delimited).")]
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        row = raw.count(b"\n", 0, fault.start) + 1
        raise Refused(
            [
                file_problem(
                    path, "The row is not UTF-8 text.", "Save the file as CSV UTF-8 (comma delimited).", row
                )
            ]
        ) from None
    control = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    if control:
        row = text.count("\n", 0, control.start()) + 1
        raise Refused(
            [
                file_problem(
                    path,
                    "The row has a control character, which no text has.",
                    "Download the file again.",
                    row,
                )
            ]
        )
    return text


def _records(path: Path, text: str) -> Iterator[list[str]]:
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        yield from reader
    except csv.Error:
        found = "A quotation mark is not closed, or a cell is far too long."
        raise Refused([file_problem(path, found, "Download the file again.", reader.line_num)]) from None


def _row_problems(path: Path, records: list[list[str]]) -> Iterator[Problem]:
    """Find rows that are blank or do not have a cell for each heading; one problem for each kind."""
    width = len(records[0])
    blank = [row for row, record in enumerate(records, 1) if not any(cell.strip() for cell in record)]
    ragged = [row for row, record in enumerate(records, 1) if len(record) != width and row not in set(blank)]
    if blank:
        yield Problem(
            Place(path.name, blank[0]),
            "ees-rows",
            f"The row is blank{more(len(blank))}.",
            "Take blank rows out.",
        )
    if ragged:
        found = f"The row does not have as many cells as there are headings{more(len(ragged))}."
        yield Problem(
            Place(path.name, ragged[0]), "ees-rows", found, "Download the file again, or mend the row."
        )


def more(count: int) -> str:
    """Say how many other rows have the same fault."""
    return "" if count == 1 else f" (and {count - 1} more rows)"


def read_metadata(path: Path) -> tuple[dict[str, str] | None, dict[str, str]]:
    """Read the metadata file beside a file: which columns are filters and indicators, and which group filters.

    None where there is no such file, or none that can be read.
    """
    beside = path.with_name(f"{path.stem}.meta.csv")
    try:
        if not beside.is_file() or beside.stat().st_size > LARGEST_FILE // 100:
            return None, {}
        rows = list(csv.DictReader(beside.read_text(encoding="utf-8-sig").splitlines(keepends=True)))
    except (OSError, UnicodeDecodeError, csv.Error):
        return None, {}
    groups = {row.get("col_name") or "": row.get("filter_grouping_column") or "" for row in rows}
    told = dict.fromkeys(groups.values(), "Filter")
    told |= {row.get("col_name") or "": row.get("col_type") or "" for row in rows}
    kinds = {name: kind for name, kind in told.items() if name and kind in ("Filter", "Indicator")}
    return kinds, {name: group for name, group in groups.items() if name and group}


def warning(place: Place, code: str, found: str, fix: str) -> Problem:
    """Make a problem that does not stop an import."""
    return Problem(place, code, found, fix, Severity.WARNING)
