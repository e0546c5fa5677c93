"""Writing what an importer read: only what changed, and the list of sources untouched but for its own rows."""

from datetime import date
from pathlib import Path

import pytest

from generator.importers.mapping import Described
from generator.importers.writing import (
    SOURCES_FILE,
    Change,
    ObservationRow,
    ReadFile,
    compare,
    conclude,
    fingerprint,
    read_rows,
    sources_text,
    table_text,
)

DAY, LATER = date(2026, 11, 22), date(2026, 12, 1)
HEAD = "id,title,publisher,url,published,kind,licence,retrieved,sha256,note"
FIRST = ReadFile(Described(source="FIRST", title="A, title", note="Why"), "a" * 64)


def council(tmp_path: Path, sources: str | None) -> Path:
    """Make a folder with a list of sources."""
    (tmp_path / "data").mkdir()
    if sources is not None:
        (tmp_path / SOURCES_FILE).write_bytes(sources.encode())
    return tmp_path


def test_a_new_source_is_added_at_the_end(tmp_path: Path) -> None:
    """With its licence, its fingerprint and the day."""
    folder = council(tmp_path, f"{HEAD}\nX,x,y,,,primary,,,,")
    text, problems = sources_text(folder, [FIRST], DAY)
    assert text == (
        f"{HEAD}\nX,x,y,,,primary,,,,\n"
        f'FIRST,"A, title",Department for Education,,,primary,Open Government Licence v3.0,2026-11-22,{"a" * 64},Why\n'
    )
    assert problems == ()


def test_every_other_row_stays_as_it_is_to_the_byte(tmp_path: Path) -> None:
    """Needless quotation marks, line ends, and cells of two lines too."""
    odd = f'{HEAD}\r\n"X","a ""b""\r\nc",y,,,primary,,,,\r\nFIRST,t,p,,2025,primary,Kept,2020-01-01,{"b" * 64},n\r\nZ,z,z,,,old,,,,\r\n'
    folder = council(tmp_path, odd)
    text, _ = sources_text(folder, [FIRST], DAY)
    assert text == odd.replace("2020-01-01", "2026-11-22").replace("b" * 64, "a" * 64)


def test_an_unchanged_file_keeps_the_day_of_its_first_reading(tmp_path: Path) -> None:
    """Running an import again changes nothing."""
    folder = council(tmp_path, None)
    first, _ = sources_text(folder, [FIRST], DAY)
    (folder / SOURCES_FILE).write_text(first, encoding="utf-8")
    assert sources_text(folder, [FIRST], LATER)[0] == first


def test_a_list_with_other_headings_is_left_alone(tmp_path: Path) -> None:
    """And told."""
    folder = council(tmp_path, "a,b\n1,2\n")
    text, problems = sources_text(folder, [FIRST], DAY)
    assert text == "a,b\n1,2\n"
    assert [problem.code for problem in problems] == ["import-sources"]


def row(indicator: str, period: str, value: str, area: str = "E06000001") -> ObservationRow:
    """Make a row."""
    return ObservationRow(indicator, area, period, value=value, source="S")


def test_changes_are_counted_by_indicator_and_period() -> None:
    """Added, changed, withdrawn."""
    before = [row("a", "2024", "1"), row("a", "2024", "1", "E06000002"), row("b", "2024", "1")]
    after = [row("a", "2024", "2"), row("a", "2024", "1", "E06000002"), row("a", "2025", "3")]
    assert compare("t.csv", before, after) == (
        Change("t.csv", "a", "2024", 0, 1, 0),
        Change("t.csv", "a", "2025", 1, 0, 0),
        Change("t.csv", "b", "2024", 0, 0, 1),
    )
    assert str(Change("t.csv", "a", "2024", 1, 2, 3)) == "t.csv: a, 2024: 1 added, 2 changed, 3 withdrawn"


def test_nothing_is_written_until_it_is_asked_for(tmp_path: Path) -> None:
    """The first step shows, the second writes, the third finds nothing to do."""
    folder, tables = council(tmp_path, None), {"data/observations/imported/t.csv": [row("a", "2024", "1")]}
    shown = conclude(folder, tables, [FIRST], on=DAY, write=False)
    assert list((folder / "data").iterdir()) == []
    written = conclude(folder, tables, [FIRST], on=DAY, write=True)
    assert shown.updated == written.updated == ("data/observations/imported/t.csv", SOURCES_FILE)
    assert read_rows(folder / "data/observations/imported/t.csv") == (row("a", "2024", "1"),)
    assert conclude(folder, tables, [FIRST], on=LATER, write=True).updated == ()
    assert [path.name for path in (folder / "data/observations/imported").iterdir()] == ["t.csv"]


def test_a_table_of_another_shape_counts_as_none(tmp_path: Path) -> None:
    """It is replaced, and every row told as added."""
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    assert read_rows(path) == read_rows(tmp_path / "none.csv") == ()


def test_a_written_table_is_read_back_as_it_was(tmp_path: Path) -> None:
    """Also with commas and quotation marks in a note."""
    path, rows = tmp_path / "t.csv", (row("a", "2024", "1")._replace(note='say "so", twice'),)
    path.write_text(table_text(rows), encoding="utf-8")
    assert read_rows(path) == rows


def test_a_fingerprint_is_the_sha256_of_the_bytes(tmp_path: Path) -> None:
    """As any other program gives it."""
    path = tmp_path / "f"
    path.write_bytes(b"abc")
    assert fingerprint(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize("text", ["", "\n"])
def test_an_empty_list_of_sources_is_told(tmp_path: Path, text: str) -> None:
    """It has no headings."""
    assert sources_text(council(tmp_path, text), [FIRST], DAY)[1] != ()
