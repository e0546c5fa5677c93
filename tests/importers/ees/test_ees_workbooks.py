"""A workbook made of a file of Explore education statistics is imported as the file is; what is wrong is told by its cell."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.cli import main
from generator.importers.ees import import_ees, list_file, reading, screen_file
from tests.importers.ees.made_ees import HEADINGS, PUBLISHED, Row, council, rows, write

TODAY = date(2026, 11, 22)


def nothing(_: Worksheet) -> None:
    """Change nothing."""


def as_workbook(folder: Path, table: list[Row] | None = None, change: Callable[[Worksheet], None] = nothing, *, cover: bool = False) -> Path:
    """The table as the sheet Data of a workbook, numbers as numbers; with a cover sheet if asked."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Data"
    sheet.append(HEADINGS)
    for row in rows() if table is None else table:
        cells = (row.get(heading, "") for heading in HEADINGS)
        sheet.append([int(cell) if cell.isdigit() else cell or None for cell in cells])
    change(sheet)
    if cover:
        book.create_sheet("Cover", 0).append(["Children leaving care: how to read this workbook"])
    path = folder / "leavers_2025.xlsx"
    book.save(path)
    return path


def told(path: Path) -> list[str]:
    return [f"{one.place}: {one.found}" for one in screen_file(path)]


def column(heading: str) -> int:
    return HEADINGS.index(heading) + 1


@pytest.mark.parametrize("cover", [False, True])
def test_a_workbook_is_imported_as_its_csv_is(tmp_path: Path, *, cover: bool) -> None:
    folder = council(tmp_path)
    published = import_ees([write(tmp_path)], folder, on=TODAY, write=False)
    from_book = import_ees([as_workbook(tmp_path, cover=cover)], folder, on=TODAY, write=False)
    table = "data/observations/imported/ees-made.csv"
    assert from_book.planned[table] == published.planned[table]
    assert "at-work,E09000002,2024-25,all,72" in published.planned[table]
    assert from_book.problems == published.problems == ()


def test_the_command_reads_a_workbook_and_the_entry_of_its_csv(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = council(tmp_path, PUBLISHED % {"use": "published"})
    assert main(["import", "ees", str(as_workbook(tmp_path)), "--folder", str(folder)]) == 0
    assert "Written: data/observations/imported/ees-made.csv" in capsys.readouterr().out


def test_what_a_workbook_holds_is_listed(tmp_path: Path) -> None:
    assert str(list_file(as_workbook(tmp_path))).replace(".xlsx", ".csv") == str(list_file(write(tmp_path)))


def test_a_fault_of_a_cell_is_told_by_sheet_row_and_column_and_nothing_is_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(6, column("leaver_count"), True)  # noqa: FBT003  the cell's value
        sheet.cell(7, column("leaver_percent"), 0.64).number_format = "0%"

    book = as_workbook(tmp_path, change=change)
    assert told(book) == [
        "leavers_2025.xlsx, sheet Data, row 6, column M: This cell is neither text, nor a number, nor a date.",
        "leavers_2025.xlsx, sheet Data, row 7, column N: This cell is formatted as a percentage, so that it holds another number than it shows.",
    ]
    assert main(["import", "ees", str(book), "--folder", str(council(tmp_path))]) == 1
    assert "leavers_2025.xlsx, sheet Data, row 6, column M" in capsys.readouterr().out
    assert not (tmp_path / "council/data/observations").exists()


def test_what_dfe_refuses_is_told_by_sheet_row_and_heading(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(6, column("leaver_count"), "39 leavers")

    (found,) = told(as_workbook(tmp_path, change=change))
    assert found.startswith("leavers_2025.xlsx, sheet Data, row 6, column leaver_count: ")


def test_a_row_that_is_blank_is_told_by_its_number_in_the_sheet(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.insert_rows(5)

    assert "leavers_2025.xlsx, sheet Data, row 5: The row is blank." in told(as_workbook(tmp_path, change=change))


def test_two_sheets_of_data_are_refused(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.parent.copy_worksheet(sheet)

    (found,) = told(as_workbook(tmp_path, change=change))
    assert found == (
        "leavers_2025.xlsx: 2 sheets have the headings time_period, time_identifier, geographic_level, country_code, country_name in the first row."
    )


@pytest.mark.parametrize(("content", "found"), [(b"", "The file is empty."), (b"a,b\n1,2\n", "This is not a workbook of the kind .xlsx, or it is damaged.")])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, found: str) -> None:
    path = tmp_path / "leavers.xlsx"
    path.write_bytes(content)
    assert told(path) == [f"leavers.xlsx: {found}"]


def test_a_sheet_that_reaches_further_than_any_file_is_refused(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(reading.SHEET.rows + 2, 1, 2024)

    (found,) = told(as_workbook(tmp_path, change=change))
    assert found == "leavers_2025.xlsx, sheet Data: The sheet has more than 30,000 rows or 1,000 columns, or far too much text."
