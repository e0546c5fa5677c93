"""Time in a file: whether its periods are well formed, and which of our periods they are."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from generator.importers.ees.reading import FIRST_ROW, EesTable, more
from generator.importers.ees.words import (
    ACADEMIC_YEAR,
    CALENDAR_YEAR,
    FINANCIAL_QUARTERS,
    FINANCIAL_YEAR,
    FOUR_DIGITS,
    MONTHS,
    REPORTING_YEAR,
    TAX_YEAR,
    TIME_FAMILIES,
)
from generator.periods import parse_period
from generator.problems import Place, Problem
from generator.vocabulary import PeriodKind

_KNOWN: Final = frozenset(word for family in TIME_FAMILIES for word in family)
_DIGITS: Final = re.compile(r"\d+", re.ASCII)
_SIX_DIGITS: Final = re.compile(r"\d{6}", re.ASCII)
_YEAR_ENDS: Final = {
    PeriodKind.FINANCIAL_YEAR: frozenset({"03-31"}),
    PeriodKind.ACADEMIC_YEAR: frozenset({"07-31", "08-31"}),
    PeriodKind.CALENDAR_YEAR: frozenset({"12-31"}),
}
"""Days on which a reporting year can end to be a year of each kind."""


def time_problems(table: EesTable) -> Iterator[Problem]:
    """Find faults in the columns of time."""
    identifiers, periods = table.columns["time_identifier"], table.columns["time_period"]
    unknown = [row for row, word in enumerate(identifiers, FIRST_ROW) if word not in _KNOWN]
    if unknown:
        fix = "Use a word of DfE's list, such as Academic year or Reporting year."
        yield _problem(table, unknown, "time_identifier", "The kind of time is blank or not known", fix)
    yield from _mixed(table)
    for found, faulty in _SHAPES:
        rows = [
            row for row, pair in enumerate(zip(periods, identifiers, strict=True), FIRST_ROW) if faulty(*pair)
        ]
        if rows:
            yield _problem(table, rows, "time_period", found, "Mend the period, or download the file again.")


def _mixed(table: EesTable) -> Iterator[Problem]:
    identifiers = table.columns["time_identifier"]
    first = next((word for word in identifiers if word in _KNOWN), None)
    family = next((family for family in TIME_FAMILIES if first in family), ())
    strange = [
        row for row, word in enumerate(identifiers, FIRST_ROW) if word in _KNOWN and word not in family
    ]
    if strange:
        found = "The kind of time is not one that can stand in a file with the first row's"
        yield _problem(table, strange, "time_identifier", found, "Give a file with one kind of time.")


def _wrong(period: str, digits: int) -> bool:
    return bool(_DIGITS.fullmatch(period)) and len(period) != digits


def _not_consecutive(period: str) -> bool:
    return bool(_SIX_DIGITS.fullmatch(period)) and (int(period[2:4]) + 1) % 100 != int(period[4:])


_SHAPES: Final[tuple[tuple[str, Callable[[str, str], bool]], ...]] = (
    ("The period is not a number", lambda period, _: not _DIGITS.fullmatch(period)),
    (
        "The period must have four digits with this kind of time",
        lambda period, identifier: identifier in FOUR_DIGITS and _wrong(period, 4),
    ),
    (
        "The period must have six digits with this kind of time",
        lambda period, identifier: identifier in _KNOWN - FOUR_DIGITS and _wrong(period, 6),
    ),
    (
        "The six digits are not two years that follow one another, such as 202425",
        lambda period, _: _not_consecutive(period),
    ),
)


def _problem(table: EesTable, rows: list[int], column: str, found: str, fix: str) -> Problem:
    return Problem(Place(table.name, rows[0], column), "ees-time", f"{found}{more(len(rows))}.", fix)


def period_text(period: str, identifier: str, kind: PeriodKind, reporting_year: str | None) -> str | None:
    """Write a file's period as a period of the indicator's kind; None when it cannot be one.

    `reporting_year` is the month and day on which a "Reporting year" ends, which no file says.
    """
    text: str | None = None
    if identifier == REPORTING_YEAR and reporting_year:
        text = _reporting(period, kind, reporting_year)
    elif identifier in (ACADEMIC_YEAR, FINANCIAL_YEAR, TAX_YEAR):
        years = PeriodKind.ACADEMIC_YEAR if identifier == ACADEMIC_YEAR else PeriodKind.FINANCIAL_YEAR
        text = f"{period[:4]}-{period[4:]}" if kind is years else None
    elif identifier == CALENDAR_YEAR and kind is PeriodKind.CALENDAR_YEAR:
        text = period
    elif identifier in MONTHS and kind is PeriodKind.MONTH:
        text = f"{period}-{MONTHS.index(identifier) + 1:02}"
    elif identifier in FINANCIAL_QUARTERS and kind is PeriodKind.QUARTER and period[:4].isdigit():
        quarter = FINANCIAL_QUARTERS.index(identifier)
        # The financial year's fourth quarter is the first of the next calendar year.
        text = f"{int(period[:4]) + quarter // 3}-Q{(quarter + 1) % 4 + 1}"
    return text if text and parse_period(text, kind) else None


def _reporting(period: str, kind: PeriodKind, end: str) -> str | None:
    if not period.isdigit():
        return None
    if kind is PeriodKind.SNAPSHOT:
        return f"{period}-{end}"
    if end not in _YEAR_ENDS.get(kind, frozenset()):
        return None
    return period if kind is PeriodKind.CALENDAR_YEAR else f"{int(period) - 1}-{int(period) % 100:02}"
