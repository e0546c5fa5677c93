"""An officer's workbook becomes CSV cell for cell; whatever could hide, deceive or burst is refused by its place."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from generator.importers import workbooks
from generator.importers.spreadsheet import OFFICERS, PUBLISHED, Limits, in_sheet, read_sheet
from generator.problems import Place, Problem, Refused
from generator.records.layout import MOST_ROWS

Row = list[object]


def made(path: Path, *rows: Row, change: Callable[[Workbook], None] = lambda _: None) -> Path:
    """A workbook with these rows in its first sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    change(book)
    book.save(path)
    return path


def sheet_as_csv(path: Path, sheet: str | None = None) -> bytes:
    return read_sheet(path, sheet).content


def problems(path: Path, sheet: str | None = None, limits: Limits = OFFICERS) -> list[tuple[int | None, str | None, str]]:
    """Where and what is wrong with a workbook that must be refused."""
    with pytest.raises(Refused) as refused:
        read_sheet(path, sheet, limits=limits)
    return [(one.place.row, one.place.column, one.found) for one in refused.value.problems]


def of_kind(path: Path, kind: str, value: object) -> Path:
    """A workbook whose cell B1 has a number format."""

    def change(book: Workbook) -> None:
        cell = book.worksheets[0].cell(1, 2, value)  # type: ignore[arg-type]
        cell.number_format = kind

    return made(path, ["x"], change=change)


def test_numbers_words_and_empty_cells_are_taken_over(tmp_path: Path) -> None:
    book = made(tmp_path / "raw.xlsx", ["x", "a", "b"], ["one, two", 3, 42.9], [], ["three", None, 0.1 + 0.2], [None, None, None])
    assert sheet_as_csv(book) == b'x,a,b\n"one, two",3,42.9\n,,\nthree,,0.3\n'


def test_line_breaks_in_a_cell_do_not_move_the_rows_below(tmp_path: Path) -> None:
    assert sheet_as_csv(made(tmp_path / "raw.xlsx", ["one\ntwo\r\n three", 1])) == b"one two three,1\n"


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("yyyy-mm-dd", date(2025, 3, 31), "2025-03-31"),
        ("dd/mm/yyyy", datetime(2025, 3, 31), "2025-03-31"),  # noqa: DTZ001  a cell has no time zone
        ("mmm-yy", date(2025, 10, 1), "2025-10"),
        ("0", 1e9, "1000000000"),
        ("General", 1e-7, "0.0000001"),
        ("@", "2025-10", "2025-10"),
    ],
)
def test_days_months_and_numbers_are_written_as_the_files_write_them(tmp_path: Path, kind: str, value: object, text: str) -> None:
    assert sheet_as_csv(of_kind(tmp_path / "raw.xlsx", kind, value)) == f"x,{text}\n".encode()


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        ("0.0%", 0.429, "This cell is formatted as a percentage, so that it holds another number than it shows."),
        ("General", "=SUM(A1:A9)", "This cell is calculated, and its result was not saved."),
        ("General", True, "This cell is neither text, nor a number, nor a date."),
        ("General", "x" * 5001, "The cell holds more than 5,000 characters."),
    ],
)
def test_a_cell_that_could_deceive_is_refused_by_its_place(tmp_path: Path, kind: str, value: object, found: str) -> None:
    assert problems(of_kind(tmp_path / "raw.xlsx", kind, value)) == [(1, "B", found)]


def test_every_such_cell_is_told_and_none_is_echoed(tmp_path: Path) -> None:
    book = made(tmp_path / "raw.xlsx", ["x", "=777"], [True, 888])
    told = problems(book)
    assert [(row, column) for row, column, _ in told] == [(1, "B"), (2, "A")]
    assert not any("777" in found or "888" in found for _, _, found in told)


def test_what_was_calculated_is_taken_as_it_was_saved(tmp_path: Path) -> None:
    """As a spreadsheet program writes it: the formula and its result side by side."""
    book = made(tmp_path / "raw.xlsx", ["x", "=A2*2"])
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    saved = parts[sheet].replace(b"<v></v>", b"<v>14</v>").replace(b"<v />", b"<v>14</v>").replace(b"<v/>", b"<v>14</v>")
    assert saved != parts[sheet]
    with zipfile.ZipFile(book, "w") as archive:
        for name, content in (parts | {sheet: saved}).items():
            archive.writestr(name, content)
    assert sheet_as_csv(book) == b"x,14\n"


def two_sheets(path: Path, *, second_hidden: bool = False) -> Path:
    def change(book: Workbook) -> None:
        second = book.create_sheet("Notes")
        second.append(["note", 5])
        book.create_sheet("Empty")
        second.sheet_state = "hidden" if second_hidden else "visible"

    return made(path, ["x", 1], change=change)


def test_of_two_sheets_one_must_be_named(tmp_path: Path) -> None:
    book = two_sheets(tmp_path / "raw.xlsx")
    assert problems(book) == [(None, None, "2 sheets hold something.")]
    assert sheet_as_csv(book, "Notes") == b"note,5\n"
    assert problems(book, "notes") == [(None, None, "No sheet has that name.")]


def test_a_hidden_sheet_is_not_taken_for_the_table(tmp_path: Path) -> None:
    assert sheet_as_csv(two_sheets(tmp_path / "raw.xlsx", second_hidden=True)) == b"x,1\n"


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    assert problems(made(tmp_path / "raw.xlsx")) == [(None, None, "No sheet holds anything.")]


TOO_LARGE = f"The sheet has more than {MOST_ROWS:,} rows or 200 columns, or far too much text."


def test_a_sheet_that_reaches_too_far_is_refused_and_not_cut(tmp_path: Path) -> None:
    def far_right(book: Workbook) -> None:
        book.worksheets[0].cell(1, 300, 7)

    assert problems(made(tmp_path / "raw.xlsx", ["x", 1], change=far_right)) == [(None, None, TOO_LARGE)]


def test_a_sheet_of_nothing_but_reach_is_refused_before_it_is_read(tmp_path: Path) -> None:
    def far_down(book: Workbook) -> None:
        book.worksheets[0].cell(900_000, 1, 7)

    book = made(tmp_path / "raw.xlsx", ["x", 1], change=far_down)
    assert problems(book, "Sheet", replace(OFFICERS, cells=100_000)) == [(None, None, TOO_LARGE)]


def test_text_that_is_repeated_by_reference_cannot_fill_the_memory(tmp_path: Path) -> None:
    book = made(tmp_path / "raw.xlsx", *[["y" * 4000] * 10] * 4)
    assert problems(book, limits=replace(OFFICERS, characters=100_000)) == [(None, None, TOO_LARGE)]


def test_a_published_sheet_may_be_larger_than_an_officer_s(tmp_path: Path) -> None:
    def far_right(book: Workbook) -> None:
        book.worksheets[0].cell(1, 300, 7)

    book = made(tmp_path / "raw.xlsx", ["x", 1], change=far_right)
    assert read_sheet(book, limits=PUBLISHED).content.endswith(b",7\n")
    assert problems(book, limits=replace(PUBLISHED, columns=299)) == [
        (None, None, "The sheet has more than 1,048,576 rows or 299 columns, or far too much text.")
    ]


def test_of_several_sheets_the_one_with_the_headings_is_read(tmp_path: Path) -> None:
    book = two_sheets(tmp_path / "raw.xlsx")
    read = read_sheet(book, headings=("note",))
    assert (read.name, read.content) == ("Notes", b"note,5\n")
    for headings, count in ((("nothing",), "No sheet has"), ((), "2 sheets hold something.")):
        with pytest.raises(Refused) as refused:
            read_sheet(book, headings=headings)
        assert refused.value.problems[0].found.startswith(count)


def test_the_only_sheet_is_read_whatever_its_headings_are(tmp_path: Path) -> None:
    """Which heading is missing is said by whoever knows what it is for."""
    assert read_sheet(made(tmp_path / "raw.xlsx", ["x", 1]), headings=("y",)).content == b"x,1\n"


def test_a_problem_of_a_cell_names_the_sheet(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book.worksheets[0].title = "October"

    with pytest.raises(Refused) as refused:
        read_sheet(made(tmp_path / "raw.xlsx", ["x"], ["y", True], change=change))
    assert str(refused.value.problems[0].place) == "raw.xlsx, sheet October, row 2, column B"


def test_a_sheet_is_named_only_in_problems_of_its_workbook() -> None:
    book = Path("folder/raw.xlsx")
    told = [Problem(Place(name, 2, "value"), "import-file", "Wrong.", "Mend it.") for name in ("raw.xlsx", "data/imports.yml")]
    assert [str(one.place) for one in in_sheet(told, book, "October")] == ["raw.xlsx, sheet October, row 2, column value", "data/imports.yml, line 2, value"]
    assert in_sheet(told, book, None) == tuple(told)


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("xl/big.bin", bytes(60_000_000), "The workbook would unpack to more than 50 MB."),
        ("../evil.xml", b"x", "A part of the workbook points outside it."),
        (
            "xl/evil.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
            "A part of the workbook declares a document type, which no workbook needs.",
        ),
    ],
)  # fmt: skip
def test_bombs_and_reaches_outside_are_refused(tmp_path: Path, name: str, content: bytes, found: str) -> None:
    book = made(tmp_path / "raw.xlsx", ["x", 1])
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    assert problems(book) == [(None, None, found)]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"x,a\n1,2\n", "This is not a workbook of the kind .xlsx, or it is damaged."),
        (b"PK\x03\x04 broken", "This is not a workbook of the kind .xlsx, or it is damaged."),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "The workbook has a password or is of the old kind (.xls)."),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, found: str) -> None:
    (tmp_path / "raw.xlsx").write_bytes(content)
    assert problems(tmp_path / "raw.xlsx") == [(None, None, found)]


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "raw.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert problems(tmp_path / "raw.xlsx") == [(None, None, "The workbook is damaged.")]


def test_a_huge_workbook_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "LARGEST_WORKBOOK", 1_000)
    assert problems(made(tmp_path / "raw.xlsx", ["x", 1]))[0][2] == "The workbook is larger than 0.001 MB."
