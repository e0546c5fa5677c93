"""LAIT's values and dictionary are read from workbooks as from the published files; what is wrong is told by its cell."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.cli import main
from generator.importers.lait import import_lait
from generator.importers.lait.reading import read_areas, read_dictionary, read_measures
from generator.problems import Refused
from tests.importers.lait.made_lait import COUNCIL, MadeLait

TODAY = date(2026, 11, 22)
Files = tuple[Path, Path, Path, Path]


def nothing(_: Worksheet) -> None:
    """Change nothing."""


@pytest.fixture
def made(tmp_path: Path) -> Files:
    return MadeLait(tmp_path).fill("2024", "2025").write()


def as_workbook(table: Path, change: Callable[[Worksheet], None] = nothing) -> Path:
    """A table as the sheet Values of a workbook; numbers as numbers, as a spreadsheet program keeps them."""
    if table.suffix == ".parquet":
        frame = pd.read_parquet(table)
        rows = [list(frame.columns), *frame.itertuples(index=False)]
    else:
        with table.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.reader(opened))
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Values"
    for row in rows:
        sheet.append([number(cell) for cell in row])
    change(sheet)
    path = table.with_suffix(".xlsx")
    book.save(path)
    return path


def number(cell: object) -> object:
    try:
        return float(str(cell))
    except ValueError:
        return cell


def told(read: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as refused:
        read()
    return [f"{one.place}: {one.found}" for one in refused.value.problems]


def test_workbooks_give_what_the_published_files_give(made: Files) -> None:
    bulk, dictionary, neighbours, council = made
    published = import_lait(bulk, dictionary, neighbours, council, on=TODAY, write=False)
    from_books = import_lait(as_workbook(bulk), as_workbook(dictionary), neighbours, council, on=TODAY, write=False)
    table = "data/observations/imported/lait.csv"
    assert from_books.planned[table] == published.planned[table]
    assert (from_books.rows, from_books.problems) == (published.rows, published.problems)
    assert published.rows[table] == 10


def test_the_command_reads_workbooks_and_writes(made: Files, capsys: pytest.CaptureFixture[str]) -> None:
    bulk, dictionary, neighbours, council = made
    assert main(["import", "lait", str(as_workbook(bulk)), str(as_workbook(dictionary)), str(neighbours), "--folder", str(council)]) == 0
    assert "Written: data/observations/imported/lait.csv" in capsys.readouterr().out
    assert "caseload,E09000002,2025-09-30,all,19.5" in (council / "data/observations/imported/lait.csv").read_text(encoding="utf-8")


def test_a_council_s_number_that_is_none_is_told_by_its_cell(made: Files) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(4, 6, "none")

    book = as_workbook(made[0], change)
    place = "bulk.xlsx, sheet Values, row 4, column LA Number: A council's number is not a number."
    assert told(lambda: read_areas(book)) == [place]
    assert told(lambda: read_measures(book, ["Cases"])) == [place]


def test_a_value_given_twice_is_told_by_its_row(made: Files) -> None:
    last = 0

    def change(sheet: Worksheet) -> None:
        nonlocal last
        sheet.append([cell.value for cell in sheet[2]])
        last = sheet.max_row

    book = as_workbook(made[0], change)
    assert told(lambda: read_measures(book, ["Cases"])) == [f"bulk.xlsx, sheet Values, row {last}, column Cases: Two rows give a value for the same area and year."]


@pytest.mark.parametrize(("place", "heading", "column"), [(3, "Year", "Years"), (2, "Values", "Values")])
def test_a_sheet_without_a_column_or_with_two_of_a_name_is_refused(made: Files, place: int, heading: str, column: str) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(1, place, heading)

    assert told(lambda: read_areas(as_workbook(made[0], change))) == [f"bulk.xlsx, sheet Values, row 1: The first row does not have one column {column}."]


def test_a_dictionary_without_a_column_is_told_with_its_sheet(made: Files) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(1, 2, "Way")

    assert told(lambda: read_dictionary(as_workbook(made[1], change))) == ["dictionary.xlsx, sheet Values: It has no column Polarity."]


def test_blank_rows_of_a_sheet_are_passed_over(made: Files) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.insert_rows(3, 2)

    assert read_areas(as_workbook(made[0], change))[COUNCIL] == ("Northford", "North East")
