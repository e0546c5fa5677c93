"""Exit codes and the faces of problems, the same for every command."""

import sys
from collections.abc import Iterable
from enum import IntEnum

from generator.problems import Problem, Severity, as_annotations, as_json, as_text
from generator.release import words

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


def show(problems: Iterable[Problem], form: str, *, notices: bool = True) -> None:
    """Print problems in the asked form, with a closing line that counts them for people."""
    listed = sorted({problem for problem in problems if notices or problem.severity is not Severity.NOTICE})
    if form == "json":
        print(as_json(listed))
        return
    face = as_annotations if form == "github" else as_text
    if listed:
        print(face(listed))
    if form == "text":
        print(summary(listed))


def summary(problems: Iterable[Problem]) -> str:
    """One line: how many of each."""
    listed = list(problems)
    parts = [
        words.counted(sum(problem.severity is severity for problem in listed), severity.value) for severity in Severity
    ]
    return f"{words.capital(words.listed(parts))}."


def complain(message: str) -> None:
    """Say what went wrong, on the error stream."""
    print(message, file=sys.stderr)
