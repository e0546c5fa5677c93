"""Cells as CSV and as JSON.

A number keeps its minus sign; a text that a spreadsheet would run as a formula is given an apostrophe in CSV, and
only there. `<` is written as an escape in JSON, so that the text is safe inside any page.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from generator.release.open_data.rows import Cell, Filled
from generator.vocabulary import Labelled, Symbol

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
LIST_SIGN = ";"


def safe_cell(text: str) -> str:
    """A text cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def cell_text(cell: Cell) -> str:
    """One cell of a CSV file."""
    match cell:
        case None:
            text = ""
        case bool():
            text = "true" if cell else "false"
        case Labelled():
            text = cell.value
        case str():
            text = safe_cell(cell)
        case tuple():
            text = safe_cell(LIST_SIGN.join(cell))
        case Decimal():
            text = f"{cell:f}"
        case _:
            text = str(cell)  # a day as ISO 8601 writes it, or a whole number
    return text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as CSV with a header."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell_text(cell) for cell in row] for row in rows)
    return written.getvalue()


def table_csv(filled: Filled) -> str:
    """A table as CSV."""
    return csv_text(filled.table.header, filled.rows)


def plain(cell: Cell) -> object:
    """One cell as JSON says it: a number is a number, nothing is null, a list is a list."""
    match cell:
        case Labelled():
            return cell.value
        case Decimal():
            return number(cell)
        case date():
            return cell.isoformat()
        case tuple():
            return list(cell)
        case _:
            return cell


def plain_records(filled: Filled) -> list[dict[str, object]]:
    """The rows of a table as JSON objects; where a symbol stands in place of a number, the number is null."""
    numbers = {column.name for column in filled.table.columns if column.symbols}
    return [
        {name: None if name in numbers and isinstance(cell, Symbol) else plain(cell) for name, cell in record.items()}
        for record in filled.records()
    ]


def number(value: Decimal) -> int | float:
    """A JSON number: whole where the decimal is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def json_text(document: object, *, compact: bool = False) -> str:
    """A document as JSON, the same for the same content."""
    if compact:
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    else:
        text = json.dumps(document, ensure_ascii=False, indent=1)
    return text.replace("<", "\\u003c") + "\n"
