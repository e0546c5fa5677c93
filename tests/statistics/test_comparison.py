"""Bands, ranks and averages equal those of the national tool, and float noise moves no council."""

import json
import math
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.statistics.arithmetic import Direction
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

HIGHER: Direction = 1
LOWER: Direction = -1
NEITHER: Direction = 0
POLARITIES: dict[str, Direction] = {"High": HIGHER, "Low": LOWER, "-": NEITHER}
FIRST_REGION_NUMBER = 970
NINE_REGIONS = (980, 981, 982, 983, 984, 985, 986, 989, 990)

published_values = st.lists(st.integers(-500, 5000).map(lambda tenths: tenths / 10), min_size=1, max_size=40)
directions = st.sampled_from([HIGHER, LOWER])


def test_low_is_good_bands_of_five_evenly_spaced_values() -> None:
    everyone = [0.0, 25.0, 50.0, 75.0, 100.0]
    bands = [quartile_band(value, everyone, LOWER) for value in everyone]
    assert bands == [Band.A, Band.A, Band.B, Band.C, Band.D]


def test_high_is_good_bands_of_five_evenly_spaced_values() -> None:
    everyone = [0.0, 25.0, 50.0, 75.0, 100.0]
    bands = [quartile_band(value, everyone, HIGHER) for value in everyone]
    assert bands == [Band.D, Band.D, Band.C, Band.B, Band.A]


@pytest.mark.parametrize("boundary", [25.0, 50.0, 75.0])
def test_a_value_just_above_a_boundary_is_in_the_next_band(boundary: float) -> None:
    everyone = [0.0, 25.0, 50.0, 75.0, 100.0]
    for direction, step in ((LOWER, 1), (HIGHER, -1)):
        at, above = (quartile_band(boundary + more, everyone, direction) for more in (0, 0.1))
        assert at is not None
        assert above is not None
        assert "ABCD".index(above.value) - "ABCD".index(at.value) == step


def test_ties_share_the_lowest_rank() -> None:
    everyone = [10.0, 20.0, 20.0, 30.0, 40.0]
    assert [rank(value, everyone, HIGHER) for value in everyone] == [Rank(n, 5) for n in (5, 3, 3, 2, 1)]
    assert [rank(value, everyone, LOWER) for value in everyone] == [Rank(n, 5) for n in (1, 2, 2, 4, 5)]


def test_no_band_and_no_rank_where_neither_direction_is_better() -> None:
    assert quartile_band(20, [10, 20, 30], NEITHER) is None
    assert rank(20, [10, 20, 30], NEITHER) is None


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_no_band_and_no_rank_without_a_value(missing: float | None) -> None:
    assert quartile_band(missing, [10, 20, 30], LOWER) is None
    assert rank(missing, [10, 20, 30], LOWER) is None


def test_no_band_and_no_rank_without_other_values() -> None:
    assert quartile_band(10, [None, float("nan")], LOWER) is None
    assert rank(10, [None, float("nan")], LOWER) is None
    assert quartiles([None]) is None
    assert quantile([], Fraction(1, 2)) is None


def test_no_rank_for_a_value_that_is_not_among_those_compared() -> None:
    assert rank(15, [10, 20, 30], LOWER) is None


def test_missing_values_are_left_out_of_the_denominator() -> None:
    assert rank(20, [10, None, 20, float("nan"), 30], LOWER) == Rank(2, 3)


def test_float_noise_makes_no_rank_and_no_band() -> None:
    noisy = [0.1 + 0.2, 0.3, 0.1 * 3]
    assert [rank(value, noisy, LOWER) for value in noisy] == [Rank(1, 3)] * 3
    assert quartile_band(38.400000000000006, [38.4, 38.4, 38.4, 50.0], LOWER) is Band.A


def test_quantiles_are_type_seven() -> None:
    # R: quantile(c(6, 7, 9, 15), c(.25, .5, .75)) gives 6.75, 8 and 10.5.
    assert quartiles([9, 6, 15, 7]) == Quartiles(6, 6.75, 8, 10.5, 15)
    assert quantile([6, 7, 9, 15], Fraction(1, 10)) == 6.3


def test_one_value_is_every_quartile() -> None:
    assert quartiles([4.2]) == Quartiles(4.2, 4.2, 4.2, 4.2, 4.2)


def test_neighbours_have_a_mean_a_median_and_a_count() -> None:
    averages = neighbour_averages([1, 2, None, 9, float("nan")])
    assert averages == NeighbourAverages(mean=4, median=2, with_value=3, of=5)


def test_neighbours_without_values_have_no_average() -> None:
    assert neighbour_averages([None]) == NeighbourAverages(mean=None, median=None, with_value=0, of=1)


@pytest.mark.parametrize(
    ("nation", "lies_among"), [(9.9, False), (10, True), (15, True), (20, True), (20.1, False), (None, True)]
)
def test_england_lies_between_its_lowest_and_highest_region(
    nation: float | None, *, lies_among: bool
) -> None:
    assert nation_lies_among_regions(nation, [20, None, 10, 15]) is lies_among


def test_without_regions_nothing_speaks_against_england() -> None:
    assert nation_lies_among_regions(5, [None]) is True


def test_a_difference_has_no_float_noise() -> None:
    assert difference(19.5, 15.6) == 3.9
    assert difference(23.3, 25.2) == -1.9


@given(published_values, directions, st.randoms(use_true_random=False))
def test_the_order_of_the_councils_makes_no_difference(
    values: list[float], improvement: Direction, shuffler: Random
) -> None:
    shuffled = list(values)
    shuffler.shuffle(shuffled)
    assert quartiles(shuffled) == quartiles(values)
    assert neighbour_averages(shuffled) == neighbour_averages(values)
    assert rank(values[0], shuffled, improvement) == rank(values[0], values, improvement)
    assert quartile_band(values[0], shuffled, improvement) == quartile_band(values[0], values, improvement)


@given(published_values)
def test_turning_the_polarity_round_turns_the_bands_round(values: list[float]) -> None:
    for value in values:
        high, low = (quartile_band(value, values, direction) for direction in (HIGHER, LOWER))
        assert high is not None
        assert low is not None
        assert "ABCD".index(high.value) + "ABCD".index(low.value) == 3


@given(published_values, directions)
def test_negated_values_and_polarity_give_the_same_ranks(values: list[float], improvement: Direction) -> None:
    opposite: Direction = LOWER if improvement == HIGHER else HIGHER
    negated = [-value for value in values]
    for value in values:
        assert rank(value, values, improvement) == rank(-value, negated, opposite)


@given(published_values, st.integers(-100, 100), directions)
def test_adding_the_same_to_all_moves_no_band_and_no_rank(
    values: list[float], added: int, improvement: Direction
) -> None:
    moved = [value + added for value in values]
    for before, after in zip(values, moved, strict=True):
        assert rank(before, values, improvement) == rank(after, moved, improvement)
        assert quartile_band(before, values, improvement) == quartile_band(after, moved, improvement)


@given(published_values)
def test_quartiles_agree_with_pandas(values: list[float]) -> None:
    found = quartiles(values)
    expected = pd.Series(values).quantile([0, 0.25, 0.5, 0.75, 1])
    assert found is not None
    for ours, theirs in zip(
        (found.lowest, found.lower, found.median, found.upper, found.highest), expected, strict=True
    ):
        assert math.isclose(ours, theirs, abs_tol=1e-9)


@pytest.fixture(scope="session")
def national_values(shared_folder: Path) -> pd.DataFrame:
    """Read the national tool's values, with anything that is not a number missing."""
    source = shared_folder / "reference" / "lait" / "bds_long_0.parquet"
    if not source.is_file():
        pytest.skip("the national tool's values are not in the folder of reference files")
    table = pd.read_parquet(source)
    table["Value"] = pd.to_numeric(table["Values"], errors="coerce")
    return table


@pytest.fixture(scope="session")
def expected_comparisons(shared_folder: Path) -> dict[str, Any]:
    """Read the comparisons worked out beforehand for one council."""
    found: dict[str, Any] = json.loads(
        (shared_folder / "reference" / "vectors" / "lait_bedford_vectors.json").read_text("utf-8")
    )
    return found


def test_fifteen_measures_equal_the_national_tool(
    national_values: pd.DataFrame, expected_comparisons: dict[str, Any]
) -> None:
    neighbours = expected_comparisons["statistical_neighbours"]
    assert len(expected_comparisons["rows"]) == 15
    for row in expected_comparisons["rows"]:
        measure = national_values[national_values["Short Desc"] == row["measure"]]
        latest = measure[measure["Years"] == row["latest"]]
        councils = latest[latest["LA Number"] < FIRST_REGION_NUMBER]
        everyone = [float(value) for value in councils["Value"]]
        among = councils[councils["LA and Regions"].isin(neighbours)]
        improvement = POLARITIES[row["polarity"]]
        five = quartiles(everyone)
        place = rank(row["bedford"], everyone, improvement)
        band = quartile_band(row["bedford"], everyone, improvement)
        averages = neighbour_averages(float(value) for value in among["Value"])
        assert five is not None
        assert averages.mean is not None
        assert [five.lowest, five.lower, five.median, five.upper, five.highest] == row["quartiles"]
        assert place == (None if row["rank"] is None else Rank(row["rank"], row["n_las_with_value"]))
        assert (band.value if band else "-") == row["band"]
        assert math.isclose(averages.mean, row["sn_mean"], rel_tol=1e-12)
        assert averages.of == len(neighbours)
        assert math.isclose(difference(row["bedford"], row["prev"]), row["change"], abs_tol=1e-12)


def test_two_national_measures_have_an_england_figure_outside_its_regions(
    national_values: pd.DataFrame,
) -> None:
    refused = set()
    for measure in ("6wksBreast", "FirstYJS", "Work_Force_AvgNumCase_SW", "ReReferral"):
        rows = national_values[national_values["Short Desc"] == measure]
        for _, period in rows.groupby("Years"):
            numbers = period["LA Number"]
            (england,) = period[numbers == FIRST_REGION_NUMBER]["Value"]
            regions = [float(value) for value in period[numbers.isin(NINE_REGIONS)]["Value"]]
            if not nation_lies_among_regions(float(england), regions):
                refused.add(measure)
    assert refused == {"6wksBreast", "FirstYJS"}
