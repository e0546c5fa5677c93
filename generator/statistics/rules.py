"""Every constant of this package in plain English, for a public page on methods.

Here: `RULES`, built from the constants themselves, so the page cannot say one thing and the code another.
Not here: the rules' arithmetic (in the module each rule belongs to) or the page.
"""

from dataclasses import dataclass
from typing import Final

from generator.statistics import arithmetic, comparison, intervals, spc, trend

CONTROL_CHARTS: Final = "Making Data Count, NHS England, as written in NHSRplotthedots at commit 050b07d"
RECENT_TREND: Final = "Fingertips, Department of Health and Social Care: trend markers"
COMPARISONS: Final = "Local Authority Interactive Tool, Department for Education, at commit 2e30e39"
CONFIDENCE_INTERVALS: Final = "Public Health England, Technical Guide: Confidence Intervals, 2018"
OUR_OWN: Final = "This site's own rule"


@dataclass(frozen=True, slots=True)
class Rule:
    """One constant: a stable name, a sentence for the public, the number and where it comes from."""

    name: str
    words: str
    value: float
    source: str


def _control_chart_limits() -> tuple[Rule, ...]:
    outer, near = float(spc.OUTER_LIMIT_FACTOR), float(spc.NEAR_LIMIT_FACTOR)
    screen, least = float(spc.OUTLIER_FACTOR), spc.MINIMUM_POINTS
    return (
        Rule(
            "outer-limits",
            "We take the average gap between one figure and the next."
            f" Each limit lies {outer:g} times that gap from the average figure."
            " A figure beyond a limit is very unlikely to be chance.",
            outer,
            CONTROL_CHARTS,
        ),
        Rule(
            "near-limits",
            f"Each near limit lies {near:.4f} times that gap from the average."
            " That is two thirds of the way to the limit.",
            near,
            CONTROL_CHARTS,
        ),
        Rule(
            "outlying-gaps",
            f"A gap {screen:g} times the average gap, or larger, is left out."
            " The average gap is then worked out once more.",
            screen,
            CONTROL_CHARTS,
        ),
        Rule(
            "fewest-points",
            f"We need at least {least} figures in a row before we work out limits."
            " With fewer there are too few to say.",
            least,
            CONTROL_CHARTS,
        ),
    )


def _control_chart_runs() -> tuple[Rule, ...]:
    shift, rise = spc.SHIFT_POINTS, spc.TREND_POINTS
    cluster, near = spc.CLUSTER_POINTS, spc.CLUSTER_NEAR_POINTS
    return (
        Rule(
            "shift",
            f"{shift} figures in a row above the average, or below it, are a shift."
            " A figure at the average ends the row.",
            shift,
            CONTROL_CHARTS,
        ),
        Rule(
            "trend",
            f"{rise} figures in a row, each higher than the last, or each lower, are a trend."
            " Two equal figures end the row.",
            rise,
            CONTROL_CHARTS,
        ),
        Rule(
            "cluster",
            f"We look at {cluster} figures in a row on the same side of the average for signs of change.",
            cluster,
            CONTROL_CHARTS,
        ),
        Rule(
            "cluster-near-limit",
            f"If at least {near} of those {cluster} lie between a near limit and the limit, we flag those.",
            near,
            CONTROL_CHARTS,
        ),
    )


def _recent_trend() -> tuple[Rule, ...]:
    points, threshold = trend.POINTS, float(trend.CHI_SQUARED_THRESHOLD)
    width = float(trend.INTERVAL_WIDTH)
    return (
        Rule(
            "recent-trend-points",
            f"For yearly figures we draw the line that best fits the last {points} years."
            f" Its slope must keep its direction with all {points}, and whichever one is left out.",
            points,
            RECENT_TREND,
        ),
        Rule(
            "recent-trend-threshold",
            f"We only say that a yearly figure rose or fell if chi-squared is above {threshold!r}."
            " Chance alone passes that mark about once in 500 times.",
            threshold,
            RECENT_TREND,
        ),
        Rule(
            "recent-trend-weights",
            "A surer figure counts for more."
            f" Its standard error is the width of its 95% interval divided by {width:g}."
            " Its weight is one over the square of that.",
            width,
            RECENT_TREND,
        ),
    )


def _comparisons() -> tuple[Rule, ...]:
    boundaries = (
        ("quartile-lower", comparison.LOWER_QUARTILE, "Where low is good this is the end of band A."),
        ("quartile-middle", comparison.MEDIAN, "It divides band B from band C."),
        ("quartile-upper", comparison.UPPER_QUARTILE, "Where high is good, band A lies above it."),
    )
    return tuple(
        Rule(
            name,
            "We put all councils in order, from the lowest figure to the highest."
            f" This boundary lies {float(share):.0%} of the way through them. {band}",
            float(share),
            COMPARISONS,
        )
        for name, share, band in boundaries
    )


def _confidence_intervals() -> tuple[Rule, ...]:
    confidence, deviate = intervals.CONFIDENCE, intervals.NORMAL_DEVIATE
    smallest = intervals.EXACT_BELOW
    return (
        Rule(
            "confidence",
            f"Our ranges are {confidence:.0%} confidence intervals."
            " We say that figures are similar if their ranges overlap.",
            confidence,
            CONFIDENCE_INTERVALS,
        ),
        Rule(
            "normal-deviate",
            f"The ranges reach {deviate:.2f} standard deviations either side."
            " Percentages use Wilson's score method.",
            deviate,
            CONFIDENCE_INTERVALS,
        ),
        Rule(
            "exact-below",
            f"Rates use Byar's method. Rates from fewer than {smallest} events use exact Poisson limits.",
            smallest,
            CONFIDENCE_INTERVALS,
        ),
    )


def _reading_of_figures() -> tuple[Rule, ...]:
    kept = arithmetic.SIGNIFICANT_FIGURES
    return (
        Rule(
            "figures-kept",
            f"We read each figure as its source gives it, to {kept} significant figures."
            " We round only when we show it.",
            kept,
            OUR_OWN,
        ),
    )


RULES: Final[tuple[Rule, ...]] = (
    *_control_chart_limits(),
    *_control_chart_runs(),
    *_recent_trend(),
    *_comparisons(),
    *_confidence_intervals(),
    *_reading_of_figures(),
)
"""All rules, in the order in which a methods page shows them."""
