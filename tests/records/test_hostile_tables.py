"""Broken and hostile CSV files are refused in bounded time with file, row and fix; harmless oddities are read."""

import os
import time
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.records.observation import Records
from tests.councils.making import checked, made_council

TABLE = "data/corrections.csv"
HEADER = "id,corrected,what,indicator,source\n"
ROW = "first,2026-11-10,The value was wrong.,interviews-local,RETURNS\n"


def read_table(folder: Path, content: bytes) -> tuple[Records | None, tuple[Problem, ...]]:
    """Check the invented council with other bytes in one of its tables."""
    made_council(folder)
    (folder / TABLE).write_bytes(content)
    return checked(folder)


def told(folder: Path, content: bytes) -> list[tuple[str, int | None, str | None]]:
    """Code, row and column of each problem of the table."""
    return [
        (one.code, one.place.row, one.place.column)
        for one in read_table(folder, content)[1]
        if one.place.file == TABLE
    ]


GOOD = {
    "byte order mark": b"\xef\xbb\xbf" + (HEADER + ROW).encode(),
    "Windows line ends": (HEADER + ROW).replace("\n", "\r\n").encode(),
    "old Mac line ends": (HEADER + ROW).replace("\n", "\r").encode(),
    "no line end at the end": (HEADER + ROW).rstrip("\n").encode(),
    "empty lines": (HEADER + "\n,,,,\n" + ROW + "\n\n").encode(),
    "spaces around cells": (HEADER + ROW.replace(",", " , ")).encode(),
    "a line break in a quoted cell": (
        HEADER + 'first,2026-11-10,"The value\nwas wrong.",interviews-local,RETURNS\n'
    ).encode(),
    "columns in another order": b"what,id,corrected,source,indicator\nThe value was wrong.,first,2026-11-10,RETURNS,interviews-local\n",
    "quotation marks inside": (
        HEADER + 'first,2026-11-10,Child "in need",interviews-local,RETURNS\n'
    ).encode(),
    "signs of markup": (
        HEADER
        + "first,2026-11-10,<script>alert(1)</script> {{ 7*7 }} | [x](javascript:1),interviews-local,RETURNS\n"
    ).encode(),
    "signs of a formula": (HEADER + "first,2026-11-10,=1+1,interviews-local,RETURNS\n").encode(),
}


@pytest.mark.parametrize("name", GOOD)
def test_harmless_oddities_are_read(name: str, tmp_path: Path) -> None:
    records, problems = read_table(tmp_path / "council", GOOD[name])
    assert problems == ()
    assert records is not None
    assert [one.id for one in records.content.corrections] == ["first"]


def test_a_line_break_in_a_text_becomes_a_space_and_rows_are_counted_as_a_spreadsheet_does(
    tmp_path: Path,
) -> None:
    content = (
        HEADER
        + 'first,2026-11-10,"The value\r\n\twas wrong.",interviews-local,RETURNS\n\nsecond,then,Wrong.,,RETURNS\n'
    )
    made_council(tmp_path / "council")
    (tmp_path / "council" / TABLE).write_bytes(content.encode())
    assert told(tmp_path / "council", content.encode()) == [("bad-date", 4, "corrected")]


def with_cell(words: bytes) -> bytes:
    """The table with a second row that holds these bytes in a quoted cell."""
    return HEADER.encode() + ROW.encode() + b'second,2026-11-10,"' + words + b'",,RETURNS\n'


BAD = {
    "NUL": (with_cell(b"a\x00b"), [("unsafe-character", 3, "what")]),
    "vertical tab": (with_cell(b"a\x0bb"), [("unsafe-character", 3, "what")]),
    "escape": (with_cell(b"\x1b[31mred"), [("unsafe-character", 3, "what")]),
    "delete": (with_cell(b"a\x7fb"), [("unsafe-character", 3, "what")]),
    "C1 control": (with_cell("a\u0085b".encode()), [("unsafe-character", 3, "what")]),
    "bidi override": (with_cell("a\u202eb".encode()), [("unsafe-character", 3, "what")]),
    "bidi isolate": (with_cell("a\u2066b".encode()), [("unsafe-character", 3, "what")]),
    "zero width": (with_cell("a\u200bb".encode()), [("unsafe-character", 3, "what")]),
    "non-character": (with_cell("a\ufffeb".encode()), [("unsafe-character", 3, "what")]),
    "line separator": (with_cell("a\u2028b".encode()), [("unsafe-character", 3, "what")]),
    "private use": (with_cell("a\ue000b".encode()), [("unsafe-character", 3, "what")]),
    "lone surrogate": (with_cell(b"a\xed\xa0\x80b"), [("not-utf8", 3, None)]),
    "truncated character": (with_cell(b"\xe2\x82"), [("not-utf8", 3, None)]),
    "Windows-1252 pound": (with_cell(b"\xa35"), [("not-utf8", 3, None)]),
    "UTF-16 with a mark": ((HEADER + ROW).encode("utf-16"), [("not-utf8", None, None)]),
    "UTF-16 without a mark": ((HEADER + ROW).encode("utf-16-le"), [("not-utf8", None, None)]),
    "UTF-16 big endian": ((HEADER + ROW).encode("utf-16-be"), [("not-utf8", None, None)]),
    "workbook": (b"PK\x03\x04" + bytes(500), [("workbook", None, None)]),
    "old workbook": (b"\xd0\xcf\x11\xe0" + bytes(500), [("workbook", None, None)]),
    "empty": (b"", [("empty-file", None, None)]),
    "only spaces": (b" \n\n ", [("empty-file", None, None)]),
    "only commas": (b",,,,\n", [("empty-file", None, None)]),
    "no header": (ROW.encode(), [("missing-column", 1, None)]),
    "header of another table": (b"alpha,beta\n1,2\n", [("missing-column", 1, None)]),
    "duplicate header": (b"id,corrected,what,what,indicator,source\n", [("duplicate-column", 1, "what")]),
    "misspelt header": (b"id,corrected,waht,indicator,source\n", [("unknown-column", 1, "C")]),
    "missing and extra": (
        b"id,corrected,what,indicator,weather\n",
        [("unknown-column", 1, "E"), ("missing-column", 1, "source")],
    ),
    "column without a heading": (b"id,corrected,what,indicator,source,\n", [("unknown-column", 1, "F")]),
    "tabs": (HEADER.replace(",", "\t").encode(), [("wrong-separator", 1, None)]),
    "short row": ((HEADER + ROW + "second,2026-11-10\n").encode(), [("short-row", 3, None)]),
    "two ragged rows": (
        (HEADER + "a,b\n" + ROW + "a,b,c,d,e,f\n").encode(),
        [("short-row", 2, None), ("long-row", 4, None)],
    ),
    "open quote": (
        (HEADER + 'second,2026-11-10,"Open,,RETURNS\n' + ROW * 3).encode(),
        [("open-quote", 2, None)],
    ),
    "open quote that swallows rows": (
        (HEADER + 'second,2026-11-10,"Open\n' + "x,y\n" * 40 + '",,RETURNS\n').encode(),
        [("open-quote", 2, None)],
    ),
    "open quote before a great deal": (
        (HEADER + 'a,2026-11-10,"' + "x,y\n" * 100_000).encode(),
        [("open-quote", 2, None)],
    ),
    "stray quote": (
        (HEADER + 'second,2026-11-10,"He said "no"",,RETURNS\n').encode(),
        [("stray-quote", 2, None)],
    ),
    "huge cell": (with_cell(b"x" * 6000), [("cell-too-long", 3, "what")]),
    "cell that no reader takes": (with_cell(b"x" * 200_000), [("cell-too-long", 3, None)]),
    "one endless line": (b"x" * 3_000_000, [("too-many-columns", 1, None)]),
    "very many columns": (b"," * 3_000_000, [("too-many-columns", 1, None)]),
    "201 columns": (b",".join(b"c%d" % number for number in range(201)), [("too-many-columns", 1, None)]),
}


@pytest.mark.parametrize("name", BAD)
def test_broken_tables_are_refused_with_the_place(name: str, tmp_path: Path) -> None:
    content, expected = BAD[name]
    started = time.process_time()
    assert told(tmp_path / "council", content) == expected
    assert time.process_time() - started < 5


def test_unsafe_characters_are_all_told_with_their_code_points(tmp_path: Path) -> None:
    rows = "".join(
        f"r{number},2026-11-10,a{sign}b,,RETURNS\n" for number, sign in enumerate("\u202e\u200f\x07")
    )
    _, problems = read_table(tmp_path / "council", (HEADER + rows).encode())
    assert [problem.found.split(",")[0] for problem in problems] == [
        "The text holds the character U+202E",
        "The text holds the character U+200F",
        "The text holds the character U+0007",
    ]


def test_a_file_that_grows_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council", f"enlarge {TABLE} 5000000000")
    started = time.process_time()
    assert [problem.code for problem in checked(folder)[1]] == ["file-too-large"]
    assert time.process_time() - started < 2


def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council", f"remove {TABLE}")
    os.mkfifo(folder / TABLE)
    assert [(problem.code, problem.place.file) for problem in checked(folder)[1]] == [("not-a-file", TABLE)]


def test_a_folder_with_the_name_of_a_table_is_refused(tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council", f"remove {TABLE}")
    (folder / TABLE).mkdir()
    assert [problem.found for problem in checked(folder)[1]] == ["This is a folder, not an ordinary file."]


@pytest.mark.parametrize("target", ["/etc/hostname", "sources.csv", "nowhere", "corrections.csv"])
def test_links_are_refused_wherever_they_lead(target: str, tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council", f"link {TABLE} {target}")
    assert [problem.code for problem in checked(folder)[1]] == ["not-a-file"]


@pytest.mark.parametrize(
    "name", ["data", "site_src", "data/inspections", "data/observations", "site_src/help"]
)
def test_links_to_folders_are_refused(name: str, tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council")
    (folder / name).rename(tmp_path / "elsewhere")
    (folder / name).symlink_to(tmp_path / "elsewhere")
    assert ("not-a-file", name) in [(problem.code, problem.place.file) for problem in checked(folder)[1]]


def test_a_file_that_becomes_a_link_between_look_and_opening_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = made_council(tmp_path / "council")
    opens = os.open

    def swap_then_open(path: str, *arguments: int) -> int:
        if str(path).endswith(TABLE):
            Path(path).unlink()
            Path(path).symlink_to("sources.csv")
        return opens(path, *arguments)

    monkeypatch.setattr("os.open", swap_then_open)
    assert [problem.code for problem in checked(folder)[1]] == ["unreadable-file"]


@pytest.mark.parametrize(
    "name",
    [
        "data/local.xlsx",
        "data/observations/raw data.csv",
        "data/observations/a/b.csv",
        "data/counsel.yml",
        "data/.secret.csv",
    ],
)
def test_files_that_the_site_does_not_read_are_not_passed_over_in_silence(name: str, tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council", f"in {name}\n+ x")
    assert [problem.place.file for problem in checked(folder)[1]] == [name]


def test_names_of_files_are_shown_without_their_tricks(tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council")
    (folder / "data" / "evil\u202e\n::error::.csv").write_text("x", encoding="utf-8")
    os.close(os.open(os.fsencode(folder / "data") + b"/bad\xff.csv", os.O_CREAT | os.O_WRONLY))
    for problem in checked(folder)[1]:
        assert problem.place.file.isascii()
        assert problem.place.file.isprintable()


def test_files_that_systems_leave_behind_are_ignored(tmp_path: Path) -> None:
    folder = made_council(
        tmp_path / "council", "in data/.DS_Store\n+ x\nin data/README.md\n+ x\nin site_src/Thumbs.db\n+ x"
    )
    assert checked(folder)[1] == ()
