"""Comparing LAIT with Explore education statistics: what both hold must be the same, and differences are listed."""

from pathlib import Path

import pytest

from generator.importers.compare import Comparison, Difference, compare_sources
from tests.importers.lait.made_lait import COUNCIL_CODE, MAPPING, MadeLait

REPOSITORY = Path(__file__).resolve().parents[2]
BOTH = f"""{MAPPING}
ees:
  - source: EES-MADE
    title: Made
    file: workforce*.csv
    reporting_year: "09-30"
    confirms:
      caseload: {{value: cases}}
"""
HEAD = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,cases"
ROWS = """{year},Reporting year,National,E92000001,England,,,,,,15.0
{year},Reporting year,Regional,E92000001,England,E12000001,North East,,,,15
{year},Reporting year,Local authority,E92000001,England,E12000001,North East,301,Barking and Dagenham,E09000002,{council}
{year},Reporting year,Local authority,E92000001,England,E12000001,North East,302,Barnet,E09000003,14.1
{year},Reporting year,Local authority,E92000001,England,E12000001,North East,801,"Bristol, City of",E06000023,{far}
"""


def compared(
    tmp_path: Path, council: str = "19.5", far: str = "c", areas: tuple[str, ...] | None = None
) -> Comparison:
    """Compare made files of one year."""
    bulk, dictionary, workbook, folder = MadeLait(tmp_path, mapping=BOTH).fill("2025").write()
    path = tmp_path / "workforce_2025.csv"
    path.write_text(f"{HEAD}\n{ROWS.format(year=2025, council=council, far=far)}", encoding="utf-8")
    return compare_sources(bulk, dictionary, workbook, [path], folder, areas=areas)


def test_values_that_are_the_same_agree_however_they_are_written(tmp_path: Path) -> None:
    """15.0 is 15, and spreadsheet noise is none of it; what one source hides is not compared."""
    comparison = compared(tmp_path)
    assert (comparison.agreed, dict(comparison.shared), comparison.differences) == (4, {"caseload": 4}, ())
    assert str(comparison) == "4 of 4 values are the same in both sources."


def test_a_difference_is_listed_with_both_values(tmp_path: Path) -> None:
    """And where it stands; neither is taken to be right."""
    comparison = compared(tmp_path, council="19.6")
    assert comparison.differences == (
        Difference("caseload", COUNCIL_CODE, "2025-09-30", "19.5", "19.6", "EES-MADE"),
    )
    assert str(comparison).splitlines() == [
        "3 of 4 values are the same in both sources.",
        "  caseload: 1 of 4 differ",
        "    E09000002, 2025-09-30: LAIT 19.5, EES-MADE 19.6",
    ]


def test_a_value_that_only_one_source_has_is_counted_apart(tmp_path: Path) -> None:
    """LAIT has one sign for every missing value."""
    assert compared(tmp_path, far="20").only_in_ees == 1


def test_only_the_areas_that_are_asked_for_are_compared(tmp_path: Path) -> None:
    """One council, or all of them."""
    assert compared(tmp_path, areas=(COUNCIL_CODE,)).agreed == 1


def test_a_file_with_an_error_is_told_and_not_compared(tmp_path: Path) -> None:
    """Nothing can be said of it."""
    comparison = compared(tmp_path, council="")
    assert (comparison.agreed, [problem.code for problem in comparison.problems]) == (0, ["ees-values"])


@pytest.mark.parametrize("own", [False, True])
def test_the_real_sources_agree(shared_folder: Path, *, own: bool) -> None:
    """On every value that both hold of the measures in imports.yml, for all councils and for the comparators of one."""
    reference = shared_folder / "reference"
    files = (
        reference / "lait" / name
        for name in ("bds_long_0.parquet", "lait_data_dictionary.csv", "sn_may_2025.xlsx")
    )
    areas = ("E92000001", "E12000006") if own else None
    comparison = compare_sources(*files, sorted((reference / "ees").glob("*.csv")), REPOSITORY, areas=areas)
    assert comparison.differences == ()
    assert comparison.agreed >= (200 if own else 18_000)
