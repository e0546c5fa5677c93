"""One sheet of an officer's workbook (.xlsx) as CSV text, cell for cell; what the cells mean is said elsewhere.

What was calculated is taken as the spreadsheet program last saved it: what the officer saw. Nothing is calculated
here. No message holds a cell.
"""

import csv
import io
from collections.abc import Iterator, Sequence
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
MOST_CELLS: Final = 10_000_000
"""No larger sheet is read: a few bytes can say that a row begins a million cells on."""
_AGAIN: Final = "Open it in the spreadsheet program and save it again as .xlsx, or save the sheet as 'CSV UTF-8'."
_Rows = list[list[str]]


def sheet_as_csv(workbook: Path, sheet: str | None = None) -> bytes:
    """The sheet of that name, or the only one that holds anything, as CSV; raises Refused."""
    must_be_safe(workbook, _AGAIN)
    try:
        shown = openpyxl.load_workbook(workbook, read_only=True, data_only=True, keep_links=False)
        written = openpyxl.load_workbook(workbook, read_only=True, data_only=False, keep_links=False)
        name = _chosen(workbook, shown, sheet)
        rows = list(_rows(workbook, shown[name], written[name]))
        shown.close()
        written.close()
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - the library raises whatever it stumbles on; the file is refused either way
        raise refuse(workbook, "The workbook is damaged.", _AGAIN) from None
    return _as_csv(rows)


def _chosen(workbook: Path, book: Any, wanted: str | None) -> str:  # noqa: ANN401  openpyxl has no types
    """The name of the sheet to read."""
    names = [sheet.title for sheet in book.worksheets]
    if wanted is not None:
        if wanted in names:
            return wanted
        raise refuse(workbook, "No sheet has that name.", "Give the name of a sheet as its tab shows it.")
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    filled = [sheet.title for sheet in visible if _holds_anything(workbook, sheet)]
    if len(filled) == 1:
        return str(filled[0])
    if not filled:
        raise refuse(workbook, "No sheet holds anything.", "Check that the file is the right one.")
    raise refuse(workbook, f"{len(filled)} sheets hold something.", "Say with --sheet which one to read.")


def _holds_anything(workbook: Path, sheet: Any) -> bool:  # noqa: ANN401
    cells = (cell for row in _extent(workbook, sheet) for cell in row)
    return any(cell.value is not None and str(cell.value).strip() for cell in cells)


def _rows(workbook: Path, shown: Any, written: Any) -> Iterator[list[str]]:  # noqa: ANN401
    """The rows as text; raises Refused with every cell that cannot be taken over."""
    problems: list[Problem] = []
    size = 0
    for number, (values, formulas) in enumerate(zip(_extent(workbook, shown), _extent(workbook, written), strict=True), start=1):
        row = []
        for place, (cell, formula) in enumerate(zip(values, formulas, strict=True), start=1):
            text, fault = _text(cell, is_formula=formula.data_type == "f")
            if fault:
                problems += refuse(workbook, *fault, row=number, column=get_column_letter(place)).problems
            row.append(text)
        size += sum(map(len, row))
        if size > TABLE_BYTES or (number > MOST_ROWS and any(row)) or any(row[MOST_COLUMNS:]):
            raise _too_large(workbook)
        yield row
    if problems:
        raise Refused(problems)


def _extent(workbook: Path, sheet: Any) -> Iterator[Sequence[Any]]:  # noqa: ANN401
    """The rows of cells, as far as there are any: what a workbook says of its own extent may be wrong."""
    sheet.reset_dimensions()
    seen = 0
    for row in sheet.iter_rows():
        seen += len(row) + 1
        if seen > MOST_CELLS:
            raise _too_large(workbook)
        yield row


def _too_large(workbook: Path) -> Refused:
    found = f"The sheet has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns, or far too much text."
    return refuse(workbook, found, "Keep one table in the sheet and nothing else.")


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
