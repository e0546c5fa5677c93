"""A small file of Explore education statistics made for tests, and a council's folder that imports it."""

import csv
import io
from pathlib import Path

HEADINGS = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name",
    "old_la_code", "la_name", "new_la_code", "age", "outcome", "leaver_count", "leaver_percent",
)  # fmt: skip
ENGLAND = {"geographic_level": "National", "country_code": "E92000001", "country_name": "England"}
REGION = ENGLAND | {"geographic_level": "Regional", "region_code": "E12000001", "region_name": "North East"}
COUNCIL = REGION | {
    "geographic_level": "Local authority",
    "old_la_code": "301",
    "la_name": "Barking and Dagenham",
    "new_la_code": "E09000002",
}
NEAR = COUNCIL | {"old_la_code": "302", "la_name": "Barnet", "new_la_code": "E09000003"}

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
site: {title: Northford, strapline: In public, url: "https://northford.example.org/"}
"""
INDICATORS = """
- id: at-work
  title: At work
  subject: The share
  unit: percent
  polarity: higher
  counts: young_people
  period_kind: financial_year
  definition: Share.
  publisher: DfE
  source: EES-MADE
  judgement: care_leavers
"""
PUBLISHED = """
ees:
  - source: EES-MADE
    title: Made
    file: leavers*.csv
    reporting_year: "03-31"
    %(use)s:
      at-work:
        filters: {age: 17 to 18, outcome: At work}
        value: leaver_percent
        numerator: leaver_count
        denominator: leaver_count
        denominator_filters: {age: 17 to 18, outcome: Total}
"""
SHARE = """
ees:
  - source: EES-MADE
    title: Made
    file: leavers*.csv
    reporting_year: "03-31"
    published:
      at-work: {filters: {age: 17 to 18, outcome: Total}, numerator: leaver_count, denominator: leaver_percent}
"""
Row = dict[str, str]


def rows(periods: tuple[str, ...] = ("2024", "2025")) -> list[Row]:
    """Give a sound file: England, a region and two councils; a share and its total, in each period."""
    made = []
    for period in periods:
        for place, count, total, percent in (
            (ENGLAND, "6400", "10000", "64"),
            (REGION, "640", "1000", "64"),
            (COUNCIL, "39", "54", "72"),
            (NEAR, "c", "40", "c"),
        ):
            about = {"time_period": period, "time_identifier": "Reporting year", **place, "age": "17 to 18"}
            made.append(about | {"outcome": "At work", "leaver_count": count, "leaver_percent": percent})
            made.append(about | {"outcome": "Total", "leaver_count": total, "leaver_percent": "100"})
    return made


def text(table: list[Row], headings: tuple[str, ...] = HEADINGS) -> str:
    """Write a table as CSV."""
    written = io.StringIO()
    writer = csv.DictWriter(written, headings, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return written.getvalue()


def write(
    folder: Path,
    table: list[Row] | None = None,
    *,
    headings: tuple[str, ...] = HEADINGS,
    name: str = "leavers_2025.csv",
) -> Path:
    """Write a table into a folder."""
    path = folder / name
    path.write_text(text(rows() if table is None else table, headings), encoding="utf-8")
    return path


def council(folder: Path, mapping: str = PUBLISHED % {"use": "published"}, **files: str) -> Path:
    """Write a council's folder."""
    made = folder / "council"
    (made / "data").mkdir(parents=True, exist_ok=True)
    texts = {"imports": mapping, "indicators": INDICATORS, "council": COUNCIL_FILE} | files
    for name, content in texts.items():
        (made / "data" / f"{name}.yml").write_text(content, encoding="utf-8")
    return made
