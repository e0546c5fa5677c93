"""The exact range of every count of one component, by optimisation: the bookkeeping of proofs.

Two ranges close in on each other. The outer range holds every possible value: it starts from propagation
and is tightened by optima. The inner range spans the values seen in witness tables. Where an end of the two
meets, that end is exact and needs no more work, and one witness can settle many ends at once, so sums of
all open ends are optimised first and single ends only afterwards ("filtering" in Gleixner and others, 2017,
"Three enhancements for optimization-based bound tightening"). A continuous optimum without end means that
the whole-number one has no end either, once any table exists, because every fact is rational (Meyer 1974,
"On the existence of optimal solutions").
"""

import math

import numpy as np
from numpy.typing import NDArray

from generator.disclosure.intruder.branch import OutOfSteps, find_table
from generator.disclosure.intruder.components import Component
from generator.disclosure.intruder.linear import Bound, Contradiction
from generator.disclosure.intruder.solver import SLACK, Model, Outcome, Status, Table, Undecided

LOW, HIGH = 1, -1
"""The two ends of a range, as the sign of the objective that finds them."""
REMEMBERED = 64
"""How many values above its lower bound a count is remembered to have taken."""
WORTHWHILE = 20
"""Sums of open ends are optimised while each settles at least one open end in this many."""


class Search:
    """One component under attack: outer ranges, values seen, and the models that are asked."""

    def __init__(self, component: Component, pool: list[Table] | None = None) -> None:
        """Start from the component's own bounds; every new witness is added to `pool` where one is given."""
        self._component = component
        self._ends: dict[int, list[Bound]] = {LOW: list(component.low), HIGH: list(component.high)}
        self._continuous = Model(component, whole=False)
        self._whole_model: Model | None = None
        self._first = np.array([low or 0 for low in component.low], dtype=np.int64)
        self._taken: NDArray[np.bool_] = np.zeros((len(component.columns), REMEMBERED), dtype=np.bool_)
        self._seen: dict[int, Table] = {}
        self._pool = pool

    def range(self, column: int) -> tuple[Bound, Bound]:
        """The outer range of a count: exact once both of its ends are settled."""
        return self._ends[LOW][column], self._ends[HIGH][column]

    def settle(self, columns: list[int]) -> None:
        """Make the ranges of these counts exact; raises Contradiction when there is no table at all."""
        self._sweep(columns)
        for end in (LOW, HIGH):
            for column in columns:
                self._settle_continuous(column, end)
            for column in self._open(columns, end):
                self._settle_whole(column, end, columns)

    def count_values(self, column: int, enough: int) -> int:
        """How many values a settled, bounded count can take, counted no further than `enough`."""
        low, high = self.range(column)
        if low is None or high is None:
            return enough
        near = {high, *range(low, min(high, low + REMEMBERED))}
        count = sum(self._is_taken(column, value) for value in near)
        for value in range(low, high + 1):
            if count >= enough:
                break
            if not self._is_taken(column, value):
                count += self._can_be(column, value)
        return count

    def _whole(self) -> Model:
        if self._whole_model is None:
            tightened = self._component._replace(low=tuple(self._ends[LOW]), high=tuple(self._ends[HIGH]))
            self._whole_model = Model(tightened, whole=True)
        return self._whole_model

    def _sweep(self, columns: list[int]) -> None:
        """Find first witnesses, and with them as many settled ends as come cheaply."""
        for end in (LOW, HIGH):
            still_open = self._open(columns, end)
            while True:
                outcome = self._continuous.minimise(dict.fromkeys(still_open, end))
                if outcome.status is not Status.SOLVED:
                    raise Contradiction
                self._witness(outcome.table)
                left = self._open(columns, end)
                if not left or len(still_open) - len(left) <= len(still_open) // WORTHWHILE:
                    break
                still_open = left
        if not self._seen:
            outcome = self._whole().minimise({})
            if outcome.status is not Status.SOLVED:
                raise Contradiction
            self._witness(self._table(outcome, -1, LOW))

    def _open(self, columns: list[int], end: int) -> list[int]:
        """The counts whose bounded end no witness has reached yet."""
        ends = self._ends[end]
        seen = self._seen.get(end)
        return [
            column
            for column in columns
            if ends[column] is not None and (seen is None or seen[column] != ends[column])
        ]

    def _witness(self, table: Table | None) -> None:
        if table is None:
            return
        self._seen[LOW] = np.minimum(self._seen.get(LOW, table), table)
        self._seen[HIGH] = np.maximum(self._seen.get(HIGH, table), table)
        offsets = table - self._first
        near = np.flatnonzero((offsets >= 0) & (offsets < REMEMBERED))
        self._taken[near, offsets[near]] = True
        if self._pool is not None:
            self._pool.append(table)

    def _is_taken(self, column: int, value: int) -> bool:
        seen = (int(self._seen[LOW][column]), int(self._seen[HIGH][column]))
        offset = value - int(self._first[column])
        return value in seen or (0 <= offset < REMEMBERED and bool(self._taken[column, offset]))

    def _settle_continuous(self, column: int, end: int) -> None:
        """Move one end to the continuous optimum, rounded inwards; leave none where there is none."""
        if self._is_settled(column, end):
            return
        outcome = self._continuous.minimise({column: end})
        if outcome.status is Status.IMPOSSIBLE:
            raise Undecided("rows that have a table were called impossible")
        if outcome.status is Status.UNBOUNDED:
            return
        self._witness(outcome.table)
        self._tighten(
            column, end, end * math.ceil(outcome.optimum - SLACK * (1 + abs(outcome.optimum) / 1000))
        )

    def _is_settled(self, column: int, end: int) -> bool:
        return self._ends[end][column] == int(self._seen[end][column])

    def _tighten(self, column: int, end: int, value: int) -> None:
        """Move an outer end inwards, in every model: no whole table is lost by it."""
        old = self._ends[end][column]
        if old is None or end * value > end * old:
            self._ends[end][column] = value
            self._continuous.bound(column, *self.range(column))
            if self._whole_model is not None:
                self._whole_model.bound(column, *self.range(column))

    def _settle_whole(self, column: int, end: int, columns: list[int]) -> None:
        """Make one end exact in whole numbers: try its outer end, then ask up to the nearest value seen.

        Most outer ends are reached. While one is tried, every other open end is pushed outwards too, so that
        the table found settles several.
        """
        if self._is_settled(column, end):
            return
        model = self._whole()
        outer = self._ends[end][column]
        model.bound(column, outer, outer)
        tried = model.minimise_roughly(dict.fromkeys(self._open(columns, end), end))
        model.bound(column, *self.range(column))
        if tried.status is Status.SOLVED:
            self._witness(tried.table)
        if self._is_settled(column, end):
            return
        nearest = int(self._seen[end][column])
        gap = (outer, nearest - 1) if end == LOW else (nearest + 1, outer)
        model.bound(column, *gap)
        outcome = model.minimise({column: end})
        model.bound(column, *self.range(column))
        if outcome.status is Status.UNBOUNDED:
            raise Undecided("a bounded count was called unbounded")
        if outcome.status is Status.SOLVED:
            self._witness(self._table(outcome, column, end, gap))
        self._tighten(column, end, int(self._seen[end][column]))

    def _table(
        self, outcome: Outcome, column: int, end: int, gap: tuple[Bound, Bound] = (None, None)
    ) -> Table | None:
        """The table of a whole-number optimum; where floats spoilt it, the best one by exact arithmetic."""
        if outcome.table is not None:
            return outcome.table
        low, high = list(self._ends[LOW]), list(self._ends[HIGH])
        if column >= 0:
            low[column], high[column] = gap
        best: Table | None = None
        while True:
            try:
                found = find_table(low, high, self._component.rows)
            except OutOfSteps as reason:
                raise Undecided("neither the solver nor exact search settled a count") from reason
            if found is None:
                if best is None and column < 0:
                    raise Contradiction
                return best
            best = np.array(found, dtype=np.int64)
            if column < 0:
                return best
            if end == LOW:
                high[column] = found[column] - 1
            else:
                low[column] = found[column] + 1
            if (low[column] or 0) > (high[column] or 0):
                return best

    def _can_be(self, column: int, value: int) -> bool:
        """Whether any table gives a count this value."""
        for model in (self._continuous, self._whole()):
            model.bound(column, value, value)
            outcome = model.minimise({})
            model.bound(column, *self.range(column))
            if outcome.status is not Status.SOLVED:
                return False
            if outcome.table is not None:
                self._witness(outcome.table)
                return True
        raise Undecided("neither the solver nor exact search settled a count")
