"""Statistical process control (an XmR chart): which points of a monthly or quarterly series stand out.

Here: the limits, the four rules that flag a point, and what a flag means for better or worse.
Not here: whether a series may be charted this way at all (never annual figures, cumulative or rolling
figures, series with gaps, small or rounded counts), drawing, or words for the reader.

The rules and constants are those of "Making Data Count" as written in NHSRplotthedots at commit 050b07d,
with two repairs. A series that never varies gets limits at its mean (there: none). A point takes its
direction from the trend it belongs to, the later of two (there: from the step to the next point, which
is wrong where one trend ends just before another starts).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from generator.statistics.arithmetic import Direction, exact, mean, sign

OUTER_LIMIT_FACTOR: Final = Fraction("2.66")
"""Mean moving ranges from the mean to a limit: three standard deviations, at 1.128 a range."""

NEAR_LIMIT_FACTOR: Final = OUTER_LIMIT_FACTOR * 2 / 3
"""Mean moving ranges from the mean to a near limit: two thirds of the way, 1.7733."""

OUTLIER_FACTOR: Final = Fraction("3.267")
"""A moving range this many times the mean range, or more, is left out of the limits."""

MINIMUM_POINTS: Final = 13
"""Fewest points between recalculations from which limits are worked out."""

SHIFT_POINTS: Final = 7
"""Points in a row on one side of the mean that make a shift."""

TREND_POINTS: Final = 7
"""Points in a row, each strictly beyond the one before, that make a trend."""

CLUSTER_POINTS: Final = 3
"""Points in a row, all on one side of the mean, looked at for a cluster near a limit."""

CLUSTER_NEAR_POINTS: Final = 2
"""How many of those points must lie beyond the near limit."""

_FEWEST_FOR_A_RANGE: Final = 2


class PointKind(Enum):
    """Why a point stands out, the strongest reason first."""

    ABOVE_LIMIT = "above the upper limit"
    BELOW_LIMIT = "below the lower limit"
    RISING_TREND = "part of a rising trend"
    FALLING_TREND = "part of a falling trend"
    CLUSTER_ABOVE = "two of three near the upper limit"
    CLUSTER_BELOW = "two of three near the lower limit"
    SHIFT_ABOVE = "part of a run above the mean"
    SHIFT_BELOW = "part of a run below the mean"
    COMMON_CAUSE = "within the usual variation"

    @property
    def direction(self) -> Direction:
        """Which way the point stands out: +1 up, -1 down, 0 not at all."""
        return _DIRECTIONS[self]


_RULES_BY_PRIORITY: Final = (
    (PointKind.ABOVE_LIMIT, PointKind.BELOW_LIMIT),
    (PointKind.RISING_TREND, PointKind.FALLING_TREND),
    (PointKind.CLUSTER_ABOVE, PointKind.CLUSTER_BELOW),
    (PointKind.SHIFT_ABOVE, PointKind.SHIFT_BELOW),
)
_DIRECTIONS: Final[dict[PointKind, Direction]] = {
    **{upward: 1 for upward, _ in _RULES_BY_PRIORITY},
    **{downward: -1 for _, downward in _RULES_BY_PRIORITY},
    PointKind.COMMON_CAUSE: 0,
}


class Reading(Enum):
    """What a point means once it is known which way is better."""

    COMMON_CAUSE = "common cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL_CHANGE = "neutral change"


@dataclass(frozen=True, slots=True)
class Limits:
    """The mean of a stretch of a series and the limits around it, in the series' own unit."""

    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a series with its own limits: points `start` up to but not including `stop`."""

    start: int
    stop: int
    limits: Limits


@dataclass(frozen=True, slots=True)
class ControlChart:
    """A series read against its limits: kinds and readings in the order of the values."""

    segments: tuple[Segment, ...]
    kinds: tuple[PointKind, ...]
    readings: tuple[Reading, ...]

    @property
    def limits(self) -> Limits:
        """The limits that apply to the latest point."""
        return self.segments[-1].limits

    @property
    def mean(self) -> float:
        """The mean that applies to the latest point."""
        return self.limits.mean

    @property
    def lower(self) -> float:
        """The lower limit that applies to the latest point."""
        return self.limits.lower

    @property
    def upper(self) -> float:
        """The upper limit that applies to the latest point."""
        return self.limits.upper


@dataclass(frozen=True, slots=True)
class TooFewPoints:
    """No limits: the shortest stretch between recalculations has too few points to say."""

    points: int
    needed: int = MINIMUM_POINTS


def control_chart(
    values: Sequence[float],
    improvement: Direction,
    *,
    screen_outliers: bool = True,
    rebase_at: Sequence[int] = (),
) -> ControlChart | TooFewPoints:
    """Read a series, oldest value first, against its own usual variation.

    `rebase_at` lists the positions (from 0) of the points at which limits start afresh; no run crosses
    one. Raises ValueError for positions that are not in rising order inside the series.
    """
    if not values:
        return TooFewPoints(0)
    edges = (0, *rebase_at, len(values))
    if any(after <= before for before, after in pairwise(edges)):
        raise ValueError("recalculation points must be in rising order and lie inside the series")
    shortest = min(stop - start for start, stop in pairwise(edges))
    if shortest < MINIMUM_POINTS:
        return TooFewPoints(shortest)
    segments: list[Segment] = []
    kinds: list[PointKind] = []
    for start, stop in pairwise(edges):
        limits, found = read_segment(values[start:stop], screen_outliers=screen_outliers)
        segments.append(Segment(start, stop, limits))
        kinds.extend(found)
    return ControlChart(tuple(segments), tuple(kinds), tuple(reading_of(kind, improvement) for kind in kinds))


def read_segment(values: Sequence[float], *, screen_outliers: bool) -> tuple[Limits, tuple[PointKind, ...]]:
    """Work out one stretch's limits and the kind of each of its points.

    The arithmetic alone, from two values up: `control_chart` is the door that refuses short series.
    """
    if len(values) < _FEWEST_FOR_A_RANGE:
        raise ValueError("limits need at least two values")
    numbers = [exact(value) for value in values]
    middle = mean(numbers)
    spread = _mean_moving_range(numbers, screen_outliers=screen_outliers)
    deviations = [number - middle for number in numbers]
    limits = Limits(
        mean=float(middle),
        lower=float(middle - OUTER_LIMIT_FACTOR * spread),
        upper=float(middle + OUTER_LIMIT_FACTOR * spread),
        near_lower=float(middle - NEAR_LIMIT_FACTOR * spread),
        near_upper=float(middle + NEAR_LIMIT_FACTOR * spread),
    )
    return limits, _kinds(deviations, spread)


def reading_of(kind: PointKind, improvement: Direction) -> Reading:
    """Say what a kind of point means, given which way is better."""
    if kind is PointKind.COMMON_CAUSE:
        return Reading.COMMON_CAUSE
    if improvement == 0:
        return Reading.NEUTRAL_CHANGE
    return Reading.IMPROVEMENT if kind.direction == improvement else Reading.CONCERN


def _mean_moving_range(numbers: Sequence[Fraction], *, screen_outliers: bool) -> Fraction:
    """Average the gaps between neighbours, once without those that are far larger than the rest."""
    ranges = [abs(after - before) for before, after in pairwise(numbers)]
    average = mean(ranges)
    kept = [gap for gap in ranges if gap < OUTLIER_FACTOR * average]
    # Nothing is below a threshold of nought, so a series that never varies keeps its ranges of nought.
    return mean(kept) if screen_outliers and kept else average


def _kinds(deviations: Sequence[Fraction], spread: Fraction) -> tuple[PointKind, ...]:
    """Give each point the first of the rules, in order of priority, that flags it."""
    sides = [sign(deviation) for deviation in deviations]
    outer, near = OUTER_LIMIT_FACTOR * spread, NEAR_LIMIT_FACTOR * spread
    outside = [sign(deviation) if abs(deviation) > outer else 0 for deviation in deviations]
    # A point outside the limits is already the strongest flag there is and does not count as near one.
    close = [near < abs(deviation) <= outer for deviation in deviations]
    flags = (outside, _trends(deviations), _clusters(sides, close), _shifts(sides))
    return tuple(_strongest(directions) for directions in zip(*flags, strict=True))


def _strongest(directions: Sequence[Direction]) -> PointKind:
    """Name the first rule that flagged a point, given each rule's direction in order of priority."""
    for direction, (upward, downward) in zip(directions, _RULES_BY_PRIORITY, strict=True):
        if direction != 0:
            return upward if direction > 0 else downward
    return PointKind.COMMON_CAUSE


def _trends(deviations: Sequence[Fraction]) -> list[Direction]:
    """Flag every point of every run of strictly rising or falling values; a tie breaks a run."""
    flags: list[Direction] = [0] * len(deviations)
    steps = [sign(after - before) for before, after in pairwise(deviations)]
    for start in range(len(deviations) - TREND_POINTS + 1):
        direction = _shared(steps[start : start + TREND_POINTS - 1])
        if direction != 0:
            flags[start : start + TREND_POINTS] = [direction] * TREND_POINTS
    return flags


def _shifts(sides: Sequence[Direction]) -> list[Direction]:
    """Flag every point of every run on one side of the mean; a point at the mean breaks a run."""
    flags: list[Direction] = [0] * len(sides)
    for start in range(len(sides) - SHIFT_POINTS + 1):
        direction = _shared(sides[start : start + SHIFT_POINTS])
        if direction != 0:
            flags[start : start + SHIFT_POINTS] = [direction] * SHIFT_POINTS
    return flags


def _clusters(sides: Sequence[Direction], close: Sequence[bool]) -> list[Direction]:
    """Flag the points near a limit where two of three in a row are, all three on one side of the mean."""
    flags: list[Direction] = [0] * len(sides)
    for start in range(len(sides) - CLUSTER_POINTS + 1):
        window = range(start, start + CLUSTER_POINTS)
        direction = _shared([sides[position] for position in window])
        near = [position for position in window if close[position]]
        if direction != 0 and len(near) >= CLUSTER_NEAR_POINTS:
            for position in near:
                flags[position] = direction
    return flags


def _shared(directions: Sequence[Direction]) -> Direction:
    """Give the direction that all have, or 0 where they differ."""
    alike = set(directions)
    return alike.pop() if len(alike) == 1 else 0
