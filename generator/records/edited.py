"""Whether the council's files are still what they were when a build began. Nothing is understood here, only compared."""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.records.files import printable
from generator.records.layout import FACTS, IGNORED_FILES, MOST_FILES, TABLE_BYTES, WORDS

TEMPLATES = "templates"
SETTINGS = "mkdocs.yml"
INPUTS = (FACTS, WORDS, TEMPLATES, SETTINGS)
"""What a site is made from, in a council's folder."""
_OPEN = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
)
_MANY = 10 * MOST_FILES
_CHUNK = 1 << 20


def fingerprints(folder: Path) -> dict[str, str]:
    """Every input file of a council's folder with the fingerprint of its content; links are not followed."""
    found: dict[str, str] = {}
    for name in _names(folder):
        found[name] = _fingerprint(folder / name)
        if len(found) > _MANY:
            break
    return found


def edited(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """The files that were changed, added or taken away, as they can be printed."""
    return tuple(
        printable(name)
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    )


def _names(folder: Path) -> Iterator[str]:
    """Paths of the input files, whatever kind of thing they are."""
    waiting = list(INPUTS)
    while waiting:
        name = waiting.pop()
        path = folder / name
        if path.is_symlink() or not path.is_dir():
            if path.is_symlink() or path.exists():
                yield name
            continue
        try:
            entries = os.listdir(path)  # noqa: PTH208  names only, as strings
        except OSError:
            yield name
            continue
        waiting += [f"{name}/{entry}" for entry in sorted(entries) if entry.lower() not in IGNORED_FILES]


def _fingerprint(path: Path) -> str:
    """The hash of an ordinary file's content; of a very large file its size and time; a word for anything else."""
    try:
        seen = path.lstat()
        if not stat.S_ISREG(seen.st_mode):
            return "not a file"
        if seen.st_size > TABLE_BYTES:
            return f"{seen.st_size} bytes, {seen.st_mtime_ns}"
        content = hashlib.sha256()
        with os.fdopen(os.open(path, _OPEN), "rb") as opened:
            while piece := opened.read(_CHUNK):
                content.update(piece)
        return content.hexdigest()
    except OSError:
        return "unreadable"
