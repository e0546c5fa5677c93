"""Whether a series has changed, in words that are earned.

Monthly and quarterly series of the council's own, without gaps, rounding or small counts: control chart. Annual
series with numerators and denominators: the five-year trend test. Anything else: the plain change, with no claim that
it means something.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from generator.figures import Figure, Series
from generator.model import Indicator
from generator.release import words
from generator.statistics.arithmetic import Direction
from generator.statistics.spc import ControlChart, Reading, TooFewPoints, control_chart
from generator.statistics.trend import (
    POINTS,
    RecentTrend,
    TrendOutcome,
    YearCount,
    proportion_trend,
    rate_trend,
)
from generator.vocabulary import PeriodKind, Polarity, Progress, Unit

ANNUAL = frozenset(
    {PeriodKind.SNAPSHOT, PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR}
)
FREQUENT = frozenset({PeriodKind.MONTH, PeriodKind.QUARTER})
SMALL_BASE = 50
"""A percentage or rate of fewer people than this carries a caution: one person moves it by two points or more."""
SMALL_COUNT = 10
"""Counts with a mean below this are too small for a control chart: its limits suppose that figures can fall as far as they can rise."""


class Way(Enum):
    """Which way the latest figure moved, where the indicator says which way is better."""

    RIGHT = "moved the right way"
    WRONG = "moved the wrong way"
    UNCHANGED = "did not move"
    NO_DIRECTION = "moved, and neither way is better"
    NOTHING_BEFORE = "has nothing to be compared with"


class Rule(Enum):
    """How a change was judged; the methods page explains each."""

    CONTROL_CHART = "control chart"
    TREND_TEST = "five-year trend test"
    PLAIN_CHANGE = "plain change, no test possible"
    NONE = "nothing to compare"


@dataclass(frozen=True, slots=True)
class Change:
    """The latest shown figure, the one before it, and what may be said of them."""

    latest: Figure | None
    previous: Figure | None
    way: Way
    progress: Progress
    rule: Rule
    why: str
    """The reason for the progress word, as a sentence."""
    chart: ControlChart | None = None
    small_base: bool = False
    unbroken: bool = True
    """Whether no hidden figure lies between the latest and the one before."""

    @property
    def tested(self) -> bool:
        """Whether a test tells the change from chance."""
        return self.rule in (Rule.CONTROL_CHART, Rule.TREND_TEST)


def change_of(indicator: Indicator, series: Series, *, rounded: bool = False) -> Change:
    """Judge one series of the council's own figures; `rounded` says that the council rounds its counts of people."""
    present = series.shown
    if not present:
        return Change(None, None, Way.NOTHING_BEFORE, Progress.NOT_MEASURED, Rule.NONE, "No figure has been published.")
    latest = present[-1]
    previous = present[-2] if len(present) > 1 else None
    small = latest.denominator is not None and latest.denominator < SMALL_BASE
    if previous is None:
        why = "Only one figure has been published, so nothing can be said about change."
        return Change(latest, None, Way.NOTHING_BEFORE, Progress.TOO_LITTLE, Rule.NONE, why, small_base=small)
    way = way_of(indicator, latest, previous)
    progress, rule, why, chart = _judged(indicator, series, rounded=rounded)
    after = series.figures[series.figures.index(previous) + 1 :]
    return Change(latest, previous, way, progress, rule, why, chart, small, unbroken=after[0] is latest)


def way_of(indicator: Indicator, latest: Figure, previous: Figure) -> Way:
    """Compare two figures as printed, so that a change too small to print is no change."""
    if words.shown(latest, indicator) == words.shown(previous, indicator):
        return Way.UNCHANGED
    if indicator.polarity is Polarity.NEITHER:
        return Way.NO_DIRECTION
    assert latest.value is not None
    assert previous.value is not None
    rose = latest.value > previous.value
    return Way.RIGHT if rose == (indicator.polarity is Polarity.HIGHER) else Way.WRONG


def improvement(polarity: Polarity) -> Direction:
    """+1 where higher is better, -1 where lower is, 0 where neither is."""
    directions: dict[Polarity, Direction] = {Polarity.HIGHER: 1, Polarity.LOWER: -1, Polarity.NEITHER: 0}
    return directions[polarity]


def _judged(
    indicator: Indicator, series: Series, *, rounded: bool
) -> tuple[Progress, Rule, str, ControlChart | None]:
    """Choose the test that the series has earned and give its verdict."""
    present = series.shown
    if indicator.period_kind in FREQUENT and indicator.local:
        why = _no_control_chart(indicator, series, rounded=rounded)
        return (Progress.TOO_LITTLE, Rule.PLAIN_CHANGE, why, None) if why else _by_control_chart(indicator, present)
    if indicator.period_kind in ANNUAL and _has_counts(present):
        return _by_trend(indicator, present)
    some = any(figure.numerator is not None and figure.denominator is not None for figure in present[-POINTS:])
    which = "Some of the last figures" if some and indicator.period_kind in ANNUAL else "The figures"
    why = f"{which} come without the numbers behind them, so no test can tell a real change from chance."
    return Progress.TOO_LITTLE, Rule.PLAIN_CHANGE, why, None


def _no_control_chart(indicator: Indicator, series: Series, *, rounded: bool) -> str:
    """Why the series may not be read as a control chart; empty where it may."""
    figures = series.figures
    gap = any(later.period.start != earlier.period.end + timedelta(days=1) for earlier, later in pairwise(figures))
    if gap or len(series.shown) < len(figures):
        return "A control chart cannot be used: a figure in between is missing or hidden."
    if rounded:
        return "A control chart cannot be used: the figures are rounded."
    total = sum((figure.value or Decimal(0) for figure in figures), Decimal(0))
    if indicator.unit is Unit.COUNT and total < SMALL_COUNT * len(figures):
        return "A control chart cannot be used: the numbers are too small."
    return ""


def _by_control_chart(
    indicator: Indicator, present: Sequence[Figure]
) -> tuple[Progress, Rule, str, ControlChart | None]:
    direction = improvement(indicator.polarity)
    outcome = control_chart([float(figure.value or 0) for figure in present], direction)
    if isinstance(outcome, TooFewPoints):
        why = f"There are {words.counted(outcome.points, 'point')}; a control chart needs {outcome.needed}."
        return Progress.TOO_LITTLE, Rule.PLAIN_CHANGE, why, None
    last_kind, last_reading = outcome.kinds[-1], outcome.readings[-1]
    progress = {
        Reading.IMPROVEMENT: Progress.BETTER,
        Reading.CONCERN: Progress.WORSE,
        Reading.NEUTRAL_CHANGE: Progress.CHANGED,
        Reading.COMMON_CAUSE: Progress.NO_CLEAR_CHANGE,
    }[last_reading]
    return progress, Rule.CONTROL_CHART, f"The latest figure is {last_kind.value}.", outcome


def _has_counts(present: Sequence[Figure]) -> bool:
    return all(figure.numerator is not None and figure.denominator is not None for figure in present[-POINTS:])


def _by_trend(indicator: Indicator, present: Sequence[Figure]) -> tuple[Progress, Rule, str, ControlChart | None]:
    counts = [
        YearCount(figure.period.end.year, int(figure.numerator or 0), int(figure.denominator or 0)) for figure in present
    ]
    trend: RecentTrend = (
        rate_trend(counts, per=10_000) if indicator.unit is Unit.RATE_10000 else proportion_trend(counts)
    )
    if trend.outcome is TrendOutcome.CANNOT_SAY:
        reason = trend.why_not.value if trend.why_not else "the figures do not allow it"
        return Progress.TOO_LITTLE, Rule.PLAIN_CHANGE, f"The five-year trend test cannot be used: {reason}.", None
    if trend.outcome is TrendOutcome.NO_SIGNIFICANT_CHANGE:
        why = "Over the last five years the figures show no change beyond what chance would give."
        return Progress.NO_CLEAR_CHANGE, Rule.TREND_TEST, why, None
    rising = trend.outcome is TrendOutcome.INCREASING
    direction = "rising" if rising else "falling"
    why = f"Over the last five years the figures have been {direction} by more than chance would give."
    if indicator.polarity is Polarity.NEITHER:
        return Progress.CHANGED, Rule.TREND_TEST, why, None
    better = rising == (indicator.polarity is Polarity.HIGHER)
    return (Progress.BETTER if better else Progress.WORSE), Rule.TREND_TEST, why, None
