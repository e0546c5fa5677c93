"""One sheet of a workbook (.xlsx) as CSV text, cell for cell; what the cells mean is said elsewhere.

What was calculated is taken as the spreadsheet program last saved it: what the officer saw. Nothing is calculated
here. No message holds a cell.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import openpyxl
from openpyxl.utils import get_column_letter

from generator.importers.workbooks import must_be_safe, refuse
from generator.problems import Problem, Refused
from generator.records.layout import CELL_CHARACTERS, MOST_COLUMNS, MOST_ROWS, TABLE_BYTES

ENDING: Final = ".xlsx"
DIGITS: Final = ".15g"
"""As many digits as a spreadsheet program shows: 0.1 + 0.2 is 0.3."""
_AGAIN: Final = "Open it in the spreadsheet program and save it again as .xlsx, or save the sheet as 'CSV UTF-8'."
_Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest sheet that is read."""

    rows: int
    columns: int
    characters: int
    cells: int
    """Also empty ones: a few bytes can say that a row begins a million cells on."""
    times: int = 1
    """How many times the usual size the whole workbook may have."""


OFFICERS: Final = Limits(MOST_ROWS, MOST_COLUMNS, TABLE_BYTES, 10_000_000)
"""A sheet that somebody at the council filled in."""
PUBLISHED: Final = Limits(1_048_576, 1_000, 300_000_000, 100_000_000, times=10)
"""A file of published statistics, as large as a spreadsheet program can keep."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was read."""

    name: str
    content: bytes
    """As CSV, with the sheet's own numbers of rows."""


def read_sheet(
    workbook: Path, wanted: str | None = None, *, headings: Sequence[str] = (), limits: Limits = OFFICERS
) -> Sheet:
    """The sheet of that name; else the one that holds anything, or of several the one with the headings; raises Refused."""
    must_be_safe(workbook, _AGAIN, limits.times)
    try:
        with _opened(workbook, results=True) as shown, _opened(workbook, results=False) as written:
            name = _named(workbook, shown, wanted) if wanted is not None else _chosen(workbook, shown, headings, limits)
            rows = list(_rows(workbook, shown[name], written[name], limits))
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - the library raises whatever it stumbles on; the file is refused either way
        raise refuse(workbook, "The workbook is damaged.", _AGAIN) from None
    return Sheet(name, _as_csv(rows))


def _opened(workbook: Path, *, results: bool) -> closing[Any]:
    """The workbook with the results of what was calculated, or with the formulas."""
    return closing(openpyxl.load_workbook(workbook, read_only=True, data_only=results, keep_links=False))


def in_sheet(problems: Iterable[Problem], workbook: Path, sheet: str | None) -> tuple[Problem, ...]:
    """The problems, with the sheet in those about the workbook; as they are where there is no sheet."""
    return tuple(
        replace(one, place=replace(one.place, sheet=sheet))
        if sheet is not None and one.place.file == workbook.name and one.place.sheet is None
        else one
        for one in problems
    )


def _named(workbook: Path, book: Any, wanted: str) -> str:  # noqa: ANN401  openpyxl has no types
    if wanted not in [sheet.title for sheet in book.worksheets]:
        raise refuse(workbook, "No sheet has that name.", "Give the name of a sheet as its tab shows it.")
    return wanted


def _chosen(workbook: Path, book: Any, headings: Sequence[str], limits: Limits) -> str:  # noqa: ANN401
    """The name of the sheet to read."""
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    filled = [sheet for sheet in visible if _holds_anything(workbook, sheet, limits)]
    if not filled:
        raise refuse(workbook, "No sheet holds anything.", "Check that the file is the right one.")
    if len(filled) > 1 and headings:
        filled = [sheet for sheet in filled if _is_headed(workbook, sheet, headings, limits)]
        if len(filled) != 1:
            count = "No sheet has" if not filled else f"{len(filled)} sheets have"
            found = f"{count} the headings {', '.join(headings)} in the first row."
            raise refuse(workbook, found, "Leave in the workbook the one sheet that is to be read, with its headings in row 1.")
    if len(filled) > 1:
        raise refuse(workbook, f"{len(filled)} sheets hold something.", "Say with --sheet which one to read.")
    return str(filled[0].title)


def _is_headed(workbook: Path, sheet: Any, headings: Sequence[str], limits: Limits) -> bool:  # noqa: ANN401
    first = next(_extent(workbook, sheet, limits), ())
    return set(headings) <= {str(cell.value).strip() for cell in first}


def _holds_anything(workbook: Path, sheet: Any, limits: Limits) -> bool:  # noqa: ANN401
    cells = (cell for row in _extent(workbook, sheet, limits) for cell in row)
    return any(cell.value is not None and str(cell.value).strip() for cell in cells)


def _rows(workbook: Path, shown: Any, written: Any, limits: Limits) -> Iterator[list[str]]:  # noqa: ANN401
    """The rows as text; raises Refused with every cell that cannot be taken over."""
    problems: list[Problem] = []
    size = 0
    for number, values, formulas in _both(_extent(workbook, shown, limits), _extent(workbook, written, limits)):
        row = []
        for place, (cell, formula) in enumerate(zip(values, formulas, strict=True), start=1):
            text, fault = _text(cell, is_formula=formula.data_type == "f")
            if fault:
                problems += refuse(workbook, *fault, row=number, column=get_column_letter(place), sheet=shown.title).problems
            row.append(text)
        size += sum(map(len, row))
        if size > limits.characters or (number > limits.rows and any(row)) or any(row[limits.columns :]):
            raise _too_large(workbook, shown, limits)
        yield row
    if problems:
        raise Refused(problems)


def _both(*rows: Iterator[Sequence[Any]]) -> Iterator[tuple[int, Sequence[Any], Sequence[Any]]]:
    for number, (values, formulas) in enumerate(zip(*rows, strict=True), start=1):
        yield number, values, formulas


def _extent(workbook: Path, sheet: Any, limits: Limits) -> Iterator[Sequence[Any]]:  # noqa: ANN401
    """The rows of cells, as far as there are any: what a workbook says of its own extent may be wrong."""
    sheet.reset_dimensions()
    seen = 0
    for row in sheet.iter_rows():
        seen += len(row) + 1
        if seen > limits.cells:
            raise _too_large(workbook, sheet, limits)
        yield row


def _too_large(workbook: Path, sheet: Any, limits: Limits) -> Refused:  # noqa: ANN401
    found = f"The sheet has more than {limits.rows:,} rows or {limits.columns:,} columns, or far too much text."
    return refuse(workbook, found, "Keep one table in the sheet and nothing else.", sheet=sheet.title)


def _text(cell: Any, *, is_formula: bool) -> tuple[str, tuple[str, str] | None]:  # noqa: ANN401
    """A cell as text, or what is wrong with it and how to mend it."""
    value = cell.value
    if value is None:
        if is_formula:
            return "", ("This cell is calculated, and its result was not saved.", _AGAIN)
        return "", None
    if isinstance(value, str):
        if len(value) > CELL_CHARACTERS:
            return "", (f"The cell holds more than {CELL_CHARACTERS:,} characters.", "Shorten it.")
        return " ".join(value.split()), None
    layout = str(cell.number_format or "").lower()
    if isinstance(value, bool) or not isinstance(value, int | float | date):
        return "", ("This cell is neither text, nor a number, nor a date.", "Write a number or a word in it.")
    if isinstance(value, date):
        return _day(value, layout), None
    if "%" in layout:
        found = "This cell is formatted as a percentage, so that it holds another number than it shows."
        return "", (found, "Format it as a plain number and write 42.9 for 42.9%.")
    return f"{Decimal(format(value, DIGITS)):f}", None


def _day(value: date, layout: str) -> str:
    """A day as 2025-03-31; as 2025-03 where the cell shows a month and no day, as a program makes of 2025-03."""
    day = value.date() if isinstance(value, datetime) else value
    return day.isoformat() if "d" in layout else day.isoformat()[:7]


def _as_csv(rows: _Rows) -> bytes:
    """Without the empty cells at the ends of rows, and the empty rows at the end, that a sheet has besides its table."""
    width = max((place for row in rows for place, text in enumerate(row, 1) if text), default=0)
    while rows and not any(rows[-1]):
        rows.pop()
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows(_padded(row, width) for row in rows)
    return written.getvalue().encode()


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]
