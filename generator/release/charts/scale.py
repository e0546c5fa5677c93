"""The value axis: where it starts and ends, its few round ticks, and how they are written.

Here: arithmetic on the shown values only. Not here: pixels, or the printed numbers of the figures.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import islice
from typing import Final

MOST_TICKS: Final = 5
_MANTISSAS: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_HEADROOM: Final = Decimal("0.05")
"""Room above the highest value, as a share of the axis, where no tick is near."""
_NEAR: Final = Decimal("0.5")
"""A tick this part of a step above the highest value is shown."""
_SNUG: Final = Decimal("1.12")
"""A wider step is taken if its last tick is at most so many times the highest value: by 25 to 100 for 93."""
_WHOLE: Final = Decimal(100)
_MILLION: Final = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """A value axis, lowest first."""

    low: float
    high: float
    ticks: tuple[Decimal, ...]
    cropped: bool
    """Whether zero is out of sight, which the chart must say."""


def value_axis(values: Iterable[float], *, zero_based: bool, decimals: int, whole: bool = False) -> ValueAxis:
    """The axis for these values; `whole` caps an axis of percentages at 100 when no value is above it."""
    exact = [Decimal(repr(float(value))) for value in values] or [Decimal(0)]
    lowest, highest = min(exact), max(exact)
    finest = Decimal(1).scaleb(-decimals)
    if zero_based:
        lowest, highest = min(lowest, Decimal(0)), max(highest, Decimal(0))
    if lowest == highest:
        room = Decimal(1) if zero_based else max(abs(lowest) / 10, 2 * finest)
        lowest, highest = lowest - (0 if zero_based else room), highest + room
    step, wider, *_ = islice(_steps(lowest, highest, finest), 2)
    overflows = _above(highest, step) - _below(lowest, step) >= MOST_TICKS * step
    if overflows and _above(highest, wider) <= highest * _SNUG:
        step = wider
    first, top = _below(lowest, step), _above(highest, step)
    if not zero_based and 0 < first <= step:
        first = Decimal(0)
    if (top - highest) / step > _NEAR or (top - first) / step >= MOST_TICKS:
        top = highest + (highest - first) * _HEADROOM
    if whole and highest <= _WHOLE:
        top = min(top, _WHOLE)
    count = min(int((top - first) / step) + 1, MOST_TICKS)
    ticks = tuple(first + step * index for index in range(count))
    return ValueAxis(float(first), float(top), ticks, cropped=first > 0 or top < 0)


def _below(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_FLOOR) * step


def _above(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_CEILING) * step


def _steps(lowest: Decimal, highest: Decimal, finest: Decimal) -> Iterator[Decimal]:
    """Round steps that need at most `MOST_TICKS` ticks, smallest first."""
    span = highest - lowest
    exponent = (span / MOST_TICKS).adjusted() - 1
    while True:
        for mantissa in _MANTISSAS:
            step = mantissa.scaleb(exponent)
            whole_parts = step >= finest and step % finest == 0
            if whole_parts and _below(highest, step) - _below(lowest, step) < MOST_TICKS * step:
                yield step
        exponent += 1


def tick_words(ticks: tuple[Decimal, ...], unit_sign: str, million: str) -> list[str]:
    """The ticks as written: the same decimals throughout, a true minus, commas; millions are shortened."""
    shortened = bool(ticks) and max(abs(tick) for tick in ticks) >= _MILLION
    written = [tick / _MILLION for tick in ticks] if shortened else list(ticks)
    places = max((_places(tick) for tick in written), default=0)
    return [_tick(tick, places, unit_sign, million if shortened else "") for tick in written]


def _places(tick: Decimal) -> int:
    exponent = tick.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _tick(tick: Decimal, places: int, unit_sign: str, million: str) -> str:
    minus = "\N{MINUS SIGN}" if tick < 0 else ""
    before, after = (unit_sign, "") if unit_sign == "£" else ("", unit_sign)
    digits = f"{abs(tick):,.{places}f}{million}" if tick else "0"
    return f"{minus}{before}{digits}{after}"
