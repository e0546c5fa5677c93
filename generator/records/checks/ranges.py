"""Rule: a value lies where its unit allows: percentages from 0 to 100, counts whole and not negative.

Some published ratios are above 100 and true; then a caveat of the indicator says so.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.problems import Place, Problem, Severity
from generator.records.observation import Records
from generator.vocabulary import Counts, Unit

MAY_BE_NEGATIVE = frozenset({Unit.POUNDS, Unit.POUNDS_MILLION, Unit.SCORE})
"""Money can be saved as well as spent, and some scores go below zero."""
LARGEST_PERCENT = Decimal(100)
MENTION = "100"
"""A caveat that mentions it explains why a percentage may be above it."""
LARGEST = Decimal(10) ** 12


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """Values, numerators and denominators that their unit does not allow."""
    indicators = {one.id: (one.unit, one.counts) for one in records.content.indicators}
    explained = {
        one.id for one in records.content.indicators if any(MENTION in caveat for caveat in one.caveats)
    }
    for one in (*records.observations, *records.everywhere):
        if one.indicator not in indicators:
            continue
        unit, counts = indicators[one.indicator]
        if one.value is not None and _outside(one.value, unit):
            yield _fault(
                Place(one.place.file, one.place.row, "value"), one.value, unit, one.indicator in explained
            )
        for column, number in (("numerator", one.numerator), ("denominator", one.denominator)):
            if number is None:
                continue
            if number < 0:
                found = "A numerator or denominator is never below zero."
                yield Problem(Place(one.place.file, one.place.row, column), "out-of-range", found, _CORRECT)
            elif counts.protected and number % 1:
                yield _not_whole(Place(one.place.file, one.place.row, column), counts)
    figures = {one.id: (one.unit, MENTION in one.note) for one in records.content.reported}
    for reported in records.reported:
        if (
            reported.value is not None
            and reported.id in figures
            and _outside(reported.value, figures[reported.id][0])
        ):
            yield _fault(reported.place, reported.value, *figures[reported.id])


def _outside(value: Decimal, unit: Unit) -> bool:
    if value < 0:
        return unit not in MAY_BE_NEGATIVE
    if unit is Unit.PERCENT:
        return value > LARGEST_PERCENT
    return value > LARGEST or (unit is Unit.COUNT and value % 1 != 0)


def _fault(place: Place, value: Decimal, unit: Unit, explained: bool) -> Problem:  # noqa: FBT001  one word of the row
    """The problem of a value that lies outside; the value itself decides the words and is not in them."""
    if value < 0:
        return Problem(
            place, "out-of-range", f"A value measured in {unit.label} is never below zero.", _CORRECT
        )
    if value > LARGEST:
        return Problem(place, "out-of-range", "The number is too large to be true.", _CORRECT)
    if unit is Unit.COUNT:
        return _not_whole(place, None)
    if explained:
        found = "A percentage above 100; a caveat says that this can be."
        fix = "Check it against the source once more."
        return Problem(place, "percent-above-100", found, fix, Severity.WARNING)
    return Problem(place, "out-of-range", "A percentage lies between 0 and 100.", _CORRECT_PERCENT)


def _not_whole(place: Place, counts: Counts | None) -> Problem:
    found = (
        f"A number of {counts.label} is a whole number."
        if counts
        else "What is counted is counted in whole numbers."
    )
    return Problem(
        place, "not-whole", found, "Correct the number, or the unit of the indicator (average, fte)."
    )


_CORRECT_PERCENT = (
    "Correct the number, or the unit of the indicator. If the source truly has a percentage above 100, "
    "say why in a caveat that mentions 100."
)
_CORRECT = "Correct the number, or the unit of the indicator."
