"""Control charts equal the reference vectors, and every rule has its exact edge."""

import json
import math
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.statistics.arithmetic import Direction
from generator.statistics.spc import (
    ControlChart,
    PointKind,
    Reading,
    TooFewPoints,
    control_chart,
    read_segment,
    reading_of,
)

HIGHER: Direction = 1
LOWER: Direction = -1
NEITHER: Direction = 0

C = PointKind.COMMON_CAUSE
ABOVE, BELOW = PointKind.ABOVE_LIMIT, PointKind.BELOW_LIMIT
RISING, FALLING = PointKind.RISING_TREND, PointKind.FALLING_TREND
NEAR_TOP, NEAR_FOOT = PointKind.CLUSTER_ABOVE, PointKind.CLUSTER_BELOW
HIGH_RUN, LOW_RUN = PointKind.SHIFT_ABOVE, PointKind.SHIFT_BELOW

NAMES_IN_VECTORS = {
    "Common Cause": C,
    "Above UCL": ABOVE,
    "Below LCL": BELOW,
    "7 Point Trend (Increasing)": RISING,
    "7 Point Trend (Decreasing)": FALLING,
    "2 in 3 Above CL": NEAR_TOP,
    "2 in 3 Below CL": NEAR_FOOT,
    "7 Points Above CL": HIGH_RUN,
    "7 Points Below CL": LOW_RUN,
}
READINGS_IN_VECTORS = {
    "common_cause": Reading.COMMON_CAUSE,
    "special_cause_improvement": Reading.IMPROVEMENT,
    "special_cause_concern": Reading.CONCERN,
}
OPPOSITE_KIND = {C: C}
for upward, downward in ((ABOVE, BELOW), (RISING, FALLING), (NEAR_TOP, NEAR_FOOT), (HIGH_RUN, LOW_RUN)):
    OPPOSITE_KIND |= {upward: downward, downward: upward}

SWINGS = 10


def series(*head: float, spread: float = 1) -> list[float]:
    """Put points and then their mirror image before harmless swings.

    The swings make the whole series have a mean of nought and a mean moving range of `spread`, so that
    the limits lie at 2.66 and the near limits at 1.7733 times `spread`.
    """
    points = [0.0, *head, 0.0, *(-point for point in head), 0.0]
    travelled = sum(abs(after - before) for before, after in pairwise(points))
    swing = (spread * (len(points) + 2 * SWINGS) - travelled) / (4 * SWINGS)
    assert 0 < swing < 1.77 * spread, "the made series would not be harmless"
    return [*points, *[swing, -swing] * SWINGS, 0.0]


def kinds_of_head(*head: float, spread: float = 1) -> list[PointKind]:
    """Give the kinds of the points put at the front, after checking that their mirror image mirrors them."""
    _, kinds = read_segment(series(*head, spread=spread), screen_outliers=False)
    found, mirrored = kinds[1 : 1 + len(head)], kinds[2 + len(head) : 2 + 2 * len(head)]
    assert mirrored == tuple(OPPOSITE_KIND[kind] for kind in found)
    assert {kinds[0], kinds[1 + len(head)], *kinds[2 + 2 * len(head) :]} == {C}
    return list(found)


def test_reference_vectors(shared_folder: Path) -> None:
    vectors: list[dict[str, Any]] = json.loads(
        (shared_folder / "reference" / "vectors" / "spc_vectors.json").read_text("utf-8")
    )
    assert len(vectors) >= 10
    for vector in vectors:
        limits, kinds = read_segment(vector["y"], screen_outliers=vector["screen_outliers"])
        assert math.isclose(limits.mean, vector["mean"], abs_tol=1e-9), vector["name"]
        assert math.isclose(limits.lower, vector["lpl"], abs_tol=1e-9), vector["name"]
        assert math.isclose(limits.upper, vector["upl"], abs_tol=1e-9), vector["name"]
        assert list(kinds) == [NAMES_IN_VECTORS[name] for name in vector["types"]], vector["name"]
        readings = [reading_of(kind, vector["improvement"]) for kind in kinds]
        assert readings == [READINGS_IN_VECTORS[name] for name in vector["point_type"]], vector["name"]


def test_published_limits_of_a_series_with_one_outlying_point() -> None:
    # NHSRplotthedots, vignette "deviations": the same 18 points with and without screening.
    values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    screened = control_chart(values, HIGHER)
    unscreened = control_chart(values, HIGHER, screen_outliers=False)
    assert isinstance(screened, ControlChart)
    assert isinstance(unscreened, ControlChart)
    assert [round(value, 2) for value in (screened.lower, screened.mean, screened.upper)] == [
        -0.72,
        1.94,
        4.60,
    ]
    assert [round(value, 2) for value in (unscreened.lower, unscreened.upper)] == [-3.06, 6.95]
    assert screened.kinds == (*[C] * 4, ABOVE, *[C] * 13)


def test_limits_are_exact_multiples_of_the_mean_moving_range() -> None:
    limits, _ = read_segment(series(0.5, spread=3), screen_outliers=True)
    assert (limits.mean, limits.lower, limits.upper) == (0, -7.98, 7.98)
    assert (limits.near_lower, limits.near_upper) == (-5.32, 5.32)


@pytest.mark.parametrize(("point", "kind"), [(2.66, C), (2.67, ABOVE), (-2.66, C), (-2.67, BELOW)])
def test_a_point_at_the_limit_is_not_outside_it(point: float, kind: PointKind) -> None:
    assert kinds_of_head(point) == [kind]


def test_a_range_at_the_threshold_is_dropped_and_one_just_below_is_kept() -> None:
    at, below = (read_segment(series(point), screen_outliers=True)[0].upper for point in (3.267, 3.266))
    assert math.isclose(at, 2.66 * (25 - 4 * 3.267) / 21)
    assert below == 2.66
    assert read_segment(series(3.267), screen_outliers=False)[0].upper == 2.66


def test_outlying_ranges_are_dropped_only_once() -> None:
    # Ranges: twelve of 1, two of 10 and two of 40. The first mean is 7, so 40 goes; 10 is more than 3.267
    # times the second mean of 32/14, and stays.
    values = [0, 1, 0, 1, 0, 1, 0, 10, 0, 40, 0, 1, 0, 1, 0, 1, 0]
    limits, _ = read_segment(values, screen_outliers=True)
    assert math.isclose(limits.upper - limits.mean, 2.66 * 32 / 14)


def test_seven_points_on_one_side_are_a_shift_and_six_are_not() -> None:
    run = (0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1)
    assert kinds_of_head(*run) == [HIGH_RUN] * 7
    assert kinds_of_head(*run, 0.2, 0.1) == [HIGH_RUN] * 9
    assert kinds_of_head(*run[:6]) == [C] * 6


def test_the_latest_points_can_make_a_shift_a_trend_or_a_cluster() -> None:
    swings = [4.0, -4.0] * 6
    _, shift = read_segment([*swings, 2, 1, 2, 1, 2, 1, 2], screen_outliers=True)
    _, rise = read_segment([*swings, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6], screen_outliers=True)
    _, cluster = read_segment([*[1.0, -1.0] * 10, 4.2, 4.2, 1.5], screen_outliers=True)
    assert shift == (*[C] * 12, *[HIGH_RUN] * 7)
    assert rise[-7:] == (RISING,) * 7
    assert cluster == (*[C] * 20, NEAR_TOP, NEAR_TOP, C)


def test_a_point_at_the_mean_breaks_a_shift() -> None:
    assert kinds_of_head(0.1, 0.2, 0.1, 0, 0.2, 0.1, 0.2, 0.1) == [C] * 8


def test_seven_rising_points_are_a_trend_and_six_are_not() -> None:
    rise = (-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3)
    assert kinds_of_head(*rise) == [RISING] * 7
    assert kinds_of_head(*rise, 0.4, 0.5) == [RISING] * 9
    assert kinds_of_head(*rise[:6], 0) == [C] * 7
    assert kinds_of_head(*rise[::-1]) == [FALLING] * 7


def test_a_tie_breaks_a_trend() -> None:
    assert kinds_of_head(-0.3, -0.2, -0.1, 0, 0, 0.1, 0.2, 0.3) == [C] * 8


def test_a_point_in_two_trends_belongs_to_the_later() -> None:
    up_and_down = (-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.2, 0.1, 0, -0.1, -0.2, -0.3)
    assert kinds_of_head(*up_and_down) == [RISING] * 6 + [FALLING] * 7


def test_a_trend_that_ends_just_before_another_keeps_its_last_point() -> None:
    rise = (-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3)
    assert kinds_of_head(*rise, *rise) == [RISING] * 14
    assert kinds_of_head(*rise, *rise[::-1]) == [RISING] * 7 + [FALLING] * 7


@pytest.mark.parametrize("near", [(5.33, 5.34, 1), (5.33, 1, 5.34), (1, 5.33, 5.34)])
def test_two_of_three_beyond_the_near_limit_flag_themselves_only(near: tuple[float, ...]) -> None:
    assert kinds_of_head(*near, spread=3) == [NEAR_TOP if value > 5.32 else C for value in near]


def test_three_of_three_beyond_the_near_limit_are_all_flagged() -> None:
    assert kinds_of_head(5.33, 5.34, 5.33, spread=3) == [NEAR_TOP] * 3


def test_a_point_at_the_near_limit_is_not_beyond_it() -> None:
    assert kinds_of_head(5.33, 5.32, 1, spread=3) == [C] * 3
    assert kinds_of_head(5.33, 5.321, 1, spread=3) == [NEAR_TOP, NEAR_TOP, C]


def test_one_of_three_or_two_of_four_beyond_the_near_limit_are_not_enough() -> None:
    assert kinds_of_head(5.33, 1, 2, spread=3) == [C] * 3
    assert kinds_of_head(5.33, 1, 2, 5.33, spread=3) == [C] * 4


def test_all_three_must_lie_on_one_side() -> None:
    assert kinds_of_head(5.33, -1, 5.33, spread=3) == [C] * 3
    assert kinds_of_head(5.33, 0, 5.33, spread=3) == [C] * 3
    assert kinds_of_head(5.33, 5.33, spread=3) == [C] * 2


def test_a_point_at_the_outer_limit_counts_as_near_and_one_outside_does_not() -> None:
    assert kinds_of_head(5.33, 7.98, 1, spread=3) == [NEAR_TOP, NEAR_TOP, C]
    assert kinds_of_head(5.33, 7.99, 1, spread=3) == [C, ABOVE, C]
    assert kinds_of_head(5.33, 7.99, 5.34, spread=3) == [NEAR_TOP, ABOVE, NEAR_TOP]


def test_outside_comes_before_trend() -> None:
    assert kinds_of_head(-0.3, -0.2, -0.1, 0, 0.1, 0.2, 2.7) == [RISING] * 6 + [ABOVE]


def test_trend_comes_before_two_of_three() -> None:
    rise = (-0.3, -0.2, -0.1, 0, 0.1, 1.8, 1.9)
    assert kinds_of_head(*rise, 1.0) == [RISING] * 7 + [C]
    assert kinds_of_head(-0.2, -0.1, 0, 0.1, 1.8, 1.9, 1.0) == [C] * 4 + [NEAR_TOP] * 2 + [C]


def test_two_of_three_comes_before_shift() -> None:
    run = (0.1, 0.2, 0.1, 0.2, 1.8, 1.8, 0.1)
    assert kinds_of_head(*run) == [HIGH_RUN] * 4 + [NEAR_TOP] * 2 + [HIGH_RUN]


def test_trend_comes_before_shift() -> None:
    run = (0.2, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.1, 0.2)
    assert kinds_of_head(*run) == [HIGH_RUN, *[RISING] * 7, HIGH_RUN, HIGH_RUN]


@pytest.mark.parametrize("kind", list(PointKind))
def test_a_reading_needs_a_direction_of_improvement(kind: PointKind) -> None:
    expected = {
        1: (Reading.IMPROVEMENT, Reading.CONCERN, Reading.NEUTRAL_CHANGE),
        -1: (Reading.CONCERN, Reading.IMPROVEMENT, Reading.NEUTRAL_CHANGE),
        0: (Reading.COMMON_CAUSE,) * 3,
    }[kind.direction]
    assert tuple(reading_of(kind, improvement) for improvement in (HIGHER, LOWER, NEITHER)) == expected


def test_kinds_point_up_down_or_nowhere() -> None:
    upward = {kind for kind in PointKind if kind.direction == 1}
    downward = {kind for kind in PointKind if kind.direction == -1}
    assert upward == {ABOVE, RISING, NEAR_TOP, HIGH_RUN}
    assert downward == {BELOW, FALLING, NEAR_FOOT, LOW_RUN}


def test_a_chart_carries_the_reading_of_each_kind() -> None:
    chart = control_chart(series(2.7), LOWER, screen_outliers=False)
    assert isinstance(chart, ControlChart)
    assert (chart.kinds[1], chart.readings[1]) == (ABOVE, Reading.CONCERN)
    assert (chart.kinds[3], chart.readings[3]) == (BELOW, Reading.IMPROVEMENT)
    assert (chart.kinds[0], chart.readings[0]) == (C, Reading.COMMON_CAUSE)


@pytest.mark.parametrize("value", [0.0, 0.1, 1 / 3, -7.7, 1e9])
@pytest.mark.parametrize("screen_outliers", [True, False])
def test_a_series_that_never_varies_has_limits_at_its_mean(value: float, *, screen_outliers: bool) -> None:
    chart = control_chart([value] * 13, HIGHER, screen_outliers=screen_outliers)
    assert isinstance(chart, ControlChart)
    assert chart.lower == chart.mean == chart.upper
    assert math.isclose(chart.mean, value, rel_tol=1e-11)
    assert set(chart.readings) == {Reading.COMMON_CAUSE}


def test_twelve_points_are_too_few_and_thirteen_are_not() -> None:
    assert control_chart([1, 2] * 6, HIGHER) == TooFewPoints(points=12, needed=13)
    assert isinstance(control_chart([1, 2] * 6 + [1], HIGHER), ControlChart)
    assert control_chart([], HIGHER) == TooFewPoints(points=0, needed=13)


def test_limits_need_two_values() -> None:
    with pytest.raises(ValueError, match=r"^limits need at least two values$"):
        read_segment([1], screen_outliers=True)
    limits, kinds = read_segment([1, 2], screen_outliers=True)
    assert (limits.upper, kinds) == (4.16, (C, C))


def test_limits_start_afresh_at_a_recalculation() -> None:
    before, after = [1.0, 2.0] * 7, [11.0, 12.0] * 7
    chart = control_chart(before + after, HIGHER, rebase_at=[14])
    assert isinstance(chart, ControlChart)
    assert [(segment.start, segment.stop, segment.limits.mean) for segment in chart.segments] == [
        (0, 14, 1.5),
        (14, 28, 11.5),
    ]
    assert chart.mean == 11.5
    assert set(chart.kinds) == {C}
    unbroken = control_chart(before + after, HIGHER)
    assert isinstance(unbroken, ControlChart)
    assert set(unbroken.kinds) != {C}


def test_no_run_crosses_a_recalculation() -> None:
    rising_into = [0, 5, 0, 5, 0, 5, 0, 5, 0, 2.0, 2.1, 2.2, 2.3]
    rising_on = [2.4, 2.5, 2.6, 0, 5, 0, 5, 0, 5, 0, 5, 0, 5]
    joined = control_chart(rising_into + rising_on, HIGHER)
    parted = control_chart(rising_into + rising_on, HIGHER, rebase_at=[13])
    assert isinstance(joined, ControlChart)
    assert isinstance(parted, ControlChart)
    assert joined.kinds.count(RISING) == 8
    assert parted.kinds.count(RISING) == 0


def test_the_shortest_stretch_between_recalculations_must_be_long_enough() -> None:
    values = [1, 2] * 20
    assert control_chart(values, HIGHER, rebase_at=[12]) == TooFewPoints(12)
    assert control_chart(values, HIGHER, rebase_at=[13, 28]) == TooFewPoints(12)
    assert isinstance(control_chart(values, HIGHER, rebase_at=[13, 27]), ControlChart)


@pytest.mark.parametrize("rebase_at", [[0], [26], [30], [-1], [20, 10], [13, 13]])
def test_recalculation_points_must_rise_inside_the_series(rebase_at: list[int]) -> None:
    with pytest.raises(
        ValueError, match=r"^recalculation points must be in rising order and lie inside the series$"
    ):
        control_chart([1, 2] * 13, HIGHER, rebase_at=rebase_at)


def test_a_value_that_is_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^not a finite number"):
        control_chart([1, 2] * 7 + [float("nan")], HIGHER)
