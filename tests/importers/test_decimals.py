"""Numbers without the noise of spreadsheets."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.decimals import as_published, read_decimal, without_noise


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("9.3699999999999992", "9.37"),
        ("13.600000000000001", "13.6"),
        ("4.7980000000000002E-2", "0.04798"),
        ("1E+2", "100"),
        ("10", "10"),
        ("-0.40", "-0.4"),
        ("-0", "0"),
        (".5", "0.5"),
        ("36186.300000000003", "36186.3"),
    ],
)
def test_noise_and_exponents_are_taken_away(text: str, meant: str) -> None:
    """A spreadsheet holds fifteen digits."""
    assert without_noise(text) == meant


@pytest.mark.parametrize(
    "text", ["", "-", "c", "1,234", "75%", "£5", "inf", "NaN", "１２", "1 2", "0x10", "1e999", "9" * 60]
)
def test_what_is_no_number_is_none(text: str) -> None:
    """Never a guess."""
    assert read_decimal(text) is None
    assert without_noise(text) is None


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_that_went_through_a_spreadsheet_comes_back(number: Decimal) -> None:
    """Written with seventeen digits, as spreadsheets write their files."""
    written = without_noise(f"{float(number):.17g}")
    assert written is not None
    assert Decimal(written) == number


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=2))
def test_a_published_number_keeps_its_zeros(number: Decimal) -> None:
    """To the last digit."""
    assert as_published(str(number)) == str(number)
