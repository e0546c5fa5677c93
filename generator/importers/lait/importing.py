"""Importing LAIT: the chosen measures, every year, for the council and those it is compared with.

Also the latest values of every council, for rank and quartile. What is chosen stands in imports.yml, what kind of
period an indicator has in indicators.yml; LAIT's own dictionary is checked against both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator.importers.england import AREA_CODES, ENGLAND_CODE, one_code
from generator.importers.lait.councils import unknown_numbers
from generator.importers.lait.measures import LaitFiles, LaitMeasures, believed, read_lait
from generator.importers.mapping import (
    COUNCIL_FILE,
    MAPPING_FILE,
    LaitMapping,
    mapping_problem,
    read_council,
    read_indicators,
    read_mapping,
)
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
from generator.model import Council
from generator.problems import Place, Problem, Refused, Severity

IMPORTED_TABLE: Final = f"{IMPORTED}/lait.csv"
EVERYWHERE_TABLE: Final = f"{EVERYWHERE}/lait.csv"


@dataclass(frozen=True, slots=True)
class LaitTables:
    """What LAIT gives a council: its rows, and every council's latest rows."""

    imported: tuple[ObservationRow, ...]
    everywhere: tuple[ObservationRow, ...]


def import_lait(
    bulk: Path,
    dictionary: Path,
    neighbours: Path,
    folder: Path,
    council: str | None = None,
    *,
    on: date,
    write: bool = True,
) -> ImportReport:
    """Import the measures that the folder's mapping names; raises Refused when nothing can be read.

    `council` is a national code, or DfE's number, that must be given only when it is not the folder's council.
    """
    mapping = _lait(read_mapping(folder))
    indicators = read_indicators(folder)
    files = read_lait(bulk, dictionary, neighbours, mapping)
    code, region, told = _council_code(folder, council, files)
    measures = believed(files, mapping, indicators)
    tables = tables_for(code, measures, region)
    kept = with_others_kept(tables.imported, read_rows(folder / IMPORTED_TABLE))
    unknown = [
        Problem(
            Place(bulk.name),
            "import-area",
            f"The area numbered {number} is not known.",
            "Check whether it is a new council.",
            Severity.WARNING,
        )
        for number in unknown_numbers(bulk)
    ]
    return conclude(
        folder,
        {IMPORTED_TABLE: kept, EVERYWHERE_TABLE: tables.everywhere},
        [ReadFile(mapping.bulk, fingerprint(bulk)), ReadFile(mapping.neighbours, fingerprint(neighbours))],
        on=on,
        write=write,
        problems=[*measures.problems, *told, *unknown],
        notes=[
            f"Read {len(files.measures)} measures for {len(files.councils)} councils; dictionary sha256 {fingerprint(dictionary)}."
        ],
    )


def tables_for(code: str, measures: LaitMeasures, region: str | None = None) -> LaitTables:
    """Make one council's tables; `region` is used in place of the region that LAIT gives it.

    A measure without a value for the council in any year is left out: it would be an empty chart. So are the years
    before any measure has a value for the council: a council that was made in 2023 has no figures of 2016.
    """
    council = measures.files.councils[code]
    areas = [code, ENGLAND_CODE]
    areas += [region] if region else [council.region.code] if council.region else []
    areas += [neighbour.code for neighbour in council.neighbours]
    kept = [measure for measure in measures.measures if measure.has_value(code)]
    first = min((measure.first_year(code) for measure in kept), default=0)
    return LaitTables(
        imported=tuple(
            row
            for measure in kept
            for row in measure.rows(areas)
            if row.value or row.area != code or measure.year_of(row.period) >= first
        ),
        everywhere=tuple(row for measure in kept for row in measure.latest),
    )


def with_others_kept(
    rows: Sequence[ObservationRow], before: Iterable[ObservationRow]
) -> tuple[ObservationRow, ...]:
    """Keep what another import added, wherever LAIT still says the same: counts, and why a value is missing."""
    present = {row.key: row for row in before}
    return tuple(_with_kept(row, present.get(row.key)) for row in rows)


def _with_kept(row: ObservationRow, before: ObservationRow | None) -> ObservationRow:
    if before is None or before.value != row.value:
        return row
    return row._replace(numerator=before.numerator, denominator=before.denominator, symbol=before.symbol)


def _lait(mapping: object) -> LaitMapping:
    found = getattr(mapping, "lait", None)
    if not isinstance(found, LaitMapping):
        raise Refused(
            [
                mapping_problem(
                    MAPPING_FILE,
                    "It says nothing of LAIT.",
                    "Add the key lait with bulk, neighbours and indicators.",
                )
            ]
        )
    return found


def _council_code(
    folder: Path, council: str | None, files: LaitFiles
) -> tuple[str, str | None, tuple[Problem, ...]]:
    """Settle which council and region are meant, and say where its neighbours in council.yml are not LAIT's."""
    region: str | None = None
    told: tuple[Problem, ...] = ()
    if council is None:
        own = read_council(folder)
        code, region, told = (
            one_code(own.code),
            own.region.code if own.region else None,
            _neighbours_differ(own, files),
        )
    else:
        code = (
            AREA_CODES.get(int(council), council)
            if council.isascii() and council.isdigit()
            else one_code(council)
        )
    if code not in files.councils:
        raise Refused(
            [
                Problem(
                    Place(files.name),
                    "import-area",
                    f"LAIT has no council with the code {code[:12]}.",
                    "Check the council's code.",
                )
            ]
        )
    return code, region, told


def _neighbours_differ(own: Council, files: LaitFiles) -> tuple[Problem, ...]:
    listed = files.councils.get(own.code)
    theirs = [neighbour.code for neighbour in listed.neighbours] if listed else []
    ours = [neighbour.code for neighbour in own.neighbours.councils] if own.neighbours else []
    if theirs == ours:
        return ()
    found = "The statistical neighbours are not those of the workbook, in its order."
    return (
        Problem(
            Place(COUNCIL_FILE),
            "import-differs",
            found,
            "Compare the two lists; LAIT's were imported.",
            Severity.NOTICE,
        ),
    )
