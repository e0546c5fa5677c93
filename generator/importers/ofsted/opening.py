"""Opens the file that an officer named and has it read in a process of its own; no bad file raises."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

from generator.importers.ofsted import limits
from generator.importers.ofsted.draft import DraftInspection
from generator.importers.ofsted.output import draft_from_json
from generator.importers.ofsted.refusals import Refusal, Unreadable

_PACKAGE_ROOT = Path(__file__).resolve().parents[3]
_START = (
    "import runpy, sys; sys.path.insert(0, sys.argv[1]); "
    "runpy.run_module('generator.importers.ofsted.worker', run_name='__main__')"
)


def read_report(path: Path) -> DraftInspection:
    """Read one report; for a file that cannot be read, `problems` says why and all else is empty."""
    file = str(path)
    try:
        return _read_apart(_content(path), file)
    except Unreadable as refusal:
        return DraftInspection(file, problems=(str(refusal),))


def _content(path: Path) -> bytes:
    """Give the bytes of a regular file of a sensible size; a pipe or a device is never waited for."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise Unreadable(Refusal.NO_FILE) from None
    except PermissionError:
        raise Unreadable(Refusal.NO_PERMISSION) from None
    except (OSError, ValueError):
        raise Unreadable(Refusal.NOT_A_FILE) from None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise Unreadable(Refusal.NOT_A_FILE)
    with os.fdopen(descriptor, "rb") as opened:
        if status.st_size > limits.FILE_BYTES:
            raise Unreadable(Refusal.TOO_LARGE, f"{status.st_size:,}")
        return opened.read(limits.FILE_BYTES)


def _read_apart(content: bytes, file: str) -> DraftInspection:
    """Have the worker read the bytes, and judge how it ended."""
    command = [sys.executable, "-I", "-c", _START, str(_PACKAGE_ROOT)]
    try:
        ended = subprocess.run(  # noqa: S603  # a fixed command; the file's name goes by the input
            command,
            input=json.dumps(file).encode("ascii") + b"\n" + content,
            capture_output=True,
            timeout=limits.WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(Refusal.TOO_COSTLY) from None
    if ended.returncode == 0 and len(ended.stdout) <= limits.REPLY_BYTES:
        return draft_from_json(ended.stdout.decode("utf-8"))
    if ended.returncode > 0:
        raise Unreadable(Refusal.UNEXPECTED)
    raise Unreadable(Refusal.TOO_COSTLY)
