"""One component as a HiGHS model whose objective is swapped; what comes back is checked in whole numbers.

The model is continuous first: for most tables every vertex is whole, and then the continuous optimum is the
exact one. Whole numbers are asked for only where a vertex is not whole. A vertex counts as a witness (a table
that makes every fact true) only after its counts, rounded, satisfy every row in integer arithmetic.
Counts are measured from their lower bounds, so that large totals cost no accuracy.
"""

import math
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

from generator.disclosure.intruder.components import Component
from generator.disclosure.intruder.linear import Bound

Table = NDArray[np.int64]
"""A whole number for every count of a component, in the component's order."""

SECONDS = 60.0
"""How long one question to the solver may take before the attack gives up and says so."""
TOLERANCE = 1e-9
"""How far from whole, and from each row, the solver may stray; its results are checked exactly anyway."""
ROUGH_GAP = 0.3
"""How far from best a rough optimum may be, as a part of it."""
PRIMAL_SIMPLEX = 4
"""What HiGHS calls the primal simplex method."""
SLACK = 1e-6
"""How far a continuous optimum may be from the true one; a bound is rounded outwards by this much first."""
LARGEST_COUNT = 2**40
"""Vertices with counts above this are not used as witnesses, so that checking them cannot overflow."""
LARGEST_WEIGHT = 2**20
"""Rows with weights above this are checked in Python's unlimited integers instead of machine ones."""


class Undecided(Exception):
    """The solver could not settle a question; whatever was asked about must be treated as unsafe."""


class Status(Enum):
    """How a question to the solver ended."""

    SOLVED = auto()
    IMPOSSIBLE = auto()
    UNBOUNDED = auto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the solver found: its optimum, and the vertex as a table where it is one."""

    status: Status
    optimum: float = math.nan
    table: Table | None = None


class Model:
    """The rows of one component in HiGHS, kept between questions so that each starts where the last ended."""

    def __init__(self, component: Component, *, whole: bool) -> None:
        """Build the model; `whole` asks for whole numbers throughout."""
        self._component = component
        self._origin: Table = np.array(
            [_first(low, high) for low, high in zip(component.low, component.high, strict=True)],
            dtype=np.int64,
        )
        self._low: NDArray[np.float64] = (
            np.array([_end(low, -math.inf) for low in component.low], dtype=float) - self._origin
        )
        self._high: NDArray[np.float64] = (
            np.array([_end(high, math.inf) for high in component.high], dtype=float) - self._origin
        )
        self._rows = _Rows(component)
        self._whole = whole
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy leaves it without types
        for option, setting in (
            ("output_flag", False),
            ("threads", 1),
            ("primal_feasibility_tolerance", TOLERANCE),
            ("dual_feasibility_tolerance", TOLERANCE),
            ("mip_feasibility_tolerance", TOLERANCE),
            # Swapped costs leave the last vertex feasible, which only the primal simplex can start from.
            ("simplex_strategy", PRIMAL_SIMPLEX),
            # Optima of single counts are whole, so less than 1 apart is the same.
            ("mip_abs_gap", 0.5),
            ("mip_rel_gap", 0.0),
        ):
            self._highs.setOptionValue(option, setting)
        if self._highs.passModel(self._as_lp()) == highspy.HighsStatus.kError:
            raise Undecided("the solver refused the model")

    def _as_lp(self) -> highspy.HighsLp:
        lp = highspy.HighsLp()
        rows = self._rows
        lp.num_col_ = len(self._origin)
        lp.num_row_ = len(self._component.rows)
        lp.col_cost_ = np.zeros(len(self._origin))
        lp.col_lower_, lp.col_upper_ = self._low, self._high
        settled = rows.sums(self._origin)
        ends = [(_end(row.low, -math.inf), _end(row.high, math.inf)) for row in self._component.rows]
        lp.row_lower_ = np.array(
            [low - start for (low, _), start in zip(ends, settled, strict=True)], dtype=float
        )
        lp.row_upper_ = np.array(
            [high - start for (_, high), start in zip(ends, settled, strict=True)], dtype=float
        )
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = rows.starts_and_end()
        lp.a_matrix_.index_ = rows.columns
        lp.a_matrix_.value_ = rows.weights.astype(float)
        if self._whole:
            lp.integrality_ = [highspy.HighsVarType.kInteger] * len(self._origin)
        return lp

    def bound(self, column: int, low: Bound, high: Bound) -> None:
        """Keep one count within these ends from now on."""
        start = int(self._origin[column])
        self._low[column] = -math.inf if low is None else low - start
        self._high[column] = math.inf if high is None else high - start
        self._highs.changeColBounds(column, self._low[column], self._high[column])

    def minimise_roughly(self, weights: dict[int, int]) -> Outcome:
        """A table where a weighted sum is small, but not always smallest: to try many ends at once."""
        self._highs.setOptionValue("mip_rel_gap", ROUGH_GAP)
        outcome = self.minimise(weights)
        self._highs.setOptionValue("mip_rel_gap", 0.0)
        return outcome

    def minimise(self, weights: dict[int, int]) -> Outcome:
        """The least that a weighted sum of counts can be, and a table where it is."""
        for column, weight in weights.items():
            self._highs.changeColCost(column, float(weight))
        # HiGHS holds the limit against the time of all the model's questions together.
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + SECONDS)
        self._highs.run()
        # Read first: HiGHS forgets what it found as soon as a cost is changed.
        outcome = self._outcome(sum(weight * int(self._origin[column]) for column, weight in weights.items()))
        for column in weights:
            self._highs.changeColCost(column, 0.0)
        return outcome

    def _outcome(self, start: int) -> Outcome:
        ended = self._highs.getModelStatus()
        if ended == highspy.HighsModelStatus.kOptimal:
            optimum = self._highs.getInfo().objective_function_value
            vertex = np.array(self._highs.getSolution().col_value)
            return Outcome(Status.SOLVED, optimum + start, self._checked(vertex))
        if ended == highspy.HighsModelStatus.kInfeasible:
            return Outcome(Status.IMPOSSIBLE)
        if ended in (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return Outcome(Status.UNBOUNDED)
        raise Undecided(self._highs.modelStatusToString(ended))

    def _checked(self, vertex: NDArray[np.float64]) -> Table | None:
        """The vertex as a table, where it is whole and makes every row and bound true exactly."""
        nearest = np.rint(vertex)
        if np.abs(vertex - nearest).max() > SLACK or np.abs(nearest).max() > LARGEST_COUNT:
            return None
        if not ((nearest >= self._low).all() and (nearest <= self._high).all()):
            return None
        table = nearest.astype(np.int64) + self._origin
        return table if self._rows.hold(table) else None


class _Rows:
    """The rows of a component as arrays, to check tables quickly."""

    def __init__(self, component: Component) -> None:
        rows = component.rows
        self.columns = np.array([column for row in rows for column in row.columns], dtype=np.int32)
        weights = [weight for row in rows for weight in row.weights]
        self._exact: type[Any] = np.int64 if max(map(abs, weights)) <= LARGEST_WEIGHT else np.object_
        self.weights: NDArray[Any] = np.array(weights, dtype=self._exact)
        self._starts = np.cumsum([0] + [len(row.columns) for row in rows[:-1]])
        self._low = [(position, row.low) for position, row in enumerate(rows) if row.low is not None]
        self._high = [(position, row.high) for position, row in enumerate(rows) if row.high is not None]
        self._at_least: NDArray[Any] = np.array([low for _, low in self._low], dtype=self._exact)
        self._at_most: NDArray[Any] = np.array([high for _, high in self._high], dtype=self._exact)
        self._low_rows = np.array([position for position, _ in self._low], dtype=np.int64)
        self._high_rows = np.array([position for position, _ in self._high], dtype=np.int64)

    def starts_and_end(self) -> NDArray[np.int32]:
        """Where each row's weights start, and where the last row's end."""
        return np.append(self._starts, len(self.columns)).astype(np.int32)

    def sums(self, table: Table) -> NDArray[Any]:
        """What each row adds up to, in whole numbers."""
        return np.add.reduceat(self.weights * table.astype(self._exact)[self.columns], self._starts)

    def hold(self, table: Table) -> bool:
        """Whether a table makes every row true."""
        sums = self.sums(table)
        return bool(
            (sums[self._low_rows] >= self._at_least).all() and (sums[self._high_rows] <= self._at_most).all()
        )


def _first(low: Bound, high: Bound) -> int:
    """Where to measure a count from: its lower end, else its upper end, else nought."""
    return low if low is not None else high if high is not None else 0


def _end(bound: Bound, endless: float) -> float:
    return endless if bound is None else bound
