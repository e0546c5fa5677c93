"""The real LAIT, where it is at hand: every value identical to the source."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from generator.importers.england import ABOLISHED, AREA_CODES, COUNCIL_CODES, one_code
from generator.importers.lait import councils_in
from generator.importers.lait.checking import years_out_of_range
from generator.importers.lait.councils import unknown_numbers
from generator.importers.lait.importing import tables_for
from generator.importers.lait.measures import believed, read_lait
from generator.importers.lait.reading import read_measures
from generator.importers.lait.years import read_label
from generator.importers.mapping import ImportMapping, LaitMapping, read_indicators, read_mapping
from generator.model import Indicator
from generator.vocabulary import Unit

REPOSITORY = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Real:
    """LAIT's files, and the mapping and indicators of the council in this repository."""

    bulk: Path
    dictionary: Path
    workbook: Path
    mapping: LaitMapping
    indicators: dict[str, Indicator]


@pytest.fixture(scope="module")
def real(shared_folder: Path) -> Real:
    """Give the real files; tests that need them are skipped without."""
    folder = shared_folder / "reference/lait"
    chosen: ImportMapping = read_mapping(REPOSITORY)
    assert chosen.lait is not None
    return Real(
        folder / "bds_long_0.parquet",
        folder / "lait_data_dictionary.csv",
        folder / "sn_may_2025.xlsx",
        chosen.lait,
        read_indicators(REPOSITORY),
    )


def test_every_value_of_every_council_is_identical_to_the_source(real: Real) -> None:
    """For each council of today and each chosen measure, in every year, to the fifteen digits a spreadsheet holds."""
    files = read_lait(real.bulk, real.dictionary, real.workbook, real.mapping)
    measures = {name: chosen.measure for name, chosen in real.mapping.indicators.items()}
    table = pd.read_parquet(real.bulk, filters=[("Short Desc", "in", list(measures.values()))])
    source: dict[tuple[str, str, int], str] = {}
    for measure, year, number, value in table[["Short Desc", "Years", "LA Number", "Values"]].itertuples(
        index=False, name=None
    ):
        source[measure, AREA_CODES[int(number)], read_label(year).last] = value
    measured = believed(files, real.mapping, real.indicators)
    distinct = set()
    for code in files.councils:
        distinct |= set(tables_for(code, measured).imported)
    for row in distinct:
        end = int(row.period[:4]) if row.period.count("-") == 2 else int(row.period[:4]) + 1
        expected = source[measures[row.indicator], row.area, end]
        assert (row.symbol == "x") == (expected == "-")
        assert not row.value or row.value == f"{Decimal(f'{float(expected):.15g}'):f}", (row, expected)
    assert len(distinct) > 50_000


def test_every_number_of_lait_is_in_the_table_of_codes(real: Real) -> None:
    """And the councils of today are 153, each with ten neighbours and a region."""
    assert unknown_numbers(real.bulk) == ()
    listed = councils_in(real.bulk, real.workbook)
    assert {council.number for council in listed} == COUNCIL_CODES.keys() - ABOLISHED
    assert len(listed) == 153
    assert all(council.region and len(council.neighbours) == 10 for council in listed)


def test_the_two_measures_whose_england_is_a_sum_are_found(real: Real) -> None:
    """They are given as a rate and a percentage."""
    series = read_measures(real.bulk, ["FirstYJS", "PreChildDea", "LAC"])
    assert {name for name, values in series.items() if years_out_of_range(values, Unit.PERCENT)} == {
        "FirstYJS",
        "PreChildDea",
    }


def test_the_table_of_codes_agrees_with_published_files(shared_folder: Path) -> None:
    """Every council's number and code, as another publication gives the pair."""
    path = shared_folder / "reference/ees/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    table = table[(table["time_period"] == "2025") & (table["geographic_level"] == "Local authority")]
    pairs = {
        (int(old), one_code(new)) for old, new in zip(table["old_la_code"], table["new_la_code"], strict=True)
    }
    assert {pair for pair in pairs if pair[0] not in ABOLISHED} == {
        pair for pair in COUNCIL_CODES.items() if pair[0] not in ABOLISHED
    }
