"""95% confidence intervals: how far chance alone could have moved a proportion or a rate.

Here: Wilson's score interval for proportions, Byar's approximation for rates (exact Poisson limits for
small counts), and whether two intervals overlap. Not here: when a figure may carry an interval (only where
both its numerator and its denominator are published), and any words.

Sources: Public Health England, "Technical Guide: Confidence Intervals" (2018) and the R package
PHEindicatormethods; E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209 to 212; N. E. Breslow and N. E. Day,
"Statistical methods in cancer research" II (1987), page 69.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

CONFIDENCE: Final = 0.95
"""Share of such intervals that would hold the underlying figure."""

NORMAL_DEVIATE: Final = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
"""Standard deviations either side of the mean of a normal curve that hold that share: 1.96."""

EXACT_BELOW: Final = 10
"""Counts smaller than this get exact Poisson limits, because Byar's approximation is poor for them."""

_BISECTIONS: Final = 100
"""Halvings of the search for an exact limit: more than enough to reach the last digit of a float."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A lower and an upper 95% confidence limit, in the figure's own unit."""

    lower: float
    upper: float


def proportion_interval(numerator: int, denominator: int, *, per: float = 1) -> Interval:
    """Give Wilson's score interval for a proportion; `per=100` gives percent.

    Raises ValueError where the numerator is below nought or above the denominator.
    """
    _refuse_impossible(numerator, denominator)
    if numerator > denominator:
        raise ValueError("the numerator of a proportion cannot be larger than its denominator")
    squared = NORMAL_DEVIATE**2
    centre = 2 * numerator + squared
    reach = NORMAL_DEVIATE * math.sqrt(squared + 4 * numerator * (denominator - numerator) / denominator)
    width = 2 * (denominator + squared)
    # Said outright, because float noise would put the upper limit of "all" at 0.9999999999999998.
    lower = 0.0 if numerator == 0 else (centre - reach) / width
    upper = 1.0 if numerator == denominator else (centre + reach) / width
    return Interval(lower * per, upper * per)


def rate_interval(count: int, population: int, *, per: float = 1) -> Interval:
    """Give the interval for a rate of events; `per=10_000` gives a rate per 10,000.

    Raises ValueError where the count is below nought or the population is not above it.
    """
    _refuse_impossible(count, population)
    limits = _exact_count(count) if count < EXACT_BELOW else _byar_count(count)
    return Interval(limits.lower / population * per, limits.upper / population * per)


def similar(first: Interval, second: Interval) -> bool:
    """Say whether two intervals overlap, so that the figures may differ by chance alone; touching counts."""
    return first.lower <= second.upper and second.lower <= first.upper


def _refuse_impossible(numerator: int, denominator: int) -> None:
    if numerator < 0 or denominator <= 0:
        raise ValueError("an interval needs a count of nought or more and a denominator above nought")


def _byar_count(count: int) -> Interval:
    """Approximate the limits of a count of 10 or more."""
    return Interval(_byar(count, -NORMAL_DEVIATE), _byar(count + 1, NORMAL_DEVIATE))


def _byar(count: int, deviate: float) -> float:
    """Cube-root approximation to a limit of a Poisson mean (Breslow and Day)."""
    return count * float(1 - 1 / (9 * count) + deviate / (3 * math.sqrt(count))) ** 3


def _exact_count(count: int) -> Interval:
    """Find the means that would give a count this high, or this low, with half the remaining chance each."""
    tail = (1 - CONFIDENCE) / 2
    upper = _falling_root(lambda mean: _chance_of_at_most(count, mean) - tail)
    if count == 0:
        return Interval(0.0, upper)
    return Interval(_falling_root(lambda mean: _chance_of_at_most(count - 1, mean) - (1 - tail)), upper)


def _chance_of_at_most(count: int, mean: float) -> float:
    """Sum the Poisson chances of 0 up to `count` events."""
    return math.fsum(math.exp(-mean) * mean**events / math.factorial(events) for events in range(count + 1))


def _falling_root(function: Callable[[float], float]) -> float:
    """Find where a falling function crosses nought, halving a range that holds every small count's limits."""
    lowest, highest = 0.0, 3.0 * EXACT_BELOW
    for _ in range(_BISECTIONS):
        middle = (lowest + highest) / 2
        if function(middle) > 0:
            lowest = middle
        else:
            highest = middle
    return (lowest + highest) / 2
