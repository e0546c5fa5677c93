"""Councils of any number of indicators for the benchmarks, made from real series of DfE's Local Authority Interactive Tool.

The first indicators are those that `transparency new --from-lait` gives every council. The further ones have the same
definitions with every council's figures moved along by one, two, three … councils: real series, true to no council.
Without LAIT's files there is nothing to make; `reference_folder` says so and ends the benchmark.
"""

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.importers.england import COUNCIL_CODES, ENGLAND_CODE
from generator.importers.lait.importing import EVERYWHERE_TABLE, IMPORTED_TABLE
from generator.importers.lait.measures import CURRENT_COUNCILS, Measure
from generator.importers.writing import ObservationRow, table_text
from generator.records.layout import INDICATORS_FILE, MOST_ROWS
from generator.starting.from_statistics import Statistics, Terms, read_statistics, write_council

AS_AT = date(2026, 11, 22)
COUNCIL = "E06000055"
REFERENCE = "TRANSPARENCY_REFERENCE"
"""Environment variable: the folder of published files that figures are made from."""
NO_FILES = "Skipped: LAIT's files are not in {}. Put bds_long_0.parquet, lait_data_dictionary.csv and sn_may_2025.xlsx there, or name another folder in {}."

_CODES = tuple(COUNCIL_CODES[number] for number in CURRENT_COUNCILS)
_PLACE = {code: place for place, code in enumerate(_CODES)}


def reference_folder() -> Path:
    """The folder of LAIT's files; ends the benchmark with a sentence where they are not there."""
    folder = Path(os.environ.get(REFERENCE, Path(__file__).resolve().parents[3] / "shared" / "reference")) / "lait"
    if not (folder / "bds_long_0.parquet").is_file():
        print(NO_FILES.format(folder, REFERENCE))
        sys.exit(0)
    return folder


def lait() -> Statistics:
    """LAIT, read once for any number of councils."""
    folder = reference_folder()
    with TemporaryDirectory() as scratch:
        return read_statistics(
            folder / "bds_long_0.parquet", folder / "lait_data_dictionary.csv", folder / "sn_may_2025.xlsx", None, Path(scratch), AS_AT
        )


def make_council(folder: Path, indicators: int, statistics: Statistics) -> Path:
    """Write a council of so many indicators into a folder that does not exist yet."""
    council = statistics.measures.files.councils[COUNCIL]
    write_council(folder, council, statistics, AS_AT, Terms("Bedford Borough Council"))
    areas = [COUNCIL, ENGLAND_CODE, *([council.region.code] if council.region else []), *(one.code for one in council.neighbours)]
    measures = [one for one in statistics.measures.measures if one.has_value(COUNCIL)]
    entries = _entries((folder / INDICATORS_FILE).read_text(encoding="utf-8"))
    imported: list[ObservationRow] = []
    everywhere: list[ObservationRow] = []
    texts: list[str] = []
    for number in range(indicators):
        turn, measure = number // len(measures), measures[number % len(measures)]
        name = f"{measure.indicator}-{turn}" if turn else measure.indicator
        texts.append(_named(entries[measure.indicator], measure.indicator, turn))
        imported += _moved(name, _of_areas(measure, areas, turn))
        everywhere += _moved(name, ((_along(row.area, -turn), row) for row in measure.latest))
    (folder / INDICATORS_FILE).write_text("".join(texts), encoding="utf-8")
    (folder / IMPORTED_TABLE).write_text(table_text(imported), encoding="utf-8")
    if len(imported) + len(everywhere) <= MOST_ROWS:
        (folder / EVERYWHERE_TABLE).write_text(table_text(everywhere), encoding="utf-8")
    else:  # more than a site may have: the values of every council, which give ranks, are left out
        (folder / EVERYWHERE_TABLE).unlink()
    (folder / "data/imports.yml").unlink()
    return folder


def change_one_value(folder: Path) -> None:
    """Add one to the council's last figure of the first indicator that has one, in both tables that hold it."""
    lines = (folder / IMPORTED_TABLE).read_text(encoding="utf-8").splitlines()
    first = next(line.split(",")[0] for line in lines if f",{COUNCIL}," in line and line.split(",")[4])
    old = [line for line in lines if line.startswith(f"{first},{COUNCIL},") and line.split(",")[4]][-1].split(",")
    for table in (one for one in (folder / IMPORTED_TABLE, folder / EVERYWHERE_TABLE) if one.is_file()):
        text = table.read_text(encoding="utf-8")
        table.write_text(text.replace(",".join(old[:5]) + ",", ",".join([*old[:4], f"{float(old[4]) + 1:g}"]) + ","), encoding="utf-8")


def _entries(text: str) -> dict[str, str]:
    """Each indicator's entry in indicators.yml, as text, by its id."""
    _, *pieces = text.split("\n- id: ")
    if text.startswith("- id: "):
        pieces.insert(0, text.split("\n- id: ", maxsplit=1)[0].removeprefix("- id: "))
    return {piece.partition("\n")[0].strip(): f"- id: {piece.rstrip()}\n\n" for piece in pieces}


def _named(entry: str, name: str, turn: int) -> str:
    """An entry under the id and title of its turn; the comparisons that it names stay with the first."""
    if not turn:
        return entry
    lines = []
    for line in entry.splitlines():
        if line.startswith("- id: "):
            lines.append(f"- id: {name}-{turn}")
        elif line.startswith("  title: "):
            lines.append(f"{line.rstrip()}, series {turn}")
        elif not line.startswith("  differs_from: "):
            lines.append(line)
    return "\n".join(lines) + "\n\n"


def _along(code: str, steps: int) -> str:
    """The council so many places further in the order of the codes; an area that is no council stays."""
    return _CODES[(_PLACE[code] + steps) % len(_CODES)] if code in _PLACE else code


def _of_areas(measure: Measure, areas: list[str], turn: int) -> Iterator[tuple[str, ObservationRow]]:
    """Every area's rows, taken from the area so many councils further."""
    for area in areas:
        yield from ((area, row) for row in measure.rows([_along(area, turn)]))


def _moved(name: str, rows: Iterator[tuple[str, ObservationRow]]) -> Iterator[ObservationRow]:
    return (row._replace(indicator=name, area=area) for area, row in rows)
