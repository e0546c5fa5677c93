"""What is wrong with a council's files, said so that the officer can mend it.

Checking collects problems; reporting (`as_text`, `as_annotations`, `as_json`) speaks. A problem names
the file, row and column and never prints a cell: the cell could be a count of children.
Every code is declared once, in `codes.py`, with when it happens and how to mend it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.codes import CODES


class Severity(StrEnum):
    """An error stops the build; a warning is for the officer to look at; a notice is a to-do for the council."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


TABLE_ENDINGS = (".csv", ".xlsx")
"""Files whose places are rows and columns; all others have lines."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the council's folder: rows are as a spreadsheet numbers them (the header is row 1)."""

    file: str
    row: int | None = None
    column: str | None = None
    sheet: str | None = None
    """Of a workbook."""

    def __lt__(self, other: "Place") -> bool:
        """Order by file, sheet, row and column; a problem of the whole file comes before those of its rows."""
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, str, int, str]:
        return self.file, self.sheet or "", self.row or 0, self.column or ""

    def __str__(self) -> str:
        """Say the place as an officer would: file, sheet, row, column."""
        parts = [self.file] if self.sheet is None else [self.file, f"sheet {self.sheet}"]
        is_table = self.file.lower().endswith(TABLE_ENDINGS)
        if self.row is not None:
            parts.append(f"row {self.row}" if is_table else f"line {self.row}")
        if self.column:
            parts.append(f"column {self.column}" if is_table else self.column)
        return ", ".join(parts)


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and how to mend it."""

    place: Place
    code: str
    found: str
    fix: str
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        """Refuse a code that nobody explained."""
        if self.code not in CODES:
            raise KeyError(f"problem code {self.code} has no explanation in codes.py")


class Refused(Exception):
    """The council's files are refused; carries every problem of the run."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order in which an officer would meet them."""
        self.problems = tuple(sorted(problems))
        super().__init__(f"{len(self.problems)} problems")


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only the problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def as_text(problems: Iterable[Problem]) -> str:
    """Problems for a terminal: place, what is wrong, how to mend it."""
    return "\n".join(
        f"{problem.severity.value} {problem.code}\n  {problem.place}\n  {problem.found}\n  Fix: {problem.fix}"
        for problem in sorted(set(problems))
    )


def as_annotations(problems: Iterable[Problem]) -> str:
    """Problems as GitHub workflow commands, which show beside the row in a pull request."""
    return "\n".join(_annotation(problem) for problem in sorted(set(problems)))


def _annotation(problem: Problem) -> str:
    place = f"file={_property(problem.place.file)}"
    if problem.place.row is not None:
        place += f",line={problem.place.row}"
    title = _property(f"{problem.code}: {problem.place}")
    message = _message(f"{problem.found} Fix: {problem.fix}")
    return f"::{problem.severity.value} {place},title={title}::{message}"


def _message(text: str) -> str:
    """Escape as the workflow command format asks, so that text cannot start a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Iterable[Problem]) -> str:
    """Problems as a JSON list of rows that can be sorted and filtered."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "file": problem.place.file,
            **({"sheet": problem.place.sheet} if problem.place.sheet is not None else {}),
            "row": problem.place.row,
            "column": problem.place.column,
            "found": problem.found,
            "fix": problem.fix,
        }
        for problem in sorted(set(problems))
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)
