"""Workbooks and tables that a stranger may have made: refused before they are unpacked."""

import time
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from generator.importers import workbooks
from generator.importers.lait import reading
from generator.importers.lait.reading import read_areas, read_dictionary, read_measures
from generator.importers.lait.workbook import read_neighbours
from generator.problems import Refused
from tests.importers.lait.made_lait import COUNCIL, FAR, NEAR, MadeLait


def found(path: Path) -> str:
    """Read a workbook that must be refused, and give what was found."""
    with pytest.raises(Refused) as refused:
        read_neighbours(path)
    return refused.value.problems[0].found


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Give a sound workbook."""
    return MadeLait(tmp_path).fill("2025").write()[2]


def with_part(book: Path, name: str, content: bytes, *, mode: int = 0) -> Path:
    """Add a part to a workbook."""
    part = zipfile.ZipInfo(name)
    part.external_attr = mode << 16
    part.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(book, "a") as archive:
        archive.writestr(part, content)
    return book


def test_neighbours_are_read_closest_first(book: Path) -> None:
    """By DfE's numbers; names are not needed."""
    assert read_neighbours(book)[COUNCIL] == (NEAR, FAR)


def test_a_bomb_is_refused_by_its_size_before_it_is_unpacked(book: Path) -> None:
    """60 KB that unpack to 60 MB."""
    assert (
        found(with_part(book, "xl/big.bin", bytes(60_000_000)))
        == "The workbook would unpack to more than 50 MB."
    )


def test_a_bomb_that_lies_about_its_size_is_stopped_while_it_unpacks(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The size in the directory of the file is only a claim."""
    with_part(book, "xl/big.bin", bytes(3_000_000))
    monkeypatch.setattr(workbooks, "LARGEST_UNPACKED", 2_000_000)
    real = zipfile.ZipFile.infolist

    def lying(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
        members = real(archive)
        for member in members:
            member.file_size = min(member.file_size, 10)
        return members

    monkeypatch.setattr(zipfile.ZipFile, "infolist", lying)
    assert "unpack" in found(book) or "damaged" in found(book)


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil.xml", "xl\\..\\..\\evil.xml"])
def test_a_part_that_points_outside_is_refused(book: Path, name: str) -> None:
    """Whatever the slash."""
    assert found(with_part(book, name, b"x")) == "A part of the workbook points outside it."


def test_a_link_among_the_parts_is_refused(book: Path) -> None:
    """A symbolic link could name any file."""
    assert (
        found(with_part(book, "xl/link", b"/etc/passwd", mode=0o120777))
        == "A part of the workbook points outside it."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_external_entity_is_refused(book: Path, encoding: str) -> None:
    """In any encoding: no workbook needs a document type."""
    evil = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'.encode(
        encoding
    )
    assert (
        found(with_part(book, "xl/evil.xml", evil))
        == "A part of the workbook declares a document type, which no workbook needs."
    )


def test_an_encrypted_workbook_is_refused(tmp_path: Path) -> None:
    """A password turns a workbook into the old kind of container."""
    path = tmp_path / "locked.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert found(path) == "The workbook has a password or is of the old kind (.xls)."


@pytest.mark.parametrize("content", [b"", b"<html>Not found</html>", b"PK\x03\x04 broken"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    """An error page under the workbook's name, half a file, nothing."""
    path = tmp_path / "page.xlsx"
    path.write_bytes(content)
    assert found(path) in (
        "The file is empty.",
        "This is not a workbook of the kind .xlsx, or it is damaged.",
    )


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    """The headings are asked for."""
    made = MadeLait(tmp_path, neighbours={}).fill("2025")
    path = made.write()[2]
    import openpyxl

    book = openpyxl.Workbook()
    book.save(path)
    assert found(path) == "No sheet has the headings LA num, SN1 to SN10."


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    """Neither is opened."""
    assert found(tmp_path) == found(tmp_path / "none.xlsx") == "There is no such file."


def test_a_table_that_is_no_parquet_is_refused(tmp_path: Path) -> None:
    """With advice."""
    path = tmp_path / "bulk.parquet"
    path.write_bytes(b"PAR1 nonsense PAR1")
    with pytest.raises(Refused) as refused:
        read_areas(path)
    assert refused.value.problems[0].found == "This is not a Parquet file."


def test_a_table_that_unpacks_to_too_much_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its description is looked at first."""
    bulk = MadeLait(tmp_path).fill("2025").write()[0]
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    with pytest.raises(Refused) as refused:
        read_areas(bulk)
    assert refused.value.problems[0].found == "It unpacks to far more than this publication has ever held."


def repeated(path: Path, cell: object, times: int) -> Path:
    """Write a table whose values are all one cell, which Parquet keeps once."""
    given = {reading.VALUE: cell, reading.NUMBER: 301.0}
    made = {
        name: pa.array([given.get(name, "Cases")]).dictionary_encode().take(pa.array([0] * times))
        for name in reading.BULK_COLUMNS
    }
    made[reading.NUMBER] = pa.array([301.0] * times)
    pq.write_table(pa.table(made), path, store_schema=False)
    return path


def test_a_long_cell_that_is_kept_once_and_stands_everywhere_is_refused(tmp_path: Path) -> None:
    """Six kilobytes would unpack to two gigabytes."""
    path = repeated(tmp_path / "bulk.parquet", "x" * 100_000, 20_000)
    assert path.stat().st_size < 10_000
    with pytest.raises(Refused) as refused:
        read_measures(path, ["Cases"])
    assert refused.value.problems[0].found == "A cell of the column Values is far longer than any in this publication."


def test_a_column_of_lists_is_refused(tmp_path: Path) -> None:
    """Every column is of text or of numbers."""
    path = tmp_path / "bulk.parquet"
    made = {name: pa.array(["Cases"]) for name in reading.BULK_COLUMNS} | {reading.VALUE: pa.array([["15"]])}
    pq.write_table(pa.table(made), path)
    with pytest.raises(Refused) as refused:
        read_measures(path, ["Cases"])
    assert refused.value.problems[0].found == "The column Values holds neither text nor numbers."


def test_a_dictionary_without_its_columns_is_refused(tmp_path: Path) -> None:
    """The first missing column is named."""
    path = tmp_path / "dictionary.csv"
    path.write_text("Measure_short,Polarity\nCases,Low\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_dictionary(path)
    assert refused.value.problems[0].found == "It has no column y_axis_name."


def test_a_part_that_was_packed_badly_is_refused(book: Path) -> None:
    """What is wrong inside a packed part shows only while it unpacks."""
    with zipfile.ZipFile(book) as archive:
        member = archive.infolist()[0]
        start = member.header_offset + 30 + len(member.filename)
    content = bytearray(book.read_bytes())
    content[start : start + member.compress_size] = b"\x06" * member.compress_size
    book.write_bytes(content)
    assert "damaged" in found(book)


def test_a_measure_that_stands_a_hundred_thousand_times_takes_no_longer(tmp_path: Path) -> None:
    """And a dictionary far larger than LAIT's is not read."""
    path = tmp_path / "dictionary.csv"
    path.write_text(f"{','.join(reading.DICTIONARY_COLUMNS)}\n" + "Cases,Low,Number,0,Annual\n" * 100_000, encoding="utf-8")
    began = time.process_time()
    assert len(read_dictionary(path)["Cases"]) == 100_000
    assert time.process_time() - began < 5
    path.write_bytes(b"x" * (reading.LARGEST_DICTIONARY + 1))
    with pytest.raises(Refused) as refused:
        read_dictionary(path)
    assert refused.value.problems[0].found == "The file is far larger than this publication has ever been."
