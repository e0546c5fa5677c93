"""Rule: the values of one line are all of the same day of the year; otherwise they are not one measure."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem, Severity
from generator.records.observation import Observation, Records
from generator.vocabulary import PeriodKind


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """A warning for the first value of each indicator and area that is of another day of the year than the one before it."""
    yearly = {one.id for one in records.content.indicators if one.period_kind is PeriodKind.SNAPSHOT}
    days: dict[tuple[str, str, str], Observation] = {}
    told: set[str] = set()
    for one in records.observations:
        if one.indicator not in yearly or one.indicator in told:
            continue
        first = days.setdefault((one.indicator, one.area, one.breakdown), one)
        if (first.period.end.month, first.period.end.day) != (one.period.end.month, one.period.end.day):
            told.add(one.indicator)
            where = f"row {first.place.row}" if first.place.file == one.place.file else str(first.place)
            found = f"The value is of another day of the year than the one in {where}, and both would stand on one line."
            fix = "Make two indicators of them, each with its own definition, and name each in differs_from of the other."
            yield Problem(
                Place(one.place.file, one.place.row, "period"), "mixed-days", found, fix, Severity.WARNING
            )
