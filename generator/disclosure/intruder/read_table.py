"""Reads facts from a CSV cross-table: row labels in the first column, column labels in the first row.

A cell is a whole number or a symbol (`c`, `low`, `u`, `x`, `z`, with or without square brackets). The
margins are the column and the row that are labelled Total or All, or as the caller says; each says that it
is the sum of the other cells of its row or column. A cell's id is its row and column label: "Alpha/Q4". Not
here: long tables.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from generator.disclosure.intruder.facts import DEFAULT_KEEP, DEFAULT_THRESHOLD, SYMBOLS, Cell, Facts, Sum
from generator.disclosure.intruder.refusal import LARGEST, Findings

TOTAL_LABELS = frozenset({"total", "all"})
"""What a margin is called, in any letter case, where the caller does not say."""
MOST_CELLS = 25_000
"""Twenty thousand counts with their margins and headings: larger tables are lists, not tables that somebody reads."""
MOST_CHARACTERS = 5_000_000
_COUNT = re.compile(r"[0-9]+|[0-9]{1,3}(,[0-9]{3})+")
_IN_PARTS = "Give a table that people read, or each part by itself."
_Grid = list[tuple[int, list[str]]]
"""Rows that are not empty, each with its number in the file."""


def facts_from_csv(
    text: str,
    name: str,
    *,
    total_label: str | None = None,
    threshold: int = DEFAULT_THRESHOLD,
    zeros_shown: bool = True,
    keep: int = DEFAULT_KEEP,
) -> Facts:
    """Read facts from the text of a CSV file called `name`; raises FactsProblem with everything wrong."""
    findings = Findings(name)
    grid = _grid(text, findings)
    header = grid[0][1]
    _refuse_labels(grid, findings)
    cells: dict[str, Cell] = {}
    for number, fields in grid[1:]:
        for label, field in zip(header[1:], fields[1:], strict=False):
            cells[f"{fields[0]}/{label}"] = _cell(field, label, number, findings)
    sums = tuple(_margins(grid, total_label, findings))
    findings.refuse_if_any()
    return Facts(cells, sums, threshold=threshold, zeros_shown=zeros_shown, keep=keep)


def _grid(text: str, findings: Findings) -> _Grid:
    """The table's rows, trimmed; raises FactsProblem where there is no table in the text."""
    if len(text) > MOST_CHARACTERS:
        found = f"The file has more than {MOST_CHARACTERS:,} characters, so it was not read."
        findings.add("", found, _IN_PARTS)
        findings.refuse_if_any()
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    grid: _Grid = []
    cells = 0
    try:
        for fields in reader:
            trimmed = [field.strip() for field in fields]
            if any(trimmed):
                grid.append((reader.line_num, trimmed))
                cells += len(trimmed)
            if cells > MOST_CELLS:
                found = f"The table has more than {MOST_CELLS:,} cells, so the rest was not read."
                findings.add("", found, _IN_PARTS, reader.line_num)
                findings.refuse_if_any()
    except csv.Error:
        findings.add(
            "", "This is not CSV: a quotation mark is out of place.", "Save as CSV again.", reader.line_num
        )
        findings.refuse_if_any()
    if len(grid) < 2 or len(grid[0][1]) < 2:
        findings.add(
            "",
            "A table needs a row of column labels and at least one row of cells.",
            "Put row labels in the first column and column labels in the first row.",
            1,
        )
    findings.refuse_if_any()
    return grid


def _refuse_labels(grid: _Grid, findings: Findings) -> None:
    """Refuse rows of the wrong length, and labels that are missing or given twice."""
    header_row, header = grid[0]
    for number, fields in grid[1:]:
        if len(fields) != len(header):
            findings.add(
                "",
                f"This row has {len(fields)} cells and the first row has {len(header)}.",
                "Make them equal.",
                number,
            )
    for position, label in enumerate(header[1:], start=2):
        if not label:
            findings.add(
                f"number {position}", "This column has no label.", "Label it in the first row.", header_row
            )
    for label, times in Counter(header[1:]).items():
        if label and times > 1:
            findings.add(
                label, f"{times} columns have this label.", "Give each column its own label.", header_row
            )
    rows_seen: Counter[str] = Counter()
    for number, fields in grid[1:]:
        rows_seen[fields[0]] += 1
        if not fields[0]:
            findings.add(header[0], "This row has no label.", "Label it in the first column.", number)
        elif rows_seen[fields[0]] > 1:
            findings.add(
                header[0], "An earlier row has the same label.", "Give each row its own label.", number
            )


def _cell(field: str, label: str, number: int, findings: Findings) -> Cell:
    symbol = field.removeprefix("[").removesuffix("]").lower()
    if symbol in SYMBOLS:
        return SYMBOLS[symbol]
    if _COUNT.fullmatch(field):
        digits = field.replace(",", "")
        if len(digits) <= len(str(LARGEST)) and int(digits) <= LARGEST:
            return Cell.shown(int(digits))
    findings.add(
        label,
        "This cell is empty." if not field else "This cell is neither a whole number of people nor a symbol.",
        f"Write a whole number up to {LARGEST:,}, or one of the symbols {', '.join(SYMBOLS)}.",
        number,
    )
    return Cell.unpublished()


def _margins(grid: _Grid, total_label: str | None, findings: Findings) -> Iterator[Sum]:
    wanted = TOTAL_LABELS if total_label is None else frozenset({total_label.strip().casefold()})
    header = grid[0][1]
    rows = [fields[0] for _, fields in grid[1:]]
    total_columns = [label for label in header[1:] if label.casefold() in wanted]
    total_rows = [label for label in rows if label.casefold() in wanted]
    if not total_columns and not total_rows:
        called = "Total or All" if total_label is None else "what you said the total is called"
        findings.add(
            "",
            f"No column and no row is labelled {called}.",
            "Label the totals so, or say with --total what they are called.",
            grid[0][0],
        )
    for labels, kind in ((total_columns, "columns"), (total_rows, "rows")):
        if len(set(labels)) > 1:
            findings.add(
                "", f"{len(labels)} {kind} look like totals.", "Say with --total which it is.", grid[0][0]
            )
    for total in total_columns[:1]:
        parts = [label for label in header[1:] if label != total]
        yield from (Sum(f"{row}/{total}", tuple(f"{row}/{part}" for part in parts)) for row in rows if parts)
    for total in total_rows[:1]:
        parts = [label for label in rows if label != total]
        for label in header[1:] if parts else ():
            yield Sum(f"{total}/{label}", tuple(f"{part}/{label}" for part in parts))
