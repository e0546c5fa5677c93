"""What a file holds, so that an officer can write the mapping: filters and their values, indicators, periods, places."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.importers.ees.reading import read_table
from generator.importers.ees.screening import name_problems, screen
from generator.problems import Problem

MOST_VALUES_SHOWN: Final = 40


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
    places: Mapping[str, int]
    """Different places of each geographic level."""
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        """Tell an officer, in lines."""
        lines = [
            f"{self.name}: {self.rows:,} rows",
            f"  time: {', '.join(self.time_identifiers)}: {', '.join(self.periods)}",
        ]
        lines += [
            f"  {level}: {self.places[level]:,} places, {rows:,} rows" for level, rows in self.levels.items()
        ]
        for name, values in self.filters.items():
            lines.append(f"  filter {name}: {len(values)} values")
            lines += [f"    {value}" for value in values[:MOST_VALUES_SHOWN]]
            lines += [f"    and {len(values) - MOST_VALUES_SHOWN} more"] * (len(values) > MOST_VALUES_SHOWN)
        lines.append(f"  indicators: {', '.join(self.indicators)}")
        return "\n".join(lines)


def list_file(path: Path) -> EesContents:
    """Say what a file holds and what is wrong with it; raises Refused when it is not a table."""
    table, problems = read_table(path)
    levels = Counter(table.column("geographic_level"))
    codes = zip(
        table.column("geographic_level"),
        table.column("region_code"),
        table.column("old_la_code"),
        table.column("new_la_code"),
        strict=True,
    )
    places = Counter(level for level, *_ in set(codes))
    return EesContents(
        name=table.name,
        rows=table.rows,
        filters={name: tuple(dict.fromkeys(table.columns[name])) for name in table.filters},
        indicators=table.indicators,
        periods=tuple(sorted(set(table.column("time_period")))),
        time_identifiers=tuple(sorted(set(table.column("time_identifier")))),
        levels=dict(levels),
        places=dict(places),
        problems=(*problems, *name_problems(path), *screen(table)),
    )
