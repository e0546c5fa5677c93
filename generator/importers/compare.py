"""Comparing sources: whether LAIT and Explore education statistics say the same of a measure that both hold.

LAIT is made from the other by hand, so a difference is a mistake in one of the two or another definition. Nothing is
written: an officer decides what to do with a difference.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from generator.importers.decimals import read_decimal
from generator.importers.ees.importing import is_meant, sound_table
from generator.importers.ees.picking import Cells, pick
from generator.importers.lait.measures import LaitFiles, lait_values, read_lait
from generator.importers.mapping import (
    MAPPING_FILE,
    EesFile,
    LaitMapping,
    mapping_problem,
    read_indicators,
    read_mapping,
)
from generator.model import Indicator
from generator.problems import Problem, Refused

MOST_SHOWN: Final = 20


class Difference(NamedTuple):
    """A value that the two sources give differently; both as published."""

    indicator: str
    area: str
    period: str
    lait: str
    ees: str
    file: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the two sources agree on and what not."""

    shared: Mapping[str, int]
    """How many values both sources have, by indicator."""
    differences: tuple[Difference, ...]
    only_in_ees: int
    """How many values the file has where LAIT says that there is none."""
    problems: tuple[Problem, ...]

    @property
    def agreed(self) -> int:
        """How many values are the same in both."""
        return sum(self.shared.values()) - len(self.differences)

    def __str__(self) -> str:
        """Tell an officer, in lines."""
        total = sum(self.shared.values())
        lines = [f"{self.agreed:,} of {total:,} values are the same in both sources."]
        unlike = Counter(difference.indicator for difference in self.differences)
        lines += [f"  {name}: {count:,} of {self.shared[name]:,} differ" for name, count in unlike.items()]
        lines += [
            f"    {difference.area}, {difference.period}: LAIT {difference.lait}, {difference.file} {difference.ees}"
            for difference in self.differences[:MOST_SHOWN]
        ]
        if len(self.differences) > MOST_SHOWN:
            lines.append(f"    and {len(self.differences) - MOST_SHOWN:,} more")
        return "\n".join(lines)


def compare_sources(
    bulk: Path,
    dictionary: Path,
    neighbours: Path,
    paths: Sequence[Path],
    folder: Path,
    *,
    areas: Collection[str] | None = None,
) -> Comparison:
    """Compare every measure that imports.yml says both sources hold, for the given areas or for all; raises Refused."""
    mapping, indicators = read_mapping(folder), read_indicators(folder)
    if mapping.lait is None:
        raise Refused([mapping_problem(MAPPING_FILE, "It says nothing of LAIT.", "Add the key lait.")])
    files = read_lait(bulk, dictionary, neighbours, mapping.lait)
    problems: list[Problem] = []
    shared: Counter[str] = Counter()
    differences: list[Difference] = []
    only_in_ees = 0
    for name, entry, cells in _confirming(paths, mapping.ees, indicators, problems):
        values = _lait_values(name, files, mapping.lait, indicators, problems)
        for (area, period), cell in cells.items():
            theirs = values.get((area, period))
            if not cell.value or theirs is None or (areas is not None and area not in areas):
                continue
            if not theirs:
                only_in_ees += 1
                continue
            shared[name] += 1
            if read_decimal(theirs) != read_decimal(cell.value):
                differences.append(Difference(name, area, period, theirs, cell.value, entry.source))
    return Comparison(dict(shared), tuple(sorted(differences)), only_in_ees, tuple(problems))


def _confirming(
    paths: Iterable[Path],
    entries: Iterable[EesFile],
    indicators: Mapping[str, Indicator],
    problems: list[Problem],
) -> Iterable[tuple[str, EesFile, Cells]]:
    """Give each measure of each file that LAIT holds too; what is wrong is collected."""
    listed = tuple(entries)
    for path in paths:
        matching = [entry for entry in listed if entry.confirms and is_meant(path, entry)]
        if not matching:
            continue
        try:
            table = sound_table(path, problems)
        except Refused as refused:
            problems += refused.problems
            continue
        for entry in matching:
            for name, measure in entry.confirms.items():
                try:
                    yield name, entry, pick(table, entry, measure, indicators[name])
                except KeyError:
                    problems.append(
                        mapping_problem(
                            MAPPING_FILE,
                            f"There is no indicator {name}.",
                            "Add it to indicators.yml, or take it out.",
                        )
                    )
                except Refused as refused:
                    problems += refused.problems


def _lait_values(
    name: str,
    files: LaitFiles,
    mapping: LaitMapping,
    indicators: Mapping[str, Indicator],
    problems: list[Problem],
) -> Mapping[tuple[str, str], str]:
    try:
        return lait_values(name, files, mapping, indicators)
    except Refused as refused:
        problems += refused.problems
        return {}
