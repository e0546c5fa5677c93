"""Control charts keep their readings under any change that should not matter."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.statistics.arithmetic import Direction
from generator.statistics.spc import ControlChart, PointKind, control_chart

HIGHER: Direction = 1
LOWER: Direction = -1

OUTSIDE = {PointKind.ABOVE_LIMIT, PointKind.BELOW_LIMIT}
CLUSTERS = {PointKind.CLUSTER_ABOVE, PointKind.CLUSTER_BELOW}
OPPOSITE_KIND = {PointKind.COMMON_CAUSE: PointKind.COMMON_CAUSE}
for upward, downward in (
    (PointKind.ABOVE_LIMIT, PointKind.BELOW_LIMIT),
    (PointKind.RISING_TREND, PointKind.FALLING_TREND),
    (PointKind.CLUSTER_ABOVE, PointKind.CLUSTER_BELOW),
    (PointKind.SHIFT_ABOVE, PointKind.SHIFT_BELOW),
):
    OPPOSITE_KIND |= {upward: downward, downward: upward}

tenths = st.integers(-2000, 2000).map(lambda units: units / 10)
long_series = st.lists(st.one_of(tenths, st.sampled_from([0.0, 1.0, 1.1])), min_size=13, max_size=40)


@given(long_series, st.integers(-100, 100))
@pytest.mark.parametrize("screen_outliers", [True, False])
def test_adding_the_same_to_every_point_changes_no_kind(
    screen_outliers: bool,  # noqa: FBT001 - Hypothesis needs positional arguments
    values: list[float],
    added: int,
) -> None:
    before = control_chart(values, HIGHER, screen_outliers=screen_outliers)
    after = control_chart([value + added for value in values], HIGHER, screen_outliers=screen_outliers)
    assert isinstance(before, ControlChart)
    assert isinstance(after, ControlChart)
    assert after.kinds == before.kinds
    assert math.isclose(after.mean, before.mean + added, abs_tol=1e-9)


@given(long_series, st.integers(1, 1000))
def test_another_unit_changes_no_kind(values: list[float], factor: int) -> None:
    before, after = (control_chart([value * by for value in values], HIGHER) for by in (1, factor))
    assert isinstance(before, ControlChart)
    assert isinstance(after, ControlChart)
    assert after.kinds == before.kinds
    assert math.isclose(after.upper, before.upper * factor, abs_tol=1e-6)


@given(long_series)
def test_a_series_upside_down_with_the_opposite_polarity_reads_the_same(values: list[float]) -> None:
    upright = control_chart(values, HIGHER)
    mirrored = control_chart([-value for value in values], LOWER)
    assert isinstance(upright, ControlChart)
    assert isinstance(mirrored, ControlChart)
    assert mirrored.readings == upright.readings
    assert mirrored.kinds == tuple(OPPOSITE_KIND[kind] for kind in upright.kinds)
    assert (mirrored.lower, mirrored.upper) == (-upright.upper, -upright.lower)


@given(long_series, long_series)
def test_a_recalculated_series_is_its_stretches_side_by_side(before: list[float], after: list[float]) -> None:
    joined = control_chart(before + after, HIGHER, rebase_at=[len(before)])
    first, second = control_chart(before, HIGHER), control_chart(after, HIGHER)
    assert isinstance(joined, ControlChart)
    assert isinstance(first, ControlChart)
    assert isinstance(second, ControlChart)
    assert joined.kinds == first.kinds + second.kinds
    assert joined.limits == second.limits


@given(long_series)
def test_no_point_between_the_near_limits_stands_out_but_in_a_run(values: list[float]) -> None:
    chart = control_chart(values, HIGHER)
    assert isinstance(chart, ControlChart)
    limits = chart.limits
    for value, kind in zip(values, chart.kinds, strict=True):
        if limits.near_lower + 1e-9 < value < limits.near_upper - 1e-9:
            assert kind not in OUTSIDE | CLUSTERS
        if value > limits.upper + 1e-9 or value < limits.lower - 1e-9:
            assert kind in OUTSIDE
