"""Pure arithmetic that earns the site's words: control charts, recent trends, comparisons and intervals.

Here: small functions on plain numbers. Not here: files, councils, indicators, words for the reader or
rounding for display. Nothing in this package imports any other part of the generator.

Every function takes floats as a source gives them and reads them as exact decimals (see `arithmetic`).
A direction of improvement is +1 where higher is better, -1 where lower is, and 0 where neither is.
"""

from generator.statistics.arithmetic import Direction, exact
from generator.statistics.comparison import (
    Band,
    NeighbourAverages,
    Quartiles,
    Rank,
    difference,
    nation_lies_among_regions,
    neighbour_averages,
    quantile,
    quartile_band,
    quartiles,
    rank,
)
from generator.statistics.intervals import Interval, proportion_interval, rate_interval, similar
from generator.statistics.rules import RULES, Rule
from generator.statistics.spc import (
    ControlChart,
    Limits,
    PointKind,
    Reading,
    Segment,
    TooFewPoints,
    control_chart,
    read_segment,
    reading_of,
)
from generator.statistics.trend import (
    RecentTrend,
    TrendOutcome,
    WhyNot,
    YearCount,
    YearFigure,
    proportion_trend,
    rate_trend,
    recent_trend,
)

__all__ = [
    "RULES",
    "Band",
    "ControlChart",
    "Direction",
    "Interval",
    "Limits",
    "NeighbourAverages",
    "PointKind",
    "Quartiles",
    "Rank",
    "Reading",
    "RecentTrend",
    "Rule",
    "Segment",
    "TooFewPoints",
    "TrendOutcome",
    "WhyNot",
    "YearCount",
    "YearFigure",
    "control_chart",
    "difference",
    "exact",
    "nation_lies_among_regions",
    "neighbour_averages",
    "proportion_interval",
    "proportion_trend",
    "quantile",
    "quartile_band",
    "quartiles",
    "rank",
    "rate_interval",
    "rate_trend",
    "read_segment",
    "reading_of",
    "recent_trend",
    "similar",
]
