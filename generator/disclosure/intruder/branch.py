"""Looks for one table in integer arithmetic alone, by halving ranges; the last resort where floats fail.

Used only when the solver calls a vertex whole but it does not satisfy every row exactly.
"""

from collections.abc import Sequence

from generator.disclosure.intruder.linear import Bound, Contradiction, Row, propagate

NODES = 20_000
"""How many ranges may be halved before giving up."""


class OutOfSteps(Exception):
    """Too many ranges were halved, or a count without an end was met."""


def find_table(low: Sequence[Bound], high: Sequence[Bound], rows: Sequence[Row]) -> list[int] | None:
    """A whole number for every count that satisfies every row, or None when there is none."""
    waiting: list[tuple[list[Bound], list[Bound]]] = [(list(low), list(high))]
    for _ in range(NODES):
        if not waiting:
            return None
        lows, highs = waiting.pop()
        try:
            propagate(lows, highs, rows)
        except Contradiction:
            continue
        widest, position, middle = -1, -1, 0
        for column, (bottom, top) in enumerate(zip(lows, highs, strict=True)):
            if bottom is None or top is None:
                raise OutOfSteps
            if top > bottom and (widest < 0 or top - bottom < widest):
                widest, position, middle = top - bottom, column, (bottom + top) // 2
        if widest < 0:
            return [bottom for bottom in lows if bottom is not None]
        upper = list(lows)
        upper[position] = middle + 1
        waiting.append((upper, list(highs)))
        highs[position] = middle
        waiting.append((lows, highs))
    raise OutOfSteps
