"""Whether a site already stands that was made from the same files, by the same program, for the same day.

What was made from what is noted beside the releases, after a release was put in force. The note may be deleted at any
time; one that is spoiled, or of another release than the one in force, counts as none, and then the site is built.
Nothing heavy is imported here: this is what a command pays that has nothing to do.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path

from generator.commands.outcome import Exit, say_built, tell
from generator.problems import Place, Problem, Severity
from generator.product import PACKAGE, product_folder
from generator.records.edited import fingerprints
from generator.release.publish import store_of

NOTE = "made-from.json"
PRODUCT = ("templates", "mkdocs.yml")
CODE, LEFT_OUT = ".py", "__pycache__"


def build(folder: Path, into: Path, as_at: date, form: str = "text") -> Exit:
    """Build a council's site and say what came of it; where the same site stands already, only say so."""
    target = Path(os.path.abspath(into))
    problems = standing(target, made_from(fingerprints(folder), as_at))
    if problems is None:
        from generator.commands.build import build as build_anew  # noqa: PLC0415  brings all that draws, builds and audits

        return build_anew(folder, into, as_at, form)
    if form != "json":
        tell("Nothing has changed since the site was built.")
    say_built(target, problems, form)
    return Exit.FINE


def made_from(inputs: Mapping[str, str], as_at: date) -> str:
    """The fingerprint of everything that a site is made from: the council's files, the program, its libraries, the day."""
    parts = [as_at.isoformat(), sys.version, *_libraries(), *_program(), *(f"{name}={content}" for name, content in sorted(inputs.items()))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _libraries() -> Iterator[str]:
    """Every installed library with its version, from the folders that say so."""
    for place in sys.path:
        with suppress(OSError):
            yield from sorted(name for name in os.listdir(place or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208  names only


def _program(package: Path = PACKAGE) -> Iterator[str]:
    """Every file of code and every template, with the fingerprint of its content."""
    code = (path for path in package.rglob(f"*{CODE}") if LEFT_OUT not in path.parts)
    product = (path for name in PRODUCT for path in _files(product_folder() / name))
    for path in sorted({*code, *product}):
        yield f"{path.as_posix()}={hashlib.sha256(path.read_bytes()).hexdigest()}"


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (one for one in path.rglob("*") if one.is_file())
    elif path.is_file():
        yield path


def note(target: Path, made: str, problems: Iterable[Problem]) -> None:
    """Note what the release in force was made from, and the warnings and notices that its files gave."""
    finished = target.resolve()
    told = {"made": made, "release": finished.name, "stands": _stands(finished), "problems": [asdict(problem) for problem in problems]}
    draft = store_of(target) / f"{NOTE}.draft"
    with suppress(OSError):  # the site is in force; without a note the next run builds it again
        draft.write_text(json.dumps(told), encoding="utf-8")
        draft.replace(store_of(target) / NOTE)


def standing(target: Path, made: str) -> tuple[Problem, ...] | None:
    """The warnings and notices of the site that stands, if it was made from this and nobody touched it since."""
    try:
        told = json.loads((store_of(target) / NOTE).read_text(encoding="utf-8"))
        finished = target.resolve(strict=True)
        if (told["made"], told["release"], told["stands"]) != (made, finished.name, _stands(finished)):
            return None
        return tuple(Problem(Place(**one.pop("place")), severity=Severity(one.pop("severity")), **one) for one in told["problems"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _stands(folder: Path) -> str:
    """A release as the disk has it: each file's name, size and time of change, which no program can set back."""
    total = hashlib.sha256()
    waiting = [folder]
    while waiting:
        inside = waiting.pop()
        for entry in sorted(os.scandir(inside), key=lambda one: one.name):
            seen = entry.stat(follow_symlinks=False)
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            else:
                total.update(f"{entry.path.removeprefix(str(folder))}\0{seen.st_mode} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}\0".encode("utf-8", "surrogateescape"))
    return total.hexdigest()
