"""Collecting problems: all of them, but never so many that neither a person nor the memory can hold them."""

from collections import Counter
from collections.abc import Iterable

from generator.problems import Place, Problem

MOST_OF_A_KIND = 1000
"""Problems of one code in one file that are told one by one; the rest are told as a number."""
MOST_OF_A_FILE = 5000
"""Faults of one file after which the rest of it is not read."""
MOST_OF_A_RUN = 20_000
"""Faults of all files after which every other file is read only as far as its first fault."""


class Unusable(Exception):
    """A file, or the rest of it, cannot be used; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        self.problem = problem
        super().__init__(problem.code)


class Collected:
    """The problems of one run, in the order in which they were found."""

    def __init__(self) -> None:
        """Start with none."""
        self._told: list[Problem] = []
        self._counts: Counter[tuple[str, str]] = Counter()
        self._of_file: Counter[str] = Counter()
        self._untold: dict[tuple[str, str], Problem] = {}
        self._faults = 0
        self._left: dict[str, None] = {}
        """Files whose other rows were not read, in order."""

    def add(self, problem: Problem) -> None:
        """Take one problem."""
        kind = (problem.place.file, problem.code)
        self._counts[kind] += 1
        self._of_file[problem.place.file] += 1
        self._faults += 1
        if self._counts[kind] <= MOST_OF_A_KIND:
            self._told.append(problem)
        else:
            self._untold.setdefault(kind, problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take several."""
        for problem in problems:
            self.add(problem)

    def too_many_of(self, file: str) -> bool:
        """Whether a file has so many faults that reading on would only cost time."""
        faults = self._of_file[file]
        if faults <= MOST_OF_A_FILE and not (faults and self._faults > MOST_OF_A_RUN):
            return False
        self._left[file] = None
        return True

    def all(self) -> tuple[Problem, ...]:
        """Every problem; where a file has too many of a kind, one more problem says how many were left out."""
        rest = [
            Problem(
                Place(file),
                code,
                self._rest(file, code),
                "Mend the ones that are listed, then check again.",
                problem.severity,
            )
            for (file, code), problem in self._untold.items()
        ]
        files = {file for file, _ in self._untold}
        found = "After so many faults in all files, the other rows of this file were not read."
        fix = "Mend the ones that are listed, then check again."
        rest += [Problem(Place(file), "too-many-rows", found, fix) for file in self._left if file not in files]
        return (*self._told, *rest)

    def _rest(self, file: str, code: str) -> str:
        more = f"{self._counts[file, code] - MOST_OF_A_KIND:,} more places in this file have the same fault."
        return (
            f"{more} After so many faults its other rows were not read." if file in self._left else more
        )
