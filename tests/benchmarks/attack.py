"""How long the intruder takes on whole publications; the median of three runs.

Run it with `python -m tests.benchmarks.attack` from the top of the repository.

Counts are invented and mostly small, as a council's are. Counts of 1 to 5 are hidden, and then one more in
every line that has a single hidden cell, which is what a hurried officer does: plenty is left for the
intruder.
"""

import random
import statistics
import sys
from collections.abc import Callable, Iterable, Mapping
from time import perf_counter

from generator.disclosure.intruder import Cell, Facts, Sum, attack
from generator.disclosure.intruder.bounds import forget
from tests.benchmarks.measure import keep

RUNS = 3
SPLITS = (2, 5, 6)
"""How many parts each split has: 14 cells an indicator a month with the total."""


def cross_table(rows: int, columns: int, seed: int) -> Facts:
    """One table with margins."""
    random_source = random.Random(seed)
    counts = {(row, column): _count(random_source) for row in range(rows) for column in range(columns)}
    parts: dict[str, list[str]] = {}
    named = {}
    for (row, column), count in counts.items():
        name = f"{row}/{column}"
        named[name] = count
        parts.setdefault(f"{row}/all", []).append(name)
        parts.setdefault(f"all/{column}", []).append(name)
    parts["all/all"] = [f"{row}/all" for row in range(rows)]
    parts["all/all again"] = [f"all/{column}" for column in range(columns)]
    sums = [Sum(total.removesuffix(" again"), tuple(names)) for total, names in parts.items()]
    for total in sums:
        named[total.total] = sum(named[name] for name in total.parts)
    return _protected(named, sums)


def monthly(indicators: int, months: int, to_date: int, seed: int) -> Facts:
    """Indicators by month, each split three ways, and a total for each `to_date` months (0: none)."""
    random_source = random.Random(seed)
    counts: dict[str, int] = {}
    sums: list[Sum] = []
    for indicator in range(indicators):
        series: dict[str, list[str]] = {}
        for month in range(months):
            _add_month(f"{indicator}/{month}", counts, sums, series, random_source)
        for cells in series.values() if to_date else ():
            for start in range(0, months, to_date):
                year = tuple(cells[start : start + to_date])
                counts[f"{year[0]} to date"] = sum(counts[name] for name in year)
                sums.append(Sum(f"{year[0]} to date", year))
    return _protected(counts, sums)


def _add_month(
    name: str,
    counts: dict[str, int],
    sums: list[Sum],
    series: dict[str, list[str]],
    random_source: random.Random,
) -> None:
    total = 0
    for split, size in enumerate(SPLITS):
        parts = tuple(f"{name}/{split}/{part}" for part in range(size))
        if split == 0:
            total = sum(_count(random_source) for _ in parts) * 3
        cuts = sorted(random_source.randint(0, total) for _ in parts[1:])
        for part, low, high in zip(parts, [0, *cuts], [*cuts, total], strict=True):
            counts[part] = high - low
        sums.append(Sum(name, parts))
        for position, part in enumerate(parts):
            series.setdefault(f"{split}/{position}", []).append(part)
    counts[name] = total
    series.setdefault("all", []).append(name)


def _count(random_source: random.Random) -> int:
    return random_source.choice((0, 1, 2, 3, 5, 6, 8, 12, 20, 40))


def _protected(counts: Mapping[str, int], sums: Iterable[Sum]) -> Facts:
    lines = [(total.total, *total.parts) for total in sums]
    hidden = {name for name, count in counts.items() if 1 <= count <= 5}
    changed = True
    while changed:
        changed = False
        for line in lines:
            others = [name for name in line[1:] if name not in hidden and counts[name]]
            if sum(name in hidden for name in line) == 1 and others:
                hidden.add(min(others, key=lambda name: counts[name]))
                changed = True
    cells = {
        name: Cell.confidential() if name in hidden else Cell.shown(count) for name, count in counts.items()
    }
    return Facts(cells, tuple(sums))


PUBLICATIONS: Mapping[str, Callable[[], Facts]] = {
    "12 by 12 table": lambda: cross_table(12, 12, 1),
    "52 by 12 table": lambda: cross_table(52, 12, 2),
    "100 by 12 table": lambda: cross_table(100, 12, 3),
    "60 indicators, 24 months, 3 splits": lambda: monthly(60, 24, 0, 4),
    "the same, with year to date": lambda: monthly(60, 24, 12, 5),
    "the same, all 24 months added up": lambda: monthly(60, 24, 24, 6),
}


def main() -> None:
    """Print one line for each publication: cells, hidden cells, what leaks, and seconds."""
    results = {}
    for name, make in PUBLICATIONS.items():
        facts = make()
        seconds = []
        for _ in range(RUNS):
            forget()
            start = perf_counter()
            answer = attack(facts)
            seconds.append(perf_counter() - start)
        results[name] = {"cells": len(facts.cells), "hidden": len(answer.cells), "leaks": len(answer.leaks()), "seconds": statistics.median(seconds)}
        sys.stdout.write(
            f"{name}: {len(facts.cells):,} cells, {len(answer.cells):,} hidden, {len(answer.leaks()):,} leak,"
            f" {statistics.median(seconds):.2f} s\n"
        )
        sys.stdout.flush()
    keep("attack", {"runs": RUNS, "publications": results})


if __name__ == "__main__":
    main()
