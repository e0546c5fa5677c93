"""A small LAIT with every standard measure, for four invented councils, and an Ofsted list: what a national edition is made from.

The councils have the numbers of real ones, because the table of codes knows no others; their names are invented.
"""

import csv
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd

from generator.importers.mapping import read_indicators, read_mapping
from generator.starting.skeleton import NewCouncil, write_skeleton
from generator.vocabulary import PeriodKind, Unit

TODAY = date(2026, 11, 22)
OLD, NEW, SMALL, LONELY = 301, 942, 420, 801
"""One with figures of every year, one made in 2023, one with a single figure, one without neighbours or a region."""
OLD_CODE, NEW_CODE, SMALL_CODE, LONELY_CODE = "E09000002", "E06000063", "E06000053", "E06000023"
NAMES = {OLD: "Northford", NEW: "Newmere", SMALL: "Isle of Ness", LONELY: "Westley, City of", 970: "England", 980: "North East"}
REGION_OF = {OLD: "North East", NEW: "North East", SMALL: "North East", LONELY: "NA"}
YEAR_TYPES = {
    PeriodKind.SNAPSHOT: "Financial Year",
    PeriodKind.FINANCIAL_YEAR: "Financial Year",
    PeriodKind.ACADEMIC_YEAR: "Academic Year",
}
YEARS = ("2021", "2022", "2023", "2024", "2025")
LIST = """ons_code,la,status,region,inspection_date,publication_date,inspection_type,overall,leaders,help_protection,in_care_or_in_care_and_leavers,care_leavers
E09000002,Northford,Current,North East,2024-06-10,2024-07-23,ILACS Short Inspection,Good,Good,Good,Outstanding,Good
E09000002,Northford,Current,North East,2019-05-13,2019-07-01,ILACS Standard Inspection,Requires improvement to be good,Good,Inadequate,Good,
E10000006,Oldshire,No longer exists,North East,2022-09-20,2022-11-15,ILACS Standard Inspection,Good,Good,Good,Good,
"""


def write_files(folder: Path) -> tuple[Path, Path, Path, Path]:
    """Write LAIT's three files and Ofsted's list; give them in the order of the options."""
    write_skeleton(folder / "standard", NewCouncil("Anywhere Council", "Anywhere"), TODAY)
    mapping, indicators = read_mapping(folder / "standard").lait, read_indicators(folder / "standard")
    assert mapping is not None
    dictionary, bulk, workbook, listed = (
        folder / name for name in ("dictionary.csv", "bulk.parquet", "neighbours.xlsx", "inspections.csv")
    )
    rows: list[tuple[str, str, str, str, str, float, str]] = []
    with dictionary.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(["Measure_short", "Polarity", "y_axis_name", "dps", "Year_Type"])
        for position, (name, chosen) in enumerate(mapping.indicators.items()):
            kind = indicators[name].period_kind
            writer.writerow([chosen.measure, "-", "%", "", YEAR_TYPES[kind]])
            for year in YEARS:
                label = year if kind is PeriodKind.SNAPSHOT else f"{int(year) - 1}-{year[2:]}"
                for number, value in _values(position, year, indicators[name].unit).items():
                    rows.append(
                        (chosen.measure, name, label, NAMES.get(number, f"Area {number}"), value, float(number), REGION_OF.get(number, "NA"))
                    )
    columns = ["Short Desc", "Data item", "Years", "LA and Regions", "Values", "LA Number", "Region"]
    pd.DataFrame(rows, columns=columns).to_parquet(bulk)
    _write_workbook(workbook)
    listed.write_text(LIST, encoding="utf-8")
    return bulk, dictionary, workbook, listed


def _values(position: int, year: str, unit: Unit) -> dict[int, str]:
    """Give each area's value of one measure in one year; one carries the noise of a spreadsheet."""
    noise = "" if unit is Unit.COUNT else ".100000000000001"
    middle = 40 + position % 5
    return {
        970: str(middle),
        **{region: str(middle) for region in range(980, 991)},
        OLD: f"{middle + int(year) - 2023}{noise}",
        NEW: str(middle + 1) if int(year) >= 2024 else "-",
        SMALL: "12" if position == 0 and year == "2025" else "-",
        LONELY: str(middle - 1),
    }


def _write_workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["LA num", "LA Name", *(f"SN{rank}" for rank in range(1, 11))])
    for number, others in ((OLD, (NEW, LONELY)), (NEW, (OLD, LONELY)), (SMALL, (OLD,))):
        sheet.append([number, NAMES[number], *others])
    book.save(path)
