"""Periods of time: what is read, how they are ordered, and the words that readers see."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.periods import FIRST_YEAR, FORMS, LAST_YEAR, Period, in_words, parse_partial_date, parse_period
from generator.vocabulary import PeriodKind

SNAPSHOT, REPORTED, MONTH, QUARTER = PeriodKind.SNAPSHOT, PeriodKind.REPORTED, PeriodKind.MONTH, PeriodKind.QUARTER
CALENDAR, FINANCIAL, ACADEMIC = PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR


@pytest.mark.parametrize(
    ("text", "kind", "start", "end", "label", "short"),
    [
        ("2025-09-30", SNAPSHOT, date(2025, 9, 30), date(2025, 9, 30), "30 September 2025", "2025"),
        ("2025-10-02", REPORTED, date(2025, 10, 2), date(2025, 10, 2), "2 October 2025", "2 Oct 2025"),
        ("2025-10", MONTH, date(2025, 10, 1), date(2025, 10, 31), "October 2025", "Oct 2025"),
        ("2024-02", MONTH, date(2024, 2, 1), date(2024, 2, 29), "February 2024", "Feb 2024"),
        ("2025-Q1", QUARTER, date(2025, 1, 1), date(2025, 3, 31), "January to March 2025", "2025-Q1"),
        ("2025-Q4", QUARTER, date(2025, 10, 1), date(2025, 12, 31), "October to December 2025", "2025-Q4"),
        ("2025", CALENDAR, date(2025, 1, 1), date(2025, 12, 31), "2025", "2025"),
        ("2024-25", FINANCIAL, date(2024, 4, 1), date(2025, 3, 31), "the year to 31 March 2025", "2024-25"),
        ("2024-25", ACADEMIC, date(2024, 9, 1), date(2025, 8, 31), "the 2024 to 2025 school year", "2024-25"),
        ("1999-00", FINANCIAL, date(1999, 4, 1), date(2000, 3, 31), "the year to 31 March 2000", "1999-00"),
    ],
)
def test_a_period_has_its_first_and_last_day_and_its_words(
    text: str, kind: PeriodKind, start: date, end: date, label: str, short: str
) -> None:
    period = parse_period(text, kind)
    assert period == Period(end, start, kind, text)
    assert period is not None
    assert (period.label, period.short) == (label, short)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2025-02-29", SNAPSHOT), ("2025-9-30", SNAPSHOT), ("2025-09", SNAPSHOT), ("30/09/2025", SNAPSHOT), ("", SNAPSHOT),
        (" 2025-09-30", SNAPSHOT), ("２０２５-09-30", SNAPSHOT), ("2025-00", MONTH), ("2025-13", MONTH), ("2025-10-01", MONTH),
        ("2025-Q0", QUARTER), ("2025-Q5", QUARTER), ("2025Q1", QUARTER), ("25", CALENDAR), ("2025-26", CALENDAR),
        ("2024-24", FINANCIAL), ("2024-26", FINANCIAL), ("2024-2025", FINANCIAL), ("2024/25", ACADEMIC), ("2024", ACADEMIC),
        ("1989", CALENDAR), ("2101", CALENDAR), ("1989-90", FINANCIAL), ("2100-01", FINANCIAL), ("1989-12-31", SNAPSHOT),
    ],
)  # fmt: skip
def test_what_is_not_such_a_period_is_not_read(text: str, kind: PeriodKind) -> None:
    assert parse_period(text, kind) is None


def test_the_first_and_the_last_year_are_inside() -> None:
    assert (FIRST_YEAR, LAST_YEAR) == (1990, 2100)
    assert parse_period("1990", CALENDAR)
    assert parse_period("2100", CALENDAR)
    assert parse_period("1990-91", FINANCIAL)
    assert parse_period("2099-00", FINANCIAL)


def test_every_kind_says_its_form_and_reads_its_own_example() -> None:
    assert set(FORMS) == set(PeriodKind)
    for kind, form in FORMS.items():
        assert parse_period(form.rsplit(" ", 1)[-1], kind), kind


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_days_are_ordered_as_time_is(first: date, second: date) -> None:
    one, other = parse_period(first.isoformat(), SNAPSHOT), parse_period(second.isoformat(), SNAPSHOT)
    assert one is not None
    assert other is not None
    assert (one < other) == (first < second)


@given(st.integers(1990, 2099))
def test_the_months_of_a_year_follow_one_another_without_a_gap(year: int) -> None:
    months = [parse_period(f"{year}-{month:02}", MONTH) for month in range(1, 13)]
    for one, following in zip(months, months[1:], strict=False):
        assert one is not None
        assert following is not None
        assert (following.start - one.end).days == 1
        assert one < following


def test_a_date_is_written_as_gov_uk_writes_it() -> None:
    assert in_words(date(2026, 1, 2)) == "2 January 2026"


@pytest.mark.parametrize(
    ("text", "last", "words"),
    [
        ("2025", date(2025, 12, 31), "2025"),
        ("2025-07", date(2025, 7, 31), "July 2025"),
        ("2025-07-14", date(2025, 7, 14), "14 July 2025"),
        ("2025-07-14/2025-07-18", date(2025, 7, 18), "14 July 2025 to 18 July 2025"),
        ("2024/2025-06", date(2025, 6, 30), "2024 to June 2025"),
        ("2025-07-14/2025-07-14", date(2025, 7, 14), "14 July 2025 to 14 July 2025"),
    ],
)
def test_a_partial_date_ends_on_its_last_day(text: str, last: date, words: str) -> None:
    assert parse_partial_date(text) == (last, words)


@pytest.mark.parametrize(
    "text", ["", "/", "2025/", "/2025", "2025-07-18/2025-07-14", "2025/2024", "spring 2025", "2025-13", "2025/2026/2027", "2025-Q1"]
)
def test_what_is_not_a_partial_date_is_not_read(text: str) -> None:
    assert parse_partial_date(text) is None
