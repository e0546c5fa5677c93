"""Reading the workbook of statistical neighbours, defended: a workbook is a zip file that strangers may have made.

Sizes, names and external entities are looked at before anything is unpacked.
"""

import stat
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final

import openpyxl

from generator.importers.lait.reading import must_be_a_file, refuse

MOST_MEMBERS: Final = 500
LARGEST_WORKBOOK: Final = 20_000_000
LARGEST_UNPACKED: Final = 50_000_000
MOST_ROWS: Final = 2_000
MOST_COLUMNS: Final = 100
NUMBER_HEADING: Final = "LA num"
NEIGHBOUR_HEADINGS: Final = tuple(f"SN{rank}" for rank in range(1, 11))
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_CHUNK: Final = 1 << 16
_AGAIN: Final = "Download the workbook again from its publisher."


def read_neighbours(workbook: Path) -> dict[int, tuple[int, ...]]:
    """Read each council's statistical neighbours, closest first, by DfE's numbers; raises Refused."""
    must_be_safe(workbook)
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


def must_be_safe(workbook: Path) -> None:
    """Refuse a workbook that is encrypted, would unpack to too much, or reaches outside itself; raises Refused."""
    must_be_a_file(workbook)
    if workbook.stat().st_size > LARGEST_WORKBOOK:
        raise refuse(workbook, "The workbook is far larger than this publication has ever been.", _AGAIN)
    with workbook.open("rb") as opened:
        if opened.read(len(_OLD_OFFICE)) == _OLD_OFFICE:
            raise refuse(
                workbook,
                "The workbook has a password or is of the old kind (.xls).",
                "Save it as .xlsx without a password.",
            )
    try:
        with zipfile.ZipFile(workbook) as archive:
            _must_be_ordinary(workbook, archive)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        raise refuse(
            workbook, "This is not a workbook of the kind .xlsx, or it is damaged.", _AGAIN
        ) from None


def _must_be_ordinary(workbook: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or len({member.filename for member in members}) != len(members):
        raise refuse(workbook, "The workbook has far too many parts, or the same part twice.", _AGAIN)
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise refuse(
            workbook, "The workbook would unpack to far more than this publication has ever held.", _AGAIN
        )
    unpacked = 0
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or stat.S_ISLNK(member.external_attr >> 16):
            raise refuse(workbook, "A part of the workbook points outside it.", _AGAIN)
        if member.flag_bits & 0x1:
            raise refuse(workbook, "The workbook has a password.", "Save it without a password.")
        unpacked += _read_through(workbook, archive, member)
        if unpacked > LARGEST_UNPACKED:
            raise refuse(
                workbook, "The workbook would unpack to far more than this publication has ever held.", _AGAIN
            )


def _read_through(workbook: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> int:
    """Count a part's true size, and refuse a document type: that is where external entities are declared."""
    size, last = 0, b""
    with archive.open(member) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            # UTF-16 hides a declaration from a search for its letters, so the zero bytes are dropped first.
            if b"<!DOCTYPE" in (last + chunk).replace(b"\0", b"").upper():
                raise refuse(
                    workbook,
                    "A part of the workbook declares a document type, which no workbook needs.",
                    _AGAIN,
                )
            last = chunk[-64:]
            if size > LARGEST_UNPACKED:
                break
    return size
