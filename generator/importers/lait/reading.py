"""Reading LAIT's long table (Parquet) and its dictionary (CSV) safely; both are also read from workbooks (.xlsx).

Sizes are looked at before anything is read. What the values mean is decided elsewhere.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from generator.importers.spreadsheet import ENDING, PUBLISHED, Limits, in_sheet, read_sheet
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
LARGEST_FILE: Final = 50_000_000
LARGEST_UNPACKED: Final = 50_000_000
MOST_ROWS: Final = 2_000_000
"""The publication has four megabytes and 641,070 rows."""
LONGEST_CELL: Final = 2_000
LARGEST_DICTIONARY: Final = 10_000_000
DICTIONARY_SHEET: Final = Limits(20_000, 100, LARGEST_DICTIONARY, 500_000)


@dataclass(frozen=True, slots=True)
class Definition:
    """What LAIT's dictionary says of a measure."""

    measure: str
    polarity: str
    unit: str
    year_type: str


Series = Mapping[int, Mapping[str, str]]
"""Values of one measure, as text: by the area's number, then by the year's label."""


@dataclass(frozen=True, slots=True)
class _Values:
    """Some columns of the long table; in a workbook, rows are known by the sheet's own numbers."""

    bulk: Path
    rows: pd.DataFrame
    sheet: str | None = None

    def number(self, row: int, number: object) -> int:
        """The number of an area; raises Refused."""
        text = str(number).removesuffix(".0")
        if text.isascii() and text.isdigit():
            return int(text)
        place = Place(self.bulk.name, None if self.sheet is None else row, NUMBER, self.sheet)
        raise Refused([Problem(place, "import-file", "A council's number is not a number.", "Download the file again.")])


def refuse(path: Path, found: str, fix: str, *, row: int | None = None, column: str | None = None) -> Refused:
    """Make the refusal of one file."""
    return Refused([Problem(Place(path.name, row, column), "import-file", found, fix)])


def must_be_a_file(path: Path, largest: int = LARGEST_FILE) -> None:
    """Refuse what is missing, a folder, a pipe, empty or far too large."""
    if not path.is_file():
        raise refuse(path, "There is no such file.", "Check the name.")
    size = path.stat().st_size
    if size == 0:
        raise refuse(path, "The file is empty.", "Download it again.")
    if size > largest:
        raise refuse(
            path, "The file is far larger than this publication has ever been.", "Download it again."
        )


def read_measures(bulk: Path, measures: Iterable[str]) -> dict[str, Series]:
    """Read the values of the given measures; raises Refused."""
    table = _values(bulk, [MEASURE, YEAR, NUMBER, VALUE], sorted(set(measures)))
    series: dict[str, dict[int, dict[str, str]]] = {}
    twice: dict[str, int] = {}
    for row, measure, year, number, value in table.rows.itertuples(name=None):
        of_area = series.setdefault(str(measure), {}).setdefault(table.number(row, number), {})
        if str(year) in of_area:
            twice.setdefault(str(measure), row)
        of_area[str(year)] = str(value).strip()
    if twice:
        found = "Two rows give a value for the same area and year."
        fix = "Take the measure from its own publication, or leave it out of data/imports.yml."
        raise Refused(
            Problem(Place(bulk.name, None if table.sheet is None else row, measure, table.sheet), "lait-series", found, fix)
            for measure, row in twice.items()
        )
    return dict(series)


def read_areas(bulk: Path) -> dict[int, tuple[str, str]]:
    """Read every area's name and region by its number; raises Refused."""
    table = _values(bulk, [NUMBER, NAME, REGION])
    return {
        table.number(row, number): (str(name), str(region))
        for row, number, name, region in table.rows.drop_duplicates().itertuples(name=None)
    }


def _values(bulk: Path, columns: list[str], measures: list[str] | None = None) -> _Values:
    """Some columns of the table, of all measures or of some; raises Refused."""
    must_be_a_file(bulk)
    if bulk.suffix.lower() == ENDING:
        return _values_of_workbook(bulk, columns, measures)
    _must_be_bulk(bulk)
    try:
        table = _unpacked(bulk, columns)
        return _Values(bulk, table if measures is None else table[table[MEASURE].isin(measures)])
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - a table whose description is sound may still be damaged inside
        raise refuse(bulk, "The file is damaged.", "Download it again.") from None


def _unpacked(bulk: Path, columns: list[str]) -> pd.DataFrame:
    """Some columns as they are packed: a text that stands many times is kept once, and looked at before it is used."""
    schema = pq.read_schema(bulk)
    texts = [name for name in columns if _is_text(schema.field(name).type)]
    for name in columns:
        if name not in texts and not _is_number(schema.field(name).type):
            found = f"The column {name} holds neither text nor numbers."
            raise refuse(bulk, found, "Give LAIT's bds_long file as it is published.")
    packed = pq.read_table(bulk, columns=columns, read_dictionary=texts)
    for name in texts:
        longest = (pc.max(pc.binary_length(chunk.dictionary)).as_py() or 0 for chunk in packed[name].chunks)
        if max(longest, default=0) > LONGEST_CELL:
            found = f"A cell of the column {name} is far longer than any in this publication."
            raise refuse(bulk, found, "Download it again.")
    table: pd.DataFrame = packed.to_pandas()
    for name in texts:
        cells = table[name].astype(object)
        table[name] = cells.where(cells.notna(), None)
    return table


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind))


def _values_of_workbook(bulk: Path, columns: list[str], measures: list[str] | None) -> _Values:
    sheet = read_sheet(bulk, headings=BULK_COLUMNS, limits=PUBLISHED)
    records = csv.reader(io.StringIO(sheet.content.decode(), newline=""))
    headings = next(records, [])
    for column in BULK_COLUMNS:
        if headings.count(column) != 1:
            found = f"The first row does not have one column {column}."
            refused = refuse(bulk, found, "Give LAIT's bds_long table as it is published.", row=1)
            raise Refused(in_sheet(refused.problems, bulk, sheet.name))
    places = [headings.index(column) for column in columns]
    kept = {row: [record[place] for place in places] for row, record in enumerate(records, 2) if any(record)}
    table = pd.DataFrame.from_dict(kept, orient="index", columns=columns, dtype=str)
    return _Values(bulk, table if measures is None else table[table[MEASURE].isin(measures)], sheet.name)


def _must_be_bulk(bulk: Path) -> None:
    """Look at the table's description, which is small, before its values."""
    try:
        described = pq.ParquetFile(bulk)
        names = set(described.schema_arrow.names)
        rows = described.metadata.num_rows
        unpacked = sum(
            described.metadata.row_group(group).total_byte_size for group in range(described.num_row_groups)
        )
    except (pa.ArrowException, OSError, ValueError):
        raise refuse(
            bulk, "This is not a Parquet file.", "Give LAIT's bds_long file as it is published, or as a workbook (.xlsx)."
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
    must_be_a_file(dictionary, LARGEST_DICTIONARY)
    if dictionary.suffix.lower() == ENDING:
        sheet = read_sheet(dictionary, headings=DICTIONARY_COLUMNS, limits=DICTIONARY_SHEET)
        try:
            return _definitions(dictionary, sheet.content.decode())
        except Refused as refused:
            raise Refused(in_sheet(refused.problems, dictionary, sheet.name)) from None
    try:
        return _definitions(dictionary, dictionary.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise refuse(
            dictionary, "It is not UTF-8 text.", "Give LAIT's dictionary as it is published."
        ) from None


def _definitions(dictionary: Path, text: str) -> dict[str, tuple[Definition, ...]]:
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error:
        raise refuse(
            dictionary, "It is not a CSV file.", "Give LAIT's dictionary as it is published."
        ) from None
    missing = [column for column in DICTIONARY_COLUMNS if not rows or column not in rows[0]]
    if missing:
        raise refuse(
            dictionary, f"It has no column {missing[0]}.", "Give LAIT's dictionary as it is published."
        )
    found: dict[str, list[Definition]] = {}
    for row in rows:
        measure, polarity, unit, year_type = (
            (row[column] or "").strip()
            for column in ("Measure_short", "Polarity", "y_axis_name", "Year_Type")
        )
        found.setdefault(measure, []).append(Definition(measure, polarity, unit, year_type))
    return {measure: tuple(definitions) for measure, definitions in found.items()}
