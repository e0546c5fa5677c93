"""Which files there are, and their bytes: only ordinary files, only up to a size, only clean UTF-8.

What the bytes mean is said elsewhere (`read` for tables, `yaml_read`, `pages`).
"""

import codecs
import csv
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from generator.problems import Place, Problem
from generator.records.collected import Collected, Unusable
from generator.records.layout import DEEPEST_FOLDER, FACTS, IGNORED_FILES, MOST_FILES, WORDS
from generator.scalars import unsafe_character

_OPEN = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
)
_CONTROLS = tuple(bytes([code]) for code in (*range(0x20), 0x7F) if code not in b"\t\n\r")
_CHUNK = 1_000_000
_BOM = codecs.BOM_UTF8
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_SIGNATURES = {
    b"PK\x03\x04": "a workbook or another zipped file",
    b"\xd0\xcf\x11\xe0": "an old workbook or document",
    b"%PDF": "a PDF",
    b"PAR1": "a Parquet file",
    b"\x1f\x8b": "a compressed file",
}
_FILE_ENDINGS = (".csv", ".yml", ".yaml", ".md")
"""A folder with such a name stands where a file should be."""
SAVE_AS_UTF8 = "Open the file in the spreadsheet program and save it again as 'CSV UTF-8'."
_TEXT_AS_UTF8 = "Save the file again with the encoding UTF-8."


@dataclass(frozen=True, slots=True)
class Inventory:
    """The files of a council's folder by their path inside it, and what was refused on sight."""

    root: Path
    files: tuple[str, ...]
    refused: frozenset[str]
    """Paths of links, folders and other things that are not ordinary files."""
    problems: tuple[Problem, ...]
    fingerprints: dict[str, str] = field(default_factory=dict)


def printable(name: str) -> str:
    """A file name as it can be shown: anything beyond plain letters and signs is spelt out."""
    spelt = name.encode("ascii", "backslashreplace").decode("ascii")
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in spelt)


def take_inventory(root: Path) -> Inventory:
    """List the ordinary files under data/ and site_src/, in order, and refuse every other kind of thing."""
    files: list[str] = []
    refused: list[str] = []
    collected = Collected()
    for top in (FACTS, WORDS):
        _walk(root, top, files, refused, collected)
    return Inventory(root, tuple(sorted(files)), frozenset(refused), collected.all())


def _walk(root: Path, name: str, files: list[str], refused: list[str], collected: Collected) -> None:
    """Add what lies under one folder; links are never followed."""
    kind = _kind(root / name)
    if kind not in (0, stat.S_IFDIR):
        refused.append(name)
        collected.add(_not_ordinary(name, kind))
        return
    waiting = [(name, 1)]
    while waiting:
        folder, depth = waiting.pop()
        try:
            entries = sorted(os.listdir(root / folder))  # noqa: PTH208  names only, as strings
        except FileNotFoundError:
            collected.add(_missing_folder(folder))
            continue
        except OSError as error:
            refused.append(folder)
            collected.add(_unreadable(folder, error))
            continue
        for entry in entries:
            path = f"{folder}/{entry}"
            if entry.lower() in IGNORED_FILES:
                continue
            if depth > DEEPEST_FOLDER or len(files) >= MOST_FILES:
                collected.add(_too_many(folder))
                return
            kind = _kind(root / path)
            if kind == stat.S_IFDIR and not entry.lower().endswith(_FILE_ENDINGS):
                waiting.append((path, depth + 1))
            elif kind == stat.S_IFREG:
                files.append(path)
            else:
                refused.append(path)
                collected.add(_not_ordinary(path, kind))


def _kind(path: Path) -> int:
    """What kind of thing lies at a path, a link being a link; 0 when it cannot be told."""
    try:
        return stat.S_IFMT(path.lstat().st_mode)
    except OSError:
        return 0


def read_bytes(root: Path, name: str, limit: int) -> bytes:
    """The bytes of one ordinary file no larger than the limit; raises Unusable otherwise. Never waits, never follows a link."""
    path = root / name
    try:
        seen = path.lstat()
        if not stat.S_ISREG(seen.st_mode):
            raise Unusable(_not_ordinary(name, stat.S_IFMT(seen.st_mode)))
        if seen.st_size > limit:
            raise Unusable(_too_large(name, limit))
        descriptor = os.open(path, _OPEN)
        with os.fdopen(descriptor, "rb") as opened:
            now = os.fstat(opened.fileno())
            if not stat.S_ISREG(now.st_mode):
                raise Unusable(_not_ordinary(name, stat.S_IFMT(now.st_mode)))
            content = opened.read(limit + 1)
    except OSError as error:
        raise Unusable(_unreadable(name, error)) from None
    if len(content) > limit:
        raise Unusable(_too_large(name, limit))
    return content


def clean_text(name: str, content: bytes) -> tuple[bytes, re.Pattern[str] | None]:
    """The bytes without a byte order mark, and what finds the unsafe characters in them; raises Unusable if not UTF-8."""
    place = Place(printable(name))
    fix = SAVE_AS_UTF8 if name.endswith(".csv") else _TEXT_AS_UTF8
    for signature, what in _SIGNATURES.items():
        if content.startswith(signature):
            found = f"This file is {what}, not text, whatever its name says."
            fix_kind = (
                "Open it in the spreadsheet program and save the sheet as 'CSV UTF-8'."
                if name.endswith(".csv")
                else fix
            )
            raise Unusable(Problem(place, "workbook", found, fix_kind))
    if content.startswith(_WIDE_BOMS) or _looks_wide(content):
        raise Unusable(Problem(place, "not-utf8", "This file is stored as UTF-16, not as UTF-8.", fix))
    content = content.removeprefix(_BOM)
    return content, _scan(name, content, fix)


def _looks_wide(content: bytes) -> bool:
    """Whether every second byte of the beginning is zero, as in UTF-16 without a mark."""
    beginning = content[:200]
    odd, even = beginning[1::2], beginning[::2]
    return len(beginning) > 3 and (not any(odd) or not any(even)) and bool(beginning.strip(b"\x00"))


def _scan(name: str, content: bytes, fix: str) -> re.Pattern[str] | None:
    """A pattern of the unsafe characters that occur, or None; decodes in pieces, so that a large file costs little memory."""
    seen: set[str] = {byte.decode("ascii") for byte in _CONTROLS if byte in content}
    if content.isascii():
        return _pattern_of(seen)
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(content), _CHUNK):
        piece = content[start : start + _CHUNK]
        pending = len(decoder.getstate()[0])
        try:
            seen.update(decoder.decode(piece, final=start + _CHUNK >= len(content)))
        except UnicodeDecodeError as error:
            raise Unusable(_not_utf8(name, content, start - pending + error.start, fix)) from None
    return _pattern_of({character for character in seen if unsafe_character(character)} - set("\n\r\t"))


def _pattern_of(characters: set[str]) -> re.Pattern[str] | None:
    return re.compile(f"[{re.escape(''.join(sorted(characters)))}]") if characters else None


def _not_utf8(name: str, content: bytes, offset: int, fix: str) -> Problem:
    """Say where the first byte stands that is not UTF-8, and what the file most likely is."""
    place = Place(printable(name), row_of(name, content, offset))
    try:
        content[max(0, offset - 50) : offset + 50].decode("cp1252")
        found = "A character here is not UTF-8; the file was most likely saved in the older Windows encoding (Windows-1252)."
    except UnicodeDecodeError:
        found = "The bytes here are not UTF-8 text."
    return Problem(place, "not-utf8", found, fix)


def row_of(name: str, content: bytes, offset: int) -> int:
    """The row (of a table) or line (of another file) in which a byte stands."""
    before = content[:offset].decode("utf-8", "replace") + "x"
    if not name.endswith(".csv"):
        return before.count("\n") + 1
    rows = 0
    try:
        for _ in csv.reader(StringIO(before, newline="")):
            rows += 1
    except csv.Error:
        return before.count("\n") + 1
    return rows


def lines_with_unsafe_characters(name: str, text: str) -> Iterator[Problem]:
    """One problem for each line of a YAML file or page that holds an unsafe character."""
    for number, line in enumerate(text.split("\n"), start=1):
        code_point = unsafe_character(line.rstrip("\r").replace("\t", " "))
        if code_point:
            yield unsafe_problem(Place(printable(name), number), code_point)


def unsafe_problem(place: Place, code_point: str) -> Problem:
    """A character that could deceive a reader or break a program."""
    return Problem(
        place,
        "unsafe-character",
        f"The text holds the character {code_point}, which is invisible, reverses text or breaks programs.",
        "Delete it: retype the words around it by hand instead of pasting them.",
    )


def _missing_folder(name: str) -> Problem:
    return Problem(
        Place(name),
        "missing-folder",
        f"There is no folder {name} here.",
        "Run the command in a council's folder, which has data and site_src, or make one with `transparency new`.",
    )


def _not_ordinary(name: str, kind: int) -> Problem:
    words = {stat.S_IFLNK: "a link to another file", stat.S_IFDIR: "a folder", stat.S_IFREG: "a file"}
    return Problem(
        Place(printable(name)),
        "not-a-file",
        f"This is {words.get(kind, 'a pipe or a device')}, not an ordinary {'folder' if name in (FACTS, WORDS) else 'file'}.",
        "Put the file itself in its place.",
    )


def _too_large(name: str, limit: int) -> Problem:
    return Problem(
        Place(printable(name)),
        "file-too-large",
        f"The file is larger than {limit / 1_000_000:g} MB, so it was not read.",
        "Leave out what the site does not show.",
    )


def _unreadable(name: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        found = "There is no file of this name here."
        return Problem(Place(printable(name)), "unreadable-file", found, "Look at how the name is written and in which folder it lies.")
    return Problem(
        Place(printable(name)),
        "unreadable-file",
        f"The computer refuses to read this ({error.strerror or 'no reason given'}).",
        "Ask whoever looks after the computer for the right to read it, and close programs that hold it open.",
    )


def _too_many(folder: str) -> Problem:
    return Problem(
        Place(printable(folder)),
        "too-many-files",
        f"There are more than {MOST_FILES:,} files, or folders more than {DEEPEST_FOLDER} deep, so not all were read.",
        "Move what does not belong to the site somewhere else.",
    )
