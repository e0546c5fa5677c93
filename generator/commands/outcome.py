"""Exit codes and the faces of problems, the same for every command."""

import errno
import sys
from collections.abc import Iterable
from contextlib import suppress
from enum import IntEnum
from pathlib import Path

from generator.problems import Problem, Severity, as_annotations, as_json, as_text

FORMATS = ("text", "github", "json")


class Exit(IntEnum):
    """What a command says to the program that called it."""

    FINE = 0
    REFUSED = 1
    """The council's files have an error in them."""
    USAGE = 2
    ENVIRONMENT = 3
    """The machine: disk, lock, a missing tool."""
    UNSAFE = 4
    """Disclosure or audit: what would be published could point at a child or is not whole."""


def show(problems: Iterable[Problem], form: str) -> None:
    """Print problems in the asked form; for people with the errors last, where they are seen, and a line that counts them."""
    listed = sorted(set(problems))
    if form == "json":
        tell(as_json(listed))
        return
    face = as_annotations if form == "github" else as_text
    for severity in reversed(Severity):
        of_it = [problem for problem in listed if problem.severity is severity]
        if of_it:
            tell(face(of_it))
    if form == "text":
        tell(summary(listed))


def summary(problems: Iterable[Problem]) -> str:
    """One line: how many of each."""
    from generator.release import words  # noqa: PLC0415  brings every shape of a council's files, which few commands need

    listed = list(problems)
    parts = [
        words.counted(sum(problem.severity is severity for problem in listed), severity.value) for severity in Severity
    ]
    return f"{words.capital(words.listed(parts))}."


def say_built(site: Path, problems: Iterable[Problem], form: str) -> None:
    """Say where a finished site stands, with the warnings that its files gave, and how many notices there are."""
    listed = list(problems)
    warnings = [problem for problem in listed if problem.severity is Severity.WARNING]
    if warnings:
        show(warnings, form)
    if form == "json":
        return
    tell(f"The site is in {site}: open {site / 'index.html'} or run `transparency serve`.")
    notices = len(listed) - len(warnings)
    if notices:
        tell(f"{notices} thing{'s' * (notices > 1)} for the council to supply or look at: run `transparency check` to see them.")


def tell(message: str, end: str = "\n") -> None:
    """Say something on the terminal; that nobody listens any more (`| head`), or the log's disk is full, changes nothing."""
    with suppress(OSError, ValueError):
        print(message, end=end, flush=True)


def complain(message: str) -> None:
    """Say what went wrong, on the error stream."""
    with suppress(OSError, ValueError):
        print(message, file=sys.stderr, flush=True)


_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk space that you may use is used up",
    errno.EFBIG: "a file is larger than may be written here",
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.EROFS: "the disk can only be read",
    errno.EIO: "the disk has a fault",
    errno.EMFILE: "too many files are open",
    errno.ENOMEM: "out of memory",
}


def reason_of(failure: OSError) -> str:
    """Why the computer refused, in a few words and without a path."""
    return _REASONS.get(failure.errno or 0) or (failure.strerror or type(failure).__name__).lower()
