"""Floats are read as the decimals they were written as."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.statistics.arithmetic import SIGNIFICANT_FIGURES, exact, mean, sign


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        (38.400000000000006, "38.4"),
        (84.80000000000001, "84.8"),
        (0.1 + 0.2, "0.3"),
        (-0.1, "-0.1"),
        (1e20, "100000000000000000000"),
        (5, "5"),
    ],
)
def test_float_noise_is_dropped(stored: float, written: str) -> None:
    assert exact(stored) == Fraction(written)


def test_the_twelfth_figure_is_kept_and_the_thirteenth_is_not() -> None:
    assert exact(1.00000000001) != exact(1)
    assert exact(1.000000000001) == exact(1)
    assert SIGNIFICANT_FIGURES == 12


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_not_a_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match=r"^not a finite number: leave the value out, or mark it missing$"):
        exact(value)


@given(st.integers(-(10**9), 10**9), st.integers(0, 2))
def test_every_decimal_of_a_publication_is_read_exactly(units: int, places: int) -> None:
    assert exact(float(Fraction(units, 10**places))) == Fraction(units, 10**places)


def test_the_mean_of_equal_values_is_that_value() -> None:
    assert mean([exact(0.1)] * 13) == exact(0.1)


@pytest.mark.parametrize(("value", "expected"), [("0.001", 1), ("0", 0), ("-0.001", -1)])
def test_sign(value: str, expected: int) -> None:
    assert sign(Fraction(value)) == expected
