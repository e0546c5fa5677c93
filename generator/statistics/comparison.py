"""Comparing one council's figure with others: quartile bands, rank, neighbours' averages, England's place.

Here: the rules of the Department for Education's Local Authority Interactive Tool (LAIT), read in
dfe-analytical-services/local-authority-interactive-tool at commit 2e30e39, R/fn_analysis.R.
Not here: which councils are compared (the caller joins them on codes), periods, and any words.

Values are floats as read from a source; None and NaN mean "no value" and are left out. They are compared
as the decimals they stand for (see `arithmetic`), so float noise moves no council across a quartile or out
of a tie. Nothing is rounded here: rounding belongs to display.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final, TypeGuard

from generator.statistics.arithmetic import Direction, exact, mean

LOWER_QUARTILE: Final = Fraction(1, 4)
MEDIAN: Final = Fraction(1, 2)
UPPER_QUARTILE: Final = Fraction(3, 4)
"""Shares of the councils at or below each boundary between two bands."""


class Band(Enum):
    """Quarter of all councils, A the best."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Lowest value, three quartiles and highest value of all councils that have one."""

    lowest: float
    lower: float
    median: float
    upper: float
    highest: float


@dataclass(frozen=True, slots=True)
class Rank:
    """A place among councils (1 is best; ties share the lowest number) and how many were ranked."""

    place: int
    of: int


@dataclass(frozen=True, slots=True)
class NeighbourAverages:
    """Unweighted averages of the statistical neighbours, and how many of them have a value."""

    mean: float | None
    median: float | None
    with_value: int
    of: int


def quantile(values: Iterable[float | None], share: Fraction) -> float | None:
    """Give the value a share (0 to 1) of the way through all values, on straight lines between (type 7)."""
    ordered = _present(values)
    return float(_quantile(ordered, share)) if ordered else None


def quartiles(values: Iterable[float | None]) -> Quartiles | None:
    """Give the five numbers that divide all councils' values into four bands; None if there are no values."""
    ordered = _present(values)
    if not ordered:
        return None
    shares = (Fraction(0), LOWER_QUARTILE, MEDIAN, UPPER_QUARTILE, Fraction(1))
    return Quartiles(*(float(_quantile(ordered, share)) for share in shares))


def quartile_band(
    value: float | None, everyone: Iterable[float | None], improvement: Direction
) -> Band | None:
    """Give the council's quarter; None without a value or where neither direction is better.

    A value at a boundary belongs to the band below it: to the better band where low is good, to the worse
    where high is good.
    """
    ordered = _present(everyone)
    if improvement == 0 or not _has_value(value) or not ordered:
        return None
    number = exact(value)
    boundaries = (LOWER_QUARTILE, MEDIAN, UPPER_QUARTILE)
    crossed = sum(number > _quantile(ordered, share) for share in boundaries)
    bands = tuple(Band) if improvement < 0 else tuple(reversed(Band))
    return bands[crossed]


def rank(value: float | None, everyone: Iterable[float | None], improvement: Direction) -> Rank | None:
    """Give the council's place among all councils; `everyone` includes the council itself.

    None without a value, where neither direction is better, or where the value is not among them.
    """
    ordered = _present(everyone)
    if improvement == 0 or not _has_value(value) or exact(value) not in ordered:
        return None
    number = exact(value)
    better = sum((other - number) * improvement > 0 for other in ordered)
    return Rank(place=better + 1, of=len(ordered))


def neighbour_averages(values: Iterable[float | None]) -> NeighbourAverages:
    """Average the statistical neighbours: LAIT prints the mean, the social care dashboard the median."""
    everyone = list(values)
    ordered = _present(everyone)
    return NeighbourAverages(
        mean=float(mean(ordered)) if ordered else None,
        median=float(_quantile(ordered, MEDIAN)) if ordered else None,
        with_value=len(ordered),
        of=len(everyone),
    )


def nation_lies_among_regions(nation: float | None, regions: Iterable[float | None]) -> bool:
    """Say whether England's figure lies between its lowest and highest region, as every average must.

    For rates, percentages and averages only: a total is rightly larger than any of its parts. True also
    where England or every region has no value, because nothing then speaks against the series.
    """
    ordered = _present(regions)
    if not _has_value(nation) or not ordered:
        return True
    return ordered[0] <= exact(nation) <= ordered[-1]


def difference(now: float, before: float) -> float:
    """Take one figure from another without float noise: 19.5 less 15.6 is 3.9."""
    return float(exact(now) - exact(before))


def _present(values: Iterable[float | None]) -> list[Fraction]:
    """Leave out the missing and sort the rest, lowest first."""
    return sorted(exact(value) for value in values if _has_value(value))


def _has_value(value: float | None) -> TypeGuard[float]:
    return value is not None and not math.isnan(value)


def _quantile(ordered: list[Fraction], share: Fraction) -> Fraction:
    """Interpolate between the two values whose positions lie either side of the share."""
    position = (len(ordered) - 1) * share
    below = math.floor(position)
    above = math.ceil(position)
    return ordered[below] + (position - below) * (ordered[above] - ordered[below])
