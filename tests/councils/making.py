"""Makes the invented council of `minimal/`, whole or with something changed, in a folder of its own.

A change is written as in `tests/problems/*/change.txt`, so that each test shows the one thing that is wrong:

    in data/sources.csv        the file that the next lines change
    - a line as it is          lines to be taken out (they must be there, side by side)
    + a line instead           lines to be put in their place; without - lines they are added at the end
    remove PATH                take a file away
    enlarge PATH BYTES         make a file so large, with nothing in it
    repeat PATH COUNT          add so many empty lines
    link PATH TARGET           a symbolic link
    forbid PATH                the computer refuses to open it
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from unittest import mock

from generator.problems import Problem
from generator.records.assemble import read_council
from generator.records.observation import Records

MINIMAL = Path(__file__).with_name("minimal")
AS_AT = date(2026, 11, 22)
"""The day on which the made councils are checked."""


def made_council(folder: Path, change: str = "") -> Path:
    """A copy of the invented council with a change."""
    shutil.copytree(MINIMAL, folder, dirs_exist_ok=True)
    apply_change(folder, change)
    return folder


def apply_change(folder: Path, change: str) -> None:
    """Carry out a change; what is to be taken out must be there."""
    file = ""
    old: list[str] = []
    new: list[str] = []
    for line in [*change.splitlines(), ""]:
        if line.startswith("- ") or line == "-":
            if new:
                _replace(folder / file, old, new)
                old, new = [], []
            old.append(line[2:])
        elif line.startswith("+ ") or line == "+":
            new.append(line[2:])
        else:
            _replace(folder / file, old, new)
            old, new = [], []
            verb, _, rest = line.partition(" ")
            if verb == "in":
                file = rest
            elif verb and not verb.startswith("#"):
                _do(folder, verb, rest.split(" "))


def _replace(path: Path, old: list[str], new: list[str]) -> None:
    if not old and not new:
        return
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    put = "".join(f"{line}\n" for line in new)
    if not old:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + put, encoding="utf-8")
        return
    taken = "".join(f"{line}\n" for line in old)
    assert text.count(taken) == 1, f"{path.name} holds the lines to be taken out {text.count(taken)} times"
    path.write_text(text.replace(taken, put), encoding="utf-8")


def _do(folder: Path, verb: str, words: list[str]) -> None:
    path = folder / words[0]
    if verb == "remove":
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif verb == "enlarge":
        with path.open("ab") as opened:
            opened.truncate(int(words[1]))
    elif verb == "repeat":
        with path.open("a", encoding="utf-8") as opened:
            opened.write("\n" * int(words[1]))
    elif verb == "link":
        path.unlink(missing_ok=True)
        path.symlink_to(words[1])
    else:
        assert verb == "forbid", f"unknown verb {verb}"


def forbidden(change: str) -> list[str]:
    """The paths that the computer refuses to open."""
    return [line.removeprefix("forbid ") for line in change.splitlines() if line.startswith("forbid ")]


@contextmanager
def refusing(paths: list[str]) -> Iterator[None]:
    """Let the computer refuse to open files whose path ends so; the user who runs tests may be allowed everything."""
    opens = os.open

    def open_or_refuse(path: str, *arguments: int, **named: int) -> int:
        if str(path).endswith(tuple(paths)):
            raise PermissionError(13, "Permission denied", str(path))
        return opens(path, *arguments, **named)

    with mock.patch("os.open", open_or_refuse) if paths else mock.MagicMock():
        yield


def checked(folder: Path) -> tuple[Records | None, tuple[Problem, ...]]:
    """Read and check a made council on the fixed day."""
    return read_council(folder, AS_AT)


def problems_after(folder: Path, change: str) -> tuple[Problem, ...]:
    """What is wrong with the invented council after a change."""
    with refusing(forbidden(change)):
        return tuple(sorted(checked(made_council(folder, change))[1]))
