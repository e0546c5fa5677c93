"""DfE's harmonised words for what many files tell apart: headings, and the ethnic groups of the census.

They do not change how a file is read, so everything here is a warning: a value that is written in another way than
usual may be one that the mapping does not name.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from generator.importers.ees.reading import FIRST_ROW, EesTable, more, warning
from generator.problems import Place, Problem

_COVERED: Final = re.compile(
    r"sen_|primary_need|secondary_need|establishment_type|provider_type|school_type|phase|ethnic"
)
_HEADINGS: Final = frozenset({
    "sen_status", "sen_primary_need", "sen_secondary_need", "sen_provision", "establishment_type",
    "establishment_type_group", "provider_type", "education_phase", "ethnicity_major", "ethnicity_minor",
    "ethnicity_detailed", "minority_ethnic",
})  # fmt: skip
_VAGUE: Final = frozenset({"characteristic", "characteristic_group"})
_GROUPS_OF_ETHNICITY: Final = ("Ethnicity Major", "Ethnicity Minor", "Ethnicity Detailed", "Minority Ethnic")
_TOTAL: Final = "Total"

ETHNIC_GROUPS: Final = {
    _TOTAL: (_TOTAL,),
    "White": (
        _TOTAL, "English/Welsh/Scottish/Northern Irish/British", "Irish", "Gypsy or Irish Traveller", "Roma",
        "Any other White background",
    ),
    "Mixed/Multiple ethnic groups": (
        _TOTAL, "White and Black Caribbean", "White and Black African", "White and Asian",
        "Any other Mixed/Multiple ethnic background",
    ),
    "Asian/Asian British": (_TOTAL, "Indian", "Pakistani", "Bangladeshi", "Chinese", "Any other Asian background"),
    "Black/African/Caribbean/Black British": (
        _TOTAL, "African", "Caribbean", "Any other Black/African/Caribbean background",
    ),
    "Other ethnic group": (_TOTAL, "Arab", "Any other ethnic group"),
    "Unknown": ("Unknown",),
}  # fmt: skip
"""The minor groups of each major group; the slashes may have a space on each side."""
_MINOR: Final = frozenset(minor for minors in ETHNIC_GROUPS.values() for minor in minors)
_EITHER: Final = _MINOR | frozenset(ETHNIC_GROUPS)
_SPACED: Final = " / "
Cell = TypeVar("Cell", bound=object)


def harmonised_problems(table: EesTable) -> Iterator[Problem]:
    """Find headings and ethnic groups that are not written as DfE has agreed."""
    yield from _headings(table)
    yield from _ethnic_columns(table)
    yield from _ethnic_characteristics(table)


def _headings(table: EesTable) -> Iterator[Problem]:
    for heading in (*table.filters, *table.indicators):
        unusual = _COVERED.search(heading.lower()) and heading not in _HEADINGS
        if unusual or (heading in _VAGUE and heading in table.filters):
            found = "The heading is not one of DfE's standard headings."
            place = Place(table.name, 1, heading)
            yield warning(place, "ees-columns", found, "Nothing, unless you publish the file.")


def _ethnic_columns(table: EesTable) -> Iterator[Problem]:
    major, minor = "ethnicity_major" in table.columns, "ethnicity_minor" in table.columns
    if major and minor:
        pairs = zip(table.columns["ethnicity_major"], table.columns["ethnicity_minor"], strict=True)
        yield from _unlisted(table, "ethnicity_minor", list(pairs), lambda pair: _is_pair(*pair))
    elif major:
        cells = table.columns["ethnicity_major"]
        yield from _unlisted(table, "ethnicity_major", cells, lambda cell: _joined(cell) in ETHNIC_GROUPS)
    elif minor:
        yield from _unlisted(
            table, "ethnicity_minor", table.columns["ethnicity_minor"], lambda cell: _joined(cell) in _MINOR
        )


def _ethnic_characteristics(table: EesTable) -> Iterator[Problem]:
    """Look at groups that stand under the headings of any characteristic."""
    if "characteristic_group" not in table.columns:
        return
    groups = table.columns["characteristic_group"]
    ethnic = [bool(re.search("ethnic", group, re.IGNORECASE)) for group in groups]
    standard = [any(word in group for word in _GROUPS_OF_ETHNICITY) for group in groups]
    odd = [row for row in range(table.rows) if ethnic[row] and not standard[row]]
    if odd:
        yield _warned(table, "characteristic_group", odd, "The kind of ethnic group is not one of DfE's")
    if "characteristic" in table.columns:
        cells = zip(table.columns["characteristic"], ethnic, strict=True)
        yield from _unlisted(
            table, "characteristic", list(cells), lambda cell: not cell[1] or _joined(cell[0]) in _EITHER
        )


def _is_pair(major: str, minor: str) -> bool:
    """Tell whether a minor group belongs to a major one, and both write their slashes in one way."""
    ways = {_SPACED in group for group in (major, minor) if "/" in group}
    return _joined(minor) in ETHNIC_GROUPS.get(_joined(major), ()) and (len(ways) < 2 or major == "White")


def _joined(group: str) -> str:
    return group.replace(_SPACED, "/")


def _unlisted(
    table: EesTable, column: str, cells: Iterable[Cell], listed: Callable[[Cell], bool]
) -> Iterator[Problem]:
    verdicts: dict[Cell, bool] = {}
    rows = []
    for row, cell in enumerate(cells):
        if cell not in verdicts:
            verdicts[cell] = listed(cell)
        if not verdicts[cell]:
            rows.append(row)
    if rows:
        yield _warned(table, column, rows, "The ethnic group is not one of the harmonised list")


def _warned(table: EesTable, column: str, rows: list[int], found: str) -> Problem:
    place = Place(table.name, rows[0] + FIRST_ROW, column)
    fix = "Check how the mapping should name it."
    return warning(place, "ees-filters", f"{found}{more(len(rows))}.", fix)
