"""A small LAIT made for tests: three councils with invented names, the regions, a dictionary and a workbook."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
import pandas as pd

COUNCIL, NEAR, FAR, ABOLISHED = 301, 302, 801, 835
COUNCIL_CODE, NEAR_CODE, FAR_CODE = "E09000002", "E09000003", "E06000023"
ENGLAND, REGIONS = 970, tuple(range(980, 991))
NAMES = {
    COUNCIL: "Northford",
    NEAR: "Eastmere",
    FAR: "Westley",
    ABOLISHED: "Oldshire (Pre LG)",
    ENGLAND: "England",
    980: "North East",
    985: "East of England",
    987: "London (Inner)",
}
REGION_OF = {COUNCIL: "North East", NEAR: "East of England", FAR: "NA", ABOLISHED: "North East"}
HEADINGS = [
    "LA num",
    "LA Name",
    "SN1",
    "SNP",
    *(word for rank in range(2, 11) for word in (f"SN{rank}", "SNP")),
]

MAPPING = """
lait:
  bulk: {source: LAIT, title: Tool}
  neighbours: {source: LAIT-SN, title: Neighbours}
  indicators:
    caseload: {measure: Cases}
"""
INDICATOR = """
- id: caseload
  title: Cases
  subject: Cases
  unit: %(unit)s
  polarity: lower
  counts: staff
  period_kind: %(kind)s
  definition: Cases held.
  publisher: DfE
  source: LAIT
  judgement: leaders
"""
COUNCIL_FILE = """
format: 1
name: Northford Council
short_name: Northford
code: E09000002
region: {code: E12000001, name: North East}
neighbours:
  model_name: Made
  source: LAIT-SN
  councils:
    - {code: E09000003, name: Eastmere}
    - {code: E06000023, name: Westley}
site: {title: Northford, strapline: In public, url: "https://northford.example.org/"}
"""
SOURCES = 'id,title,publisher,url,published,kind,licence,retrieved,sha256,note\nX,"Kept, as it is",Y,,,primary,,,,\n'


@dataclass
class MadeLait:
    """What stands in the three files, to be changed by a test before it writes them."""

    folder: Path
    values: dict[tuple[int, str], str] = field(default_factory=dict)
    """By the area's number and the year's label."""
    polarity: str = "Low"
    unit: str = "Case Load"
    year_type: str = "Annual (end of Sept)"
    neighbours: Mapping[int, Sequence[int]] = field(default_factory=lambda: {COUNCIL: (NEAR, FAR)})
    indicator_unit: str = "average"
    period_kind: str = "snapshot"
    mapping: str = MAPPING

    def fill(self, *years: str) -> "MadeLait":
        """Give every area a value in every year: England and the regions 15, the councils around it."""
        for year in years:
            self.values |= {(number, year): "15" for number in (ENGLAND, *REGIONS)}
            self.values |= {
                (COUNCIL, year): "19.5",
                (NEAR, year): "14.100000000000001",
                (FAR, year): "-",
                (ABOLISHED, year): "1",
            }
        return self

    def write(self) -> tuple[Path, Path, Path, Path]:
        """Write LAIT's three files and the council's folder; give them in the importer's order."""
        bulk, dictionary, workbook = (
            self.folder / name for name in ("bulk.parquet", "dictionary.csv", "neighbours.xlsx")
        )
        self._bulk(bulk)
        with dictionary.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.writer(opened)
            writer.writerow(["Measure_short", "Polarity", "y_axis_name", "dps", "Year_Type"])
            writer.writerow(["Cases", self.polarity, self.unit, "", self.year_type])
        self._workbook(workbook)
        council = self.folder / "council"
        (council / "data").mkdir(parents=True, exist_ok=True)
        texts = {
            "imports.yml": self.mapping,
            "indicators.yml": INDICATOR % {"unit": self.indicator_unit, "kind": self.period_kind},
            "council.yml": COUNCIL_FILE,
        }
        for name, text in texts.items():
            (council / "data" / name).write_text(text, encoding="utf-8")
        if not (council / "data" / "sources.csv").exists():
            (council / "data" / "sources.csv").write_text(SOURCES, encoding="utf-8")
        return bulk, dictionary, workbook, council

    def _bulk(self, path: Path) -> None:
        rows = [
            (
                "Cases",
                "Cases held",
                year,
                NAMES.get(number, f"Area {number}"),
                value,
                float(number),
                REGION_OF.get(number, "NA"),
            )
            for (number, year), value in self.values.items()
        ]
        columns = ["Short Desc", "Data item", "Years", "LA and Regions", "Values", "LA Number", "Region"]
        pd.DataFrame(rows, columns=columns).to_parquet(path)

    def _workbook(self, path: Path) -> None:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(["A title"])
        sheet.append(HEADINGS)
        for number, others in self.neighbours.items():
            ranked = [cell for other in others for cell in (other, "Close")]
            sheet.append([number, NAMES.get(number, ""), *ranked])
        sheet.append([])
        sheet.append([None, "Old SNs:"])
        sheet.append([ABOLISHED, "Oldshire (Pre LG)", COUNCIL, "Close"])
        book.save(path)
