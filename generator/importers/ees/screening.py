"""Whether a file is sound, by the rules that DfE screens its own files with before publication.

What DfE fails is an error here and stops the import; what it advises against is a warning. One problem for each
fault and column, at its first row.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.importers.decimals import read_decimal
from generator.importers.ees.harmonised import harmonised_problems
from generator.importers.ees.headings import heading_problems
from generator.importers.ees.metadata import metadata_problems
from generator.importers.ees.places import place_problems
from generator.importers.ees.reading import FIRST_ROW, EesTable, more, read_table, warning
from generator.importers.ees.times import time_problems
from generator.importers.ees.words import (
    DURATION,
    LEGACY_SYMBOLS,
    LEVELS,
    LONGEST_VALUE,
    LOOKS_LIKE_A_PLACE,
    MANDATORY_COLUMNS,
    NULLS,
    OBSOLETE_SYMBOLS,
    SYMBOLS,
    UNIT_COLUMNS,
)
from generator.importers.spreadsheet import ENDING, in_sheet
from generator.problems import Place, Problem, Refused

MOST_VALUES_OF_A_FILTER: Final = 25_000
_SYMBOL_ADVICE: Final = "Use a number, or one of the symbols c, x, z, u, low and k."
MOST_NUMBERS: Final = 100
_WHOLE: Final = re.compile(r"\d{1,4}", re.ASCII)
_COMMAS: Final = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)


def screen_file(path: Path) -> tuple[Problem, ...]:
    """Say everything that is wrong with a file; raises nothing."""
    try:
        table, problems = read_table(path)
    except Refused as refused:
        return refused.problems
    return in_sheet((*problems, *file_problems(path, table), *screen(table)), path, table.sheet)


def screen(table: EesTable) -> tuple[Problem, ...]:
    """Say what is wrong inside a table."""
    headings = tuple(heading_problems(table))
    if any(column not in table.columns for column in MANDATORY_COLUMNS):
        return headings
    checks = (
        time_problems, place_problems, _filter_problems, harmonised_problems, _value_problems, _duplicate_problems,
    )  # fmt: skip
    return (*headings, *(problem for check in checks for problem in check(table)))


def file_problems(path: Path, table: EesTable) -> Iterator[Problem]:
    """Find faults in the file's name, and in the metadata file beside it."""
    yield from name_problems(path)
    yield from metadata_problems(path, table)


def name_problems(path: Path) -> Iterator[Problem]:
    """Find faults in the file's name."""
    if path.suffix.lower() not in (".csv", ENDING):
        yield Problem(
            Place(path.name),
            "import-file",
            "The file's name ends neither in .csv nor in .xlsx.",
            "Give the CSV file as it is published, or a workbook made of it.",
        )
    if re.search(r"[^A-Za-z0-9_-]", path.stem, re.ASCII):
        fix = "Use letters, digits, hyphens and underscores."
        yield warning(
            Place(path.name), "ees-columns", "The file's name has spaces or special characters.", fix
        )


def _filter_problems(table: EesTable) -> Iterator[Problem]:
    for column in table.filters:
        cells = table.columns[column]
        place = Place(table.name, 1, column)
        blank = [row for row, cell in enumerate(cells, FIRST_ROW) if not cell.strip()]
        if blank:
            found = f"A filter's cell is blank{more(len(blank))}."
            yield Problem(
                Place(table.name, blank[0], column),
                "ees-filters",
                found,
                "Write Total where a row is about everyone.",
            )
        spaced = [row for row, cell in enumerate(cells, FIRST_ROW) if cell != cell.strip() and cell.strip()]
        if spaced:
            found = f"A filter's cell begins or ends with a space{more(len(spaced))}."
            yield Problem(Place(table.name, spaced[0], column), "ees-filters", found, "Take the space out.")
        values = {cell.strip() for cell in cells}
        if len(values) > MOST_VALUES_OF_A_FILTER:
            yield warning(
                place,
                "ees-filters",
                f"The filter has more than {MOST_VALUES_OF_A_FILTER:,} values.",
                "Check that it is a filter.",
            )
        if len(values) > 1 and "Total" not in values:
            yield warning(
                place,
                "ees-filters",
                "The filter has no value Total.",
                "Nothing, if there is no row about everyone.",
            )
        if any(len(value) > LONGEST_VALUE for value in values):
            found = f"The filter has a value longer than {LONGEST_VALUE} characters."
            yield warning(place, "ees-filters", found, "Nothing, unless you publish the file.")
        if LOOKS_LIKE_A_PLACE.fullmatch(column):
            yield warning(
                place,
                "ees-filters",
                "The filter seems to be a place.",
                "Check that the column is what it seems.",
            )


def _value_problems(table: EesTable) -> Iterator[Problem]:
    yield from _null_problems(table)
    yield from _sign_problems(table)
    for column in table.indicators:
        faults: dict[str, list[int]] = {}
        kinds: dict[str, str | None] = {}
        for row, cell in enumerate(table.columns[column], FIRST_ROW):
            if cell not in kinds:
                kinds[cell] = _fault(cell)
            kind = kinds[cell]
            if kind:
                faults.setdefault(kind, []).append(row)
        for kind, rows in faults.items():
            make = warning if kind == _LEGACY else Problem
            yield make(
                Place(table.name, rows[0], column), "ees-values", f"{kind}{more(len(rows))}.", _SYMBOL_ADVICE
            )


_LEGACY: Final = "The cell has a sign for a missing value that is no longer used"


def _fault(cell: str) -> str | None:
    """Say what is wrong with a value, without repeating it; None when nothing is."""
    if cell in SYMBOLS or cell in NULLS or read_decimal(cell) is not None or DURATION.fullmatch(cell):
        return None
    faults = (
        (not cell.strip(), "The cell is blank, and blank says nothing about why there is no value"),
        (cell in OBSOLETE_SYMBOLS, f"The cell has the obsolete symbol '{cell}'"),
        (cell in LEGACY_SYMBOLS, _LEGACY),
        (cell != cell.strip(), "The cell begins or ends with a space"),
        (_COMMAS.fullmatch(cell) is not None, "The number has commas in it"),
    )
    return next((told for holds, told in faults if holds), "The cell is neither a number nor a symbol")


def _null_problems(table: EesTable) -> Iterator[Problem]:
    """Find the words that programs write for nothing, anywhere in the file."""
    for column, cells in table.columns.items():
        rows = [row for row, cell in enumerate(cells, FIRST_ROW) if cell in NULLS]
        if rows:
            found = f"The cell has a word that a program wrote for nothing (NA or null){more(len(rows))}."
            yield Problem(Place(table.name, rows[0], column), "ees-values", found, _SYMBOL_ADVICE)


def _sign_problems(table: EesTable) -> Iterator[Problem]:
    """Find signs for a missing value where no value stands: in filters, and in columns of time and place."""
    for column in (name for name in table.columns if name not in table.indicators):
        rows = [row for row, cell in enumerate(table.columns[column], FIRST_ROW) if cell in LEGACY_SYMBOLS]
        if rows:
            yield warning(
                Place(table.name, rows[0], column), "ees-values", f"{_LEGACY}{more(len(rows))}.", _SYMBOL_ADVICE
            )


def _duplicate_problems(table: EesTable) -> Iterator[Problem]:
    """Find rows about the same time, place and filters; rows of levels that DfE passes over are not compared."""
    levels = table.columns["geographic_level"]
    present = set(levels)
    alone = len(present) == 1 and present <= {"School", "Provider"}
    skipped = {name for name, level in LEVELS.items() if level.ignored and not (alone and name in present)}
    rows = [row for row, level in enumerate(levels) if level not in skipped]
    keys = [column for column in table.columns if column in UNIT_COLUMNS or column in table.filters]
    twice = _twice(table, keys, rows)
    if twice and len(twice) * 2 >= len(rows) and table.metadata is None:
        # Most rows alike: a filter whose values are numbers was taken for an indicator.
        twice = _twice(table, [*keys, *_filters_of_numbers(table)], rows)
    if twice:
        row, first = twice[0]
        found = f"The row is about the same time, place and filters as row {first}{more(len(twice))}."
        fix = "Keep one of the rows; download the file again if you do not know which."
        yield Problem(Place(table.name, row), "ees-duplicates", found, fix)


def _twice(table: EesTable, keys: list[str], rows: list[int]) -> list[tuple[int, int]]:
    """Pair each row that says the same as an earlier one with the first that did, as a spreadsheet numbers them."""
    columns = [table.columns[key] for key in keys]
    seen: dict[tuple[str, ...], int] = {}
    twice = []
    for row in rows:
        key = tuple(column[row] for column in columns)
        first = seen.setdefault(key, row)
        if first != row:
            twice.append((row + FIRST_ROW, first + FIRST_ROW))
    return twice


def _filters_of_numbers(table: EesTable) -> list[str]:
    """List indicators that may be filters: few whole numbers, without symbols, each many times."""
    found = []
    for column in table.indicators:
        counts = Counter(table.columns[column])
        if (
            all(_WHOLE.fullmatch(cell) for cell in counts)
            and min(counts.values()) > 1
            and len(counts) <= MOST_NUMBERS
        ):
            found.append(column)
    return found
