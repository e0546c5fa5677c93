"""Year labels as LAIT writes them, and the periods of ours that they stand for.

"2025" means five kinds of period; the dictionary's year type and the indicator decide which.
"""

import re
from dataclasses import dataclass
from typing import Final

from generator.periods import FIRST_YEAR, LAST_YEAR, parse_period
from generator.vocabulary import PeriodKind, RevisionStatus

_LABEL: Final = re.compile(
    r"(?P<first>\d{4})(?:[-/](?P<second>\d{2}))?(?: \((?P<status>[A-Za-z]+)\))?", re.ASCII
)
_SPAN: Final = re.compile(r"(\d{4})/\d{2}-\d{2}/\d{2}", re.ASCII)
_STATUSES: Final = {
    "rev": RevisionStatus.REVISED,
    "prov": RevisionStatus.PROVISIONAL,
    "final": RevisionStatus.FINAL,
    "ot": RevisionStatus.FINAL,
}
"""`OT` is outturn: money as spent, after the year's books were closed."""

_ENDS: Final = {"Financial Year": "03-31", "Annual": "03-31", "Annual (end of Sept)": "09-30"}
"""The day that a snapshot is of, for year types that have only one."""

KINDS: Final = {
    "Financial Year": frozenset({PeriodKind.FINANCIAL_YEAR, PeriodKind.SNAPSHOT}),
    "Annual": frozenset({PeriodKind.FINANCIAL_YEAR, PeriodKind.SNAPSHOT}),
    "Annual (end of Sept)": frozenset({PeriodKind.SNAPSHOT}),
    "Annual - January": frozenset({PeriodKind.SNAPSHOT}),
    "Academic Year": frozenset({PeriodKind.ACADEMIC_YEAR, PeriodKind.SNAPSHOT}),
    "Calendar Year": frozenset({PeriodKind.CALENDAR_YEAR, PeriodKind.SNAPSHOT}),
}


@dataclass(frozen=True, slots=True)
class YearLabel:
    """A year's label, read: its first and last calendar year and how settled its values are."""

    first: int
    last: int
    written_as_two: bool
    status: RevisionStatus | None


class UnusableYearError(ValueError):
    """A label cannot become a period; says why."""


def read_label(label: str) -> YearLabel:
    """Read a label; raises UnusableYearError for damaged ones and for those that cover several years."""
    if _SPAN.fullmatch(label):
        raise UnusableYearError("The label covers several years, which no kind of period can hold.")
    matched = _LABEL.fullmatch(label)
    if not matched or not FIRST_YEAR <= int(matched["first"]) <= LAST_YEAR:
        raise UnusableYearError("The label is not a year.")
    first = int(matched["first"])
    status = None
    if matched["status"]:
        status = _STATUSES.get(matched["status"].lower())
        if status is None:
            raise UnusableYearError("The words after the year are not known.")
    if matched["second"] is None:
        return YearLabel(first, first, written_as_two=False, status=status)
    if (first + 1) % 100 != int(matched["second"]):
        raise UnusableYearError("The label covers several years, which no kind of period can hold.")
    return YearLabel(first, first + 1, written_as_two=True, status=status)


def period_text(label: YearLabel, year_type: str, kind: PeriodKind, day: str | None = None) -> str:
    """Write a label as a period of the indicator's kind; `day` is month and day of a snapshot; raises UnusableYearError."""
    if kind not in KINDS.get(year_type, frozenset()):
        raise UnusableYearError(
            f"LAIT's year type '{year_type}' cannot be a period of the kind '{kind.value}'."
        )
    if kind is PeriodKind.CALENDAR_YEAR:
        text = str(label.last)
        if label.written_as_two:
            raise UnusableYearError("The label is of two calendar years, and the measure is of one.")
    elif kind is PeriodKind.SNAPSHOT:
        end = day or _ENDS.get(year_type)
        if end is None:
            raise UnusableYearError(f"LAIT's year type '{year_type}' does not say of which day it is.")
        text = f"{label.last}-{end}"
    else:
        text = f"{label.last - 1}-{label.last % 100:02}"
    if parse_period(text, kind) is None:
        raise UnusableYearError("The label does not give a day that exists.")
    return text
