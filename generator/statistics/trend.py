"""The recent trend of an annual series: whether it has risen or fallen over its last five years.

Here: the weighted regression, its chi-squared test and the check that no single year makes the trend.
Not here: monthly or quarterly series (see `spc`), which direction is better, and any words.

Method: "Recent trend" of Fingertips (Department of Health and Social Care), as calculated in
dhsc-govuk/FingertipsNext, trend-analysis/, and described in the Fingertips technical guidance "Trend
markers": a straight line through the last five values, each weighted by one over its squared standard
error, which is the width of its 95% interval over 3.92. A trend needs chi-squared above the threshold and
slopes of one sign for all five points and for every four of them. (The older guidance tests proportions by
a logistic method instead; the two are not mixed here, so that one rule serves every unit.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from generator.statistics.arithmetic import exact, sign
from generator.statistics.intervals import Interval, proportion_interval, rate_interval

POINTS: Final = 5
"""Latest yearly points that are tested."""

CHI_SQUARED_THRESHOLD: Final = Fraction("9.54953570608324")
"""Chi-squared, 1 degree of freedom, that chance exceeds once in 500 times (99.8% confidence)."""

INTERVAL_WIDTH: Final = Fraction("3.92")
"""Standard errors in the width of a 95% interval: twice 1.96."""


class TrendOutcome(Enum):
    """What five years of figures allow to be said."""

    INCREASING = "increasing"
    DECREASING = "decreasing"
    NO_SIGNIFICANT_CHANGE = "no significant change"
    CANNOT_SAY = "cannot say"


class WhyNot(Enum):
    """Why nothing can be said."""

    TOO_FEW_POINTS = "fewer than five yearly points"
    GAP = "a year is missing from the last five"
    VALUE_MISSING = "a figure, numerator or denominator is missing"
    ALL_OR_NOTHING = "a numerator is nought, or the whole of its denominator"
    NO_INTERVAL = "a figure has no confidence interval"


@dataclass(frozen=True, slots=True)
class YearFigure:
    """A year's figure with its 95% interval; None where the source gives none."""

    year: int
    value: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class YearCount:
    """A year's numerator and denominator; None where the source gives none."""

    year: int
    numerator: int | None
    denominator: int | None


@dataclass(frozen=True, slots=True)
class RecentTrend:
    """The outcome with its working: `slopes` holds the whole line's slope, then those without each year."""

    outcome: TrendOutcome
    chi_squared: float | None = None
    slopes: tuple[float, ...] = ()
    why_not: WhyNot | None = None


@dataclass(frozen=True, slots=True)
class _Weighted:
    """One point of the line: its place in time, its value and its weight."""

    time: Fraction
    value: Fraction
    weight: Fraction


def recent_trend(figures: Sequence[YearFigure]) -> RecentTrend:
    """Test the last five years of figures that come with 95% intervals, in any order.

    Raises ValueError where a year is given twice.
    """
    latest = sorted(figures, key=lambda figure: figure.year)[-POINTS:]
    why_not = _why_not([figure.year for figure in latest])
    points: list[_Weighted] = []
    for place, figure in enumerate(latest):
        if figure.value is None:
            why_not = why_not or WhyNot.VALUE_MISSING
        elif figure.interval is None or exact(figure.interval.upper) <= exact(figure.interval.lower):
            why_not = why_not or WhyNot.NO_INTERVAL
        else:
            points.append(_weighted(place, figure.value, figure.interval))
    if why_not is not None:
        return RecentTrend(TrendOutcome.CANNOT_SAY, why_not=why_not)
    slope, chi_squared = _fit(points)
    slopes = (slope, *(_fit(points[:left_out] + points[left_out + 1 :])[0] for left_out in range(POINTS)))
    return RecentTrend(
        outcome=_outcome(chi_squared, slopes),
        chi_squared=float(chi_squared),
        slopes=tuple(float(one) for one in slopes),
    )


def proportion_trend(counts: Sequence[YearCount], *, per: float = 100) -> RecentTrend:
    """Test the last five years of a proportion, its intervals Wilson's; `per=100` gives slopes in percent."""
    return _trend_of_counts(counts, rate=False, per=per)


def rate_trend(counts: Sequence[YearCount], *, per: float) -> RecentTrend:
    """Test the last five years of a rate, its intervals Byar's; `per` is its base, such as 10,000."""
    return _trend_of_counts(counts, rate=True, per=per)


def is_significant(chi_squared: Fraction) -> bool:
    """Say whether chance alone is too unlikely an explanation: strictly above the threshold."""
    return chi_squared > CHI_SQUARED_THRESHOLD


def _trend_of_counts(counts: Sequence[YearCount], *, rate: bool, per: float) -> RecentTrend:
    """Turn the last five years' counts into figures with intervals and test those."""
    latest = sorted(counts, key=lambda count: count.year)[-POINTS:]
    why_not = _why_not([count.year for count in latest])
    figures: list[YearFigure] = []
    for count in latest:
        numerator, denominator = count.numerator, count.denominator
        if numerator is None or denominator is None:
            why_not = why_not or WhyNot.VALUE_MISSING
        elif numerator == 0 or denominator == 0 or (not rate and numerator == denominator):
            why_not = why_not or WhyNot.ALL_OR_NOTHING
        else:
            limits = rate_interval if rate else proportion_interval
            value = float(Fraction(numerator, denominator) * exact(per))
            figures.append(YearFigure(count.year, value, limits(numerator, denominator, per=per)))
    if why_not is not None:
        return RecentTrend(TrendOutcome.CANNOT_SAY, why_not=why_not)
    return recent_trend(figures)


def _why_not(years: Sequence[int]) -> WhyNot | None:
    """Refuse too few years, or years that do not follow one another."""
    if len(set(years)) < len(years):
        raise ValueError("a year is given twice in one series")
    if len(years) < POINTS:
        return WhyNot.TOO_FEW_POINTS
    return WhyNot.GAP if any(after - before > 1 for before, after in pairwise(years)) else None


def _weighted(place: int, value: float, interval: Interval) -> _Weighted:
    """Weight a figure by one over its squared standard error."""
    standard_error = (exact(interval.upper) - exact(interval.lower)) / INTERVAL_WIDTH
    return _Weighted(Fraction(place), exact(value), 1 / standard_error**2)


def _fit(points: Sequence[_Weighted]) -> tuple[Fraction, Fraction]:
    """Fit the weighted line: its slope, and chi-squared (the slope over its standard error, squared)."""
    total = sum((point.weight for point in points), Fraction(0))
    middle_time = sum((point.weight * point.time for point in points), Fraction(0)) / total
    spread = Fraction(0)
    rise = Fraction(0)
    for point in points:
        away = point.time - middle_time
        spread += point.weight * away**2
        rise += point.weight * away * point.value
    slope = rise / spread
    return slope, slope**2 * spread


def _outcome(chi_squared: Fraction, slopes: Sequence[Fraction]) -> TrendOutcome:
    """Claim a direction only where the test passes and no single year could have made the slope."""
    signs = {sign(slope) for slope in slopes}
    if not is_significant(chi_squared) or len(signs) > 1:
        return TrendOutcome.NO_SIGNIFICANT_CHANGE
    return TrendOutcome.INCREASING if signs == {1} else TrendOutcome.DECREASING
