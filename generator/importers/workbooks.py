"""Workbooks (.xlsx), defended: a workbook is a zip file that strangers may have made.

Sizes, names and external entities are looked at before anything is unpacked. What the cells mean is said elsewhere.
"""

import lzma
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Final

from generator.problems import Place, Problem, Refused

MOST_MEMBERS: Final = 500
LARGEST_WORKBOOK: Final = 20_000_000
LARGEST_UNPACKED: Final = 50_000_000
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_CHUNK: Final = 1 << 16


def must_be_safe(workbook: Path, again: str, times: int = 1) -> None:
    """Refuse a workbook that is encrypted, would unpack to too much, or reaches outside itself; raises Refused.

    `again` tells how to get a good one; `times` how many times the usual size it may have.
    """
    if workbook.stat().st_size > LARGEST_WORKBOOK * times:
        raise refuse(workbook, f"The workbook is larger than {LARGEST_WORKBOOK * times / 1_000_000:g} MB.", again)
    with workbook.open("rb") as opened:
        if opened.read(len(_OLD_OFFICE)) == _OLD_OFFICE:
            raise refuse(
                workbook,
                "The workbook has a password or is of the old kind (.xls).",
                "Save it as .xlsx without a password.",
            )
    try:
        with zipfile.ZipFile(workbook) as archive:
            _must_be_ordinary(workbook, archive, again, LARGEST_UNPACKED * times)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        raise refuse(workbook, "This is not a workbook of the kind .xlsx, or it is damaged.", again) from None


def refuse(
    workbook: Path, found: str, fix: str, *, row: int | None = None, column: str | None = None, sheet: str | None = None
) -> Refused:
    """Make the refusal of one workbook."""
    return Refused([Problem(Place(workbook.name, row, column, sheet), "import-file", found, fix)])


def _must_be_ordinary(workbook: Path, archive: zipfile.ZipFile, again: str, largest: int) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or len({member.filename for member in members}) != len(members):
        raise refuse(workbook, "The workbook has far too many parts, or the same part twice.", again)
    too_much = refuse(workbook, f"The workbook would unpack to more than {largest / 1_000_000:g} MB.", again)
    if sum(member.file_size for member in members) > largest:
        raise too_much
    unpacked = 0
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or stat.S_ISLNK(member.external_attr >> 16):
            raise refuse(workbook, "A part of the workbook points outside it.", again)
        if member.flag_bits & 0x1:
            raise refuse(workbook, "The workbook has a password.", "Save it without a password.")
        unpacked += _read_through(workbook, archive, member, again, largest)
        if unpacked > largest:
            raise too_much


def _read_through(workbook: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, again: str, largest: int) -> int:
    """Count a part's true size, and refuse a document type: that is where external entities are declared."""
    size, last = 0, b""
    with archive.open(member) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            # UTF-16 hides a declaration from a search for its letters, so the zero bytes are dropped first.
            if b"<!DOCTYPE" in (last + chunk).replace(b"\0", b"").upper():
                raise refuse(
                    workbook, "A part of the workbook declares a document type, which no workbook needs.", again
                )
            last = chunk[-64:]
            if size > largest:
                break
    return size
