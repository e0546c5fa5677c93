"""Reading a file of Explore education statistics (CSV or .xlsx) into text columns; all is text until it is asked for.

A file that is not a table at all is refused here; what is wrong inside a table is found by the checks.
"""

import csv
import io
import re
import sys
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
from generator.importers.spreadsheet import ENDING, Limits, in_sheet, read_sheet
from generator.problems import Place, Problem, Refused, Severity

LARGEST_FILE: Final = 25_000_000
MOST_ROWS: Final = 250_000
"""About ten times as large as any file about children in care or in need: what can be read within seconds."""
LARGEST_METADATA: Final = 1_000_000
LARGEST_CELL: Final = 10_000
MOST_COLUMNS: Final = 1_000
SHEET: Final = Limits(30_000, MOST_COLUMNS, LARGEST_FILE, 500_000)
"""Of a workbook less is read than of a CSV file: it takes ten times as long."""
FIRST_ROW: Final = 2
"""Rows are numbered as a spreadsheet does: the headings are row 1."""
_BYTE_ORDER_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_WORKBOOK: Final = b"PK\x03\x04"
_MEANT: Final = re.compile(r"£?-?\d[\d,]*(\.\d+)?%?", re.ASCII)
"""What was meant as a number, but is not written as one."""
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SMALLER: Final = "Check that it is the right one; leave out rows of schools or years that are not needed."
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
        _must_be_text(path, content)
        table, problems = _table(path, content, sheet)
    except Refused as refused:
        raise Refused(in_sheet(refused.problems, path, sheet)) from None
    return table, in_sheet(problems, path, sheet)


def _table(path: Path, content: bytes, sheet: str | None) -> tuple[EesTable, tuple[Problem, ...]]:
    rows = _Rows(path.name)
    limit = csv.field_size_limit(LARGEST_CELL)
    try:
        with io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="") as opened:
            rows.take(path, csv.reader(opened, strict=True))
    finally:
        csv.field_size_limit(limit)
    if rows.last < FIRST_ROW:
        raise Refused(
            [file_problem(path, "The file has no rows under its headings.", "Download the file again.")]
        )
    headings = tuple(rows.headings)
    columns: dict[str, tuple[str, ...]] = {}
    for heading, cells in zip(
        headings, zip(*rows.whole, strict=True) if rows.whole else ((),) * len(headings), strict=True
    ):
        columns.setdefault(heading, cells)
    table = EesTable(path.name, headings, columns, len(rows.whole), *read_metadata(path), sheet)
    return table, tuple(rows.problems())


@dataclass
class _Rows:
    """The rows of a file as they are read: those that are whole, and the numbers of the others."""

    name: str
    headings: list[str] = field(default_factory=list)
    last: int = 0
    whole: list[list[str]] = field(default_factory=list)
    _blank: list[int] = field(default_factory=list)
    _ragged: list[int] = field(default_factory=list)

    def take(self, path: Path, reader: Iterable[list[str]]) -> None:
        """Read to the end; a cell that stands many times is kept once. Raises Refused where no table can be read."""
        try:
            for number, record in enumerate(reader, 1):
                self.last = number
                if number == 1:
                    self.headings = record
                    _must_have_columns(path, record)
                    continue
                if self.last > MOST_ROWS:
                    found = f"The file has more than {MOST_ROWS:,} rows."
                    raise Refused([file_problem(path, found, _SMALLER, self.last)])
                width = len(record)
                if not any(map(str.strip, record)):
                    self._blank.append(self.last)
                elif width != len(self.headings):
                    self._ragged.append(self.last)
                if width == len(self.headings):
                    self.whole.append(list(map(sys.intern, record)))
        except csv.Error:
            found = "A quotation mark is not closed, or a cell is far too long."
            raise Refused([file_problem(path, found, "Download the file again.", self.last + 1)]) from None

    def problems(self) -> Iterator[Problem]:
        """Name rows that are blank or do not have a cell for each heading; one problem for each kind."""
        if self._blank:
            found = f"The row is blank{more(len(self._blank))}."
            yield Problem(Place(self.name, self._blank[0]), "ees-rows", found, "Take blank rows out.")
        if self._ragged:
            count = more(len(self._ragged))
            found = f"The row does not have as many cells as there are headings{count}."
            fix = "Download the file again, or mend the row."
            yield Problem(Place(self.name, self._ragged[0]), "ees-rows", found, fix)


def _must_have_columns(path: Path, headings: list[str]) -> None:
    if len(headings) == 1:
        found, fix = "The columns are not separated by commas.", "Save the file as CSV UTF-8 (comma delimited)."
        raise Refused([file_problem(path, found, fix, 1)])
    if len(headings) > MOST_COLUMNS:
        found = "The file has far too many columns."
        raise Refused([file_problem(path, found, "Download the file again.", 1)])


def _content(path: Path) -> tuple[bytes, str | None]:
    """The file as CSV, and the sheet of a workbook that it stood in; raises Refused."""
    if not path.is_file():
        raise Refused([file_problem(path, "There is no such file.", "Check the name.")])
    if path.stat().st_size > LARGEST_FILE:
        raise Refused(
            [
                file_problem(
                    path, f"The file is larger than {LARGEST_FILE / 1_000_000:g} MB.", _SMALLER
                )
            ]
        )
    if path.suffix.lower() == ENDING and path.stat().st_size:
        sheet = read_sheet(path, headings=MANDATORY_COLUMNS, limits=SHEET)
        return sheet.content, sheet.name
    return path.read_bytes(), None


def _must_be_text(path: Path, raw: bytes) -> None:
    """Raise Refused unless the bytes are UTF-8 text."""
    if not raw.strip():
        raise Refused([file_problem(path, "The file is empty.", "Download the file again.")])
    if raw.startswith((_WORKBOOK, _OLD_WORKBOOK)):
        found = "This is a workbook or a zip file, not a CSV."
        fix = "Save it as CSV UTF-8 (comma delimited), give a workbook a name that ends in .xlsx, or unpack it."
        raise Refused([file_problem(path, found, fix)])
    fix = "Save the file as CSV UTF-8 (comma delimited)."
    if raw.startswith(_BYTE_ORDER_MARKS):
        raise Refused([file_problem(path, "The file is UTF-16 text.", fix)])
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        row = raw.count(b"\n", 0, fault.start) + 1
        raise Refused([file_problem(path, "The row is not UTF-8 text.", fix, row)]) from None
    control = _CONTROL.search(raw)
    if control:
        found = "The row has a control character, which no text has."
        row = raw.count(b"\n", 0, control.start()) + 1
        raise Refused([file_problem(path, found, "Download the file again.", row)])


def more(count: int) -> str:
    """Say how many other rows have the same fault."""
    return "" if count == 1 else f" (and {count - 1} more rows)"


def read_metadata(path: Path) -> tuple[dict[str, str] | None, dict[str, str]]:
    """Read the metadata file beside a file: which columns are filters and indicators, and which group filters.

    None where there is no such file, or none that can be read.
    """
    beside = path.with_name(f"{path.stem}.meta.csv")
    try:
        if not beside.is_file() or beside.stat().st_size > LARGEST_METADATA:
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
