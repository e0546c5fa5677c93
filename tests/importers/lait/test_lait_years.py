"""Year labels of every kind that LAIT writes, and the periods they become."""

import pytest

from generator.importers.lait.years import UnusableYearError, period_text, read_label
from generator.vocabulary import PeriodKind, RevisionStatus


@pytest.mark.parametrize(
    ("label", "year_type", "kind", "period"),
    [
        ("2025", "Financial Year", PeriodKind.FINANCIAL_YEAR, "2024-25"),
        ("2025", "Financial Year", PeriodKind.SNAPSHOT, "2025-03-31"),
        ("2025", "Annual", PeriodKind.SNAPSHOT, "2025-03-31"),
        ("2025", "Annual (end of Sept)", PeriodKind.SNAPSHOT, "2025-09-30"),
        ("2025", "Academic Year", PeriodKind.ACADEMIC_YEAR, "2024-25"),
        ("2025", "Calendar Year", PeriodKind.CALENDAR_YEAR, "2025"),
        ("2016-17", "Financial Year", PeriodKind.FINANCIAL_YEAR, "2016-17"),
        ("2015/16", "Academic Year", PeriodKind.ACADEMIC_YEAR, "2015-16"),
        ("1999-00", "Financial Year", PeriodKind.FINANCIAL_YEAR, "1999-00"),
        ("2024-25 (OT)", "Financial Year", PeriodKind.FINANCIAL_YEAR, "2024-25"),
        ("2024-25", "Financial Year", PeriodKind.SNAPSHOT, "2025-03-31"),
    ],
)
def test_a_label_becomes_the_period_that_year_type_and_indicator_say(
    label: str, year_type: str, kind: PeriodKind, period: str
) -> None:
    """2025 means five kinds of period."""
    assert period_text(read_label(label), year_type, kind) == period


def test_a_january_snapshot_takes_its_day_from_the_mapping() -> None:
    """LAIT's year type does not name the census day."""
    label = read_label("2025")
    assert period_text(label, "Annual - January", PeriodKind.SNAPSHOT, "01-16") == "2025-01-16"
    with pytest.raises(UnusableYearError, match="does not say of which day it is"):
        period_text(label, "Annual - January", PeriodKind.SNAPSHOT)


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("2018 (Rev)", RevisionStatus.REVISED),
        ("2025 (prov)", RevisionStatus.PROVISIONAL),
        ("2020 (Final)", RevisionStatus.FINAL),
        ("2016-17 (OT)", RevisionStatus.FINAL),
        ("2025", None),
    ],
)
def test_the_words_after_a_year_say_how_settled_it_is(label: str, status: RevisionStatus | None) -> None:
    """Provisional and revised values are marked."""
    assert read_label(label).status is status


@pytest.mark.parametrize("label", ["0", "", "20221", "2025 (maybe)", "1700", "２０２５", "2025-3"])
def test_a_damaged_label_is_not_a_year(label: str) -> None:
    """The corrupt label in LAIT is a bare nought."""
    with pytest.raises(UnusableYearError, match=r"not a year|not known"):
        read_label(label)


@pytest.mark.parametrize("label", ["2014-16", "2015-17", "2013/14-15/16"])
def test_a_label_of_several_years_is_no_period(label: str) -> None:
    """Three-year averages would look like single years."""
    with pytest.raises(UnusableYearError, match="covers several years"):
        read_label(label)


@pytest.mark.parametrize(
    ("year_type", "kind"),
    [
        ("Academic Year", PeriodKind.FINANCIAL_YEAR),
        ("Financial Year", PeriodKind.ACADEMIC_YEAR),
        ("Annual (end of Sept)", PeriodKind.FINANCIAL_YEAR),
        ("Calendar Year", PeriodKind.FINANCIAL_YEAR),
        ("Lunar Year", PeriodKind.SNAPSHOT),
    ],
)
def test_a_year_of_one_kind_is_never_shown_as_another(year_type: str, kind: PeriodKind) -> None:
    """A school year is not a financial year."""
    with pytest.raises(UnusableYearError, match="cannot be a period of the kind"):
        period_text(read_label("2025"), year_type, kind)
