"""Confidence intervals equal published ones, and behave."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.statistics import intervals
from generator.statistics.intervals import Interval, proportion_interval, rate_interval, similar


@pytest.mark.parametrize(
    ("numerator", "denominator", "lower", "upper"),
    # R. G. Newcombe, Statistics in Medicine 17 (1998) 857 to 872, table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_proportions_equal_the_published_table(
    numerator: int, denominator: int, lower: float, upper: float
) -> None:
    limits = proportion_interval(numerator, denominator)
    assert (round(limits.lower, 4), round(limits.upper, 4)) == (lower, upper)


@pytest.mark.parametrize(
    ("numerator", "denominator", "lower", "upper"),
    # Fingertips indicator 30309 (MMR at two years), Yorkshire and the Humber, 2020 to 2024, percent.
    [
        (57274, 61834, 92.4168, 92.8288),
        (55865, 60511, 92.1072, 92.5315),
        (53681, 59074, 90.6358, 91.1004),
        (51767, 57508, 89.7694, 90.2594),
        (53185, 59028, 89.8578, 90.3396),
    ],
)
def test_proportions_equal_those_that_fingertips_published(
    numerator: int, denominator: int, lower: float, upper: float
) -> None:
    limits = proportion_interval(numerator, denominator, per=100)
    assert (round(limits.lower, 4), round(limits.upper, 4)) == (lower, upper)


@pytest.mark.parametrize(
    ("count", "population", "lower", "upper"),
    # Fingertips indicator 41203 (sight loss from diabetic eye disease), England, 2020 to 2024, per 100,000.
    [
        (1416, 48246126, 2.7841, 3.0919),
        (935, 48440507, 1.8085, 2.0580),
        (1344, 48753376, 2.6113, 2.9082),
        (1415, 49300918, 2.7225, 3.0237),
        (1502, 49866388, 2.8616, 3.1683),
    ],
)
def test_rates_equal_those_that_fingertips_published(
    count: int, population: int, lower: float, upper: float
) -> None:
    # Within one in the last place: one of the ten published limits, 1.8085, is 1.80845 by Byar's method.
    limits = rate_interval(count, population, per=100_000)
    assert math.isclose(limits.lower, lower, abs_tol=0.0001)
    assert math.isclose(limits.upper, upper, abs_tol=0.0001)


def test_byars_method_equals_the_published_test_of_the_departments_own_package() -> None:
    # DataS-DHSC/PHStatsMethods, its test of byars_lower(100).
    assert math.isclose(rate_interval(100, 1).lower, 81.36210549052788, rel_tol=1e-14)


@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    # F. Garwood, Biometrika 28 (1936): exact limits of a Poisson count, as tabulated since.
    [(0, 0.0, 3.689), (1, 0.025, 5.572), (2, 0.242, 7.225), (5, 1.623, 11.668), (9, 4.115, 17.085)],
)
def test_small_counts_get_the_exact_published_limits(count: int, lower: float, upper: float) -> None:
    limits = rate_interval(count, 1)
    assert (round(limits.lower, 3), round(limits.upper, 3)) == (lower, upper)


def test_a_count_of_ten_is_the_first_to_get_byars_approximation() -> None:
    # The exact limits of 10 are 4.795 and 18.390; Byar's are 4.787 and 18.391.
    assert [round(limit, 3) for limit in (rate_interval(10, 1).lower, rate_interval(10, 1).upper)] == [
        4.787,
        18.391,
    ]
    # Byar's limits of 9 would be 4.106 and 17.086.
    assert round(rate_interval(9, 1).lower, 3) == 4.115
    assert intervals.EXACT_BELOW == 10


def test_the_normal_deviate_is_that_of_95_percent() -> None:
    assert math.isclose(intervals.NORMAL_DEVIATE, 1.959963984540054, rel_tol=1e-15)


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (Interval(1, 2), Interval(3, 4), False),
        (Interval(3, 4), Interval(1, 2), False),
        (Interval(1, 2), Interval(2, 3), True),
        (Interval(2, 3), Interval(1, 2), True),
        (Interval(1, 4), Interval(2, 3), True),
        (Interval(2, 3), Interval(1, 4), True),
    ],
)
def test_figures_are_similar_when_their_intervals_overlap_or_touch(
    first: Interval, second: Interval, *, overlap: bool
) -> None:
    assert similar(first, second) is overlap


@pytest.mark.parametrize(("numerator", "denominator"), [(-1, 5), (0, 0), (3, -5)])
def test_impossible_counts_are_refused(numerator: int, denominator: int) -> None:
    message = "^an interval needs a count of nought or more and a denominator above nought$"
    with pytest.raises(ValueError, match=message):
        proportion_interval(numerator, denominator)
    with pytest.raises(ValueError, match=message):
        rate_interval(numerator, denominator)


def test_a_proportion_of_more_than_all_is_refused_but_a_rate_above_one_is_not() -> None:
    with pytest.raises(
        ValueError, match=r"^the numerator of a proportion cannot be larger than its denominator$"
    ):
        proportion_interval(6, 5)
    assert rate_interval(60, 5).lower > 1


def test_none_and_all_stay_within_the_possible() -> None:
    assert proportion_interval(0, 7).lower == 0
    assert proportion_interval(7, 7, per=100).upper == 100


@given(st.integers(1, 10_000), st.data())
def test_a_proportion_lies_within_its_interval_which_mirrors_its_complement(
    denominator: int, draw: st.DataObject
) -> None:
    numerator = draw.draw(st.integers(0, denominator))
    limits = proportion_interval(numerator, denominator)
    mirrored = proportion_interval(denominator - numerator, denominator)
    assert 0 <= limits.lower <= numerator / denominator <= limits.upper <= 1
    assert math.isclose(limits.lower, 1 - mirrored.upper, abs_tol=1e-12)


@given(st.integers(0, 50_000), st.integers(1, 10**6))
def test_a_rate_lies_within_its_interval_and_scales_with_its_base(count: int, population: int) -> None:
    limits = rate_interval(count, population)
    scaled = rate_interval(count, population, per=10_000)
    assert limits.lower <= count / population < limits.upper
    assert math.isclose(scaled.upper, limits.upper * 10_000)
    assert math.isclose(scaled.lower, limits.lower * 10_000)
