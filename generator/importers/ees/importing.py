"""Importing files of Explore education statistics: the measures that imports.yml names, for a council and its comparators.

A file that does not pass DfE's own rules is refused and named, and the others are still read. A file that holds the
same measure as LAIT adds the counts behind LAIT's percentages, where the two agree to the last digit.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from generator.importers.decimals import read_decimal
from generator.importers.ees.picking import Cell, Cells, pick
from generator.importers.ees.reading import EesTable, read_table
from generator.importers.ees.screening import file_problems, screen
from generator.importers.england import ABOLISHED, COUNCIL_CODES, one_code
from generator.importers.mapping import (
    MAPPING_FILE,
    EesFile,
    EesMeasure,
    ImportMapping,
    mapping_problem,
    read_council,
    read_indicators,
    read_mapping,
)
from generator.importers.spreadsheet import ENDING, in_sheet
from generator.importers.writing import (
    EVERYWHERE,
    IMPORTED,
    ImportReport,
    ObservationRow,
    ReadFile,
    conclude,
    fingerprint,
    read_rows,
)
from generator.model import Council, Indicator
from generator.problems import Problem, Refused, errors
from generator.vocabulary import Symbol

LAIT_TABLE: Final = f"{IMPORTED}/lait.csv"
NO_CELL: Final = Cell("", Symbol.NOT_AVAILABLE.value)


@dataclass(frozen=True, slots=True)
class Picked:
    """One measure of one file, for every place."""

    indicator: str
    file: EesFile
    cells: Cells


@dataclass(slots=True)
class _Run:
    """What a run of the importer has read so far."""

    published: list[Picked] = field(default_factory=list)
    confirmed: list[Picked] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files: list[ReadFile] = field(default_factory=list)


def import_ees(
    paths: Sequence[Path], folder: Path, mapping: Path | None = None, *, on: date, write: bool = True
) -> ImportReport:
    """Import the files' measures into the council's folder; raises Refused when the folder's own files do not serve."""
    chosen, council, indicators = read_mapping(folder, mapping), read_council(folder), read_indicators(folder)
    run = _Run()
    for path in paths:
        _read_one(path, chosen, indicators, run)
    areas = _areas(council)
    tables = _tables(folder, chosen, run.published, areas)
    confirmed = read_rows(folder / LAIT_TABLE)
    if run.confirmed and confirmed:
        tables[LAIT_TABLE] = with_counts(confirmed, run.confirmed)
    return conclude(folder, tables, run.files, on=on, write=write, problems=run.problems)


def _read_one(path: Path, mapping: ImportMapping, indicators: Mapping[str, Indicator], run: _Run) -> None:
    """Read one file and pick from it all that the mapping names; what is wrong is collected."""
    entries = [entry for entry in mapping.ees if is_meant(path, entry)]
    if not entries:
        run.problems.append(
            mapping_problem(
                MAPPING_FILE,
                f"It does not say what {path.name} holds.",
                "Add an entry under `ees` with `file`.",
            )
        )
        return
    try:
        table = sound_table(path, run.problems)
    except Refused as refused:
        run.problems += refused.problems
        return
    for entry in entries:
        run.files.append(ReadFile(entry, fingerprint(path)))
        for measures, picked in ((entry.published, run.published), (entry.confirms, run.confirmed)):
            for name, measure in measures.items():
                try:
                    picked.append(Picked(name, entry, _picked(table, entry, name, measure, indicators)))
                except Refused as refused:
                    run.problems += refused.problems


def is_meant(path: Path, entry: EesFile) -> bool:
    """Whether an entry of the mapping is about a file; a workbook made of a CSV file bears its name."""
    return fnmatchcase(path.name, entry.file) or (
        path.suffix.lower() == ENDING and fnmatchcase(path.with_suffix(".csv").name, entry.file)
    )


def sound_table(path: Path, problems: list[Problem]) -> EesTable:
    """Read a file that passes DfE's rules, adding its warnings to the problems; raises Refused."""
    table, found = read_table(path)
    all_found = in_sheet((*found, *file_problems(path, table), *screen(table)), path, table.sheet)
    if errors(all_found):
        raise Refused(all_found)
    problems += all_found
    return table


def _picked(
    table: EesTable, file: EesFile, name: str, measure: EesMeasure, indicators: Mapping[str, Indicator]
) -> Cells:
    if name not in indicators:
        raise Refused(
            [
                mapping_problem(
                    MAPPING_FILE,
                    f"There is no indicator {name}.",
                    "Add it to indicators.yml, or take it out.",
                )
            ]
        )
    return pick(table, file, measure, indicators[name])


def _areas(council: Council) -> tuple[str, ...]:
    region = (council.region.code,) if council.region else ()
    neighbours = (neighbour.code for neighbour in council.neighbours.councils) if council.neighbours else ()
    return tuple(one_code(code) for code in (council.code, council.england.code, *region, *neighbours))


def _tables(
    folder: Path, mapping: ImportMapping, published: Iterable[Picked], areas: Sequence[str]
) -> dict[str, Sequence[ObservationRow]]:
    """Make the tables of each source; measures whose file was not given stay as they are."""
    fresh = {picked.indicator: picked for picked in published}
    everywhere = sorted(code for number, code in COUNCIL_CODES.items() if number not in ABOLISHED)
    makers: tuple[tuple[str, Callable[[Picked], list[ObservationRow]]], ...] = (
        (IMPORTED, lambda picked: _rows(picked, areas)),
        (EVERYWHERE, lambda picked: _latest(picked, everywhere)),
    )
    tables: dict[str, Sequence[ObservationRow]] = {}
    for source in dict.fromkeys(picked.file.source for picked in fresh.values()):
        names = [name for file in mapping.ees if file.source == source for name in file.published]
        for place, make in makers:
            path = f"{place}/{source.lower()}.csv"
            before = read_rows(folder / path)
            rows: list[ObservationRow] = []
            for name in names:
                rows += (
                    make(fresh[name]) if name in fresh else [row for row in before if row.indicator == name]
                )
            tables[path] = rows
    return tables


def _rows(picked: Picked, areas: Sequence[str]) -> list[ObservationRow]:
    """Give every period's row of each area, oldest first; none when the council has no value in any period."""
    if not any(cell.value for (code, _), cell in picked.cells.items() if code == areas[0]):
        return []
    periods = sorted({period for _, period in picked.cells})
    return [
        _row(picked, area, period, picked.cells[area, period])
        for area in areas
        for period in periods
        if (area, period) in picked.cells
    ]


def _latest(picked: Picked, councils: Sequence[str]) -> list[ObservationRow]:
    """Give each council's row of the latest period in which any council has a value, without counts."""
    known = set(councils)
    latest = max(
        (period for (code, period), cell in picked.cells.items() if cell.value and code in known),
        default=None,
    )
    if latest is None:
        return []
    cells = ((code, picked.cells.get((code, latest), NO_CELL)) for code in councils)
    return [_row(picked, code, latest, cell)._replace(numerator="", denominator="") for code, cell in cells]


def _row(picked: Picked, area: str, period: str, cell: Cell) -> ObservationRow:
    return ObservationRow(
        picked.indicator,
        area,
        period,
        value=cell.value,
        numerator=cell.numerator,
        denominator=cell.denominator,
        symbol=cell.symbol,
        status=cell.status,
        source=picked.file.source,
    )


def with_counts(rows: Iterable[ObservationRow], confirmed: Iterable[Picked]) -> list[ObservationRow]:
    """Put beside LAIT's values what only the file has: the counts, where both publish one value, and why a value is missing."""
    cells = {(picked.indicator, *key): cell for picked in confirmed for key, cell in picked.cells.items()}
    return [_completed(row, cells.get((row.indicator, row.area, row.period), NO_CELL)) for row in rows]


def _completed(row: ObservationRow, cell: Cell) -> ObservationRow:
    if not row.value:
        return row._replace(symbol=cell.symbol) if cell.symbol and cell is not NO_CELL else row
    if cell.value and read_decimal(row.value) == read_decimal(cell.value):
        return row._replace(numerator=cell.numerator, denominator=cell.denominator)
    return row
