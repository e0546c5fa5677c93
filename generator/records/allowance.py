"""How much a whole council's folder may hold: many files within their limits can cost as much as one file beyond them.

Each kind of file has an allowance for the whole folder, far above what a council writes and small enough to be
checked within seconds. What is beyond it is not read, and told.
"""

from dataclasses import dataclass, field

from generator.problems import Place, Problem
from generator.records.collected import Unusable
from generator.records.layout import MOST_ENTRIES, MOST_ROWS, PAGES_BYTES, TABLE_BYTES, YAML_BYTES


@dataclass
class Allowance:
    """What is left for the files of one run that are still to be read."""

    observations: int = MOST_ROWS
    entries: int = MOST_ENTRIES
    """Rows of every other table."""
    sizes: dict[str, int] = field(default_factory=lambda: {"csv": TABLE_BYTES, "yml": YAML_BYTES, "md": PAGES_BYTES})

    def take(self, name: str, content: bytes) -> bytes:
        """The bytes of a file that may still be read; raises Unusable where the files of its kind are too much together."""
        kind = name.rpartition(".")[2]
        self.sizes[kind] -= len(content)
        if self.sizes[kind] < 0:
            raise Unusable(_too_large_together(name, kind))
        return content


def _too_large_together(name: str, kind: str) -> Problem:
    most = {"csv": TABLE_BYTES, "yml": YAML_BYTES, "md": PAGES_BYTES}[kind]
    found = f"With this file, the files that end in .{kind} are larger than {most / 1_000_000:g} MB together, so it was not read."
    return Problem(Place(name), "file-too-large", found, "Leave out what the site does not show.")
