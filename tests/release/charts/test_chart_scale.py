"""The value axis: few round ticks that hold every value, and zero where it is promised."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.release.charts.scale import MOST_TICKS, tick_words, value_axis

VALUES = st.lists(st.decimals(-100_000, 3_000_000, places=2).map(float), min_size=1, max_size=12)


@given(values=VALUES, zero_based=st.booleans(), decimals=st.integers(0, 3))
def test_every_value_lies_on_an_axis_of_at_most_five_ticks(
    values: list[float], *, zero_based: bool, decimals: int
) -> None:
    axis = value_axis(values, zero_based=zero_based, decimals=decimals)
    assert axis.low <= min(values)
    assert axis.high >= max(values)
    assert axis.low < axis.high
    assert 1 <= len(axis.ticks) <= MOST_TICKS
    assert all(axis.low <= float(tick) <= axis.high for tick in axis.ticks)


@given(VALUES, st.integers(0, 2))
def test_an_axis_from_zero_shows_zero_and_is_not_cropped(values: list[float], decimals: int) -> None:
    axis = value_axis(values, zero_based=True, decimals=decimals)
    assert Decimal(0) in axis.ticks
    assert not axis.cropped


@given(VALUES)
def test_an_axis_says_that_it_is_cropped_exactly_when_zero_is_out_of_sight(values: list[float]) -> None:
    axis = value_axis(values, zero_based=False, decimals=1)
    assert axis.cropped == (not axis.low <= 0 <= axis.high)


@given(VALUES, st.integers(0, 2))
def test_ticks_are_never_finer_than_the_values(values: list[float], decimals: int) -> None:
    axis = value_axis(values, zero_based=False, decimals=decimals)
    assert all(tick == round(tick, decimals) for tick in axis.ticks)


@pytest.mark.parametrize(
    ("values", "zero_based", "ticks"),
    [
        ((14.5, 19.5), True, "0 5 10 15 20"),
        ((14.5, 19.5), False, "14 16 18 20"),
        ((83, 96), False, "80 85 90 95"),
        ((3, 3, 3), True, "0 1 2 3"),
        ((0, 0), True, "0 1"),
        ((69, 93), True, "0 25 50 75 100"),
        ((0, 66), True, "0 20 40 60"),
        ((-3.5, 5.6), True, "-4 -2 0 2 4"),
    ],
)
def test_ticks_are_round(values: list[float], *, zero_based: bool, ticks: str) -> None:
    axis = value_axis(values, zero_based=zero_based, decimals=0)
    assert " ".join(str(int(tick)) for tick in axis.ticks) == ticks


def test_an_axis_of_percentages_ends_at_100() -> None:
    assert value_axis([62, 99], zero_based=True, decimals=0, whole=True).high == 100
    assert value_axis([62, 104], zero_based=True, decimals=0, whole=True).high > 104


@pytest.mark.parametrize(
    ("ticks", "sign", "written"),
    [
        (("0", "2.5", "5"), "", ["0", "2.5", "5.0"]),
        (("0", "20"), "%", ["0%", "20%"]),
        (("-10", "0"), "£", ["−£10", "£0"]),
        (("0", "1500"), "£", ["£0", "£1,500"]),
        (("0", "250000", "1000000"), "£", ["£0", "£0.25m", "£1.00m"]),
    ],
)
def test_ticks_are_written_alike_with_sign_and_commas(
    ticks: tuple[str, ...], sign: str, written: list[str]
) -> None:
    assert tick_words(tuple(map(Decimal, ticks)), sign, "m") == written
