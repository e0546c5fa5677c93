"""Dates as reports write them: '15 to 26 November 2021', '28 January to 5 February 2014', '02 March 2020'."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from generator.importers.ofsted.wording import folded

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:\s+({_MONTH}))?(?:,?\s+(\d{{4}})(?!\d))?")
_WHOLE_DATE = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s_-]+({_MONTH}),?[\s_-]+(\d{{4}})(?!\d)")
LONGEST_INSPECTION = timedelta(days=200)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, and whether the report names more than one visit."""

    first: date
    last: date
    visits: int


def whole_date(text: str) -> date | None:
    """Give the one date that a text names, or None if it names none or several."""
    found = {_date(*match.groups()) for match in _WHOLE_DATE.finditer(folded(text))}
    return found.pop() if len(found) == 1 else None


def span(text: str) -> Span | None:
    """First and last day of a text of days, months and years; None unless every part of it makes sense."""
    parts = _DAY.findall(folded(text))
    if not parts:
        return None
    days: list[date] = []
    month = year = ""
    for day, own_month, own_year in reversed(parts):
        month, year = own_month or month, own_year or year
        made = _date(day, month, year)
        if made and days and made > days[0] and not own_year:
            made = _date(day, month, str(made.year - 1))
        if made is None or (days and made > days[0]):
            return None
        days.insert(0, made)
    if days[-1] - days[0] > LONGEST_INSPECTION:
        return None
    return Span(days[0], days[-1], (len(days) + 1) // 2)


def _date(day: str, month: str, year: str) -> date | None:
    if month not in _MONTHS or not year:
        return None
    try:
        return date(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None
