"""Importing files of Explore education statistics into a made council's folder."""

from datetime import date
from pathlib import Path

import pytest

from generator.importers.ees import import_ees
from generator.importers.ees.times import period_text
from generator.importers.writing import ObservationRow, read_rows, table_text
from generator.problems import Refused
from generator.vocabulary import PeriodKind
from tests.importers.ees.made_ees import COUNCIL, NEAR, PUBLISHED, SHARE, Row, council, rows, write

DAY = date(2026, 11, 22)
TABLE, EVERYWHERE, LAIT = (
    f"data/observations/{name}.csv" for name in ("imported/ees-made", "everywhere/ees-made", "imported/lait")
)


def cells(folder: Path, table: str = TABLE) -> list[tuple[str, ...]]:
    """Give area, period, value, numerator, denominator and symbol of each row."""
    return [
        (row.area, row.period, row.value, row.numerator, row.denominator, row.symbol)
        for row in read_rows(folder / table)
    ]


def imported(
    tmp_path: Path, table: list[Row] | None = None, mapping: str = PUBLISHED % {"use": "published"}
) -> list[tuple[str, ...]]:
    """Import one made file and give the latest rows."""
    folder = council(tmp_path, mapping)
    report = import_ees([write(tmp_path, table)], folder, on=DAY)
    assert not report.refused, report.problems
    return [row for row in cells(folder) if row[1] == "2024-25"]


def test_values_are_kept_as_published_and_symbols_preserved(tmp_path: Path) -> None:
    """39 of 54 is 72.2; the published 72 stays. England's and the region's counts are rounded, so they are left out."""
    assert imported(tmp_path) == [
        ("E09000002", "2024-25", "72", "39", "54", ""),
        ("E92000001", "2024-25", "64", "", "", ""),
        ("E12000001", "2024-25", "64", "", "", ""),
        ("E09000003", "2024-25", "", "", "", "c"),
    ]


def changed(place: Row, outcome: str, **to: str) -> list[Row]:
    """Change one place's rows of one outcome."""
    return [
        row | to if row["la_name"] == place["la_name"] and row["outcome"] == outcome else row
        for row in map(_complete, rows())
    ]


def _complete(row: Row) -> Row:
    return {"la_name": ""} | row


def test_counts_that_do_not_give_the_published_value_are_left_out(tmp_path: Path) -> None:
    """126 care leavers in one table and 130 in another: the percentage is the publisher's."""
    assert imported(tmp_path, changed(COUNCIL, "Total", leaver_count="52"))[0] == (
        "E09000002",
        "2024-25",
        "72",
        "",
        "",
        "",
    )


@pytest.mark.parametrize(
    ("above", "below", "percent"), [("5", "50", "10"), ("50", "54", "93"), ("1", "6", "17")]
)
def test_counts_of_one_to_five_and_their_remainders_are_never_repeated(
    tmp_path: Path, above: str, below: str, percent: str
) -> None:
    """Even where the publisher prints them."""
    table = changed(COUNCIL, "At work", leaver_count=above, leaver_percent=percent)
    totals = [
        row | {"leaver_count": below} if row.get("old_la_code") == "301" and row["outcome"] == "Total" else row
        for row in table
    ]
    assert imported(tmp_path, totals)[0] == ("E09000002", "2024-25", percent, "", "", "")


@pytest.mark.parametrize(
    ("symbol", "kept"), [("c", "c"), ("x", "x"), ("z", "z"), ("u", "u"), ("low", "low"), ("k", "low")]
)
def test_each_symbol_is_kept_and_k_is_low(tmp_path: Path, symbol: str, kept: str) -> None:
    """K rounds to zero and is not zero."""
    assert imported(tmp_path, changed(NEAR, "At work", leaver_percent=symbol))[-1] == (
        "E09000003",
        "2024-25",
        "",
        "",
        "",
        kept,
    )


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("417", "1387", ("30.1", "417", "1387", "")),
        ("1", "16", ("", "", "", "c")),
        ("3", "1387", ("", "", "", "c")),
        ("0", "1387", ("0.0", "0", "1387", "")),
        ("c", "1387", ("", "", "", "c")),
        ("30", "x", ("", "", "", "x")),
        ("0", "0", ("", "", "", "z")),
        ("125", "1000", ("12.5", "125", "1000", "")),
        ("1005", "2000", ("50.3", "1005", "2000", "")),
    ],
)
def test_a_share_that_is_not_published_is_worked_out_exactly(
    tmp_path: Path, above: str, below: str, expected: tuple[str, ...]
) -> None:
    """With one decimal, halves rounded up; a symbol stays a symbol and a small count is hidden."""
    table = changed(COUNCIL, "Total", leaver_count=above, leaver_percent=below)
    folder = council(tmp_path, SHARE)
    other = [
        row | {"time_period": "2023", "leaver_count": "40", "leaver_percent": "80"}
        for row in table
        if row["time_period"] == "2024"
    ]
    import_ees([write(tmp_path, [*table, *other])], folder, on=DAY)
    assert next(row for row in cells(folder) if row[:2] == ("E09000002", "2024-25"))[2:] == expected


def test_a_reorganised_council_is_one_council(tmp_path: Path) -> None:
    """The row of the code that was not in use says z; the other has the value. Rows about two councils are not used."""
    table = [
        row | ({"old_la_code": "815", "new_la_code": "E06000065"} if row.get("la_name") == "Barnet" else {})
        for row in rows()
    ]
    old = [
        row | {"new_la_code": "E10000023", "leaver_count": "z", "leaver_percent": "z"}
        for row in table
        if row.get("la_name") == "Barnet"
    ]
    both = [row | {"old_la_code": "314 / 318", "new_la_code": "E09000021 / E09000027"} for row in old]
    folder = council(tmp_path)
    settings = folder / "data/council.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("E09000003", "E10000023"), encoding="utf-8"
    )
    assert not import_ees([write(tmp_path, [*old, *table, *both])], folder, on=DAY).refused
    assert cells(folder)[-1] == ("E06000065", "2024-25", "", "", "", "c")


def test_every_council_stands_in_the_latest_period_without_counts(tmp_path: Path) -> None:
    """For rank and quartile."""
    folder = council(tmp_path)
    import_ees([write(tmp_path)], folder, on=DAY)
    everyone = cells(folder, EVERYWHERE)
    assert len(everyone) == 153
    assert ("E09000002", "2024-25", "72", "", "", "") in everyone
    assert ("E06000001", "2024-25", "", "", "", "x") in everyone


def test_running_it_again_changes_nothing(tmp_path: Path) -> None:
    """And a change is told by indicator and period."""
    folder, path = council(tmp_path), write(tmp_path)
    assert import_ees([path], folder, on=DAY).updated == (TABLE, EVERYWHERE, "data/sources.csv")
    assert import_ees([path], folder, on=date(2027, 1, 1)).updated == ()
    write(tmp_path, changed(COUNCIL, "At work", leaver_percent="71"))
    report = import_ees([path], folder, on=DAY, write=False)
    assert [str(change) for change in report.changes] == [
        f"{TABLE}: at-work, 2023-24: 1 changed",
        f"{TABLE}: at-work, 2024-25: 1 changed",
        f"{EVERYWHERE}: at-work, 2024-25: 1 changed",
    ]


def test_a_file_with_an_error_changes_nothing_and_the_others_are_read(tmp_path: Path) -> None:
    """Each file stands for itself."""
    folder = council(tmp_path)
    bad = write(tmp_path, [row | {"leaver_count": ""} for row in rows()], name="leavers_bad.csv")
    report = import_ees([bad, write(tmp_path)], folder, on=DAY)
    assert report.refused
    assert len(cells(folder)) == 8
    only_bad = import_ees([bad], folder, on=DAY)
    assert (only_bad.changes, only_bad.updated) == ((), ())


MISFITS = [
    (
        "age: 17 to 18, outcome: At work",
        "age: 17 to 18",
        "at-work: It does not say which value of the filter outcome is meant.",
    ),
    (
        "outcome: At work",
        "outcome: At play",
        "at-work: leavers_2025.csv has no 'At play' in a column outcome.",
    ),
    ("value: leaver_percent", "value: leaver_share", "at-work: leavers_2025.csv has no column leaver_share."),
    (
        'reporting_year: "03-31"',
        'note: ""',
        "at-work: 'Reporting year' in leavers_2025.csv ends on a day that the file does not give.",
    ),
    (
        'reporting_year: "03-31"',
        'reporting_year: "09-30"',
        "at-work: 'Reporting year' in leavers_2025.csv cannot be a period of the kind 'financial_year'.",
    ),
    ("file: leavers*.csv", "file: others*.csv", "It does not say what leavers_2025.csv holds."),
    ("at-work:\n", "at-play:\n", "There is no indicator at-play."),
]


@pytest.mark.parametrize(("old", "new", "found"), MISFITS)
def test_a_mapping_that_does_not_fit_the_file_is_told(tmp_path: Path, old: str, new: str, found: str) -> None:
    """With what to do about it; nothing is guessed."""
    mapping = PUBLISHED % {"use": "published"}
    assert old in mapping
    folder = council(tmp_path, mapping.replace(old, new, 1))
    report = import_ees([write(tmp_path)], folder, on=DAY)
    assert [problem.found for problem in report.problems if problem.code == "import-mapping"] == [found]
    assert cells(folder) == []


def test_another_mapping_may_be_given(tmp_path: Path) -> None:
    """In place of the folder's own."""
    folder = council(tmp_path, "ees: []")
    other = tmp_path / "mine.yml"
    other.write_text(PUBLISHED % {"use": "published"}, encoding="utf-8")
    assert len(import_ees([write(tmp_path)], folder, other, on=DAY).changes) == 3


def test_a_mapping_with_unknown_keys_is_refused(tmp_path: Path) -> None:
    """A misspelt key must not pass in silence."""
    folder = council(tmp_path, (PUBLISHED % {"use": "published"}).replace("numerator:", "numerators:"))
    with pytest.raises(Refused) as refused:
        import_ees([write(tmp_path)], folder, on=DAY)
    assert (
        refused.value.problems[0].found
        == "At ees > 0 > published > at-work > numerators: this key is not known."
    )


def test_provisional_and_revised_are_marked(tmp_path: Path) -> None:
    """Where the file has a column for it."""
    from tests.importers.ees.made_ees import HEADINGS

    table = [row | {"version": "Provisional" if row["time_period"] == "2025" else "Final"} for row in rows()]
    folder = council(tmp_path)
    import_ees([write(tmp_path, table, headings=(*HEADINGS[:12], "version", *HEADINGS[12:]))], folder, on=DAY)
    assert {(row.period, row.status) for row in read_rows(folder / TABLE)} == {
        ("2023-24", "final"),
        ("2024-25", "provisional"),
    }


def test_a_file_that_confirms_lait_adds_counts_and_reasons(tmp_path: Path) -> None:
    """Only where both publish the same value; a missing value gets its reason; other values stay."""
    folder = council(tmp_path, PUBLISHED % {"use": "confirms"})
    lait = folder / LAIT
    lait.parent.mkdir(parents=True)
    ours = [
        ObservationRow("at-work", "E09000002", "2023-24", value="71", source="LAIT"),
        ObservationRow("at-work", "E09000002", "2024-25", value="72", source="LAIT"),
        ObservationRow("at-work", "E09000003", "2024-25", symbol="x", source="LAIT"),
        ObservationRow("at-work", "E06000001", "2024-25", symbol="x", source="LAIT"),
    ]
    lait.write_text(table_text(ours), encoding="utf-8")
    import_ees([write(tmp_path)], folder, on=DAY)
    assert cells(folder, LAIT) == [
        ("E09000002", "2023-24", "71", "", "", ""),
        ("E09000002", "2024-25", "72", "39", "54", ""),
        ("E09000003", "2024-25", "", "", "", "c"),
        ("E06000001", "2024-25", "", "", "", "x"),
    ]


@pytest.mark.parametrize(
    ("period", "identifier", "kind", "end", "expected"),
    [
        ("2025", "Reporting year", PeriodKind.SNAPSHOT, "09-30", "2025-09-30"),
        ("2025", "Reporting year", PeriodKind.FINANCIAL_YEAR, "03-31", "2024-25"),
        ("2025", "Reporting year", PeriodKind.ACADEMIC_YEAR, "08-31", "2024-25"),
        ("2025", "Reporting year", PeriodKind.CALENDAR_YEAR, "12-31", "2025"),
        ("2025", "Reporting year", PeriodKind.FINANCIAL_YEAR, None, None),
        ("202425", "Academic year", PeriodKind.ACADEMIC_YEAR, None, "2024-25"),
        ("202425", "Academic year", PeriodKind.FINANCIAL_YEAR, None, None),
        ("202425", "Tax year", PeriodKind.FINANCIAL_YEAR, None, "2024-25"),
        ("2025", "Calendar year", PeriodKind.CALENDAR_YEAR, None, "2025"),
        ("2025", "October", PeriodKind.MONTH, None, "2025-10"),
        ("202425", "Financial year Q1", PeriodKind.QUARTER, None, "2024-Q2"),
        ("202425", "Financial year Q4", PeriodKind.QUARTER, None, "2025-Q1"),
        ("202425", "Autumn term", PeriodKind.ACADEMIC_YEAR, None, None),
    ],
)
def test_a_file_s_period_becomes_the_indicator_s_kind_or_none(
    period: str, identifier: str, kind: PeriodKind, end: str | None, expected: str | None
) -> None:
    """A period of another kind is never bent to fit."""
    assert period_text(period, identifier, kind, end) == expected
