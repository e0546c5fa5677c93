"""How a file for the intruder is refused: every problem at once, each with its place and how to mend it."""

from generator.problems import Place, Problem, Refused

CODE = "facts-file"
"""The problem code of everything that is wrong with a file given to the intruder."""
MOST_TOLD = 1_000
"""Faults of one file that are listed; nobody mends more at a time."""
LARGEST = 10**12
"""No count of people is larger; sums of larger numbers could not be solved exactly."""


class FactsProblem(Refused):
    """A file of published figures is refused; carries every problem found in it."""


class Findings:
    """Collects what is wrong with one file."""

    def __init__(self, file: str) -> None:
        """Start with nothing found."""
        self._file = file
        self._problems: list[Problem] = []
        self._untold = 0

    def add(self, column: str, found: str, fix: str, row: int | None = None) -> None:
        """Note one problem; `column` is a column's heading, or the path in a JSON file."""
        if len(self._problems) < MOST_TOLD:
            self._problems.append(Problem(Place(self._file, row, column), CODE, found, fix))
        else:
            self._untold += 1

    def refuse_if_any(self) -> None:
        """Raise FactsProblem with all that was found, if anything was."""
        if self._untold:
            found = f"{self._untold:,} more faults are not listed."
            fix = "Mend the ones that are listed, then try again."
            self._problems.append(Problem(Place(self._file), CODE, found, fix))
        if self._problems:
            raise FactsProblem(self._problems)
