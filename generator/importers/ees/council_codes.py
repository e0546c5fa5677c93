"""Councils in a file: whether a council's old number and its national code belong together.

Names are compared only with one another: two for one code are a warning, and nothing is joined on them.
"""

from collections.abc import Iterator
from typing import Final

from generator.importers.ees.council_names import is_known_name
from generator.importers.ees.reading import FIRST_ROW, EesTable, more, warning
from generator.importers.ees.words import NO_CODE, OBSOLETE_SYMBOLS
from generator.importers.england import COUNCIL_CODES, one_code
from generator.problems import Place, Problem

AND: Final = " / "
"""Between the codes of a row that is about two councils."""
_KNOWN_CODES: Final = frozenset(COUNCIL_CODES.values())
_FIX: Final = "Check both; a new council must be added to the importers' table of codes."


def council_problems(table: EesTable) -> Iterator[Problem]:
    """Find councils whose number and code contradict each other or are not known, and codes with two names."""
    olds, news = table.column("old_la_code"), table.column("new_la_code")
    pairs = list(zip(olds, news, strict=True))
    verdicts = {pair: belong(*pair) for pair in set(pairs)}
    wrong = [row for row, pair in enumerate(pairs, FIRST_ROW) if verdicts[pair] is False]
    unknown = [row for row, pair in enumerate(pairs, FIRST_ROW) if verdicts[pair] is None]
    if wrong:
        found = f"The council's number and its code do not belong together{more(len(wrong))}."
        yield Problem(Place(table.name, wrong[0], "new_la_code"), "ees-geography", found, _FIX)
    if unknown:
        found = f"The council's number and its code are not known{more(len(unknown))}."
        yield warning(Place(table.name, unknown[0], "new_la_code"), "ees-geography", found, _FIX)
    yield from _renamed(table)
    named = {pair for pair in zip(news, table.column("la_name"), strict=True) if pair[0] not in NO_CODE}
    if len({code for code, _ in named}) < len(named):
        found = "A council's code stands with two names."
        yield warning(
            Place(table.name, None, "la_name"), "ees-geography", found, "Nothing: names are not used."
        )


def _renamed(table: EesTable) -> Iterator[Problem]:
    """Find councils under another name than the one that DfE's files give them."""
    pairs = list(zip(table.column("old_la_code"), table.column("la_name"), strict=True))
    other = {pair for pair in set(pairs) if not _is_own(*pair)}
    rows = [row for row, pair in enumerate(pairs, FIRST_ROW) if pair in other]
    if rows:
        found = f"The council's name is not the one that DfE uses for its number{more(len(rows))}."
        yield warning(
            Place(table.name, rows[0], "la_name"), "ees-geography", found, "Check that the number is right."
        )


def _is_own(old: str, name: str) -> bool:
    numbers, names = old.split(AND), name.split(AND)
    return len(numbers) == len(names) and all(map(is_known_name, numbers, names))


def belong(old: str, new: str) -> bool | None:
    """Tell whether a number and a code are of one council; None when the table of codes knows neither."""
    if OBSOLETE_SYMBOLS & {old, new}:
        return False
    if old in NO_CODE or new in NO_CODE:
        return True
    numbers, codes = old.split(AND), new.split(AND)
    if len(numbers) != len(codes):
        return False
    verdicts = [_one(number, one_code(code)) for number, code in zip(numbers, codes, strict=True)]
    return False if False in verdicts else None if None in verdicts else True


def _one(number: str, code: str) -> bool | None:
    expected = COUNCIL_CODES.get(int(number)) if number.isascii() and number.isdigit() else None
    if expected is None and code not in _KNOWN_CODES:
        return None
    return expected == code
