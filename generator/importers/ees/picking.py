"""Picking one measure out of a file: its value and counts for every place and period.

Values are kept as published. Only a share that the file does not give is worked out, from the file's own counts.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from generator.importers.decimals import as_published, in_full, read_decimal
from generator.importers.ees.reading import EesTable
from generator.importers.ees.times import period_text
from generator.importers.ees.words import LEGACY_SYMBOLS, REPORTING_YEAR, SYMBOLS
from generator.importers.england import COUNCIL_CODES, ENGLAND_CODE, one_code
from generator.importers.mapping import MAPPING_FILE, EesFile, EesMeasure, mapping_problem
from generator.model import Indicator
from generator.problems import Problem, Refused
from generator.vocabulary import RevisionStatus, Symbol, Unit

SMALL: Final = range(1, 6)
"""Counts of people in a council that no table of ours repeats, whoever published them."""
FACTORS: Final = {Unit.PERCENT: 100, Unit.RATE_10000: 10_000}
"""What a share is multiplied by, in the units whose values are shares."""
_STATUS_COLUMNS: Final = ("version", "data_version", "data_status", "release_status", "status")
_STATUSES: Final = {status.value: status.value for status in RevisionStatus}
_PREFERENCE: Final = {symbol: rank for rank, symbol in enumerate(("c", "u", "low", "x", "z"))}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as the file gives it, with the counts behind it where they can be shown."""

    value: str
    symbol: str
    numerator: str = ""
    denominator: str = ""
    status: str = ""


Cells = Mapping[tuple[str, str], Cell]
"""By national code, each council under one code, and by period."""


def pick(table: EesTable, file: EesFile, measure: EesMeasure, indicator: Indicator) -> Cells:
    """Pick a measure for every place and period; raises Refused when the mapping does not single it out."""
    _must_fit(table, file, measure, indicator)
    rows = _rows(table, file, measure.filters, indicator)
    below = (
        _rows(table, file, measure.denominator_filters, indicator)
        if measure.denominator_filters is not None
        else rows
    )
    decimals = _decimals(table.column(measure.value)) if measure.value else measure.decimals
    found: dict[tuple[str, str], Cell] = {}
    for key, candidates in rows.items():
        row = _one(table, measure, candidates, indicator)
        denominators = below.get(key, ())
        lower = _one(table, measure, denominators, indicator) if denominators else None
        found[key] = _cell(
            table,
            measure,
            (row, lower),
            unit=indicator.unit,
            decimals=decimals,
            in_council=key[0] in _COUNCILS,
        )
    return found


_COUNCILS: Final = frozenset(COUNCIL_CODES.values())


def _must_fit(table: EesTable, file: EesFile, measure: EesMeasure, indicator: Indicator) -> None:
    """Refuse a mapping that names what is not in the file, or leaves a filter open; raises Refused."""
    problems: list[Problem] = []
    named = (
        column for column in (measure.value, measure.numerator, measure.denominator) if column is not None
    )
    problems += [
        _misfit(indicator, f"{table.name} has no column {column}.", "Use a column of the file.")
        for column in named
        if column not in table.columns
    ]
    if measure.value is None and not (
        measure.numerator and measure.denominator and indicator.unit in FACTORS
    ):
        problems.append(
            _misfit(
                indicator,
                "It gives neither a value nor a share's two counts.",
                "Add `value`, or `numerator` and `denominator`.",
            )
        )
    for filters in (measure.filters, measure.denominator_filters or {}):
        problems += [
            _misfit(
                indicator, f"{table.name} has no '{value}' in a column {column}.", "Use a value of the file."
            )
            for column, value in filters.items()
            if value not in table.columns.get(column, ())
        ]
    loose = [
        column
        for column in table.filters
        if column not in (*measure.filters, *_STATUS_COLUMNS) and len(set(table.columns[column])) > 1
    ]
    problems += [
        _misfit(indicator, f"It does not say which value of the filter {column} is meant.", "Add the filter.")
        for column in loose
    ]
    if REPORTING_YEAR in table.column("time_identifier") and file.reporting_year is None:
        found = f"'Reporting year' in {table.name} ends on a day that the file does not give."
        problems.append(
            _misfit(indicator, found, 'Add `reporting_year`, such as "03-31", as the publication says.')
        )
    if problems:
        raise Refused(problems)


def _misfit(indicator: Indicator, found: str, fix: str) -> Problem:
    return mapping_problem(
        MAPPING_FILE,
        f"{indicator.id}: {found}",
        f"{fix} `transparency import ees FILE --list` shows what there is.",
    )


def _rows(
    table: EesTable, file: EesFile, filters: Mapping[str, str], indicator: Indicator
) -> dict[tuple[str, str], tuple[int, ...]]:
    """Find the rows under some filters, by place and period; raises Refused when a period is of another kind."""
    found: dict[tuple[str, str], list[int]] = {}
    levels, identifiers, periods = (
        table.column(name) for name in ("geographic_level", "time_identifier", "time_period")
    )
    codes = {
        level: table.column(column)
        for level, column in (("National", "country_code"), ("Regional", "region_code"))
    }
    kept = [(table.columns[column], value) for column, value in filters.items()]
    known: dict[tuple[str, str], str | None] = {}
    for row, level in enumerate(levels):
        if any(cells[row] != value for cells, value in kept):
            continue
        code = (
            _council(table, row)
            if level == "Local authority"
            else codes[level][row]
            if level in codes
            else None
        )
        if not code or (level == "National" and code != ENGLAND_CODE):
            continue
        time = (periods[row], identifiers[row])
        if time not in known:
            known[time] = period_text(*time, indicator.period_kind, file.reporting_year)
        period = known[time]
        if period is None:
            told = (
                f"'{time[1]}' in {table.name} cannot be a period of the kind '{indicator.period_kind.value}'."
            )
            raise Refused(
                [_misfit(indicator, told, "Check period_kind in indicators.yml, and `reporting_year`.")]
            )
        found.setdefault((code, period), []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _council(table: EesTable, row: int) -> str | None:
    """Give the one code of the row's council; None for rows about two councils or none."""
    code = table.column("new_la_code")[row]
    if code in _COUNCILS or one_code(code) in _COUNCILS:
        return one_code(code)
    number = table.column("old_la_code")[row]
    return COUNCIL_CODES.get(int(number)) if number.isascii() and number.isdigit() else None


def _one(table: EesTable, measure: EesMeasure, rows: Iterable[int], indicator: Indicator) -> int:
    """Choose among the rows of one place and period: a council under its old and its new code.

    The row with a value is meant; two with different values cannot be told apart, which raises Refused.
    """
    column = table.column(measure.value or measure.numerator or "")
    ranked = sorted(
        rows,
        key=lambda row: (
            read_decimal(column[row]) is None,
            _PREFERENCE.get(SYMBOLS.get(column[row], "x"), 0),
        ),
    )
    values = {read_decimal(column[row]) for row in ranked} - {None}
    if len(values) > 1:
        found = f"Two rows of {table.name} give different values for the same place and period."
        raise Refused([_misfit(indicator, found, "Add the filter that tells them apart.")])
    return ranked[0]


def _cell(
    table: EesTable,
    measure: EesMeasure,
    rows: tuple[int, int | None],
    *,
    unit: Unit,
    decimals: int,
    in_council: bool,
) -> Cell:
    """Make one cell from the rows of its value and its denominator; the counts are kept only for councils, because England's and the regions' are rounded."""
    row, lower = rows
    above = table.column(measure.numerator)[row] if measure.numerator else ""
    below = table.column(measure.denominator)[lower] if measure.denominator and lower is not None else ""
    status = _status(table, row)
    if measure.value is None:
        return _share(above, below, unit, decimals, status, in_council=in_council)
    text = table.column(measure.value)[row]
    value = as_published(text)
    if value is None:
        return Cell("", _symbol(text), status=status)
    exact = in_council and _may_be_shown(above, below) and _is_share(value, above, below, unit, decimals)
    return Cell(
        value, "", in_full(Decimal(above)) if exact else "", in_full(Decimal(below)) if exact else "", status
    )


def _share(above: str, below: str, unit: Unit, decimals: int, status: str, *, in_council: bool) -> Cell:
    """Work out a share; a symbol in either count is the share's symbol, and a council's small counts are hidden."""
    upper, lower = read_decimal(above), read_decimal(below)
    if upper is None or lower is None:
        return Cell("", _symbol(above if upper is None else below), status=status)
    if lower == 0:
        return Cell("", Symbol.NOT_APPLICABLE.value, status=status)
    if in_council and not _may_be_shown(above, below):
        return Cell("", Symbol.CONFIDENTIAL.value, status=status)
    value = f"{_rounded(upper, lower, unit, decimals):f}"
    return Cell(value, "", in_full(upper) if in_council else "", in_full(lower) if in_council else "", status)


def _may_be_shown(above: str, below: str) -> bool:
    """Tell whether neither a count nor what is left of its whole is small enough to point at a child."""
    upper, lower = read_decimal(above), read_decimal(below)
    if upper is None or lower is None or upper != upper.to_integral() or lower != lower.to_integral():
        return False
    return int(upper) not in SMALL and int(lower - upper) not in SMALL and lower >= upper


def _is_share(value: str, above: str, below: str, unit: Unit, decimals: int) -> bool:
    """Tell whether a published value is exactly the share of the two counts, at the decimals it is published with."""
    lower = Decimal(below)
    return unit in FACTORS and lower > 0 and _rounded(Decimal(above), lower, unit, decimals) == Decimal(value)


def _rounded(upper: Decimal, lower: Decimal, unit: Unit, decimals: int) -> Decimal:
    return (FACTORS[unit] * upper / lower).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _decimals(cells: Iterable[str]) -> int:
    """Count the decimal places that a column is published with."""
    return max(
        (len(cell.partition(".")[2]) for cell in set(cells) if read_decimal(cell) is not None), default=0
    )


def _symbol(text: str) -> str:
    if text in LEGACY_SYMBOLS:
        return Symbol.NOT_AVAILABLE.value
    return SYMBOLS.get(text, Symbol.NOT_AVAILABLE.value)


def _status(table: EesTable, row: int) -> str:
    """Say how settled a row is, where the file has a column for it."""
    words: Iterator[str] = (
        table.columns[name][row].casefold() for name in _STATUS_COLUMNS if name in table.columns
    )
    return next((_STATUSES[word] for word in words if word in _STATUSES), "")
