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
from generator.importers.ees.places import place_problems
from generator.importers.ees.reading import FIRST_ROW, EesTable, more, read_table, warning
from generator.importers.ees.times import time_problems
from generator.importers.ees.words import (
    DURATION,
    LEGACY_SYMBOLS,
    LEVELS,
    LOOKS_LIKE_A_PLACE,
    MANDATORY_COLUMNS,
    NULLS,
    OBSOLETE_SYMBOLS,
    SYMBOLS,
    UNIT_COLUMNS,
)
from generator.problems import Place, Problem, Refused

MOST_VALUES_OF_A_FILTER: Final = 25_000
LONGEST_NAME: Final = 50
_SYMBOL_ADVICE: Final = "Use a number, or one of the symbols c, x, z, u, low and k."
_GROUPS_IN_NAMES: Final = re.compile(
    r"male|asian|chinese|indian|pakistani|bangladeshi|black|african|caribbean|white|roma|irish|english|british|scottish"
    r"|welsh|arab",
    re.IGNORECASE,
)
_COMMAS: Final = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_ORDINARY_NAME: Final = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


def screen_file(path: Path) -> tuple[Problem, ...]:
    """Say everything that is wrong with a file; raises nothing."""
    try:
        table, problems = read_table(path)
    except Refused as refused:
        return refused.problems
    return (*problems, *name_problems(path), *screen(table))


def screen(table: EesTable) -> tuple[Problem, ...]:
    """Say what is wrong inside a table."""
    headings = tuple(_heading_problems(table))
    if any(column not in table.columns for column in MANDATORY_COLUMNS):
        return headings
    checks = (time_problems, place_problems, _filter_problems, _value_problems, _duplicate_problems)
    return (*headings, *(problem for check in checks for problem in check(table)))


def name_problems(path: Path) -> Iterator[Problem]:
    """Find faults in the file's name."""
    if path.suffix.lower() != ".csv":
        yield Problem(
            Place(path.name),
            "import-file",
            "The file's name does not end in .csv.",
            "Give the CSV file as it is published.",
        )
    if re.search(r"[^A-Za-z0-9_-]", path.stem, re.ASCII):
        fix = "Use letters, digits, hyphens and underscores."
        yield warning(
            Place(path.name), "ees-columns", "The file's name has spaces or special characters.", fix
        )


def _heading_problems(table: EesTable) -> Iterator[Problem]:
    for column in MANDATORY_COLUMNS:
        if column not in table.columns:
            yield _columns(
                table,
                column,
                "The column is missing, and every such file has it.",
                "Download the file again.",
            )
    for heading, count in Counter(table.headings).items():
        if not heading.strip():
            yield _columns(table, None, "A column has no heading.", "Give every column a heading.")
        elif count > 1:
            yield _columns(
                table,
                heading,
                f"The heading stands {count} times.",
                "Keep one of the columns, or rename the other.",
            )
        elif re.search(r"\s", heading):
            yield _columns(
                table, heading, "The heading has a space in it.", "Write an underscore in its place."
            )
    for heading in filter(str.strip, table.columns):
        if not any(cell.strip() for cell in table.columns[heading]) and heading not in UNIT_COLUMNS:
            yield _columns(table, heading, "Every cell of the column is blank.", "Take the column out.")
    yield from _style_problems(table)
    yield from _metadata_problems(table)


def _style_problems(table: EesTable) -> Iterator[Problem]:
    """Find headings that DfE advises against; published files have them, and they can be read."""
    odd = [
        heading
        for heading in table.columns
        if not _ORDINARY_NAME.fullmatch(heading) and not re.search(r"\s|^$", heading)
    ]
    if odd:
        others = "" if len(odd) == 1 else f" (and {len(odd) - 1} more columns)"
        found = f"The heading is not of lower-case letters, digits and underscores, or does not begin with a letter{others}."
        yield warning(
            Place(table.name, 1, odd[0]), "ees-columns", found, "Nothing, unless you publish the file."
        )
    for heading in table.columns:
        if len(heading) > LONGEST_NAME:
            found = f"The heading is longer than {LONGEST_NAME} characters."
            yield warning(
                Place(table.name, 1, heading), "ees-columns", found, "Nothing, unless you publish the file."
            )
    for heading in table.indicators:
        if _GROUPS_IN_NAMES.search(heading):
            found = "The heading of an indicator names a group of people, which belongs in a filter."
            yield warning(
                Place(table.name, 1, heading), "ees-columns", found, "Check that the column is what it seems."
            )


def _metadata_problems(table: EesTable) -> Iterator[Problem]:
    if table.metadata is None:
        return
    for column in table.metadata:
        if column not in table.columns:
            yield _columns(
                table,
                column,
                "The metadata file names this column, and the file does not have it.",
                "Download both files again.",
            )
    for column in (*table.filters, *table.indicators):
        if column not in table.metadata and len(set(table.columns[column])) > 1:
            yield warning(
                Place(table.name, 1, column),
                "ees-columns",
                "The metadata file does not name this column.",
                "Check whether it is wanted.",
            )
    for column in table.filters:
        if table.metadata.get(column) == "Filter" and len(set(table.columns[column])) == 1:
            yield _columns(
                table,
                column,
                "The metadata file calls this a filter, and it has one value only.",
                "Take it out of the metadata.",
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
        if LOOKS_LIKE_A_PLACE.fullmatch(column):
            yield warning(
                place,
                "ees-filters",
                "The filter seems to be a place.",
                "Check that the column is what it seems.",
            )


def _value_problems(table: EesTable) -> Iterator[Problem]:
    yield from _null_problems(table)
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


def _duplicate_problems(table: EesTable) -> Iterator[Problem]:
    """Find rows about the same time, place and filters; rows of levels that DfE passes over are not compared."""
    levels = table.columns["geographic_level"]
    present = set(levels)
    alone = len(present) == 1 and present <= {"School", "Provider"}
    skipped = {name for name, level in LEVELS.items() if level.ignored and not (alone and name in present)}
    keys = [column for column in table.columns if column in UNIT_COLUMNS or column in table.filters]
    seen: dict[tuple[str, ...], int] = {}
    twice: list[tuple[int, int]] = []
    for row, key in enumerate(zip(*(table.columns[column] for column in keys), strict=True), FIRST_ROW):
        if levels[row - FIRST_ROW] in skipped:
            continue
        if key in seen:
            twice.append((row, seen[key]))
        else:
            seen[key] = row
    if twice:
        row, first = twice[0]
        found = f"The row is about the same time, place and filters as row {first}{more(len(twice))}."
        yield Problem(
            Place(table.name, row),
            "ees-duplicates",
            found,
            "Keep one of the rows; download the file again if you do not know which.",
        )


def _columns(table: EesTable, column: str | None, found: str, fix: str) -> Problem:
    return Problem(Place(table.name, 1, column), "ees-columns", found, fix)
