"""Periods of time as the data writes them, in order, with the words that readers see.

`2025-09-30` a day, `2025-10` a month, `2025-Q3` a quarter, `2025` a calendar year, `2024-25` a financial
or school year (the indicator says which). Nothing here knows today's date.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from generator.vocabulary import PeriodKind

MONTHS = tuple(calendar.month_name)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_SPLIT_YEAR = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1990, 2100
FORMS = {
    PeriodKind.SNAPSHOT: "a day such as 2025-09-30",
    PeriodKind.REPORTED: "a day such as 2025-10-20",
    PeriodKind.MONTH: "a month such as 2025-10",
    PeriodKind.QUARTER: "a quarter such as 2025-Q3",
    PeriodKind.CALENDAR_YEAR: "a year such as 2025",
    PeriodKind.FINANCIAL_YEAR: "a financial year such as 2024-25",
    PeriodKind.ACADEMIC_YEAR: "a school year such as 2024-25",
}


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A stretch of time, ordered by its last day."""

    end: date
    start: date
    kind: PeriodKind
    text: str
    """As the data writes it."""

    @property
    def label(self) -> str:
        """The period in full, for sentences: `30 September 2025`, `the year to 31 March 2025`."""
        match self.kind:
            case PeriodKind.SNAPSHOT | PeriodKind.REPORTED:
                return in_words(self.end)
            case PeriodKind.MONTH:
                return f"{MONTHS[self.end.month]} {self.end.year}"
            case PeriodKind.QUARTER:
                return f"{MONTHS[self.start.month]} to {MONTHS[self.end.month]} {self.end.year}"
            case PeriodKind.CALENDAR_YEAR:
                return str(self.end.year)
            case PeriodKind.FINANCIAL_YEAR:
                return f"the year to {in_words(self.end)}"
            case PeriodKind.ACADEMIC_YEAR:
                return f"the {self.start.year} to {self.end.year} school year"

    @property
    def short(self) -> str:
        """The period for an axis or a table's first column: `2025`, `2024-25`, `Oct 2025`."""
        match self.kind:
            case PeriodKind.SNAPSHOT | PeriodKind.CALENDAR_YEAR:
                return str(self.end.year)
            case PeriodKind.MONTH:
                return f"{MONTHS[self.end.month][:3]} {self.end.year}"
            case PeriodKind.REPORTED:
                return f"{self.end.day} {MONTHS[self.end.month][:3]} {self.end.year}"
            case _:
                return self.text


def in_words(day: date) -> str:
    """A date as GOV.UK writes it: `22 November 2026`."""
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def parse_period(text: str, kind: PeriodKind) -> Period | None:
    """Read a period of the given kind; None when the text is not one (the caller makes the Problem)."""
    try:
        start, end = _bounds(text, kind)
    except ValueError:
        return None
    if not FIRST_YEAR <= start.year <= end.year <= LAST_YEAR:
        return None
    return Period(end=end, start=start, kind=kind, text=text)


def _bounds(text: str, kind: PeriodKind) -> tuple[date, date]:
    """First and last day; ValueError when the text is not such a period."""
    if kind in (PeriodKind.SNAPSHOT, PeriodKind.REPORTED):
        year, month, day = _groups(_DAY, text)
        return date(year, month, day), date(year, month, day)
    if kind is PeriodKind.MONTH:
        year, month = _groups(_MONTH, text)
        return date(year, month, 1), _month_end(year, month)
    if kind is PeriodKind.QUARTER:
        year, quarter = _groups(_QUARTER, text)
        return date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter)
    if kind is PeriodKind.CALENDAR_YEAR:
        if not _YEAR.fullmatch(text):
            raise ValueError(text)
        return date(int(text), 1, 1), date(int(text), 12, 31)
    first, second = _groups(_SPLIT_YEAR, text)
    if (first + 1) % 100 != second:
        raise ValueError(text)
    month = 4 if kind is PeriodKind.FINANCIAL_YEAR else 9
    return date(first, month, 1), date(first + 1, month, 1) - timedelta(days=1)


def _groups(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    matched = pattern.fullmatch(text)
    if not matched:
        raise ValueError(text)
    return tuple(int(group) for group in matched.groups())


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def parse_partial_date(text: str) -> tuple[date, str] | None:
    """Read `2025`, `2025-07`, `2025-07-14` or `2025-07-14/2025-07-18` as (last day, words); None if it is none of these."""
    first, slash, second = text.partition("/")
    begin, end = _partial(first), _partial(second) if slash else None
    if begin is None or (slash and end is None):
        return None
    if end is None:
        return begin[1], begin[2]
    if end[0] < begin[0]:
        return None
    return end[1], f"{begin[2]} to {end[2]}"


def _partial(text: str) -> tuple[date, date, str] | None:
    """First day, last day and words of a year, month or day."""
    for kind in (PeriodKind.SNAPSHOT, PeriodKind.MONTH, PeriodKind.CALENDAR_YEAR):
        period = parse_period(text, kind)
        if period:
            return period.start, period.end, period.label
    return None
