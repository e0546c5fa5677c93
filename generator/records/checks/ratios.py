"""Rule: a percentage or rate is what its numerator and denominator give, and no part is larger than its whole."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.problems import Place, Problem, Severity
from generator.records.latest import from_elsewhere, imported
from generator.records.observation import Observation, Records
from generator.vocabulary import Unit

SCALES = {Unit.PERCENT: Decimal(100), Unit.RATE_10000: Decimal(10_000)}
"""What numerator divided by denominator is multiplied by."""


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """Ratios that cannot be true. Of figures published elsewhere a disagreement is only a warning: they may be rounded."""
    units = {one.id: one.unit for one in records.content.indicators}
    elsewhere = from_elsewhere(records.content)
    for one in (*records.observations, *records.everywhere):
        scale = SCALES.get(units.get(one.indicator, Unit.COUNT))
        if scale is None or one.numerator is None or one.denominator is None:
            continue
        rounded = one.indicator in elsewhere or imported(one)
        if one.numerator > one.denominator and scale == SCALES[Unit.PERCENT]:
            severity = Severity.WARNING if rounded else Severity.ERROR
            found = "The numerator is larger than the denominator: a part cannot be larger than its whole."
            yield Problem(
                _at(one, "numerator"), "part-above-whole", found, "Correct one of the two numbers.", severity
            )
        elif _disagrees(one, scale):
            severity = Severity.WARNING if rounded else Severity.ERROR
            found = (
                "The value is not what the numerator divided by the denominator gives, even after rounding."
            )
            yield Problem(
                _at(one, "value"),
                "ratio-disagrees",
                found,
                "Correct the one of the three numbers that is wrong.",
                severity,
            )


def _disagrees(one: Observation, scale: Decimal) -> bool:
    """Whether the value is further from the ratio than half of its last printed decimal (ends included)."""
    if one.value is None or one.numerator is None or one.denominator is None:
        return False
    if one.denominator == 0:
        return one.value != 0
    exponent = one.value.as_tuple().exponent
    half = Decimal((0, (5,), int(exponent) - 1))
    return abs(scale * one.numerator - one.value * one.denominator) > half * one.denominator


def _at(one: Observation, column: str) -> Place:
    return Place(one.place.file, one.place.row, column)
