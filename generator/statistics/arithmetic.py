"""Exact arithmetic on recorded numbers: reading a float as the decimal it stands for, means and signs.

Not here: any rule about what a number means. Every other module of this package works in these fractions
and turns a result into a float only when it hands it over; rounding for display happens elsewhere.

Why fractions: thirteen values of 0.1 have a float mean of 0.09999999999999999, so every one of them would
lie "above the mean", and 38.400000000000006 (as stored in a national file) would miss a quartile of 38.4.
"""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Final, Literal

Direction = Literal[-1, 0, 1]
"""Which way is better: +1 higher, -1 lower, 0 neither (no claim can be made)."""

SIGNIFICANT_FIGURES: Final = 12
"""Figures kept when a float is read: more than any source publishes, fewer than float noise needs."""


def exact(value: float) -> Fraction:
    """Read a number as the decimal it was written as, dropping float noise.

    Raises ValueError for what is not a finite number, because no rule here has an answer for it.
    """
    if not math.isfinite(value):
        raise ValueError("not a finite number: leave the value out, or mark it missing")
    return Fraction(format(value, f".{SIGNIFICANT_FIGURES}g"))


def mean(values: Sequence[Fraction]) -> Fraction:
    """Take the unweighted mean of at least one value."""
    return sum(values, Fraction(0)) / len(values)


def sign(value: Fraction) -> Direction:
    """Say whether a number is above (+1), below (-1) or exactly at (0) nought."""
    if value > 0:
        return 1
    return -1 if value < 0 else 0
