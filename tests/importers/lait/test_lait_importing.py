"""Importing LAIT into a made council's folder."""

from datetime import date
from pathlib import Path

import pytest

from generator.importers.lait import councils_in, import_lait
from generator.importers.writing import ImportReport, read_rows
from generator.problems import Refused, Severity
from tests.importers.lait.made_lait import (
    ABOLISHED,
    COUNCIL,
    COUNCIL_CODE,
    ENGLAND,
    FAR,
    FAR_CODE,
    NEAR_CODE,
    REGIONS,
    MadeLait,
)

DAY, LATER = date(2026, 11, 22), date(2026, 12, 1)
TABLE, EVERYWHERE = "data/observations/imported/lait.csv", "data/observations/everywhere/lait.csv"


@pytest.fixture
def made(tmp_path: Path) -> MadeLait:
    """Give a LAIT of two years."""
    return MadeLait(tmp_path).fill("2024", "2025")


def run(made: MadeLait, *, on: date = DAY, write: bool = True, council: str | None = None) -> ImportReport:
    """Import the made files."""
    bulk, dictionary, workbook, folder = made.write()
    return import_lait(bulk, dictionary, workbook, folder, council, on=on, write=write)


def cells(made: MadeLait, table: str = TABLE) -> list[tuple[str, str, str, str]]:
    """Give area, period, value and symbol of each row."""
    return [
        (row.area, row.period, row.value, row.symbol) for row in read_rows(made.folder / "council" / table)
    ]


def test_the_council_england_its_region_and_each_neighbour_are_kept_by_code(made: MadeLait) -> None:
    """In that order, oldest year first; a missing value is x; spreadsheet noise is gone."""
    run(made)
    assert cells(made) == [
        (COUNCIL_CODE, "2024-09-30", "19.5", ""),
        (COUNCIL_CODE, "2025-09-30", "19.5", ""),
        ("E92000001", "2024-09-30", "15", ""),
        ("E92000001", "2025-09-30", "15", ""),
        ("E12000001", "2024-09-30", "15", ""),
        ("E12000001", "2025-09-30", "15", ""),
        (NEAR_CODE, "2024-09-30", "14.1", ""),
        (NEAR_CODE, "2025-09-30", "14.1", ""),
        (FAR_CODE, "2024-09-30", "", "x"),
        (FAR_CODE, "2025-09-30", "", "x"),
    ]


def test_every_council_of_today_stands_in_the_latest_period(made: MadeLait) -> None:
    """153 councils, the abolished ones not among them."""
    run(made)
    rows = cells(made, EVERYWHERE)
    assert len(rows) == 153
    assert {period for _, period, _, _ in rows} == {"2025-09-30"}
    assert "E10000009" not in {area for area, _, _, _ in rows}
    assert (COUNCIL_CODE, "2025-09-30", "19.5", "") in rows


def test_running_it_again_changes_nothing_not_even_the_date(made: MadeLait) -> None:
    """The second run of the same files writes no file."""
    first = run(made)
    assert set(first.updated) == {TABLE, EVERYWHERE, "data/sources.csv"}
    before = (made.folder / "council/data/sources.csv").read_bytes()
    bulk, dictionary, workbook, folder = (
        made.folder / name for name in ("bulk.parquet", "dictionary.csv", "neighbours.xlsx", "council")
    )
    second = import_lait(bulk, dictionary, workbook, folder, on=LATER)
    assert (second.updated, second.changes) == ((), ())
    assert (folder / "data/sources.csv").read_bytes() == before


def test_a_changed_source_is_told_before_it_is_written(made: MadeLait) -> None:
    """By indicator and period; and nothing is written until it is asked for."""
    run(made)
    made.values[COUNCIL, "2025"] = "20"
    made.values |= {(number, "2026"): "16" for number in (COUNCIL, ENGLAND, *REGIONS)}
    made.values = {key: value for key, value in made.values.items() if key[1] != "2024"}
    report = run(made, write=False)
    assert [str(change) for change in report.changes if change.file == TABLE] == [
        f"{TABLE}: caseload, 2024-09-30: 5 withdrawn",
        f"{TABLE}: caseload, 2025-09-30: 1 changed",
        f"{TABLE}: caseload, 2026-09-30: 3 added",
    ]
    assert (COUNCIL_CODE, "2025-09-30", "19.5", "") in cells(made)
    assert str(report).splitlines()[-2].startswith("Would be written: ")
    run(made, on=LATER)
    assert (COUNCIL_CODE, "2025-09-30", "20", "") in cells(made)
    assert ",2026-12-01," in (made.folder / "council/data/sources.csv").read_text(encoding="utf-8")


def test_england_outside_its_regions_refuses_the_series(made: MadeLait) -> None:
    """Two measures of LAIT give England the sum of the regions."""
    made.values[ENGLAND, "2024"] = "165"
    report = run(made)
    assert cells(made) == []
    problem = next(problem for problem in report.problems if problem.severity is Severity.ERROR)
    assert str(problem.place) == "bulk.parquet, Cases"
    assert problem.found == "England lies outside its regions in 2024, so it is not their average."


def test_where_things_are_counted_england_may_be_the_sum(made: MadeLait) -> None:
    """And where a region has no value, nothing can be said."""
    made.values[ENGLAND, "2024"] = "165"
    made.unit, made.indicator_unit = "Social Workers", "fte"
    assert not run(made).refused
    made.unit, made.indicator_unit = "Case Load", "average"
    made.values[980, "2024"] = "-"
    assert not run(made).refused


def test_percentages_above_a_hundred_are_kept(made: MadeLait) -> None:
    """They exist and are right."""
    made.unit, made.indicator_unit = "% of plans", "percent"
    made.values[COUNCIL, "2025"] = "104.2"
    assert not run(made).refused
    assert (COUNCIL_CODE, "2025-09-30", "104.2", "") in cells(made)


def test_a_measure_without_any_value_for_the_council_is_not_written(made: MadeLait) -> None:
    """It would be an empty chart."""
    made.values |= {(COUNCIL, "2024"): "-", (COUNCIL, "2025"): "-"}
    run(made)
    assert cells(made) == cells(made, EVERYWHERE) == []


def test_a_corrupt_year_is_left_out_with_a_warning(made: MadeLait) -> None:
    """The other years are kept."""
    made.values[COUNCIL, "0"] = "3"
    report = run(made)
    assert [problem.found for problem in report.problems] == [
        "The year '0' is left out: The label is not a year."
    ]
    assert {period for _, period, _, _ in cells(made)} == {"2024-09-30", "2025-09-30"}


def test_another_polarity_or_unit_is_a_notice(made: MadeLait) -> None:
    """The council's own description stands."""
    made.polarity, made.unit = "High", "% vacancies"
    report = run(made)
    assert [(problem.severity, problem.found) for problem in report.problems] == [
        (Severity.NOTICE, "LAIT's direction is 'higher is better'; this indicator's is 'lower is better'."),
        (Severity.NOTICE, "LAIT's unit is '% vacancies'; this indicator's is 'average'."),
    ]
    assert not report.refused


def test_a_kind_of_period_that_lait_does_not_have_is_refused(made: MadeLait) -> None:
    """A snapshot of September is not a financial year."""
    made.period_kind = "financial_year"
    report = run(made)
    assert report.refused
    assert cells(made) == []


def test_a_value_that_is_no_number_refuses_its_series(made: MadeLait) -> None:
    """And the value is not repeated."""
    made.values[FAR, "2025"] = "seventeen"
    report = run(made)
    assert [problem.code for problem in report.problems] == ["lait-value"]
    assert "seventeen" not in str(report.problems)


def test_the_statuses_of_labels_are_kept(made: MadeLait) -> None:
    """Provisional, revised and final."""
    made.values |= {(number, "2026 (prov)"): "15" for number in (COUNCIL, ENGLAND, *REGIONS)}
    run(made)
    rows = read_rows(made.folder / "council" / TABLE)
    assert {row.status for row in rows if row.period == "2026-09-30"} == {"provisional"}


def test_counts_and_symbols_from_elsewhere_stay_while_the_value_is_the_same(made: MadeLait) -> None:
    """Another import adds them; LAIT must not take them away."""
    run(made)
    table = made.folder / "council" / TABLE
    table.write_text(
        table.read_text(encoding="utf-8")
        .replace("E09000002,2025-09-30,all,19.5,,,", "E09000002,2025-09-30,all,19.5,39,200,")
        .replace("E06000023,2025-09-30,all,,,,x,", "E06000023,2025-09-30,all,,,,c,"),
        encoding="utf-8",
    )
    assert run(made).changes == ()
    made.values[COUNCIL, "2025"] = "20"
    run(made)
    assert "39" not in {row.numerator for row in read_rows(table)}


@pytest.mark.parametrize("council", [COUNCIL_CODE, str(COUNCIL)])
def test_another_council_may_be_named_by_code_or_number(made: MadeLait, council: str) -> None:
    """Then council.yml is not read."""
    made.write()
    (made.folder / "council/data/council.yml").unlink()
    bulk, dictionary, workbook, folder = (
        made.folder / name for name in ("bulk.parquet", "dictionary.csv", "neighbours.xlsx", "council")
    )
    assert not import_lait(bulk, dictionary, workbook, folder, council, on=DAY).refused


def test_an_unknown_council_is_refused(made: MadeLait) -> None:
    """With its code, and no guess."""
    with pytest.raises(Refused) as refused:
        run(made, council="E09999999")
    assert [problem.found for problem in refused.value.problems] == [
        "LAIT has no council with the code E09999999."
    ]


def test_an_area_that_the_table_of_codes_does_not_know_is_told(made: MadeLait) -> None:
    """It may be a new council."""
    made.values[999, "2025"] = "1"
    assert [problem.found for problem in run(made).problems] == ["The area numbered 999 is not known."]


def test_councils_come_with_region_and_neighbours_or_without(made: MadeLait) -> None:
    """Abolished councils are not listed, and a council may have neither region nor neighbours."""
    bulk, _, workbook, _ = made.write()
    listed = councils_in(bulk, workbook)
    assert [(council.code, council.name, council.region and council.region.code) for council in listed] == [
        (FAR_CODE, "Westley", None),
        (COUNCIL_CODE, "Northford", "E12000001"),
        (NEAR_CODE, "Eastmere", "E12000006"),
    ]
    assert [[other.name for other in council.neighbours] for council in listed] == [
        [],
        ["Eastmere", "Westley"],
        [],
    ]
    assert ABOLISHED not in {council.number for council in listed}
