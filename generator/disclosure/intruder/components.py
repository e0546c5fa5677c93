"""Splits a system into parts that share no unknown count, and settles those that need no solver.

Counts that no row ties together cannot tell anything about each other, so each connected component is
attacked alone. Most components of a published table are trees: rows and counts joined without a loop, all
weights 1 or -1. There propagation alone is exact, for a row with such weights lets each of its counts take
every whole number of an interval, and on a tree what every row allows can be extended to a whole table
(Freuder 1982, "A sufficient condition for backtrack-free search").
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.disclosure.intruder.linear import Bound, Row, System


class Component(NamedTuple):
    """A connected part: its counts' numbers in the system, their bounds, and rows over its positions."""

    columns: tuple[int, ...]
    low: tuple[Bound, ...]
    high: tuple[Bound, ...]
    rows: tuple[Row, ...]

    def is_exact(self, *, settled: bool) -> bool:
        """Whether the propagated bounds are already the exact ones."""
        joins = sum(len(row.columns) for row in self.rows)
        is_tree = joins == len(self.columns) + len(self.rows) - 1
        return settled and is_tree and all(abs(weight) == 1 for row in self.rows for weight in row.weights)


def components(made: System) -> Iterator[Component]:
    """The connected components of the counts that some row still ties, in the order of their first count."""
    leader = list(range(len(made.names)))

    def find(column: int) -> int:
        while leader[column] != column:
            leader[column] = leader[leader[column]]
            column = leader[column]
        return column

    for row in made.rows:
        first = find(row.columns[0])
        for column in row.columns[1:]:
            leader[find(column)] = first
    members: dict[int, list[int]] = {}
    for column in sorted({column for row in made.rows for column in row.columns}):
        members.setdefault(find(column), []).append(column)
    rows: dict[int, list[Row]] = {}
    for row in made.rows:
        rows.setdefault(find(row.columns[0]), []).append(row)
    for root, columns in members.items():
        place = {column: position for position, column in enumerate(columns)}
        yield Component(
            tuple(columns),
            tuple(made.low[column] for column in columns),
            tuple(made.high[column] for column in columns),
            tuple(row._replace(columns=tuple(place[column] for column in row.columns)) for row in rows[root]),
        )
