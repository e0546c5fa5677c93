"""What can be wrong with a table's header; the typed headings are never repeated, columns are told by letter."""

from collections.abc import Iterator, Sequence

from generator.problems import Place, Problem
from generator.records.layout import MOST_COLUMNS
from generator.records.suggest import listed, nearest


def column_letter(position: int) -> str:
    """The letter by which a spreadsheet knows the column at a position (0 is A)."""
    letters = ""
    position += 1
    while position:
        position, remainder = divmod(position - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters


def header_faults(file: str, headings: Sequence[str], columns: tuple[str, ...]) -> Iterator[Problem]:
    """Everything that is wrong with a header."""
    if len(headings) > MOST_COLUMNS:
        found = f"The header has {len(headings)} columns; a table has at most {MOST_COLUMNS}."
        yield Problem(Place(file, 1), "too-many-columns", found, "Check that the file is the right one.")
        return
    if len(headings) == 1 and len(columns) > 1 and (";" in headings[0] or "\t" in headings[0]):
        sign = "semicolons" if ";" in headings[0] else "tabs"
        found = f"The columns are separated by {sign}, not by commas."
        fix = "Save the file as 'CSV UTF-8 (comma separated)'. Lists inside a cell keep their semicolons."
        yield Problem(Place(file, 1), "wrong-separator", found, fix)
        return
    known, absent = set(columns), [name for name in columns if name not in headings]
    if len(absent) == len(columns) and not any(nearest(heading, columns) for heading in headings):
        found = "None of the headings in the first row is one that this table has."
        yield Problem(
            Place(file, 1),
            "missing-column",
            found,
            f"Write this header as the first row: {','.join(columns)}",
        )
        return
    for position, heading in enumerate(headings):
        if not heading:
            yield empty_heading(file, position)
        elif heading in headings[:position]:
            place = Place(file, 1, heading if heading in known else column_letter(position))
            first = column_letter(headings.index(heading))
            found = f"The columns {first} and {column_letter(position)} have the same heading."
            yield Problem(place, "duplicate-column", found, "Delete the one that does not belong.")
        elif heading not in known:
            yield _unknown_heading(file, position, heading, absent, columns)
    for name in absent:
        found = f"The header has no column called {name}."
        fix = f"Add it. The columns are: {', '.join(columns)}."
        yield Problem(Place(file, 1, name), "missing-column", found, fix)


def _unknown_heading(
    file: str, position: int, heading: str, absent: list[str], columns: tuple[str, ...]
) -> Problem:
    """A heading that is not declared; a near miss of an absent column takes that column's place, so that it is told once."""
    letter = column_letter(position)
    meant = nearest(heading, absent)
    if meant:
        absent.remove(meant)
        fix = f"Did you mean {meant}?"
    else:
        fix = f"Delete the column, or give it one of these headings: {listed(columns)}."
    return Problem(
        Place(file, 1, letter),
        "unknown-column",
        f"The heading of column {letter} is not one that this table has.",
        fix,
    )


def empty_heading(file: str, position: int) -> Problem:
    """A column without a heading."""
    letter = column_letter(position)
    found = f"Column {letter} has no heading."
    return Problem(
        Place(file, 1, letter), "unknown-column", found, "Give it a heading, or delete the empty column."
    )
