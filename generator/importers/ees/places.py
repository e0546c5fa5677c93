"""Places in a file: whether each row has the codes and names of its level, and no others.

Names are looked at only to find faults; nothing is joined on them.
"""

from collections.abc import Iterator
from typing import Final

from generator.importers.ees.reading import FIRST_ROW, EesTable, more, warning
from generator.importers.ees.words import (
    COUNTRIES,
    LEVELS,
    NO_CODE,
    NOT_AVAILABLE_NAME,
    OBSOLETE_SYMBOLS,
    REGIONS,
    TOTALS,
    UNIT_COLUMNS,
    Level,
)
from generator.importers.england import COUNCIL_CODES, one_code
from generator.problems import Place, Problem

_OWN_LISTS: Final = frozenset({"National", "Regional", "Local authority"})
_AND: Final = " / "
"""Between the codes of a row that is about two councils."""


def place_problems(table: EesTable) -> Iterator[Problem]:
    """Find faults in the columns of place."""
    present = set(table.columns["geographic_level"])
    unknown = [
        row for row, word in enumerate(table.columns["geographic_level"], FIRST_ROW) if word not in LEVELS
    ]
    if unknown:
        yield _problem(
            table,
            unknown,
            "geographic_level",
            "The level is blank or not known",
            "Use a level of DfE's list, such as Local authority.",
        )
    if present and all(word in LEVELS and LEVELS[word].ignored for word in present):
        fix = "Give a file with national, regional or council rows."
        yield Problem(
            Place(table.name, FIRST_ROW, "geographic_level"),
            "ees-geography",
            "Every row is of a level that is not used here.",
            fix,
        )
    elif any(word in LEVELS and LEVELS[word].ignored for word in present):
        yield warning(
            Place(table.name, None, "geographic_level"),
            "ees-geography",
            "Some rows are of schools or providers, and are passed over.",
            "Nothing.",
        )
    for level in (LEVELS[word] for word in LEVELS if word in present):
        yield from _level_problems(table, level)
    for level in LEVELS.values():
        yield from _overfilled(table, level)
    yield from _region_pairs(table)
    yield from _known_pairs(table, "country_code", "country_name", COUNTRIES)
    yield from _known_pairs(table, "region_code", "region_name", REGIONS)
    yield from _council_codes(table)
    yield from _totals(table)
    yield from _one_to_one(table)


def _level_problems(table: EesTable, level: Level) -> Iterator[Problem]:
    """Find columns that a level's rows need and do not have, or do not fill."""
    for column in level.columns:
        if column not in table.columns:
            found = f"The column is missing, and rows of the level {level.name} need it."
            yield Problem(Place(table.name, 1, column), "ees-geography", found, "Download the file again.")
    rows = [row for row, word in enumerate(table.columns["geographic_level"]) if word == level.name]
    for column in level.columns[:2]:
        cells = table.column(column)
        blank = [row + FIRST_ROW for row in rows if not cells[row].strip()]
        if column in table.columns and blank:
            yield _problem(
                table, blank, column, f"The cell is blank in a row of the level {level.name}", "Fill it in."
            )
    yield from _not_available(table, level, rows)
    if level.code and level.pattern:
        codes = table.column(level.code)
        strange = [
            row + FIRST_ROW
            for row in rows
            if not all(map(level.pattern.fullmatch, codes[row].split(_AND))) and codes[row] not in NO_CODE
        ]
        if strange:
            yield _problem(
                table,
                strange,
                level.code,
                "The code does not have the form of this level's codes",
                "Check the code.",
            )


def _not_available(table: EesTable, level: Level, rows: list[int]) -> Iterator[Problem]:
    """Find a code of 'x' without the name that belongs to it, and the name without the code."""
    if level.name in _OWN_LISTS or not level.code:
        return
    codes, names = table.column(level.code), table.column(level.named)
    nameless = [row + FIRST_ROW for row in rows if codes[row] == "x" and names[row] != NOT_AVAILABLE_NAME]
    codeless = [row + FIRST_ROW for row in rows if names[row] == NOT_AVAILABLE_NAME and codes[row] != "x"]
    if nameless:
        yield _problem(
            table,
            nameless,
            level.named,
            f"The code is x, and the name is not '{NOT_AVAILABLE_NAME}'",
            "Mend the name.",
        )
    if codeless:
        yield _problem(
            table,
            codeless,
            level.code,
            f"The name is '{NOT_AVAILABLE_NAME}', and the code is not x",
            "Mend the code.",
        )


def _overfilled(table: EesTable, level: Level) -> Iterator[Problem]:
    """Find a level's columns filled in rows that do not lie within such a place."""
    if level.name == "National":
        return
    levels = table.columns["geographic_level"]
    for column in level.columns:
        if column not in table.columns or column in table.filters:
            continue
        cells = table.columns[column]
        rows = [
            row
            for row, word in enumerate(levels, FIRST_ROW)
            if word != level.name
            and word in LEVELS
            and word not in level.within
            and cells[row - FIRST_ROW].strip()
        ]
        if rows:
            yield _problem(
                table,
                rows,
                column,
                "The cell is filled in a row that is not about such a place",
                "Leave it blank.",
            )


def _region_pairs(table: EesTable) -> Iterator[Problem]:
    """Find regions with a code and no name, or a name and no code; and councils with neither."""
    has_code, has_name = "region_code" in table.columns, "region_name" in table.columns
    if has_code != has_name:
        missing = "region_name" if has_code else "region_code"
        yield Problem(
            Place(table.name, 1, missing),
            "ees-geography",
            "Of a region's code and name the file has only one.",
            "Add the other.",
        )
    codes, names = table.column("region_code"), table.column("region_name")
    halves = [
        row
        for row, (code, name) in enumerate(zip(codes, names, strict=True), FIRST_ROW)
        if bool(code) != bool(name)
    ]
    if has_code and has_name and halves:
        yield _problem(
            table,
            halves,
            "region_code",
            "Of a region's code and name the row has only one",
            "Fill in the other.",
        )
    wanting = [
        row
        for row, word in enumerate(table.columns["geographic_level"], FIRST_ROW)
        if word in ("Local authority", "Local authority district")
        and not codes[row - FIRST_ROW]
        and not names[row - FIRST_ROW]
    ]
    if wanting:
        found = f"The row of a council does not say its region{more(len(wanting))}."
        yield warning(
            Place(table.name, wanting[0], "region_code"),
            "ees-geography",
            found,
            "Nothing: the council's code is enough.",
        )


def _known_pairs(
    table: EesTable, code_column: str, name_column: str, known: dict[str, str]
) -> Iterator[Problem]:
    codes, names = table.column(code_column), table.column(name_column)
    pairs = set(zip(codes, names, strict=True))
    wrong = {pair for pair in pairs if pair[0] not in NO_CODE and known.get(pair[0]) != pair[1]}
    rows = [row for row, pair in enumerate(zip(codes, names, strict=True), FIRST_ROW) if pair in wrong]
    if rows and code_column in table.columns and name_column in table.columns:
        yield _problem(
            table,
            rows,
            code_column,
            "The code and the name do not belong together",
            "Check them against the list of the Office for National Statistics.",
        )


def _council_codes(table: EesTable) -> Iterator[Problem]:
    """Find councils whose old number and new code do not belong together; rows about two councils have both twice."""
    olds, news = table.column("old_la_code"), table.column("new_la_code")
    wrong = {pair for pair in set(zip(olds, news, strict=True)) if not _belong(*pair)}
    rows = [row for row, pair in enumerate(zip(olds, news, strict=True), FIRST_ROW) if pair in wrong]
    if rows:
        found = "The council's number and its code do not belong together"
        yield _problem(
            table,
            rows,
            "new_la_code",
            found,
            "Check both; a new council must be added to the importers' table of codes.",
        )


def _belong(old: str, new: str) -> bool:
    if old in NO_CODE or new in NO_CODE or OBSOLETE_SYMBOLS & {old, new}:
        return not OBSOLETE_SYMBOLS & {old, new}
    numbers, codes = old.split(_AND), new.split(_AND)
    if len(numbers) != len(codes):
        return False
    return all(
        not number.isdigit() or COUNCIL_CODES.get(int(number), "") == one_code(code)
        for number, code in zip(numbers, codes, strict=True)
    )


def _totals(table: EesTable) -> Iterator[Problem]:
    for column in table.columns:
        rows = (
            [row for row, cell in enumerate(table.columns[column], FIRST_ROW) if cell in TOTALS]
            if column in UNIT_COLUMNS
            else []
        )
        if rows:
            yield _problem(
                table,
                rows,
                column,
                "The cell says Total or All, which is not a time or a place",
                "Leave it blank.",
            )


def _one_to_one(table: EesTable) -> Iterator[Problem]:
    """Find a place with two codes, or a code with two places, in the levels that have no national list."""
    for level in LEVELS.values():
        if level.name in _OWN_LISTS or not level.code or level.code not in table.columns or level.ignored:
            continue
        codes, names = table.columns[level.code], table.column(level.named)
        pairs = {pair for pair in zip(codes, names, strict=True) if pair[0] not in NO_CODE}
        for column, side in ((level.named, 1), (level.code, 0)):
            if len({pair[side] for pair in pairs}) < len(pairs):
                found = "A code stands with two names." if side == 0 else "A name stands with two codes."
                yield Problem(
                    Place(table.name, None, column),
                    "ees-geography",
                    found,
                    "Each place has one name and one code.",
                )


def _problem(table: EesTable, rows: list[int], column: str, found: str, fix: str) -> Problem:
    return Problem(Place(table.name, rows[0], column), "ees-geography", f"{found}{more(len(rows))}.", fix)
