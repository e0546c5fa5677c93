"""Reading LAIT's three files safely: the long table (Parquet), the dictionary (CSV) and the neighbours (workbook).

Sizes are looked at before anything is read. What the values mean is decided elsewhere.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from generator.problems import Place, Problem, Refused

MEASURE, YEAR, NAME, VALUE, NUMBER, REGION = (
    "Short Desc",
    "Years",
    "LA and Regions",
    "Values",
    "LA Number",
    "Region",
)
BULK_COLUMNS: Final = (MEASURE, YEAR, NAME, VALUE, NUMBER, REGION)
DICTIONARY_COLUMNS: Final = ("Measure_short", "Polarity", "y_axis_name", "dps", "Year_Type")
LARGEST_FILE: Final = 300_000_000
LARGEST_UNPACKED: Final = 2_000_000_000
MOST_ROWS: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class Definition:
    """What LAIT's dictionary says of a measure."""

    measure: str
    polarity: str
    unit: str
    year_type: str


Series = Mapping[int, Mapping[str, str]]
"""Values of one measure, as text: by the area's number, then by the year's label."""


def refuse(path: Path, found: str, fix: str, *, row: int | None = None, column: str | None = None) -> Refused:
    """Make the refusal of one file."""
    return Refused([Problem(Place(path.name, row, column), "import-file", found, fix)])


def must_be_a_file(path: Path) -> None:
    """Refuse what is missing, a folder, a pipe, empty or far too large."""
    if not path.is_file():
        raise refuse(path, "There is no such file.", "Check the name.")
    size = path.stat().st_size
    if size == 0:
        raise refuse(path, "The file is empty.", "Download it again.")
    if size > LARGEST_FILE:
        raise refuse(
            path, "The file is far larger than this publication has ever been.", "Download it again."
        )


def read_measures(bulk: Path, measures: Iterable[str]) -> dict[str, Series]:
    """Read the values of the given measures; raises Refused."""
    _must_be_bulk(bulk)
    wanted = sorted(set(measures))
    table = _values(bulk, [MEASURE, YEAR, NUMBER, VALUE], [(MEASURE, "in", wanted)])
    series: dict[str, dict[int, dict[str, str]]] = {}
    twice: set[str] = set()
    for measure, year, number, value in table.itertuples(index=False, name=None):
        of_area = series.setdefault(str(measure), {}).setdefault(_number(bulk, number), {})
        if str(year) in of_area:
            twice.add(str(measure))
        of_area[str(year)] = str(value).strip()
    if twice:
        found = "Two rows give a value for the same area and year."
        fix = "Take the measure from its own publication, or leave it out of data/imports.yml."
        raise Refused(
            Problem(Place(bulk.name, column=measure), "lait-series", found, fix) for measure in twice
        )
    return dict(series)


def read_areas(bulk: Path) -> dict[int, tuple[str, str]]:
    """Read every area's name and region by its number; raises Refused."""
    _must_be_bulk(bulk)
    table = _values(bulk, [NUMBER, NAME, REGION]).drop_duplicates()
    return {
        _number(bulk, number): (str(name), str(region))
        for number, name, region in table.itertuples(index=False, name=None)
    }


def _values(bulk: Path, columns: list[str], filters: list[tuple[str, str, list[str]]] | None = None) -> pd.DataFrame:
    """Some columns of the table; a table whose description is sound may still be damaged inside."""
    try:
        return pd.read_parquet(bulk, columns=columns, filters=filters)
    except Exception:  # noqa: BLE001 - the library raises whatever it stumbles on; the file is refused either way
        raise refuse(bulk, "The file is damaged.", "Download it again.") from None


def _number(bulk: Path, number: object) -> int:
    text = str(number).removesuffix(".0")
    if not (text.isascii() and text.isdigit()):
        raise refuse(bulk, "A council's number is not a number.", "Download the file again.", column=NUMBER)
    return int(text)


def _must_be_bulk(bulk: Path) -> None:
    """Look at the table's description, which is small, before its values."""
    must_be_a_file(bulk)
    try:
        described = pq.ParquetFile(bulk)
        names = set(described.schema_arrow.names)
        rows = described.metadata.num_rows
        unpacked = sum(
            described.metadata.row_group(group).total_byte_size for group in range(described.num_row_groups)
        )
    except (pa.ArrowException, OSError, ValueError):
        raise refuse(
            bulk, "This is not a Parquet file.", "Give LAIT's bds_long file as it is published."
        ) from None
    missing = [column for column in BULK_COLUMNS if column not in names]
    if missing:
        raise refuse(bulk, f"It has no column {missing[0]}.", "Give LAIT's bds_long file as it is published.")
    if rows > MOST_ROWS or unpacked > LARGEST_UNPACKED:
        raise refuse(
            bulk, "It unpacks to far more than this publication has ever held.", "Download it again."
        )


def read_dictionary(dictionary: Path) -> dict[str, tuple[Definition, ...]]:
    """Read what the dictionary says, by measure; a measure may stand under several topics; raises Refused."""
    must_be_a_file(dictionary)
    try:
        text = dictionary.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(
            dictionary, "It is not UTF-8 text.", "Give LAIT's dictionary as it is published."
        ) from None
    try:
        rows = list(csv.DictReader(text.splitlines(keepends=True)))
    except csv.Error:
        raise refuse(
            dictionary, "It is not a CSV file.", "Give LAIT's dictionary as it is published."
        ) from None
    missing = [column for column in DICTIONARY_COLUMNS if not rows or column not in rows[0]]
    if missing:
        raise refuse(
            dictionary, f"It has no column {missing[0]}.", "Give LAIT's dictionary as it is published."
        )
    found: dict[str, tuple[Definition, ...]] = {}
    for row in rows:
        measure, polarity, unit, year_type = (
            (row[column] or "").strip()
            for column in ("Measure_short", "Polarity", "y_axis_name", "Year_Type")
        )
        found[measure] = (*found.get(measure, ()), Definition(measure, polarity, unit, year_type))
    return found
