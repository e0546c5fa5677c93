"""Councils' folders made from national statistics, the real ones where they are at hand."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from generator.importers.england import AREA_CODES
from generator.importers.lait import import_lait
from generator.importers.lait.years import read_label
from generator.importers.mapping import read_council, read_indicators, read_mapping
from generator.importers.writing import read_rows
from generator.problems import errors
from generator.records import assemble
from generator.starting.from_statistics import Statistics, Terms, folders_for, read_statistics, write_council
from tests.starting.made_statistics import LONELY_CODE, NEW_CODE, OLD_CODE, SMALL_CODE, TODAY, write_files

IMPORTED = "data/observations/imported/lait.csv"


@dataclass(frozen=True)
class Made:
    """What was read and where each council's folder is, by its code."""

    statistics: Statistics
    files: tuple[Path, ...]
    folders: dict[str, Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("made")
    files = write_files(folder)
    statistics = read_statistics(*files, folder / "scratch", TODAY)
    folders = {}
    for council, path in folders_for(statistics.councils, folder / "all"):
        write_council(path, council, statistics, TODAY, Terms(publisher="Example Trust"))
        folders[council.code] = path
    return Made(statistics, files, folders)


def test_each_folder_is_named_after_its_council(made: Made) -> None:
    assert {code: path.name for code, path in made.folders.items()} == {
        OLD_CODE: "northford",
        NEW_CODE: "newmere",
        SMALL_CODE: "isle-of-ness",
        LONELY_CODE: "westley",
    }


@pytest.mark.parametrize("code", [OLD_CODE, NEW_CODE, SMALL_CODE, LONELY_CODE])
def test_every_folder_is_read_without_error_or_warning(made: Made, code: str) -> None:
    records, problems = assemble.read_council(made.folders[code], TODAY)
    assert records is not None
    unused = [problem.code for problem in problems]
    assert unused == (["unused-source"] if code == LONELY_CODE else [])


def test_a_council_without_neighbours_or_a_region_says_nothing_of_them(made: Made) -> None:
    council = read_council(made.folders[LONELY_CODE])
    assert (council.name, council.short_name) == ("City of Westley", "Westley")
    assert (council.region, council.neighbours) == (None, None)
    areas = {row.area for row in read_rows(made.folders[LONELY_CODE] / IMPORTED)}
    assert areas == {LONELY_CODE, "E92000001"}


def test_each_council_knows_where_the_list_of_inspections_ends(made: Made) -> None:
    """The last report of any council in it, also for a council that it does not name."""
    assert {read_council(path).inspections_until for path in made.folders.values()} == {"2024-07-23"}


def test_neighbours_stand_closest_first(made: Made) -> None:
    council = read_council(made.folders[OLD_CODE])
    assert council.neighbours is not None
    assert [one.code for one in council.neighbours.councils] == [NEW_CODE, LONELY_CODE]
    assert council.published_by == "Example Trust"


def test_a_council_made_in_2023_has_no_rows_of_the_years_before_it(made: Made) -> None:
    own = [row for row in read_rows(made.folders[NEW_CODE] / IMPORTED) if row.area == NEW_CODE and row.indicator == "cla-rate"]
    assert [(row.period, row.value) for row in own] == [("2024-03-31", own[0].value), ("2025-03-31", own[1].value)]


def test_an_indicator_without_any_value_is_left_out_of_indicators_and_mapping(made: Made) -> None:
    folder = made.folders[SMALL_CODE]
    mapping = read_mapping(folder)
    assert mapping.lait is not None
    assert list(read_indicators(folder)) == list(mapping.lait.indicators) == ["caseload"]
    assert [list(file.confirms) for file in mapping.ees] == [["caseload"]]


def test_importing_the_same_files_again_changes_nothing(made: Made) -> None:
    for folder in made.folders.values():
        report = import_lait(*made.files[:3], folder, on=date(2027, 1, 1), write=False)
        assert (report.changes, report.updated, errors(report.problems)) == ((), (), ())


def test_two_councils_of_one_name_get_two_folders(made: Made) -> None:
    (council,) = (one for one in made.statistics.councils if one.code == SMALL_CODE)
    twins = [path.name for _, path in folders_for((council, council), Path())]
    assert twins == [f"isle-of-ness-{SMALL_CODE.lower()}"] * 2


@pytest.fixture(scope="module")
def real(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    reference = shared_folder / "reference"
    files = (
        *(reference / "lait" / name for name in ("bds_long_0.parquet", "lait_data_dictionary.csv", "sn_may_2025.xlsx")),
        reference / "ofsted/ilacs_history_2018_2025.csv",
    )
    into = tmp_path_factory.mktemp("national")
    statistics = read_statistics(*files, into / "scratch", TODAY)
    folders = {}
    for council, path in folders_for(statistics.councils, into / "all"):
        write_council(path, council, statistics, TODAY)
        folders[council.code] = path
    return Made(statistics, files, folders)


def test_all_153_councils_get_a_folder(real: Made) -> None:
    assert len(real.folders) == len(set(real.folders.values())) == 153
    assert errors(real.statistics.problems) == ()
    assert all(real.statistics.history.get(code) for code in real.folders)


def _written(folder: Path) -> Iterator[dict[str, str]]:
    with (folder / IMPORTED).open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)


def test_every_figure_of_every_council_is_identical_to_the_source_to_the_last_digit(real: Made) -> None:
    """The files as written against the published table, read here without any code of the importers' but their tables of codes."""
    mapping = read_mapping(next(iter(real.folders.values()))).lait
    assert mapping is not None
    measures = {name: chosen.measure for name, chosen in real.statistics.mapping.indicators.items()}
    table = pd.read_parquet(real.files[0], filters=[("Short Desc", "in", list(measures.values()))])
    source: dict[tuple[str, str, int], str] = {}
    cells = table[["Short Desc", "Years", "LA Number", "Values"]]
    for measure, year, number, value in cells.itertuples(index=False, name=None):
        source[measure, AREA_CODES[int(number)], read_label(year).last] = value
    own = 0
    for code, folder in real.folders.items():
        seen = set()
        for row in _written(folder):
            end = int(row["period"][:4]) + (row["period"].count("-") == 1)
            expected = source[measures[row["indicator"]], row["area"], end]
            wanted = "" if expected == "-" else f"{Decimal(f'{float(expected):.15g}'):f}"
            assert row["value"] == wanted, row
            if row["area"] == code and row["value"]:
                own += 1
                seen.add((measures[row["indicator"]], end))
        published = {(measure, end) for (measure, area, end), value in source.items() if area == code and value != "-"}
        assert seen == published, folder.name
    assert own > 40_000
