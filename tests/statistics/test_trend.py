"""The recent trend equals published examples and an independent derivation."""

import math
from collections.abc import Sequence
from fractions import Fraction
from statistics import linear_regression

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.statistics import trend
from generator.statistics.intervals import Interval
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

# Figures, intervals and counts that Fingertips published for 2020 to 2024, as used by
# dhsc-govuk/FingertipsNext to test its own calculation.
DIABETES = [
    YearFigure(2020, 7.0826, Interval(7.0754, 7.0940)),
    YearFigure(2021, 7.1085, Interval(7.1013, 7.1199)),
    YearFigure(2022, 7.2571, Interval(7.2499, 7.2684)),
    YearFigure(2023, 7.4528, Interval(7.4456, 7.4643)),
    YearFigure(2024, 7.6554, Interval(7.6481, 7.6669)),
]
MMR = [
    YearFigure(2020, 92.6254, Interval(92.4168, 92.8288)),
    YearFigure(2021, 92.3221, Interval(92.1072, 92.5315)),
    YearFigure(2022, 90.8708, Interval(90.6358, 91.1004)),
    YearFigure(2023, 90.0170, Interval(89.7694, 90.2594)),
    YearFigure(2024, 90.1013, Interval(89.8578, 90.3396)),
]
DIABETIC_EYE = [
    YearFigure(2020, 2.93500, Interval(2.7841, 3.0919)),
    YearFigure(2021, 1.93028, Interval(1.8085, 2.0580)),
    YearFigure(2022, 2.75670, Interval(2.6113, 2.9082)),
    YearFigure(2023, 2.87010, Interval(2.7225, 3.0237)),
    YearFigure(2024, 3.01210, Interval(2.8616, 3.1683)),
]
MMR_COUNTS = [
    YearCount(2020, 57274, 61834),
    YearCount(2021, 55865, 60511),
    YearCount(2022, 53681, 59074),
    YearCount(2023, 51767, 57508),
    YearCount(2024, 53185, 59028),
]
DIABETIC_EYE_COUNTS = [
    YearCount(2020, 1416, 48246126),
    YearCount(2021, 935, 48440507),
    YearCount(2022, 1344, 48753376),
    YearCount(2023, 1415, 49300918),
    YearCount(2024, 1502, 49866388),
]
# Two series from the tests of ukhsa-collaboration/fingertips-open: chi-squared 46.77, and no trend.
EARLIER_RISING = [
    YearFigure(2014, 24.67, Interval(23.16, 26.25)),
    YearFigure(2015, 24.6, Interval(23.15, 26.19)),
    YearFigure(2016, 28, Interval(26.44, 29.64)),
    YearFigure(2017, 30.2, Interval(28.63, 31.9)),
    YearFigure(2018, 30.6, Interval(28.98, 32.25)),
]
EARLIER_STILL = [
    YearFigure(2014, 20.5506, Interval(18.1803, 23.1427)),
    YearFigure(2015, 19.5952, Interval(17.3444, 22.0602)),
    YearFigure(2016, 19.0349, Interval(16.8421, 21.4394)),
    YearFigure(2017, 21.3966, Interval(19.0918, 23.8975)),
    YearFigure(2018, 18.4372, Interval(16.2925, 20.7941)),
]


def figures(values: Sequence[float], *, width: float = 3.92, first: int = 2020) -> list[YearFigure]:
    """Make yearly figures whose intervals are all of one width: 3.92 gives a standard error of one."""
    return [
        YearFigure(first + place, value, Interval(value - width / 2, value + width / 2))
        for place, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("series", "outcome", "chi_squared", "places"),
    [
        (DIABETES, TrendOutcome.INCREASING, 9740, 0),
        (MMR, TrendOutcome.DECREASING, 418.5, 1),
        (DIABETIC_EYE, TrendOutcome.INCREASING, 33.49, 2),
        (EARLIER_RISING, TrendOutcome.INCREASING, 46.77, 2),
    ],
)
def test_published_examples(
    series: list[YearFigure], outcome: TrendOutcome, chi_squared: float, places: int
) -> None:
    found = recent_trend(series)
    assert found.outcome is outcome
    assert found.chi_squared is not None
    assert round(found.chi_squared, places) == chi_squared
    assert found.why_not is None


def test_a_published_example_without_a_trend() -> None:
    assert recent_trend(EARLIER_STILL).outcome is TrendOutcome.NO_SIGNIFICANT_CHANGE


def test_published_examples_from_their_numerators_and_denominators_alone() -> None:
    falling = proportion_trend(MMR_COUNTS)
    rising = rate_trend(DIABETIC_EYE_COUNTS, per=100_000)
    assert (falling.outcome, rising.outcome) == (TrendOutcome.DECREASING, TrendOutcome.INCREASING)
    assert falling.chi_squared is not None
    assert rising.chi_squared is not None
    assert (round(falling.chi_squared, 1), round(rising.chi_squared, 2)) == (418.5, 33.49)


def test_the_base_of_a_rate_changes_its_slopes_but_not_its_test() -> None:
    per_person, per_hundred = (proportion_trend(MMR_COUNTS, per=per) for per in (1, 100))
    assert per_person.chi_squared is not None
    assert per_hundred.chi_squared is not None
    assert math.isclose(per_person.chi_squared, per_hundred.chi_squared, rel_tol=1e-6)
    assert math.isclose(per_person.slopes[0] * 100, per_hundred.slopes[0], rel_tol=1e-6)
    assert proportion_trend(MMR_COUNTS) == per_hundred


def test_equal_weights_give_the_ordinary_regression() -> None:
    values = [3.0, 5.0, 4.0, 8.0, 9.0]
    found = recent_trend(figures(values))
    slope = linear_regression([1, 2, 3, 4, 5], values).slope
    without_last = linear_regression([1, 2, 3, 4], values[:4]).slope
    assert found.chi_squared is not None
    assert math.isclose(found.slopes[0], slope)
    assert math.isclose(found.slopes[5], without_last)
    assert math.isclose(found.chi_squared, slope**2 * 10)


def test_a_weight_of_four_counts_as_four_points() -> None:
    values, times_seen = [3.0, 5.0, 4.0, 8.0, 9.0], [1, 4, 1, 16, 4]
    weighted = [
        YearFigure(2020 + place, value, Interval(value, value + 3.92 / seen**0.5))
        for place, (value, seen) in enumerate(zip(values, times_seen, strict=True))
    ]
    places = [place for place, seen in enumerate(times_seen) for _ in range(seen)]
    repeated = [values[place] for place in places]
    found = recent_trend(weighted)
    slope = linear_regression(places, repeated).slope
    middle = sum(places) / len(places)
    assert found.chi_squared is not None
    assert math.isclose(found.slopes[0], slope)
    assert math.isclose(found.chi_squared, slope**2 * sum((place - middle) ** 2 for place in places))


def test_the_threshold_itself_is_not_significant() -> None:
    assert not trend.is_significant(Fraction("9.54953570608324"))
    assert trend.is_significant(Fraction("9.54953570608325"))


def test_chi_squared_just_either_side_of_the_threshold_decides() -> None:
    # With equal steps and a standard error of one, chi-squared is ten times the square of the slope.
    below = recent_trend(figures([step * 0.97721 for step in range(5)]))
    above = recent_trend(figures([step * 0.97722 for step in range(5)]))
    assert below.outcome is TrendOutcome.NO_SIGNIFICANT_CHANGE
    assert above.outcome is TrendOutcome.INCREASING


def test_a_trend_that_one_year_makes_is_no_trend() -> None:
    found = recent_trend(figures([10, 10, 10, 10, 30]))
    assert found.chi_squared is not None
    assert trend.is_significant(Fraction(found.chi_squared))
    assert found.slopes[0] > 0
    assert found.slopes[5] == 0
    assert found.outcome is TrendOutcome.NO_SIGNIFICANT_CHANGE


@pytest.mark.parametrize("odd_year", [0, 4])
def test_each_year_is_left_out_in_turn(odd_year: int) -> None:
    values = [20.5, 20.4, 20.3, 20.2, 20.1]
    values[odd_year] = 0 if odd_year == 0 else 50
    found = recent_trend(figures(values))
    assert len(found.slopes) == 6
    assert found.slopes[0] > 0 > found.slopes[odd_year + 1]
    assert found.outcome is TrendOutcome.NO_SIGNIFICANT_CHANGE


def test_only_the_last_five_years_count_in_any_order() -> None:
    longer = [YearFigure(2019, 900, Interval(899, 901)), YearFigure(2010, None, None), *reversed(MMR)]
    assert recent_trend(longer) == recent_trend(MMR)


def test_only_the_last_five_counts_are_used_in_any_order() -> None:
    longer = [YearCount(2019, None, None), *reversed(MMR_COUNTS)]
    assert proportion_trend(longer) == proportion_trend(MMR_COUNTS)


def cannot_say(why_not: WhyNot) -> RecentTrend:
    return RecentTrend(TrendOutcome.CANNOT_SAY, None, (), why_not)


def test_four_years_are_too_few() -> None:
    assert recent_trend(MMR[1:]) == cannot_say(WhyNot.TOO_FEW_POINTS)
    assert proportion_trend(MMR_COUNTS[1:]) == cannot_say(WhyNot.TOO_FEW_POINTS)
    assert rate_trend([], per=1) == cannot_say(WhyNot.TOO_FEW_POINTS)


def test_a_missing_year_is_a_gap() -> None:
    with_gap = [YearFigure(2018, 93, Interval(92, 94)), YearFigure(2019, 93, Interval(92, 94)), *MMR[1:]]
    assert recent_trend(with_gap) == cannot_say(WhyNot.GAP)
    counts = [YearCount(2019, 5, 9), *MMR_COUNTS[1:]]
    assert proportion_trend(counts) == cannot_say(WhyNot.GAP)


def test_a_figure_without_value_or_interval_stops_the_test() -> None:
    assert recent_trend([*MMR[:4], YearFigure(2024, None, Interval(1, 2))]) == cannot_say(
        WhyNot.VALUE_MISSING
    )
    assert recent_trend([*MMR[:4], YearFigure(2024, 90.1, None)]) == cannot_say(WhyNot.NO_INTERVAL)
    for no_width in (Interval(90, 90), Interval(91, 90), Interval(90, 90.00000000000003)):
        series = [*MMR[:4], YearFigure(2024, 90, no_width)]
        assert recent_trend(series) == cannot_say(WhyNot.NO_INTERVAL)


def test_the_first_reason_is_the_one_given() -> None:
    missing = YearFigure(2023, None, None)
    assert recent_trend([missing, MMR[4]]) == cannot_say(WhyNot.TOO_FEW_POINTS)
    assert recent_trend([*MMR[:3], missing, YearFigure(2024, 90, None)]) == cannot_say(WhyNot.VALUE_MISSING)
    assert recent_trend([YearFigure(2020, 90, None), *MMR[1:3], missing, MMR[4]]) == cannot_say(
        WhyNot.NO_INTERVAL
    )
    counts = [*MMR_COUNTS[:2], YearCount(2022, 0, 9), YearCount(2023, None, 9), YearCount(2024, 5, 9)]
    assert proportion_trend(counts) == cannot_say(WhyNot.ALL_OR_NOTHING)
    assert proportion_trend(counts[::-1]) == cannot_say(WhyNot.ALL_OR_NOTHING)
    assert proportion_trend(counts[1:]) == cannot_say(WhyNot.TOO_FEW_POINTS)


@pytest.mark.parametrize("missing", [YearCount(2022, None, 59074), YearCount(2022, 53681, None)])
def test_a_missing_numerator_or_denominator_stops_the_test(missing: YearCount) -> None:
    counts = [*MMR_COUNTS[:2], missing, *MMR_COUNTS[3:]]
    assert proportion_trend(counts) == cannot_say(WhyNot.VALUE_MISSING)
    assert rate_trend(counts, per=1) == cannot_say(WhyNot.VALUE_MISSING)


@pytest.mark.parametrize("nothing", [YearCount(2022, 0, 59074), YearCount(2022, 5, 0), YearCount(2022, 0, 0)])
def test_a_nought_stops_the_test(nothing: YearCount) -> None:
    counts = [*MMR_COUNTS[:2], nothing, *MMR_COUNTS[3:]]
    assert proportion_trend(counts) == cannot_say(WhyNot.ALL_OR_NOTHING)
    assert rate_trend(counts, per=1) == cannot_say(WhyNot.ALL_OR_NOTHING)


def test_everything_stops_the_test_of_a_proportion_but_not_of_a_rate() -> None:
    counts = [*MMR_COUNTS[:2], YearCount(2022, 59074, 59074), *MMR_COUNTS[3:]]
    assert proportion_trend(counts) == cannot_say(WhyNot.ALL_OR_NOTHING)
    assert rate_trend(counts, per=1).outcome is not TrendOutcome.CANNOT_SAY


def test_a_year_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^a year is given twice in one series$"):
        recent_trend([*MMR, MMR[4]])


def test_a_series_that_never_moves_has_no_trend() -> None:
    found = recent_trend(figures([0.1] * 5, width=0.02))
    assert found == RecentTrend(TrendOutcome.NO_SIGNIFICANT_CHANGE, 0.0, (0.0,) * 6)


five_values = st.lists(st.integers(0, 1000).map(lambda tenths: tenths / 10), min_size=5, max_size=5)
OPPOSITE = {
    TrendOutcome.INCREASING: TrendOutcome.DECREASING,
    TrendOutcome.DECREASING: TrendOutcome.INCREASING,
    TrendOutcome.NO_SIGNIFICANT_CHANGE: TrendOutcome.NO_SIGNIFICANT_CHANGE,
}


@given(five_values, st.integers(-50, 50))
def test_adding_the_same_to_every_year_changes_nothing(values: list[float], added: int) -> None:
    before = recent_trend(figures(values, width=8))
    after = recent_trend(figures([value + added for value in values], width=8))
    assert before == after


@given(five_values)
def test_a_series_turned_upside_down_or_back_to_front_turns_its_trend(values: list[float]) -> None:
    found = recent_trend(figures(values, width=8))
    upside_down = recent_trend(figures([-value for value in values], width=8))
    back_to_front = recent_trend(figures(values[::-1], width=8))
    assert upside_down.outcome is back_to_front.outcome is OPPOSITE[found.outcome]
    assert upside_down.chi_squared == back_to_front.chi_squared == found.chi_squared


@given(five_values, st.integers(2, 1000))
def test_another_unit_changes_no_outcome(values: list[float], factor: int) -> None:
    found = recent_trend(figures(values, width=8))
    scaled = recent_trend(figures([value * factor for value in values], width=8 * factor))
    assert (scaled.outcome, scaled.chi_squared) == (found.outcome, found.chi_squared)
