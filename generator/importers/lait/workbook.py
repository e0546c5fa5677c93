"""Reading the workbook of statistical neighbours. Whether it is safe to open is asked in `importers.workbooks`."""

from pathlib import Path
from typing import Final

import openpyxl

from generator.importers.lait.reading import must_be_a_file, refuse
from generator.importers.workbooks import must_be_safe

MOST_ROWS: Final = 2_000
MOST_COLUMNS: Final = 100
NUMBER_HEADING: Final = "LA num"
NEIGHBOUR_HEADINGS: Final = tuple(f"SN{rank}" for rank in range(1, 11))
_AGAIN: Final = "Download the workbook again from its publisher."


def read_neighbours(workbook: Path) -> dict[int, tuple[int, ...]]:
    """Read each council's statistical neighbours, closest first, by DfE's numbers; raises Refused."""
    must_be_a_file(workbook)
    must_be_safe(workbook, _AGAIN)
    try:
        opened = openpyxl.load_workbook(workbook, read_only=True, data_only=True, keep_links=False)
        sheets = [
            list(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True))
            for sheet in opened.worksheets
        ]
        opened.close()
    except Exception:  # noqa: BLE001 - the library raises whatever it stumbles on; the file is refused either way
        raise refuse(workbook, "The workbook is damaged.", _AGAIN) from None
    for rows in sheets:
        neighbours = _from_rows(rows)
        if neighbours:
            return neighbours
    found = (
        f"No sheet has the headings {NUMBER_HEADING}, {NEIGHBOUR_HEADINGS[0]} to {NEIGHBOUR_HEADINGS[-1]}."
    )
    raise refuse(workbook, found, "Give DfE's workbook of statistical neighbours as it is published.")


def _from_rows(rows: list[tuple[object, ...]]) -> dict[int, tuple[int, ...]]:
    heading = next((row for row in rows if NUMBER_HEADING in row and NEIGHBOUR_HEADINGS[0] in row), None)
    if heading is None:
        return {}
    own = heading.index(NUMBER_HEADING)
    columns = [heading.index(name) for name in NEIGHBOUR_HEADINGS if name in heading]
    found: dict[int, tuple[int, ...]] = {}
    for row in rows[rows.index(heading) + 1 :]:
        number = _whole(row[own])
        if number is not None and number not in found:
            ranked = [_whole(row[column]) for column in columns]
            found[number] = tuple(neighbour for neighbour in ranked if neighbour is not None)
    return found


def _whole(cell: object) -> int | None:
    if isinstance(cell, str) and cell.strip().isascii() and cell.strip().isdigit():
        return int(cell)
    if isinstance(cell, bool) or not isinstance(cell, int | float) or cell != int(cell):
        return None
    return int(cell)
