"""Places in a file: whether each row has the codes and names of its level, and no others.

Names are looked at only to find faults; nothing is joined on them.
"""

from collections.abc import Iterator, Mapping

from generator.importers.ees.council_codes import AND, council_problems
from generator.importers.ees.reading import FIRST_ROW, EesTable, more, warning
from generator.importers.ees.words import (
    COUNTRIES,
    LEVELS,
    LONGEST_CODE,
    LONGEST_VALUE,
    NAMES_AS_FILTERS,
    NO_CODE,
    NOT_AVAILABLE_NAME,
    NOT_COMPARED,
    REGIONS,
    TOTALS,
    UNIT_COLUMNS,
    UNLISTED,
    Level,
)
from generator.problems import Place, Problem


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
    ignored = present & {name for name, level in LEVELS.items() if level.ignored}
    if ignored:
        found = "Every row is" if ignored == present else "Some rows are"
        yield warning(
            Place(table.name, None, "geographic_level"),
            "ees-geography",
            f"{found} of schools or providers, which are passed over.",
            "Nothing, if that is what you meant.",
        )
    for level in (LEVELS[word] for word in LEVELS if word in present):
        yield from _level_problems(table, level)
    names = NAMES_AS_FILTERS if _is_only_filter(table) else frozenset()
    for level in LEVELS.values():
        yield from _overfilled(table, level, names)
    yield from _part_of_a_council(table)
    yield from _region_pairs(table)
    yield from _listed_pairs(table, "country_code", "country_name", COUNTRIES)
    yield from _listed_pairs(table, "region_code", "region_name", REGIONS)
    yield from council_problems(table)
    yield from _totals(table, names)
    yield from _one_to_one(table)
    yield from _not_compared(table)
    yield from _long_places(table)


def _is_only_filter(table: EesTable) -> bool:
    """Tell whether a school's or provider's name may be the filter of the file: there is no other."""
    if table.metadata is not None:
        filters = {name for name, kind in table.metadata.items() if kind == "Filter"}
        return len(filters - set(table.groups.values())) == 1
    return not any(len(set(table.columns[name])) > 1 for name in table.filters)


def _level_problems(table: EesTable, level: Level) -> Iterator[Problem]:
    """Find columns that a level's rows need and do not have, or do not fill."""
    for column in level.columns:
        if column not in table.columns:
            found = f"The column is missing, and rows of the level {level.name} need it."
            yield Problem(Place(table.name, 1, column), "ees-geography", found, "Download the file again.")
    rows = [row for row, word in enumerate(table.columns["geographic_level"]) if word == level.name]
    for column in level.columns:
        if column == "new_la_code" or level.name == "Planning area":
            continue  # Blank in rows of councils that are no more; and no figure of a planning area is shown.
        cells = table.column(column)
        blank = [row + FIRST_ROW for row in rows if not cells[row].strip()]
        if column in table.columns and blank:
            yield _problem(
                table, blank, column, f"The cell is blank in a row of the level {level.name}", "Fill it in."
            )
    yield from _not_available(table, level, rows)
    yield from _other_list(table, level, rows)
    if level.code and level.pattern:
        codes = table.column(level.code)
        strange = [
            row + FIRST_ROW
            for row in rows
            if not all(map(level.pattern.fullmatch, codes[row].split(AND))) and codes[row] not in NO_CODE
        ]
        if strange:
            yield _problem(
                table,
                strange,
                level.code,
                "The code does not have the form of this level's codes",
                "Check the code.",
            )


def _other_list(table: EesTable, level: Level, rows: list[int]) -> Iterator[Problem]:
    """Find codes that belong to another level's national list."""
    if not level.code or not level.beginnings:
        return
    codes = table.column(level.code)
    strange = [
        row + FIRST_ROW
        for row in rows
        if codes[row] not in NO_CODE and not codes[row].startswith(level.beginnings)
    ]
    if strange:
        found = f"The code does not begin as codes of this level do{more(len(strange))}."
        yield warning(Place(table.name, strange[0], level.code), "ees-geography", found, "Check the code.")


def _not_available(table: EesTable, level: Level, rows: list[int]) -> Iterator[Problem]:
    """Find a code of 'x' without the name that belongs to it, and the name without the code."""
    if level.name not in UNLISTED | {"School", "Provider"} or not level.code:
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


def _overfilled(table: EesTable, level: Level, as_filters: frozenset[str]) -> Iterator[Problem]:
    """Find a level's columns filled in rows that do not lie within such a place."""
    if level.name == "National":
        return
    levels = table.columns["geographic_level"]
    for column in level.columns:
        if column not in table.columns or column in as_filters:
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


def _part_of_a_council(table: EesTable) -> Iterator[Problem]:
    """Find a file with some of a council's three columns, and not the others, where no row is of that level."""
    columns = LEVELS["Local authority"].columns
    present = [column for column in columns if column in table.columns]
    if present and "Local authority" not in table.columns["geographic_level"]:
        for column in columns:
            if column not in present:
                found = "The column is missing, and the file has the others of a council."
                yield Problem(Place(table.name, 1, column), "ees-geography", found, "Download the file again.")


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


def _listed_pairs(
    table: EesTable, code_column: str, name_column: str, listed: Mapping[str, str]
) -> Iterator[Problem]:
    """Find codes under another name than the national list's; a code that is not listed may be new."""
    if code_column not in table.columns or name_column not in table.columns:
        return
    pairs = list(zip(table.columns[code_column], table.columns[name_column], strict=True))
    faults: dict[bool, list[int]] = {True: [], False: []}
    for row, (code, name) in enumerate(pairs, FIRST_ROW):
        if code not in NO_CODE and listed.get(code) != name:
            faults[code in listed and listed[code].casefold() != name.casefold()].append(row)
    fix = "Check them against the list of the Office for National Statistics."
    if faults[True]:
        yield _problem(table, faults[True], code_column, "The code and the name do not belong together", fix)
    if faults[False]:
        found = f"The code, or the name as it is written, is not in the list{more(len(faults[False]))}."
        yield warning(Place(table.name, faults[False][0], code_column), "ees-geography", found, fix)


def _totals(table: EesTable, as_filters: frozenset[str]) -> Iterator[Problem]:
    for column in (name for name in table.columns if name in UNIT_COLUMNS - as_filters):
        rows = [row for row, cell in enumerate(table.columns[column], FIRST_ROW) if cell in TOTALS]
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
    for level in (LEVELS[name] for name in UNLISTED):
        if not level.code or level.code not in table.columns:
            continue
        codes, names = table.columns[level.code], table.column(level.named)
        pairs = {pair for pair in zip(codes, names, strict=True) if pair[0] not in NO_CODE}
        told = (
            (level.named, 1, "A name stands with two codes."),
            (level.code, 0, "A code stands with two names."),
        )
        for column, side, found in told:
            if len({pair[side] for pair in pairs}) < len(pairs):
                fix = "Each place has one name and one code."
                yield Problem(Place(table.name, None, column), "ees-geography", found, fix)


def _not_compared(table: EesTable) -> Iterator[Problem]:
    """Say that codes of other levels are taken as they are; and find those that stand with two names."""
    for level in (LEVELS[name] for name in LEVELS if name in NOT_COMPARED):
        pairs = {
            pair
            for pair in zip(table.column(level.code or ""), table.column(level.named), strict=True)
            if pair[0] not in NO_CODE
        }
        if not pairs:
            continue
        found = f"Codes of the level {level.name} are not compared with the national list."
        fix = "Nothing: no figure of this level is imported."
        yield warning(Place(table.name, None, level.code), "ees-geography", found, fix)
        if len({code for code, _ in pairs}) < len(pairs):
            found = "A code stands with two names."
            yield warning(Place(table.name, None, level.named), "ees-geography", found, fix)


def _long_places(table: EesTable) -> Iterator[Problem]:
    for level in LEVELS.values():
        for column in level.columns:
            longest = LONGEST_VALUE if column == level.named else LONGEST_CODE
            rows = [row for row, cell in enumerate(table.columns.get(column, ()), FIRST_ROW) if len(cell) > longest]
            if rows:
                found = f"The cell is longer than {longest} characters{more(len(rows))}."
                place = Place(table.name, rows[0], column)
                yield warning(place, "ees-geography", found, "Nothing, unless you publish the file.")


def _problem(table: EesTable, rows: list[int], column: str, found: str, fix: str) -> Problem:
    return Problem(Place(table.name, rows[0], column), "ees-geography", f"{found}{more(len(rows))}.", fix)
