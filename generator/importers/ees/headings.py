"""The headings of a file: whether the columns that every file has are there, and each is named as DfE asks."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.importers.ees.reading import EesTable, warning
from generator.importers.ees.words import MANDATORY_COLUMNS, UNIT_COLUMNS
from generator.problems import Place, Problem

LONGEST_NAME: Final = 50
_GROUPS_IN_NAMES: Final = re.compile(
    r"male|asian|chinese|indian|pakistani|bangladeshi|black|african|caribbean|white|roma|irish|english|british|scottish"
    r"|welsh|arab",
    re.IGNORECASE,
)
_ORDINARY_NAME: Final = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


def heading_problems(table: EesTable) -> Iterator[Problem]:
    """Find columns that are missing, stand twice, or are not named as DfE's format asks."""
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
        if not any(cell.strip() for cell in table.columns[heading]):
            found, fix = "Every cell of the column is blank.", "Take the column out."
            problem = _columns(table, heading, found, fix)
            yield warning(problem.place, problem.code, found, fix) if heading in UNIT_COLUMNS else problem
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
    """Find where the metadata file beside the file contradicts it."""
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
    yield from _group_problems(table)


def _group_problems(table: EesTable) -> Iterator[Problem]:
    """Find columns that cannot be the groups of the filters that the metadata file gives them."""
    for column, group in table.groups.items():
        if len(set(table.column(group))) > len(set(table.column(column))):
            found = f"The column {group} groups this filter, and has more values than it."
            yield _columns(table, column, found, "Check which of the two is the group.")
    for group in {group for group in table.groups.values() if list(table.groups.values()).count(group) > 1}:
        found = "The metadata file gives this column as the group of two filters."
        yield _columns(table, group, found, "Use one column for each filter's groups.")


def _columns(table: EesTable, column: str | None, found: str, fix: str) -> Problem:
    return Problem(Place(table.name, 1, column), "ees-columns", found, fix)
