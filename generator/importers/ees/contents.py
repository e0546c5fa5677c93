"""What a file holds, so that an officer can write the mapping: filters and their values, indicators, periods, places."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.importers.ees.reading import EesTable, read_table
from generator.importers.ees.screening import file_problems, screen
from generator.importers.ees.words import LEVELS
from generator.importers.spreadsheet import in_sheet
from generator.problems import Problem

MOST_VALUES_SHOWN: Final = 40
MOST_PLACES_SHOWN: Final = 200
"""All of England's councils, and those that were replaced; not every school."""


@dataclass(frozen=True, slots=True)
class EesContents:
    """What a file holds."""

    name: str
    rows: int
    filters: Mapping[str, tuple[str, ...]]
    """Values of each filter, in the order in which they come."""
    indicators: tuple[str, ...]
    periods: tuple[str, ...]
    """Oldest first, as the file writes them."""
    time_identifiers: tuple[str, ...]
    levels: Mapping[str, int]
    """Rows of each geographic level."""
    places: Mapping[str, tuple[str, ...]]
    """The places of each geographic level, name and code, in the order of the alphabet."""
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        """Tell an officer, in lines."""
        lines = [
            f"{self.name}: {_counted(self.rows, 'row')}",
            f"  time: {', '.join(self.time_identifiers)}: {', '.join(self.periods)}",
        ]
        for level, rows in self.levels.items():
            places = self.places[level]
            more = f"; and {len(places) - MOST_PLACES_SHOWN:,} more" if len(places) > MOST_PLACES_SHOWN else ""
            lines.append(f"  {level}: {_counted(len(places), 'place')}, {_counted(rows, 'row')}")
            lines += [f"    {'; '.join(places[:MOST_PLACES_SHOWN])}{more}"] if places else []
        for name, values in self.filters.items():
            lines.append(f"  filter {name}: {_counted(len(values), 'value')}")
            lines += [f"    {value}" for value in values[:MOST_VALUES_SHOWN]]
            lines += [f"    and {len(values) - MOST_VALUES_SHOWN} more"] * (len(values) > MOST_VALUES_SHOWN)
        lines.append(f"  indicators: {', '.join(self.indicators)}")
        return "\n".join(lines)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def list_file(path: Path) -> EesContents:
    """Say what a file holds and what is wrong with it; raises Refused when it is not a table."""
    table, problems = read_table(path)
    levels = Counter(table.column("geographic_level"))
    return EesContents(
        name=table.name,
        rows=table.rows,
        filters={name: tuple(dict.fromkeys(table.columns[name])) for name in table.filters},
        indicators=table.indicators,
        periods=tuple(sorted(set(table.column("time_period")))),
        time_identifiers=tuple(sorted(set(table.column("time_identifier")))),
        levels=dict(levels),
        places={level: _places(table, level) for level in levels},
        problems=in_sheet((*problems, *file_problems(path, table), *screen(table)), path, table.sheet),
    )


def _places(table: EesTable, level: str) -> tuple[str, ...]:
    """List the places of a level as an officer writes them in council.yml: name, and the code of the national list."""
    known = LEVELS.get(level)
    if known is None:
        return ()
    names, codes = table.column(known.named), table.column(known.second_code or known.code or known.named)
    rows = (row for row, word in enumerate(table.column("geographic_level")) if word == level)
    return tuple(sorted({f"{names[row]} ({codes[row]})" for row in rows}))
